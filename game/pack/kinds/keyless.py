"""Questions without their keys: what a candidate's machine gets of an exam.

The file of a candidate holds a ``KeylessQuestion``: what is shown and how it is answered. To ask it, the program makes
a stand-in of a kind that is answered in the same way. The key of a stand-in is the first option that stands there, in
an order that a secret has decided, and means nothing: a stand-in is shown and read, and never marked.
"""

from typing import Annotated, assert_never

from msgspec import Meta, field

from game.core.records import Record, Text
from game.pack.kinds import Item, Shown, describe_form
from game.pack.kinds.base import Distractor, Ledger
from game.pack.kinds.choice import Choice
from game.pack.kinds.match import Match, Pair
from game.pack.kinds.mixing import Mixer, shuffle
from game.pack.kinds.multiple import Multiple
from game.pack.kinds.number import Number
from game.pack.kinds.order import Order
from game.pack.kinds.parts import Instruction
from game.pack.kinds.short import Short
from game.pack.kinds.true_false import TrueFalse
from game.pack.kinds.two_tier import Reason, TwoTier
from game.pack.marking.modes import Mode

NO_KEY = "-"
"""Stands in a stand-in where an item has a text that tells its key."""


MAX_TRIES = 32
"""Orders that are tried before the options of an item are taken for fixed."""


class KeylessQuestion(Record, frozen=True, kw_only=True):
    """A question as a candidate's file has it."""

    id: Annotated[str, Meta(pattern=r"^q[0-9]{2,3}(?!\n)$", description="Its number on the paper: q01.")]
    instruction: Annotated[Instruction, Meta(description="How it is answered.")]
    stem: Text
    options: tuple[Text, ...] = ()
    rows: tuple[Text, ...] = ()
    is_fixed: Annotated[bool, Meta(description="Whether its options keep their order for every candidate.")] = False
    unit: str = ""
    units: Annotated[dict[str, str], Meta(description="Other units that are taken -> their worth.")] = field(
        default_factory=dict
    )
    spelling: Mode | None = None


def strip_key(item: Item, ledger: Ledger, number: int, secret: str) -> tuple[KeylessQuestion, tuple[str, ...]]:
    """An item without its key, and the ids of the facts in its rows.

    Args:
        item: The item.
        ledger: The pack it is from.
        number: Its place on the paper, from 1.
        secret: Decides the order of options and rows; whoever knows it and the pack's order could guess the key.
    """
    form = describe_form(item)
    layout = item.show(ledger, Mixer(f"{secret}:{item.id}", item.id))
    # Sources, yes and no stand in the same order in every question of a kind, and the order tells nothing. Whether it
    # is fixed is found by trying. A choice of two keeps its order in all tries once in four thousand million.
    tries = (item.show(ledger, Mixer(f"{secret}:{each}", item.id)).options for each in range(MAX_TRIES))
    is_fixed = form.answer_by in ("letter", "truth") and all(options == layout.options for options in tries)
    question = KeylessQuestion(
        id=f"q{number:02}",
        instruction=form.instruction,
        stem=item.stem,
        options=layout.options,
        rows=layout.rows,
        is_fixed=is_fixed,
        unit=form.unit,
        units=dict(getattr(item, "units", {})),
        spelling=form.rule.spelling,
    )
    return question, layout.reasons


def show_question(question: KeylessQuestion, item: Item, who: str, paper: str, reasons: tuple[str, ...] = ()) -> Shown:
    """A question as one candidate sees it.

    Args:
        question: The question.
        item: The item behind it on the teacher's machine; a stand-in on the candidate's.
        who: The candidate's key, so that a neighbour's letters mean other options.
        paper: Hash of the paper.
        reasons: Ids of the facts in the rows, where a row is an answer.
    """
    seed = f"{paper}:{who}:{question.id}"
    options = question.options if question.is_fixed else shuffle(question.options, seed)
    if not reasons:
        return Shown(options, question.rows, (), item=item)
    rows = shuffle(tuple(zip(question.rows, reasons, strict=True)), f"{seed}:rows")
    return Shown(options, tuple(text for text, _ in rows), tuple(fact_id for _, fact_id in rows), item=item)


def list_row_ids(question: KeylessQuestion) -> tuple[str, ...]:
    """Ids that stand for the facts in the rows on the candidate's machine; none where rows are no answers."""
    return tuple(f"{question.id}-{row}" for row in range(1, len(question.rows) + 1)) if _has_proof(question) else ()


def _has_proof(question: KeylessQuestion) -> bool:
    return question.instruction == "proof"


def make_stand_in(question: KeylessQuestion) -> Item:  # noqa: C901, PLR0911 - one case an instruction
    """An item that is shown and read as the question is. Its key means nothing."""
    base = {"id": question.id, "stem": question.stem, "feedback": NO_KEY, "facts": (NO_KEY,)}
    first, *rest = question.options or (NO_KEY,)
    others = tuple(Distractor(text=text, because=NO_KEY) for text in rest)
    match question.instruction:
        case "letter":
            return Choice(**base, key=first, distractors=others)  # type: ignore[arg-type]
        case "all-letters":
            return Multiple(**base, keys=(first,), distractors=others)  # type: ignore[arg-type]
        case "truth":
            return TrueFalse(**base, key=True)  # type: ignore[arg-type]
        case "figure":
            return Number(**base, key="0", unit=question.unit, units=question.units)  # type: ignore[arg-type]
        case "words":
            return Short(**base, key=NO_KEY, spelling=question.spelling)  # type: ignore[arg-type]
        case "order":
            return Order(**base, steps=question.options)  # type: ignore[arg-type]
        case "match":
            pairs = (Pair(left=left, right=right) for left, right in zip(question.rows, question.options, strict=False))
            return Match(**base, pairs=tuple(pairs))  # type: ignore[arg-type]
        case "proof":
            ids = list_row_ids(question)
            reasons = tuple(Reason(fact=fact_id, because=NO_KEY) for fact_id in ids[1:])
            base["facts"] = ids[:1]
            return TwoTier(**base, key=first, distractors=others, reasons=reasons)  # type: ignore[arg-type]
        case _:
            assert_never(question.instruction)
