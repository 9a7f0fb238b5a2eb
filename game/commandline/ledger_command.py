"""``carriages ledger``: what a machine reads out of a fact, and the signature of a person who has compared it."""

import sys
from argparse import ArgumentParser, Namespace

from game.commandline.exit_status import OK, USAGE
from game.commandline.output import print_problems
from game.commandline.shared_options import add_pack_option
from game.content import open_pack
from game.core.paths import cache_folder, shipped
from game.prose.reading_lines import describe_unknown_fact, render_reading, render_signature


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument("action", choices=["show", "sign"], help="show what is read, or print signatures")
    command.add_argument("fact", nargs="*", metavar="ID", help="ids of the facts to show (default: all facts)")
    add_pack_option(command)


def run(options: Namespace) -> int:
    """Print some facts with what is derived of them."""
    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        return print_problems(problems, sys.stderr)
    unknown = [fact_id for fact_id in options.fact if fact_id not in world.facts]
    # All unknown ids at once, before anything is printed: in a file, half a list would look complete.
    if unknown:
        print(*(describe_unknown_fact(fact_id, world) for fact_id in unknown), sep="\n", file=sys.stderr)
        return USAGE
    for fact_id in options.fact or world.facts:
        lines = render_reading if options.action == "show" else render_signature
        print(*lines(world.facts[fact_id], world), sep="\n")
    return OK
