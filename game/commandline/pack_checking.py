"""A pack as one file, once it has been checked: what ``carriages pack`` writes and ``carriages packs add`` installs."""

import sys
from pathlib import Path

from game.art.art_files import ArtFolder
from game.commandline.output import print_problems
from game.commandline.usage_error import UsageError, fail
from game.content.pack_art import open_art
from game.core.paths import find_art
from game.exchange.packing import PackedTour, check_for_packing, pack_tour
from game.pack.world import World
from game.prose import pack_messages as messages
from game.prose.command_messages import describe_unreadable


def pack_checked(folder: Path, command: str) -> PackedTour:
    """The pack in a folder, or in a file that holds one, as one file.

    Raises:
        UsageError: It has problems, findings that are errors, or drafts; all of them were printed.
    """
    checked = check_for_packing(folder)
    world, linted = checked.linted.world, checked.linted
    if world is None:
        print_problems(linted.problems, sys.stderr)
        raise UsageError(messages.render_refused_pack(command))
    errors = [str(placed) for placed in linted.found if placed.finding.is_error]
    wrong = [*errors, *map(str, linted.remarks), *ArtFolder(open_art(folder)).find_pack_faults(world)]
    if wrong or checked.drafts:
        print(*wrong, sep="\n", end="\n" if wrong else "", file=sys.stderr)
        fail(command, messages.describe_unready_pack(len(wrong), checked.drafts))
    return _pack(folder, world, command)


def _pack(folder: Path, world: World, command: str) -> PackedTour:
    try:
        return pack_tour(folder, world, find_art(folder))
    except OSError as bad:
        fail(command, describe_unreadable(bad.filename or folder, bad.strerror or bad))
