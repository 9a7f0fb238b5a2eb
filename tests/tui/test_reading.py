"""Reading: arrivals and questions are seen whole, and what is longer is read page by page with nothing skipped."""

import pytest
from msgspec.structs import replace

from game.app.quiz_view import find_answer_form, find_option_signs, find_row_signs
from game.pack.kinds import show
from game.pack.world import World
from game.prose.lines import Line
from game.prose.questions import describe_how_to_answer, render_question
from game.quiz.bank import Bank
from game.tui.screens.quiz_screen import QuizScreen
from game.tui.widgets.log import Log
from game.tui.widgets.panel import Panel
from game.tui.widgets.quiz_panel import QuestionCard
from tests.tui.test_app import playing, type_line
from tests.tui.test_quiz_screen import practice, shown

SIZES = [(80, 24), (120, 36)]
LONG = tuple(Line(f"Line number {number}.", "body") for number in range(60))


@pytest.mark.parametrize("size", SIZES)
async def test_every_first_arrival_is_seen_whole(tour: World, size: tuple[int, int]) -> None:
    async with playing(tour, size) as (app, pilot):
        await pilot.pause()
        log = app.play.query_one(Log)
        paged = []
        for number, room in enumerate(tour.rooms.values()):
            if number:
                app.say(f"go to {room.name}")
                await pilot.pause()
            if log.has_more:
                paged.append(room.name)
        assert not paged


@pytest.mark.parametrize("size", SIZES)
async def test_every_question_of_the_tour_is_seen_with_its_options(tour: World, size: tuple[int, int]) -> None:
    async with playing(tour, size) as (app, pilot):
        await pilot.pause()
        log = app.play.query_one(Log)
        paged = []
        for item in Bank(tour).items.values():
            log.add(tuple(render_question(show(item, tour, 7))), {}, echo="question")
            if log.has_more:
                paged.append(item.id)
        assert not paged


@pytest.mark.parametrize("size", SIZES)
async def test_every_question_of_practice_is_seen_with_its_options(tour: World, size: tuple[int, int]) -> None:
    session = practice(tour)
    async with shown(session, size) as (app, _):
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        card = screen.query_one(QuestionCard)
        rows = screen.query_one("#quiz").scrollable_content_region.height
        paged = []
        for item in Bank(tour).items.values():
            asked = show(item, tour, 7)
            card.view = replace(
                session.view,
                shown=asked,
                form=find_answer_form(item),
                option_signs=find_option_signs(asked, (), ()),
                row_signs=find_row_signs(asked, (), ()),
                help=describe_how_to_answer(item),
            )
            if len(card.make_strips(card.size.width, 0)) > rows:
                paged.append(item.id)
        assert not paged


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_a_key_on_the_empty_line_turns_the_page_and_skips_nothing(tiny: World, key: str) -> None:
    async with playing(tiny) as (app, pilot):
        log = app.play.query_one(Log)
        log.add(LONG, {})
        seen = set(read_rows(log))
        turns = app.game.state.turn
        while log.has_more:
            await pilot.press(key)
            seen |= set(read_rows(log))
        assert {line.text for line in LONG} <= seen
        assert app.game.state.turn == turns


async def test_each_closed_question_is_lit_at_the_side(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, _):
        view, panel = app.game.view, app.play.query_one(Panel)
        assert view.job is not None
        for closed, shown_row in ((0, "0 headlines, "), (1, "■ 1 headline, "), (3, "■■■ 3 headlines, ")):
            rows = panel.make_view_rows(replace(view, job=replace(view.job, closed=closed)), 34)
            assert any(row.plain.startswith(shown_row) for row in rows)


async def test_a_click_turns_the_page(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        log = app.play.query_one(Log)
        log.add(LONG, {})
        before = log.scroll_offset.y
        await pilot.click(Log, offset=(40, 5))
        assert log.scroll_offset.y == before + log.size.height - 1


async def test_enter_after_a_typed_line_performs_it_whatever_is_unread(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        app.play.query_one(Log).add(LONG, {})
        await type_line(pilot, "look")
        assert "› look" in "\n".join(read_rows(app.play.query_one(Log)))


def read_rows(log: Log) -> list[str]:
    """What can be read of the log: not the row that says that there is more."""
    rows = [log.render_line(y).text.strip() for y in range(log.size.height)]
    return rows[:-1] if log.has_more else rows
