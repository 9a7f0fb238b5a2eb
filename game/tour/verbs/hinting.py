"""Hints: what the player should do next, in three steps: a nudge, a pointer, the answer."""

from typing import cast

from game.pack.ledger import Fact
from game.pack.world import Room, Thing, facts_in, facts_of
from game.tour.chase_hints import hint_at_lead
from game.tour.commands import Bare
from game.tour.events import Exit, HintGiven, HintLevel
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.asking import find_waiting_item, list_unanswered
from game.tour.verbs.outcome import Outcome, collect_facts, find_exits
from game.tour.verbs.verb import NOTHING, Verb, split_words
from game.tour.work_hints import find_tool_room, find_work_hint
from game.tour.work_looks import read_look

MAX_LEVEL: HintLevel = 3


def hint(turn: Turn, _: Bare) -> Outcome:
    """Give a hint; each further one about the same thing says more."""
    # The answer is never given at once: who asks once wants to find it, who asks three times is stuck.
    level = min(turn.dialogue.count_hint(find_subject(turn)), MAX_LEVEL)
    return Outcome(turn.state, (build_hint(turn, cast(HintLevel, level)),))


def find_subject(scope: Scope) -> str:
    """What a hint would be about, as a key: a second hint with the same key goes a step further."""
    item = find_waiting_item(scope)
    if item:
        return item.id
    given = build_hint(scope, 1)
    chased = given.progress and (given.progress.lead.id, given.progress.filled, given.progress.is_compared)
    return f"{given.goal} {scope.room.id} {len(given.things)} {given.left} {chased}"


def build_hint(scope: Scope, level: HintLevel) -> HintGiven:
    """A hint of that level: for the question that waits, the one that is chased, what is here, or the way on."""
    asked = _hint_waiting(scope, level) or hint_at_lead(scope, level)
    return asked or _hint_here(scope, level) or _hint_onward(scope, level)


def _hint_waiting(scope: Scope, level: HintLevel) -> HintGiven | None:
    """For the question that waits for a response."""
    item = find_waiting_item(scope)
    if item is None:
        return None
    facts = tuple(scope.lexicon.world.facts[fact_id] for fact_id in item.facts)
    things, room = _find_tellers(scope, facts), _find_telling_room(scope, facts)
    return HintGiven(level=level, goal="answer", things=things, facts=facts, room=room)


def _hint_onward(scope: Scope, level: HintLevel) -> HintGiven:
    """What to do when all that is here has been read: be asked, walk on, or go back."""
    if open_here := len(list_unanswered(scope)):
        return HintGiven(level=level, goal="ask", left=open_here)
    if way := _find_way_on(scope):
        return HintGiven(level=level, goal="walk", exit=way)
    if room := _find_left_behind(scope):
        return HintGiven(level=level, goal="return", room=room)
    return HintGiven(level=level, goal="done")


def _hint_here(scope: Scope, level: HintLevel) -> HintGiven | None:
    """What is left here; it comes before the way on, for nothing is lost by leaving, but few come back."""
    if things := _find_unread(scope):
        told = tuple(fact for thing in things for fact in _list_seen(scope, thing))
        left = tuple(fact for fact in told if fact.id not in scope.state.noted)
        return HintGiven(level=level, goal="look", things=things, facts=left)
    if found := find_work_hint(scope):
        room = find_tool_room(scope, found.missing) if found.missing else None
        return HintGiven(
            level=level, goal="work", things=(found.thing,), line=found.line, missing=found.missing, room=room
        )
    if scope.unseen:
        return HintGiven(level=level, goal="look", things=scope.unseen)
    return None


def _list_seen(scope: Scope, thing: Thing) -> tuple[Fact, ...]:
    """The facts that a look at a thing tells as it stands."""
    seen, shown = read_look(scope.lexicon.world, scope.state, thing)
    return collect_facts(scope.lexicon.world, (*seen, *shown))


def _count_fresh(scope: Scope, thing: Thing) -> int:
    return sum(1 for fact in _list_seen(scope, thing) if fact.id not in scope.state.noted)


def _find_unread(scope: Scope) -> tuple[Thing, ...]:
    """Things here of which a look still tells something new, richest first."""
    rich = [thing for thing in scope.things if _count_fresh(scope, thing)]
    return tuple(sorted(rich, key=lambda thing: -_count_fresh(scope, thing)))


def _find_tellers(scope: Scope, facts: tuple[Fact, ...]) -> tuple[Thing, ...]:
    """The things here that tell any of these facts."""
    ids = {fact.id for fact in facts}
    return tuple(t for t in scope.things if not ids.isdisjoint(facts_of(t)))


def _find_telling_room(scope: Scope, facts: tuple[Fact, ...]) -> Room | None:
    """This room, when its own text tells one of these facts."""
    ids = {fact.id for fact in facts}
    return scope.room if any(not ids.isdisjoint(passage.facts) for passage in scope.room.passages) else None


def _find_way_on(scope: Scope) -> Exit | None:
    return next((way for way in find_exits(scope) if not way.is_visited), None)


def _find_left_behind(scope: Scope) -> Room | None:
    """The first room of the tour in which facts are still to be found."""
    noted = scope.state.noted
    return next((r for r in scope.lexicon.order if any(f not in noted for f in facts_in(r))), None)


VERBS = (
    Verb(
        id="hint",
        words=split_words(
            "hint, hints, clue, clues, give me a hint, hint please, i need a hint, tip, tips, i am stuck, i'm "
            "stuck, im stuck, stuck, give me a clue, another hint, more hint, next hint"
        ),
        takes=NOTHING,
        perform=hint,
        group="ask",
        is_about_memory=True,
    ),
)
