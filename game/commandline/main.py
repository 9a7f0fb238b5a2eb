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
    return parser.parse_args(name_exam_file(typed))


def name_exam_file(typed: Sequence[str]) -> Sequence[str]:
    """The words that were typed, with ``--file`` before the file of an exam: argparse takes it for an action's name.

    >>> name_exam_file(["exam", "pupil.exam", "--name", "Stoker-07"])
    ['exam', '--file', 'pupil.exam', '--name', 'Stoker-07']
    """
    from game.commandline.command_table import EXAM_ACTIONS

    if "exam" not in typed:
        return typed
    first = typed.index("exam") + 1
    rest = list(typed[first:])
    if rest and rest[0] in EXAM_ACTIONS:
        return typed
    for place, word in enumerate(rest):
        # Not after an option: there, the word is the option's value.
        is_value = place > 0 and rest[place - 1] in ("--paper", "--folder", "--name", "--pack", "--file")
        if not is_value and not word.startswith("-") and (place == 0 or word.endswith(".exam")):
            return [*typed[:first], *rest[:place], "--file", *rest[place:]]
    return typed
