"""The pictures of rooms as PNG files: painted when a browser first asks for one, then kept.

A picture is asked for by a name that this server has made. A name that it has not made finds nothing, so no address can
ask for a size or a room of its own.
"""

import os
from functools import lru_cache
from threading import Lock
from typing import Literal, NamedTuple

from game.app.view import View
from game.art import Hour, Size, choose_hour, paint_picture
from game.art.art_files import ArtFolder
from game.art.png import encode_png
from game.art.scenes import change_sprites
from game.core.digests import blake2b
from game.pack.world import Room, Tour
from game.web.tours.title_picture import is_title_drawn, paint_title

FOLDER = "/picture/"

WIDTHS = (76, 88, 104)
"""Pixels of the pictures for phones, tablets and wide windows. The page cuts their ends off, never squeezes them."""

ROWS = 14
"""Rows of the terminal that a picture would fill, two pixels each."""

HEIGHT = 2 * ROWS
TITLE = ""
"""In the place of the id of a room: the picture of the title."""

MAX_PAINTED = 512
"""Pictures that are kept, 2 kB each."""
MAX_NAMES = 20_000
"""Names that are known, so that no tour however long fills the memory."""

Side = Literal["left", "right"]


class Motif(NamedTuple):
    """What a picture shows."""

    room: str
    drawn: tuple[tuple[str, str], ...]
    width: int
    hour: Hour
    enters: Side


class PictureNames(NamedTuple):
    """The addresses of one picture in each width, the narrowest first."""

    night: tuple[str, ...]
    day: tuple[str, ...]


class RoomPictures:
    """Every picture of one pack."""

    def __init__(self, art: ArtFolder | None, tour: Tour, rooms: dict[str, Room]) -> None:
        self._art, self._tour, self._rooms = art, tour, rooms
        # Drawn anew after a restart: a pack may have changed, and a browser must not keep its old picture.
        self._salt = os.urandom(16)
        self._motifs: dict[str, Motif] = {}
        # Sprites are read when they are first wanted, and pages of several tours may want them at once.
        self._lock = Lock()
        self._painted = lru_cache(maxsize=MAX_PAINTED)(self._paint)

    def name(self, view: View, enters: Side) -> PictureNames | None:
        """The addresses of the picture of a place; None where the pack has none."""
        if self._art is None or self._art.find_scene(self._tour, view.room) is None:
            return None
        share = view.minutes / view.tour.minutes if view.tour.minutes else None
        night, day = (
            tuple(
                self._register(Motif(view.room.id, view.drawn, width, choose_hour(share, is_day=is_day), enters))
                for width in WIDTHS
            )
            for is_day in (False, True)
        )
        return PictureNames(night, day)

    def name_title(self) -> PictureNames | None:
        """The addresses of the picture of the title; None where the pack has none."""
        if self._art is None or not is_title_drawn(self._tour, WIDTHS[0]):
            return None
        night, day = (
            tuple(self._register(Motif(TITLE, (), width, hour, "left")) for width in WIDTHS)
            for hour in ("night", "day")
        )
        return PictureNames(night, day)

    def find(self, path: str) -> bytes | None:
        """The file at an address; None where this server has made no such address."""
        motif = self._motifs.get(path)
        if motif is None:
            return None
        with self._lock:
            return self._painted(motif)

    def _register(self, motif: Motif) -> str:
        digest = blake2b(repr(motif).encode(), key=self._salt, digest_size=12).hexdigest()
        path = f"{FOLDER}{digest}.png"
        if path not in self._motifs:
            while len(self._motifs) >= MAX_NAMES:
                self._motifs.pop(next(iter(self._motifs)), None)
            self._motifs[path] = motif
        return path

    def _paint(self, motif: Motif) -> bytes:
        art = self._art
        assert art is not None
        if motif.room == TITLE:
            hour: Literal["night", "day"] = "day" if motif.hour == "day" else "night"
            return encode_png(paint_title(self._tour, art, motif.width, ROWS, hour))
        scene = art.find_scene(self._tour, self._rooms[motif.room])
        assert scene is not None
        scene = change_sprites(scene, dict(motif.drawn))
        made = paint_picture(scene, art.sprites, Size(motif.width, ROWS), motif.hour, enters=motif.enters)
        return encode_png(made.pixels)
