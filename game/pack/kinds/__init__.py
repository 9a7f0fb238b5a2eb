"""The kinds of item: what a question is, one file a kind.

A kind's file holds all that is particular to it: its YAML shape, how it is shown, how an answer is read and marked,
what its key is in words, what it is for other programs and for a learning record store, what an author can get wrong.
``contract.py`` lists these parts, and mypy proves that no kind lacks one. Everything else calls the functions below,
or asks for the closed records of ``parts.py``; no module outside tells kinds apart.

The kinds lie in pack and not in quiz because a room holds items, so that their shapes must be under it; shapes in one
package and behaviour in another was tried, and made every kind ten files. English for players and authors is above,
in prose, content and quiz/lint: a kind only names what is to be said.

To add a kind: its file, its name in ``Item`` and at the end of ``KINDS``, one example in ``tests/items.py``.
"""

from collections.abc import Iterator

from game.pack.kinds.agreement import Agreement
from game.pack.kinds.base import BaseItem, Distractor, Ledger, Response
from game.pack.kinds.choice import Choice
from game.pack.kinds.contract import QuestionKind
from game.pack.kinds.how_sure import HowSure
from game.pack.kinds.interaction import Interaction
from game.pack.kinds.match import Match, Pair
from game.pack.kinds.mixing import Mixer
from game.pack.kinds.multiple import Multiple
from game.pack.kinds.neutral import NeutralQuestion, Provenance
from game.pack.kinds.number import Number, Wrong
from game.pack.kinds.order import Order
from game.pack.kinds.parts import (
    Fault,
    Form,
    ItemLayout,
    ItemText,
    KnownIds,
    Nothing,
    Remark,
    Rivals,
    Spoken,
    list_picked,
)
from game.pack.kinds.returned import Fields, ReturnedError, ReturnedQuestion
from game.pack.kinds.short import Short
from game.pack.kinds.true_false import TrueFalse
from game.pack.kinds.two_tier import Reason, TwoTier
from game.pack.kinds.which_source import WhichSource

__all__ = [
    "FULL_MARK_THRESHOLD",
    "KINDS",
    "Agreement",
    "BaseItem",
    "Choice",
    "Distractor",
    "HowSure",
    "Item",
    "Match",
    "Multiple",
    "Number",
    "Order",
    "Pair",
    "Reason",
    "Response",
    "Short",
    "Shown",
    "TrueFalse",
    "TwoTier",
    "WhichSource",
    "Wrong",
    "describe_form",
    "describe_interaction",
    "describe_response",
    "find_faults",
    "find_key",
    "find_misconception",
    "find_remarks",
    "is_resolved",
    "is_right",
    "list_picked_options",
    "list_rivals",
    "list_texts",
    "make_questions",
    "mark",
    "name_kind",
    "read_question",
    "read_response",
    "show",
    "show_by_words",
    "write_interaction_response",
    "write_response",
]

Item = Choice | TrueFalse | Number | Short | Order | Match | WhichSource | Agreement | HowSure | TwoTier | Multiple

KINDS: dict[str, type[Item]] = {
    "choice": Choice,
    "true-false": TrueFalse,
    "number": Number,
    "short": Short,
    "order": Order,
    "match": Match,
    "which-source": WhichSource,
    "agreement": Agreement,
    "how-sure": HowSure,
    "two-tier": TwoTier,
    "multiple": Multiple,
}
"""Name of each kind, as packs write it -> its type. The order is part of every paper code: add at the end only."""

FULL_MARK_THRESHOLD = 1.0 - 1e-9
"""From this mark on a response is right; below it and above 0 it is right in part. Sums of thirds fall short of 1."""


class Shown(ItemLayout, frozen=True, kw_only=True):
    """An item with its options in the order in which they are shown."""

    item: Item


def check_contract(item: Item) -> QuestionKind:
    """The item as what every kind must be. Its type is the proof: mypy fails here for a kind that lacks a part."""
    # A static part is called on a type, where mypy names no kind that lacks it; on an item it does.
    _ = item.read_question
    return item


def name_kind(item: Item) -> str:
    """The kind of an item, as packs write it.

    >>> name_kind(TrueFalse(id="a", stem="?", key=True, feedback=".", facts=("f",)))
    'true-false'
    """
    return str(type(item).__struct_config__.tag)


def show(item: Item, ledger: Ledger, seed: int, who: str = "", *, is_shuffled: bool = True) -> Shown:
    """An item as it is shown to one candidate.

    Args:
        item: The item.
        ledger: The pack it is from: sources and facts give some kinds their options.
        seed: Decides the order, together with the item and ``who``; never the path walked.
        who: The candidate's code, so that neighbours see different orders; empty when there is none.
        is_shuffled: False for one order for everybody, in which the key has no place of its own. What is to be ordered
            or matched is mixed all the same.
    """
    mixed = ":".join((str(seed), *([who] if who else ()), item.id))
    return _lay_out(item, ledger, Mixer(mixed, item.id, "seed" if is_shuffled else "authors"))


