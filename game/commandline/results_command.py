"""``carriages results``: a class. Its actions are in the folder ``results``; without one, the class is shown."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.classroom.exam_decisions import DecisionsError
from game.classroom.roster import RosterError
from game.commandline.command_table import RESULTS_ACTIONS
from game.commandline.lazy_parser import add_commands
from game.commandline.shared_options import add_front_end_options
from game.commandline.usage_error import fail
from game.core.disk import is_folder
from game.core.paths import data_folder
from game.prose.class_errors import describe_roster_fault
from game.prose.class_messages import describe_no_folder
from game.prose.exam_class_messages import describe_bad_decisions

ACTIONS_THAT_CREATE_THE_FOLDER = ("collect", "roster")


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command, and its actions."""
    add_front_end_options(command)
    command.add_argument(
        "--folder", type=Path, metavar="DIR", help="folder of the class (default: the folder of this player)"
    )
    command.add_argument("--paper", metavar="CODE", help="only attempts at the paper with this code")
    add_commands(command, RESULTS_ACTIONS, "action", help="actions (without one, the results of the class are shown)")


def run(options: Namespace) -> int:
    """Run the action that was typed, or show the class."""
    if options.folder and not is_folder(options.folder) and options.action not in ACTIONS_THAT_CREATE_THE_FOLDER:
        fail("results", describe_no_folder(options.folder))
    options.folder = options.folder or data_folder() / "results"
    try:
        if options.action is None:
            from game.commandline.results.class_screen import show_class

            return show_class(options)
        return int(options.run_action(options))
    except DecisionsError as bad:
        fail("results", describe_bad_decisions(bad.path, bad.detail))
    except RosterError as bad:
        fail("results", describe_roster_fault(bad.fault))
    except OSError as bad:
        fail("results", f"{bad.filename or options.folder}: {bad.strerror or bad}")
