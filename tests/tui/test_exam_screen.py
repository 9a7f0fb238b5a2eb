"""An exam on the screen: marks that can be changed, flags, answers by keys and mouse, and a hand-in nobody misses."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from game.pack.kinds import Item, find_key, write_response
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.papers import Paper
from game.store.attempt_events import HandedIn, Responded, Rules
from game.tui.quiz_app import QuizApp
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.question_strip import QuizTrain
from game.tui.widgets.quiz_panel import QuestionCard
from tests.test_exam_session import Exam
from tests.tui.steady import wait_until
from tests.tui.test_quiz_screen import card, shown


def entry(app: QuizApp) -> Input:
    """The line to type in."""
    return app.screen.query_one(Input)


def footer(app: QuizApp) -> str:
    """The keys that are named."""
    return app.screen.query_one(KeyBar).make_rows(78)[0].plain


async def click_row(app: QuizApp, pilot: Pilot[None], text: str) -> None:
    """Click the row of the card that has a text."""
    row = next(y for y, line in enumerate(card(app).splitlines()) if text in line)
    await pilot.click(QuestionCard, offset=(10, row))
    await pilot.pause()


async def test_a_second_letter_changes_the_mark_and_enter_goes_on(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, kinds=("choice",))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", "a", "a", "b")
        assert exam.session.view.place == 0
        assert exam.session.view.kept_line == "B"
        assert card(app).count("‹ your answer") == 1
        await pilot.press("enter")
        assert exam.session.view.place == 1
        assert exam.session.view.statuses.count("answered") == 1


async def test_the_arrows_and_space_mark_an_option(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, kinds=("choice",))
    async with shown(exam.session) as (_, pilot):
        await pilot.press("enter", "down", "down", "space")
        assert exam.session.view.kept_line == "B"
        assert exam.session.view.place == 0


async def test_the_question_in_sight_is_flagged_by_a_key_and_by_a_click(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, kinds=("choice",))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", "f5", "pagedown")
        await pilot.click(KeyBar, offset=(footer(app).index("f5 Flag") + 2, 0))
        await pilot.pause()
        assert exam.session.view.flagged == {0, 1}
        await pilot.press("f9")
        assert "2 flagged: 1 and 2." in card(app)


@pytest.mark.parametrize("kind", ["choice", "number"])
@pytest.mark.parametrize(
    ("key", "told"),
    [("f1", "What you can type"), ("f2", "0 of 5 answered."), ("f3", "Taken back"), ("f4", "Your notebook is empty.")],
)
async def test_every_key_of_an_exam_does_what_the_footer_says(
    tour: World, tmp_path: Path, kind: str, key: str, told: str
) -> None:
    exam = Exam(tour, tmp_path, Rules(open_book=True), kinds=(kind,))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", key)
        await pilot.pause()
        assert told in card(app)


@pytest.mark.parametrize("key", ["f9", "f10"])
async def test_keys_hand_in_and_habit_does_not(tour: World, tmp_path: Path, key: str) -> None:
    exam = Exam(tour, tmp_path, kinds=("choice",))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", key, "enter", key, "a", "space")
        await pilot.pause()
        assert "Nothing has been done yet." in card(app)
        assert not exam.session.is_over
        assert exam.session.view.statuses.count("answered") == 0
        await pilot.press("y")
        await pilot.pause()
        assert isinstance(exam.attempt.events[-1], HandedIn)
        assert "Result" in card(app)


async def test_clicks_alone_hand_in(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, kinds=("choice",))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter")
        await pilot.click(KeyBar, offset=(footer(app).index("Hand in"), 0))
        await pilot.pause()
        await click_row(app, pilot, "Y  Hand in")
        assert isinstance(exam.attempt.events[-1], HandedIn)


@pytest.mark.parametrize("kind", ["choice", "true-false", "number", "order", "match", "short", "multiple", "two-tier"])
async def test_words_hand_in_from_every_kind_of_question(tour: World, tmp_path: Path, kind: str) -> None:
    exam = Exam(tour, tmp_path, kinds=(kind,))
    async with shown(exam.session) as (_, pilot):
        await pilot.press("enter", *(["home"] if exam.session.view.form == "line" else []), *"hand in", "enter", "y")
        await pilot.pause()
        assert isinstance(exam.attempt.events[-1], HandedIn)
        assert not any(isinstance(event, Responded) for event in exam.attempt.events)


async def test_an_exam_is_handed_in_from_a_pause(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(pausable=True))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", "f6", "f9")
        await pilot.pause()
        assert exam.session.view.confirming == "hand in"
        assert "Hand in anyway?" in card(app)
        await pilot.press("y")
        assert isinstance(exam.attempt.events[-1], HandedIn)


async def test_escape_asks_before_it_leaves(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path)
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", "escape")
        assert "Leave without handing in?" in card(app)
        await pilot.press("n")
        assert exam.session.view.confirming == ""
        await pilot.press("escape", "y")
        assert exam.session.is_over
        assert exam.attempt.handed_in is None


async def test_steps_are_put_in_order_by_keys(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, kinds=("order",))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter")
        count = len(exam.session.view.shown.options)  # type: ignore[union-attr] # a question is in sight
        await pilot.press("down", "space", "down", "space")
        wanted = " ".join(["B", "A", *"CDEFGH"[: count - 2]])
        assert entry(app).value == wanted
        assert card(app).index("1 B") < card(app).index("2 A")
        await pilot.press("enter")
        assert exam.session.view.place == 1
        await pilot.press("pageup")
        await pilot.pause()
        assert entry(app).value == wanted


async def test_pairs_are_made_by_keys_and_by_clicks(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, kinds=("match",))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", "down", "right", "right", "down", "right")
        assert entry(app).value == "1B 2A"
        assert "→ B" in card(app)
        await pilot.press("ctrl+u")
        for letter in "CA":
            await click_row(app, pilot, f"▎ {letter}  ")
        assert entry(app).value.startswith("1C 2A")


async def test_what_is_typed_is_kept_when_another_question_is_asked_for(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, kinds=("number",))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", *"1949", "pagedown")
        assert exam.session.view.place == 1
        assert exam.session.view.statuses[0] == "answered"
        await pilot.press("pageup")
        await pilot.pause()
        assert entry(app).value == "1949"
        await pilot.press("ctrl+u", "enter")
        assert set(exam.session.view.statuses) == {"open"}


async def test_half_an_answer_is_told_once_and_then_dropped(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, kinds=("order",))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", "b", "pagedown")
        await pilot.pause()
        assert "is no answer here" in card(app)
        assert exam.session.view.place == 0
        assert entry(app).value == "b"
        await pilot.press("pagedown")
        assert exam.session.view.place == 1
        assert set(exam.session.view.statuses) == {"open"}


async def test_a_warning_of_the_clock_leaves_what_is_being_typed(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(minutes=10), kinds=("short",))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", *"Pyong")
        exam.time.pass_(302)
        await wait_until(lambda: "minutes left" in card(app))
        assert entry(app).value == "Pyong"


async def test_what_is_typed_when_the_time_ends_counts(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(minutes=10), kinds=("number",))
    async with shown(exam.session) as (_, pilot):
        await pilot.press("enter", *"37")
        exam.time.pass_(599)
        await wait_until(lambda: exam.session.view.statuses[0] == "answered")


async def test_a_click_on_the_strip_goes_to_a_question(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, kinds=("choice",))
    async with shown(exam.session, (120, 36)) as (app, pilot):
        await pilot.press("enter")
        train = app.screen.query_one(QuizTrain)
        columns = [x for x in range(train.size.width)]
        for x in columns:
            await pilot.click(QuizTrain, offset=(x, 2))
            if exam.session.view.place == 3:
                break
        await pilot.pause()
        assert exam.session.view.place == 3


async def test_every_question_shows_how_it_is_answered_on_a_small_screen(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path)
    items = [
        item for kind in ("two-tier", "match", "order", "multiple", "how-sure") for item in list_longest(tour, kind)
    ]
    paper = Paper(Bank(tour), 7, exam.paper.selection, items=tuple(items))
    exam.session.policy.paper, exam.session.policy.questions.items = paper, items
    exam.session.policy.record._items = paper.items
    async with shown(exam.session, (80, 24)) as (app, pilot):
        await pilot.press("enter")
        for place, item in enumerate(items):
            await pilot.pause()
            assert exam.session.view.place == place
            scroll = app.screen.query_one("#quiz")
            seen = card(app).splitlines()[: scroll.size.height]
            assert exam.session.view.help[:30] in "\n".join(seen), item.id
            assert item.stem[:20] in seen[0]
            assert scroll.scroll_y == 0
            if app.screen.query_one("#entry").display:
                assert entry(app).region.bottom <= scroll.region.bottom
            key = write_response(paper.show(item, "Stoker-07"), find_key(item, tour))
            exam.session.mark(key)
            await pilot.press("pagedown")


def list_longest(tour: World, kind: str) -> list[Item]:
    """The two questions of a kind with the most text."""
    found = [item for item in Bank(tour).items.values() if item.__struct_config__.tag == kind]
    return sorted(found, key=lambda item: -len(repr(item)))[:2]
