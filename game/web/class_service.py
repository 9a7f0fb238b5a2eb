"""A class that sits an exam as a service: the file of the exam, a folder, and the pages."""

from pathlib import Path
from time import monotonic

from game.store.exam_files import CandidatesExam
from game.web.class_house import ClassHouse
from game.web.class_routes import ClassRoutes
from game.web.class_store import FolderStore
from game.web.server import Served


def open_class(exam: CandidatesExam, folder: Path) -> tuple[ClassHouse, Served]:
    """The class in a folder, and what a server of it needs.

    Raises:
        OSError: The folder cannot be read or written.
    """
    house = ClassHouse(exam, FolderStore(folder), monotonic)
    return house, Served(exam.title, lambda gate: ClassRoutes(house, gate).make_application())
