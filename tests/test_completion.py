"""What the rest of a line may be; and that nothing is offered that the player cannot know of."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from game.app.game import Game
from game.pack.world import World
from game.tour.parser import find_completions
from game.tour.session import Session
from tests.conftest import TINY, loaded
from tests.strategies import lines

WORLD = loaded(TINY)


def offered(session: Session, line: str) -> list[str]:
    return [completion.line for completion in find_completions(line, session.scope)]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("not", "notebook"),
        ("x b", "x bench"),
        ("look at the wo", "look at the wooden bench"),
        ("x bench, take pr", "x bench, take printed leaflet"),
        ("go to gr", "go to Green salon"),
        ("notebook by", "notebook by source"),
        ("units m", "units metric"),
        ("help t", "help take"),
        ("x leaf", "x leaflet"),
        ("f", "forward"),
    ],
)
def test_a_line_goes_on(session: Session, line: str, first: str) -> None:
    assert first in offered(session, line)


def test_nothing_is_offered_for_nothing(session: Session) -> None:
    assert offered(session, "") == []
    assert offered(session, "   ") == []


def test_rooms_further_on_and_unread_topics_are_not_given_away(session: Session) -> None:
    assert offered(session, "go to e") == []
    assert offered(session, "who is ja") == []
    session.perform("x leaflet")
    assert offered(session, "who is ja") == ["who is Jane Roe"]
    session.perform("f")
    assert offered(session, "go to e") == ["go to End"]
    assert offered(session, "x woo") == []


def test_options_are_offered_while_a_question_waits(session: Session) -> None:
    session.perform("f, quiz")
    assert offered(session, "gr")[0] == "green"


def test_nothing_undiscovered_is_ever_offered_in_the_shipped_pack(tour: World) -> None:
    session = Session(tour)
    told = " ".join(offered(session, prefix)[0] for prefix in ("x p", "take p", "go to b"))
    assert told
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for line in offered(session, f"who is {letter}"):
            assert "Pulikovsky" not in line
        for line in offered(session, f"go to {letter}"):
            assert line.casefold() in ("go to boarding carriage", "go to in", "go to forward")


def test_a_resumed_tour_completes_what_is_where_it_goes_on(new_game: Callable[[], Game]) -> None:
    game = new_game()
    game.open()
    game.perform("f")
    resumed = new_game()
    complete = resumed.completions  # as a front end takes it, before the kept tour is opened
    resumed.open()
    assert "x rug" in [completion.line for completion in complete("x r")]


@settings(max_examples=150, deadline=None)
@given(lines)
def test_a_completed_line_begins_as_it_was_typed_up_to_its_last_words(line: str) -> None:
    session = Session(WORLD)
    for completion in find_completions(line, session.scope):
        assert completion.line.casefold().endswith(completion.shown.casefold())
        assert session.perform(completion.line)
