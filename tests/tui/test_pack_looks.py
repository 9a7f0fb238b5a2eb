"""How packs look that are no train: the plan, the list, the title, words in place of a picture."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widget import Widget

from game.app.game import Game
from game.art.quiz_train import NIGHT as NIGHT_QUIZ
from game.art.quiz_train import draw_quiz_boxes
from game.pack.looks import StripKind
from game.pack.world import World
from game.tui.quiz_app import QuizApp
from game.tui.screens.curtain import CurtainCard
from game.tui.screens.journeys_screen import JourneysScreen
from game.tui.screens.title_screen import Title, Vista
from game.tui.themes import NIGHT, make_accented
from game.tui.tour_app import TourApp
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.panel import Panel
from game.tui.widgets.question_strip import QuizTrain
from game.tui.widgets.ruler import Ruler
from game.tui.widgets.scene_picture import ScenePicture
from game.tui.widgets.strip import RoomStrip
from tests.conftest import LIGHTHOUSE
from tests.tui.test_app import type_line
from tests.tui.test_quiz_screen import practice


@asynccontextmanager
async def playing(
    world: World,
    size: tuple[int, int] = (80, 24),
    *,
    art: Path | None = LIGHTHOUSE,
    is_ascii: bool = False,
    has_title: bool = False,
) -> AsyncIterator[tuple[TourApp, Pilot[None]]]:
    app = TourApp(lambda: Game(world, art=art), is_ascii=is_ascii, has_title=has_title)
    async with app.run_test(size=size) as pilot:
        await app.signal.wait_until_ready()
        app.animation_level = "none"
        await pilot.pause()
        yield app, pilot


def paint(widget: Widget) -> list[str]:
    """What a widget paints, row by row."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


def _with_strip(world: World, kind: StripKind) -> World:
    return replace(world, tour=replace(world.tour, strip=kind))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_a_plan_names_the_rooms_from_the_lowest_floor_up(lighthouse: World, size: tuple[int, int]) -> None:
    async with playing(lighthouse, size) as (app, pilot):
        strip = app.play.query_one(RoomStrip)
        rows = paint(strip)
        assert "▀" in rows[0]
        assert rows[-1].index("Boat shed") < rows[-1].index("The landing") < rows[-1].index("Kitchen")
        here = rows[-1].index("The landing") + 5
        assert abs(here - size[0] // 2) <= 3
        await pilot.click(RoomStrip, offset=(rows[-1].index("Boat shed") + 2, 1))
        await pilot.pause()
        assert app.game.state.room == "boat-shed"


async def test_a_plan_in_characters_shows_floors_one_above_the_other(lighthouse: World) -> None:
    async with playing(lighthouse, is_ascii=True) as (app, pilot):
        await type_line(pilot, "in")
        rows = paint(app.play.query_one(RoomStrip))
        heights = {name: y for y, row in enumerate(rows) for name in ("Boat shed", "landing", "Kitchen") if name in row}
        assert heights["Boat shed"] > heights["landing"] > heights["Kitchen"]
        assert "*[Kitchen]*" in "".join(rows)
        assert all(row.isascii() for row in rows)


@pytest.mark.parametrize("is_ascii", [False, True])
async def test_a_list_takes_one_row_and_says_where_one_is(lighthouse: World, is_ascii: bool) -> None:
    async with playing(_with_strip(lighthouse, "list"), is_ascii=is_ascii) as (app, pilot):
        strip = app.play.query_one(RoomStrip)
        (row,) = paint(strip)
        assert "› The landing · Kitchen" in row
        await pilot.click(RoomStrip, offset=(row.index("Kitchen"), 0))
        await pilot.pause()
        assert app.game.state.room == "kitchen"
        assert "› Kitchen" in paint(strip)[0]


async def test_a_list_that_is_too_long_shows_the_part_around_the_player(lighthouse: World) -> None:
    async with playing(_with_strip(lighthouse, "list"), (62, 24)) as (app, pilot):
        for line in ("in", "up", "up"):
            await type_line(pilot, line)
        (row,) = paint(app.play.query_one(RoomStrip))
        assert len(row) == 62
        assert "› Lamp room · Gallery" in row
        assert "landing" not in row


async def test_a_pack_may_have_no_strip(lighthouse: World) -> None:
    async with playing(_with_strip(lighthouse, "none")) as (app, _):
        assert app.play.query_one(RoomStrip).size.height == 0


async def test_a_room_without_a_picture_shows_its_words_in_a_frame(one_room: World) -> None:
    for is_ascii, edge in ((False, "│"), (True, "|")):
        async with playing(one_room, art=None, is_ascii=is_ascii) as (app, _):
            rows = paint(app.play.query_one(ScenePicture))
            assert {len(row) for row in rows} == {80}
            assert all(row[0] == row[-1] == edge for row in rows[1:-1])
            words = next(row for row in rows if "A pond, and a long bench beside it." in row)
            assert abs(len(words[1:-1].rstrip()) - len(words.strip(f"{edge} ")) - (words.index("A pond") - 1)) <= 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (160, 48)])
async def test_the_title_is_the_picture_of_the_pack(lighthouse: World, size: tuple[int, int]) -> None:
    async with playing(lighthouse, size, has_title=True) as (app, _):
        assert isinstance(app.screen, Title)
        rows = paint(app.screen.query_one(Vista))
        is_written = any("Skarholm Light" in row for row in rows)
        # The headline has no room in pixels on the narrowest screen; the scene is then drawn in characters.
        assert is_written == (size == (60, 20))
        assert {len(row) for row in rows} == {size[0]}


