"""Every word for a way.

Directions are no verbs: FORWARD alone is a whole command, and the same words may stand after a verb of walking.
"""

from game.core.names import ARTICLES
from game.pack.world import Direction
from game.tour.commands import Go, GoSideways
from game.tour.verbs.verb import split_words

DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(
        split_words("forward, forwards, f, ahead, next, on, onward, onwards, east, e, right, fore, advance"), "forward"
    ),
    **dict.fromkeys(split_words("back, backward, backwards, b, previous, rear, west, w, left, aft, return"), "back"),
    **dict.fromkeys(split_words("in, inside, aboard, board, embark"), "in"),
    **dict.fromkeys(split_words("out, outside, off, alight, exit, disembark"), "out"),
}
"""Word -> way, as the train is drawn: forward is to the right, towards the locomotive."""

WAYS: dict[str, Direction] = {
    **dict.fromkeys(
        split_words(
            "keep walking, continue walking, keep going, walk on, go straight, straight ahead, straight on, straight, "
            "go further, further, go farther, move on, carry on walking, next one, on to next, go on to next, "
            "next please, keep moving, walk further, go to next, go to next room, go to next carriage, on we go"
        ),
        "forward",
    ),
    **dict.fromkeys(
        split_words(
            "go back one room, go one back, turn around, turn back, walk backwards, one back, "
            "go back to previous room, "
            "go to previous, go back to last room, last room, go to last room, go back to where i was, retreat"
        ),
        "back",
    ),
}
"""Whole line, without its articles -> way."""

SIDEWAYS = frozenset({"north", "n", "south", "s", "up", "down", "d", "ne", "nw", "se", "sw", "upstairs", "downstairs"})
"""Directions of the compass that a train does not have."""

_WALKING = frozenset(
    {"go", "walk", "move", "run", "head", "step", "get", "climb", "proceed", "travel", "turn", "continue"}
)
_DOOR_VERBS = frozenset({"use", "take", "enter", "leave", "open", "exit"})
_WAY_FILLER = frozenset(
    {"to", "into", "towards", "toward", "through", "carriage", "room", "door", "car", "train", "of", "here", "wagon"}
)
_PARTICLES = frozenset({"in", "on", "off", "out", "up", "down"})


def read_way(typed: tuple[str, ...]) -> Go | GoSideways | None:
    """A way to go, with or without a verb of walking before it; None for any other words."""
    rest = tuple(word for word in typed if word not in ARTICLES)
    if (way := WAYS.get(" ".join(rest))) is not None:
        return Go(direction=way)
    first = next(iter(rest), "")
    if first in DIRECTIONS and _WAY_FILLER.issuperset(rest[1:]):
        rest = (first,)
    if first in _WALKING or (first in _DOOR_VERBS and "door" in rest):
        rest = tuple(word for word in rest[1:] if word not in _WAY_FILLER)
    match rest:
        # TURN ON is no way, though ON is.
        case (word,) if word in DIRECTIONS and not (word in _PARTICLES and typed[0] == "turn"):
            return Go(direction=DIRECTIONS[word])
        case (word,) if word in SIDEWAYS:
            return GoSideways(word=word)
    return None


def is_look_along(typed: tuple[str, ...]) -> bool:
    """Whether someone looks along the train and does not walk: LOOK LEFT, LOOK AHEAD, LOOK TO THE REAR.

    >>> is_look_along(("look", "left")), is_look_along(("look", "up")), is_look_along(("go", "left"))
    (True, False, False)
    """
    rest = [word for word in typed[1:] if word not in ARTICLES and word not in _WAY_FILLER]
    is_along = len(rest) == 1 and DIRECTIONS.get(rest[0]) in ("forward", "back") and rest[0] not in _PARTICLES
    return typed[:1] == ("look",) and is_along
