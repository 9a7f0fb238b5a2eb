"""The pages beside the tour: what each shows, and where it leads."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from game.app.game import Game
from game.pack.world import World
from game.prose import screen_labels, web_words
from tests.browsing import Browser, list_words, running

WALK = ("x all", "in", "x all", "go to journeys", "x all", "go to the moscow run", "x all")


@pytest_asyncio.fixture
async def browser(tour: World, tmp_path: Path) -> AsyncIterator[Browser]:
    """A browser at a tour in which some notes were made."""
    async with running(tour, tmp_path) as server, server.open_browser() as found:
        await found.begin()
        for line in WALK:
            await found.say(line)
        yield found


@pytest.fixture(scope="module")
def played(tour: World) -> Game:
    """The same tour without a browser."""
    game = Game(tour)
    game.open()
    for line in WALK:
        game.perform(line)
    return game


async def test_the_plan_leads_to_every_room(browser: Browser, tour: World) -> None:
    await browser.get("/plan")
    (plan,) = browser.page.by_class("plan")
    buttons = plan.by_tag("button")
    assert [each.attributes["value"] for each in buttons] == [f"go to {room.name}" for room in tour.rooms.values()]
    assert [each.text for each in plan.by_class("here")] == ["05 The Moscow run you are here, 4 of 10 notes"]
    assert len(plan.by_class("seen")) == 3
    assert buttons[-1].text.endswith("not visited")
    await browser.press("08 Conference room")
    assert browser.last is not None
    assert browser.last.path == "/tour"
    assert browser.page.by_tag("h1")[0].text == "Conference room"


async def test_the_map_has_every_journey_found_and_the_list_reads_alone(browser: Browser, played: Game) -> None:
    view = played.boards.read_journeys()
    assert len(view.journeys) >= 2
    for place, asked in ((0, ""), (1, "?journey=2"), (0, "?journey=99"), (0, "?journey=²"), (0, "?journey=0")):
        await browser.get(f"/journeys{asked}")
        (drawing,) = browser.page.by_tag("svg")
        assert view.journeys[place].title in str(drawing.attributes["aria-label"])
        assert len(drawing.by_class("route")) == len(view.journeys)
        assert len(drawing.by_class("land")) == len(view.tour.map.coasts if view.tour.map else ())
        (current,) = browser.page.by_class("journeys")[0].find(lambda node: "aria-current" in node.attributes)
        assert view.journeys[place].title in current.text
        names = {each.id: each.name for each in view.tour.places}
        for journey in view.journeys:
            assert all(names[stop] in browser.page.by_class("journeys")[0].text for stop in journey.stops)
    assert screen_labels.count_journeys_left(view.left) in browser.page.by_id("main").text


async def test_dates_are_shown_for_one_person_and_one_means(browser: Browser, played: Game) -> None:
    view = played.boards.read_timeline()
    await browser.get("/timeline")
    assert [each.text for each in browser.page.by_tag("dd")] == [" ".join(fact.text.split()) for fact in view.facts]
    person, name = view.people[0]
    await browser.get(f"/timeline?person={person}")
    wanted = [fact.text for fact in view.filter_facts(person, "")]
    assert [each.text for each in browser.page.by_tag("dd")] == wanted
    assert 0 < len(wanted) < len(view.facts)
    assert name in browser.page.by_tag("h2")[0].text
    await browser.get("/timeline?person=nobody&means=broom")
    assert len(browser.page.by_tag("dd")) == len(view.facts)


async def test_who_is_who_tells_what_was_noted_and_no_more(browser: Browser, played: Game) -> None:
    await browser.get("/people")
    people = played.boards.read_people()
    assert [each.text for each in browser.page.by_tag("h2")] == [person.name for person in people]
    claims = {fact.claim for fact_id, fact in played.world.facts.items() if fact_id in played.state.noted}
    assert {text.casefold() for person in people for text, _ in person.notes} <= {each.casefold() for each in claims}
    await browser.press(f"Who is {people[0].name}")
    assert people[0].name in browser.said


async def test_progress_help_and_ticket_say_what_the_tour_says(browser: Browser, played: Game) -> None:
    await browser.get("/progress")
    told = " ".join(line.text for line in played.boards.read_sheet("progress"))
    assert list_words(browser.page.by_id("main").text) == list_words(told)
    await browser.get("/help")
    assert "GO TO 8" in browser.page.by_id("main").text
    await browser.get("/end")
    shown = browser.page.by_id("main").text
    assert all(f"{label} {text}" in shown for label, text in played.boards.read_ticket_texts().rows)


async def test_more_leads_to_every_page_that_the_ways_leave_out(browser: Browser) -> None:
    await browser.get("/more")
    paths = [str(each.attributes["href"]) for each in browser.page.by_class("journeys")[0].by_tag("a")]
    assert len(paths) == 6
    for path in paths:
        answer = await browser.get(path)
        assert answer.status == 200
        (current,) = browser.page.by_class("pages")[0].find(lambda node: "aria-current" in node.attributes)
        assert current.text == web_words.MORE


async def test_a_reply_leads_to_its_page(browser: Browser) -> None:
    for line in ("timeline", "differences", "routes"):
        await browser.say(line)
        (link,) = browser.page.by_class("opened")[0].by_tag("a")
        assert (await browser.get(str(link.attributes["href"]))).status == 200
        await browser.get("/tour")


async def test_a_tour_without_notes_and_without_journeys_has_its_pages(lighthouse: World, tmp_path: Path) -> None:
    async with running(lighthouse, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        for path in ("/plan", "/journeys", "/timeline", "/people", "/progress", "/end", "/help"):
            assert (await browser.get(path)).status == 200, path
        await browser.get("/more")
        assert web_words.JOURNEYS not in browser.page.by_id("main").text
