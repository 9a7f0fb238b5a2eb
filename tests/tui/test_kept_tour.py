"""A tour that goes on, on the screen: what was told before, the lines on the arrow keys, the half-typed line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from game.app.game import Game
from game.pack.world import World
from game.store.saves import Saves
from game.tui import tour_app
from game.tui.screens.quiz_screen import QuizScreen
from game.tui.screens.title_screen import Title
from game.tui.tour_app import TourApp
from game.tui.widgets.log import Log
from game.tui.widgets.prompt import Prompt
from tests.tui.steady import wait_until

NewApp = Callable[[], TourApp]


@pytest.fixture
def new_app(tiny: World, tmp_path: Path) -> NewApp:
    return lambda: TourApp(lambda: Game(tiny, Saves(tmp_path)), home=tmp_path)


async def test_a_restart_brings_back_words_lines_and_the_half_typed_line(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.signal.wait_until_ready()
        await pilot.press(*"x bench", "enter")
        await pilot.press(*"x leaf")
        await pilot.pause()
        before = app.play.query_one(Log).text
        app.exit()
    again = new_app()
    async with again.run_test(size=(100, 30)) as pilot:
        await again.signal.wait_until_ready()
        await pilot.pause()
        text = again.play.query_one(Log).text
        assert text.startswith(before)
        assert text.index("x bench") < text.index("Welcome back")
        prompt = again.play.query_one(Prompt)
        assert prompt.value == "x leaf"
        await pilot.press("up")
        assert prompt.value == "x bench"
        await pilot.press("down", *"let", "enter")
        await pilot.pause()
        assert again.game.state.examined.get("leaflet") is not None
        again.exit()
    third = new_app()
    async with third.run_test(size=(100, 30)) as pilot:
        await third.signal.wait_until_ready()
        assert third.play.query_one(Prompt).value == ""


async def test_a_restart_shows_the_practice_that_was_going_on(new_app: NewApp) -> None:
    app = new_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.signal.wait_until_ready()
        await pilot.press(*"practice all", "enter")
        await pilot.pause()
        assert isinstance(app.screen, QuizScreen)
        app.exit()
    again = new_app()
    async with again.run_test(size=(100, 30)) as pilot:
        await again.signal.wait_until_ready()
        await pilot.pause()
        assert isinstance(again.screen, QuizScreen)
        assert again.game.practice is not None


@pytest.mark.parametrize("is_practising", [False, True])
async def test_an_idle_window_notices_that_another_one_took_the_tour(
    is_practising: bool, new_app: NewApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour_app, "LOOK_SECONDS", 0.05)
    app = new_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.signal.wait_until_ready()
        if is_practising:
            await pilot.press(*"practice all", "enter")
            await pilot.press("ctrl+p")  # the palette lies over the practice
            assert len(app.screen_stack) > 2
        other = Game(app.game.world, Saves(tmp_path))
        other.open()
        await pilot.pause(0.2)
        assert not app.game.kept.is_reading
        other.perform("take over")
        await wait_until(lambda: app.game.kept.is_reading)
        await pilot.pause()
        assert app.screen is app.play
        assert "open in another window now" in app.play.query_one(Log).text
        assert not app.is_writing
        other.close()
        third = Game(app.game.world, Saves(tmp_path))
        third.open()
        assert not third.kept.is_reading, "the idle window keeps nobody out"
        third.close()
        await pilot.press(*"take over", "enter")
        assert not app.game.kept.is_reading
        fourth = Game(app.game.world, Saves(tmp_path))
        fourth.open()
        fourth.perform("take over")
        await wait_until(lambda: app.game.kept.is_reading)


async def test_a_line_that_arrives_after_the_end_is_not_performed(new_app: NewApp, tmp_path: Path) -> None:
    app = new_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.signal.wait_until_ready()
        before = app.game.state
        app.exit()
        app.say("f")
        assert app.game.state is before
        await pilot.pause()
    (log,) = tmp_path.rglob("tour.jsonl")
    assert log.read_bytes().count(b"\n") == 1
    again = new_app()
    async with again.run_test(size=(100, 30)):
        await again.signal.wait_until_ready()
        before = again.game.state
    # Taken down from outside: what was still on its way finds no widgets any more.
    again.say("f")
    again.look_after_tour()
    assert again.game.state is before


async def test_no_title_hides_what_has_to_be_told_of_the_tour(tiny: World, tmp_path: Path) -> None:
    other = Game(tiny, Saves(tmp_path))
    other.open()
    for is_open, has_title in ((True, False), (False, True)):
        app = TourApp(lambda: Game(tiny, Saves(tmp_path)), home=tmp_path, has_title=True)
        async with app.run_test(size=(100, 30)) as pilot:
            await app.signal.wait_until_ready()
            await pilot.pause()
            assert isinstance(app.screen, Title) == has_title
            assert ("open in another window" in app.play.query_one(Log).text) == is_open
        other.close()


async def test_who_comes_back_to_a_window_is_told_at_once(
    new_app: NewApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour_app, "LOOK_SECONDS", 1_000.0)
    app = new_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.signal.wait_until_ready()
        other = Game(app.game.world, Saves(tmp_path))
        other.open()
        other.perform("take over")
        app.post_message(events.AppFocus())
        await pilot.pause()
        assert "open in another window now" in app.play.query_one(Log).text


async def test_a_window_that_lost_the_tour_writes_nothing_from_any_screen(new_app: NewApp, tmp_path: Path) -> None:
    app = new_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.signal.wait_until_ready()
        other = Game(app.game.world, Saves(tmp_path))
        other.open()
        other.perform("take over")
        kept = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
        for key in ("f", "enter", "f4", "f6", "f2"):
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("escape", *"half a li")
        app.exit()
        await pilot.pause()
        assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == kept
        assert "open in another window" in app.play.query_one(Log).text
