"""The picture of the room: made for the width and the hour of the day, once, and then kept."""

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from textual import events
from textual.content import Content
from textual.strip import Strip

from game.app.view import View
from game.art import Hour, Picture, Size, find_hour, paint_picture, write_picture
from game.art.art_files import ArtFolder
from game.art.boxes import BACK, FORWARD
from game.art.palette import Colour, shade
from game.art.scenes import Scene, change_sprites
from game.tui.messages import Said
from game.tui.themes import DAY
from game.tui.widgets.pixels import pack_pixels
from game.tui.widgets.view_block import ViewBlock

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from game.tui.tour_app import TourApp

NOTICED_SECONDS, NOTICED_BRIGHTNESS = 0.9, 1.45
"""Seconds for which a thing just examined is lit brighter, and the factor of its brightness."""

MAX_WORDS_COLUMNS = 68
"""Columns of the words in place of a picture: a longer line is hard to read."""

MIN_PICTURE_ROWS = 8
"""Rows below which there is no picture, only its frame would show."""


class ScenePicture(ViewBlock):
    """The current room. A click on a thing examines it."""

    def __init__(self, art: "Traversable | None", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._art = ArtFolder(art) if art is not None else None
        self._place = -1
        self._enters: Literal["left", "right"] = "left"
        # A cache in each object, not on the function: a cache on the class would keep pictures of closed games.
        self._picture = lru_cache(maxsize=32)(self._paint)
        self._boxes = Picture([], ())
        self._seen: frozenset[str] = frozenset()
        self._drawn: tuple[tuple[str, str], ...] = ()
        self._noticed: frozenset[str] = frozenset()

    def show(self, view: View) -> None:
        """Show the room, with the visitor at the door through which the player came."""
        if view.place != self._place:
            self._enters = "right" if view.place < self._place else "left"
            self._place = view.place
        # If motion is off, nothing flashes: people who are disturbed by moving pictures use this setting.
        elif self.app.animation_level == "full" and (changed := self._find_changed(view)):
            self._notice(changed)
        self._seen, self._drawn = view.examined, view.drawn
        super().show(view)

    def _find_changed(self, view: View) -> frozenset[str]:
        """The things that were just looked at, and the works that look different since the turn before."""
        worked = {thing for thing, _ in set(view.drawn) ^ set(self._drawn)}
        return frozenset((view.examined - self._seen) | worked)

    def _notice(self, things: frozenset[str]) -> None:
        """Light some things for a moment, because the player has just looked at them."""
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
        scene = self._find_scene(view)
        self._boxes = Picture([], ())
        if self._art is None or scene is None:
            return self._frame_words(view.room.alt, width, height)
        if not cast("TourApp", self.app).has_pixels:
            lines = write_picture(scene, self._art.sprites, Size(width, height))
            return [Strip(Content(line).render_segments(self.visual_style)) for line in lines]
        depth: Literal["truecolour", "256"] = "256" if self.app.theme.endswith("256") else "truecolour"
        size, hour = Size(width, height), self._find_hour(view)
        picture, lines_ = self._picture(view.room.id, view.drawn, size, hour, depth, self._enters)
        self._boxes = picture
        return pack_pixels(self._lighten(picture)) if self._noticed else lines_

    def _find_scene(self, view: View) -> Scene | None:
        """The scene of the room in view, its works drawn as they stand; None where there is none."""
        scene = self._art.find_scene(view.tour, view.room) if self._art is not None else None
        return None if scene is None else change_sprites(scene, dict(view.drawn))

    def _frame_words(self, words: str, width: int, height: int) -> list[Strip]:
        """Words in the middle of a frame, where there is no picture of what they tell."""
        corners, across, side = ("╭╮╰╯", "─", "│") if cast("TourApp", self.app).has_pixels else ("++++", "-", "|")
        told = Content.styled(words, "$muted").wrap(max(1, min(MAX_WORDS_COLUMNS, width - 8)))[: height - 2]
        above = (height - 2 - len(told)) // 2
        rows = [Content("")] * above + list(told) + [Content("")] * (height - 2 - above - len(told))
        edge = Content.styled(side, "$hairline")
        frame = [
            Content.styled(f"{corners[0]}{across * (width - 2)}{corners[1]}", "$hairline"),
            *(edge + _centre(row, width - 2) + edge for row in rows),
            Content.styled(f"{corners[2]}{across * (width - 2)}{corners[3]}", "$hairline"),
        ]
        return [Strip(row.render_segments(self.visual_style)).adjust_cell_length(width) for row in frame]

    def _lighten(self, picture: Picture) -> list[list[Colour]]:
        """The pixels, with the things just examined in a brighter light."""
        rows = [list(row) for row in picture.pixels]
        for box in picture.boxes:
            if box.thing in self._noticed:
                left, right = max(0, box.x), max(0, box.x + box.width)
                for row in rows[max(0, 2 * box.y) : max(0, 2 * (box.y + box.height))]:
                    row[left:right] = [shade(colour, NOTICED_BRIGHTNESS) for colour in row[left:right]]
        return rows

    def _find_hour(self, view: View) -> Hour:
        """The hour of the landscape, which follows the journey but must fit the theme."""
        if not view.tour.minutes:
            # Where no clock runs, no hour of the tour contradicts the screen.
            return "day" if self.app.theme == DAY.name else "dusk"
        hour = find_hour(view.minutes / view.tour.minutes)
        # A bright sky is too bright on a night screen, and a black sky too dark on a day screen.
        if self.app.theme == DAY.name:
            return "day" if hour == "night" else hour
        return "dawn" if hour == "day" else hour

    def _paint(
        self,
        room_id: str,
        drawn: tuple[tuple[str, str], ...],
        size: Size,
        hour: Hour,
        depth: Literal["truecolour", "256"],
        enters: Literal["left", "right"],
    ) -> tuple[Picture, list[Strip]]:
        """The picture of the room in view; its id and how its works stand are the key under which it is kept."""
        art, view = cast(ArtFolder, self._art), cast(View, self.view)
        scene = cast(Scene, self._find_scene(view))
        picture = paint_picture(scene, art.sprites, size, hour, depth=depth, enters=enters)
        return picture, pack_pixels(picture.pixels)

    async def on_click(self, event: events.Click) -> None:
        """Look at the thing under the mouse, or go through the door."""
        if line := self._find_line(self._boxes.find_thing(event.x, event.y)):
            event.stop()
            self.post_message(Said(line))

    def _find_line(self, thing: str) -> str:
        """What a player would type for something in the picture; empty where that is nothing."""
        view = self.view
        if view is None:
            return ""
        if thing in (BACK, FORWARD):
            return view.ways_along[thing == FORWARD]
        return f"x {view.thing_names[thing]}" if thing in view.thing_names else ""


def _centre(row: Content, width: int) -> Content:
    """A row with blanks on both sides."""
    left = max(0, width - row.cell_length) // 2
    return row.pad_left(left).pad_right(max(0, width - row.cell_length - left))
