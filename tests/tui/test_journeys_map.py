"""The map of journeys: every town named, the lines told apart by more than colour, a list that reads alone."""

from collections.abc import Iterator
from contextlib import asynccontextmanager

import msgspec
import pytest
from rpds import HashTrieMap

from game.app.game import Game
from game.art.atlas import NIGHT, NIGHT_256, ChartFrame, ChartRoute, draw_chart
from game.art.chart_letters import LETTER_SIGNS, Town, place_names, write_chart
from game.pack.world import World
from game.tui.screens.journeys_screen import Chart, JourneysScreen, Legs
from game.tui.tour_app import TourApp
from tests.tui.test_covers import CUBE
from tests.tui.test_pack_looks import paint

SIZES = [(60, 20), (80, 24), (120, 36), (160, 48)]


def list_towns(tour: World, chosen: str = "") -> list[Town]:
    return [Town(p.name, (p.lon, p.lat), p.side, p.id == chosen) for p in tour.tour.places]


def list_routes(tour: World) -> Iterator[ChartRoute]:
    places = {place.id: (place.lon, place.lat) for place in tour.tour.places}
    for number, journey in enumerate(tour.tour.journeys):
        first, *others = [places[stop] for stop in journey.stops]
        yield ChartRoute([first, *journey.via, *others], "solid", number == 0)


@asynccontextmanager
async def reading_everything(tour: World, size: tuple[int, int], *, is_ascii: bool = False):  # type: ignore[no-untyped-def]
    """The map for a player who has noted every fact."""
    game = Game(tour)
    app = TourApp(lambda: game, is_ascii=is_ascii)
    async with app.run_test(size=size) as pilot:
        await app.signal.wait_until_ready()
        noted = HashTrieMap({fact_id: tour.tour.start for fact_id in tour.facts})
        session = game._window.session
        session.state = msgspec.structs.replace(session.state, noted=noted)
        app.action_open("journeys")
        await pilot.pause()
        assert isinstance(app.screen, JourneysScreen)
        yield app, pilot


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("is_ascii", [False, True])
async def test_the_map_and_its_list_name_everything(tour: World, size: tuple[int, int], is_ascii: bool) -> None:
    async with reading_everything(tour, size, is_ascii=is_ascii) as (app, pilot):
        chart = "\n".join(paint(app.screen.query_one(Chart)))
        legs = "\n".join(paint(app.screen.query_one(Legs)))
        assert all(journey.when in legs for journey in tour.tour.journeys)
        assert "means not told" in legs or size[1] < 24
        if size[0] >= 80:
            assert all(place.name.casefold() in chart.casefold() for place in tour.tour.places)
        assert ("▀" in chart) == (not is_ascii)
        assert ("PYONGYANG" in chart) == is_ascii
        await pilot.press("down")
        assert "› March 2018: Beijing" in "\n".join(paint(app.screen.query_one(Legs)))


async def test_a_click_on_a_town_or_on_the_list_chooses_a_journey(tour: World) -> None:
    async with reading_everything(tour, (120, 36)) as (app, pilot):
        chart = app.screen.query_one(Chart)
        row = next(y for y, text in enumerate(paint(chart)) if "Vietnam" in text)
        await pilot.click(Chart, offset=(paint(chart)[row].index("Vietnam") + 1, row))
        assert tour.tour.journeys[chart.chosen].id == "to-vietnam-2019"
        legs = paint(app.screen.query_one(Legs))
        row = next(y for y, text in enumerate(legs) if "Singapore" in text)
        await pilot.click(Legs, offset=(legs[row].index("Singapore") + 1, row + 1))  # its padding
        assert tour.tour.journeys[chart.chosen].id == "to-singapore-2018"
        await pilot.click(Chart, offset=(70, 30))  # the open sea
        assert tour.tour.journeys[chart.chosen].id == "to-singapore-2018"


@pytest.mark.parametrize("size", [(28, 16), (48, 22), (82, 34), (122, 46)])
def test_no_name_lies_over_another(tour: World, size: tuple[int, int]) -> None:
    assert tour.tour.map is not None
    frame = ChartFrame(size[0], size[1] * 2, tour.tour.map)
    names = place_names(frame, list_towns(tour, "dalian"), list(list_routes(tour)), LETTER_SIGNS)
    assert names[0].text == "Dalian @"
    cells = [(x, name.row) for name in names for x in range(name.x, name.x + len(name.text))]
    assert len(cells) == len(set(cells))
    assert all(0 <= x < size[0] and 0 <= row < size[1] for x, row in cells)


def test_lines_differ_by_their_strokes_and_the_chosen_one_is_closed(tour: World) -> None:
    assert tour.tour.map is not None
    points = [(105.0, 40.0), (115.0, 40.0)]
    counts = {}
    for stroke in ("solid", "dashed", "dotted"):
        for is_chosen in (True, False):
            route = ChartRoute(points, stroke, is_chosen)
            rows = draw_chart(82, 34, [route], NIGHT, tour.tour.map).rows
            colour = NIGHT.chosen if is_chosen else NIGHT.route
            counts[stroke, is_chosen] = sum(row.count(colour) for row in rows)
    assert counts["solid", True] > counts["dashed", True] > counts["dotted", True] > counts["dotted", False]
    assert len({count for (_, is_chosen), count in counts.items() if not is_chosen}) == 3


def test_the_map_has_twins(tour: World) -> None:
    assert tour.tour.map is not None
    rows = draw_chart(60, 20, list(list_routes(tour)), NIGHT_256, tour.tour.map).rows
    assert {colour for row in rows for colour in row} <= CUBE
    written = write_chart(48, 22, list_routes(tour), list_towns(tour, "moscow"), tour.tour.map)
    assert {len(row) for row in written} == {48}
    assert all(row.isascii() for row in written)
    assert "MOSCOW ^" in written[0]
    assert sum(row.count("=") for row in written) > 5
