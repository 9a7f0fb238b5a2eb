"""A teacher who sets up a class on its pages: questions drawn, taken by a code, exchanged, picked; time; who joins."""

from pathlib import Path

import pytest

from game.core.identity import pseudonym_key
from game.pack.world import World
from game.prose import class_words, setup_words
from game.quiz.bank import Bank
from game.quiz.codes import encode_paper
from game.quiz.papers import Paper, Selection
from game.web.stores.class_plan import ClassDraft
from game.web.teaching.draft_form import list_allowances, list_roster, read_draft
from tests.browsing import Browser
from tests.class_rooms import RunningClass, do, open_room

SETUP = "/board/new"


async def enter(room: RunningClass, browser: Browser) -> None:
    await browser.get(f"/board?key={room.house.board}")
    await browser.get(SETUP)


async def press(browser: Browser, act: str, **typed: str) -> None:
    """Press a button of the page, with its fields as they stand but for those that are typed."""
    (form,) = [form for form in browser.page.by_tag("form") if form.attributes.get("action") == SETUP]
    fields = {}
    for field in form.by_tag("input", "textarea"):
        kind, name = field.attributes.get("type"), str(field.attributes["name"])
        if kind not in ("radio", "checkbox") or "checked" in field.attributes:
            fields[name] = (
                "".join(map(str, field.parts)) if field.tag == "textarea" else str(field.attributes.get("value", "1"))
            )
    await browser.post(SETUP, {**fields, "topic": "", **typed, "do": act})


def list_stems(browser: Browser) -> list[str]:
    rows = browser.page.by_class("chosen")[0].by_tag("li")
    return [row.by_tag("p")[0].text for row in rows if row.by_tag("p")]


async def test_an_exam_is_drawn_changed_and_opened(tour: World, tmp_path: Path) -> None:
    async with (
        open_room(None, tmp_path) as room,
        room.server.open_browser() as teacher,
        room.server.open_browser() as pupil,
    ):
        await room.join(pupil, "Guard-05", begins=False)
        await enter(room, teacher)
        await press(teacher, "draw", items="6", seed="7", minutes="12,5", more_time="Guard-05 1.5", title="The train")
        drawn = Paper(Bank(tour), 7, Selection(items=6))
        assert room.house.plan.draft.items == tuple(item.id for item in drawn.items)
        assert room.house.plan.draft.code == encode_paper(drawn)
        first, second = (item.id for item in drawn.items[:2])
        await press(teacher, f"another {first}")
        await press(teacher, f"remove {second}")
        draft = room.house.plan.draft
        assert len(draft.items) == len(list_stems(teacher)) == 5
        assert not {first, second} & {*draft.items}
        # No code draws a paper that was changed by hand.
        assert draft.code == ""
        await press(teacher, "open")
        assert teacher.page.by_tag("h1")[0].text == class_words.BOARD
        exam = room.house.plan.exam
        page = (await pupil.get("/")).page.by_id("main").text
        assert "5 questions, 18.75 minutes (extended from 12.5)" in page
        assert class_words.WAITING in page
        await teacher.post("/board/begin", teacher.fields("/board/begin"))
        await pupil.get("/exam")
        await do(pupil, "begin")
        assert pupil.page.by_tag("h1")[0].text == "Question 1 of 5"
        # A second set-up does not take the class from those who are answering, unless the teacher says so twice.
        await teacher.get(SETUP)
        await press(teacher, "draw", items="3", mode="exam")
        await press(teacher, "open")
        assert setup_words.STILL_ANSWERING in teacher.page.by_id("main").text
        assert room.house.plan.exam == exam
        await press(teacher, "open anyway")
        assert room.house.plan.exam != exam


async def test_questions_are_picked_by_hand(tour: World, tmp_path: Path) -> None:
    async with open_room(None, tmp_path) as room, room.server.open_browser() as teacher:
        await enter(room, teacher)
        await press(teacher, "pick")
        rooms = [each for each in tour.rooms.values() if each.items]
        one, other = rooms[0], rooms[1]
        picked = [one.items[1].id, one.items[0].id]
        for each, wanted in ((one, picked), (other, [other.items[0].id])):
            await teacher.get(f"/board/new/pick?room={each.id}")
            form = teacher.fields("/board/new/pick")
            await teacher.post("/board/new/pick", {**form, **dict.fromkeys(wanted, "1")})
        chosen = room.house.plan.draft.items
        assert list(chosen) == [one.items[0].id, one.items[1].id, other.items[0].id]
        form = teacher.fields("/board/new/pick")
        await teacher.post("/board/new/pick", form)
        assert room.house.plan.draft.items == chosen[:2]


