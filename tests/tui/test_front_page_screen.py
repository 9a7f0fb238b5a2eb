"""The desk and the front page on the screen: whole sentences, one key each, the same lines as typed."""

import pytest
from msgspec.structs import replace

from game.app.game import Game
from game.core.paths import shipped
from game.pack.world import World
from game.prose.report_lines import WARNINGS
from game.tui.screens.desk_screen import Desk, Detail
from game.tui.screens.front_page_screen import FrontPageScreen
from game.tui.screens.play_screen import PlayScreen
from game.tui.tour_app import TourApp
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.log import Log
from tests.test_front_page import filed
from tests.test_report import BOTS, SOLID, TOUR, at_desk, carefully, file_at_desk
from tests.tui.test_app import playing

SIZES = [(80, 24), (120, 36), (60, 20)]


@pytest.mark.parametrize("size", SIZES)
async def test_filing_opens_the_page_with_every_line(tour: World, size: tuple[int, int]) -> None:
    lines, leads = BOTS["front page"]
    session = at_desk(*SOLID, leads=leads)
    for place, (fact_id, way) in enumerate(lines, start=1):
        session.perform(f"dispatch add {session.state.numbers[fact_id]}")
        session.perform(f"dispatch {place} {way}")
    async with playing(tour, size) as (app, pilot):
        app.game._window.session.state = session.state
        app.say("file")
        await pilot.pause()
        assert isinstance(app.screen, FrontPageScreen)
        strips = app.screen.block.make_strips(size[0], 0)
        text = " ".join(" ".join(strip.text.replace("▀", " ") for strip in strips).split())
        text = text.replace("The drawing is staged. ", "").replace("■ ", "")
        for fact_id in SOLID:
            assert tour.facts[fact_id].claim in text
        assert "is an invented newspaper" in text
        assert {strip.cell_length for strip in strips} == {size[0]}
        await pilot.press("down", "pagedown", "escape")
        assert isinstance(app.screen, PlayScreen)
        assert "FRONT PAGE." in app.play.query_one(Log).text


@pytest.mark.parametrize(("key", "screen", "told"), [("e", Desk, ""), ("r", PlayScreen, "RIDE AGAIN")])
async def test_keys_of_the_page_send_lines(tour: World, key: str, screen: type, told: str) -> None:
    session = at_desk(*SOLID, leads=("speed",))
    file_at_desk(session, *carefully(*SOLID))
    async with playing(tour, (80, 24)) as (app, pilot):
        app.game._window.session.state = session.state
        app.say("page")
        await pilot.pause()
        assert isinstance(app.screen, FrontPageScreen)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, screen)
        assert told.casefold() in app.play.query_one(Log).text.casefold()


async def test_the_desk_shows_the_chosen_note_as_a_whole_sentence_with_its_strength(tour: World) -> None:
    async with playing(tour, (80, 24)) as (app, pilot):
        app.game._window.session.state = at_desk(*SOLID, leads=("speed",)).state
        app.say("my report")
        await pilot.pause()
        assert isinstance(app.screen, Desk)
        detail = app.screen.query_one(Detail)
        shown = " ".join(" ".join(detail.render_line(y).text for y in range(detail.size.height)).split())
        first = app.game.boards.read_desk().noted[0]
        assert first.text in first.detail
        assert first.detail in shown
        assert "No headline yet" in shown
        await pilot.press("enter", "enter")
        assert len(app.game.state.draft) == 2


async def test_a_key_of_the_desk_fills_the_report(tour: World) -> None:
    async with playing(tour, (80, 24)) as (app, pilot):
        app.game._window.session.state = at_desk(*SOLID, leads=("speed",)).state
        app.say("my report")
        await pilot.pause()
        await pilot.press("a")
        assert {fact_id for fact_id, _ in app.game.state.draft} == set(SOLID)
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, FrontPageScreen)


@pytest.mark.parametrize(
    ("headline", "size", "is_ascii", "has_letters"),
    [
        ("A slow train", (80, 24), False, True),
        ("A slow train", (60, 20), False, True),
        ("A slow train", (80, 24), True, False),
        ("One slow train is on its way to Russia", (80, 24), False, False),
        ("A slow train for 100 €", (80, 24), False, False),
    ],
)
async def test_a_small_page_has_large_letters_where_they_fit(
    headline: str, size: tuple[int, int], *, is_ascii: bool, has_letters: bool
) -> None:
    app = TourApp(lambda: Game(TOUR, art=shipped("assets")), is_ascii=is_ascii)
    async with app.run_test(size=size) as pilot:
        await app.signal.wait_until_ready()
        app.game._window.session.state = filed(headline=headline).state
        app.say("page")
        await pilot.pause()
        assert isinstance(app.screen, FrontPageScreen)
        rows = [strip.text.strip() for strip in app.screen.block.make_strips(size[0], 0)]
        assert (headline.upper() in rows) is not has_letters
        assert any(row == "▀" * size[0] for row in rows) is has_letters


@pytest.mark.parametrize(
    ("size", "is_ascii", "drawn"),
    [((80, 24), False, "▀" * 34), ((80, 24), True, ".-----."), ((67, 24), False, ""), ((68, 24), False, "▀" * 34)],
)
async def test_a_small_page_has_the_drawing_where_it_leaves_half_of_the_width(
    size: tuple[int, int], *, is_ascii: bool, drawn: str
) -> None:
    app = TourApp(lambda: Game(TOUR, art=shipped("assets")), is_ascii=is_ascii)
    async with app.run_test(size=size) as pilot:
        await app.signal.wait_until_ready()
        app.game._window.session.state = filed().state
        app.say("page")
        await pilot.pause()
        assert isinstance(app.screen, FrontPageScreen)
        first = next(strip.text for strip in app.screen.block.make_strips(size[0], 0) if "On the journey" in strip.text)
        beside, _, text = first.partition("■" if "■" in first else "#")
        assert text
        assert beside.strip() == drawn or (is_ascii and drawn in beside)


async def test_the_desk_warns_at_once_of_a_line_that_does_not_stand(tour: World) -> None:
    async with playing(tour, (80, 24)) as (app, pilot):
        session = at_desk(*SOLID, leads=("speed",))
        session.perform(f"dispatch add {session.state.numbers[SOLID[0]]}")
        app.game._window.session.state = session.state
        app.say("my report")
        await pilot.pause()
        detail = app.screen.query_one(Detail)
        for key, warning in [("4", WARNINGS["no picture"]), ("1", ""), ("3", WARNINGS["needless hedge"])]:
            await pilot.press(key)
            shown = " ".join(detail.render_line(y).text for y in range(detail.size.height))
            assert warning in shown
            assert ("Take care" in shown) is bool(warning)
        await pilot.press("down")
        assert "Take care" not in " ".join(detail.render_line(y).text for y in range(detail.size.height))


async def test_the_keys_of_the_desk_fit_and_those_of_a_newsroom_are_only_there(tour: World) -> None:
    for world, has_them in [(tour, True), (replace(tour, newsroom=None), False)]:
        async with playing(world, (80, 24)) as (app, pilot):
            app.game._window.session.state = at_desk(*SOLID).state
            app.say("my report")
            await pilot.pause()
            assert isinstance(app.screen, Desk)
            shown = app.screen.query_one(KeyBar).render_line(0).text
            assert "f File" in shown
            assert ("h Headline" in shown) is has_them
            assert ("a Fill" in shown) is has_them
