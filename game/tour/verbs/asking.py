"""Questions: asked about the room, answered, put aside."""

from msgspec.structs import replace

from game.pack.items import Item, kind_of, lettered
from game.pack.world import Room
from game.quiz import Shown, mark, read, show
from game.tour.commands import Command
from game.tour.events import (
    AllAnswered,
    Challenged,
    Event,
    ItemAsked,
    NoQuestionsHere,
    NoQuestionWaits,
    NotAnOption,
    ResponseMarked,
    Skipped,
    UnreadableResponse,
)
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.verbs.outcome import Outcome, noted


def question(scope: Scope, _: Command) -> Outcome:
    """Ask the first question of this room that has not been answered."""
    items = scope.room.items
    if not items:
        return Outcome(scope.state, (NoQuestionsHere(),))
    unanswered = unanswered_here(scope)
    if not unanswered:
        return Outcome(scope.state, (AllAnswered(),))
    item = unanswered[0]
    return Outcome(replace(scope.state, asking=item.id), (_asked(scope, item),))


def answer(scope: Scope, command: Command) -> Outcome:
    """Mark a response to the question that waits. The first response counts; feedback always follows."""
    item = waiting(scope)
    if item is None:
        return Outcome(scope.state, (NoQuestionWaits(),))
    response = read(_shown(scope, item), command.text)
    if response is None:
        return Outcome(scope.state, (not_an_answer(scope),))
    state = replace(scope.state, asking="", answered=scope.state.answered.insert(item.id, response))
    facts = tuple(scope.lexicon.world.facts[fact_id] for fact_id in item.facts)
    state, news = noted(scope, state, facts)
    marked = ResponseMarked(
        item=item,
        response=response,
        mark=mark(item, response, scope.lexicon.world),
        facts=facts,
        left=len(unanswered_here(scope, state)),
        told_in=_told_in(scope, item),
    )
    return Outcome(state, (marked, *news))


def _told_in(scope: Scope, item: Item) -> Room | None:
    """The first room in which what proves the key can be read; None when that is here."""
    rooms = [room_id for fact_id in item.facts for room_id in scope.lexicon.facts.find_rooms(fact_id)]
    is_here = not rooms or scope.room.id in rooms
    return None if is_here else scope.lexicon.world.rooms[rooms[0]]


def _drawn(seed: int, room: Room, item: Item) -> bytes:
    """What decides which question is asked at a door: the same on every machine."""
    from hashlib import blake2b  # only a door needs it

    return blake2b(f"{seed} {room.id} {item.id}".encode(), digest_size=8).digest()


def repeat(scope: Scope, _: Command) -> Outcome:
    """Ask the waiting question again."""
    item = waiting(scope)
    event: Event = NoQuestionWaits() if item is None else _asked(scope, item)
    return Outcome(scope.state, (event,))


def skip(scope: Scope, _: Command) -> Outcome:
    """Put the waiting question aside, unanswered."""
    if waiting(scope) is None:
        return Outcome(scope.state, (NoQuestionWaits(),))
    return Outcome(replace(scope.state, asking=""), (Skipped(),))


def waiting(scope: Scope) -> Item | None:
    """The question that waits for a response, if one does."""
    return scope.lexicon.items.get(scope.state.asking)


def at_the_door(scope: Scope) -> Outcome | None:
    """One question on the threshold, about what was seen: all its facts are noted, and it has not been answered.

    None where none is asked. Only questions with lettered options are: F must go on meaning forward. Which one it is
    depends on the seed alone, so that the same tour asks the same.
    """
    state, lexicon = scope.state, scope.lexicon
    if scope.room.id not in lexicon.world.tour.doors:
        return None
    open_ = [
        item
        for room_id in state.visited
        for item in lexicon.world.rooms[room_id].items
        if lettered(item) and item.id not in state.answered and all(fact_id in state.noted for fact_id in item.facts)
    ]
    if not open_:
        return None
    item = min(open_, key=lambda item: _drawn(state.seed, scope.room, item))
    asked = Challenged(shown=_shown(scope, item))
    return Outcome(replace(state, asking=item.id), (asked,))


def unanswered_here(scope: Scope, state: State | None = None) -> tuple[Item, ...]:
    """The questions of this room not answered yet, in that state or in the scope's own."""
    answered = (state or scope.state).answered
    return tuple(item for item in scope.room.items if item.id not in answered)


def _asked(scope: Scope, item: Item) -> ItemAsked:
    return ItemAsked(shown=_shown(scope, item), left=len(unanswered_here(scope)))


def _shown(scope: Scope, item: Item) -> Shown:
    return show(item, scope.lexicon.world, scope.state.seed)


def not_an_answer(scope: Scope) -> NotAnOption | UnreadableResponse:
    """Why what was typed is no response to the question that waits; nothing is marked."""
    item = waiting(scope)
    if item is None or scope.options:
        return NotAnOption(options=scope.options)
    return UnreadableResponse(kind=kind_of(item))
