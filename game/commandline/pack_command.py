"""``carriages pack``: make a pack one file that can be sent; checked before it is written."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exit_status import OK
from game.commandline.output import require_ending, write_output
from game.commandline.pack_checking import pack_checked
from game.commandline.shared_options import add_output_options
from game.content.tour_file import SUFFIX
from game.core.disk import is_folder
from game.core.paths import find_pack
from game.prose import pack_messages as messages


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument("pack_folder", type=find_pack, metavar="DIR", help="folder of the pack")
    add_output_options(command, help=f"file to write, ending in {SUFFIX} (default: the id of the pack, with {SUFFIX})")


def run(options: Namespace) -> int:
    """Write the file."""
    packed = pack_checked(options.pack_folder, "pack")
    out = options.out or Path(f"{packed.head.id}{SUFFIX}")
    if not is_folder(out):
        require_ending(out, (SUFFIX,), "pack")
    write_output(out, packed.data, "pack", is_forced=options.force)
    print(messages.render_packed(out, len(packed.data), packed.head.digest), file=sys.stdout)
    return OK
