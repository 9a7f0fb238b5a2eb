"""The kind ``true-false``: a statement to be judged."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from game.pack.kinds import picking, returned
from game.pack.kinds.base import BaseItem, Ledger, Response
from game.pack.kinds.interaction import Interaction
from game.pack.kinds.mixing import Mixer
from game.pack.kinds.neutral import NeutralQuestion, Provenance
from game.pack.kinds.parts import (
    Fault,
    Form,
    ItemLayout,
    ItemText,
    KnownIds,
    Nothing,
    Remark,
    Rivals,
    SingleAnswer,
    Spoken,
)

# Attempts keep these words as responses, so they are data and not prose.
TRUE, FALSE = "True", "False"
"""Always in this order: nothing is shuffled where everybody knows what comes first."""


class TrueFalse(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="true-false"):
    """A statement to be judged."""

    key: Annotated[bool, Meta(description="Whether the statement is true.")]

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """True before false."""
        return ItemLayout((TRUE, FALSE))

    def describe_form(self) -> Form:
        """It is answered by T or F."""
        return Form(instruction="truth", answer_by="truth", is_ticked=True)

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """True or false, in any of the words people use for it."""
        return picking.read_one_option(layout, line)

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """Its letter on paper."""
        return " ".join(picking.write_letters(layout, response))

    def find_key(self, ledger: Ledger) -> Response:
        """Whether the statement is true."""
        return (TRUE if self.key else FALSE,)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """All or nothing."""
        return float(response == self.find_key(ledger))

    def find_misconception(self, response: Response) -> str:
        """Nothing is said of the wrong answer but the feedback."""
        return ""

    def describe_response(self, response: Response) -> Spoken:
        """True or false."""
        return SingleAnswer(response[0]) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """A statement elsewhere too."""
        yield provenance.make_question("true-false", is_true=self.key)

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A statement."""
        return {"key": question.is_true} if question.kind == "true-false" else None

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A statement; xAPI writes its answers small."""
        return Interaction(type="true-false", right=(self.write_interaction_response(self.find_key(ledger), ledger),))

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """``true`` or ``false``."""
        return response[0].casefold()

    def list_texts(self) -> Iterator[ItemText]:
        """None but the stem."""
        return iter(())

    def list_rivals(self) -> Rivals:
        """None: the options are everybody's."""
        return Rivals()

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """None: its fields cannot contradict each other."""
        return iter(())

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: its key is not about the ledger."""
        return iter(())
