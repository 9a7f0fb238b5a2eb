"""What a reply opens follows from what was understood; and what is only looked at takes no turn."""

from typing import get_args

import pytest

from game.app.boards import SheetCommand
from game.app.game import Game
from game.pack.world import World

SHEETS: tuple[SheetCommand, ...] = get_args(SheetCommand)
WALK_TO_THE_DESK = ("f, x all",) * 23


@pytest.fixture
def at_the_desk(tour: World) -> Game:
    game = Game(tour)
    game.open()
    for line in WALK_TO_THE_DESK:
        game.perform(line)
        if game.state.room in tour.tour.desks:
            break
    assert game.state.room in tour.tour.desks
    return game


@pytest.mark.parametrize("line", ["dispatch", "Dispatch.", "write report", "look. dispatch"])
def test_every_line_that_asks_for_the_dispatch_opens_the_desk(at_the_desk: Game, line: str) -> None:
    assert at_the_desk.reply(line).opens == "desk"


@pytest.mark.parametrize(
    "line", ["dispatch add 1", "dispatch find train", "dispatch clear", "dispatch nonsense", "look"]
)
def test_a_change_to_the_dispatch_opens_nothing(at_the_desk: Game, line: str) -> None:
    assert at_the_desk.reply(line).opens is None


def test_where_there_is_no_desk_nothing_opens(tour: World) -> None:
    game = Game(tour)
    game.open()
    assert game.reply("dispatch").opens is None


def test_the_journeys_end_opens_once(tiny: World) -> None:
    game = Game(tiny)
    game.open()
    assert [game.reply(line).opens for line in ("f", "f", "b", "f")] == [None, "end", None, None]


def test_practice_opens_the_quiz_only_where_there_is_something_to_ask(tiny: World) -> None:
    game = Game(tiny)
    game.open(lessons=0)
    assert game.reply("practice all").opens == "quiz"
    assert game.reply("leave").opens is None
    assert game.practice is None


def test_what_is_looked_at_takes_no_turn(at_the_desk: Game) -> None:
    at_the_desk.perform("look")
    state, transcript = at_the_desk.state, at_the_desk.transcript
    boards = at_the_desk.boards
    assert boards.read_timeline().facts
    assert boards.read_differences()
    assert boards.read_journeys().journeys
    assert boards.read_ticket()
    assert boards.read_desk().noted
    assert boards.read_notebook().rows
    for command in SHEETS:
        assert boards.read_sheet(command)
    assert at_the_desk.state is state
    assert at_the_desk.transcript == transcript
    looked = at_the_desk.perform("again")
    assert looked == at_the_desk.perform("look")


@pytest.mark.parametrize("command", SHEETS)
def test_a_sheet_says_what_its_command_says(at_the_desk: Game, command: SheetCommand) -> None:
    assert at_the_desk.boards.read_sheet(command) == at_the_desk.perform(command)


def test_the_line_of_dates_is_filtered_by_person_and_means(at_the_desk: Game) -> None:
    timeline = at_the_desk.boards.read_timeline()
    assert timeline.filter_facts("", "") == timeline.facts
    person = timeline.people[0][0]
    about = timeline.filter_facts(person, "")
    assert 0 < len(about) < len(timeline.facts)
    assert all(person in fact.people for fact in about)
    travelled = timeline.filter_facts("", timeline.means[0])
    assert 0 < len(travelled) < len(timeline.facts)
    assert set(timeline.filter_facts(person, timeline.means[0])) == set(about) & set(travelled)


def test_each_row_of_the_desk_brings_the_lines_of_its_keys(at_the_desk: Game) -> None:
    for number in range(3):
        at_the_desk.perform(at_the_desk.boards.read_desk().noted[number].take)
    first, second, third = at_the_desk.boards.read_desk().draft
    assert (first.move_up, third.move_down) == ("", "")
    at_the_desk.perform(second.move_up)
    drafted = at_the_desk.boards.read_desk().draft
    assert [row.text[3:] for row in drafted] == [second.text[3:], first.text[3:], third.text[3:]]
    at_the_desk.perform(drafted[0].prints[2])
    assert at_the_desk.state.draft[0][1] == "hedged"
    at_the_desk.perform(drafted[0].move_down)
    at_the_desk.perform(at_the_desk.boards.read_desk().draft[2].take)
    assert [row.text[3:] for row in at_the_desk.boards.read_desk().draft] == [first.text[3:], second.text[3:]]
