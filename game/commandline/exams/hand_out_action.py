"""``carriages exam hand-out``: write what the candidates get."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exams.exam_choice import load_teachers_exam
from game.commandline.exit_status import OK
from game.commandline.output import write_output
from game.commandline.shared_options import add_output_options
from game.commandline.usage_error import fail
from game.prose import exam_file_messages as messages
from game.store.exam_files import dump_exam


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("exam", type=Path, metavar="FILE", help="your file of the exam, such as class.exam")
    add_output_options(command, help="file to write (default: pupil.exam beside yours)")


def run(options: Namespace) -> int:
    """Write the file without keys."""
    exam = load_teachers_exam(options.exam, "exam")
    out = options.out or options.exam.with_name("pupil.exam")
    if out == options.exam:
        fail("exam", messages.describe_own_file(out))
    write_output(out, dump_exam(exam.make_candidates_exam()), "exam", is_forced=options.force)
    print(messages.render_handed_out(out, len(exam.questions)))
    return OK
