"""What performing a command gives, and what several verbs share."""

from typing import NamedTuple

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
    """A line to perform in place of this one, for AGAIN and OOPS; empty for all other verbs."""


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


def find_differences(world: World, facts: tuple[Fact, ...]) -> tuple[Difference, ...]:
    """The differences some facts are part of, each once."""
    found: dict[str, Difference] = {}
    for fact in facts:
        for difference_id in world.differing.get(fact.id, ()):
            found[difference_id] = world.differences[difference_id]
    return tuple(found.values())


def find_two_sided(world: World, facts: tuple[Fact, ...]) -> tuple[Difference, ...]:
    """The differences of which some facts tell more than one side."""
    ids = {fact.id for fact in facts}
    return tuple(difference for difference in find_differences(world, facts) if difference.is_met(ids))


def note_facts(
    scope: Scope, state: State, facts: tuple[Fact, ...], told: tuple[Difference, ...] = ()
) -> tuple[State, tuple[Event, ...]]:
    """A state with these facts in the notebook, and the event that reports those that are new.

    Args:
        scope: Where the player is.
        state: The state before.
        facts: What was read.
        told: Differences that the same turn reports already, so that the event leaves them out.
    """
    # A fact keeps the room where it was first read; to read it again is no news.
    # A draft is read and never kept: what is in a notebook is told again and leaves the game in reports.
    fresh = tuple(fact for fact in facts if fact.id not in state.noted and not fact.draft)
    if not fresh:
        return state, ()
    world = scope.lexicon.world
    after = state.note(tuple(fact.id for fact in fresh))
    # Each is told once, when its second side is noted: one side alone shows nobody what differs.
    differences = tuple(
        difference
        for difference in find_differences(world, fresh)
        if difference not in told and difference.is_met(after.noted) and not difference.is_met(state.noted)
    )
    mix_ups = tuple(
        mix_up for mix_up in world.mix_ups.values() if mix_up.is_met(after.noted) and not mix_up.is_met(state.noted)
    )
    return after, (FactsNoted(facts=fresh, differences=differences, mix_ups=mix_ups),)