async def test_a_paper_is_taken_by_its_code(tour: World, tmp_path: Path) -> None:
    paper = Paper(Bank(tour), 3, Selection(items=4))
    async with open_room(None, tmp_path) as room, room.server.open_browser() as teacher:
        await enter(room, teacher)
        await press(teacher, "code", code="nonsense")
        assert teacher.page.by_id("code-error").text.startswith(setup_words.BAD_CODE)
        await press(teacher, "code", code=encode_paper(paper).lower())
        assert list_stems(teacher)[0].startswith(paper.items[0].stem)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("items", "0", setup_words.describe_bad_number(1, 255)),
        ("items", "256", setup_words.describe_bad_number(1, 255)),
        ("items", "²", setup_words.describe_bad_number(1, 255)),
        ("seed", "4294967296", setup_words.describe_bad_number(0, 4294967295)),
        ("minutes", "nan", setup_words.describe_bad_number(0, 1440)),
        ("minutes", "1441", setup_words.describe_bad_number(0, 1440)),
        ("minutes", "<b>", setup_words.describe_bad_number(0, 1440)),
        ("end", "25:00", setup_words.END_FAULTS["bad"]),
        ("end", "2020-01-01T10:00", setup_words.END_FAULTS["past"]),
        ("late", "5", setup_words.LATE_WITHOUT_END),
        ("more_time", "Guard-05", setup_words.BAD_FACTORS),
        ("more_time", "Guard-05 0.9", setup_words.BAD_FACTORS),
        ("more_time", "Guard-05 11", setup_words.BAD_FACTORS),
    ],
)
async def test_what_is_wrong_is_told_at_its_field(tmp_path: Path, field: str, typed: str, told: str) -> None:
    async with open_room(None, tmp_path) as room, room.server.open_browser() as teacher:
        await enter(room, teacher)
        await press(teacher, "draw", **{field: typed})
        assert teacher.last is not None
        assert teacher.last.status == 422
        assert teacher.page.by_id(f"{field}-error").text == told
        assert f"{field}-error" in str(teacher.page.by_id(field).attributes["aria-describedby"])
        assert room.house.plan.mode is None


async def test_who_opens_a_class_without_questions_gets_those_of_the_fields(tmp_path: Path) -> None:
    async with open_room(None, tmp_path) as room, room.server.open_browser() as teacher:
        await enter(room, teacher)
        await press(teacher, "open", items="0")
        assert teacher.page.by_id("items").attributes["value"] == "0"
        assert room.house.plan.mode is None
        await press(teacher, "open", items="3")
        assert room.house.plan.mode == "exam"
        assert len(room.house.plan.draft.items) == 3


async def test_the_answers_of_a_set_up_stand_behind_a_summary(tour: World, tmp_path: Path) -> None:
    async with open_room(None, tmp_path) as room, room.server.open_browser() as teacher:
        await enter(room, teacher)
        await press(teacher, "draw", items="3", seed="7")
        items = Paper(Bank(tour), 7, Selection(items=3)).items
        told = teacher.page.by_class("chosen")[0].by_tag("details")
        assert all(item.feedback in each.text for item, each in zip(items, told, strict=True))
        assert not any("open" in each.attributes for each in told)


async def test_only_the_pupils_of_the_list_join(tmp_path: Path) -> None:
    async with (
        open_room(None, tmp_path) as room,
        room.server.open_browser() as teacher,
        room.server.open_browser() as pupil,
    ):
        await enter(room, teacher)
        await press(teacher, "draw", only="Guard-05, Signal 63\nStoker-07")
        await press(teacher, "open")
        await pupil.get("/")
        await pupil.post("/join", {"code": room.house.code, "name": "Signal-64"})
        assert class_words.JOIN_FAULTS["unknown"] in pupil.page.by_id("name-error").text
        await pupil.post("/join", {"code": room.house.code, "name": "signal-63"})
        assert len(room.house.pupils) == 1


async def test_the_set_up_is_the_teachers_alone(tmp_path: Path) -> None:
    async with (
        open_room(None, tmp_path) as room,
        room.server.open_browser() as pupil,
        room.server.open_browser() as teacher,
    ):
        await room.join(pupil, "Signal-63", begins=False)
        for path in (SETUP, "/board/new/pick"):
            assert (await pupil.get(path)).status == 403
            assert (await pupil.post(path, {"do": "open"})).status == 403
        assert (await pupil.post("/board/begin", {})).status == 403
        await enter(room, teacher)
        # The token of the teacher's forms is not that of anybody else.
        assert (await teacher.post(SETUP, {"do": "draw", "items": "3"})).status == 403
        assert room.house.plan.draft.items == ()


def test_more_time_and_lists_are_read_in_any_spelling() -> None:
    draft, faults = read_draft(
        {"more_time": " Guard-05 = 1,25 \n\nSignal 63 2", "only": "A-1; B 2,\n\nC-3"}, ClassDraft()
    )
    assert not faults
    assert {name: each.factor for name, each in list_allowances(draft).items()} == {"Guard-05": 1.25, "Signal 63": 2}
    assert list_roster(draft) == {*map(pseudonym_key, ("A-1", "B-2", "C-3"))}
