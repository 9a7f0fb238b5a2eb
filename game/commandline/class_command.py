"""``carriages class``: a class in browsers. It sits an exam, or whatever its teacher sets up on the board."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.commandline.class_place import add_store_options, check_store, export_attempts, find_place
from game.commandline.exams.exam_choice import load_candidates_exam, load_teachers_exam
from game.commandline.exit_status import OK
from game.commandline.serving import add_serving_options, check_serving, describe_reach, find_shared_url, run_server
from game.commandline.shared_options import add_pack_option
from game.core.paths import cache_folder, shipped
from game.prose import class_words as words
from game.prose import serve_messages as messages
from game.store.exam_files import CandidatesExam, TeachersExam, find_exam_kind

if TYPE_CHECKING:
    from game.web.classes.class_house import ClassHouse
    from game.web.classes.class_pack import OpenedPack
    from game.web.serving.own_address import OwnAddress
    from game.web.serving.server import Served
    from game.web.stores.class_store import ClassStore


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument(
        "exam",
        type=Path,
        nargs="?",
        metavar="FILE",
        help="the file of an exam, from carriages exam new (default: you set the class up on its board)",
    )
    command.add_argument(
        "--class",
        dest="folder",
        type=Path,
        metavar="DIR",
        help="where the class is kept (default: a folder beside the saves, one for each exam); with --store, its name",
    )
    add_store_options(command)
    add_pack_option(command)
    add_serving_options(command)


def run(options: Namespace) -> int:
    """Open a class until the process is told to end.

    Raises:
        UsageError: It cannot be opened as typed, or on this machine.
    """
    check_serving(options, "class")
    check_store(options)
    exam = _load_exam(options.exam) if options.exam is not None else None
    place = find_place(options, exam.hash if exam is not None else "")
    if options.export is not None:
        return export_attempts(place, options.export)
    opened: list[tuple[ClassStore, ClassHouse]] = []

    def open_served() -> "Served":
        from game.web.classes.class_pack import ClassPack
        from game.web.teaching.class_service import open_class, set_exam

        pack = ClassPack(lambda: _open_pack(options.pack or shipped("rooms")))
        store = place.open()
        if exam is not None:
            set_exam(store, exam)
        house, served = open_class(store, pack, place.home)
        opened.append((store, house))
        return served

    def tell_ready(address: "OwnAddress") -> None:
        ((_, house),) = opened
        board = f"{address.url}board?key={house.board}"
        shared = find_shared_url(address)
        print(words.render_class_ready(shared, house.code, board, f"{shared}wall?key={house.wall}"))
        print(place.describe_kept(options.exam) if exam is not None else words.render_class_to_set_up(place.title))
        print(describe_reach(address), flush=True)

    try:
        run_server(options, "class", place.folder, open_served, tell_ready)
    finally:
        for store, _ in opened:
            store.close()
    print(messages.render_class_closed())
    return OK


def _load_exam(path: Path) -> CandidatesExam | TeachersExam:
    """An exam.

    Raises:
        UsageError: It cannot be used.
    """
    is_teachers = find_exam_kind(path) == "exam"
    return load_teachers_exam(path, "class") if is_teachers else load_candidates_exam(path)


def _open_pack(pack: Path) -> "OpenedPack":
    from game.content import open_pack
    from game.content.pack_art import open_art
    from game.web.classes.class_pack import OpenedPack

    world, problems = open_pack(pack, cache_folder())
    return OpenedPack(world, "\n".join(map(str, problems)), open_art(pack))
