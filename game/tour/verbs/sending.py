"""Lines for the paper on the way: sent by wire, corrected later; and the clippings of the rival."""

from collections.abc import Sequence

from msgspec.structs import replace

from game.pack.ledger import Fact
from game.pack.newsroom import Clipping, Newsroom, Wire
from game.tour.choices import Choices
from game.tour.commands import Bare, Text
from game.tour.dispatch import PRINTS, Print
from game.tour.events import (
    ClippingCaught,
    ClippingsListed,
    CorrectionPrinted,
    LineAsked,
    NoClipping,
    NoSuchNote,
    Note,
    NoteBesidesClipping,
    NothingToPrint,
    NoWireWaits,
    OtherSideNotNoted,
    WireAnswered,
)
from game.tour.notes import find_notes, list_latest_notes, number_note
from game.tour.printing import PRINT_WAYS, split_way
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.delivering import describe_paper, find_next_halt, find_waiting_wire, list_correctable
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, TEXT, Verb, split_words
from game.tour.wires import (
    CLIPPING_TRUST,
    CORRECTION_TRUST,
    TRUST_BY_ANSWER,
    SentWire,
    change_trust,
    find_dispute,
    judge_wire,
    list_other_sides,
)

MAX_OFFERED_NOTES = 5
"""Notes that are offered where a line is to be sent."""


def send_line(turn: Turn, wish: Text) -> Outcome:
    """Send one note to the paper; what is left out is asked for."""
    wire_id = find_waiting_wire(turn.state)
    if not wire_id:
        return report(turn, NoWireWaits(next_room=find_next_halt(turn)))
    phrase, way = split_way(wish.text)
    if not phrase:
        return _ask_note(turn, wire_id, list_latest_notes(turn, MAX_OFFERED_NOTES), way)
    # SEND 25, STATED BY A: the number is the note, and the rest says why.
    fitting = find_notes(turn, phrase) or find_notes(turn, phrase.split()[0])
    if not fitting:
        return report(turn, NoSuchNote(typed=phrase))
    facts = [turn.lexicon.world.facts[each] for each in fitting]
    if len(facts) > 1:
        # What goes to print is never guessed.
        return _ask_note(turn, wire_id, facts[: -MAX_OFFERED_NOTES - 1 : -1], way)
    fact = facts[0]
    return _ask_way(turn, wire_id, fact) if way is None else _send(turn, wire_id, fact, way)


def _ask_note(turn: Turn, wire_id: str, facts: Sequence[Fact], way: Print | None) -> Outcome:
    """Offer some notes, the latest of which comes first and is shown last."""
    notes = tuple(_make_note(turn, fact) for fact in facts[::-1])
    named = [((note.fact.claim,), f"send {note.number} {way or ''}".strip()) for note in notes]
    turn.dialogue.choices = Choices(named, numbers=[note.number for note in notes], stays=True) if notes else None
    return report(turn, LineAsked(wire=_find_wire(turn, wire_id), notes=notes, ways=()))


def _ask_way(turn: Turn, wire_id: str, fact: Fact) -> Outcome:
    """Ask how the note is to be printed."""
    note = _make_note(turn, fact)
    named = [(PRINT_WAYS[way], f"send {note.number} {way}") for way in PRINTS]
    turn.dialogue.choices = Choices(named, stays=True, subject="printing")
    return report(turn, LineAsked(wire=_find_wire(turn, wire_id), notes=(note,), ways=PRINTS))


def _find_wire(scope: Scope, wire_id: str) -> Wire:
    return next(wire for wire in scope.lexicon.newsroom.wires if wire.id == wire_id)


def _make_note(scope: Scope, fact: Fact) -> Note:
    return Note(number_note(scope, fact.id), fact)


def _send(scope: Scope, wire_id: str, fact: Fact, way: Print) -> Outcome:
    world, state = scope.lexicon.world, scope.state
    dispute = find_dispute(world, fact.id)
    answer = judge_wire(world, fact, way, is_compared=dispute is not None and dispute.id in state.compared)
    trust = change_trust(state.trust, TRUST_BY_ANSWER[answer])
    sent = SentWire("sent", answer, fact.id, way, state.carriages)
    after = replace(state, wires=state.wires.insert(wire_id, sent), trust=trust)
    told = WireAnswered(answer=answer, trust=trust, trust_before=state.trust, fact=fact, printed=way)
    return Outcome(after, (told,))


def correct_line(scope: Scope, _: Bare) -> Outcome:
    """Print a correction of the latest line with a mistake."""
    newsroom, state = scope.lexicon.newsroom, scope.state
    wire_id, sent = next(list_correctable(newsroom, state), ("", SentWire("corrected")))
    if not wire_id:
        return report(scope, NothingToPrint())
    fact = scope.lexicon.world.facts[sent.fact]
    other = None
    if sent.answer == "one-side":
        other = _find_other_side(scope, fact)
        if other is None:
            return report(scope, OtherSideNotNoted(fact=fact))
    trust = change_trust(state.trust, CORRECTION_TRUST)
    after = replace(state, wires=state.wires.insert(wire_id, sent._replace(stage="corrected")), trust=trust)
    return Outcome(after, (CorrectionPrinted(fact=fact, answer=sent.answer, trust=trust, other=other),))


