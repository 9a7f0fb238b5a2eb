"""A question as other programs know questions: one of six kinds, its texts, its evidence. All are written from it.

The four families only this tour has become choices; an answer with its proof becomes two questions.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from game.core.digests import blake2b
from game.pack.items import Choice, Item, Match, Number, Order, Short, TrueFalse, TwoTier, kind_of
from game.pack.world import World
from game.prose.lines import cite, numbered
from game.quiz.bank import Bank, BankEntry
from game.quiz.marking import because, key_of
from game.quiz.papers import Paper
from game.quiz.showing import Shown, show

Kind = Literal["choice", "true-false", "number", "short", "order", "match"]
PROOF = "-second-tier"
"""Ends the id of the question for the fact that proves an answer."""


class Option(Struct, frozen=True):
    """An option, or an answer that is likely to be given."""

    text: str
    is_right: bool
    because: str = ""
    """What a wrong one has mixed up."""


class Question(Struct, frozen=True, kw_only=True):
    """One question."""

    id: str
    kind: Kind
    origin: str
    """The kind of item it was made from."""
    stem: str
    options: tuple[Option, ...] = ()
    """Of a choice, as shown. Of a figure or words of one's own: those accepted, the best first; then likely wrong."""
    is_fixed: bool = False
    """Whether the options keep their order."""
    is_true: bool = False
    tolerance: str = "0"
    unit: str = ""
    steps: tuple[str, ...] = ()
    """From the first to the last."""
    pairs: tuple[tuple[str, str], ...] = ()
    feedback: str
    source: str
    """Where it stands, and how sure the source is."""
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
        text = next(option.text for option in self.options if option.is_right)
        return f"{text} {self.unit}".strip()

    @property
    def tags(self) -> tuple[str, ...]:
        """What it can be found by elsewhere: no spaces, so that every program takes them."""
        facts = (f"fact-{fact_id}" for fact_id in self.facts)
        topics = (f"topic-{topic}" for topic in self.topics)
        return (
            f"kind-{self.origin}",
            f"level-{self.level}",
            f"skill-{self.skill}",
            f"room-{self.room}",
            *topics,
            *facts,
        )

    @property
    def asked(self) -> str:
        """The stem, with the unit where the target has no place for one."""
        return f"{self.stem} (In {self.unit}.)" if self.unit else self.stem

    def as_choice(self) -> "Question | None":
        """The same question with its likely wrong answers as options; None where it has too few."""
        if self.kind == "choice":
            return self
        if self.kind == "true-false":
            options = (Option("True", self.is_true), Option("False", not self.is_true))
            return _changed(self, options, is_fixed=True)
        if self.kind in ("number", "short"):
            wrong = [option for option in self.options if not option.is_right]
            mixed = sorted((self.options[0], *wrong), key=lambda option: _place(self.id, option.text))
            return _changed(self, tuple(mixed), is_fixed=False) if wrong else None
        return None


def _changed(question: Question, options: tuple[Option, ...], *, is_fixed: bool) -> Question:
    from msgspec.structs import replace

    return replace(question, kind="choice", stem=question.asked, unit="", options=options, is_fixed=is_fixed)


class Exported(Struct, frozen=True, kw_only=True):
    """What is exported: questions, and what they are taken from."""

    title: str
    bank: str
    """Digest of the bank."""
    code: str
    """Of the paper; empty when it is none."""
    tour: str
    revised: str
    """The day on which the questions were last changed; empty when the pack does not say."""
    questions: tuple[Question, ...]


def exported(bank: Bank, paper: Paper | None, entries: Sequence[BankEntry], code: str) -> Exported:
    """The questions of a paper in its order, or some of a bank in the tour's, as they are shown with the seed."""
    tour = bank.world.tour
    if paper is None:
        order = {item_id: place for place, item_id in enumerate(bank.items)}
        items = [entry.item for entry in sorted(entries, key=lambda entry: order[entry.item.id])]
        shown = [_by_their_words(show(item, bank.world, 0, is_shuffled=False)) for item in items]
    else:
        shown = list(paper.shown())
    questions = tuple(question for one in shown for question in made(one, bank))
    return Exported(
        title=tour.title, bank=bank.digest, code=code, tour=tour.id, revised=tour.revised, questions=questions
    )


