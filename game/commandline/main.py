"""The entry point of ``carriages``: reads what was typed and calls the command.

Nothing is imported here that playing does not need; a command's module is imported when its name was typed.
"""

import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from game.commandline.guard import run_guarded
from game.commandline.play_command import play
from game.commandline.streams import prepare_streams

if TYPE_CHECKING:
    from argparse import Namespace

DEFAULTS = {"command": None, "plain": False, "seed": 0, "new": False, "pack": None, "ascii": False}
"""The options when nothing is typed after ``carriages``."""

PLAIN = ("--plain",)
"""The options that scripts and screen reader users type at every start."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return the exit status."""
    prepare_streams()
    typed = sys.argv[1:] if arguments is None else arguments
    return run_guarded(lambda: _run(typed))


def _run(typed: Sequence[str]) -> int:
    # For the two usual ways to start a tour no parser is built: argparse would take a tenth of the time to start.
    is_begun = tuple(typed) in ((), PLAIN)
    options = SimpleNamespace(**DEFAULTS | {"plain": bool(typed)}) if is_begun else parse_arguments(typed)
    return play(options) if options.command is None else int(options.run_command(options))


def parse_arguments(typed: Sequence[str]) -> "Namespace":
    """The options that were typed. Like argparse, it ends the process if they are invalid."""
    from game.commandline.arguments import build_parser

    parser = build_parser()
    parser.set_defaults(**DEFAULTS)
    return parser.parse_args(typed)
