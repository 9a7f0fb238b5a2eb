"""The title and the end: the menu, the sentence for a stranger, and their twins without pixels."""

import pytest

from game.app.game import Game
from game.art.headline import ROW_COLOURS_256, SHADOW_COLOUR_256
from game.art.palette import find_colour_of_256
from game.art.title_land import NIGHT, NIGHT_256
from game.art.title_letters import write_title_train
from game.art.title_train import draw_title_train
from game.core.paths import shipped
from game.pack.world import World
from game.tui.screens.end_screen import End
from game.tui.screens.settings_screen import SettingsScreen
from game.tui.screens.sheet import Sheet
from game.tui.screens.title_screen import Title, Vista
from game.tui.tour_app import TourApp
from game.tui.widgets.log import Log
from game.tui.widgets.menu import Menu
from game.tui.widgets.ruler import Ruler
from tests.tui.steady import wait_until
from tests.tui.test_pack_looks import paint

SIZES = [(60, 20), (80, 24), (120, 36), (160, 48)]
CUBE = {find_colour_of_256(number) for number in range(16, 256)}


def open_title(tour: World, *, is_ascii: bool = False) -> TourApp:
    return TourApp(lambda: Game(tour, art=shipped("assets")), has_title=True, is_ascii=is_ascii)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("is_ascii", [False, True])
async def test_nothing_of_the_title_falls_off(tour: World, size: tuple[int, int], is_ascii: bool) -> None:
    app = open_title(tour, is_ascii=is_ascii)
    async with app.run_test(size=size) as pilot:
        await wait_until(lambda: isinstance(app.screen, Title))
        await pilot.pause()
        (line,) = paint(app.screen.query_one(Ruler))
        assert "do not agree" in line
        menu = [row for row in paint(app.screen.query_one(Menu)) if row.strip()]
        assert [row.split()[0] for row in menu[1:]] == ["2", "3", "4"]
        assert menu[0].split()[:2] == ["›", "1"]
        (keys,) = paint(app.screen.query_one("#keys"))
        assert "Enter" in keys
        assert keys.rstrip().endswith("leaves")
        assert app.screen.query_one("#keys").region.bottom == size[1]
        assert not any("…" in row for row in menu)
        picture = paint(app.screen.query_one(Vista))
        assert {len(row) for row in picture} == {size[0]} if not is_ascii else max(map(len, picture)) <= size[0]
        assert any("(O)" in row for row in picture) == is_ascii


async def test_keys_digits_and_clicks_open_the_entries_of_the_menu(tour: World) -> None:
    app = open_title(tour)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(lambda: isinstance(app.screen, Title))
        await pilot.press("up", "enter")
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("escape", "3")
        assert isinstance(app.screen, Sheet)
        assert "carriages exam" in app.screen.query_one(Log).text
        await pilot.press("escape")
        assert isinstance(app.screen, Title)
        await pilot.click(Menu, offset=(20, 0))
        assert app.screen_stack[-1] is app.play


async def test_a_kept_tour_goes_on_first(tour: World) -> None:
    app = TourApp(lambda: Game(tour, art=shipped("assets")))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.signal.wait_until_ready()
        app.say("look")
        app.action_open("title")
        await pilot.pause()
        names = [entry.name for entry in app.screen.query_one(Menu).entries]
        assert names == ["Go on", "Begin anew", "Practise", "For teachers", "Settings"]
        await pilot.press("2")
        assert app.screen_stack[-1] is app.play
        await wait_until(lambda: "new" in app.play.query_one(Log).text.splitlines())


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_end_shows_picture_ticket_and_keys(tour: World, size: tuple[int, int]) -> None:
    app = TourApp(lambda: Game(tour, art=shipped("assets")))
    async with app.run_test(size=size) as pilot:
        await app.signal.wait_until_ready()
        app.action_open("end")
        await pilot.pause()
        assert isinstance(app.screen, End)
        assert app.screen.query_one(Vista).size.height >= 8
        assert "▀" in paint(app.screen.query_one(Vista))[4]
        assert app.screen.query_one("#keys").region.bottom == size[1]
        await pilot.press("l", "o", "enter")
        assert app.screen_stack[-1] is app.play


def test_in_256_colours_the_title_has_only_colours_of_the_cube() -> None:
    for width, rows in ((60, 12), (80, 17), (120, 28), (160, 40)):
        used = {colour for row in draw_title_train(width, rows, "21 CARRIAGES", NIGHT_256).rows for colour in row}
        assert used <= CUBE
        assert {*ROW_COLOURS_256, SHADOW_COLOUR_256, NIGHT_256.lamp} <= used
    assert not {colour for row in draw_title_train(80, 17, "21", NIGHT).rows for colour in row} <= CUBE


@pytest.mark.parametrize("width", [60, 77, 78, 80, 200])
@pytest.mark.parametrize("rows", [8, 11, 12, 13, 14, 30])
def test_the_title_in_characters_fills_its_room_and_is_ascii(width: int, rows: int) -> None:
    drawn = write_title_train(width, rows, "21 CARRIAGES")
    assert len(drawn) == rows
    assert all(row.isascii() and len(row) <= width for row in drawn)
    assert drawn[-1].endswith(r"\_________/" if width >= 78 and rows >= 14 else r"\______/")
    assert {len(row) for row in drawn[-3:]} <= {width - 1, width}
    assert width in {len(row) for row in drawn[-3:]}
