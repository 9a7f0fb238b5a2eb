"""The command ``carriages``: what is typed after it, and which part of the house answers.

Imports stay inside the functions that need them: line mode never loads Textual, a warm start never loads YAML.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, TextIO, cast

from game import __version__
from game.paths import cache_folder, data_folder, shipped

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from game.content.problems import Problem
    from game.play import Game

OK, DIFFERS, USAGE, INTERRUPTED = 0, 1, 2, 130

DEFAULTS = {"command": None, "plain": False, "seed": 0, "new": False, "pack": None, "ascii": False}
"""What holds when nothing is typed after the command; then no parser is made, which saves a tenth of the start."""

DESCRIPTION = """\
A walk through the armoured 21-carriage train of two news articles of September 2023.
Every sentence knows its source. Without a command, the tour begins or goes on.
"""

EPILOG = """\
environment:
  CARRIAGES_HOME   folder for saves and the cache, instead of the system's own
  NO_COLOR         no colour; TERM=dumb, or no terminal, means line mode
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    _utf8(sys.stdin, sys.stdout, sys.stderr)
    typed = sys.argv[1:] if arguments is None else arguments
    options = parser().parse_args(typed) if typed else SimpleNamespace(**DEFAULTS)
    try:
        if options.command is None:
            return _play(options)
        from game import tools

        return tools.COMMANDS[options.command](cast("Namespace", options))
    except KeyboardInterrupt:
        print()
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody to tell. Python would complain while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def parser() -> "ArgumentParser":
    """What can be typed after ``carriages``."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    top = ArgumentParser(
        prog="carriages", description=DESCRIPTION, epilog=EPILOG, formatter_class=RawDescriptionHelpFormatter
    )
    top.set_defaults(**DEFAULTS)
    top.add_argument("--version", action="version", version=f"carriages {__version__}")
    top.add_argument("--plain", action="store_true", help="line mode: lines in, lines out, no screen")
    top.add_argument("--ascii", action="store_true", help="write nothing but ASCII; pictures in characters")
    top.add_argument("--seed", type=int, metavar="N", help="decides the order of options (default 0)")
    top.add_argument("--new", action="store_true", help="begin a new tour even when one is kept")
    top.add_argument("--pack", type=Path, metavar="DIR", help="play the pack in this folder instead of our own")
    _add_commands(top)
    return top


def _add_commands(top: "ArgumentParser") -> None:
    commands = top.add_subparsers(dest="command", title="commands", metavar="")
    check = commands.add_parser("check", help="check a pack and print all its problems")
    check.add_argument("pack_folder", nargs="?", type=Path, metavar="DIR", help="the pack; our own when left out")
    check.add_argument("--articles", type=Path, metavar="DIR", help="check it against the articles in this folder too")
    check.add_argument("--coverage", action="store_true", help="print what rests on each paragraph of the sources")
    sources = commands.add_parser("sources", help="scan an article into a source map, without its sentences")
    sources.add_argument("action", choices=["scan"])
    sources.add_argument("article", type=Path, metavar="ARTICLE", help="the article as a text file")
    sources.add_argument("--id", default="A", metavar="LETTER", help="the capital letter it is cited by (default A)")
    whole = commands.add_parser("print", help="print the whole tour as linear text, every fact with its source")
    whole.add_argument("--markdown", action="store_true", help="as Markdown")
    replay = commands.add_parser("replay", help="play the lines of a transcript or a record again and print what comes")
    replay.add_argument("file", type=Path, metavar="FILE", help="a transcript, or typed lines, one a line")
    replay.add_argument("--seed", type=int, metavar="N", default=None, help="another seed than the transcript's")
    _add_art(commands.add_parser("art", help="print the picture of a room; for whoever draws"))
    schema = commands.add_parser("schema", help="print the JSON Schema of a kind of file")
    schema.add_argument(
        "kind", nargs="?", default="", help="tour, sources, facts, entities, differences or room; all when left out"
    )
    schema.add_argument("-o", "--out", type=Path, metavar="DIR", help="write one file a kind into this folder instead")


def _add_art(art: "ArgumentParser") -> None:
    art.add_argument("name", nargs="?", default="", metavar="NAME", help="the scene; all of them when left out")
    art.add_argument("--width", type=_columns, default=82, metavar="N", help="columns (default 82)")
    art.add_argument("--rows", type=_rows, default=14, metavar="N", help="rows, from 8; from 20 at twice the size")
    art.add_argument("--colours", choices=["truecolor", "256", "ascii"], default="truecolor")
    art.add_argument("--hour", choices=["night", "dawn", "day", "dusk"], default="dusk")
    art.add_argument("--check", action="store_true", help="find what is wrong with sprites and scenes")


def _play(options: "Namespace | SimpleNamespace") -> int:
    # Starting makes many objects and no garbage: the collector rests until the first prompt or frame is there.
    gc.disable()
    found: list[Problem] = []

    def open_game() -> "Game | None":
        game, problems = _open(options)
        found.extend(problems)
        return game

    if options.plain or not _has_screen():
        from game import plain

        game = open_game()
        gc.freeze()
        gc.enable()
        if game is not None:
            return plain.run(
                game,
                sys.stdin,
                sys.stdout,
                fresh=options.new,
                width=plain.width_of(sys.stdout),
                is_ascii=options.ascii,
            )
    else:
        from game import tui

        tui.run(open_game, fresh=options.new, home=data_folder(), is_ascii=options.ascii or _is_poor())
    from game.tools import tell_problems

    return tell_problems(found, sys.stderr)


def _open(options: "Namespace | SimpleNamespace") -> "tuple[Game | None, Sequence[Problem]]":
    """The game in the pack that was asked for, or why there is none."""
    from game.content import open_pack
    from game.play import Game
    from game.saves import Saves

    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        return None, problems
    return Game(world, Saves(data_folder()), options.seed), ()


def _is_poor() -> bool:
    """Whether the locale knows no more than ASCII; line mode speaks UTF-8 all the same."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    return wanted in ("C", "POSIX")


def _has_screen() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb",)


def _columns(text: str) -> int:
    return _between(text, 20, 400)


def _rows(text: str) -> int:
    return _between(text, 8, 28)


def _between(text: str, least: int, most: int) -> int:
    from argparse import ArgumentTypeError

    if not text.isdecimal() or not least <= int(text) <= most:
        raise ArgumentTypeError(f"expected a number from {least} to {most}, found {text!r}")
    return int(text)


def _utf8(*streams: TextIO) -> None:
    """Speak UTF-8 whatever the locale; a byte that is none becomes a mark, not an error."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
