"""Events of comparing: notes to choose from, two laid side by side, what was judged, why a pair is none."""

from typing import Literal, NamedTuple

from game.pack.ledger import AnyComparison, Fact, Judgement
from game.tour.events.event_base import BaseEvent, Refused


class Note(NamedTuple):
    """A fact as it stands in the notebook."""

    number: int
    fact: Fact


Unrelated = Literal["alike", "people", "times", "apart"]
"""Why nothing is to be judged of two notes: one subject and no record, other people, other times, or no one matter."""


class NotesListed(BaseEvent, frozen=True, kw_only=True):
    """The notes of which two or more belong side by side and are not compared yet; none where no two do."""

    notes: tuple[Note, ...]
    has_notes: bool = False
    """Whether the notebook holds any note."""


class PairLaid(BaseEvent, frozen=True, kw_only=True):
    """Two notes lie side by side, and the player is asked what is between them."""

    one: Note
    other: Note
    comparison: AnyComparison
    """What is between them; nobody is told before having judged."""


class PairJudged(BaseEvent, frozen=True, kw_only=True):
    """What the player judged of two notes, and what is between them."""

    comparison: AnyComparison
    judged: Judgement
    found: int
    """How many comparisons are made now, this one included; mix-ups do not count."""
    total: int
    right: int
    """How many of those were judged right the first time."""


class PairKnown(BaseEvent, frozen=True, kw_only=True):
    """Two notes that the player has compared before."""

    comparison: AnyComparison
    judged: Judgement
    """What the player found between them at first."""


class PairUnrelated(BaseEvent, frozen=True, kw_only=True):
    """Two notes between which nothing is known, and why."""

    one: Note
    other: Note
    why: Unrelated
    names: tuple[str, ...] = ()
    """Whom the first note is about, then whom the second one, where that is why; or what both speak of."""


class PairNudged(BaseEvent, frozen=True, kw_only=True):
    """Two notes belong side by side, and the player has not laid them so."""

    numbers: tuple[int, ...] = ()
    """The numbers of the two; empty where the player is to find out which they are."""


CompareEvent = NotesListed | PairLaid | PairJudged | PairKnown | PairUnrelated | PairNudged


class SameNote(Refused, frozen=True, kw_only=True):
    """A note was to be compared with itself."""

    number: int


class NoteMissing(Refused, frozen=True, kw_only=True):
    """Fewer than two notes were named, or the line was not understood as two."""


class NoteUnclear(Refused, frozen=True, kw_only=True):
    """Words that several notes have."""

    typed: str
    notes: tuple[Note, ...]


CompareRefusal = SameNote | NoteMissing | NoteUnclear
