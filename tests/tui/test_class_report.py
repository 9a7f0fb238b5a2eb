"""The class report on the screen: live, at every size, and the same figures as in lines."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual import events
from textual.pilot import Pilot

from game.app.class_view import CandidateRow, ClassView, ItemBar, build_class_view
from game.classroom import roster
from game.classroom.analysis import analyse
from game.classroom.class_record import load_class
from game.pack.world import World
from game.prose.exam import format_percent
from game.tui.class_app import ClassApp
from game.tui.screens.class_report_screen import Bars, Figures, Scores
from tests.bots import sit
from tests.tui.steady import wait_until

Compare = Callable[..., bool]


def looked(world: World, folder: Path) -> ClassView:
    """What is shown of the class in a folder."""
    record = load_class(folder, world.tour.id)
    return build_class_view(analyse(record.rows, world) if record.rows else None, record)


@pytest.fixture(scope="module")
def class_(tour: World, tmp_path_factory: pytest.TempPathFactory) -> ClassView:
    """A class of thirty."""
    folder = tmp_path_factory.mktemp("class")
    sit(tour, folder, 30)
    roster.save_roster(folder, {"Signal-99": "Ben", **{f"Stoker-{n:02}": f"{n}" for n in range(1, 31)}})
    return looked(tour, folder)


@asynccontextmanager
async def shown(look: Callable[[], ClassView], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The report on a screen."""
    app = ClassApp(look)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def text(pilot: Pilot[None], kind: type[Bars] | type[Scores] | type[Figures], width: int = 76) -> str:
    """What a chart says."""
    return "\n".join(row.plain.rstrip() for row in pilot.app.screen.query_one(kind).make_rows(width))


async def test_the_figures_are_those_of_the_class(class_: ClassView) -> None:
    async with shown(lambda: class_, (80, 60)) as pilot:
        assert "30 of 30 handed in" in text(pilot, Figures)
        bars = text(pilot, Bars)
        for number, item in enumerate(class_.items, start=1):
            row = next(line for line in bars.splitlines() if line.startswith(f"Q{number} "))
            assert f"{item.share:.0%}" in row
            assert ("◂" in row) == item.is_weak


async def test_the_screen_follows_the_folder(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path, 1)
    async with shown(lambda: looked(tour, tmp_path)) as pilot:
        assert "1 of 1 handed in" in text(pilot, Figures)
        sit(tour, tmp_path / "more", 2, seed=5, first=2)
        await wait_until(lambda: "3 of 3 handed in" in text(pilot, Figures))


async def test_charts_are_turned_and_sorted_by_keys(class_: ClassView) -> None:
    async with shown(lambda: class_) as pilot:
        assert pilot.app.screen.query_one(Bars).display
        await pilot.press("s")
        first = text(pilot, Bars).splitlines()[2]
        assert f"{min(item.share for item in class_.items):.0%}" in first
        await pilot.press("3")
        told = text(pilot, Bars)
        assert "CANDIDATES" in told
        assert format_percent(max(row.score or 0 for row in class_.candidates)) in told.splitlines()[2]
        for _ in range(40):
            await pilot.press("down")
        assert "Signal-99" in text(pilot, Bars)
        assert "not begun" in text(pilot, Bars)
        await pilot.press("2")
        await pilot.pause()
        assert pilot.app.screen.query_one(Scores).region.width > 40
        assert "SCORES" in text(pilot, Scores)


