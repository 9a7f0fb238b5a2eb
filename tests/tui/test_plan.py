"""The plan of all rooms: where one is, what was seen and what is left, at every size and without colours."""

import pytest

from game.app.boards import PlanPlace
from game.app.game import Game
from game.pack.world import World
from game.tui.screens.plan_screen import METER_SIGNS, PlanGrid, PlanScreen, _draw_meter
from game.tui.tour_app import TourApp
from tests.tui.test_app import type_line
from tests.tui.test_pack_looks import paint


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (160, 48)])
async def test_every_room_is_on_the_plan(tour: World, size: tuple[int, int]) -> None:
    app = TourApp(lambda: Game(tour))
    async with app.run_test(size=size) as pilot:
        await app.signal.wait_until_ready()
        await type_line(pilot, "f")
        await pilot.press("f3")
        assert isinstance(app.screen, PlanScreen)
        shown = "\n".join(paint(app.screen.query_one(PlanGrid)))
        for room in tour.rooms.values():
            assert room.name[:15].split()[0] in shown
            assert room.number is None or f"{room.number:02} [" in shown
        assert "›01 [" in shown
        assert "1 Boarding carriage: you are here" in shown
        assert "▾" not in shown
        assert "…" not in shown or size[0] < 120
        await pilot.press("right")
        assert "2 Armour carriage: not visited" in "\n".join(paint(app.screen.query_one(PlanGrid)))


async def test_keys_and_clicks_go_to_a_room(tour: World) -> None:
    app = TourApp(lambda: Game(tour))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.signal.wait_until_ready()
        await pilot.press("f3", "down", "left", "enter")
        assert app.game.state.room == list(tour.rooms)[3]
        await pilot.press("f3")
        await pilot.click(PlanGrid, offset=(22, 0))
        assert isinstance(app.screen, PlanScreen)
        await pilot.click(PlanGrid, offset=(22, 0))
        assert app.game.state.room == list(tour.rooms)[1]
        await pilot.press("f3", "up", "escape")
        assert app.game.state.room == list(tour.rooms)[1]


def test_the_meter_is_full_only_when_nothing_is_left(tour: World) -> None:
    room = next(iter(tour.rooms.values()))

    def draw(noted: int, facts: int, *, is_visited: bool = True) -> str:
        return _draw_meter(PlanPlace(room, is_here=False, is_visited=is_visited, noted=noted, facts=facts)).strip()

    assert [draw(noted, 10) for noted in (0, 1, 9, 10)] == ["□□□□□", "■□□□□", "■■■■□", "■■■■■"]
    assert draw(99, 100).count("■") == METER_SIGNS - 1
    assert draw(3, 10, is_visited=False) == draw(0, 0) == ""


async def test_a_plan_with_more_rooms_than_rows_says_so(tour: World) -> None:
    many = [
        PlanPlace(replace_name(tour, number), is_here=number == 0, is_visited=False, noted=0, facts=1)
        for number in range(200)
    ]
    app = TourApp(lambda: Game(tour))
    async with app.run_test(size=(60, 20)) as pilot:
        await app.signal.wait_until_ready()
        app.push_screen(PlanScreen(many, "All"))
        await pilot.pause()
        assert paint(app.screen.query_one(PlanGrid))[-1].rstrip().endswith("▾ more")
        await pilot.press("left")  # the last of them
        rows = paint(app.screen.query_one(PlanGrid))
        assert "▾" not in rows[-1]
        assert any("Room 199" in row for row in rows[:-1])


def replace_name(tour: World, number: int):  # type: ignore[no-untyped-def]
    """A room of the tour under another name."""
    from msgspec.structs import replace as renamed

    return renamed(next(iter(tour.rooms.values())), name=f"Room {number}", number=number)
