"""The ledger as a player meets it: notebook, timeline, differences, topics, the printed tour."""

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.app.game import Game
from game.commandline import main
from game.exports.tour_text import render_tour_markdown, render_tour_text
from game.pack.claims.timespans import make_interval
from game.pack.ledger import DifferenceKind
from game.pack.world import World
from game.prose.event_lines import render_event
from game.prose.fact_lines import render_difference_heading
from game.store.saves import Saves
from game.tour import events as e
from game.tour.session import Session
from tests.exploring import explore_tour


def said(game: Game, line: str) -> str:
    return "\n".join(told.text for told in game.perform(line))


@pytest.fixture
def game(tour: World, tmp_path: Path) -> Game:
    """A game in the armour carriage, with the dials read."""
    game = Game(tour, Saves(tmp_path / "home"))
    game.open()
    game.perform("take timetable. f. f. x dials. put timetable in dials")
    return game


def test_the_notebook_is_grouped_by_room_by_source_or_by_strength(game: Game) -> None:
    assert "1 Boarding carriage" in said(game, "notebook")
    assert "Article B, 12 September 2023" in said(game, "notebook by source")
    by_strength = said(game, "notebook by strength")
    assert by_strength.index("\nStated") < by_strength.index("\nReported")
    assert "Photo" not in by_strength


def test_a_fact_cited_from_both_articles_stands_under_both_and_counts_once(game: Game) -> None:
    head = said(game, "notebook").splitlines()[0]
    assert said(game, "notebook by source").splitlines()[0] == head


def test_the_notebook_numbers_its_notes_and_says_how_sure_each_is(game: Game) -> None:
    reply = said(game, "notebook")
    number = game.state.numbers["average-37"]
    assert f"{number}. The Kim family’s train averages just 37 mph. Stated by article A." in reply
    assert "≠" not in reply


@pytest.mark.parametrize("line", ["notebook find 37 MPH", "notebook /37 mph", "notebook search 37 mph"])
def test_the_notebook_is_searched(game: Game, line: str) -> None:
    reply = said(game, line)
    assert "Notebook: 2 notes that hold" in reply
    assert "averages just 37 mph" in reply


def test_a_search_without_success_says_so(game: Game) -> None:
    assert "Nothing in your notebook holds “lobster”" in said(game, "notebook find lobster")


def test_an_empty_notebook_says_how_it_fills(tiny: World) -> None:
    assert "empty" in said(Game(tiny), "notebook")


def test_the_timeline_orders_dates_and_tells_how_many_are_left(tour: World) -> None:
    session = Session(tour)
    session.open()
    explore_tour(session)
    (shown,) = session.perform("timeline")
    assert isinstance(shown, e.TimelineShown)
    dates = [entry.date for entry in shown.dated]
    assert sum(len(entry.facts) for entry in shown.dated) == sum(1 for fact in tour.facts.values() if fact.about.when)
    assert shown.left == 0
    assert shown.undated
    spans = [make_interval(date.when) for date in dates]
    on_the_line = [span for span, date in zip(spans, dates, strict=True) if not date.is_band]
    for (_, last), (first, _) in pairwise(on_the_line):
        assert last < first, "what stands later on the line began later"
    # What happened some time in 2018 is neither before nor after Beijing in March or Dalian in May.
    assert [date.when for date in dates if date.when.startswith("2018")] == ["2018-03", "2018-05", "2018"]
    bands = [date.when for date in dates if date.is_band]
    assert {"2000/2003", "2018", "2019", "2019-01"} <= set(bands)
    assert "2020" not in bands


def test_a_band_is_told_as_one_and_the_journeys_stand_in_its_order(tour: World) -> None:
    session = Session(tour)
    explore_tour(session)
    (shown,) = session.perform("timeline")
    text = "\n".join(line.text for line in render_event(shown, tour))
    assert "Some time in 2018, before, between or after the dates above:" in text
    assert "The early 2000s, before, between or after the dates above:" in text
    (routes,) = session.perform("routes")
    assert isinstance(routes, e.JourneysShown)
    order = [journey.when for journey, _ in routes.journeys]
    assert order.index("May 2018") < order.index("2018") < order.index("January 2019") < order.index("April 2019")