@pytest.mark.parametrize("size", [(20, 5), (60, 20), (80, 24), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_size_is_drawn(class_: ClassView, size: tuple[int, int]) -> None:
    async with shown(lambda: class_, size) as pilot:
        await pilot.press("2", "1", "3", "s", "down")
        await pilot.pause()
        for kind in (Figures, Bars, Scores):
            for row in pilot.app.screen.query_one(kind).make_rows(size[0] - 4):
                assert row.cell_length <= size[0]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_word_is_read_and_what_does_not_fit_has_a_sign(class_: ClassView, size: tuple[int, int]) -> None:
    async with shown(lambda: class_, size) as pilot:
        bars = pilot.app.screen.query_one(Bars)
        width, seen = bars.size.width, list[str]()
        assert all(row.cell_length <= width for row in bars.make_rows(width))
        figures = pilot.app.screen.query_one(Figures)
        told = [row.plain for row in figures.make_rows(figures.size.width)]
        assert len(told) <= figures.size.height
        assert all(f"{value} {name}" in "\n".join(told) for value, name, _ in class_.figures)
        while True:
            rows = [row.plain for row in bars.make_rows(width)]
            assert len(rows) <= bars.size.height
            seen += rows[2:-2]
            if "below" not in "".join(rows):
                break
            await pilot.press("pagedown")
        assert bars.top > 0 or size[1] > 30
        words = set(" ".join(seen).replace("▆", " ").split())
        assert all(set(item.label.split()) <= words for item in class_.items)


async def test_the_wheel_scrolls_the_report(class_: ClassView) -> None:
    async with shown(lambda: class_, (60, 20)) as pilot:
        bars = pilot.app.screen.query_one(Bars)
        for kind, top in ((events.MouseScrollDown, 3), (events.MouseScrollUp, 0)):
            pilot.app.screen._forward_event(kind(None, 5, 8, 0, 1, 0, False, False, False, 5, 8))
            await pilot.pause()
            assert bars.top == top


async def test_a_long_name_is_cut_with_a_sign_and_the_figures_stay_in_their_columns() -> None:
    view = replace(FIXED, candidates=(*FIXED.candidates, CandidateRow("Stoker-" + 60 * "0", 9, 10, True, 0.5)))
    async with shown(lambda: view) as pilot:
        await pilot.press("3")
        rows = [line for line in text(pilot, Bars).splitlines() if " of " in line]
        assert len({line.index(" of ") for line in rows}) == 1
        assert "…" in rows[-1]
        assert "…" not in rows[0]


async def test_a_class_that_has_not_begun_is_no_error(tour: World, tmp_path: Path) -> None:
    async with shown(lambda: looked(tour, tmp_path)) as pilot:
        assert "Nothing has been handed in yet." in text(pilot, Bars)
        await pilot.press("2", "3", "s", "down", "up", "escape")


FIXED = ClassView(
    title="Paper 803H-8PZ5-DY5Z",
    figures=(
        ("71%", "mean score", False),
        ("27 of 30", "handed in", False),
        ("4:12", "mean time", False),
        ("Q6", "hardest", True),
    ),
    items=tuple(
        ItemBar(
            f"What is asked in question {place} of this paper"
            + (", of which the words are so many that they need more than one row?" if place == 3 else "?"),
            share,
            share < 0.4,
            ("dubious",) if share < 0.4 else (),
        )
        for place, share in enumerate((0.93, 0.89, 0.56, 0.96, 0.67, 0.33, 0.48, 0.74, 0.81, 1.0), start=1)
    ),
    scores=(0, 0, 1, 1, 2, 3, 5, 7, 5, 3),
    candidates=(CandidateRow("Stoker-07", 10, 10, True, 0.8), CandidateRow("Signal-21", 4, 10, False, None)),
    missing=("Guard-03",),
    note="Internal consistency 81%.",
)
"""A class that no edit of the bank changes."""


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (160, 48)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_look(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()

    assert snap_compare(ClassApp(lambda: FIXED), terminal_size=size, run_before=before)


async def test_the_integrity_of_each_file_stands_beside_its_mark_in_one_column(class_: ClassView) -> None:
    rows = (
        CandidateRow("Stoker-07", 10, 10, True, 0.8, "handed in", "✓ receipt"),
        CandidateRow("Signal-21", 4, 10, False, None, "not counted", "✗ not handed in"),
    )
    async with shown(lambda: replace(class_, candidates=rows), (80, 24)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        told = [row.plain for row in pilot.app.screen.query_one(Bars).make_rows(76)]
        places = [line.index(sign) for line in told for sign in "✓✗" if sign in line]
        assert len(places) == 2
        assert places[0] == places[1]
        assert any("not counted  ✗ not handed in" in line for line in told)
