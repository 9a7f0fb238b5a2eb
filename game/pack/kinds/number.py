"""The kind ``number``: a question whose key is a figure, with a unit and a tolerance."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, field

from game.core.records import Record, Text
from game.pack.kinds import returned
from game.pack.kinds.base import BaseItem, Decimal, Ledger, Response
from game.pack.kinds.interaction import TO, Interaction
from game.pack.kinds.mixing import Mixer
from game.pack.kinds.neutral import NeutralQuestion, Option, Provenance
from game.pack.kinds.parts import (
    Fault,
    Form,
    ItemLayout,
    ItemText,
    KnownIds,
    MarkingRule,
    Nothing,
    Remark,
    Rival,
    Rivals,
    SingleAnswer,
    Spoken,
)

if TYPE_CHECKING:
    from decimal import Decimal as Exact


class Wrong(Record, frozen=True, kw_only=True):
    """A figure that is not the key, and the misconception it stands for."""

    value: Decimal
    because: Annotated[Text, Meta(description="What someone who gives it has mixed up.")]


class Number(BaseItem, frozen=True, kw_only=True, tag_field="kind", tag="number"):
    """A question whose key is a figure."""

    key: Decimal
    unit: Annotated[str, Meta(description="What the figure counts: mph, metres. Empty for a year.")] = ""
    units: Annotated[
        dict[Text, Decimal],
        Meta(
            description="Other units that are taken -> how many of its unit one of them is.",
            examples=[{"km/h": "0.621371"}],
        ),
    ] = field(default_factory=dict)
    tolerance: Annotated[
        str,
        Meta(
            pattern=r"^-?[0-9]{1,12}(\.[0-9]{1,6})?%?(?!\n)$",
            description="How far a right response may lie from the key: as a figure, or as a share of the key, 5%.",
        ),
    ] = "0"
    wrong: Annotated[tuple[Wrong, ...], Meta(description="Figures that are likely to be given instead.")] = ()

    def show(self, ledger: Ledger, mixer: Mixer) -> ItemLayout:
        """Nothing but the stem."""
        return ItemLayout()

    def describe_form(self) -> Form:
        """It is answered by a figure, in its unit."""
        return Form(
            instruction="figure",
            answer_by="figure",
            unit=self.unit,
            rule=MarkingRule(tolerance=f"{self._find_tolerance():f}"),
        )

    def read_response(self, layout: ItemLayout, line: str) -> Response | None:
        """The figure, in digits or words; a unit that is given must be the item's."""
        from game.pack.marking.figure_reading import read_figure

        # None and not wrong: a range, a fraction or a foreign unit is no single figure, so it is asked again.
        figure = read_figure(line, self.unit, self.units)
        return None if figure is None else (figure,)

    def write_response(self, layout: ItemLayout, response: Response) -> str:
        """The figure."""
        return "".join(response)

    def find_key(self, ledger: Ledger) -> Response:
        """The right figure."""
        return (self.key,)

    def mark(self, response: Response, ledger: Ledger) -> float:
        """Right within the tolerance of the key, both ends included."""
        from decimal import Decimal as Exact  # in decimal arithmetic, for 0.1 is one tenth there

        value = _to_decimal(response[0])
        return float(value is not None and abs(value - Exact(self.key)) <= self._find_tolerance())

    def _find_tolerance(self) -> "Exact":
        """How far a right response may lie from the key."""
        from game.pack.marking.figure_reading import find_tolerance

        return find_tolerance(self.key, self.tolerance)

    def find_misconception(self, response: Response) -> str:
        """What the author says of that figure, however it is written."""
        given = _to_decimal(response[0])
        return next((each.because for each in self.wrong if _to_decimal(each.value) == given), "")

    def describe_response(self, response: Response) -> Spoken:
        """The figure with its unit."""
        return SingleAnswer(response[0], self.unit) if response else Nothing()

    def make_questions(self, layout: ItemLayout, ledger: Ledger, provenance: Provenance) -> Iterator[NeutralQuestion]:
        """A figure elsewhere too, with the likely wrong ones."""
        wrong = (Option(each.value, is_right=False, because=each.because) for each in self.wrong)
        options = (Option(self.key, is_right=True), *wrong)
        tolerance = f"{self._find_tolerance():f}"
        yield provenance.make_question("number", options=options, tolerance=tolerance, unit=self.unit)

    @staticmethod
    def read_question(question: returned.ReturnedQuestion, ledger: Ledger) -> returned.Fields | None:
        """A figure, with the likely wrong ones."""
        if question.kind != "number":
            return None
        key = next(iter(returned.list_right(question)), "")
        wrong = returned.read_wrong(question, field="value")
        return {"key": key, "tolerance": question.tolerance, "unit": question.unit, "wrong": wrong}

    def describe_interaction(self, ledger: Ledger) -> Interaction:
        """A range of figures, both ends included."""
        from decimal import Decimal as Exact

        key, tolerance = Exact(self.key), self._find_tolerance()
        # Exact and without an exponent: a float as text would turn 1234567 into 1.23457e+06.
        low, high = (f"{bound.normalize():f}" for bound in (key - tolerance, key + tolerance))
        return Interaction(type="numeric", right=(f"{low}{TO}{high}",))

    def write_interaction_response(self, response: Response, ledger: Ledger) -> str:
        """The figure."""
        return response[0]

    def list_texts(self) -> Iterator[ItemText]:
        """The key, and what is said of wrong figures."""
        yield ItemText(("key",), self.key, is_right=True)
        yield from (ItemText(("wrong", place, "because"), each.because) for place, each in enumerate(self.wrong))

    def list_rivals(self) -> Rivals:
        """The key and the wrong figures."""
        wrong = tuple(Rival(("wrong", place, "value"), each.value) for place, each in enumerate(self.wrong))
        return Rivals((Rival(("key",), self.key),), wrong, tolerance=f"{self._find_tolerance():f}")

    def find_faults(self, known: KnownIds) -> Iterator[Fault]:
        """Report a tolerance below 0."""
        if self.tolerance.startswith("-"):
            yield Fault("below 0", ("tolerance",), self.tolerance)

    def find_remarks(self, ledger: Ledger) -> Iterator[Remark]:
        """None: its key is not about the ledger."""
        return iter(())


def _to_decimal(text: str) -> "Exact | None":
    from decimal import Decimal as Exact
    from decimal import InvalidOperation

    try:
        value = Exact(text)
    except InvalidOperation:
        return None
    # "nan" and "inf" are figures to the standard library, and no answer to a question.
    return value if value.is_finite() else None