async def test_a_title_without_a_picture_is_the_name_alone(lighthouse: World) -> None:
    bare = replace(lighthouse, tour=replace(lighthouse.tour, title_picture=None))
    async with playing(bare, has_title=True) as (app, _):
        rows = paint(app.screen.query_one(Vista))
        assert "▀" in rows[len(rows) // 2]
        assert rows[0] == rows[-1]
    bare = replace(bare, tour=replace(bare.tour, title="Łódź Światło"))
    async with playing(bare, has_title=True) as (app, _):
        assert any("Łódź Światło" in row for row in paint(app.screen.query_one(Vista)))


async def test_a_pack_has_its_own_quiet_colour_in_every_theme_of_the_screen(lighthouse: World) -> None:
    slate = {theme.name: theme.variables["khaki"] for theme in make_accented("slate")}
    async with playing(lighthouse) as (app, pilot):
        assert app.theme_variables["khaki"] == slate["night"] != NIGHT.variables["khaki"]
        await pilot.press("f6")
        await pilot.pause()
        assert app.theme_variables["khaki"] == slate["day"]


async def test_where_there_is_no_map_none_is_offered(lighthouse: World, tiny: World) -> None:
    for world, is_offered in ((lighthouse, False), (tiny, True)):
        async with playing(world, (200, 60)) as (app, pilot):
            assert ("f10" in "".join(paint(app.play.query_one(KeyBar)))) == is_offered
            await pilot.press("f10")
            await pilot.pause()
            assert isinstance(app.screen, JourneysScreen) == is_offered
            commands = [command.title for command in app.get_system_commands(app.play)]
            assert ("Journeys" in commands) == is_offered
            assert ("ROUTES" in "".join(line.text for line in app.game.perform("help"))) == is_offered


@pytest.mark.parametrize("is_ascii", [False, True])
async def test_questions_of_a_pack_that_is_no_train_are_boxes(lighthouse: World, is_ascii: bool) -> None:
    painted = []
    kinds: tuple[StripKind, ...] = ("plan", "train")
    for kind in kinds:
        world = _with_strip(lighthouse, kind)
        app = QuizApp(practice(world, items=3), world.tour, is_ascii=is_ascii)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            strip = app.screen.query_one(QuizTrain)
            strip.show(replace(app.session.view, statuses=("open", "right", "wrong"), place=0))
            painted.append("\n".join(paint(strip)))
            assert app.theme_variables["khaki"] == make_accented("slate")[0].variables["khaki"]
    boxes, train = painted
    if is_ascii:
        assert ("> [" in boxes, ">-[" in train) == (True, True)
    else:
        assert "▀" in boxes
        assert "▀" in train


def test_boxes_have_no_engine_and_stand_in_the_middle() -> None:
    boxes = draw_quiz_boxes(("right", "here", "open"), 60, 3, NIGHT_QUIZ).rows
    assert {colour for row in boxes for colour in row}.isdisjoint({NIGHT_QUIZ.locomotive, NIGHT_QUIZ.wheels})
    painted = [x for x in range(60) if boxes[2][x] != NIGHT_QUIZ.ground]
    assert abs(painted[0] - (59 - painted[-1])) <= 1
    assert {boxes[2][x] for x in painted} == {NIGHT_QUIZ.bodies[status] for status in ("right", "here", "open")}


async def test_where_no_clock_runs_none_is_shown_and_the_line_shows_the_facts(lighthouse: World, tiny: World) -> None:
    for world, has_clock in ((lighthouse, False), (tiny, True)):
        async with playing(world, (140, 40)) as (app, pilot):
            rows = paint(app.play.query_one(Panel))
            assert ("JOURNEY" in rows[0]) == has_clock
            assert ("EXITS" in rows[0]) != has_clock
            ruler = app.play.query_one(Ruler)
            assert (" h " in paint(ruler)[0]) == has_clock
            if not has_clock:
                line = paint(ruler)[0].count("━")
                for name in ("board", "block", "plaque"):
                    await type_line(pilot, f"x {name}")
                assert paint(ruler)[0].count("━") > line


@pytest.mark.parametrize("is_ascii", [False, True])
async def test_a_work_is_drawn_as_it_stands(lighthouse: World, *, is_ascii: bool) -> None:
    async with playing(lighthouse, (120, 36), is_ascii=is_ascii) as (app, pilot):
        for line in ("down", "take tag", "up", "in", "up", "x nail"):
            await type_line(pilot, line)
        picture = app.screen.query_one(ScenePicture)
        picture.repaint()  # now, not after the moment by which the spotlight follows the reply
        bare = [picture.render_line(y) for y in range(picture.size.height)]
        await type_line(pilot, "hang tag on nail")
        hung = [picture.render_line(y) for y in range(picture.size.height)]
        assert hung != bare
        await type_line(pilot, "take tag")
        assert [picture.render_line(y) for y in range(picture.size.height)] == bare


async def test_the_curtain_has_no_name_before_another_pack_is_loaded(lighthouse: World) -> None:
    app = TourApp(lambda: Game(lighthouse, art=LIGHTHOUSE), is_ours=False)
    assert app.title == ""
    (line,) = (row for row in CurtainCard("").make_rows(40) if row.plain)
    assert line.plain.replace("━", "") == ""
    async with app.run_test():
        await app.signal.wait_until_ready()
        assert app.title == "Skarholm Light"
    assert TourApp(lambda: None).title == "21 Carriages"
