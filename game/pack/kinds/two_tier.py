"""The kind ``two-tier``: one right option among several, and then the fact that proves it."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from game.core.records import Record, Text
from game.pack.kinds import keyed, picking, returned
from game.pack.kinds.base import BaseItem, Distractor, Ledger, Response
from game.pack.kinds.interaction import Interaction, name_components, write_choice
from game.pack.kinds.mixing import Mixer
from game.pack.kinds.neutral import PROOF, NeutralQuestion, Option, Provenance
from game.pack.kinds.parts import (
    Fault,
    Form,
    ItemLayout,
    ItemText,
    KnownIds,
    MarkingRule,
    Nothing,
    Proved,
    Remark,
    Rivals,
    Spoken,
)

MARK_FOR_WRONG_PROOF = 0.5
"""What a right option with the wrong fact is worth."""

_OPTION_AND_ROW = re.compile(r"\W*(?:([a-z])\W*(\d)|(\d)\W*([a-z]))\W*")


class Reason(Record, frozen=True, kw_only=True):
    """A fact that does not prove the key, and what someone who picks it has mixed up."""

    fact: Annotated[str, Meta(description="Id of the fact.")]
    because: Annotated[Text, Meta(description="What someone who picks it has mixed up.")]


class TwoTier(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="two-tier"):
    """A question with one right option, and then the fact that proves it: the first of its facts."""

    usual_level: ClassVar[int] = 3
    usual_skill: ClassVar[str] = "judge"

    key: Annotated[Text, Meta(description="The right option.")]
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=2, max_length=4)]
    reasons: Annotated[tuple[Reason, ...], Meta(min_length=2, max_length=3, description="Facts that do not prove it.")]

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """Options with letters, and the claims of the facts with numbers."""
        ids = (self.facts[0], *(reason.fact for reason in self.reasons))
        reasons = mixer.mix(ids, ":reasons", lambda fact_id: ledger.facts[fact_id].claim)
        return ItemLayout(
            mixer.mix_keyed(keyed.list_options((self.key,), self.distractors)),
            tuple(ledger.facts[fact_id].claim for fact_id in reasons),
            reasons,
        )

    def describe_form(self) -> Form:
        """It is answered by a letter and a number."""
        return Form(instruction="proof", answer_by="letters", has_proof=True, rule=MarkingRule(parts="proof"))

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """The option and the id of the fact in the row: ``B2``, ``2 b``."""
        found = _OPTION_AND_ROW.fullmatch(line.casefold())
        if not found:
            return None
        place, row = picking.OPTION_LETTERS.find(found[1] or found[4]), int(found[2] or found[3]) - 1
        if not (0 <= place < len(layout.options) and 0 <= row < len(layout.reasons)):
            return None
        return (layout.options[place], layout.reasons[row])

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """The option's letter and the row's number."""
        letters = picking.write_letters(layout, response[:1])
        rows = [str(row) for row, fact_id in enumerate(layout.reasons, start=1) if response[1:] == (fact_id,)]
        return "".join((*letters, *rows)) if letters and rows else ""

    def find_key(self, ledger: Ledger) -> Response:
        """The right option and the fact that proves it."""
        return (self.key, self.facts[0])

    def mark(self, response: Response, ledger: Ledger) -> float:
        """Half for the right option with the wrong fact; nothing for a wrong option, whatever is said to prove it."""
        # The proof counts only for the right option: a fact cannot prove what is not true.
        if response[0] != self.key:
            return 0.0
        return 1.0 if response == self.find_key(ledger) else MARK_FOR_WRONG_PROOF

    def find_misconception(self, response: Response) -> str:
        """What the author says of the option picked; of the fact, where the option is right."""
        found = keyed.find_because(self.distractors, response[0])
        return found or next((each.because for each in self.reasons if response[1:] == (each.fact,)), "")

    def describe_response(self, response: Response) -> Spoken:
        """The option with the fact that is said to prove it."""
        return Proved(response[0], "".join(response[1:2])) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """Two choices: the answer, and the fact that proves it. Nothing elsewhere asks both as one."""
        options = keyed.make_options(layout.options, (self.key,), self.distractors)
        yield provenance.make_question("choice", options=options)
        because = {reason.fact: reason.because for reason in self.reasons}
        proofs = tuple(
            Option(row, fact_id == self.facts[0], because.get(fact_id, ""))
            for fact_id, row in zip(layout.reasons, layout.rows, strict=True)
        )
        yield provenance.make_question("choice", id=f"{self.id}{PROOF}", stem=provenance.proof_stem, options=proofs)

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A choice with one right option, and the question for the fact that proves it.

        Raises:
            ReturnedError: There is not one right option, or its proof is not the first of its facts.
        """
        if question.kind != "choice" or not question.proofs:
            return None
        # Files show the claim of a fact to readers; none of them has a place for the id.
        by_claim = {fact.claim: fact.id for fact in ledger.facts.values()}
        right = next((by_claim.get(option.text, "") for option in question.proofs if option.is_right), "")
        if right and question.facts and right != question.facts[0]:
            raise returned.ReturnedError("other proof", right, question.facts[0])
        reasons = [
            {"fact": by_claim.get(option.text, option.text), "because": option.because}
            for option in question.proofs
            if not option.is_right
        ]
        return {**returned.read_one_key(question), "reasons": reasons}

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A choice among the options; xAPI has no room for the proof."""
        right = self.write_interaction_response((self.key,), ledger)
        return Interaction(
            type="choice",
            choices=name_components("c", keyed.list_options((self.key,), self.distractors)),
            right=(right,),
        )

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """The id of the option picked."""
        return write_choice(response[:1], keyed.list_options((self.key,), self.distractors))

    def list_texts(self) -> Iterator[ItemText]:
        """The options, and what is said of the wrong ones."""
        return keyed.list_keyed_texts([(("key",), self.key)], self.distractors)

    def list_rivals(self) -> Rivals:
        """The options."""
        return keyed.list_keyed_rivals([(("key",), self.key)], self.distractors, are_shown=True)

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """Report wrong options that equal the key or each other, and reasons that do not exist or do prove the key."""
        yield from keyed.find_keyed_faults([self.key], self.distractors)
        # A fact that proves the key cannot also be one that does not, and two rows of one fact look alike.
        seen = set(self.facts)
        for place, reason in enumerate(self.reasons):
            field = ("reasons", place, "fact")
            if known.facts is not None and reason.fact not in known.facts:
                yield Fault("no such fact", field, reason.fact)
            elif reason.fact in seen:
                yield Fault("proof twice", field, reason.fact)
            seen.add(reason.fact)

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: its key is not about the ledger."""
        return iter(())