def _find_other_side(scope: Scope, fact: Fact) -> Fact | None:
    """A noted fact that says otherwise."""
    world = scope.lexicon.world
    dispute = find_dispute(world, fact.id)
    others = list_other_sides(dispute, fact.id) if dispute else ()
    return next((world.facts[each] for each in others if each in scope.state.noted), None)


def explain_paper(scope: Scope, _: Bare) -> Outcome:
    """Say what wires and trust are, and how they stand."""
    return Outcome(scope.state, describe_paper(scope, is_explained=True))


def list_clippings(scope: Scope, wish: Text) -> Outcome:
    """The clippings found so far; or, with a note, the clipping that the note catches."""
    newsroom = scope.lexicon.newsroom
    found = find_clippings(scope, newsroom)
    left = tuple(clipping for clipping in found if clipping.id not in scope.state.caught)
    phrase = " ".join(word for word in wish.text.split() if word.casefold() not in _CLIPPING_FILLER)
    if not found or (phrase and not left):
        return report(scope, NoClipping(is_caught=bool(found)))
    if not phrase:
        listed = tuple((clipping, clipping.id in scope.state.caught) for clipping in found)
        return report(scope, ClippingsListed(newsroom=newsroom, clippings=listed))
    fitting = find_notes(scope, phrase)
    return _catch(scope, newsroom, left, fitting) if fitting else report(scope, NoSuchNote(typed=phrase))


_CLIPPING_FILLER = frozenset({"with", "and", "against", "beside", "to", "the", "my", "note", "vs", "versus", "w"})
"""Words between a clipping and a note."""


def find_clippings(scope: Scope, newsroom: Newsroom) -> tuple[Clipping, ...]:
    """The clippings of the rooms that were visited."""
    return tuple(clipping for clipping in newsroom.clippings if clipping.at in scope.state.visited)


def _catch(scope: Scope, newsroom: Newsroom, left: tuple[Clipping, ...], fitting: tuple[str, ...]) -> Outcome:
    world, state = scope.lexicon.world, scope.state
    caught = next(((each, fact_id) for each in left for fact_id in fitting if fact_id in each.facts), None)
    if caught is None:
        room_id = next(iter(scope.lexicon.facts.find_rooms(left[0].facts[0])), None)
        room = world.rooms[room_id] if room_id is not None else None
        return report(scope, NoteBesidesClipping(fact=world.facts[fitting[-1]], room=room))
    clipping, fact = caught[0], world.facts[caught[1]]
    trust = change_trust(state.trust, CLIPPING_TRUST)
    after = replace(state, caught=state.caught.insert(clipping.id, state.turn), trust=trust)
    return Outcome(after, (ClippingCaught(newsroom=newsroom, clipping=clipping, fact=fact, trust=trust),))


VERBS = (
    Verb(
        id="send",
        words=split_words(
            "send, send note, send line, send the note, send the line, send my note, send line about, "
            "send note about, read wire, read the wire, open wire, open the wire, answer wire, answer the wire, "
            "reply to wire, wire note, wire line, wire the paper"
        ),
        takes=TEXT,
        perform=send_line,
        group="tour",
        needs="newsroom",
    ),
    Verb(
        id="correct",
        words=split_words(
            "correct, correct it, correct line, correct the line, correct wire, correct the wire, "
            "correct mistake, correct my mistake, correct that, print correction, print a correction, "
            "make a correction, set it right"
        ),
        takes=NOTHING,
        perform=correct_line,
        group="tour",
        needs="newsroom",
    ),
    Verb(
        id="trust",
        words=split_words(
            "trust, my trust, what is my trust, how much trust do i have, "
            "wires, "
            "what is the wire, what are wires, what is my paper, what is the paper, which paper, "
            "who is the rival, what is the rival, when is the next wire, next wire"
        ),
        takes=NOTHING,
        perform=explain_paper,
        group="tour",
        needs="newsroom",
    ),
    Verb(
        id="clippings",
        words=split_words(
            "clippings, clipping, my clippings, read the clipping, read the clippings, read my clipping, "
            "look at the clipping, the clipping, what is a clipping, what are clippings, show clippings, "
            "read clipping, read clippings, x clipping, examine clipping, look at clipping, x clippings, rival, "
            "compare clipping, compare clippings, compare the clipping, check clipping, check the clipping, "
            "lay clipping, catch clipping, catch the clipping"
        ),
        takes=TEXT,
        perform=list_clippings,
        group="tour",
        needs="newsroom",
    ),
)
