"""``carriages results close``: count an exam that was not handed in."""

from argparse import ArgumentParser, Namespace

from game.commandline.exams.class_exam import find_candidate, open_class_exam, show_judged
from game.commandline.exit_status import OK
from game.commandline.results.class_choice import add_class_options


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("candidate", metavar="NAME", help="name or pseudonym of the candidate")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Close the exam of one candidate."""
    opened = open_class_exam(options)
    name = find_candidate(opened, options.candidate)
    show_judged(opened, opened.decide(closed=tuple(dict.fromkeys((*opened.decisions.closed, name)))), options)
    return OK
