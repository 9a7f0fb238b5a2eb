"""Laying two notes side by side: the player judges first, then is told what lies between them.

The pairing is the discovery. What was judged is only kept, and nothing is lost by a wrong judgement.
"""

import re
from typing import get_args

from msgspec.structs import replace

from game.pack.claims.timespans import make_interval
from game.pack.leads import Lead
from game.pack.ledger import AnyComparison, Fact, Judgement
from game.tour.chase import find_pinned
from game.tour.choices import Choices
from game.tour.commands import Text
from game.tour.events import (
    NoSuchNote,
    Note,
    NoteMissing,
    NotesListed,
    NoteUnclear,
    PairJudged,
    PairKnown,
    PairLaid,
    PairUnrelated,
    SameNote,
)
from game.tour.notes import MAX_NOTES_FITTING, find_notes, list_noted_ids, number_note
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.sending import list_clippings
from game.tour.verbs.verb import TEXT, Verb, split_words

YEAR_DIGITS = 4
"""Digits of a figure that is taken for a year."""

MAX_NOTES_OFFERED = 5
"""Notes listed when COMPARE stands alone or its words are unclear."""

JUDGEMENT_WORDS: dict[Judgement, tuple[str, ...]] = {
    "contradict": (
        "they contradict each other",
        "contradict",
        "contradiction",
        "one must be wrong",
        "clash",
        "conflict",
        "disagree",
        "one is wrong",
        "one must be false",
    ),
    "differ": (
        "they differ, and both may stand",
        "differ",
        "different",
        "both may stand",
        "both stand",
        "both can be true",
        "both could be true",
        "both may be true",
        "both are true",
        "not the same",
    ),
    "surer": (
        "the same matter, and one is surer",
        "surer",
        "one is surer",
        "same matter",
        "sureness",
        "more certain",
        "more sure",
    ),
    "agree": ("they agree", "agree", "same", "the same", "yes"),
    "none": ("nothing between them", "nothing", "none", "no relation", "unrelated", "neither"),
}
"""What is typed for each judgement; the first is how the choice is called."""

_TWO = re.compile(
    r"(?P<one>.+?)\s*(?:\b(?:with|w|and|to|against|beside|vs|versus)\b|[,&/]|\s(?=#?[0-9]+\s*(?:as\b|$)))\s*(?P<other>.+?)"
    r"(?:\s+as\s+(?P<judged>[^,]+))?",
    re.IGNORECASE,
)


_NUMBERS = re.compile(r"(?:[#0-9,&/\s]|and|with)+", re.IGNORECASE)
"""A line of nothing but numbers; of three no two are meant before the others."""


def compare(turn: Turn, typed: Text) -> Outcome:
    """Lay two notes side by side and ask what is between them; with a judgement, say what is."""
    text = typed.text.strip(" .!?")
    if not text:
        return report(turn, offer_notes(turn))
    if turn.lexicon.newsroom.clippings and "clipping" in text.casefold():
        return list_clippings(turn, Text(text=re.sub("clippings?", "", text, flags=re.IGNORECASE)))
    read = _TWO.fullmatch(text)
    if read is None or (len(re.findall(r"\d+", text)) > 2 and _NUMBERS.fullmatch(text)):
        return report(turn, NoteMissing())
    found = find_pair(turn, read["one"], read["other"])
    if not isinstance(found, tuple):
        return report(turn, found)
    laid = lay_pair(turn, *found)
    if isinstance(laid, PairLaid):
        if judged := _read_judgement(read["judged"] or ""):
            return judge_pair(turn, laid.comparison, judged)
        _ask_judgement(turn, laid)
    return report(turn, laid)


def _ask_judgement(turn: Turn, pair: PairLaid) -> None:
    """Let the next line say what is between two notes."""
    line = f"compare {pair.one.number} with {pair.other.number} as"
    named = [(names, f"{line} {kind}") for kind, names in JUDGEMENT_WORDS.items()]
    turn.dialogue.choices = Choices(named, stays=True, subject="judging")


def lay_pair(scope: Scope, one: Note, other: Note) -> PairLaid | PairKnown | PairUnrelated:
    """What is seen of two notes side by side, before anything is judged."""
    comparison = scope.lexicon.comparisons.find_pair(one.fact.id, other.fact.id)
    if comparison is None:
        return explain_unrelated(scope, one, other)
    if comparison.id in scope.state.compared:
        return PairKnown(comparison=comparison, judged=scope.state.compared[comparison.id])
    return PairLaid(one=one, other=other, comparison=comparison)


