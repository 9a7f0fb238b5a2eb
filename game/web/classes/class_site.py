"""A class as its pages know it: who asks, and which page is theirs now."""

from collections.abc import Awaitable, Callable, Mapping
from hmac import compare_digest
from http import HTTPStatus
from time import monotonic

from aiohttp import web
from aiohttp.typedefs import Handler

from game.core.digests import blake2b
from game.prose import class_words as words
from game.web.classes.class_exams import ClassExams
from game.web.classes.class_house import ClassHouse
from game.web.classes.class_mode import ClassMode
from game.web.classes.class_pages import WAIT_PATH, render_teacher_only
from game.web.classes.news_hub import NewsHub
from game.web.classes.pupils import Pupil
from game.web.serving.gate import Gate
from game.web.serving.routes import send_page
from game.web.stores.class_plan import Mode
from game.web.stores.kept_values import News
from game.web.tours.settings_page import FindMore


class ClassSite:
    """What the pages of one class share."""

    def __init__(self, house: ClassHouse, exams: ClassExams, gate: Gate) -> None:
        self.house, self.exams, self.gate = house, exams, gate
        self.news = NewsHub(monotonic)
        self.hearers: list[Callable[[News], object]] = []
        """Told of everything that was kept, here or by another server."""
        self.renamers: list[Callable[[Pupil, str], Awaitable[None]]] = []
        """Write the new name of a pupil to what they keep, before the class takes it."""
        self.round_stage = ""
        """What a live round shows now, where there is one."""
        self.modes: Mapping[Mode, ClassMode] = {}
        """Filled once, when all modes are made."""
        self.find_more_settings: FindMore | None = None
        """What a pupil can choose on the page of settings beside the look."""

    @property
    def title(self) -> str:
        """What stands above the pages."""
        return self.house.plan.title or words.CLASS_TITLE

    @property
    def mode(self) -> ClassMode | None:
        """What the class does now; None before anything was set up."""
        mode = self.house.plan.mode
        return self.modes.get(mode) if mode else None

    @property
    def stage(self) -> str:
        """What decides which page a pupil sees now, as one text."""
        return f"{self.activity} {self.house.plan.is_held} {self.round_stage}"

    @property
    def activity(self) -> str:
        """What the class does now, as a name of it: a page of another one is a page that the class has left."""
        plan = self.house.plan
        done = (plan.mode or "", plan.exam, plan.practice, plan.begins, plan.task, str(plan.has_begun))
        return blake2b("\n".join(done).encode(), digest_size=8).hexdigest()

    def find_pupil(self, request: web.Request) -> Pupil | None:
        """The pupil who asks; None for anybody else."""
        pupil = self.house.find(self.gate.get_key(request))
        if pupil is not None:
            pupil.seen = monotonic()
        return pupil

    def find_path(self, pupil: Pupil | None) -> str:
        """The page on which somebody belongs now."""
        if pupil is None:
            return "/"
        return self.mode.path if self.mode is not None else WAIT_PATH

    def find_teacher(self, request: web.Request) -> str:
        """The key in the teacher's cookie; empty where somebody else asks."""
        key = self.gate.get_teachers_key(request)
        return key if self.is_teacher(key) else ""

    def is_teacher(self, key: str) -> bool:
        """Whether a key is that of the teacher's board."""
        return compare_digest(key.encode(), self.house.board.encode())

    def for_teacher(self, handler: Handler) -> Handler:
        """A handler that only the teacher reaches. Every address under ``/board`` is made by this."""

        async def answer(request: web.Request) -> web.StreamResponse:
            if not self.find_teacher(request):
                return send_page(render_teacher_only(self.title), HTTPStatus.FORBIDDEN)
            return await handler(request)

        return answer
