"""``carriages results regrade``: mend keys and mark all again."""

from argparse import ArgumentParser, Namespace

from msgspec.structs import replace

from game.classroom.class_exam import ClassExam
from game.classroom.exam_decisions import KeyChange
from game.commandline.exams.class_exam import open_class_exam
from game.commandline.exit_status import OK
from game.commandline.output import print_lines
from game.commandline.results.class_choice import add_class_options
from game.commandline.usage_error import fail
from game.prose import exam_class_messages as messages
from game.prose.integrity_lines import render_regraded


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument(
        "--key", action="append", default=[], metavar="q07=ANSWER", help="this answer is right in place of the key"
    )
    command.add_argument(
        "--also", action="append", default=[], metavar="q07=ANSWER", help="this answer is right, too; may be repeated"
    )
    command.add_argument(
        "--void",
        action="append",
        default=[],
        metavar="q07",
        help="everybody has the mark of this question, so that nobody loses by it; may be repeated",
    )
    command.add_argument("--reason", default="", metavar="TEXT", help="why; it is kept with the change")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Mark all again with other keys, and print what has changed."""
    if not options.key and not options.also and not options.void:
        fail("results", messages.describe_no_changes())
    opened = open_class_exam(options)
    before = {each.candidate: each.marked.total for each in opened.judge() if each.marked}
    keys = dict(opened.decisions.keys)
    for text in options.key:
        number, answer = _read_change(opened, text)
        keys[number] = replace(keys.get(number, KeyChange()), key=answer, reason=options.reason)
    for text in options.also:
        number, answer = _read_change(opened, text)
        known = keys.get(number, KeyChange())
        keys[number] = replace(known, also=tuple(dict.fromkeys((*known.also, answer))), reason=options.reason)
    for text in options.void:
        number = _read_number(opened, text)
        keys[number] = replace(keys.get(number, KeyChange()), void=True, reason=options.reason)
    judged = opened.decide(keys=keys)
    print_lines(render_regraded(before, {each.candidate: each.marked.total for each in judged if each.marked}), options)
    return OK


def _read_change(opened: ClassExam, text: str) -> tuple[str, str]:
    """The number of a question and an answer to it.

    Raises:
        UsageError: There is no such question, or it is no answer.
    """
    number, sign, answer = text.partition("=")
    if not sign or not answer.strip():
        fail("results", messages.describe_change_form(text))
    number = _read_number(opened, number)
    if not opened.marker.read_key(number, answer):
        fail("results", messages.describe_no_answer(number, answer))
    return number, answer.strip()


def _read_number(opened: ClassExam, text: str) -> str:
    """The number of a question, as q07.

    Raises:
        UsageError: There is no such question.
    """
    number = text.strip().casefold()
    if number not in {question.id for question in opened.exam.questions}:
        fail("results", messages.describe_no_such_question(number, len(opened.exam.questions)))
    return number
