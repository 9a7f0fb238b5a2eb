"""Questions: asked about the room or at a door, answered, put aside."""

from msgspec.structs import replace

from game.pack.kinds import Item, Shown, describe_form, mark, read_response, show
from game.pack.world import Room
from game.tour.commands import Answer, Bare
from game.tour.events import (
    AllAnswered,
    Challenged,
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
from game.tour.verbs.outcome import Outcome, note_facts, report
from game.tour.verbs.verb import NOTHING, RESPONSE, Verb, split_words


def ask_question(scope: Scope, _: Bare) -> Outcome:
    """Ask the question that was offered at the door, else the first one of this room that has not been answered."""
    offered = scope.lexicon.items.get(scope.state.offered)
    if offered is not None:
        return Outcome(replace(scope.state, asking=offered.id, offered=""), (_build_event(scope, offered),))
    items = scope.room.items
    if not items:
        return report(scope, NoQuestionsHere())
    unanswered = list_unanswered(scope)
    if not unanswered:
        return report(scope, AllAnswered())
    item = unanswered[0]
    return Outcome(replace(scope.state, asking=item.id), (_build_event(scope, item),))


def mark_answer(scope: Scope, answer: Answer) -> Outcome:
    """Mark a response to the question that waits. The first response counts; feedback always follows."""
    item = find_waiting_item(scope)
    if item is None:
        return report(scope, NoQuestionWaits())
    response = read_response(_show_item(scope, item), answer.text)
    if response is None:
        return report(scope, refuse_answer(scope, item))
    # Only here is a question answered, and it is asked only while it has no answer: the first response counts.
    state = replace(scope.state, asking="", answered=scope.state.answered.insert(item.id, response))
    # The feedback gives the facts away, so they count as read from here on.
    facts = tuple(scope.lexicon.world.facts[fact_id] for fact_id in item.facts)
    state, news = note_facts(scope, state, facts, is_told=True)
    marked = ResponseMarked(
        item=item,
        response=response,
        mark=mark(item, response, scope.lexicon.world),
        facts=facts,
        left=len(list_unanswered(scope, state)),
        told_in=_find_telling_room(scope, item),
    )
    return Outcome(state, (marked, *news))


def _find_telling_room(scope: Scope, item: Item) -> Room | None:
    """The first room in which what proves the key can be read; None when that is here."""
    rooms = [room_id for fact_id in item.facts for room_id in scope.lexicon.facts.find_rooms(fact_id)]
    is_here = not rooms or scope.room.id in rooms
    return None if is_here else scope.lexicon.world.rooms[rooms[0]]


def _draw_rank(seed: int, room: Room, item: Item) -> bytes:
    """What decides which question is asked at a door: the same on every machine."""
    from hashlib import blake2b  # only a door needs it

    return blake2b(f"{seed} {room.id} {item.id}".encode(), digest_size=8).digest()


def repeat_question(scope: Scope, _: Bare) -> Outcome:
    """Ask the waiting question again."""
    item = find_waiting_item(scope)
    return report(scope, NoQuestionWaits() if item is None else _build_event(scope, item))


def skip_question(scope: Scope, _: Bare) -> Outcome:
    """Put the waiting question aside, unanswered."""
    if find_waiting_item(scope) is None:
        return report(scope, NoQuestionWaits())
    return Outcome(replace(scope.state, asking=""), (Skipped(),))


def find_waiting_item(scope: Scope) -> Item | None:
    """The question that waits for a response, if one does."""
    return scope.lexicon.items.get(scope.state.asking)


def offer_at_door(scope: Scope) -> Outcome | None:
    """One question on the threshold, about what was seen: all its facts are noted, and it has not been answered.

    It is only offered, in one line, so that an arrival stays short. None where none is. Only questions with lettered
    options are: N must go on meaning north. Which one it is depends on the seed alone, so that the same tour offers the
    same.
    """
    state, lexicon = scope.state, scope.lexicon
    if scope.room.id not in lexicon.world.tour.doors:
        return None
    open_ = [
        item
        for room_id in state.visited
        for item in lexicon.world.rooms[room_id].items
        if describe_form(item).answer_by == "letter"
        and item.id not in state.answered
        and all(fact_id in state.noted for fact_id in item.facts)
    ]
    if not open_:
        return None
    # A rank for each question, and no random number: which rooms were entered first must not change what is asked.
    item = min(open_, key=lambda item: _draw_rank(state.seed, scope.room, item))
    return Outcome(replace(state, offered=item.id), (Challenged(item=item),))


def list_unanswered(scope: Scope, state: State | None = None) -> tuple[Item, ...]:
    """The questions of this room not answered yet, in that state or in the scope's own."""
    answered = (state or scope.state).answered
    return tuple(item for item in scope.room.items if item.id not in answered)


def _build_event(scope: Scope, item: Item) -> ItemAsked:
    return ItemAsked(shown=_show_item(scope, item), left=len(list_unanswered(scope)))


def _show_item(scope: Scope, item: Item) -> Shown:
    return show(item, scope.lexicon.world, scope.state.seed)


def refuse_answer(scope: Scope, item: Item) -> NotAnOption | UnreadableResponse:
    """Why the line is no response to the question that waits; nothing is marked."""
    if scope.options:
        return NotAnOption(options=scope.options)
    return UnreadableResponse(instruction=describe_form(item).instruction)


VERBS = (
    Verb(
        id="question",
        words=split_words(
            "question, quiz, ask me, ask me a question, ask me something, test me, quiz me, questions, next "
            "question, start quiz, start the quiz, play quiz, give me a question, another question"
        ),
        takes=NOTHING,
        perform=ask_question,
        group="ask",
        is_turn=True,
    ),
    Verb(
        id="answer",
        words=split_words(
            "answer, my answer is, the answer is, i choose, i pick, reply, option, letter, it's, i think it's, i "
            "say, number"
        ),
        takes=RESPONSE,
        perform=mark_answer,
        group="ask",
        is_turn=True,
    ),
    Verb(
        id="repeat",
        words=split_words("?, repeat, repeat question, repeat the question, what was the question, say again, options"),
        takes=NOTHING,
        perform=repeat_question,
        group="ask",
    ),
    Verb(
        id="skip",
        words=split_words("skip, pass, skip question, skip it, i pass"),
        takes=NOTHING,
        perform=skip_question,
        group="ask",
        is_turn=True,
    ),
)