def offer_notes(scope: Scope) -> NotesListed:
    """Notes of which two wait to be compared, among others; none where no two of the notebook do."""
    waiting = _list_waiting_notes(scope)
    if not waiting:
        return NotesListed(notes=(), has_notes=bool(scope.state.numbers))
    # Whoever was told that two notes belong side by side must find them here; what is compared already is in the way.
    done = {each for known in scope.state.compared for side in _list_sides(scope, known) for each in side}
    others = [each for each in list_noted_ids(scope) if each not in waiting and each not in done]
    shown = sorted((*waiting, *others[: max(0, MAX_NOTES_OFFERED - len(waiting))]), key=scope.state.numbers.__getitem__)
    return NotesListed(notes=_make_notes(scope, tuple(shown)), has_notes=True)


def _list_sides(scope: Scope, comparison_id: str) -> tuple[tuple[str, ...], ...]:
    """The ids of the facts of each side of a comparison."""
    compared = scope.lexicon.comparisons.by_id.get(comparison_id)
    return tuple(side.facts for side in compared.sides) if compared is not None else ()


def _list_waiting_notes(scope: Scope) -> tuple[str, ...]:
    """Ids of one note of each side of pairs to be compared: the one that a pinned lead lacks, or else the last two."""
    index, numbers = scope.lexicon.comparisons, scope.state.numbers
    pairs = []
    progress = find_pinned(scope.lexicon, scope.state)
    # Whoever was told that only a comparison is missing must not find the pair of another question.
    wanted = progress.lead.comparison if progress is not None and all(progress.filled) else ""
    for compared in index.list_waiting(scope.state.compared, numbers):
        if compared.id in index.findings and wanted in ("", compared.id):
            sides = [[each for each in side.facts if each in numbers] for side in compared.sides]
            pairs.append(tuple(min(side, key=numbers.__getitem__) for side in sides if side))
    pairs.sort(key=lambda notes: max(numbers[each] for each in notes))
    return tuple(dict.fromkeys(each for notes in pairs[-2:] for each in notes))


def list_lead_notes(scope: Scope, lead: Lead) -> tuple[str, ...]:
    """Ids of the notes that belong to a question: those that fill its slots, and those of its comparison."""
    compared = scope.lexicon.comparisons.by_id.get(lead.comparison)
    sides = tuple(side.facts for side in compared.sides) if compared is not None else ()
    belong = {fact_id for facts in (*(slot.facts for slot in lead.slots), *sides) for fact_id in facts}
    numbers = scope.state.numbers
    return tuple(sorted(belong.intersection(numbers), key=numbers.__getitem__))


def find_pair(scope: Scope, one: str, other: str) -> tuple[Note, Note] | SameNote | NoSuchNote | NoteUnclear:
    """The two notes that two phrases mean, or why they mean none."""
    sets = []
    for phrase in (one, other):
        notes = find_notes(scope, phrase)
        if not notes:
            return NoSuchNote(typed=phrase)
        sets.append(notes)
    # Of a few that the words fit, the two that are something to each other are meant; words that fit many mean no note.
    for phrase, notes in zip((one, other), sets, strict=True):
        if len(notes) > MAX_NOTES_FITTING:
            return NoteUnclear(typed=phrase, notes=_make_notes(scope, notes)[:MAX_NOTES_OFFERED])
    pairs = [(a, b) for a in sets[0] for b in sets[1] if a != b]
    related = [pair for pair in pairs if scope.lexicon.comparisons.find_pair(*pair)]
    if not pairs:
        return SameNote(number=number_note(scope, sets[0][0]))
    if not related and len(pairs) > 1:
        place = 0 if len(sets[0]) > 1 else 1
        return NoteUnclear(typed=(one, other)[place], notes=_make_notes(scope, sets[place])[:MAX_NOTES_OFFERED])
    chosen = (related or pairs)[0]
    return _make_note(scope, chosen[0]), _make_note(scope, chosen[1])


def judge_pair(scope: Scope, comparison: AnyComparison, judged: Judgement) -> Outcome:
    """Keep what was judged of two notes, and say what is between them."""
    compared = scope.state.compared.insert(comparison.id, judged)
    findings = scope.lexicon.comparisons.findings
    found = [each for each in compared if each in findings]
    by_id = scope.lexicon.comparisons.by_id
    right = sum(1 for each in found if compared[each] == by_id[each].judgement)
    event = PairJudged(comparison=comparison, judged=judged, found=len(found), total=len(findings), right=right)
    return Outcome(replace(scope.state, compared=compared), (event,))


