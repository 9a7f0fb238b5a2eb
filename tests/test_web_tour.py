"""The tour in a browser: a real server, asked as browsers ask it."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from game.app.game import Game
from game.pack.world import World
from game.plain.line_mode import run
from game.prose import web_words as words
from game.prose.text import PROMPT
from game.store.saves import Saves
from game.tour.session import MAX_LINE_CHARACTERS
from game.web.tours.tour_boards import BOARD_PAGES
from game.web.tours.tour_page import MAX_TYPED_CHARACTERS
from tests.browsing import list_words, running
from tests.conftest import environ_without_coverage

WALK = (
    "x all", "in", "x mirror", "pull lever", "quiz", "b", "hint", "compare 1 with 2", "2", "why", "notebook", "source",
    "forward", "frob the dial", "x two dials", "ask about speed", "job all", "map", "undo", "again", "practice", "a",
    "help", "leave", "guide", "", "new", "no", "about", "differences", "timeline", "score", "read wire", "dispatch",
)  # fmt: skip


def play_in_lines(world: World, folder: Path, lines: tuple[str, ...]) -> list[str]:
    """What line mode prints after each line."""
    sink = io.StringIO()
    run(Game(world, Saves(folder)), io.StringIO("".join(f"{line}\n" for line in lines)), sink)
    # After the last prompt the input ends.
    return sink.getvalue().split(PROMPT)[:-1]


def take_out_options(told: str, offers: list[str]) -> tuple[list[str], list[str]]:
    """The words that line mode prints, without the options that a page has on buttons; and those options."""
    rows = told.splitlines()
    options = [row for row in rows if row.startswith("  ") and row.endswith(tuple(offers))] if offers else []
    return list_words(" ".join(row for row in rows if row not in options)), options


async def test_the_same_lines_give_the_same_words_as_line_mode(tour: World, tmp_path: Path) -> None:
    printed = play_in_lines(tour, tmp_path / "lines", WALK)
    on_buttons = 0
    async with running(tour, tmp_path / "web") as server, server.open_browser() as browser:
        await browser.begin()
        assert list_words(browser.said) == list_words(printed[0])
        for line, told in zip(WALK, printed[1:], strict=True):
            await browser.say(line)
            offers = [
                button.by_tag("span")[0].text
                for form in browser.page.by_class("offers")
                for button in form.by_tag("button")
            ]
            words_told, options = take_out_options(told, offers)
            assert list_words(browser.said) == [*list_words(line), *words_told], line
            on_buttons += len(options)
    assert on_buttons >= 9, "the walk meets no options"


async def test_a_tour_is_walked_by_buttons_alone(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        answer = await browser.begin()
        assert answer.path == "/tour"
        assert answer.hops == (303,)
        assert browser.page.by_class("job")[0].text == "How fast does this train go?"
        await browser.press("▸ 1 Boarding carriage")
        assert browser.page.by_tag("h1")[0].text == "Boarding carriage"
        await browser.press("model of the ramp")
        assert words.SEEN_ALREADY in next(each for each in browser.page.by_tag("button") if "model" in each.text).text
        await browser.press("Question here")
        offers = browser.page.by_class("offers")[0].by_tag("button")
        assert [each.attributes["value"] for each in offers] == ["a", "b", "c", "d", "skip"]
        await browser.press("C It overshot")
        assert "It overshot a red carpet" in browser.said
        assert not browser.page.by_class("offers")


async def test_a_form_that_is_sent_twice_counts_once(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        form = {**browser.fields(), "say": "in"}
        assert (await browser.post("/tour", form)).status == 200
        again = await browser.post("/tour", form)
        assert again.status == 409
        assert words.STALE in again.page.by_id("main").text
        assert again.page.by_tag("h1")[0].text == "Boarding carriage"
        assert again.page.by_id("say").attributes["value"] == "in"


async def test_a_refresh_does_nothing(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        first = await browser.say("in")
        again = await browser.get("/tour")
        assert again.text == first.text
        for path in (*BOARD_PAGES, "/compare?one=1&other=2", "/journeys?journey=2", "/timeline?means=train", "/"):
            assert (await browser.get(path)).status == 200
        assert (await browser.get("/tour")).text == first.text


async def test_a_server_that_is_started_again_goes_on_where_one_was(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        await browser.say("in")
        stale = browser.fields()
        cookies = {each.key.rpartition("-")[0]: each.value for each in browser.session.cookie_jar}
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        browser.session.cookie_jar.update_cookies({f"carriages-{server.address.port}": cookies["carriages"]})
        # A page of before the restart is still good, as long as the tour has not gone on.
        answer = await browser.post("/tour", {**stale, "say": "forward"})
        assert answer.status == 200
        assert answer.page.by_tag("h1")[0].text == "Armour carriage"
        assert (await browser.post("/tour", {**stale, "say": "forward"})).status == 409


async def test_two_browsers_have_two_tours(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as one, server.open_browser() as other:
        await one.begin()
        await other.begin()
        await one.say("in")
        assert (await one.get("/tour")).page.by_tag("h1")[0].text == "Boarding carriage"
        assert (await other.get("/tour")).page.by_tag("h1")[0].text == "Pyongyang platform"
    assert len(list(tmp_path.iterdir())) == 2


async def test_who_leaves_can_go_on(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        await browser.say("in")
        await browser.say("quit")
        assert "it goes on where you were" in browser.said
        assert not [each for each in browser.page.by_tag("input") if each.attributes.get("id") == "say"]
        await browser.press(words.GO_ON)
        assert browser.page.by_tag("h1")[0].text == "Boarding carriage"
        assert browser.page.by_id("say").attributes["value"] == ""


async def test_two_notes_are_compared_by_two_lists_and_five_buttons(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        await browser.get("/compare?one=1&other=1")
        assert words.SAME_NOTE in browser.page.by_id("main").text
        await browser.get("/compare?one=1&other=99")
        assert not browser.page.by_class("offers")
        await browser.get("/compare?one=1&other=2")
        assert len(browser.page.by_class("offers")[0].by_tag("button")) == 5
        await browser.press("3 The same matter")
        assert browser.last is not None
        assert browser.last.path == "/tour"
        assert "Whether Kim Jong Un has left" in browser.said


async def test_files_cannot_be_named_and_no_path_is_shown(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        for line in ("notebook export /tmp/x.md", "transcript on", "record on x", "replay x", "ticket save x.svg"):
            answer = await browser.say(line)
            assert "No files can be named here." in browser.said, line
            assert str(tmp_path) not in answer.text
        await browser.say("save here")
        await browser.say("restore here")
        assert str(tmp_path) not in browser.said


async def test_a_page_has_what_a_screen_reader_needs(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.get("/")
        pages = [browser.page]
        await browser.begin()
        await browser.say("quiz")
        for path in ("/tour", "/compare?one=1&other=2", *BOARD_PAGES):
            pages.append((await browser.get(path)).page)
        for page in pages:
            assert len(page.by_tag("h1")) == 1
            assert len(page.by_tag("main")) == 1
            assert page.by_tag("body")[0].by_tag("a")[0].attributes["href"] == "#main"
            assert page.by_id("live").attributes["role"] == "status"
            assert page.by_tag("html")[0].attributes["lang"] == "en"
            ids = [node.attributes["id"] for node in page.find(lambda node: "id" in node.attributes)]
            assert len(ids) == len(set(ids))
            assert all(image.attributes["alt"] for image in page.by_tag("img"))
            named = {label.attributes["for"] for label in page.by_tag("label")}
            fields = [each for each in page.by_tag("input", "select") if each.attributes.get("type") != "hidden"]
            assert {field.attributes["id"] for field in fields} == named
            assert all(button.text for button in page.by_tag("button"))
            assert not page.find(lambda node: any(name.startswith("on") or name == "style" for name in node.attributes))
            assert not page.by_tag("style")


async def test_what_is_typed_has_the_focus_and_what_is_pressed_shows_what_happened(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        for act, focused in ((browser.say("x bench"), "say"), (browser.press("bench"), "said")):
            await act
            (found,) = browser.page.find(lambda node: "autofocus" in node.attributes)
            assert found.attributes["id"] == focused


def test_the_line_takes_what_the_tour_reads() -> None:
    assert MAX_TYPED_CHARACTERS == MAX_LINE_CHARACTERS


@pytest.mark.slow
def test_the_terminal_game_loads_nothing_of_it(tmp_path: Path) -> None:
    program = (
        "import io, sys; sys.stdin = io.StringIO('x bench\\nquit\\n')\n"
        "import game.commandline.main as c; c.main(['--plain'])\n"
        "import game.tui.tour_app, game.commandline.arguments\n"
        "print('LOADED', [name for name in sys.modules if name.startswith(('game.web', 'aiohttp'))])"
    )
    environ = environ_without_coverage() | {"CARRIAGES_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environ)
    assert done.stdout.endswith("LOADED []\n")


async def test_pictures_are_files_of_their_width_and_no_other_can_be_asked_for(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.get("/")
        for _ in range(2):
            (image,) = browser.page.by_tag("img")
            sources = [str(each.attributes["srcset"]) for each in browser.page.by_tag("source")]
            widths = set()
            for path in {str(image.attributes["src"]), *sources}:
                async with browser.session.get(browser.base + path) as answer:
                    data = await answer.read()
                    assert answer.headers["Content-Type"] == "image/png"
                    assert data.startswith(b"\x89PNG")
                    assert len(data) < 8_000
                    widths.add(int.from_bytes(data[16:20], "big"))
            assert widths == {76, 88, 104}
            await browser.begin()
        assert (await browser.get("/picture/0123456789abcdef01234567.png")).status == 404


async def test_a_page_with_its_picture_is_light(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        for line in ("x all", "in", "x all", "forward", "x all", "quiz"):
            await browser.say(line)
        assert browser.last is not None
        paths = [
            str(browser.page.by_tag("link")[0].attributes["href"]),
            str(browser.page.by_tag("script")[0].attributes["src"]),
        ]
        paths.append(str(browser.page.by_tag("img")[0].attributes["src"]))
        total = len(browser.last.text.encode())
        for path in paths:
            async with browser.session.get(browser.base + path) as answer:
                total += len(await answer.read())
        assert total < 60_000


async def test_a_damaged_tour_is_told_without_its_path(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        await browser.say("in")
        (key,) = [each.value for each in browser.session.cookie_jar]
    (log,) = tmp_path.rglob("tour.jsonl")
    log.write_bytes(log.read_bytes()[:-20])
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        browser.session.cookie_jar.update_cookies({server.address.cookie: key})
        answer = await browser.get("/tour")
        assert "The end of your kept tour is damaged" in answer.page.by_id("said").text
        assert "the folder of this tour" in answer.page.by_id("said").text
        assert str(tmp_path) not in answer.text
