"""What every kind of item has: its fields, and the small records that packs write inside of them.

The parts of a kind (how it is shown, read, marked, exported) are methods of the kind itself: see ``contract.py``.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Protocol

from msgspec import Meta

from game.core.records import Id, Record, Text
from game.pack.ledger import Difference, Entity, Fact, Source

Level = Annotated[int, Meta(ge=1, le=3, description="1 recall, 2 telling things apart, 3 weighing sources.")]
Skill = Annotated[
    Literal["recall", "compare", "judge"],
    Meta(description="What it exercises: recall a fact, compare sources, or judge how sure a source is."),
]
# At least one: an item without a fact could not show why its key is right, nor be found when an article changes.
FactIds = Annotated[tuple[str, ...], Meta(min_length=1, description="Ids of the facts that prove the key.")]
Feedback = Annotated[Text, Meta(description="Why the key is right, shown after marking.")]
Tags = Annotated[tuple[Id, ...], Meta(description="Topics beside those of its room.")]
Decimal = Annotated[
    # A bare "$" would also match before a final newline, which a block text of YAML ends with.
    str, Meta(pattern=r"^-?[0-9]{1,12}(\.[0-9]{1,6})?(?!\n)$", description="A figure like 37 or 7.2, without its unit.")
]

Response = tuple[str, ...]
"""What a candidate answered, as texts and never as letters.

It can be kept, chained and read by a later version, whatever the order the options were shown in: the option picked;
the figure; the words; all steps in order; the right side of each pair; all options picked, sorted; or the option and
the id of the fact that proves it. An empty tuple is no response.
"""


class Ledger(Protocol):
    """What the articles say. A World is one; a kind needs no more of a pack than this."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Id -> source."""

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Id -> fact."""

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Id -> entity."""

    @property
    def differences(self) -> Mapping[str, Difference]:
        """Id -> difference."""


class Distractor(Record, frozen=True, kw_only=True):
    """A wrong option and the misconception it stands for."""

    text: Annotated[Text, Meta(description="A wrong option.")]
    because: Annotated[Text, Meta(description="What someone who picks it has mixed up.")]


class BaseItem(Record, frozen=True, kw_only=True):
    """The fields that every kind of item has."""

    usual_level: ClassVar[int] = 1
    """The level of an item of the kind in a pack that does not say."""
    usual_skill: ClassVar[str] = "recall"
    """The skill, likewise."""
    begins_with_claim: ClassVar[bool] = False
    """True where a stem may be a claim and then a question about it, which need share no word."""

    id: Id
    stem: Annotated[Text, Meta(description="What is asked, or the statement to be judged.")]
    feedback: Feedback
    facts: FactIds
    level: Level = 1
    skill: Skill = "recall"
    tags: Tags = ()
