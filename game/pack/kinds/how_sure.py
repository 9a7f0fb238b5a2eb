"""The kind ``how-sure``: a claim, and the question how sure its source is."""

from collections.abc import Iterator
from typing import ClassVar

from game.pack.kinds import citing, keyed, picking, returned
from game.pack.kinds.base import BaseItem, Ledger, Response
from game.pack.kinds.interaction import Interaction, name_components, write_choice
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
from game.pack.ledger import Strength

STRENGTHS: dict[Strength, str] = {
    "stated": "It says so flatly",
    "reported": "It passes on what someone else said",
    "photo": "It rests on a picture or footage",
    "speculated": "It hedges: likely, seems, may",
}
"""Strength of a fact -> the option that names it. Attempts keep these texts, so they are no prose."""


# It has no field for the key: the ledger knows how strong each fact is, and a second copy could differ from it.
class HowSure(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="how-sure"):
    """A claim: how sure is the source? The key is the strength of its first fact."""

    usual_level: ClassVar[int] = 3
    usual_skill: ClassVar[str] = "judge"
    begins_with_claim: ClassVar[bool] = True

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """The strengths from the surest on: the same for every item of the kind."""
        return ItemLayout(tuple(STRENGTHS.values()))

    def describe_form(self) -> Form:
        """It is answered by one letter."""
        return Form(instruction="letter", answer_by="letter", is_ticked=True)

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """The option picked."""
        return picking.read_one_option(layout, line)

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """The option's letter."""
        return " ".join(picking.write_letters(layout, response))

    def find_key(self, ledger: Ledger) -> Response:
        """The strength of its first fact, so that key and ledger can never differ."""
        return (STRENGTHS[ledger.facts[self.facts[0]].strength],)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """All or nothing."""
        return float(response == self.find_key(ledger))

    def find_misconception(self, response: Response) -> str:
        """Nothing is said of the wrong strengths but the feedback."""
        return ""

    def describe_response(self, response: Response) -> Spoken:
        """The option picked."""
        return SingleAnswer(response[0]) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """A choice whose options keep their order."""
        options = keyed.make_options(layout.options, self.find_key(ledger))
        # Fixed: most programs shuffle options by themselves, and these four are a scale.
        yield provenance.make_question("choice", options=options, is_fixed=True)

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A choice among exactly the strengths, keyed to that of its fact."""
        fact = ledger.facts.get(question.facts[0]) if question.facts else None
        fits = citing.read_keyed_name(question, STRENGTHS.items())
        return {} if fits is not None and fact is not None and fits["key"] == fact.strength else None

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A choice among the strengths."""
        right = self.write_interaction_response(self.find_key(ledger), ledger)
        return Interaction(type="choice", choices=name_components("c", STRENGTHS.values()), right=(right,))

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """The id of the option picked."""
        return write_choice(response[:1], tuple(STRENGTHS.values()))

    def list_texts(self) -> Iterator[ItemText]:
        """None but the stem."""
        return iter(())

    def list_rivals(self) -> Rivals:
        """None: the options are the same for all."""
        return Rivals()

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """None: its fields cannot contradict each other."""
        return iter(())

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: the key is read from the ledger."""
        return iter(())
