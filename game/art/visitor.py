"""Puts the visitor of a tour beside the door, where he hides least of what there is to see."""

from collections.abc import Collection, Mapping

from game.art.scenes import FLOOR_TOP, Layout, PlacedSprite
from game.art.sprites import Sprite

GUIDE, VISITOR = "@guide", "@me"
"""What the guide and the visitor are called in a scene."""

FIRST_PLACE, FARTHEST_PLACE = 9, 24
"""Pixels from the end of the picture: where a visitor stands if nothing is hidden, and as far as he goes."""

FORGIVEN = 0.125
"""The share of a thing that may be hidden before the visitor looks for another place."""

DEEP_ROWS = 12
"""Terminal rows from which the visitor stands nearer to us: fewer do not show the front of the floor."""


def add_visitor(
    layout: Layout, sprites: Mapping[str, Sprite], width: int, rows: int, enters: str, shows: Collection[str] = ()
) -> Layout:
    """The layout with a visitor.

    Args:
        layout: Without him.
        sprites: Every sprite by its name.
        width: Pixels of the scene.
        rows: Of the terminal.
        enters: The end through which he came; empty for none.
        shows: Ids of the things that the picture is about.
    """
    if not enters or "visitor" not in sprites:
        return layout
    drawn = sprites["visitor"]
    shown = drawn if enters == "left" else drawn.flipped()
    top = FLOOR_TOP + (5 if rows >= DEEP_ROWS else 3) - shown.height
    places = [FIRST_PLACE, 8, 7, *range(FIRST_PLACE + 1, FARTHEST_PLACE + 1)]
    if enters != "left":
        places = [width - place - shown.width for place in places]
    painted: dict[str, list[tuple[int, int]]] = {}
    for piece in layout.pieces:
        if piece.thing:
            painted.setdefault(piece.thing, []).extend(list_pixels(piece))
    # The first of equal places wins, so the visitor stays at the door where he hides nothing.
    x = min(places, key=lambda place: _rate(painted, list_pixels(PlacedSprite(shown, place, top, "", 0)), shows))
    return layout._replace(pieces=(*layout.pieces, PlacedSprite(shown, x, top, VISITOR, 0)))


def _rate(
    painted: Mapping[str, list[tuple[int, int]]], visitor: list[tuple[int, int]], shows: Collection[str]
) -> float:
    """The share of the thing that suffers most of a visitor; people and what the picture is about suffer twice."""
    body = set(visitor)
    shares = (
        sum(place in body for place in places) / max(1, len(places)) * (2 if thing in shows or thing == GUIDE else 1)
        for thing, places in painted.items()
    )
    return max((FORGIVEN, *shares))


def list_pixels(piece: PlacedSprite) -> list[tuple[int, int]]:
    """The places of the scene that a piece paints."""
    return [
        (piece.x + dx, piece.y + dy)
        for dy, row in enumerate(piece.sprite.rows)
        for dx, pixel in enumerate(row)
        if pixel is not None
    ]
