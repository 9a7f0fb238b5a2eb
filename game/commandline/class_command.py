"""``carriages class``: a class sits an exam in browsers."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.commandline.exams.exam_choice import load_candidates_exam
from game.commandline.exit_status import OK
from game.commandline.serving import add_serving_options, check_serving, describe_reach, run_server
from game.commandline.usage_error import fail
from game.core.paths import data_folder
from game.prose import class_words as words
from game.prose import serve_messages as messages

if TYPE_CHECKING:
    from game.web.own_address import OwnAddress
    from game.web.server import Served


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument("exam", type=Path, metavar="FILE", help="the file of the exam, from carriages exam new")
    command.add_argument(
        "--folder",
        type=Path,
        metavar="DIR",
        help="where the class is kept (default: a folder of this exam, beside the saves)",
    )
    add_serving_options(command)


def run(options: Namespace) -> int:
    """Open a class until the process is told to end.

    Raises:
        UsageError: It cannot be opened as typed, or on this machine.
    """
    check_serving(options, "class")
    exam = load_candidates_exam(options.exam)
    if exam.rules.open_book or exam.rules.pausable:
        fail("class", words.describe_rules_not_served(options.exam))
    folder: Path = options.folder or data_folder() / "classes" / exam.hash[:12]
    opened = []

    def open_served() -> "Served":
        from game.web.class_service import open_class

        house, served = open_class(exam, folder)
        opened.append(house)
        return served

    def tell_ready(address: "OwnAddress") -> None:
        (house,) = opened
        board = f"{address.url}board?key={house.board}"
        print(words.render_class_ready(address.url, house.code, board))
        print(words.render_class_kept(folder / "attempts", options.exam))
        print(describe_reach(address), flush=True)

    run_server(options, "class", folder, open_served, tell_ready)
    print(messages.render_class_closed())
    return OK
