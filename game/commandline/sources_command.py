"""``carriages sources scan``: scan an article into a source map, without its sentences."""

import re
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exit_status import OK, USAGE
from game.content.scan import render_source_map
from game.core.disk import Unusable, read_text
from game.prose import command_messages as messages


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument("action", choices=["scan"])
    command.add_argument("article", type=Path, metavar="ARTICLE", help="the article, as a text file")
    command.add_argument(
        "--id", default="A", metavar="LETTER", help="the capital letter by which facts cite this article (default A)"
    )


def run(options: Namespace) -> int:
    """Print an article as a source map."""
    if not re.fullmatch("[A-Z]", options.id):
        print(messages.render_bad_letter(options.id), file=sys.stderr)
        return USAGE
    found = read_text(options.article)
    if isinstance(found, Unusable):
        print(messages.render_unreadable_article(options.article, found.detail or found.why), file=sys.stderr)
        return USAGE
    print(render_source_map(found, options.id), end="")
    return OK
