"""A class as a service: a place to keep it, and the pages."""

from contextlib import suppress
from pathlib import Path
from time import monotonic

from aiohttp import web
from msgspec.structs import replace

from game.prose import class_words as words
from game.store.exam_files import CandidatesExam, TeachersExam
from game.web.classes.class_exams import ClassExams
from game.web.classes.class_house import ClassHouse
from game.web.classes.class_pack import ClassPack
from game.web.classes.class_site import ClassSite
from game.web.modes.attempt_names import AttemptNames
from game.web.modes.exam_mode import ExamMode
from game.web.modes.live_mode import LiveMode
from game.web.modes.practice_mode import PracticeMode
from game.web.modes.sheet_shelf import SheetShelf
from game.web.modes.tour_mode import TourMode
from game.web.results.class_marks import ClassMarks
from game.web.results.kept_exams import KeptExams
from game.web.results.result_routes import ResultRoutes
from game.web.results.sheet_release import SheetRelease
from game.web.serving.gate import Gate
from game.web.serving.server import Served
from game.web.stores.class_store import ClassStore
from game.web.stores.kept_values import ChangedElsewhereError
from game.web.teaching.class_routes import ClassRoutes


def open_class(store: ClassStore, pack: ClassPack, folder: Path) -> tuple[ClassHouse, Served]:
    """The class in a store, and what a server of it needs.

    Args:
        store: Where the class is kept.
        pack: From which its teacher sets it up.
        folder: Of the class on this machine: its exams are marked there, and tours of pupils are kept.

    Raises:
        OSError: The store cannot be read or written.
    """
    house, exams = ClassHouse(store, monotonic), ClassExams(store)

    def make_application(gate: Gate) -> web.Application:
        site = ClassSite(house, exams, gate)
        tour = TourMode(site, pack, folder)
        exam = ExamMode(site, tour.read_notebook)
        live = LiveMode(site, pack)
        AttemptNames(site)
        site.modes = {"exam": exam, "practice": PracticeMode(site, pack), "tour": tour, "live": live}
        site.find_more_settings = tour.find_more_settings
        application = ClassRoutes(site, pack, exam, live).make_application()
        marks, shelf = ClassMarks(exams, store.shelf, pack, folder / "results"), SheetShelf(store)
        sheets = SheetRelease(site, exam, marks, shelf)
        application.add_routes(ResultRoutes(site, marks, KeptExams(exams, store), sheets).list_routes())
        application.cleanup_ctx.append(sheets.keep_rule)

        async def close(_: web.Application) -> None:
            await tour.close()

        application.on_cleanup.append(close)
        return application

    return house, Served(house.plan.title or words.CLASS_TITLE, make_application)


def set_exam(store: ClassStore, exam: CandidatesExam | TeachersExam) -> None:
    """Let a class sit an exam, at once.

    Raises:
        OSError: It cannot be kept.
    """
    while True:
        # Another server of the class may begin at this moment; whoever comes second looks again.
        with suppress(ChangedElsewhereError):
            ClassExams(store).keep(exam)
            plan = store.load_plan()
            # It, or this server before a restart, may also have come further with the exam.
            if (plan.mode, plan.exam) != ("exam", exam.hash):
                opened = replace(plan, is_held=False, extra=0)
                store.keep_plan(replace(opened, mode="exam", title=exam.title, exam=exam.hash, has_begun=True))
            return
