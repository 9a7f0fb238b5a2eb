"""``carriages results release``: write the sheets with the right answers."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exams.class_exam import open_class_exam
from game.commandline.exit_status import OK
from game.commandline.results.class_choice import add_class_options
from game.core.disk import make_folder, write_atomically
from game.core.paths import file_stem
from game.prose import exam_class_messages as messages
from game.prose.integrity_lines import render_released
from game.prose.text import render_text


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument(
        "-o", "--out", type=Path, metavar="DIR", help="folder to write to (default: sheets in the folder of the class)"
    )
    add_class_options(command)


def run(options: Namespace) -> int:
    """Write one sheet for each candidate who counts."""
    opened = open_class_exam(options)
    judged, marker = opened.decide(released=True), opened.marker
    out = options.out or options.folder / "sheets"
    make_folder(out)
    number = 0
    for each in judged:
        if each.is_counted and each.marked:
            text = render_text(render_released(marker, each, opened.exam.title, opened.world), None)
            stem = file_stem(each.candidate) or "candidate"
            write_atomically(out / f"{stem}.txt", text.encode())
            number += 1
    print(messages.render_released_sheets(out, number))
    return OK