def test_every_difference_is_found_by_looking_and_none_is_given_away(tour: World, tmp_path: Path) -> None:
    game = Game(tour, Saves(tmp_path / "home"))
    replies = [game.open()]
    for _ in tour.rooms:
        replies += [game.perform("x all") for _ in range(8)]
        replies += [game.perform("differences"), game.perform("notebook"), game.perform("timeline"), game.perform("f")]
    text = "\n".join(line.text for reply in replies for line in reply)
    assert "≠" not in text
    assert not any(each.wording in text for each in tour.comparisons.values())
    session = Session(tour)
    session.open()
    explore_tour(session)
    assert all(each.is_met(session.state.noted) for each in tour.comparisons.values())


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("contradict", "≠ sources differ on it (both cannot be true)"),
        ("figures", "≠ sources differ on it (different figures)"),
        ("wording", "≈ on it, sources use different words"),
        ("sureness", "≈ on it, one source is surer than the other"),
        ("both-may-hold", "≈ on it, sources tell different things, and both may be true"),
        ("one-source", "≈ on it, Article A says two things"),
    ],
)
def test_only_disputes_have_the_sign_of_a_difference(tiny: World, kind: DifferenceKind, words: str) -> None:
    difference = replace(tiny.differences["colour"], kind=kind, topic="it")
    assert render_difference_heading(difference, tiny) == words
    assert difference.is_dispute == words.startswith("≠")


def test_an_unknown_topic_is_said_back_and_others_are_offered(game: Game) -> None:
    assert "I know nothing of “napoleon”. You could try " in said(game, "who is napoleon")
    assert "(Taking “lobstr” as “lobsters”.)" in said(game, "ask about lobstr")
    assert "I know nothing of “[31mred”" in said(game, "what is \x1b[31mred")
    assert "\x1b" not in said(game, "what is \x1b[31mred")


def test_a_topic_is_told_wherever_one_stands_with_what_is_noted_of_it(game: Game) -> None:
    claim = "Konstantin Pulikovsky told of live lobsters that were brought to Kim Jong Il’s train."
    reply = said(game, "ask about lobsters")
    assert "Konstantin Pulikovsky" in reply
    assert claim not in reply, "a fact is found where it is told"
    assert "told in carriage 11: Galley" in reply
    for line in ("11", "x tank"):
        game.perform(line)
    told = said(game, "ask about lobsters")
    assert f"{claim} Reported by Konstantin Pulikovsky, in article B." in told
    assert "carriage 11" not in told


def test_asking_notes_nothing(game: Game) -> None:
    before = game.state.noted
    game.perform("who is pulikovsky")
    assert game.state.noted == before


def test_the_notebook_is_written_as_markdown_and_never_over_a_file(game: Game, tmp_path: Path) -> None:
    target = tmp_path / "my notes"
    assert "YES or NO" in said(game, f"notebook export {target}")
    assert "written" in said(game, "yes")
    text = target.with_suffix(".md").read_text(encoding="utf-8")
    assert text.startswith("# Notebook: 21 Carriages")
    assert "The Kim family’s train averages just 37 mph" in text
    assert "(Article A, 11 September 2023, par. 23. Stated.)" in text
    assert "## Where the sources differ" not in text, "nobody has compared anything yet"
    assert "already exists" in said(game, f"notebook export {target}")
    assert target.with_suffix(".md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["", "\0", "x" * 400])
def test_a_notebook_that_cannot_be_written_is_told(game: Game, name: str) -> None:
    reply = said(game, f"notebook export {name}")
    assert any(words in reply for words in ("Which file", "too long"))
    assert "written to" not in said(game, "yes")


def test_the_printed_tour_holds_every_room_thing_and_fact_with_its_source(tour: World) -> None:
    text = render_tour_text(tour)
    assert all(room.name in text and room.alt in text for room in tour.rooms.values())
    assert all(thing.name in text for room in tour.rooms.values() for thing in room.things)
    assert all(fact.claim in text for fact in tour.facts.values())
    assert "(Staged.)" in text
    assert not any(line.startswith(("#", "*")) for line in text.splitlines())
    assert render_tour_markdown(tour).count("\n## ") == len(tour.rooms) + 3


def test_the_tour_is_printed_from_the_command_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CARRIAGES_HOME", str(tmp_path))
    assert main.main(["print", "--markdown"]) == 0
    assert capsys.readouterr().out.startswith("# 21 Carriages")