def explain_unrelated(scope: Scope, one: Note, other: Note) -> PairUnrelated:
    """Why nothing is to be judged of two notes."""
    if shared := _find_shared(scope, one.fact, other.fact):
        return PairUnrelated(one=one, other=other, why="alike", names=(shared,))
    people = [_list_people(scope, note) for note in (one, other)]
    if all(people) and not set(people[0]) & set(people[1]):
        return PairUnrelated(one=one, other=other, why="people", names=(people[0][0], people[1][0]))
    if _are_of_two_times(scope, one, other):
        return PairUnrelated(one=one, other=other, why="times")
    # The main thing is shared by most notes, which says nothing of any two.
    if common := _list_shared(scope, one.fact, other.fact, is_main_too=False):
        return PairUnrelated(one=one, other=other, why="alike", names=(common[0],))
    return PairUnrelated(one=one, other=other, why="apart")


def _find_shared(scope: Scope, one: Fact, other: Fact) -> str:
    """What two notes both speak of, where they tell one matter of it; else empty."""
    names = _list_shared(scope, one, other)
    if not names:
        return ""
    is_one_matter = bool(one.of) and one.of == other.of
    has_figure = bool(find_figures(one.claim) & find_figures(other.claim))
    is_one_time = bool(one.about.when) and one.about.when == other.about.when
    is_one_subject = is_one_time and set(one.about.who) == set(other.about.who)
    return names[0] if is_one_matter or has_figure or is_one_subject else ""


def _list_shared(scope: Scope, one: Fact, other: Fact, *, is_main_too: bool = True) -> list[str]:
    """The names of all that two notes are about, with the main thing of the tour or without it."""
    entities = scope.lexicon.world.entities
    main = "" if is_main_too else scope.lexicon.frames.names.thing
    shared = (each for each in one.about.who if each in other.about.who and each in entities)
    return [entities[each].name for each in shared if each != main]


def find_figures(text: str) -> set[str]:
    """The figures in a text, except years.

    >>> sorted(find_figures("In 2018 it had 21 carriages and made 37 mph."))
    ['21', '37']
    """
    return {each for each in re.findall(r"\b[0-9]+\b", text) if len(each) != YEAR_DIGITS}


def _are_of_two_times(scope: Scope, one: Note, other: Note) -> bool:
    """Whether two notes tell of times that share no day, or of the reigns of two people."""
    dates = [note.fact.about.when for note in (one, other)]
    if dates[0] and dates[1]:
        (first, last), (other_first, other_last) = map(make_interval, (dates[0], dates[1]))
        return last < other_first or other_last < first
    readings = scope.lexicon.world.readings
    reigns = [readings[note.fact.id].reign if note.fact.id in readings else "" for note in (one, other)]
    is_told = all(when or reign for when, reign in zip(dates, reigns, strict=True))
    return is_told and reigns[0] != reigns[1]


def _list_people(scope: Scope, note: Note) -> tuple[str, ...]:
    entities = scope.lexicon.world.entities
    about = (entities[who] for who in note.fact.about.who if who in entities)
    return tuple(entity.name for entity in about if entity.kind == "person")


def _read_judgement(text: str) -> Judgement | None:
    typed = text.strip(" .!?").casefold()
    kinds: tuple[Judgement, ...] = get_args(Judgement)
    if typed.isdecimal():
        return kinds[int(typed) - 1] if 0 < int(typed) <= len(kinds) else None
    return next((kind for kind in kinds if typed == kind or typed in JUDGEMENT_WORDS[kind]), None)


def _make_note(scope: Scope, fact_id: str) -> Note:
    return Note(number_note(scope, fact_id), scope.lexicon.world.facts[fact_id])


def _make_notes(scope: Scope, fact_ids: tuple[str, ...]) -> tuple[Note, ...]:
    return tuple(_make_note(scope, fact_id) for fact_id in fact_ids)


VERBS = (
    Verb(
        id="compare",
        words=split_words("compare, comp, compare notes, compare note, compare the notes, compare my notes"),
        takes=TEXT,
        perform=compare,
        group="tour",
    ),
)
