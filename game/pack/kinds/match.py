"""The kind ``match``: things to be put together in pairs."""

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from game.core.records import Record, Text
from game.pack.kinds import keyed, picking, returned
from game.pack.kinds.base import BaseItem, Ledger, Response
from game.pack.kinds.interaction import BETWEEN, PAIRED, Interaction, name_components
from game.pack.kinds.mixing import Mixer
from game.pack.kinds.neutral import NeutralQuestion, Provenance
from game.pack.kinds.parts import (
    Fault,
    Form,
    ItemLayout,
    ItemText,
    KnownIds,
    MarkingRule,
    Nothing,
    Paired,
    Remark,
    Rivals,
    Spoken,
)

_PAIRED = re.compile(r"(\d+)\s*[-=:.)>]*\s*([a-z])\b|\b([a-z])\s*[-=:>]*\s*(\d+)")


class Pair(Record, frozen=True, kw_only=True):
    """Two things that belong together."""

    left: Annotated[Text, Meta(description="What stands fast.")]
    right: Annotated[Text, Meta(description="What belongs to it.")]


class Match(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="match"):
    """Things to be put together in pairs."""

    pairs: Annotated[tuple[Pair, ...], Meta(min_length=2, max_length=8)]

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """The left sides as numbered rows, the right sides as lettered options."""
        return ItemLayout(mixer.always_mix(_list_rights(self.pairs)), tuple(pair.left for pair in self.pairs))

    def describe_form(self) -> Form:
        """It is answered by a letter for each number."""
        return Form(instruction="match", answer_by="letters", rule=MarkingRule(parts="pairs"))

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """The option for each row: ``1B 2A 3C`` in any order, or ``B A C`` from the first row on."""
        pairs = _PAIRED.findall(line.casefold())
        # Letters alone are read from the first row on; numbers alone could mean either side, so they are no answer.
        if not pairs:
            return picking.read_every_option(layout, line) if any(map(str.isalpha, line)) else None
        letters = picking.OPTION_LETTERS
        given = {int(row or other) - 1: letters.find(letter or mirrored) for row, letter, mirrored, other in pairs}
        if len(given) != len(pairs) or sorted(given) != list(range(len(layout.rows))):
            return None
        return picking.read_every_option(layout, " ".join(letters[given[row]] for row in sorted(given)))

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """Each row's number with its letter."""
        letters = picking.write_letters(layout, response)
        return " ".join(f"{row}{letter}" for row, letter in enumerate(letters, start=1))

    def find_key(self, ledger: Ledger) -> Response:
        """The right side of each pair, in the order of the rows."""
        return _list_rights(self.pairs)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """The share of pairs that are right."""
        # Moodle marks a match so too, so that an exported question gives the same mark there.
        return sum(a == b for a, b in zip(_list_rights(self.pairs), response, strict=False)) / len(self.pairs)

    def find_misconception(self, response: Response) -> str:
        """Nothing is said of wrong pairs, which are many."""
        return ""

    def describe_response(self, response: Response) -> Spoken:
        """The pairs as they were made."""
        pairs = zip((pair.left for pair in self.pairs), response, strict=False)
        return Paired(tuple(pairs)) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """A matching elsewhere too."""
        yield provenance.make_question("match", pairs=tuple((pair.left, pair.right) for pair in self.pairs))

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A matching."""
        pairs = [{"left": left, "right": right} for left, right in question.pairs]
        return {"pairs": pairs} if question.kind == "match" else None

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A matching of left sides to the right sides, each of those once."""
        return Interaction(
            type="matching",
            source=name_components("l", (pair.left for pair in self.pairs)),
            target=name_components("r", dict.fromkeys(_list_rights(self.pairs))),
            right=(self.write_interaction_response(_list_rights(self.pairs), ledger),),
        )

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """The id of each left side with that of its right side."""
        rights = list(dict.fromkeys(_list_rights(self.pairs)))
        pairs = (
            f"l{row}{PAIRED}r{rights.index(text) + 1}" for row, text in enumerate(response, start=1) if text in rights
        )
        return BETWEEN.join(pairs)

    def list_texts(self) -> Iterator[ItemText]:
        """Both sides of all pairs, all of them right."""
        for place, pair in enumerate(self.pairs):
            yield ItemText(("pairs", place, "left"), pair.left, is_right=True)
            yield ItemText(("pairs", place, "right"), pair.right, is_right=True)

    def list_rivals(self) -> Rivals:
        """None: nothing is set against the right pairs."""
        return Rivals()

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """Report a side that occurs twice."""
        yield from keyed.find_twice((("pairs", place, "left"), pair.left) for place, pair in enumerate(self.pairs))
        yield from keyed.find_twice((("pairs", place, "right"), pair.right) for place, pair in enumerate(self.pairs))

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: its key is not about the ledger."""
        return iter(())


def _list_rights(pairs: tuple[Pair, ...]) -> tuple[str, ...]:
    return tuple(pair.right for pair in pairs)
