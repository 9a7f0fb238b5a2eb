"""``carriages results release``: write the sheets with the right answers."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exams.class_exam import open_class_exam
from game.commandline.exit_status import OK
from game.commandline.results.class_choice import add_class_options
from game.exports.sheet_files import make_sheets, write_sheets
from game.prose import exam_class_messages as messages


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument(
        "-o", "--out", type=Path, metavar="DIR", help="folder to write to (default: sheets in the folder of the class)"
    )
    add_class_options(command)


def run(options: Namespace) -> int:
    """Write one sheet for each candidate who counts."""
    opened = open_class_exam(options)
    sheets = make_sheets(opened, opened.decide(released=True))
    out = options.out or options.folder / "sheets"
    write_sheets(sheets, out)
    print(messages.render_released_sheets(out, len(sheets)))
    return OK
