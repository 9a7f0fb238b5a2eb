"""What is painted: only what has changed, and few pictures of a walk."""

import io

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text
from textual.color import Color
from textual.filter import ANSIToTruecolor, Monochrome
from textual.geometry import Region
from textual.strip import Strip

from game.pack.world import World
from game.tui.screens.title_screen import Title, Vista
from game.tui.widgets.block import find_changed_regions
from game.tui.widgets.pixel_strip import PixelStrip, wrap_pixels
from game.tui.widgets.pixels import pack_pixels
from game.tui.widgets.strip import STEP_SECONDS, WALK_STEPS, RoomStrip
from tests.tui.steady import wait_until
from tests.tui.test_app import playing
from tests.tui.test_covers import SIZES, open_title

PIXELS = [[0x0A0B0C, 0x0A0B0C, 0xFF8000, 0xFF8000], [0, 0, 0, 0xFFFFFF]]


def make_console(colours: str) -> Console:
    return Console(file=io.StringIO(), force_terminal=True, color_system=colours, width=80)  # type: ignore[arg-type]


def read_cells(text: str) -> list[tuple[str, str, str]]:
    """Each character with its two colours, as a terminal shows it."""
    console, cells = make_console("truecolor"), []
    for segment in Text.from_ansi(text).render(console):
        colours = (segment.style.color, segment.style.bgcolor) if segment.style else (None, None)
        upper, lower = (colour.name if colour else "" for colour in colours)
        cells += [(sign, upper, lower) for sign in segment.text.rstrip("\n")]
    return cells


def test_only_what_changed_of_a_block_is_painted() -> None:
    before = [Strip([Segment("ab"), Segment("cd")]), Strip([Segment("same")]), Strip([Segment("gone")])]
    after = [Strip([Segment("ab"), Segment("xy")]), Strip([Segment("same")])]
    assert find_changed_regions(before, after, 4) == [Region(2, 0, 2, 1), Region(0, 2, 4, 1)]
    assert find_changed_regions(before, before, 4) == []


def test_a_line_of_pixels_shows_what_a_line_of_styles_shows() -> None:
    (plain,), (line,) = pack_pixels(PIXELS), wrap_pixels(PIXELS)
    assert list(line) == list(plain)
    assert (line, line.cell_length, line.text) == (plain, 4, "▀▀▀▀")
    console = make_console("truecolor")
    assert read_cells(line.render(console)) == read_cells(plain.render(console))
    assert read_cells(line.render(console))[2:] == [("▀", "#ff8000", "#000000"), ("▀", "#ff8000", "#ffffff")]
    assert len(line.render(console)) < len(plain.render(console))
    # A terminal without these colours gets the nearest ones.
    assert line.render(make_console("256")) == plain.render(make_console("256"))
    assert list(line.crop(1, 3)) == list(plain.crop(1, 3))


def test_a_line_of_pixels_goes_through_filters() -> None:
    (line,) = wrap_pixels(PIXELS)
    assert line.apply_filter(ANSIToTruecolor(DEFAULT_TERMINAL_THEME), Color(0, 0, 0)) is line
    grey = line.apply_filter(Monochrome(), Color(0, 0, 0))
    assert not isinstance(grey, PixelStrip)
    colours = {style.color.triplet for _, style, _ in grey if style and style.color and style.color.triplet}
    assert all(len({colour.red, colour.green, colour.blue}) == 1 for colour in colours)
    assert len(colours) == 2


@pytest.mark.parametrize("size", SIZES)
async def test_the_title_is_painted_once(tour: World, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    painted = []
    make_strips = Vista.make_strips

    def count(vista: Vista, width: int, height: int) -> list[Strip]:
        painted.append((width, height))
        return make_strips(vista, width, height)

    monkeypatch.setattr(Vista, "make_strips", count)
    app = open_title(tour)
    async with app.run_test(size=size) as pilot:
        await wait_until(lambda: isinstance(app.screen, Title))
        await pilot.pause()
        vista = app.screen.query_one(Vista)
        assert painted == [vista.size]
        lines = vista.render_lines(vista.size.region)
        assert {type(line) for line in lines} == {PixelStrip}
        assert {line.cell_length for line in vista.render_lines(Region(5, 0, 7, 3))} == {7}
        app.screen.refresh(Region(0, 0, 3, 1))  # as the play screen behind does when something changes there
        assert not app.screen._repaint_required
        app.screen.refresh()
        assert app.screen._repaint_required
        app.theme = "grey"
        await pilot.pause()
        assert painted == [vista.size] * 2
        assert PixelStrip not in {type(line) for line in vista.render_lines(vista.size.region)}


async def test_a_walk_takes_few_pictures_and_a_machine_that_is_late_shows_only_its_end(tiny: World) -> None:
    async with playing(tiny) as (app, _):
        strip = app.play.query_one(RoomStrip)
        now = 0.0
        strip.clock = lambda: now
        strip.begin_walk(0.0, 1.0)
        for step in range(1, WALK_STEPS):
            now = (step + 1) * STEP_SECONDS  # as late as may be
            strip.take_step()
            assert 0 < strip.here < 1
        strip.take_step()
        assert strip.here == 1
        strip.begin_walk(0.0, 1.0)
        now += 2 * STEP_SECONDS + 0.001
        strip.take_step()
        assert strip.here == 1
