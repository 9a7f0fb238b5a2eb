"""What a pack calls its places and its guide, and the sentences that it puts in place of the game's own.

Everything here has a neutral default, so that a pack says only what is particular to it.
"""

from typing import Annotated, Literal

from msgspec import Meta

from game.core.records import Record, Text


class Nouns(Record, frozen=True, kw_only=True):
    """What the places of a tour are called, and all of them together."""

    place: Annotated[Text, Meta(description="One place, as in: LOOK reads this place.", examples=["room"])] = "place"
    places: Annotated[Text, Meta(description="Several of them.", examples=["rooms"])] = "places"
    whole: Annotated[
        Text, Meta(description="All of them together, as in: nothing on this tour.", examples=["lighthouse"])
    ] = "tour"
    names: Annotated[
        tuple[Text, ...],
        Meta(description="Other words for one of them or for the whole that a player may type.", examples=[["floor"]]),
    ] = ()


class Guide(Record, frozen=True, kw_only=True):
    """The invented person who shows visitors round."""

    name: Annotated[Text, Meta(description="Without an article.", examples=["keeper"])]
    pronoun: Annotated[
        Literal["she", "he", "they"],
        Meta(description="Which of HER, HIM and THEM means the guide while nobody else was named."),
    ] = "they"


class Gloss(Record, frozen=True, kw_only=True):
    """A word of the texts that a reader may not know, explained as a dictionary does."""

    word: Annotated[Text, Meta(max_length=40, description="As a player types it; the plural is known.")]
    names: Annotated[
        tuple[Text, ...], Meta(description="Other forms of it.", examples=[["overshot", "overshooting"]])
    ] = ()
    means: Annotated[
        Text,
        Meta(
            max_length=200,
            description="What the English word means, in one plain sentence. It tells nothing that an article tells.",
            examples=["To overshoot is to stop too late, past the place one was to stop at."],
        ),
    ]

    @property
    def all_names(self) -> tuple[str, ...]:
        """All forms that may be asked for."""
        return (self.word, *self.names)


TicketShape = Literal["card", "railway"]
"""The outline of the ticket: a card, or a ticket of a railway, perforated at both ends."""
