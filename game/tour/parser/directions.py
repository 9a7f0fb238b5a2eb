"""Reads ways to go.

Directions are no verbs: DOWN alone is a whole command, and the same words may stand after a verb of walking.
"""

from game.core.names import ARTICLES, key
from game.tour.commands import Go
from game.tour.finding import find_exact
from game.tour.scope import Scope

_WALKING = frozenset(
    {"go", "walk", "move", "run", "head", "step", "get", "climb", "proceed", "travel", "turn", "continue"}
)
_DOOR_VERBS = frozenset({"use", "take", "enter", "leave", "open", "exit"})
_RIDES = frozenset({"use", "take", "enter", "ride", "board", "by"})
"""Verbs by which a way of the pack is taken: TAKE THE FERRY."""
_STAIRS = frozenset({"stair", "stairs", "steps", "staircase", "ladder"})
_WAY_FILLER = frozenset({"to", "into", "towards", "toward", "through", "room", "door", "of", "here", "by", *_STAIRS})
_ALONG = frozenset({"across", "over", "along", "up", "down", "through", "around"})
"""Words that may stand after a way of the pack without changing it: SWIM ACROSS."""
_PARTICLES = frozenset({"in", "on", "off", "out", "up", "down"})
_NO_LOOKS = frozenset({"in", "out", "up", "down"})
"""Ways along which nobody looks for a door: LOOK UP is a look at the ceiling."""


def read_way(typed: tuple[str, ...], scope: Scope) -> Go | None:
    """A way to go, with or without a verb of walking before it; None for any other words."""
    ways = scope.lexicon.ways
    filler = _WAY_FILLER | scope.lexicon.place_words
    rest = tuple(word for word in typed if word not in ARTICLES)
    if (way := ways.lines.get(" ".join(rest))) is not None:
        return Go(direction=way)
    first = next(iter(rest), "")
    if first in ways.words and (filler.issuperset(rest[1:]) or (first in ways.own_words and set(rest[1:]) <= _ALONG)):
        rest = (first,)
    # A word that the pack gives to a way means it, unless something in sight is called just that.
    own = next((word for word in rest[1:] if word in ways.own_words), "")
    if first in (_RIDES | _WALKING) and own and filler.issuperset({*rest[1:]} - {own}) and not find_exact(scope, own):
        rest = (own,)
    elif first in _WALKING or (first in _DOOR_VERBS and not {"door", *_STAIRS}.isdisjoint(rest)):
        rest = tuple(word for word in rest[1:] if word not in filler)
    # TURN ON is no way, though ON is; nor is TURN BOARD where a board can be turned.
    if (way := ways.words.get("-".join(rest))) and not (typed[0] == "turn" and _is_turnable(rest, scope)):
        return Go(direction=way)
    return None


def _is_turnable(rest: tuple[str, ...], scope: Scope) -> bool:
    if rest[0] in _PARTICLES:
        return True
    named = key(" ".join(rest))
    return any(named in map(key, thing.all_names) for thing in scope.room.things if thing.works is not None)


def is_look_along(typed: tuple[str, ...], scope: Scope) -> bool:
    """Whether someone looks where a way may lead and does not walk: LOOK LEFT, LOOK AHEAD, LOOK TO THE REAR."""
    filler = _WAY_FILLER | scope.lexicon.place_words
    rest = [word for word in typed[1:] if word not in ARTICLES and word not in filler]
    way = scope.lexicon.ways.words.get("-".join(rest)) if rest else None
    return typed[:1] == ("look",) and way is not None and way not in _NO_LOOKS and rest[0] not in _PARTICLES
