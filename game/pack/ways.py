"""Directions: what the ways out of rooms are called, by which words, and which of two is the way back.

A pack may declare ways of its own beside the usual ones, or give the usual ones more words. A word that a pack gives to
one of its ways no longer means any other: where a pack lies east and west, E is what its author says.
"""

from collections.abc import Container, Mapping
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from game.core.names import words
from game.core.records import Id, Record, Text


class Way(Record, frozen=True, kw_only=True):
    """A direction in which a room can be left."""

    opposite: Annotated[
        Id | None, Meta(description="The way back; it is enough to say it of one of the two.", examples=["down"])
    ] = None
    words: Annotated[
        tuple[Text, ...],
        Meta(description="Other words a player may type for it, also after GO.", examples=[["upstairs", "aloft"]]),
    ] = ()
    lines: Annotated[
        tuple[Text, ...],
        Meta(description="Whole lines that mean it, without articles.", examples=[["climb on", "up we go"]]),
    ] = ()
    no_way: Annotated[
        Text | None,
        Meta(description="Said where no way leads there, in place of the tour's.", examples=["There is only sky."]),
    ] = None


def split_words(listed: str) -> tuple[str, ...]:
    """Words of a list with commas."""
    return tuple(word.strip() for word in listed.split(","))


USUAL_WAYS: Mapping[str, Way] = {
    "north": Way(opposite="south", words=split_words("n, northward, northwards")),
    "south": Way(words=split_words("s, southward, southwards")),
    "east": Way(opposite="west", words=split_words("e, eastward, eastwards")),
    "west": Way(words=split_words("w, westward, westwards")),
    "north-east": Way(opposite="south-west", words=split_words("ne, northeast")),
    "north-west": Way(opposite="south-east", words=split_words("nw, northwest")),
    "south-east": Way(words=split_words("se, southeast")),
    "south-west": Way(words=split_words("sw, southwest")),
    "up": Way(opposite="down", words=split_words("upstairs, upward, upwards")),
    "down": Way(words=split_words("d, downstairs, downward, downwards")),
    "in": Way(opposite="out", words=("inside",)),
    "out": Way(words=split_words("outside, exit")),
    "left": Way(opposite="right"),
    "right": Way(),
    "forward": Way(
        opposite="back",
        words=split_words("forwards, f, ahead, next, on, onward, onwards, fore, advance"),
        lines=split_words(
            "keep walking, continue walking, keep going, walk on, go straight, straight ahead, straight on, straight, "
            "go further, further, go farther, move on, carry on walking, next one, on to next, go on to next, "
            "next please, keep moving, walk further, go to next, go to next room, on we go"
        ),
    ),
    "back": Way(
        words=split_words("backward, backwards, b, previous, rear, aft, return"),
        lines=split_words(
            "go back one room, go one back, turn around, turn back, walk backwards, one back, "
            "go back to previous room, "
            "go to previous, go back to last room, last room, go to last room, go back to where i was, retreat"
        ),
    ),
}
"""Ways that every pack may use without declaring them."""


RARE_WAYS = frozenset({"forward", "back", "left", "right"})
"""Ways that mean nothing in a pack whose rooms have none of them: ON and NEXT would be refused by an odd name."""


class Ways:
    """The ways of one pack: those it declares, and the usual ones."""

    def __init__(self, declared: Mapping[str, Way], used: Container[str] | None = None) -> None:
        """Take the ways that a pack declares, and those that its rooms have; None for all."""
        usual = {way: one for way, one in USUAL_WAYS.items() if used is None or way not in RARE_WAYS or way in used}
        self.known: dict[str, Way] = {**usual, **{way: _extend(way, own) for way, own in declared.items()}}
        """Id -> way."""
        self._declared = declared

    @cached_property
    def words(self) -> dict[str, str]:
        """A word as typed -> id of the way it means; the parts of NORTH-EAST are joined by a hyphen."""
        # What the pack declares comes last, so that its words win.
        return {
            "-".join(words(word)): way
            for ways in (self.known, self._declared)
            for way, one in ways.items()
            for word in (way, *one.words)
        }

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words that no pack but this one gives to ways: ladder, ferry, swim."""
        usual = {word for way, one in USUAL_WAYS.items() for word in (way, *one.words)}
        own = {"-".join(words(word)) for way, one in self._declared.items() for word in (way, *one.words)}
        return frozenset(own - usual)

    @cached_property
    def lines(self) -> dict[str, str]:
        """A whole line as typed, without articles -> id of the way it means."""
        return {
            " ".join(words(line)): way
            for ways in (self.known, self._declared)
            for way, one in ways.items()
            for line in one.lines
        }

    @cached_property
    def opposites(self) -> dict[str, str]:
        """Id of a way -> id of the way back."""
        found: dict[str, str] = {}
        for ways in (self._declared, USUAL_WAYS):
            for way, one in ways.items():
                if one.opposite is not None:
                    found.setdefault(way, one.opposite)
                    found.setdefault(one.opposite, way)
        return found


def _extend(way: str, own: Way) -> Way:
    """A way as a pack declares it, with the usual words of that name added."""
    usual = USUAL_WAYS.get(way)
    if usual is None:
        return own
    return Way(
        opposite=own.opposite or usual.opposite,
        words=(*own.words, *usual.words),
        lines=(*own.lines, *usual.lines),
        no_way=own.no_way,
    )
