"""What ``carriages`` does besides playing: check, lint, print, scan, replay, draw. One function a command.

Imports stay inside the functions that need them, so that each command loads what it uses.
"""

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Literal, TextIO

from game.core.paths import cache_folder, shipped

OK, DIFFERS, USAGE = 0, 1, 2


def check(options: Namespace) -> int:
    """Check a pack and print all its problems, its questions' too; our own pictures, when it is our own."""
    from game.content.linting import lint_pack

    folder = options.pack_folder or shipped("rooms")
    told = lint_pack(folder, articles_in=options.articles)
    status = tell_problems(told.problems, sys.stdout)
    if (world := told.world) is None:
        return status
    if options.pack_folder is None:
        status = max(status, _tell_faults({r.picture or r.id: {t.id for t in r.things} for r in world.rooms.values()}))
    for placed in told.found:
        if not placed.finding.is_note:
            print(placed)
    things = sum(len(room.things) for room in world.rooms.values())
    items = sum(len(room.items) for room in world.rooms.values())
    counts = f"{len(world.rooms)} rooms, {things} things, {len(world.facts)} facts, {items} questions"
    print(f"{folder}: {counts}, {told.errors} errors, {len(told.problems) + told.warnings} warnings.")
    if options.coverage:
        from game.content.coverage import count_coverage, render_coverage

        print(*render_coverage(count_coverage(world)), sep="\n")
    return max(status, DIFFERS if told.errors else OK)


def _tell_faults(things: dict[str, set[str]]) -> int:
    """Print what is wrong with our own pictures; the game plays on without them."""
    from game.art.art_files import ArtFolder

    faults = ArtFolder(shipped("assets")).find_faults(things)
    print(*faults, sep="\n", end="\n" if faults else "")
    return USAGE if faults else OK


def tell_problems(problems: Sequence[object], sink: TextIO) -> int:
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


def lint(options: Namespace) -> int:
    """Print what lint finds in a pack's questions; the status is 1 when one is an error, or a warning with --strict."""
    from game.content.linting import lint_pack, read_baseline, render_findings_json
    from game.quiz.lint import RULES, lines

    if options.rules:
        print(*(f"{rule}  {about}" for rule, about in RULES.items()), sep="\n")
        return OK
    try:
        known = read_baseline(options.baseline) if options.baseline else ()
    except (OSError, ValueError) as bad:
        print(f"{options.baseline}: this is no list of findings: {bad}. --format json writes one.", file=sys.stderr)
        return USAGE
    folder = options.pack_folder or shipped("rooms")
    told = lint_pack(folder, known)
    if told.card is None:
        return tell_problems(told.problems, sys.stderr)
    if options.format == "json":
        print(render_findings_json(told))
    elif options.card:
        print(*lines(told.card), sep="\n")
    else:
        print(*told.found, sep="\n")
        print(f"{folder}: {told.errors} errors, {told.warnings} warnings, {told.ignored} ignored with a reason.")
    return DIFFERS if told.errors or (options.strict and told.warnings) else OK


def schema(options: Namespace) -> int:
    """Print the JSON Schemas, or write them into a folder."""
    from game.content import schema

    if options.kind and options.kind not in schema.SCHEMA_KINDS:
        print(
            f"carriages schema: no kind of file called {options.kind!r}. There are: {', '.join(schema.SCHEMA_KINDS)}.",
            file=sys.stderr,
        )
        return USAGE
    kinds = [options.kind] if options.kind else list(schema.SCHEMA_KINDS)
    if options.out is None:
        print(schema.render_schema(*kinds))
        return OK
    options.out.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        (options.out / f"{kind}.json").write_text(schema.render_schema(kind) + "\n", encoding="utf-8")
    return OK


def scan(options: Namespace) -> int:
    """Print an article as a source map."""
    from game.content.scan import render_source_map

    if not re.fullmatch("[A-Z]", options.id):
        print(f"carriages sources: --id takes one capital letter, found {options.id!r}.", file=sys.stderr)
        return USAGE
    try:
        text = options.article.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as bad:
        print(f"{options.article}:1:1: the article cannot be read as UTF-8 text: {bad}", file=sys.stderr)
        return USAGE
    print(render_source_map(text, options.id), end="")
    return OK


def replay(options: Namespace) -> int:
    """Play a file's lines in a game of its own: the player's tour and files are not touched."""
    from tempfile import TemporaryDirectory

    from game.app.game import Game
    from game.content import open_pack
    from game.store import transcripts
    from game.store.saves import RUNNING, Saves

    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        return tell_problems(problems, sys.stderr)
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


def art(options: Namespace) -> int:
    """Print a picture, or what is wrong with them all."""
    from game.art import Size, paint_picture, write_picture
    from game.art.ansi import render_ansi
    from game.art.art_files import ArtFolder

    art = ArtFolder(shipped("assets"))
    if options.check:
        faults = art.find_faults()
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
            print(*write_picture(scene, art.sprites, size), sep="\n")
        else:
            depth: Literal["truecolour", "256"] = "256" if options.colours == "256" else "truecolour"
            picture = paint_picture(scene, art.sprites, size, options.hour, depth=depth)
            print(render_ansi(picture.pixels, is_256=depth == "256"))
    return OK


def print_(options: Namespace) -> int:
    """Print the whole tour as linear text."""
    from game.content import open_pack
    from game.exports.tour_text import as_markdown, as_text

    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        return tell_problems(problems, sys.stderr)
    print((as_markdown if options.markdown else as_text)(world))
    return OK


COMMANDS: Mapping[str, Callable[[Namespace], int]] = {
    "check": check,
    "lint": lint,
    "schema": schema,
    "sources": scan,
    "print": print_,
    "replay": replay,
    "art": art,
}
"""What is typed after ``carriages`` -> what answers."""
