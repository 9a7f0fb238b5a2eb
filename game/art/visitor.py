"""Puts the visitor of a tour beside the door, where he hides least of what there is to see."""

from collections.abc import Mapping

from game.art.scenes import FLOOR_TOP, Layout, PlacedSprite
from game.art.sprites import Sprite

FIRST_PLACE, FARTHEST_PLACE = 9, 24
"""Pixels from the end of the picture: where a visitor stands if nothing is hidden, and as far as he goes."""

FORGIVEN = 0.125
"""The share of a thing that may be hidden before the visitor looks for another place."""

DEEP_ROWS = 12
"""Terminal rows from which the visitor stands nearer to us: fewer do not show the front of the floor."""


def add_visitor(layout: Layout, sprites: Mapping[str, Sprite], width: int, rows: int, enters: str) -> Layout:
    """The layout with the visitor at the end through which he came; without him when that is empty."""
    if not enters or "visitor" not in sprites:
        return layout
    drawn = sprites["visitor"]
    shown = drawn if enters == "left" else drawn.flipped()
    top = FLOOR_TOP + (5 if rows >= DEEP_ROWS else 3) - shown.height
    places = [FIRST_PLACE, 8, 7, *range(FIRST_PLACE + 1, FARTHEST_PLACE + 1)]
    if enters != "left":
        places = [width - place - shown.width for place in places]
    near = [piece for piece in layout.pieces if piece.thing]
    # The first of equal places wins, so the visitor stays at the door where he hides nothing.
    x = min(places, key=lambda place: max((FORGIVEN, *_find_shares(near, shown, place, top))))
    return layout._replace(pieces=(*layout.pieces, PlacedSprite(shown, x, top, "@me", 0)))


def _find_shares(pieces: list[PlacedSprite], visitor: Sprite, x: int, y: int) -> list[float]:
    """Which share of each piece a visitor would hide there."""
    body = {(x + dx, y + dy) for dy, row in enumerate(visitor.rows) for dx, pixel in enumerate(row) if pixel}
    shares = []
    for piece in pieces:
        if piece.x < x + visitor.width and x < piece.x + piece.sprite.width:
            painted = list_pixels(piece)
            shares.append(len(body.intersection(painted)) / max(1, len(painted)))
    return shares


def list_pixels(piece: PlacedSprite) -> list[tuple[int, int]]:
    """The places of the scene that a piece paints."""
    return [
        (piece.x + dx, piece.y + dy)
        for dy, row in enumerate(piece.sprite.rows)
        for dx, pixel in enumerate(row)
        if pixel is not None
    ]
