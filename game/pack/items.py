"""What a question is: the kinds of item, each with its stem, its key and what a wrong response would have mixed up.

Only the shapes are here; showing, reading responses, marking and drawing are in quiz/.
"""

from typing import Annotated, Literal

from msgspec import Meta

from game.core.records import Id, Record, Text

Level = Annotated[int, Meta(ge=1, le=3, description="1 recall, 2 telling things apart, 3 weighing sources.")]
Skill = Annotated[
    Literal["recall", "compare", "judge"],
    Meta(description="What it exercises: recall a fact, compare sources, or judge how sure a source is."),
]
FactIds = Annotated[tuple[str, ...], Meta(min_length=1, description="Ids of the facts that prove the key.")]
Feedback = Annotated[Text, Meta(description="Why the key is right, shown after marking.")]
Tags = Annotated[tuple[Id, ...], Meta(description="Topics beside those of its room.")]
Decimal = Annotated[
    str, Meta(pattern=r"^-?[0-9]{1,12}(\.[0-9]{1,6})?(?!\n)$", description="A figure like 37 or 7.2, without its unit.")
]


class Distractor(Record, frozen=True, kw_only=True):
    """A wrong option and the misconception it stands for."""

    text: Text
    because: Annotated[Text, Meta(description="What someone who picks it has mixed up.")]


class Wrong(Record, frozen=True, kw_only=True):
    """A figure that is not the key, and the misconception it stands for."""

    value: Decimal
    because: Annotated[Text, Meta(description="What someone who gives it has mixed up.")]


class Reason(Record, frozen=True, kw_only=True):
    """A fact that does not prove the key, and what someone who picks it has mixed up."""

    fact: Annotated[str, Meta(description="Id of the fact.")]
    because: Annotated[Text, Meta(description="What someone who picks it has mixed up.")]


class Pair(Record, frozen=True, kw_only=True):
    """Two things that belong together."""

    left: Text
    right: Text


class _Item(Record, frozen=True, kw_only=True):
    """What every kind of item has."""

    id: Id
    stem: Text
    feedback: Feedback
    facts: FactIds
    level: Level = 1
    skill: Skill = "recall"
    tags: Tags = ()


class Choice(_Item, frozen=True, kw_only=True, tag_field="kind", tag="choice"):
    """A question with one right option among several."""

    key: Text
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=2, max_length=4)]


class TrueFalse(_Item, frozen=True, kw_only=True, tag_field="kind", tag="true-false"):
    """A statement to be judged."""

    key: bool


class Number(_Item, frozen=True, kw_only=True, tag_field="kind", tag="number"):
    """A question whose key is a figure."""

    key: Decimal
    unit: Annotated[str, Meta(description="What the figure counts: mph, carriages. Empty for a year.")] = ""
    tolerance: Annotated[Decimal, Meta(description="How far a right response may lie from the key.")] = "0"
    wrong: Annotated[tuple[Wrong, ...], Meta(description="Figures that are likely to be given instead.")] = ()


class Short(_Item, frozen=True, kw_only=True, tag_field="kind", tag="short"):
    """A question answered in a word or two of one's own."""

    key: Text
    accepted: Annotated[tuple[Text, ...], Meta(description="Other forms of the key.")] = ()
    distractors: Annotated[tuple[Distractor, ...], Meta(description="Wrong answers that are likely.")] = ()


class Order(_Item, frozen=True, kw_only=True, tag_field="kind", tag="order"):
    """Events to be put in the order of time."""

    steps: Annotated[tuple[Text, ...], Meta(min_length=3, max_length=6, description="From the first to the last.")]


class Match(_Item, frozen=True, kw_only=True, tag_field="kind", tag="match"):
    """Things to be put together in pairs."""

    pairs: Annotated[tuple[Pair, ...], Meta(min_length=3, max_length=6)]


class WhichSource(_Item, frozen=True, kw_only=True, tag_field="kind", tag="which-source"):
    """A claim: which of the sources makes it?"""

    key: Annotated[Text, Meta(description="Id of the source that says it, or all, or none.")]


class Agreement(_Item, frozen=True, kw_only=True, tag_field="kind", tag="agreement"):
    """A point: do the sources agree on it?"""

    key: Annotated[Text, Meta(description="agree, differ, or the id of the only source that speaks of it.")]


class HowSure(_Item, frozen=True, kw_only=True, tag_field="kind", tag="how-sure"):
    """A claim: how sure is the source? The key is the strength of its first fact."""


class TwoTier(_Item, frozen=True, kw_only=True, tag_field="kind", tag="two-tier"):
    """A question with one right option, and then the fact that proves it: the first of its facts."""

    key: Text
    distractors: Annotated[tuple[Distractor, ...], Meta(min_length=2, max_length=4)]
    reasons: Annotated[tuple[Reason, ...], Meta(min_length=2, max_length=3, description="Facts that do not prove it.")]


Item = Choice | TrueFalse | Number | Short | Order | Match | WhichSource | Agreement | HowSure | TwoTier

KINDS: dict[str, type[Item]] = {
    "choice": Choice,
    "true-false": TrueFalse,
    "number": Number,
    "short": Short,
    "order": Order,
    "match": Match,
    "which-source": WhichSource,
    "agreement": Agreement,
    "how-sure": HowSure,
    "two-tier": TwoTier,
}
"""Name of each kind, as packs write it -> its type. The order is part of every paper code: add at the end only."""


def kind_of(item: Item) -> str:
    """The kind of an item, as packs write it.

    >>> kind_of(TrueFalse(id="a", stem="?", key=True, feedback=".", facts=("f",)))
    'true-false'
    """
    return str(type(item).__struct_config__.tag)


def lettered(item: Item) -> bool:
    """Whether it is answered by one letter and nothing else."""
    return isinstance(item, Choice | WhichSource | Agreement | HowSure)
