"""``carriages check``: check a pack and print all its problems."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exit_status import DIFFERS, OK, USAGE
from game.commandline.output import print_problems
from game.content.linting import lint_pack
from game.core.paths import shipped
from game.pack.world import World
from game.prose.command_messages import render_pack_counts


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument(
        "pack_folder", nargs="?", type=Path, metavar="DIR", help="folder of the pack (default: the built-in pack)"
    )
    command.add_argument(
        "--articles", type=Path, metavar="DIR", help="also compare the pack with the articles in this folder"
    )
    command.add_argument(
        "--coverage",
        action="store_true",
        help="print which facts cite each paragraph of the sources, and which paragraphs no fact cites",
    )


def run(options: Namespace) -> int:
    """Check a pack and its questions, and the pictures where it is our own pack."""
    folder = options.pack_folder or shipped("rooms")
    checked = lint_pack(folder, articles_in=options.articles)
    status = print_problems(checked.problems, sys.stdout)
    if (world := checked.world) is None:
        return status
    # Another pack brings no pictures: ours are none of its problems.
    if options.pack_folder is None:
        status = max(status, _check_pictures(world))
    print(*checked.remarks, sep="\n", end="\n" if checked.remarks else "")
    for placed in checked.found:
        if not placed.finding.is_note:
            print(placed)
    things = sum(len(room.things) for room in world.rooms.values())
    items = sum(len(room.items) for room in world.rooms.values())
    warnings = len(checked.problems) + checked.warnings
    counted = render_pack_counts(
        folder,
        rooms=len(world.rooms),
        things=things,
        facts=len(world.facts),
        questions=items,
        errors=checked.errors,
        warnings=warnings,
    )
    print(counted)
    if options.coverage:
        from game.content.coverage import count_coverage, render_coverage

        print(*render_coverage(count_coverage(world)), sep="\n")
    return max(status, DIFFERS if checked.errors else OK)


def _check_pictures(world: World) -> int:
    """Print what is wrong with our own pictures; the game plays on without them."""
    from game.art.art_files import ArtFolder

    things = {room.picture or room.id: {thing.id for thing in room.things} for room in world.rooms.values()}
    faults = ArtFolder(shipped("assets")).find_faults(things)
    print(*faults, sep="\n", end="\n" if faults else "")
    return USAGE if faults else OK
