"""Leads: questions worth chasing, each with slots that notes fill and a sentence that can be defended at its end.

Nothing of a lead is told before its slots are full, except its question and where the next note lies. What a player has
done to a lead is in the state of the tour.
"""

from collections.abc import Container, Mapping
from typing import Annotated

from msgspec import Meta

from game.core.records import Id, Record, Text

MAX_HEADLINE = 40
"""Characters of a headline, so that it fits into one line of the smallest screen in capitals."""


class Slot(Record, frozen=True, kw_only=True):
    """One thing that must be known before a lead can be closed. Any one of its facts fills it."""

    name: Annotated[Text, Meta(max_length=32, description="What is wanted, without the answer: this journey.")]
    facts: Annotated[tuple[str, ...], Meta(min_length=1, description="Ids of the facts of which any one fills it.")]
    at: Annotated[str, Meta(description="Id of the room in which one of them can be noted.")]
    hint: Annotated[Text, Meta(description="What to do there, without the answer: The list on the wall.")]

    def is_filled(self, noted: Container[str]) -> bool:
        """Whether one of its facts is noted."""
        return any(fact_id in noted for fact_id in self.facts)


class Overreach(Record, frozen=True, kw_only=True):
    """A sentence that says more than the notes bear out: wrong on purpose, and explained once it is chosen."""

    says: Annotated[Text, Meta(description="As it stands among the sentences to choose from.")]
    because: Annotated[Text, Meta(description="Why it cannot be printed, in one or two sentences.")]
    facts: Annotated[tuple[str, ...], Meta(min_length=1, description="Ids of the facts that it breaks.")]


class Lead(Record, frozen=True, kw_only=True):
    """A question that a reporter chases through several rooms."""

    id: Id
    asks: Annotated[Text, Meta(max_length=60, description="The question, with its question mark.")]
    opens: Annotated[
        tuple[str, ...],
        Meta(description="Ids of the facts of which any one opens it, once noted; none: it is open from the start."),
    ] = ()
    slots: Annotated[tuple[Slot, ...], Meta(min_length=1, description="In the order in which they are hinted at.")]
    comparison: Annotated[
        str, Meta(description="Id of the comparison that must be made before it can be closed; left out for none.")
    ] = ""
    honest: Annotated[Text, Meta(description="The sentence that the notes bear out, with who says so and how surely.")]
    overreaches: Annotated[
        tuple[Overreach, ...], Meta(min_length=1, max_length=4, description="What is offered beside the honest one.")
    ]
    headline: Annotated[Text, Meta(max_length=MAX_HEADLINE, description="What closing it gives for the front page.")]
    drawing: Annotated[
        tuple[str, ...], Meta(description="Names of sprites, set side by side, that stand above the headline.")
    ] = ()

    def is_open(self, noted: Container[str]) -> bool:
        """Whether a player with these notes has met the question."""
        return not self.opens or any(fact_id in noted for fact_id in self.opens)

    def is_full(self, noted: Container[str]) -> bool:
        """Whether every slot is filled."""
        return all(slot.is_filled(noted) for slot in self.slots)


def index_leads(leads: Mapping[str, Lead]) -> dict[str, tuple[Lead, ...]]:
    """Fact id -> the leads that it opens or of which it fills a slot."""
    found: dict[str, tuple[Lead, ...]] = {}
    for lead in leads.values():
        for fact_id in dict.fromkeys((*lead.opens, *(each for slot in lead.slots for each in slot.facts))):
            found[fact_id] = (*found.get(fact_id, ()), lead)
    return found
