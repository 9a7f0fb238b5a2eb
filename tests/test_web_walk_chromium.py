"""A class that walks the tour in a real browser; questions with fields; forced colours; paper."""

import base64
from pathlib import Path

import pytest

from game.app.game import Game
from game.pack.kinds import describe_form, find_key, write_response
from game.pack.kinds.parts import Instruction
from game.pack.world import World
from tests.axe import AXE, check_with_axe
from tests.browsing import running
from tests.chromium import PROGRAM, Tab, open_tab
from tests.test_web_chromium import HEADING, begin, say
from tests.test_web_class_tour import FILE, open_walk

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium on this machine")

WIDTHS = (160, 320, 390, 768, 1366)
"""160 is a window of 320 at twice the size."""


async def check_page(tab: Tab, name: str) -> None:
    """Nothing is wider than its window, and axe finds no fault."""
    for width in WIDTHS:
        await tab.look(width, 800)
        assert await tab.run("document.documentElement.scrollWidth") <= width, (name, width)
    if AXE.is_file():
        await check_with_axe(tab, name)


def list_lines_to(tour: World, room: str, wanted: Instruction) -> list[str]:
    """The lines of a visitor who answers the questions of a room until one of a kind waits."""
    game = Game(tour)
    game.open()
    lines = [f"go to {tour.rooms[room].name}"]
    game.perform(lines[0])
    while True:
        lines.append("question")
        game.perform("question")
        shown = game.boards.read_question()
        assert shown is not None
        if describe_form(shown.item).instruction == wanted:
            return lines
        lines.append(write_response(shown, find_key(shown.item, tour)))
        game.perform(lines[-1])


@pytest.mark.parametrize(
    ("room", "instruction"), [("guards", "match"), ("family", "order"), ("armour", "proof"), ("armour", "all-letters")]
)
async def test_a_question_with_fields_has_room_and_no_fault(
    tour: World, tmp_path: Path, room: str, instruction: Instruction
) -> None:
    async with running(tour, tmp_path / "tours") as server, open_tab(tmp_path / "profile") as tab:
        await tab.look(390, 844)
        await tab.go(server.address.url)
        await begin(tab)
        for line in list_lines_to(tour, room, instruction):
            await say(tab, line)
        await check_page(tab, instruction)
        assert tab.complaints == []


async def test_a_step_is_moved_by_the_keyboard_and_keeps_the_focus(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path / "tours") as server, open_tab(tmp_path / "profile") as tab:
        await tab.look(390, 844)
        await tab.go(server.address.url)
        await begin(tab)
        for line in list_lines_to(tour, "family", "order"):
            await say(tab, line)
        steps = "[...document.querySelectorAll('.steps li > span')].map(each => each.textContent)"
        before = await tab.run(steps)
        await tab.run("document.querySelector('.steps button').focus()")
        await tab.press("Enter")
        await tab.wait_for("document.activeElement.getAttribute('aria-label')?.endsWith('Now 2 of 3')")
        assert await tab.run(steps) == [before[1], before[0], before[2]]
        await tab.press("Enter")
        await tab.wait_for("document.activeElement.getAttribute('aria-label')?.endsWith('Now 3 of 3')")
        assert await tab.run(steps) == [before[1], before[2], before[0]]


@pytest.mark.parametrize("has_script", [True, False])
async def test_a_class_walks_with_and_without_scripts(tmp_path: Path, *, has_script: bool) -> None:
    async with open_walk(tmp_path / "class", task="Find two speeds.") as room, open_tab(tmp_path / "profile") as tab:
        await tab.look(390, 844, has_script=has_script)
        await tab.go(room.server.address.url)
        for field, text in (("code", room.house.code), ("name", "Signal-63")):
            await tab.run(f"document.querySelector('#{field}').focus()")
            await tab.write(text)
        await tab.press("Enter")
        await tab.wait_for("location.pathname === '/tour' && document.readyState === 'complete'")
        assert await tab.run("document.querySelector('.task').textContent") == "Your task: Find two speeds."
        if not has_script:
            await say(tab, "in")
            assert await tab.run(HEADING) == "Boarding carriage"
            return
        await check_page(tab, "tour of a class")
        for line in FILE:
            await say(tab, line)
        await tab.go(f"{room.server.address.url}board?key={room.house.board}")
        await check_page(tab, "board")
        for query in ("", "?names=1"):
            await tab.go(f"{room.server.address.url}board/pages{query}")
            await check_page(tab, f"front pages {query}")
        assert tab.complaints == []


async def test_pages_can_be_read_in_forced_colours_and_on_paper(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path / "tours") as server, open_tab(tmp_path / "profile") as tab:
        await tab.look(768, 844)
        await tab.go(server.address.url)
        await begin(tab)
        for line in ("x all", "go to journeys", "x all"):
            await say(tab, line)
        base = server.address.url
        await tab.go(f"{base}journeys")
        await tab.call("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
        ink = "getComputedStyle(document.querySelector('.map text')).fill"
        ground = "getComputedStyle(document.querySelector('.map .land')).fill"
        assert await tab.run(ink) != await tab.run(ground)
        await tab.call("Emulation.setEmulatedMedia", media="print", features=[])
        for path in ("journeys", "plan", "timeline", "people", "notebook", "sources", "end", "help"):
            await tab.go(f"{base}{path}")
            shown = await tab.run("document.querySelector('main').innerText.trim().length")
            assert shown > 60, f"{path} prints next to nothing"
            paper = await tab.call("Page.printToPDF")
            assert base64.b64decode(paper["data"]).startswith(b"%PDF"), path
