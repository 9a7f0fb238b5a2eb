"""Options that several commands have."""

from argparse import SUPPRESS, ArgumentParser
from pathlib import Path

from game.commandline.option_types import parse_item_count, parse_seed

# SUPPRESS in all of these: what was typed before the command's name must not be reset by a default after it.


def add_front_end_options(command: ArgumentParser) -> None:
    """Let what can be typed before a command be typed after it."""
    command.add_argument("--plain", action="store_true", default=SUPPRESS, help="line mode")
    command.add_argument("--ascii", action="store_true", default=SUPPRESS, help="nothing but ASCII")
    add_pack_option(command)


def add_pack_option(command: ArgumentParser, *, help: str = "another pack") -> None:
    """Let ``--pack`` be typed after a command, too."""
    command.add_argument("--pack", type=Path, metavar="DIR", default=SUPPRESS, help=help)


def add_selection_options(command: ArgumentParser, items: int) -> None:
    """Let questions be chosen.

    Args:
        command: To which the options are added.
        items: How many by default; 0 for all.
    """
    about = f"how many (default {items or 'all'})"
    command.add_argument("--items", type=parse_item_count, default=items, metavar="N", help=about)
    command.add_argument("--level", type=int, choices=[1, 2, 3], action="append", default=[], help="may be repeated")
    command.add_argument(
        "--only", action="append", default=[], metavar="TAG", help="a carriage, a topic, a name; may be repeated"
    )
    command.add_argument("--kind", action="append", default=[], metavar="KIND", help="choice, number, order, ...")


def add_drawing_options(command: ArgumentParser, items: int = 20) -> None:
    """Let a paper be drawn, or taken from its file."""
    add_selection_options(command, items=items)
    command.add_argument("--seed", type=parse_seed, metavar="N", help="which paper is drawn (default 0)")
    command.add_argument("--without", action="append", default=[], metavar="ID", help="leave a question out")
    command.add_argument(
        "--shuffle", choices=["on", "off"], default="on", help="off keeps the options in the authors' order"
    )
    command.add_argument("--as-drawn", action="store_true", help="of a paper's file: the questions as they were")
    command.add_argument("--as-now", action="store_true", help="of a paper's file: the questions as the pack has them")


def add_output_options(command: ArgumentParser, *, help: str) -> None:
    """Let the file be named that is written."""
    command.add_argument("-o", "--out", type=Path, metavar="FILE", help=help)
    command.add_argument("--force", action="store_true", help="write over a file that is there")
