"""How long replies are: whatever an arrival brings, it stays short, and most replies are shorter than that."""

import re
from statistics import median, quantiles
from typing import NamedTuple

import pytest

from game.app.game import Game
from game.pack.world import World
from game.prose.event_lines import render_event
from game.prose.lines import Line, describe_ways_shortly
from game.tour import events as e
from game.tour.session import Session
from tests.work_bots import list_visit

MAX_ARRIVAL_WORDS, MEDIAN_ARRIVAL_WORDS = 80, 65
MEDIAN_REPLY_WORDS, P90_REPLY_WORDS = 45, 90
MAX_AGAIN_WORDS = 40


class Told(NamedTuple):
    """One line and how many words the game said to it."""

    line: str
    room: str
    words: int
    is_arrival: bool


def count_words(lines: tuple[Line, ...]) -> int:
    return sum(len(line.text.split()) for line in lines)


def walk(tour: World, after: str = "") -> list[Told]:
    """The walk of a sensible visitor through all rooms; ``after`` is typed where a wire has just come."""
    game = Game(tour)
    game.open()
    told: list[Told] = []

    def say(line: str) -> tuple[Line, ...]:
        before = game.state
        lines = game.perform(line)
        told.append(Told(line, game.state.room, count_words(lines), game.state.room not in before.visited))
        return lines

    for room in tour.rooms.values():
        for line in list_visit(game._window.session, room):
            said = " ".join(each.text for each in say(line))
            if after and "READ WIRE" in said:
                say(after)
    return told


@pytest.mark.parametrize("after", ["", "send 37 mph plainly"])
def test_arrivals_are_short_all_told(tour: World, after: str) -> None:
    arrivals = [each for each in walk(tour, after) if each.is_arrival]
    assert len(arrivals) == len(tour.rooms) - 1
    assert [each for each in arrivals if each.words > MAX_ARRIVAL_WORDS] == []
    # Who sends a line hears of it later, and the notes of another order wait longer for their pair.
    assert median(each.words for each in arrivals) <= MEDIAN_ARRIVAL_WORDS + (5 if after else 0)


def test_replies_are_short(tour: World) -> None:
    words = [each.words for each in walk(tour)]
    assert median(words) <= MEDIAN_REPLY_WORDS
    assert quantiles(words, n=10)[-1] <= P90_REPLY_WORDS


def test_every_room_is_short_by_number_too(tour: World) -> None:
    for room in tour.rooms.values():
        game = Game(tour)
        game.open(lessons=0)
        if game.state.room != room.id:
            assert count_words(game.perform(f"go to {room.name}")) <= MAX_ARRIVAL_WORDS, room.id


def test_a_second_arrival_is_shorter(tour: World) -> None:
    game = Game(tour)
    game.open(lessons=0)
    rooms = list(tour.rooms.values())
    first = {room.id: count_words(game.perform(f"go to {room.name}")) for room in rooms[1:]}
    for room in rooms[1:-1]:
        again = count_words(game.perform(f"go to {room.name}"))
        assert again < first[room.id]
        assert again <= MAX_AGAIN_WORDS


def test_an_arrival_names_the_ways_not_seen_and_all_others_where_there_is_none(tiny: World) -> None:
    session = Session(tiny)
    session.perform("in")
    ways = next(event.exits for event in session.perform("look") if isinstance(event, e.RoomShown))
    assert describe_ways_shortly(ways) == "Forward to End."
    session.perform("forward")
    session.perform("back")
    ways = next(event.exits for event in session.perform("look") if isinstance(event, e.RoomShown))
    assert "Platform" in describe_ways_shortly(ways)
    assert "End" in describe_ways_shortly(ways)


def test_all_things_take_a_line_each(tour: World) -> None:
    for room in tour.rooms.values():
        game = Game(tour)
        game.open(lessons=0)
        game.perform(f"go to {room.name}")
        lines = game.perform("x all")
        things = [thing.name.casefold() for thing in game._window.session.scope.things]
        heads = [line.text.removeprefix("+ ").casefold() for line in lines]
        for name in things:
            assert sum(head.startswith(f"{name}:") for head in heads) == 1, (room.id, name)
        # Two lines more at most, beside what works show: what else is to be noted, and a step of a question or a tip.
        assert sum(not line.text.startswith("+ ") for line in lines) <= len(things) + 2, room.id
        assert not any(re.fullmatch(r"[^:]+:", line.text) for line in lines)


def test_the_sureness_of_several_notes_is_said_once_and_that_of_a_rumour_each_time(tour: World) -> None:
    facts = list(tour.facts.values())
    stated = tuple(each for each in facts if each.strength == "stated" and each.cites[0].startswith("A"))[:2]
    rumours = tuple(each for each in facts if each.rumour)[:2]
    assert len(stated) == len(rumours) == 2

    def tell(*noted: e.FactsNoted) -> list[str]:
        return [line.text for event in noted for line in render_event(event, tour)]

    first, second = tell(e.FactsNoted(facts=stated))
    assert "tated by" not in first
    assert second.endswith("Both stated by article A.")
    assert all("A rumour, in" in line for line in tell(e.FactsNoted(facts=rumours)))
    one, other = tell(e.FactsNoted(facts=(stated[0], rumours[0])))
    assert one.endswith("Stated by article A.")
    assert "A rumour, in" in other
