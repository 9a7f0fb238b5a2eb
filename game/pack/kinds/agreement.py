"""The kind ``agreement``: a point, and the question whether the sources agree on it."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from game.core.records import Text
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

AGREE, DIFFER = "agree", "differ"
"""What it can be keyed to, besides the ids of sources."""

ONLY_ONE = "Only {title} speaks of it"
"""The option for one source alone. Attempts keep these texts as responses, so they are data and not prose."""


class Agreement(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="agreement"):
    """A point: do the sources agree on it?"""

    usual_level: ClassVar[int] = 3
    usual_skill: ClassVar[str] = "compare"

    key: Annotated[Text, Meta(description="agree, differ, or the id of the only source that speaks of it.")]

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """Agree, differ, then each source alone: the same for every item of the kind."""
        return ItemLayout(tuple(list_agreement_options(ledger).values()))

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
        """The option that the key names."""
        return (list_agreement_options(ledger)[self.key],)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """All or nothing."""
        return float(response == self.find_key(ledger))

    def find_misconception(self, response: Response) -> str:
        """Nothing is said of the wrong options but the feedback."""
        return ""

    def describe_response(self, response: Response) -> Spoken:
        """The option picked."""
        return SingleAnswer(response[0]) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """A choice whose options keep their order."""
        options = keyed.make_options(layout.options, self.find_key(ledger))
        yield provenance.make_question("choice", options=options, is_fixed=True)

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A choice among exactly the ways in which sources can stand to each other."""
        return citing.read_keyed_name(question, list_agreement_options(ledger).items())

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A choice among the ways in which sources can stand to each other."""
        right = self.write_interaction_response(self.find_key(ledger), ledger)
        choices = name_components("c", list_agreement_options(ledger).values())
        return Interaction(type="choice", choices=choices, right=(right,))

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """The id of the option picked."""
        return write_choice(response[:1], tuple(list_agreement_options(ledger).values()))

    def list_texts(self) -> Iterator[ItemText]:
        """None but the stem."""
        return iter(())

    def list_rivals(self) -> Rivals:
        """None: the options are the same for all."""
        return Rivals()

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """Report a key that is none of the options."""
        return citing.find_key_fault(self.key, known, (AGREE, DIFFER))

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """Whether its facts differ, agree, or come from one source alone, as the key claims."""
        cited, facts = citing.list_cited(self.facts, ledger), set(self.facts)
        sides = (
            sum(bool(facts & set(side.facts)) for side in difference.sides)
            for difference in ledger.differences.values()
        )
        # The facts must lie on two sides of one difference; one side each of two differences says nothing.
        are_apart = any(touched > 1 for touched in sides)
        if self.key == DIFFER:
            if not are_apart:
                yield Remark("E15", "no difference", self.key, cited)
        elif self.key == AGREE:
            if len(cited) < 2 or are_apart:
                yield Remark("E15", "no agreement", self.key, cited)
        elif cited != (self.key,):
            yield Remark("E15", "not alone", self.key, cited)


def list_agreement_options(ledger: Ledger) -> dict[str, str]:
    """What such an item can be keyed to -> the option as shown. Responses keep these very texts."""
    only = {source.id: ONLY_ONE.format(title=source.title) for source in ledger.sources.values()}
    return {AGREE: "They agree", DIFFER: "They differ", **only}
