"""The command ``carriages``: what is typed after it, and which part of the house answers.

Imports stay inside the functions that need them: line mode never loads Textual, a warm start never loads YAML.
"""

import gc
import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, TextIO, cast

from game.core.paths import cache_folder, data_folder, shipped
from game.core.terminal import has_screen, is_poor

if TYPE_CHECKING:
    from argparse import Namespace

    from game.app.game import Game
    from game.content.problems import Problem

OK, DIFFERS, USAGE, INTERRUPTED = 0, 1, 2, 130

DEFAULTS = {"command": None, "plain": False, "seed": 0, "new": False, "pack": None, "ascii": False}
"""What holds when nothing is typed after the command; then no parser is made, which saves a tenth of the start."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    _utf8(sys.stdin, sys.stdout, sys.stderr)
    typed = sys.argv[1:] if arguments is None else arguments
    options = _parsed(typed) if typed else SimpleNamespace(**DEFAULTS)
    try:
        if options.command is None:
            return _play(options)
        return _do(cast("Namespace", options))
    except KeyboardInterrupt:
        print()
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody to tell. Python would complain while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _parsed(typed: Sequence[str]) -> "Namespace":
    """What was typed, understood; argparse is loaded only here."""
    from game.commandline.arguments import parser

    top = parser()
    top.set_defaults(**DEFAULTS)
    return top.parse_args(typed)


def _do(options: "Namespace") -> int:
    """Run what was typed after ``carriages``."""
    from game.commandline import quizzes, results, teaching, tools
    from game.commandline.choosing import UsageError

    try:
        return {**tools.COMMANDS, **quizzes.COMMANDS, **teaching.COMMANDS, **results.COMMANDS}[options.command](options)
    except UsageError as bad:
        print(bad, file=sys.stderr)
        return USAGE


def _play(options: "Namespace | SimpleNamespace") -> int:
    # Starting makes many objects and no garbage: the collector rests until the first prompt or frame is there.
    gc.disable()
    found: list[Problem] = []

    def open_game() -> "Game | None":
        game, problems = _open(options)
        found.extend(problems)
        return game

    if options.plain or not has_screen():
        from game.plain import line_mode

        game = open_game()
        gc.freeze()
        gc.enable()
        if game is not None:
            return line_mode.run(
                game,
                sys.stdin,
                sys.stdout,
                fresh=options.new,
                width=line_mode.width_of(sys.stdout),
                is_ascii=options.ascii,
            )
    else:
        from game import tui

        tui.run(open_game, fresh=options.new, home=data_folder(), is_ascii=options.ascii or is_poor())
    from game.commandline.tools import tell_problems

    return tell_problems(found, sys.stderr)


def _open(options: "Namespace | SimpleNamespace") -> "tuple[Game | None, Sequence[Problem]]":
    """The game in the pack that was asked for, or why there is none."""
    from game.app.game import Game
    from game.content import open_pack
    from game.store.saves import Saves

    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        return None, problems
    return Game(world, Saves(data_folder()), options.seed), ()


def _utf8(*streams: TextIO) -> None:
    """Speak UTF-8 whatever the locale; a byte that is none becomes a mark, not an error."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
