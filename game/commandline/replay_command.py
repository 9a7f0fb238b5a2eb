"""``carriages replay``: play the lines of a transcript or a record again and print what comes."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from game import __version__
from game.app.game import Game
from game.app.rehearsal import lay_out
from game.app.tour_files import Leaning, Outside
from game.commandline.exit_status import DIFFERS, OK, USAGE
from game.commandline.output import print_problems
from game.content import open_pack
from game.core.paths import cache_folder, data_folder, shipped
from game.pack.world import World
from game.prose import command_messages as messages
from game.prose.file_notices import describe_replay_error
from game.store import transcripts
from game.store.saves import Saves
from game.store.transcripts import Play


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument(
        "file", type=Path, metavar="FILE", help="a transcript, a record, or a text file with one typed line per line"
    )
    command.add_argument(
        "--seed", type=int, metavar="N", default=None, help="use this seed instead of the one in the transcript"
    )


def run(options: Namespace) -> int:
    """Print a replay; the status is DIFFERS if the result is not the same as the transcript."""
    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        return print_problems(problems, sys.stderr)
    try:
        text = transcripts.load_text(options.file)
    except (OSError, ValueError) as bad:
        print(messages.render_not_replayable(options.file, describe_replay_error(bad)), file=sys.stderr)
        return USAGE
    recorded = transcripts.read(text)
    seed = recorded.seed if options.seed is None else options.seed
    replayed, leanings = _replay(world, recorded, seed)
    differs = recorded.is_transcript and seed == recorded.seed and replayed != text
    if differs:
        # Printed first, because a long replay would hide it: the reader must know from which line on the session
        # differs.
        line = _first_difference(text, replayed)
        reason = _find_reason(text, line, leanings)
        print(messages.render_first_difference(options.file, line, reason), file=sys.stderr, flush=True)
    print(replayed, end="")
    return DIFFERS if differs else OK


def _replay(world: World, recorded: Play, seed: int) -> tuple[str, Sequence[Leaning]]:
    """The transcript of a new game in which the recorded lines are typed, and what this game did not have."""
    # A separate folder: the player's tour and files must not be changed.
    with TemporaryDirectory() as folder:
        # The real folder is only named, never changed: messages about files must be the same as in the game.
        saves = Saves(Path(folder), files=data_folder() / "files")
        if recorded.beginning.save:
            lay_out(recorded, world, saves, seed)
        game = Game(world, saves, seed, is_rehearsal=True)
        game.open(fresh=not recorded.beginning.save, lessons=recorded.beginning.lessons)
        for line in recorded.lines:
            if game.is_over:
                break
            game.perform(line)
        game.close()
        return game.transcript, game.leanings


def _first_difference(one: str, other: str) -> int:
    """Number of the first line that differs, from 1; 0 when only line breaks do.

    The first line of a transcript names the versions. If another line differs as well, that line says more.
    """
    pairs = zip_longest(one.splitlines(), other.splitlines())
    differing = [number for number, (was, now) in enumerate(pairs, start=1) if was != now]
    return next((number for number in differing if number > 1), differing[0] if differing else 0)


def _find_reason(text: str, line: int, leanings: Sequence[Leaning]) -> Outside | Literal["version"] | None:
    """Why the replay differs from a certain line on; None if no reason is known."""
    rows = text.splitlines()
    turn = sum(row.startswith(">") for row in rows[:line])
    before = [leaning.on for leaning in leanings if leaning.turn <= turn]
    is_ours = rows[:1] == [] or rows[0].startswith(f"# 21 Carriages {__version__}, pack")
    return before[-1] if before else None if is_ours and line > 1 else "version"
