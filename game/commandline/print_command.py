"""``carriages print``: print the whole tour as linear text, every fact with its source."""

import sys
from argparse import ArgumentParser, Namespace

from game.commandline.draft_refusal import refuse_drafts
from game.commandline.exit_status import OK
from game.commandline.output import print_problems
from game.content import open_pack
from game.core.paths import cache_folder, shipped
from game.exports.tour_text import render_tour_markdown, render_tour_text


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument("--markdown", action="store_true", help="write Markdown instead of plain text")


def run(options: Namespace) -> int:
    """Print the whole tour."""
    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        return print_problems(problems, sys.stderr)
    refuse_drafts(world, "print")
    print((render_tour_markdown if options.markdown else render_tour_text)(world))
    return OK
