"""The options of ``carriages`` itself. The options of each command are in the command's module."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter

from game import __version__
from game.commandline.command_table import COMMANDS
from game.commandline.lazy_parser import add_commands
from game.core.paths import find_pack

DESCRIPTION = """\
A walk through the armoured 21-carriage train of two news articles of September 2023.
Every sentence knows its source. Without a command, the tour begins or goes on.
"""

EPILOG = """\
environment:
  CARRIAGES_HOME   folder for saves and the cache, instead of the system's own
  CARRIAGES_PLAIN  any value: line mode always, as with --plain and as
                   "carriages settings plain on" keeps it
  NO_COLOR         no colour; TERM=dumb, or no terminal, means line mode
  CARRIAGES_LRS_USER, CARRIAGES_LRS_PASSWORD
                   for results xapi --lrs
"""


def build_parser() -> ArgumentParser:
    """Build the parser of everything that can be typed after ``carriages``."""
    parser = ArgumentParser(
        prog="carriages", description=DESCRIPTION, epilog=EPILOG, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"carriages {__version__}")
    parser.add_argument("--plain", action="store_true", help="line mode: plain lines of text, no full screen")
    parser.add_argument(
        "--ascii", action="store_true", help="use only ASCII characters in the output, also for pictures"
    )
    parser.add_argument(
        "--seed", type=int, metavar="N", help="the number that decides the order of answer options (default 0)"
    )
    parser.add_argument(
        "--new", action="store_true", help="start a new tour; the current one is kept and can be taken back with TOURS"
    )
    parser.add_argument(
        "--pack",
        type=find_pack,
        metavar="PACK",
        help="play this pack instead of the built-in one: a folder, a .tour file, or the id of an installed one",
    )
    add_commands(parser, COMMANDS, "command", help="commands")
    return parser
