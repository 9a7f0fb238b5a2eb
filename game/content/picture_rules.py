"""Rules for pictures: every scene that is named is in the pack. How a scene is drawn is no matter of a load."""

from typing import Literal

from game.content.pack_art import open_art
from game.content.pack_documents import PackDocuments
from game.pack.looks import is_corner
from game.pack.world import Room, Tour
from game.prose.room_problems import describe_corner, describe_map_edges
from game.prose.suggestions import describe_unknown


def check_pictures(pack: PackDocuments) -> None:
    """Every scene that a room or the title names exists."""
    scenes: list[str] | None = None
    for name, picture, path in (
        *((name, room.picture, "picture") for name, room in pack.of(Room).items()),
        *((name, tour.title_picture, "title_picture") for name, tour in pack.of(Tour).items()),
    ):
        if picture is None:
            continue
        # Looked for only where one is named: most rooms name none, and a load need not read another folder.
        scenes = list_pictures(pack, "scenes") if scenes is None else scenes
        if picture not in scenes:
            pack.documents[name].add((path,), describe_unknown("scene", picture, scenes))


def list_pictures(pack: PackDocuments, kind: Literal["scenes", "sprites"]) -> list[str]:
    """The scenes or the sprites of a pack, by name."""
    folder = open_art(pack.folder) / kind
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return sorted(name.removesuffix(".txt") for name in names if name.endswith(".txt"))


def check_map(pack: PackDocuments) -> None:
    """The map shows some part of the world, and every corner of a coast is a place on it."""
    for name, tour in pack.of(Tour).items():
        if tour.map is None:
            continue
        if tour.map.south >= tour.map.north:
            pack.documents[name].add(("map", "north"), describe_map_edges())
        for land, listed in tour.map.coasts.items():
            for corner in listed.split():
                if not is_corner(corner):
                    pack.documents[name].add(("map", "coasts", land), describe_corner(corner))
                    break
