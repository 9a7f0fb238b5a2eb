"""The picture of the room: composed for the width, lit for the hour, made once and kept."""

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from textual import events
from textual.content import Content
from textual.strip import Strip

from game.app.view import View
from game.art import Hour, Picture, Size, find_hour, paint_picture, write_picture
from game.art.art_files import ArtFolder
from game.art.palette import Colour, shade
from game.core.paths import shipped
from game.tui.messages import Said
from game.tui.themes import DAY
from game.tui.widgets.pixels import pack_pixels
from game.tui.widgets.view_block import ViewBlock

if TYPE_CHECKING:
    from game.tui.tour_app import TourApp

NOTICED_SECONDS, NOTICED_BRIGHTNESS = 0.9, 1.45
"""Seconds for which a thing just examined is lit brighter, and the factor of its brightness."""

MIN_PICTURE_ROWS = 8
"""Rows below which there is no picture, only its frame would show."""


class ScenePicture(ViewBlock):
    """The current carriage, cut open. A click on a thing examines it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._art = ArtFolder(shipped("assets"))
        self._place = -1
        self._enters: Literal["left", "right"] = "left"
        # A cache of its own and none on the function: a cache of the class would hold pictures of closed games.
        self._picture = lru_cache(maxsize=32)(self._paint)
        self._boxes = Picture([], ())
        self._seen: frozenset[str] = frozenset()
        self._noticed: frozenset[str] = frozenset()

    def show(self, view: View) -> None:
        """Show the room, with the visitor at the door through which the player came."""
        if view.place != self._place:
            self._enters = "right" if view.place < self._place else "left"
            self._place = view.place
        # Without motion nothing flashes: that setting is made by those whom moving pictures trouble.
        elif view.examined != self._seen and self.app.animation_level == "full":
            self._notice(view.examined - self._seen)
        self._seen = view.examined
        super().show(view)

    def _notice(self, things: frozenset[str]) -> None:
        """Light some things for a moment: they have just been looked at."""
        self._noticed = things
        self.set_timer(NOTICED_SECONDS, self._forget)

    def _forget(self) -> None:
        self._noticed = frozenset()
        self.repaint()

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The picture in pixels, or in characters where there is no colour."""
        view = self.view
        if view is None or width < 20 or height < MIN_PICTURE_ROWS:
            return []
        name = view.room.picture or view.room.id
        if not cast("TourApp", self.app).has_pixels:
            lines = write_picture(self._art.scene(name), self._art.sprites, Size(width, height))
            return [Strip(Content(line).render_segments(self.visual_style)) for line in lines]
        depth: Literal["truecolour", "256"] = "256" if self.app.theme.endswith("256") else "truecolour"
        picture, lines_ = self._picture(name, Size(width, height), self._find_hour(view), depth, self._enters)
        self._boxes = picture
        return pack_pixels(self._lighten(picture)) if self._noticed else lines_

    def _lighten(self, picture: Picture) -> list[list[Colour]]:
        """The pixels, with the things just noticed in a brighter light."""
        rows = [list(row) for row in picture.pixels]
        for box in picture.boxes:
            if box.thing in self._noticed:
                left, right = max(0, box.x), max(0, box.x + box.width)
                for row in rows[max(0, 2 * box.y) : max(0, 2 * (box.y + box.height))]:
                    row[left:right] = [shade(colour, NOTICED_BRIGHTNESS) for colour in row[left:right]]
        return rows

    def _find_hour(self, view: View) -> Hour:
        """The hour of the landscape, which follows the journey but never fights the theme."""
        hour = find_hour(view.minutes / view.tour.minutes if view.tour.minutes else 0)
        # A bright sky on a night screen glares, and a black one on a day screen is a hole.
        if self.app.theme == DAY.name:
            return "day" if hour == "night" else hour
        return "dawn" if hour == "day" else hour

    def _paint(
        self, name: str, size: Size, hour: Hour, depth: Literal["truecolour", "256"], enters: Literal["left", "right"]
    ) -> tuple[Picture, list[Strip]]:
        picture = paint_picture(self._art.scene(name), self._art.sprites, size, hour, depth=depth, enters=enters)
        return picture, pack_pixels(picture.pixels)

    async def on_click(self, event: events.Click) -> None:
        """Look at the thing under the mouse."""
        names = self.view.thing_names if self.view else {}
        for box in self._boxes.boxes:
            inside = box.x <= event.x < box.x + box.width and box.y <= event.y < box.y + box.height
            if inside and box.thing in names:
                event.stop()
                self.post_message(Said(f"x {names[box.thing]}"))
                return
