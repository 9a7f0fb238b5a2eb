"""Options that several commands have."""

from argparse import SUPPRESS, ArgumentParser
from pathlib import Path

from game.commandline.option_types import parse_item_count, parse_seed
from game.core.paths import find_pack

# SUPPRESS in all of these: a default must not replace an option that was typed before the command's name.


def add_front_end_options(command: ArgumentParser) -> None:
    """Add the front-end options also after the name of a command."""
    command.add_argument(
        "--plain", action="store_true", default=SUPPRESS, help="line mode: plain lines of text, no full screen"
    )
    command.add_argument(
        "--ascii", action="store_true", default=SUPPRESS, help="use only ASCII characters in the output"
    )
    add_pack_option(command)


def add_pack_option(command: ArgumentParser, *, help: str = "") -> None:
    """Add ``--pack`` also after the name of a command."""
    command.add_argument(
        "--pack",
        type=find_pack,
        metavar="PACK",
        default=SUPPRESS,
        help=help or "use this pack instead of the built-in one: a folder, a .tour file, or the id of an installed one",
    )


def add_pack_argument(command: ArgumentParser) -> None:
    """Add the pack as what is typed after the command itself."""
    command.add_argument(
        "pack_folder",
        nargs="?",
        type=find_pack,
        metavar="PACK",
        help="the pack: a folder, a .tour file, or the id of an installed one (default: the built-in pack)",
    )


def add_selection_options(command: ArgumentParser, items: int) -> None:
    """Add the options that choose questions.

    Args:
        command: To which the options are added.
        items: How many by default; 0 for all.
    """
    command.add_argument(
        "--items",
        type=parse_item_count,
        default=items,
        metavar="N",
        help=f"number of questions (default {items or 'all'})",
    )
    command.add_argument(
        "--level",
        type=int,
        choices=[1, 2, 3],
        action="append",
        default=[],
        help="only questions of this level: 1 easy, 2 medium, 3 hard; may be repeated",
    )
    command.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="TAG",
        help="only questions about this carriage, topic or name; may be repeated",
    )
    command.add_argument(
        "--kind",
        action="append",
        default=[],
        metavar="KIND",
        help="only questions of this kind, such as choice, number or order; may be repeated",
    )


def add_drawing_options(command: ArgumentParser, items: int = 20) -> None:
    """Add the options that draw a paper or name its file."""
    add_selection_options(command, items=items)
    command.add_argument(
        "--seed",
        type=parse_seed,
        metavar="N",
        help="the number the paper is drawn by: the same number gives the same paper (default 0)",
    )
    command.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="ID",
        help="leave out the question with this id; may be repeated",
    )
    command.add_argument(
        "--with",
        dest="include",
        action="append",
        default=[],
        metavar="ID",
        help="ask the question with this id, whatever else is chosen; may be repeated",
    )
    command.add_argument(
        "--replace",
        action="append",
        default=[],
        metavar="ID[=ID]",
        help="put another question in the place of one, or the one you name; the others stay; may be repeated",
    )
    command.add_argument(
        "--shuffle",
        choices=["on", "off"],
        default="on",
        help="off: one order of options for everybody (default on)",
    )
    command.add_argument(
        "--as-drawn",
        action="store_true",
        help="with a paper file: use its questions as they were when the paper was drawn",
    )
    command.add_argument(
        "--as-now", action="store_true", help="with a paper file: use its questions as they stand in the pack today"
    )


def add_output_options(command: ArgumentParser, *, help: str) -> None:
    """Add the option that names the output file."""
    command.add_argument("-o", "--out", type=Path, metavar="FILE", help=help)
    command.add_argument("--force", action="store_true", help="replace the file if it exists")
