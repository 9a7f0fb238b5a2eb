"""The kind ``order``: events to be put in the order of time."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from game.core.records import Text
from game.pack.kinds import keyed, picking, returned
from game.pack.kinds.base import BaseItem, Ledger, Response
from game.pack.kinds.interaction import BETWEEN, Interaction, name_components
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
    Remark,
    Rivals,
    Spoken,
    Steps,
)


class Order(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="order"):
    """Events to be put in the order of time."""

    steps: Annotated[tuple[Text, ...], Meta(min_length=3, max_length=6, description="From the first to the last.")]

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """The steps shuffled, and never in the right order."""
        steps = mixer.always_mix(self.steps)
        # A turn by one place, for another shuffle could come out right again; of three steps or more it never is.
        return ItemLayout(steps if steps != self.steps else (*steps[1:], steps[0]))

    def describe_form(self) -> Form:
        """It is answered by a row of letters."""
        return Form(instruction="order", answer_by="letters", rule=MarkingRule(parts="places"))

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """All steps in the order named."""
        return picking.read_every_option(layout, line)

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """The steps' letters."""
        return " ".join(picking.write_letters(layout, response))

    def find_key(self, ledger: Ledger) -> Response:
        """The steps from the first to the last."""
        return self.steps

    def mark(self, response: Response, ledger: Ledger) -> float:
        """The share of the steps that stand in their own place, as Moodle and QTI mark it too.

        Kendall's rank correlation would be kinder to one step that was moved to the front, but no other program knows
        it: the same response would then have another mark there.
        """
        # An answer of another version of the item: its steps cannot be compared with these.
        if sorted(self.steps) != sorted(response):
            return 0.0
        return sum(map(str.__eq__, self.steps, response)) / len(self.steps)

    def find_misconception(self, response: Response) -> str:
        """Nothing is said of wrong orders, which are many."""
        return ""

    def describe_response(self, response: Response) -> Spoken:
        """The steps in the order given."""
        return Steps(response) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """An order elsewhere too."""
        yield provenance.make_question("order", steps=self.steps)

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """An order."""
        return {"steps": question.steps} if question.kind == "order" else None

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A sequence of its steps."""
        right = self.write_interaction_response(self.steps, ledger)
        return Interaction(type="sequencing", choices=name_components("s", self.steps), right=(right,))

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """The ids of the steps in the order given."""
        return BETWEEN.join(f"s{self.steps.index(step) + 1}" for step in response if step in self.steps)

    def list_texts(self) -> Iterator[ItemText]:
        """The steps, all of them right."""
        yield from (ItemText(("steps", place), step, is_right=True) for place, step in enumerate(self.steps))

    def list_rivals(self) -> Rivals:
        """None: nothing is set against the right order."""
        return Rivals()

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """Report a step that occurs twice."""
        return keyed.find_twice((("steps", place), step) for place, step in enumerate(self.steps))

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: its key is not about the ledger."""
        return iter(())
