"""A question as other programs know questions: one of seven shapes, its texts, its evidence.

Every kind turns itself into one or two of these; every format is written from these alone. So a format never sees an
item, and a new kind that fits one of the shapes costs no format a line. The records lie here and not in exchange
because a kind makes them, and a kind is under exchange.
"""

import re
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from game.pack.kinds.mixing import place_of
from game.pack.marking.modes import Mode

Shape = Literal["choice", "multiple", "true-false", "number", "short", "order", "match"]

PROOF = "-second-tier"
"""Ends the id of the question for the fact that proves an answer."""


class Option(Struct, frozen=True):
    """An option, or an answer that is likely to be given."""

    text: str
    is_right: bool
    because: str = ""
    """What someone who picks a wrong option has mixed up."""


class NeutralQuestion(Struct, frozen=True, kw_only=True):
    """One question."""

    id: str
    kind: Shape
    origin: str
    """The kind of item it was made from."""
    stem: str
    options: tuple[Option, ...] = ()
    """Of a choice, as shown. Of a figure or words of one's own: those accepted, the best first; then likely wrong."""
    is_fixed: bool
    """Whether the options keep their order."""
    is_true: bool
    tolerance: str = "0"
    unit: str = ""
    spelling: Mode | None = None
    """How an answer in words of one's own is compared; None for any other shape."""
    steps: tuple[str, ...] = ()
    """From the first to the last."""
    pairs: tuple[tuple[str, str], ...] = ()
    feedback: str
    source: str
    """The source of the answer, and how sure that source is."""
    facts: tuple[str, ...]
    level: int
    skill: str
    room: str
    """Id of its room."""
    category: str
    """Number and name of its room."""
    topics: tuple[str, ...] = ()

    @property
    def right(self) -> str:
        """The right answer in words."""
        match self.kind:
            case "true-false":
                return "True" if self.is_true else "False"
            case "order":
                return "; ".join(self.steps)
            case "match":
                return "; ".join(f"{left}: {right}" for left, right in self.pairs)
            case "multiple":
                return "; ".join(option.text for option in self.options if option.is_right)
            case "choice" | "number" | "short":
                text = next(option.text for option in self.options if option.is_right)
                return f"{text} {self.unit}".strip()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags by which other programs find it: without spaces, so that every program accepts them."""
        # The import reads these again, so that a question comes back as the kind and to the room it was.
        facts = (f"fact-{fact_id}" for fact_id in self.facts)
        topics = (f"topic-{topic}" for topic in self.topics)
        return (
            f"kind-{self.origin}",
            f"level-{self.level}",
            f"skill-{self.skill}",
            f"room-{self.room}",
            *([f"spelling-{spelling}"] if (spelling := self.chosen_spelling) else ()),
            *topics,
            *facts,
        )

    @property
    def chosen_spelling(self) -> Mode | None:
        """How answers in words are compared, where they would be compared otherwise without a word of the author."""
        if self.spelling is None:
            return None
        from game.pack.marking.folding import choose_mode

        usual = choose_mode([option.text for option in self.options if option.is_right])
        return self.spelling if self.spelling != usual else None

    @property
    def asked(self) -> str:
        """The stem, with the unit where the target has no place for one."""
        return f"{self.stem} (In {self.unit}.)" if self.unit else self.stem

    @property
    def right_places(self) -> tuple[int, ...]:
        """The places of the right options, from 1."""
        return tuple(place for place, option in enumerate(self.options, start=1) if option.is_right)

    @property
    def written_options(self) -> tuple[Option, ...]:
        """Of an answer in words: the accepted forms in all spellings that are right, then the likely wrong answers.

        For programs that fold nothing but case: there a spelling that is not listed is wrong.
        """
        from game.pack.marking.written_forms import write_forms

        # On one line: GIFT ends a question at an empty one.
        options = [replace(option, text=" ".join(option.text.split("\n")).strip()) for option in self.options]
        forms = [option.text for option in options if option.is_right]
        wrong = [option for option in options if not option.is_right]
        written = write_forms(self.spelling or "folded", forms, [option.text for option in wrong])
        return (*(Option(form, is_right=True) for form in written), *wrong)

    def weigh(self, option: Option) -> float:
        """What choosing an option adds to the mark, -1 to 1, by the rule of the kind ``multiple``."""
        rights = len(self.right_places)
        return 1 / rights if option.is_right else -1 / (len(self.options) - rights)

    def as_choice(self) -> "NeutralQuestion | None":
        """The same question with its likely wrong answers as options; None where it has too few."""
        match self.kind:
            case "choice" | "multiple":
                return self
            case "true-false":
                options = (Option("True", self.is_true), Option("False", not self.is_true))
                return self._with_options(options, is_fixed=True)
            case "number" | "short":
                wrong = [option for option in self.options if not option.is_right]
                # Not in the authors' order: it has the key first.
                mixed = sorted((self.options[0], *wrong), key=lambda option: place_of(self.id, option.text))
                return self._with_options(tuple(mixed), is_fixed=False) if wrong else None
            case "order" | "match":
                return None

    def _with_options(self, options: tuple[Option, ...], *, is_fixed: bool) -> "NeutralQuestion":
        return replace(self, kind="choice", stem=self.asked, unit="", options=options, is_fixed=is_fixed)


class Provenance(Struct, frozen=True, kw_only=True):
    """What every question carries, whatever its shape: the fields that a kind does not know about itself."""

    id: str
    origin: str
    stem: str
    proof_stem: str
    """What asks for the fact that proves the answer, where that is a question of its own."""
    feedback: str
    source: str
    facts: tuple[str, ...]
    level: int
    skill: str
    room: str
    category: str
    topics: tuple[str, ...]

    def make_question(  # noqa: PLR0913 - the fields in which shapes differ, each under its name
        self,
        kind: Shape,
        *,
        id: str = "",
        stem: str = "",
        options: tuple[Option, ...] = (),
        is_fixed: bool = False,
        is_true: bool = False,
        tolerance: str = "0",
        unit: str = "",
        spelling: Mode | None = None,
        steps: tuple[str, ...] = (),
        pairs: tuple[tuple[str, str], ...] = (),
    ) -> NeutralQuestion:
        """A question of one shape; ``id`` and ``stem`` are the item's own unless given."""
        return NeutralQuestion(
            id=id or self.id,
            kind=kind,
            origin=self.origin,
            stem=stem or self.stem,
            # Every text is cleaned here, once for all formats, so that none can forget it.
            options=tuple(Option(clean(each.text), each.is_right, clean(each.because)) for each in options),
            is_fixed=is_fixed,
            is_true=is_true,
            tolerance=tolerance,
            unit=unit,
            spelling=spelling,
            steps=tuple(map(clean, steps)),
            pairs=tuple((clean(left), clean(right)) for left, right in pairs),
            feedback=self.feedback,
            source=self.source,
            facts=self.facts,
            level=self.level,
            skill=self.skill,
            room=self.room,
            category=self.category,
            topics=self.topics,
        )


def clean(text: str) -> str:
    r"""A text without the characters that XML, spreadsheets and JSON readers choke on.

    >>> clean("a\x07b\ufeff\tc")
    'ab\tc'
    """
    return re.sub(_UNSAFE, "", text)


_UNSAFE = r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]"
"""Not compiled: every start loads this module, and only an export cleans a text."""
