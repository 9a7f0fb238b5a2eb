"""``carriages packs remove``: remove an installed pack."""

import os
from argparse import ArgumentParser, Namespace

from game.commandline.exit_status import OK
from game.commandline.usage_error import fail
from game.core.paths import PACK_NAME, installed_pack
from game.exchange.installed_packs import list_installed, name_installed
from game.prose import pack_messages as messages
from game.prose.suggestions import suggest


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("name", metavar="ID", help="what the pack is installed under, as carriages packs lists it")


def run(options: Namespace) -> int:
    """Remove the pack. What a player did in it is kept by its id, and found again when it is added again."""
    name = options.name
    if not PACK_NAME.fullmatch(name) or not os.path.lexists(installed_pack(name)):
        known = [name_installed(path) for path in list_installed()]
        fail("packs", messages.describe_unknown_pack(name, suggest(name, known) if known else ""))
    try:
        installed_pack(name).unlink()
    except OSError as bad:
        fail("packs", messages.describe_unwritable_shelf(bad.strerror or bad))
    print(messages.render_removed(name))
    return OK
