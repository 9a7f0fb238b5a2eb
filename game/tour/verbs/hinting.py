"""What is best done next where the player stands, in three steps: a nudge, a pointer, the answer."""

from typing import Literal, cast

from game.pack.ledger import Fact
from game.pack.world import Passage, Room, Thing, facts_in
from game.tour.events import Exit, HintGiven
from game.tour.scope import Scope
from game.tour.verbs.asking import unanswered_here, waiting
from game.tour.verbs.outcome import exits, facts_of

Level = Literal[1, 2, 3]


def subject(scope: Scope) -> str:
    """What a hint would be about, as a key: asking again for the same goes a step further."""
    item = waiting(scope)
    if item:
        return item.id
    given = hint(scope, 1)
    return f"{given.goal} {scope.room.id} {len(given.things)} {given.left}"


def hint(scope: Scope, level: int) -> HintGiven:
    """A hint of some level, 1 to 3: for the question that waits, else for what is left here, else for the way on."""
    step = cast(Level, min(max(level, 1), 3))
    if item := waiting(scope):
        facts = tuple(scope.lexicon.world.facts[fact_id] for fact_id in item.facts)
        return HintGiven(
            level=step, goal="answer", things=_tellers(scope, facts), facts=facts, room=_room(scope, facts)
        )
    if things := _unread(scope):
        left = tuple(f for f in facts_of(scope.lexicon.world, _passages(things)) if f.id not in scope.state.noted)
        return HintGiven(level=step, goal="look", things=things, facts=left)
    if waiting_here := len(unanswered_here(scope)):
        return HintGiven(level=step, goal="ask", left=waiting_here)
    if way := _way_on(scope):
        return HintGiven(level=step, goal="walk", exit=way)
    if room := _left_behind(scope):
        return HintGiven(level=step, goal="return", room=room)
    return HintGiven(level=step, goal="done")


def _passages(things: tuple[Thing, ...]) -> tuple[Passage, ...]:
    return tuple(passage for thing in things for passage in thing.passages)


def _fresh(scope: Scope, thing: Thing) -> int:
    return sum(1 for fact in facts_of(scope.lexicon.world, thing.passages) if fact.id not in scope.state.noted)


def _unread(scope: Scope) -> tuple[Thing, ...]:
    """Things here that still hold facts, richest first; else those not looked at yet."""
    rich = sorted((thing for thing in scope.things if _fresh(scope, thing)), key=lambda t: -_fresh(scope, t))
    return tuple(rich) or scope.unseen


def _tellers(scope: Scope, facts: tuple[Fact, ...]) -> tuple[Thing, ...]:
    """The things here that tell any of these facts."""
    ids = {fact.id for fact in facts}
    return tuple(t for t in scope.things if any(not ids.isdisjoint(passage.facts) for passage in t.passages))


def _room(scope: Scope, facts: tuple[Fact, ...]) -> Room | None:
    """This room, when its own text tells one of these facts."""
    ids = {fact.id for fact in facts}
    return scope.room if any(not ids.isdisjoint(passage.facts) for passage in scope.room.passages) else None


def _way_on(scope: Scope) -> Exit | None:
    return next((way for way in exits(scope) if not way.is_visited), None)


def _left_behind(scope: Scope) -> Room | None:
    """The first room of the train in which facts are still to be found."""
    noted = scope.state.noted
    return next((r for r in scope.lexicon.order if any(f not in noted for f in facts_in(r))), None)
