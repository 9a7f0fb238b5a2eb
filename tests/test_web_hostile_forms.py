"""Forms that no page has: every button with every field wrong, in each mode of a class, by pupils and by the teacher.

Whatever is sent, the answer is a page or a status that is no error of ours, and the class goes on.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.pack.world import World
from game.store.exam_files import TeachersExam
from game.web.classes.class_exams import ClassExams
from game.web.stores.class_plan import ClassDraft, ClassPlan, Mode
from game.web.teaching.class_setup import make_plan
from tests.browsing import Browser, Node
from tests.class_rooms import RunningClass, make_exam_of_each_kind, open_room
from tests.live_rounds import drive

FORMS_OF_EACH_PAGE = 15
MODES: tuple[Mode | None, ...] = (None, "exam", "practice", "tour", "live")
PUPILS_PAGES = ("/", "/wait", "/exam", "/practice", "/tour", "/live", "/settings", "/compare", "/notebook", "/report")
TEACHERS_PAGES = (
    "/board",
    "/board/new",
    "/board/new/pick?room=armour",
    "/board/live",
    "/board/results",
    "/board/pupils/signal63",
    "/settings",
)
VALUES = (
    "",
    " ",
    "x",
    "0",
    "-1",
    "9" * 30,
    "1e999",
    "nan",
    "²",
    "٣",
    "A",
    "yes",
    "hand in",
    "go 99999999999999999999",
    "up 99",
    "down x",
    "open 7",
    "open -1",
    "another nothing",
    "\0",
    "\x1b[2J",
    "\ud800",
    "\u202e",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "//evil.example",
    "{}",
    "%s%n",
    "a" * 3_000,
    "😀",
)


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


def list_forms(page: Node) -> Iterator[tuple[str, dict[str, str], list[tuple[str, str]]]]:
    """Each form that changes something: where it goes, its fields, and its buttons."""
    for form in page.by_tag("form"):
        if form.attributes.get("method") != "post":
            continue
        fields = {
            str(field.attributes["name"]): str(field.attributes.get("value") or "")
            for field in form.by_tag("input", "select", "textarea")
        }
        buttons = [
            (str(button.attributes["name"]), str(button.attributes["value"]))
            for button in form.by_tag("button")
            if "name" in button.attributes
        ]
        yield str(form.attributes["action"]), fields, buttons


def spoil(draw: random.Random, fields: dict[str, str], buttons: list[tuple[str, str]]) -> dict[str, str]:
    """The fields of a form with some of them wrong, some missing, and a button of its own or none."""
    sent = dict(fields)
    for name in fields:
        if name != "token" and draw.random() < 0.4:
            sent[name] = draw.choice(VALUES)
        elif name != "token" and draw.random() < 0.1:
            del sent[name]
    if buttons:
        name, value = draw.choice(buttons)
        sent[name] = value if draw.random() < 0.7 else draw.choice(VALUES)
    if draw.random() < 0.2:
        sent[draw.choice(("room", "pupil", "name", "then", "back", "say", "row", "letter"))] = draw.choice(VALUES)
    return sent


async def send_spoiled(browser: Browser, path: str, draw: random.Random) -> None:
    for _ in range(FORMS_OF_EACH_PAGE):
        forms = list(list_forms((await browser.get(path)).page))
        if not forms:
            return
        action, fields, buttons = draw.choice(forms)
        sent = spoil(draw, fields, buttons)
        body = "&".join(f"{write(name)}={write(value)}" for name, value in sent.items())
        headers = {"Origin": browser.base, "Content-Type": "application/x-www-form-urlencoded"}
        async with browser.session.post(browser.base + action, data=body, headers=headers) as answer:
            assert answer.status < 500, (action, sent)


def write(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


async def set_up(room: RunningClass, mode: Mode | None, exam: TeachersExam) -> None:
    if mode in ("exam", "live"):
        ClassExams(room.house.store).keep(exam)
        await room.house.keep_plan(ClassPlan(mode=mode, title="All", exam=exam.hash, has_begun=True))
    elif mode == "practice":
        draft = ClassDraft(mode="practice", items=tuple(item.id for item in exam.items), waits=False)
        await room.house.keep_plan(make_plan(room.house.plan, draft, "All", ""))
    elif mode == "tour":
        await room.house.keep_plan(replace(room.house.plan, mode="tour", title="All", has_begun=True))


@pytest.mark.parametrize("mode", MODES)
async def test_no_form_makes_an_error_of_ours(mode: Mode | None, teachers: TeachersExam, tmp_path: Path) -> None:
    draw = random.Random(f"{mode}")
    async with (
        open_room(None, tmp_path) as room,
        room.server.open_browser() as pupil,
        room.server.open_browser() as nobody,
        room.server.open_browser() as teacher,
    ):
        await room.join(pupil, "Signal-63", begins=False)
        await teacher.get(f"/board?key={room.house.board}")
        await send_spoiled(nobody, "/", draw)
        for path in PUPILS_PAGES:
            await set_up(room, mode, teachers)
            if mode == "live":
                await drive(teacher, room, f"open {draw.randrange(len(teachers.items))}")
            await send_spoiled(pupil, path, draw)
        for path in TEACHERS_PAGES:
            await set_up(room, mode, teachers)
            await send_spoiled(teacher, path, draw)
        assert (await nobody.get("/ok")).status == 200
        assert (await teacher.get(f"/board?key={room.house.board}")).status == 200
