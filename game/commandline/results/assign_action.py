"""``carriages results assign``: say whose attempt it is."""

from argparse import ArgumentParser, Namespace

from game.commandline.exams.class_exam import find_candidate, open_class_exam, show_judged
from game.commandline.exit_status import OK
from game.commandline.results.class_choice import add_class_options
from game.commandline.usage_error import fail
from game.core.characters import find_unsafe
from game.core.identity import pseudonym_key, tidy
from game.prose import exam_class_messages as messages
from game.prose.exam_messages import describe_name_that_acts, describe_no_name


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("old", metavar="OLD", help="the name under which it was handed in")
    command.add_argument("new", metavar="NEW", help="the name of the candidate")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Assign what was handed in under one name to another."""
    opened, new = open_class_exam(options), tidy(options.new)
    if not new:
        fail("results", describe_no_name())
    if unsafe := find_unsafe(new):
        fail("results", describe_name_that_acts(unsafe.code))
    old = find_candidate(opened, options.old)
    judged = opened.decide(assigned=opened.decisions.assigned | {pseudonym_key(old): new})
    print(messages.render_assigned(old, new))
    show_judged(opened, judged, options)
    return OK
