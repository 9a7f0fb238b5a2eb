"""Two notes side by side as lines: the question, what lies between them, and why a pair is none."""

from typing import assert_never

from game.pack.ledger import AgreedPoint, AnyComparison, Difference, Judgement, MixUp
from game.pack.world import Room, World
from game.prose.lines import Line, capitalise, describe_fact, join_words, quote_typed
from game.tour.events import (
    CompareRefusal,
    DifferencesShown,
    Note,
    NoteMissing,
    NotesListed,
    NoteUnclear,
    PairJudged,
    PairKnown,
    PairLaid,
    PairNudged,
    PairUnrelated,
    SameNote,
)

JUDGEMENTS: dict[Judgement, str] = {
    "contradict": "They contradict each other: one must be wrong.",
    "differ": "They differ, and both may stand.",
    "surer": "The same matter, and one is surer.",
    "agree": "They agree.",
    "none": "Nothing between them.",
}
"""The answers to the one question, in the order of their numbers."""

ASKED = "What is between these two?"

HOW_TO_COMPARE = "To lay two notes side by side, type COMPARE, a number, WITH and the other number."


FIRST_COUNTS = "The pair counts as found all the same. UNDO does not take a first judgement back."
"""Told with the first wrong judgement of a tour."""


def render_note(note: Note, world: World) -> Line:
    """A note with its number, and how sure its source is."""
    return Line(f"{note.number}. {describe_fact(note.fact, world)}", "numbered", is_tight=True)


def render_offer(event: NotesListed, world: World) -> tuple[Line, ...]:
    """The notes that can be laid side by side."""
    if not event.has_notes:
        return (Line("Your notebook is empty. Read first; then lay two notes side by side.", "note"),)
    if not event.notes:
        return (Line(f"No two of your notes wait to be compared. {HOW_TO_COMPARE}", "note"),)
    notes = (render_note(note, world) for note in event.notes)
    head = Line("Two or more of these belong side by side", "heading")
    return (head, *notes, Line(f"Which two? {HOW_TO_COMPARE}", "note", is_tight=True))


def render_pair(event: PairLaid, world: World) -> tuple[Line, ...]:
    """Both notes, and the five judgements."""
    options = (
        Line(f"{number} {text}", "option", is_tight=True) for number, text in enumerate(JUDGEMENTS.values(), start=1)
    )
    return (render_note(event.one, world), render_note(event.other, world), Line(ASKED, "question"), *options)


def render_judged(event: PairJudged) -> tuple[Line, ...]:
    """Whether it was so, what lies between the notes, and what nobody may print of it."""
    right = event.comparison.judgement
    is_right = event.judged == right
    verdict = "Yes." if is_right else f"Not quite. {JUDGEMENTS[right]}"
    told = Line(f"{verdict} {_explain(event.comparison)}", "right" if is_right else "body")
    found = Line(f"{name_found(event.comparison)}.{_count_found(event)}", "differ", is_tight=True)
    if is_right or isinstance(event.comparison, MixUp) or event.found - event.right > 1:
        return (told, found)
    return (told, found, Line(FIRST_COUNTS, "note", is_tight=True))


def _count_found(event: PairJudged) -> str:
    if isinstance(event.comparison, MixUp):
        return ""
    return f" {event.found} of {event.total} found, {event.right} right first time."


def render_known(event: PairKnown) -> tuple[Line, ...]:
    """What was found between two notes before."""
    right = event.comparison.judgement
    judged = "" if event.judged == right else f" You judged: {JUDGEMENTS[event.judged]} Not quite."
    return (Line(f"You have compared these.{judged} {JUDGEMENTS[right]} {_explain(event.comparison)}"),)


def _explain(comparison: AnyComparison) -> str:
    return f"{comparison.wording} {comparison.caution}".strip()


def name_found(comparison: AnyComparison) -> str:
    """What was found, with its sign: ≠ for a dispute, ≈ for what is not alike, = for what agrees."""
    match comparison:
        case Difference():
            return f"{'≠' if comparison.is_dispute else '≈'} {capitalise(comparison.topic)}"
        case AgreedPoint():
            return f"= {capitalise(comparison.topic)}"
        case MixUp():
            return f"No difference: {comparison.topic}"
        case _:
            assert_never(comparison)


def render_pair_reply(event: PairKnown | PairUnrelated) -> tuple[Line, ...]:
    """What is said of two notes of which nothing has to be judged."""
    return render_known(event) if isinstance(event, PairKnown) else render_unrelated(event)


def render_unrelated(event: PairUnrelated) -> tuple[Line, ...]:
    """Why nothing is to be judged of two notes. It costs nothing and is not counted."""
    numbers = f"Notes {event.one.number} and {event.other.number}"
    match event.why:
        case "alike":
            shared = f"{numbers} both speak of {event.names[0]}. They can stand side by side: nothing is to be judged."
            return (Line(shared, "note"),)
        case "people":
            why = f"One is about {event.names[0]}, the other about {event.names[1]}. That is no difference."
        case "times":
            why = "They tell of two times. That is no difference."
        case "apart":
            why = "Neither speaks of the other. Both may stand."
        case _:
            assert_never(event.why)
    return (Line(f"{numbers}: not one matter. {why}", "note"),)


def render_nudge(event: PairNudged) -> tuple[Line, ...]:
    """That two notes belong side by side; with their numbers where the game shows how it is done."""
    if event.numbers:
        one, other = event.numbers
        pair = f"Notes {one} and {other} tell of one matter."
        said = f"{pair} What is between them? You judge. Type COMPARE {one} WITH {other}."
    else:
        said = "Two of your notes belong side by side. COMPARE."
    return (Line(said, "note"),)


def render_found(event: DifferencesShown) -> tuple[Line, ...]:
    """What was found between notes, each with its sides; of a pair that waits, where its notes were made."""
    found = f"You have found {event.found} of {event.total} points on which two notes differ or agree."
    lines = [Line(found, "heading")]
    for each in event.made:
        lines.append(Line(f"{capitalise(each.topic)}. {JUDGEMENTS[each.judgement]}", "claim"))
        lines.append(Line(_explain(each), "note", is_tight=True))
    lines.extend(Line(describe_unmade(*rooms), "note", is_tight=place > 0) for place, rooms in enumerate(event.unmade))
    if event.unmade or not event.made:
        lines.append(Line(HOW_TO_COMPARE, "note", is_tight=bool(event.unmade)))
    return tuple(lines)


def describe_unmade(one: Room, other: Room) -> str:
    """Two notes that wait to be laid side by side, by where they were made; not what is between them."""
    if one.id == other.id:
        return f"Two notes, both from {_place_room(one)}: not compared yet."
    return f"Two notes, from {_place_room(one)} and {_place_room(other)}: not compared yet."


def _place_room(room: Room) -> str:
    return room.name if room.number is None else str(room.number)


def describe_compare_refusal(event: CompareRefusal) -> str:
    """Why two notes cannot be laid side by side."""
    match event:
        case SameNote():
            return f"That is note {event.number} twice. Lay another one beside it."
        case NoteMissing():
            return f"Two notes are wanted. {HOW_TO_COMPARE}"
        case NoteUnclear():
            numbers = join_words([str(note.number) for note in event.notes], "or")
            return f"“{quote_typed(event.typed)}” fits several notes: {numbers}. NOTEBOOK lists them."
        case _:
            assert_never(event)
