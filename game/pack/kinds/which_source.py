"""The kind ``which-source``: a claim, and the question which of the sources makes it."""

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

ALL, NONE = "all", "none"
"""What it can be keyed to, besides the ids of sources."""


class WhichSource(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="which-source"):
    """A claim: which of the sources makes it?"""

    usual_level: ClassVar[int] = 2
    usual_skill: ClassVar[str] = "compare"

    key: Annotated[Text, Meta(description="Id of the source that says it, or all, or none.")]

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """The sources in the pack's order, then all and none: the same for every item of the kind."""
        return ItemLayout(tuple(list_source_options(ledger).values()))

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
        return (list_source_options(ledger)[self.key],)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """All or nothing."""
        return float(response == self.find_key(ledger))

    def find_misconception(self, response: Response) -> str:
        """Nothing is said of the wrong sources but the feedback."""
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
        """A choice among exactly the sources of the pack."""
        return citing.read_keyed_name(question, list_source_options(ledger).items())

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A choice among the sources."""
        right = self.write_interaction_response(self.find_key(ledger), ledger)
        choices = name_components("c", list_source_options(ledger).values())
        return Interaction(type="choice", choices=choices, right=(right,))

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """The id of the option picked."""
        return write_choice(response[:1], tuple(list_source_options(ledger).values()))

    def list_texts(self) -> Iterator[ItemText]:
        """None but the stem."""
        return iter(())

    def list_rivals(self) -> Rivals:
        """None: the options are the pack's sources."""
        return Rivals()

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """Report a key that is none of the options."""
        return citing.find_key_fault(self.key, known, (ALL, NONE))

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """Report facts that do not cite the source that is the key, or cite another one."""
        cited = citing.list_cited(self.facts, ledger)
        if self.key == ALL and len(cited) < 2:
            yield Remark("E14", "only one cited", self.key, cited)
        elif self.key not in (ALL, NONE) and cited != (self.key,):
            yield Remark("E14", "other source cited", self.key, cited)
        # Imported here: a start reads no claims.
        from game.pack.claims.gist import leaves_open

        # A claim that nobody makes has no cite; but a fact can say that it is left open.
        is_told = ledger.facts[self.facts[0]].kind != "unknown" or leaves_open(self.stem)
        if (self.key == NONE) == is_told:
            yield Remark("E14", "is told" if is_told else "not told", self.key, cited)


def list_source_options(ledger: Ledger) -> dict[str, str]:
    """What such an item can be keyed to -> the option as shown. Responses keep these very texts."""
    named = {source.id: source.title for source in ledger.sources.values()}
    is_pair = len(named) == 2
    return {**named, ALL: "Both" if is_pair else "All of them", NONE: "Neither" if is_pair else "None of them"}
