"""What is doubtful in pictures: things that are hidden, outside the rows a small window shows, or in no picture.

A doubt is no fault: a chair behind a table may be meant.
"""

from collections.abc import Collection, Iterator
from itertools import product

from game.art.art_files import ArtFolder
from game.art.scenes import PlacedSprite, Scene, lay_out
from game.art.visitor import add_visitor, list_pixels
from game.pack.world import Room, World
from game.prose import art_problems as problems

WIDTHS = (76, 80, 82, 116)
"""Columns at which pictures are looked at: of narrow windows, and beside the panel of wide ones."""

ENDS = ("", "left", "right")
"""Where the visitor stands; empty without him."""

HIDDEN_SHARE = 0.25
"""The share of a thing that may be hidden."""

FIRST_ROW, END_ROW = 5, 23
"""The pixel rows that a picture of nine terminal rows shows."""

PICTURE_ROWS = 14


def find_warnings(art: ArtFolder, world: World) -> list[str]:
    """What is doubtful in the pictures of a pack, as scene: message."""
    found = []
    shown: dict[str, set[str]] = {}
    for room in world.rooms.values():
        scene = art.find_scene(world.tour, room)
        if scene is None or scene.name not in art.names:
            continue
        found += [f"{scene.name}: {doubt}" for doubt in _find_doubts(art, scene, room)]
        for piece in scene.list_pieces():
            if piece.thing and not piece.thing.startswith("@"):
                shown.setdefault(piece.sprite, set()).add(f"{room.id}/{piece.thing}")
    twice = {sprite: things for sprite, things in shown.items() if len({name.split("/")[0] for name in things}) > 1}
    return [*found, *(problems.describe_shared_sprite(sprite, sorted(things)) for sprite, things in twice.items())]


def _find_doubts(art: ArtFolder, scene: Scene, room: Room) -> Iterator[str]:
    drawn = {piece.thing for piece in scene.list_pieces()}
    if absent := [thing.id for thing in room.things if thing.id not in drawn]:
        yield problems.describe_absent(absent)
    hidden: dict[str, tuple[float, int, str]] = {}
    for width, enters in product(WIDTHS, ENDS):
        layout = add_visitor(lay_out(scene, art.sprites, width), art.sprites, width, PICTURE_ROWS, enters, scene.shows)
        for thing, share in _measure_hidden(layout.pieces).items():
            if share > HIDDEN_SHARE and share > hidden.get(thing, (0.0, 0, ""))[0]:
                hidden[thing] = (share, width, enters)
    for thing, (share, width, enters) in hidden.items():
        yield problems.describe_hidden(thing, round(100 * share), width, enters)
    for thing, rows in _find_rows(lay_out(scene, art.sprites, WIDTHS[0]).pieces).items():
        if rows.isdisjoint(range(FIRST_ROW, END_ROW)):
            yield problems.describe_outside(thing, FIRST_ROW, END_ROW - 1)


def _measure_hidden(pieces: Collection[PlacedSprite]) -> dict[str, float]:
    """Thing -> the share of its pixels that something nearer covers."""
    own: dict[str, int] = {}
    seen: dict[tuple[int, int], str] = {}
    for piece in pieces:
        places = list_pixels(piece)
        own[piece.thing] = own.get(piece.thing, 0) + len(places)
        seen.update(dict.fromkeys(places, piece.thing))
    left: dict[str, int] = {}
    for thing in seen.values():
        left[thing] = left.get(thing, 0) + 1
    return {
        thing: 1 - left.get(thing, 0) / number
        for thing, number in own.items()
        if thing and not thing.startswith("@") and number
    }


def _find_rows(pieces: Collection[PlacedSprite]) -> dict[str, set[int]]:
    """Thing -> the pixel rows it is in."""
    rows: dict[str, set[int]] = {}
    for piece in pieces:
        if piece.thing and not piece.thing.startswith("@"):
            rows.setdefault(piece.thing, set()).update(range(piece.y, piece.y + piece.sprite.height))
    return rows
