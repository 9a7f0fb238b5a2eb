"""The entry point of ``carriages``: understands what was typed and hands over to the command.

Nothing is imported here that playing does not need; a command's module is imported when its name was typed.
"""

import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, TextIO

from game.commandline.exit_status import INTERRUPTED, OK, USAGE
from game.commandline.play_command import play

if TYPE_CHECKING:
    from argparse import Namespace

DEFAULTS = {"command": None, "plain": False, "seed": 0, "new": False, "pack": None, "ascii": False}
"""The options when nothing is typed after ``carriages``."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return the exit status."""
    _use_utf8(sys.stdin, sys.stdout, sys.stderr)
    typed = sys.argv[1:] if arguments is None else arguments
    # Without arguments no parser is built: argparse alone would be a tenth of the start.
    options = parse_arguments(typed) if typed else SimpleNamespace(**DEFAULTS)
    try:
        return play(options) if options.command is None else _run(options)
    except KeyboardInterrupt:
        print()
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody to tell. Python would complain while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def parse_arguments(typed: Sequence[str]) -> "Namespace":
    """The options that were typed; ends the process where they cannot be understood, as argparse does."""
    from game.commandline.arguments import build_parser

    parser = build_parser()
    parser.set_defaults(**DEFAULTS)
    return parser.parse_args(typed)


def _run(options: "Namespace | SimpleNamespace") -> int:
    from game.commandline.usage_error import UsageError

    try:
        return int(options.run_command(options))
    except UsageError as bad:
        print(bad, file=sys.stderr)
        return USAGE


def _use_utf8(*streams: TextIO) -> None:
    """Read and write UTF-8 whatever the locale is; a byte that is no UTF-8 becomes a mark, not an error."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
