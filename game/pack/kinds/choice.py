"""The kind ``choice``: one right option among several."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from game.core.records import Text
from game.pack.kinds import keyed, picking, returned
from game.pack.kinds.base import BaseItem, Distractor, Ledger, Response
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


class Choice(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="choice"):
    """A question with one right option among several."""

    key: Annotated[Text, Meta(description="The right option.")]
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=1, max_length=7)]

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """Its options in the order that the seed decides."""
        return ItemLayout(mixer.mix_keyed(keyed.list_options((self.key,), self.distractors)))

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
        """The right option."""
        return (self.key,)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """All or nothing."""
        # Texts are compared exactly: they are the pack's own, picked by letter, and never typed.
        return float(response == (self.key,))

    def find_misconception(self, response: Response) -> str:
        """What the author says of the option picked."""
        return keyed.find_because(self.distractors, response[0])

    def describe_response(self, response: Response) -> Spoken:
        """The option picked."""
        return SingleAnswer(response[0]) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """A choice elsewhere too."""
        options = keyed.make_options(layout.options, (self.key,), self.distractors)
        yield provenance.make_question("choice", options=options)

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A choice with one right option."""
        return returned.read_one_key(question) if question.kind == "choice" else None

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A choice, its options in the authors' order."""
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
        """Report a wrong option that equals the key or another wrong option."""
        return keyed.find_keyed_faults([self.key], self.distractors)

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: its key is not about the ledger."""
        return iter(())
