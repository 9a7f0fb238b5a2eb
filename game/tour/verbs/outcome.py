"""What performing a command gives, and what several verbs share."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from game.pack.ledger import Difference, Fact
from game.pack.world import Passage, World
from game.tour.events import Event, Exit, FactsNoted
from game.tour.scope import Scope
from game.tour.state import State


class Outcome(NamedTuple):
    """The state after a command, what happened, and what the player has read."""

    state: State
    events: tuple[Event, ...] = ()
    read: tuple[Passage, ...] = ()
    """The passages just read, for SOURCE; empty when nothing of the pack was read."""
    next_line: str = ""
    """A line to perform in place of this one, for AGAIN, OOPS and GUIDE; empty for all other verbs."""
    is_guided: bool = False
    """Whether that line is the next stop of the guided tour: it then counts as played, and Enter plays the next."""


def report(scope: Scope, event: Event) -> Outcome:
    """The outcome of a command that reports one event and changes nothing."""
    return Outcome(scope.state, (event,))


def find_exits(scope: Scope) -> tuple[Exit, ...]:
    """The ways out of the room the player is in, in the pack's order."""
    rooms = scope.lexicon.world.rooms
    return tuple(
        Exit(direction=direction, room=rooms[room_id], is_visited=room_id in scope.state.visited)
        for direction, room_id in scope.room.exits.items()
    )


def collect_facts(world: World, passages: tuple[Passage, ...]) -> tuple[Fact, ...]:
    """The facts some passages rest on, each once, in order."""
    ids = dict.fromkeys(fact_id for passage in passages for fact_id in passage.facts)
    return tuple(world.facts[fact_id] for fact_id in ids)


def find_made_differences(scope: Scope, facts: tuple[Fact, ...]) -> tuple[Difference, ...]:
    """The differences some facts are part of, as far as the player has found them, each once."""
    world, compared = scope.lexicon.world, scope.state.compared
    ids = dict.fromkeys(each for fact in facts for each in world.differing.get(fact.id, ()) if each in compared)
    return tuple(world.differences[each] for each in ids)


def list_fresh(state: State, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those of some facts that would be new in the notebook.

    A fact keeps the room where it was first read; to read it again is no news. A draft is read and never kept: what is
    in a notebook is told again and leaves the game in reports.
    """
    return tuple(fact for fact in facts if fact.id not in state.noted and not fact.draft)


def note_facts(
    scope: Scope, state: State, facts: tuple[Fact, ...], *, is_told: bool = False
) -> tuple[State, tuple[Event, ...]]:
    """A state with these facts in the notebook, and the event that reports those that are new.

    Args:
        scope: Where the player is.
        state: The state before.
        facts: What was read.
        is_told: True where a text has told them, so that their sentences are not printed again.
    """
    fresh = list_fresh(state, facts)
    if not fresh:
        return state, ()
    ids = tuple(fact.id for fact in fresh)
    after = state.note(ids)
    # Nobody is told what lies between two notes before having laid them side by side; here it is only kept.
    completed = scope.lexicon.comparisons.list_completed(ids, state.noted, after.noted)
    if completed:
        after = replace(after, unmade=(*after.unmade, *((each, state.turn) for each in completed)))
    return after, (FactsNoted(facts=fresh, is_told=is_told, first=after.numbers[fresh[0].id]),)
