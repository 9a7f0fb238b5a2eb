"""Quiz sessions on the screen: keys, clicks, the clock, sizes; whatever is decided is decided by the session."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from game.app.exam_policy import ExamPolicy
from game.app.practice_plan import PracticePlan
from game.app.practice_policy import PracticePolicy
from game.app.quiz_session import QuizSession
from game.app.quiz_view import RunningQuiz
from game.pack.kinds import find_key, write_response
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.papers import Selection
from game.store.attempt_events import Rules
from game.store.attempt_folder import load_attempt
from game.tui.quiz_app import QuizApp
from game.tui.screens.quiz_screen import QuizScreen
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.log import Log
from game.tui.widgets.question_strip import QuizTrain
from game.tui.widgets.quiz_panel import QuestionCard
from game.tui.widgets.ruler import Ruler
from tests.conftest import TINY, loaded
from tests.test_exam_session import Exam
from tests.tui.steady import wait_until
from tests.tui.test_app import playing, type_line

Compare = Callable[..., bool]


@asynccontextmanager
async def shown(session: RunningQuiz, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[QuizApp, Pilot[None]]]:
    """The session on a screen, opened."""
    app = QuizApp(session, loaded(TINY).tour)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.animation_level = "none"
        yield app, pilot


def practice(world: World, *kinds: str, items: int = 3) -> QuizSession[PracticePolicy]:
    """Practice of some kinds of items."""
    plan = PracticePlan(selection=Selection(items=items, kinds=kinds or ("choice",)), seed="7")
    return QuizSession(PracticePolicy(Bank(world), plan))


def card(app: QuizApp) -> str:
    """What the card says."""
    return "\n".join(row.plain.rstrip() for row in app.screen.query_one(QuestionCard).make_rows(76))


def right(session: QuizSession[PracticePolicy] | QuizSession[ExamPolicy]) -> str:
    """The letters of the right answer."""
    item = session.shown
    assert item is not None
    world = session.policy.world
    return write_response(item, find_key(item.item, world)).casefold()


async def test_a_letter_answers_and_enter_goes_on(tour: World) -> None:
    session = practice(tour)
    async with shown(session) as (app, pilot):
        item = session.item
        assert item is not None
        assert item.stem[:30] in card(app)
        await pilot.press(right(session))
        assert session.view.statuses[0] == "right"
        assert item.feedback[:20] in card(app)
        assert item.stem[:30] in card(app)
        await pilot.press("enter")
        await pilot.pause()
        assert session.item is not None
        assert session.item.stem[:30] in card(app)


async def test_a_letter_that_is_no_option_does_nothing(tour: World) -> None:
    session = practice(tour)
    async with shown(session) as (_, pilot):
        await pilot.press("z", "9", "space")
        assert set(session.view.statuses) == {"open"}


async def test_an_option_can_be_clicked(tour: World) -> None:
    session = practice(tour)
    async with shown(session) as (app, pilot):
        widget = app.screen.query_one(QuestionCard)
        row = next(y for y, line in enumerate(card(app).splitlines()) if "  B  " in line or "B  " in line[:8])
        await pilot.click(QuestionCard, offset=(10, row))
        await pilot.pause()
        assert session.view.statuses[0] in ("right", "wrong")
        assert widget.is_attached


@pytest.mark.parametrize("kind", ["short", "number", "order", "match", "two-tier"])
async def test_what_wants_a_line_gets_one(tour: World, kind: str) -> None:
    session = practice(tour, kind, items=1)
    async with shown(session) as (app, pilot):
        assert app.screen.query_one(Input).has_focus
        await type_line(pilot, right(session))
        assert session.view.statuses[0] == "right"


async def test_help_source_hint_and_context_are_keys(tour: World) -> None:
    session = practice(tour)
    async with shown(session, (120, 36)) as (app, pilot):
        for key, words in (("f1", "What you can type"), ("f2", "It is told in"), ("f3", "Article")):
            await pilot.press(key)
            await pilot.pause()
            assert words in card(app)
        await pilot.press("f4")
        await pilot.pause()
        assert not isinstance(app.screen, QuizScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, QuizScreen)
        assert set(session.view.statuses) == {"open"}


@pytest.mark.parametrize("answer", ["y", "n"])
async def test_an_exam_is_handed_in_by_a_key(tour: World, tmp_path: Path, answer: str) -> None:
    exam = Exam(tour, tmp_path)
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", "f10")
        await pilot.pause()
        assert "Hand in anyway?" in card(app)
        assert app.screen.query_one(KeyBar).make_rows(80)[0].plain.split() == ["y", "Hand", "in", "n", "Go", "on"]
        await pilot.press(answer)
        await pilot.pause()
        assert exam.session.is_over == (answer == "y")
        if answer == "y":
            assert card(app).count("Result") == 1
            assert "0.00 of 5" in card(app)


async def test_an_exam_all_by_keys_is_perfect(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path)
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter")
        for place in range(5):
            if app.screen.query_one(Input).has_focus:
                await type_line(pilot, exam.key(place))
            else:
                await pilot.press(exam.key(place).casefold()[0], "enter")
        await pilot.press("y")
        await pilot.pause()
        assert exam.session.policy.record.is_perfect
        assert "100%" in card(app)


async def test_the_clock_is_shown_and_ends_the_exam(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(minutes=10))
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter")
        exam.time.pass_(601)
        await wait_until(lambda: exam.session.is_over)
        await pilot.pause()
        assert "The time is up" in card(app)
        assert "Done" in app.screen.query_one(Ruler).make_rows(80)[0].plain
        assert card(app).count("0.00 of 5") == 1


async def test_every_key_of_an_exam_is_named_at_80_columns(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(minutes=10))
    async with shown(exam.session, (80, 24)) as (app, pilot):
        await pilot.press("enter")
        await pilot.pause()
        (row,) = app.screen.query_one(KeyBar).make_rows(78)
        for named in ("Mark", "Next", "Turn", "List", "Flag", "Hand in", "Leave"):
            assert named in row.plain


async def test_leaving_keeps_what_was_answered(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path)
    async with shown(exam.session) as (app, pilot):
        await pilot.press("enter", "a", "ctrl+q")
        await pilot.pause()
        assert app.return_code == 0
    (path,) = tmp_path.iterdir()
    assert len(load_attempt(path).responses) == 1


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_size_is_drawn_and_the_train_fits(tour: World, size: tuple[int, int]) -> None:
    session = practice(tour, items=60)
    async with shown(session, size) as (app, pilot):
        await pilot.press("a", "enter", "b")
        await pilot.pause()
        train = app.screen.query_one(QuizTrain)
        assert train.size.width <= size[0]


async def test_no_option_falls_off_when_the_window_grows(tour: World) -> None:
    async with shown(practice(tour, "match"), (120, 36)) as (app, pilot):
        for size in ((160, 48), (60, 20), (80, 24), (160, 48)):
            await pilot.resize_terminal(*size)
            card = app.screen.query_one(QuestionCard)

            def fits(card: QuestionCard = card) -> bool:
                return len(card.make_strips(card.size.width, card.size.height)) <= card.size.height

            await wait_until(fits)
            await pilot.pause()
            assert fits()


async def test_practice_on_the_train_comes_back_to_it(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await type_line(pilot, "x board")
        await type_line(pilot, "practice 2")
        await pilot.pause()
        assert isinstance(app.screen, QuizScreen)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, QuizScreen)
        assert "Back in" in app.play.query_one(Log).text


async def test_keys_pressed_while_practice_closes_do_nothing(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await type_line(pilot, "x board")
        await type_line(pilot, "practice 1")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        screen.action_leave()
        # All three arrive before the screen is gone, as they do from a quick hand.
        screen.action_leave()
        screen.say("")
        screen.action_leave()
        await pilot.pause()
        assert app.screen is app.play
        assert app.play.query_one(Log).text.count("Back in") == 1
        await type_line(pilot, "look")
        assert app.screen is app.play


async def test_the_summary_of_practice_says_where_the_tour_goes_on(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await type_line(pilot, "x board")
        await type_line(pilot, "practice 1")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        said = "\n".join(row.plain for row in app.screen.query_one(QuestionCard).make_rows(76))
        assert "right at the first try" in said
        assert "Back in" in said


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_look(snap_compare: Compare, tour: World, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        pilot.app.animation_level = "none"
        await pilot.pause()
        await pilot.press("a", "enter", "b")
        await pilot.pause()

    assert snap_compare(QuizApp(practice(tour, items=10), tour.tour), terminal_size=size, run_before=before)
