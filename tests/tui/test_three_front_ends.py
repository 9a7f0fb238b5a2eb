"""Line mode, the screen and the browser say the same words to the same lines: what is said is decided below them."""

from pathlib import Path

from game.app.game import Game
from game.core.paths import shipped
from game.pack.world import World
from game.store.saves import Saves
from game.tui.screens.play_screen import PlayScreen
from game.tui.tour_app import TourApp
from game.tui.widgets.log import Log
from game.tui.widgets.prompt import Prompt
from tests.browsing import Browser, list_words, running
from tests.test_web_tour import play_in_lines, take_out_options

WALK = (
    "look", "x all", "in", "X MIRROR", "pull lever", "quiz", "b", "hint", "compare 1 with 2", "2", "why", "notebook",
    "source", "forward", "frob the dial", "x two dials", "ask about speed", "job all", "routes", "undo", "again",
    "who is nobody", "notebook find train", "new", "no", "about", "differences", "timeline", "score", "read wire",
    "go to guards", "quiz", "1b 2a 3c", "look; x kettle", "units metric", "progress", "help take", "21",
    "dispatch fill", "headline",
)  # fmt: skip


async def play_on_screen(world: World, folder: Path) -> list[list[str]]:
    """The words that the log shows after each line; a screen that a reply opens is closed again."""
    app = TourApp(lambda: Game(world, Saves(folder), art=shipped("assets")))
    told = []
    async with app.run_test(size=(100, 40)) as pilot:
        await app.signal.wait_until_ready()
        app.animation_level = "none"
        await pilot.pause()
        for line in WALK:
            prompt = app.screen.query_one(Prompt)
            prompt.value = line
            await pilot.press("enter")
            while not isinstance(app.screen, PlayScreen):
                await pilot.press("escape")
            told.append(list_words(app.screen.query_one(Log).last_text))
    return told


async def play_in_browser(browser: Browser, line: str, printed: str) -> tuple[list[str], list[str]]:
    """The words of a page after a line, and those printed for it without the options that the page has on buttons."""
    await browser.say(line)
    page = browser.page
    shown = [button.by_tag("span")[0].text for form in page.by_class("offers") for button in form.by_tag("button")]
    shown += [label.text for form in page.by_class("answer") for label in form.by_tag("label")]
    shown += [row.text.partition(" ")[2] for key in page.by_class("key") for row in key.by_tag("li")]
    words, _ = take_out_options(printed, shown)
    return list_words(browser.said)[len(list_words(line)) :], words


async def test_the_same_lines_give_the_same_words_everywhere(tour: World, tmp_path: Path) -> None:
    opening, *printed = play_in_lines(tour, tmp_path / "lines", WALK)
    assert opening
    on_screen = await play_on_screen(tour, tmp_path / "screen")
    async with running(tour, tmp_path / "web") as server, server.open_browser() as browser:
        await browser.begin()
        for line, text, shown in zip(WALK, printed, on_screen, strict=True):
            # Screen and page show the picture of which line mode tells in words.
            told = "\n".join(row for row in text.splitlines() if not row.startswith("[Picture: "))
            assert shown == list_words(told), line
            on_page, wanted = await play_in_browser(browser, line, told)
            assert on_page == wanted, line
