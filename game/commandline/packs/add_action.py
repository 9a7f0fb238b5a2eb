"""``carriages packs add``: install a pack, and ask where another one has its id."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exit_status import OK
from game.commandline.pack_checking import pack_checked
from game.commandline.usage_error import fail
from game.core.paths import installed_pack
from game.exchange.installed_packs import find_free_name, find_same, install, read_head
from game.exchange.packing import PackedTour, rename_packed
from game.prose import pack_messages as messages


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("pack_folder", type=Path, metavar="PACK", help="the pack: a .tour file, or a folder")
    command.add_argument("--replace", action="store_true", help="replace an installed pack of the same id, unasked")
    command.add_argument("--keep-both", action="store_true", help="keep an installed pack of the same id, unasked")


def run(options: Namespace) -> int:
    """Install the pack."""
    packed = pack_checked(options.pack_folder, "packs")
    if same := find_same(packed.head):
        print(messages.render_there_already(same))
        return OK
    if installed_pack(packed.head.id).exists() and _keeps_both(packed, options):
        name = find_free_name(packed.head.id)
        if not name:
            fail("packs", messages.describe_no_name_left(packed.head.id))
        packed = rename_packed(packed, name)
    try:
        install(packed)
    except OSError as bad:
        fail("packs", messages.describe_unwritable_shelf(bad.strerror or bad))
    print(messages.render_added(packed.head.id, packed.title))
    return OK


def _keeps_both(packed: PackedTour, options: Namespace) -> bool:
    """Whether the installed pack of that id stays.

    Raises:
        UsageError: There is nobody to ask, or the player has stopped.
    """
    if options.replace or options.keep_both:
        return bool(options.keep_both)
    name = packed.head.id
    if not sys.stdin.isatty():
        fail("packs", messages.describe_other_pack(name))
    there = read_head(name)
    print(messages.render_choice(name, there.version if there else "", packed.head.version), end="", flush=True)
    answer = sys.stdin.readline().strip().casefold()[:1]
    if answer not in ("r", "k"):
        fail("packs", messages.describe_nothing_added())
    return answer == "k"
