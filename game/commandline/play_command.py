"""``carriages`` without a command: play the tour.

Imports stay inside the functions: line mode never loads Textual, a warm start never loads YAML, and the first frame is
painted before the game is loaded.
"""

import gc
import sys
from typing import TYPE_CHECKING

from game.commandline.line_choice import wants_lines
from game.core.paths import cache_folder, data_folder, shipped
from game.core.terminal import is_poor

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from types import SimpleNamespace

    from game.app.game import Game
    from game.content.problems import Problem


def play(options: "Namespace | SimpleNamespace") -> int:
    """Play the tour, and return the exit status."""
    # Starting makes many objects and no garbage, so the collector is off until the first prompt or frame.
    gc.disable()
    found: list[Problem] = []

    def open_game() -> "Game | None":
        game, problems = _open_game(options)
        found.extend(problems)
        return game

    if wants_lines(options):
        from game.plain import line_mode

        game = open_game()
        gc.freeze()
        gc.enable()
        if game is not None:
            width = line_mode.width_of(sys.stdout)
            return line_mode.run(
                game,
                sys.stdin,
                sys.stdout,
                fresh=options.new,
                width=width,
                is_ascii=options.ascii,
                home=data_folder(),
            )
    else:
        from game import tui

        is_ascii = options.ascii or is_poor()
        status = tui.run(
            open_game, fresh=options.new, home=data_folder(), is_ascii=is_ascii, is_ours=options.pack is None
        )
        if not found:
            return status
    from game.commandline.output import print_problems

    return print_problems(found, sys.stderr)


def _open_game(options: "Namespace | SimpleNamespace") -> "tuple[Game | None, Sequence[Problem]]":
    """The game in the chosen pack, or why there is none."""
    from game.app.game import Game
    from game.content import open_pack
    from game.content.pack_art import open_art
    from game.store.saves import Saves

    folder = options.pack or shipped("rooms")
    world, problems = open_pack(folder, cache_folder())
    if world is None:
        return None, problems
    return Game(world, Saves(data_folder()), options.seed, art=open_art(folder)), ()