def _by_their_words(shown: Shown) -> Shown:
    """The item with its options in an order that depends on them alone: the authors' order, key first, never shows."""
    if not isinstance(shown.item, Choice | TwoTier):
        return shown
    rows = sorted(zip(shown.rows, shown.reasons, strict=False), key=lambda row: _place(shown.item.id, row[0]))
    options = tuple(sorted(shown.options, key=lambda text: _place(shown.item.id, text)))
    return Shown(shown.item, options, tuple(row for row, _ in rows), tuple(reason for _, reason in rows))


def _place(item_id: str, text: str) -> bytes:
    """Where an option stands among the others of its item."""
    return blake2b(f"{item_id}:{text}".encode("utf-8", "replace"), digest_size=8).digest()


def clean(text: str) -> str:
    r"""A text without the characters that XML, spreadsheets and JSON readers choke on.

    >>> clean("a\x07b\ufeff\tc")
    'ab\tc'
    """
    return _ODD.sub("", text)


_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")


def made(shown: Shown, bank: Bank) -> Iterator[Question]:
    """The question that an item is elsewhere; two for an answer with its proof."""
    item, world = shown.item, bank.world
    entry = bank.entries.get(item.id)
    facts = [world.facts[fact_id] for fact_id in item.facts if fact_id in world.facts]
    common = {
        "origin": kind_of(item),
        "feedback": clean(item.feedback),
        "source": clean(" ".join(dict.fromkeys(cite(fact, world) for fact in facts))),
        "facts": item.facts,
        "level": item.level,
        "skill": item.skill,
        "room": entry.room.id if entry else "",
        "category": numbered(entry.room) if entry else "No longer in the tour",
        "topics": tuple(dict.fromkeys((*(entry.room.topics if entry else ()), *item.tags))),
    }
    yield Question(id=item.id, stem=clean(item.stem), **common, **_kind(shown, world))  # type: ignore[arg-type] # of the kind
    if isinstance(item, TwoTier):
        rows = zip(shown.reasons, shown.rows, strict=True)
        why = {reason.fact: reason.because for reason in item.reasons}
        options = tuple(
            Option(clean(row), fact_id == item.facts[0], clean(why.get(fact_id, ""))) for fact_id, row in rows
        )
        stem = f"Which fact proves the answer to this? “{clean(item.stem)}”"
        yield Question(id=f"{item.id}{PROOF}", kind="choice", stem=stem, options=options, **common)  # type: ignore[arg-type] # one dict


def _kind(shown: Shown, world: World) -> dict[str, object]:
    """The fields that a kind has of its own."""
    item = shown.item
    match item:
        case TrueFalse():
            return {"kind": "true-false", "is_true": item.key}
        case Number():
            wrong = tuple(Option(each.value, is_right=False, because=clean(each.because)) for each in item.wrong)
            options = (Option(item.key, is_right=True), *wrong)
            return {"kind": "number", "options": options, "tolerance": item.tolerance, "unit": item.unit}
        case Short():
            wrong = tuple(
                Option(clean(each.text), is_right=False, because=clean(each.because)) for each in item.distractors
            )
            accepted = tuple(Option(clean(text), is_right=True) for text in dict.fromkeys((item.key, *item.accepted)))
            return {"kind": "short", "options": (*accepted, *wrong)}
        case Order():
            return {"kind": "order", "steps": tuple(map(clean, item.steps))}
        case Match():
            return {"kind": "match", "pairs": tuple((clean(pair.left), clean(pair.right)) for pair in item.pairs)}
    return {
        "kind": "choice",
        "options": tuple(_options(item, shown, world)),
        "is_fixed": not isinstance(item, Choice | TwoTier),
    }


def _options(item: Item, shown: Shown, world: World) -> Iterator[Option]:
    (key, *_) = key_of(item, world)
    for text in shown.options:
        yield Option(clean(text), text == key, "" if text == key else clean(because(item, (text,))))
