"""What the methods of a kind give back, so that screens, exports and checks need not know which kind they look at.

All are plain values without English: the words for them are in prose (for players), in quiz/lint and content (for
authors). Each set is closed, so that the type checker names every place that forgot a new member.
"""

from typing import Literal

from msgspec import Struct

from game.pack.marking.modes import Mode

Field = tuple[str | int, ...]
"""The path of a text in an item, as in YAML: ("distractors", 0, "text")."""


class ItemLayout(Struct, frozen=True):
    """The options and rows of an item in the order in which they are shown."""

    options: tuple[str, ...] = ()
    """Answered by letters: A is the first. Empty for a figure or words of one's own."""
    rows: tuple[str, ...] = ()
    """Numbered from 1: what the letters are matched to, or the facts of which one proves the answer."""
    reasons: tuple[str, ...] = ()
    """Of a two-tier item, the id of each row's fact."""


Instruction = Literal["letter", "all-letters", "truth", "figure", "words", "order", "match", "proof"]
"""How an item is to be answered; prose has a sentence for each."""

AnswerForm = Literal["letter", "truth", "letters", "figure", "words"]
"""What an answer is made of: one letter; T or F; several letters or numbers; a figure; words of one's own."""


PartMarks = Literal["none", "options", "places", "pairs", "proof"]
"""What a part of the mark is given for: options chosen, steps in their place, pairs, the answer without its proof."""


class MarkingRule(Struct, frozen=True, kw_only=True):
    """How a response is marked, as far as whoever marks by hand must know it."""

    parts: PartMarks = "none"
    accepted: tuple[str, ...] = ()
    """Other forms of the key that are right."""
    spelling: Mode | None = None
    """How words of one's own are compared."""
    tolerance: str = "0"
    """How far a right figure may lie from the key, both ends included."""


class Form(Struct, frozen=True, kw_only=True):
    """How an item is asked and answered, for screens and paper."""

    instruction: Instruction
    answer_by: AnswerForm
    unit: str = ""
    """What a figure counts; empty where nothing is counted."""
    has_proof: bool = False
    """Whether the rows are facts of which one proves the answer; they are shown after the options."""
    rule: MarkingRule = MarkingRule()
    is_ticked: bool = False
    """Whether options are ticked on paper, so that it needs no line to write on."""

    @property
    def is_one_key(self) -> bool:
        """Whether one key press is a whole answer."""
        return self.answer_by in ("letter", "truth")


# A type of its own and not None: then a match over Spoken that forgets it fails the type checker.
class Nothing(Struct, frozen=True):
    """No response was given."""


class SingleAnswer(Struct, frozen=True):
    """One option, figure or word."""

    text: str
    unit: str = ""


class Picked(Struct, frozen=True):
    """Several options, in no order."""

    texts: tuple[str, ...]


class Steps(Struct, frozen=True):
    """Steps, from the first to the last."""

    steps: tuple[str, ...]


class Paired(Struct, frozen=True):
    """Pairs, each with its left and its right side."""

    pairs: tuple[tuple[str, str], ...]


class Proved(Struct, frozen=True):
    """An option and the fact that is said to prove it."""

    text: str
    fact_id: str


Spoken = Nothing | SingleAnswer | Picked | Steps | Paired | Proved
"""A response in the shape in which prose describes it."""


def list_picked(spoken: Spoken) -> tuple[str, ...]:
    """The options a response picks; none where options are not picked but put in order or in pairs.

    >>> list_picked(SingleAnswer("Paris")), list_picked(Steps(("one", "two")))
    (('Paris',), ())
    """
    match spoken:
        case SingleAnswer(text=text) | Proved(text=text):
            return (text,)
        case Picked(texts=texts):
            return texts
        case Nothing() | Steps() | Paired():
            return ()


class ItemText(Struct, frozen=True):
    """A text of an item that a candidate may read."""

    field: Field
    text: str
    is_right: bool = False
    """Whether it is part of the key, so that the facts must support it."""


class Rival(Struct, frozen=True):
    """An answer, and its field in the item."""

    field: Field
    text: str


class Rivals(Struct, frozen=True):
    """Right answers and the wrong ones that an author set against them."""

    keys: tuple[Rival, ...] = ()
    wrong: tuple[Rival, ...] = ()
    are_shown: bool = False
    """Whether a candidate sees them all and chooses; otherwise the wrong ones are only expected to be given."""
    tolerance: str = ""
    """How far a figure may lie from the key; empty where the answers are no figures."""

    @property
    def all(self) -> tuple[Rival, ...]:
        """Right ones first, in the authors' order."""
        return (*self.keys, *self.wrong)


FaultCode = Literal[
    "wrong is key",
    "twice among wrong",
    "twice",
    "no such key",
    "no such fact",
    "proof twice",
    "below 0",
    "too many options",
]
"""What makes an item unusable whatever the articles say; content has a sentence for each."""


class Fault(Struct, frozen=True):
    """Something in an item that an author must change before the pack can be played."""

    code: FaultCode
    field: Field
    value: str = ""
    allowed: tuple[str, ...] = ()
    """The values that are allowed there, where that is a list."""


class KnownIds(Struct, frozen=True):
    """The names an item may use: all that a pack declares."""

    sources: tuple[str, ...]
    facts: frozenset[str] | None
    """None where not all files of facts can be read; then nothing can be said to be missing."""


RemarkCode = Literal[
    "only one cited", "other source cited", "is told", "not told", "no difference", "no agreement", "not alone"
]
"""Why the ledger does not support the key of an item; quiz/lint has a sentence for each."""


class Remark(Struct, frozen=True):
    """A key that the facts of the ledger do not support."""

    rule: Literal["E14", "E15"]
    code: RemarkCode
    key: str
    cited: tuple[str, ...]
    """Ids of the sources that its facts cite, sorted."""
