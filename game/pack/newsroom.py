"""The newsroom of a tour: wires at halts, a rival's clippings, and how much news each fact is.

A pack without a newsroom may have a desk all the same. There, reports are marked by their sureness alone.
"""

from typing import Annotated

from msgspec import Meta

from game.core.records import Id, Record, Text

USUAL_NEWS = 1
"""News value of a fact of which the newsroom says nothing."""

MAX_NEWS = 3
"""News value of a fact that answers what the whole tour is about."""

MAX_CLIPPING = 60
"""Characters of a clipping's headline, so that it fits into one line of the smallest screen."""


class Wire(Record, frozen=True, kw_only=True):
    """A halt at which the paper asks for one line."""

    id: Id
    at: Annotated[str, Meta(description="Id of the room in which it arrives, when that is first entered.")]
    asks: Annotated[Text, Meta(description="What the editor wires; it makes no claim about the world.")]


class Clipping(Record, frozen=True, kw_only=True):
    """A headline of the invented rival, wrong on purpose. It is always shown as invented."""

    id: Id
    at: Annotated[str, Meta(description="Id of the room in which it is found, when that is first entered.")]
    says: Annotated[Text, Meta(max_length=MAX_CLIPPING, description="Its headline. Not on health, family, character.")]
    slip: Annotated[Text, Meta(description="What it does wrong, shown once it is caught: Two sources are merged.")]
    facts: Annotated[
        tuple[str, ...], Meta(min_length=1, description="Ids of the facts it breaks: a note of any of them catches it.")
    ]


class News(Record, frozen=True, kw_only=True):
    """Facts that are of the same news value."""

    value: Annotated[int, Meta(ge=0, le=MAX_NEWS, description="3: it answers what the tour is about. 0: no news.")]
    facts: Annotated[tuple[str, ...], Meta(min_length=1, description="Ids of these facts.")]


class Newsroom(Record, frozen=True, kw_only=True):
    """newsroom.yaml: the paper that prints the report, its rival, its wires, and what is news."""

    paper: Annotated[Text, Meta(max_length=24, description="Name of the invented newspaper.")]
    rival: Annotated[Text, Meta(max_length=24, description="Name of the invented rival.")]
    wires: Annotated[tuple[Wire, ...], Meta(description="In the order in which they arrive.")] = ()
    clippings: tuple[Clipping, ...] = ()
    news: Annotated[
        tuple[News, ...], Meta(description="News values of facts, 0 to 3; a fact that is in none has the value 1.")
    ] = ()
    own_headlines: Annotated[
        bool, Meta(description="False where only headlines of closed questions may be printed, as in a class.")
    ] = True
    gaps: Annotated[
        tuple[str, ...], Meta(description="Ids of the facts that say what nobody knows for sure; they make an ending.")
    ] = ()

    lectern: Annotated[
        str,
        Meta(description="Id of a thing in a room with a desk at which the report is read back; left out for none."),
    ] = ""

    def map_news(self) -> dict[str, int]:
        """Fact id -> its news value, where it is not USUAL_NEWS."""
        return {fact_id: news.value for news in self.news for fact_id in news.facts}