def show_by_words(item: Item, ledger: Ledger) -> Shown:
    """An item with its options in an order that depends on their texts alone, for exports: no seed, no key first."""
    return _lay_out(item, ledger, Mixer(f"0:{item.id}", item.id, "words"))


def _lay_out(item: Item, ledger: Ledger, mixer: Mixer) -> Shown:
    # A kind returns a layout and not a Shown: that would have to know the union of all kinds, and so itself.
    layout = item.show(ledger, mixer)
    return Shown(layout.options, layout.rows, layout.reasons, item=item)


def describe_form(item: Item) -> Form:
    """How an item is asked and answered."""
    return item.describe_form()


def read_response(shown: Shown, line: str) -> Response | None:
    """The response a line gives to an item; None when it gives none."""
    return shown.item.read_response(shown, line)


def write_response(shown: Shown, response: Response) -> str:
    """The line that gives a response, as it is read and as a key prints it; empty for none that can be given."""
    return shown.item.write_response(shown, response)


def find_key(item: Item, ledger: Ledger) -> Response:
    """The response that is right."""
    return item.find_key(ledger)


def is_resolved(item: Item, ledger: Ledger) -> bool:
    """Whether a pack has all that an item rests on; one from a file may rest on facts or sources that are no more."""
    if not ledger.facts.keys() >= set(item.facts):
        return False
    try:
        find_key(item, ledger)
    except KeyError:  # a key that names a source or a difference
        return False
    return True


def mark(item: Item, response: Response, ledger: Ledger) -> float:
    """What a response is worth, 0 to 1: the key 1, no response 0. The same response always gets the same mark."""
    return item.mark(response, ledger) if response else 0.0


def is_right(item: Item, response: Response, ledger: Ledger) -> bool:
    """Whether a response is worth the full mark."""
    return mark(item, response, ledger) >= FULL_MARK_THRESHOLD


def find_misconception(item: Item, response: Response) -> str:
    """What someone who gave that response has mixed up, in the author's words; empty when they said nothing of it."""
    return item.find_misconception(response) if response else ""


def describe_response(item: Item, response: Response) -> Spoken:
    """A response in the shape in which prose describes it."""
    return item.describe_response(response) if response else Nothing()


def list_picked_options(item: Item, response: Response) -> tuple[str, ...]:
    """The options a response picks; none of an order or a match, where all are used."""
    return list_picked(describe_response(item, response))


def describe_interaction(item: Item, ledger: Ledger) -> Interaction:
    """What an item is as an interaction of xAPI, with the responses that are right."""
    return item.describe_interaction(ledger)


def write_interaction_response(item: Item, response: Response, ledger: Ledger) -> str:
    """A response as the interaction of its item writes it; empty for none."""
    return item.write_interaction_response(response, ledger) if response else ""


def list_texts(item: Item) -> Iterator[ItemText]:
    """Every text of an item that a candidate may read, stem and feedback first."""
    yield from (ItemText(("stem",), item.stem), ItemText(("feedback",), item.feedback))
    yield from item.list_texts()


def list_rivals(item: Item) -> Rivals:
    """The right answers of an item and the wrong ones that its author set against them."""
    return item.list_rivals()


def find_faults(item: Item, known: KnownIds) -> Iterator[Fault]:
    """What an author must change in an item before the pack can be played."""
    return item.find_faults(known)


def find_remarks(item: Item, ledger: Ledger) -> Iterator[Remark]:
    """Report where the facts do not support the key of an item."""
    return item.find_remarks(ledger)


def read_question(question: ReturnedQuestion, origin: str, ledger: Ledger) -> Fields:
    """The fields of the item that a question makes which came back, its kind included.

    Args:
        question: What was read.
        origin: The kind it was exported as, where the file says so. With other options it may no longer be of it.
        ledger: The pack it is to join.

    Raises:
        ReturnedError: It cannot be an item.
    """
    # The shape is the name of a kind, too: every question is at least of that kind.
    for name in (origin, question.kind):
        fields = KINDS[name].read_question(question, ledger) if name in KINDS else None
        if fields is not None:
            return {"kind": name, **fields}
    raise ReturnedError("no right option")


def make_questions(shown: Shown, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
    """The question that an item is for other programs; two for an answer with its proof."""
    return shown.item.make_questions(shown, ledger, provenance)
