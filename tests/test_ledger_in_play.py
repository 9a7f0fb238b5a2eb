"""The ledger as a player meets it: notebook, timeline, differences, topics, the printed tour."""

from pathlib import Path

import pytest

from game.app.game import Game
from game.commandline import main
from game.exports.tour_text import render_tour_markdown, render_tour_text
from game.pack.world import World
from game.store.saves import Saves
from game.tour import events as e
from game.tour.session import Session


def said(game: Game, line: str) -> str:
    return "\n".join(told.text for told in game.perform(line))


@pytest.fixture
def game(tour: World, tmp_path: Path) -> Game:
    """A game in the armour carriage, with the dials read."""
    game = Game(tour, Saves(tmp_path / "home"))
    game.open()
    game.perform("f. f. x dials")
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


def test_the_notebook_tells_where_its_facts_differ(game: Game) -> None:
    assert "≠ sources differ on the train’s speed: an average of 37 mph, undated [A¶23]" in said(game, "notebook")


@pytest.mark.parametrize("line", ["notebook find 37 MPH", "notebook /37 mph", "notebook search 37 mph"])
def test_the_notebook_is_searched(game: Game, tour: World, line: str) -> None:
    reply = said(game, line)
    assert f"2 of {len(tour.facts)} facts that hold" in reply
    assert "averages just 37 mph" in reply


def test_a_search_without_success_says_so(game: Game) -> None:
    assert "Nothing in your notebook holds “lobster”" in said(game, "notebook find lobster")


def test_an_empty_notebook_says_how_it_fills(tiny: World) -> None:
    assert "empty" in said(Game(tiny), "notebook")


def test_the_timeline_orders_dates_and_tells_how_many_are_left(tour: World) -> None:
    session = Session(tour)
    for _ in tour.rooms:
        session.perform("x all")
        session.perform("f")
    (shown,) = session.perform("timeline")
    assert isinstance(shown, e.TimelineShown)
    dates = [fact.about.when for fact in shown.dated]
    assert dates == sorted(dates, key=str)
    assert dates[0] == "1994/2011"
    assert len(dates) + shown.left == sum(1 for fact in tour.facts.values() if fact.about.when)
    assert shown.left == 0
    assert shown.undated


def test_every_difference_can_be_found_and_is_told_from_all_its_sides(tour: World) -> None:
    session = Session(tour)
    for _ in range(21):
        session.perform("f")
    told = [
        event
        for line in ("x card index", "x lectern")
        for event in session.perform(line)
        if isinstance(event, e.ThingExamined)
    ]
    here = {difference.id for event in told for difference in event.differences}
    assert here >= set(tour.differences) - {"delicacies-origin"} or here == set(tour.differences)
    session.perform("x all")
    (shown,) = session.perform("differences")
    assert isinstance(shown, e.DifferencesShown)
    assert len(shown.differences) == shown.total == len(tour.differences)


def test_an_unknown_topic_is_said_back_and_others_are_offered(game: Game) -> None:
    assert "I know nothing of “napoleon”. You could try " in said(game, "who is napoleon")
    assert "(Taking “lobstr” as “lobsters”.)" in said(game, "ask about lobstr")
    assert "I know nothing of “[31mred”" in said(game, "what is \x1b[31mred")
    assert "\x1b" not in said(game, "what is \x1b[31mred")


def test_a_topic_is_told_from_the_ledger_wherever_one_stands(game: Game) -> None:
    reply = said(game, "ask about lobsters")
    assert "Konstantin Pulikovsky" in reply
    assert "[B¶12+B¶11+B¶9 reported]" in reply


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
    assert "## Where the sources differ" in text
    assert "is there already" in said(game, f"notebook export {target}")
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
    assert render_tour_markdown(tour).count("\n## ") == len(tour.rooms) + 1


def test_the_tour_is_printed_from_the_command_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CARRIAGES_HOME", str(tmp_path))
    assert main.main(["print", "--markdown"]) == 0
    assert capsys.readouterr().out.startswith("# 21 Carriages")
