"""Tips: one thing of the game at a time, each when it is first useful. For tours with leads; others have three lessons.

A tip is due by what the player has and sees, not by a number of turns, so that nobody is told of what is not there.
"""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from game.pack.works import Sort
from game.tour.chase import find_pinned
from game.tour.chase_hints import find_note_line
from game.tour.events import Event, LessonGiven, TipGiven, TipId
from game.tour.scope import Scope
from game.tour.state import CARRIED, LESSON_COUNT, State
from game.tour.verbs.outcome import find_exits
from game.tour.work_looks import list_free_cards
from game.tour.work_offers import list_seen_offers

TURNS_BETWEEN = 2
"""Turns from one tip to the next."""

ROOMS_BEFORE_HINT, ROOMS_BEFORE_QUESTION, ROOMS_BEFORE_PLACES = 4, 6, 8
"""Numbered rooms that a player has seen before being told of HINT, of QUESTION, and of the number pad."""


class Tip(NamedTuple):
    """One thing to be told, and when."""

    id: TipId
    find: Callable[[Scope], str | None]
    """What can be typed for it here; None while it is not due."""


def teach(scope: Scope) -> tuple[State, tuple[Event, ...]]:
    """The state with something taught, and what is said of it: a tip where one is due, or the next of three lessons."""
    if not scope.state.lessons:
        return scope.state, ()
    if scope.lexicon.world.leads:
        state, tip = find_tip(scope) or (scope.state, None)
        return state, (tip,) if tip is not None else ()
    number = LESSON_COUNT - scope.state.lessons + 1
    thing = (scope.unseen or scope.things)[0]
    ways = find_exits(scope)
    way_on = next((way for way in ways if not way.is_visited), next(iter(ways), None))
    given = LessonGiven(number=number, thing=thing.name, exit=way_on)
    return replace(scope.state, lessons=scope.state.lessons - 1), (given,)


def find_tip(scope: Scope) -> tuple[State, TipGiven] | None:
    """The state with the next tip told, and the tip; None where none is due."""
    state = scope.state
    told = state.taught
    if told and state.turn < max(told.values()) + TURNS_BETWEEN:
        return None
    for tip in TIPS:
        if tip.id not in told and (example := tip.find(scope)) is not None:
            return replace(state, taught=told.insert(tip.id, state.turn)), TipGiven(tip=tip.id, example=example)
    return None


def _find_look(scope: Scope) -> str | None:
    """The thing that tells the next note of the question, or any thing not looked at yet."""
    progress = find_pinned(scope.lexicon, scope.state)
    wanted = set(progress.next_slot.facts) if progress is not None and progress.next_slot is not None else set()
    telling = (thing for thing in scope.unseen if any(wanted & set(passage.facts) for passage in thing.passages))
    thing = next(telling, next(iter(scope.unseen), None))
    return f"x {thing.name}" if thing is not None else None


def _find_note(scope: Scope) -> str | None:
    """What brings the next note of the first question, in a room that the player has walked to; HINT later."""
    progress = find_pinned(scope.lexicon, scope.state)
    if progress is None or progress.lead.opens or not scope.state.carriages or not progress.is_next_here:
        return None
    return find_note_line(scope, progress) or None


def _find_work(scope: Scope) -> str | None:
    if not scope.state.carriages and scope.lexicon.comparisons.lesson:
        # Where the tour begins, the first pair of notes is enough to learn.
        return None
    offers = (offer for thing in scope.works for offer in list_seen_offers(scope, thing))
    return next((offer.line for offer in offers), None) if not scope.state.worked else None


def _find_sort(scope: Scope) -> str | None:
    for thing in scope.works:
        # A card that hangs is no example any more.
        free = list_free_cards(thing, scope.state)
        if isinstance(thing.works, Sort) and free:
            card = thing.works.cards[free[0]]
            return f"put {card.names[0]} on {thing.works.places[card.at][0]}"
    return None


def _find_take(scope: Scope) -> str | None:
    """Something here that was looked at and can be carried along."""
    at_first = {thing.id for thing in scope.lexicon.world.tour.carried}
    if any(where == CARRIED and thing_id not in at_first for thing_id, where in scope.state.moved.items()):
        return None
    seen = (thing for thing in scope.things if thing.portable and thing.id in scope.state.examined)
    return next((f"take {thing.name}" for thing in seen), None)


def _find_source(scope: Scope) -> str | None:
    facts = scope.lexicon.world.facts
    # Only of the note made last: a lesson on a word that was read some time ago is beside the point.
    noted = (facts[fact_id] for fact_id in scope.state.recent[-1:] if fact_id in facts)
    return "source" if any(fact.strength == "reported" for fact in noted) else None


def _find_hint(scope: Scope) -> str | None:
    is_due = scope.state.carriages >= ROOMS_BEFORE_HINT and scope.state.pinned
    return "hint" if is_due else None


def _find_question(scope: Scope) -> str | None:
    return "question" if scope.state.carriages >= ROOMS_BEFORE_QUESTION and scope.room.items else None


def _find_places(scope: Scope) -> str | None:
    """A room further on, by its number."""
    if scope.state.carriages < ROOMS_BEFORE_PLACES:
        return None
    later = scope.lexicon.order[scope.lexicon.places[scope.room.id] + 2 :]
    return next((str(room.number) for room in later if room.number is not None), None)


def _find_desk(scope: Scope) -> str | None:
    return "dispatch" if scope.room.id in scope.lexicon.world.tour.desks else None


TIPS: tuple[Tip, ...] = (
    Tip("look", _find_look),
    Tip("desk", _find_desk),
    Tip("note", _find_note),
    Tip("work", _find_work),
    Tip("take", _find_take),
    Tip("sort", _find_sort),
    Tip("source", _find_source),
    Tip("hint", _find_hint),
    Tip("question", _find_question),
    Tip("places", _find_places),
)
"""In the order in which they are told where several are due."""
