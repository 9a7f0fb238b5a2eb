"""``carriages check``: check a pack and print all its problems."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exit_status import DIFFERS, OK, USAGE
from game.commandline.option_types import parse_edit_count, parse_seed
from game.commandline.output import print_problems
from game.commandline.shared_options import add_pack_argument
from game.content.checklist import render_checklist
from game.content.linting import LintedPack, lint_pack
from game.content.pack_art import open_art
from game.core.paths import shipped
from game.pack.world import World
from game.prose.command_messages import render_pack_counts, render_silenced
from game.prose.mutation_lines import describe_unnoticed, render_mutation_shares


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    add_pack_argument(command)
    command.add_argument(
        "--articles", type=Path, metavar="DIR", help="also compare the pack with the articles in this folder"
    )
    command.add_argument(
        "--coverage",
        action="store_true",
        help="print which facts cite each paragraph of the sources, and which paragraphs no fact cites",
    )
    command.add_argument(
        "--mutate",
        type=parse_edit_count,
        metavar="N",
        help="make N false edits in a copy of the pack, print which share of each kind the rules notice, and go",
    )
    command.add_argument(
        "--seed", type=parse_seed, default=1, metavar="S", help="with --mutate: another seed, other edits"
    )
    command.add_argument("--unnoticed", action="store_true", help="with --mutate: print the edits that went unnoticed")


def run(options: Namespace) -> int:
    """Check a pack, its questions and its pictures."""
    folder = options.pack_folder or shipped("rooms")
    if options.mutate:
        return _mutate(folder, options)
    checked = lint_pack(folder, articles_in=options.articles)
    status = print_problems(checked.problems, sys.stdout)
    if (world := checked.world) is None:
        _print_steps(options, checked)
        return status
    status = max(status, _check_pictures(folder, world))
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
    _print_steps(options, checked)
    if checked.silenced:
        print(render_silenced(checked.silenced))
    if options.coverage:
        from game.content.coverage import count_coverage, render_coverage

        print(*render_coverage(count_coverage(world)), sep="\n")
    return max(status, DIFFERS if checked.errors else OK)


def _mutate(folder: Path, options: Namespace) -> int:
    """Print how many false edits the rules notice, in a pack without problems."""
    from game.content.mutating.mutation_run import count_shares, run_mutations

    mutations = run_mutations(folder, options.mutate, options.seed)
    if not mutations:
        return print_problems(lint_pack(folder).problems, sys.stdout) or USAGE
    unnoticed = [each for each in mutations if not each.rules] if options.unnoticed else ()
    print(*(describe_unnoticed(*each[:4]) for each in unnoticed), sep="\n", end="\n" if unnoticed else "")
    print(*render_mutation_shares(count_shares(mutations), options.seed), sep="\n")
    return OK


def _check_pictures(folder: Path, world: World) -> int:
    """Print what is wrong with the pictures of a pack. The game also works without pictures."""
    from game.art.art_files import ArtFolder

    faults = ArtFolder(open_art(folder)).find_pack_faults(world)
    print(*faults, sep="\n", end="\n" if faults else "")
    return USAGE if faults else OK


def _print_steps(options: Namespace, checked: LintedPack) -> None:
    """Print what an author has to do next. The built-in pack is nobody's to go on with."""
    if options.pack_folder is not None:
        print(*(f"{line}\n" for line in render_checklist(checked.steps)), sep="", end="")
