"""The command ``carriages``: what is typed after it, and which part of the house answers.

Imports stay inside the functions that need them: line mode never loads Textual, a warm start never loads YAML.
"""

import gc
import os
import re
import sys
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Literal, TextIO

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
        return _COMMANDS.get(options.command, _play)(options)
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
    return _tell_problems(found, sys.stderr)


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


def _check(options: "Namespace | SimpleNamespace") -> int:
    from game.content.load import load

    folder = options.pack_folder or shipped("rooms")
    loaded = load(folder, options.articles)
    status = _tell_problems(loaded.problems, sys.stdout)
    if loaded.world is not None and options.pack_folder is None:
        status = max(
            status, _tell_faults({r.picture or r.id: {t.id for t in r.things} for r in loaded.world.rooms.values()})
        )
    if loaded.world is not None:
        world = loaded.world
        things = sum(len(room.things) for room in world.rooms.values())
        items = sum(len(room.items) for room in world.rooms.values())
        counts = f"{len(world.rooms)} rooms, {things} things, {len(world.facts)} facts, {items} questions"
        print(f"{folder}: {counts}, {len(loaded.problems)} warnings.")
        if options.coverage:
            from game.content.coverage import coverage, table

            print(*table(coverage(world)), sep="\n")
    return status


def _tell_faults(things: dict[str, set[str]]) -> int:
    """Print what is wrong with our own pictures; the game plays on without them."""
    from game.art.files import Art

    faults = Art(shipped("assets")).faults(things)
    print(*faults, sep="\n", end="\n" if faults else "")
    return USAGE if faults else OK


def _tell_problems(problems: Sequence[object], sink: TextIO) -> int:
    """Print problems, one a line; the status is that of the worst."""
    for problem in problems:
        print(problem, file=sink)
    fatal = sum(1 for problem in problems if getattr(problem, "is_fatal", True))
    if fatal:
        print(
            f"{fatal} {'problem' if fatal == 1 else 'problems'}: this pack cannot be played until they are mended.",
            file=sink,
        )
    return USAGE if fatal else OK


def _schema(options: "Namespace | SimpleNamespace") -> int:
    from game.content import schema

    if options.kind and options.kind not in schema.KINDS:
        print(
            f"carriages schema: no kind of file called {options.kind!r}. There are: {', '.join(schema.KINDS)}.",
            file=sys.stderr,
        )
        return USAGE
    kinds = [options.kind] if options.kind else list(schema.KINDS)
    if options.out is None:
        print(schema.text(*kinds))
        return OK
    options.out.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        (options.out / f"{kind}.json").write_text(schema.text(kind) + "\n", encoding="utf-8")
    return OK


def _scan(options: "Namespace | SimpleNamespace") -> int:
    from game.content.scan import source_map

    if not re.fullmatch("[A-Z]", options.id):
        print(f"carriages sources: --id takes one capital letter, found {options.id!r}.", file=sys.stderr)
        return USAGE
    try:
        text = options.article.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as bad:
        print(f"{options.article}:1:1: the article cannot be read as UTF-8 text: {bad}", file=sys.stderr)
        return USAGE
    print(source_map(text, options.id), end="")
    return OK


def _replay(options: "Namespace | SimpleNamespace") -> int:
    """Play a file's lines in a game of its own: the player's tour and files are not touched."""
    from tempfile import TemporaryDirectory

    from game import transcripts
    from game.content import open_pack
    from game.play import Game
    from game.saves import RUNNING, Saves

    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        return _tell_problems(problems, sys.stderr)
    try:
        text = transcripts.load_text(options.file)
    except (OSError, ValueError) as bad:
        print(f"{options.file}: this cannot be replayed: {getattr(bad, 'strerror', None) or bad}.", file=sys.stderr)
        return USAGE
    play = transcripts.read(text)
    seed = play.seed if options.seed is None else options.seed
    with TemporaryDirectory() as folder:
        saves = Saves(Path(folder))
        if play.beginning.save:
            saves.path(RUNNING).write_bytes(play.beginning.save)
        game = Game(world, saves, seed, is_rehearsal=True)
        game.open(fresh=not play.beginning.save, lessons=play.beginning.lessons)
        for line in play.lines:
            if game.is_over:
                break
            game.perform(line)
    print(game.transcript, end="")
    if play.is_transcript and seed == play.seed and game.transcript != text:
        pairs = zip_longest(text.splitlines(), game.transcript.splitlines())
        number = next((n for n, (was, now) in enumerate(pairs, start=1) if was != now), 0)
        print(f"{options.file}:{number}: the replay differs from here on.", file=sys.stderr)
        return DIFFERS
    return OK


def _columns(text: str) -> int:
    return _between(text, 20, 400)


def _rows(text: str) -> int:
    return _between(text, 8, 28)


def _between(text: str, least: int, most: int) -> int:
    from argparse import ArgumentTypeError

    if not text.isdecimal() or not least <= int(text) <= most:
        raise ArgumentTypeError(f"expected a number from {least} to {most}, found {text!r}")
    return int(text)


def _art(options: "Namespace | SimpleNamespace") -> int:
    from game.art import Size, painted, written
    from game.art.ansi import printed
    from game.art.files import Art

    art = Art(shipped("assets"))
    if options.check:
        faults = art.faults()
        print(*faults, f"{len(art.sprites)} sprites, {len(art.names)} scenes, {len(faults)} faults.", sep="\n")
        return USAGE if faults else OK
    if options.name and options.name not in art.names:
        print(
            f"carriages art: no scene is called {options.name!r}. There are: {', '.join(art.names)}.", file=sys.stderr
        )
        return USAGE
    size = Size(options.width, options.rows)
    for name in [options.name] if options.name else art.names:
        scene = art.scene(name)
        print(f"{name}: {scene.title}")
        if options.colours == "ascii":
            print(*written(scene, art.sprites, size), sep="\n")
        else:
            depth: Literal["truecolour", "256"] = "256" if options.colours == "256" else "truecolour"
            picture = painted(scene, art.sprites, size, options.hour, depth=depth)
            print(printed(picture.pixels, is_256=depth == "256"))
    return OK


def _print(options: "Namespace | SimpleNamespace") -> int:
    from game.exports.tour import as_markdown, as_text

    game, problems = _open(options)
    if game is None:
        return _tell_problems(problems, sys.stderr)
    print((as_markdown if options.markdown else as_text)(game.world))
    return OK


def _utf8(*streams: TextIO) -> None:
    """Speak UTF-8 whatever the locale; a byte that is none becomes a mark, not an error."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


COMMANDS = {"check": _check, "schema": _schema, "sources": _scan, "print": _print, "replay": _replay}
"""What is typed after ``carriages`` -> what answers. Anything else plays."""


COMMANDS = {"check": _check, "schema": _schema, "sources": _scan, "print": _print, "replay": _replay}
"""What is typed after ``carriages`` -> what answers. Anything else plays."""


_COMMANDS = {
    "check": _check,
    "schema": _schema,
    "sources": _scan,
    "print": _print,
    "replay": _replay,
    "art": _art,
}
"""What is typed after ``carriages`` -> what answers; anything else plays."""
