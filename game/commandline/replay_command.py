"""``carriages replay``: play the lines of a transcript or a record again and print what comes."""

import sys
from argparse import ArgumentParser, Namespace
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from game.app.game import Game
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
    """Print a replay; the status is DIFFERS when a transcript does not come out as it was."""
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
    replayed = _replay(world, recorded, seed)
    print(replayed, end="")
    if recorded.is_transcript and seed == recorded.seed and replayed != text:
        line = _first_difference(text, replayed)
        print(messages.render_first_difference(options.file, line), file=sys.stderr)
        return DIFFERS
    return OK


def _replay(world: World, recorded: Play, seed: int) -> str:
    """The transcript of a new game in which the recorded lines are typed."""
    # A folder of its own: the player's tour and files must not be touched.
    with TemporaryDirectory() as folder:
        # Told and never touched: what is said of a file must be what was said in the game.
        saves = Saves(Path(folder), files=data_folder() / "files")
        if recorded.beginning.save:
            saves.old_tour.write_bytes(recorded.beginning.save)
        game = Game(world, saves, seed, is_rehearsal=True)
        game.open(fresh=not recorded.beginning.save, lessons=recorded.beginning.lessons)
        for line in recorded.lines:
            if game.is_over:
                break
            game.perform(line)
        return game.transcript


def _first_difference(one: str, other: str) -> int:
    """Number of the first line that differs, from 1; 0 when only line breaks do."""
    pairs = zip_longest(one.splitlines(), other.splitlines())
    return next((number for number, (was, now) in enumerate(pairs, start=1) if was != now), 0)
