"""The picture of the room: made for the width and the hour of the day, once, and then kept."""

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, cast

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from game.app.view import View
from game.art import Hour, Picture, Size, choose_hour, find_text_boxes, paint_picture, write_picture
from game.art.art_files import ArtFolder
from game.art.boxes import BACK, FORWARD, WINDOW
from game.art.scenes import Scene, change_sprites
from game.art.visitor import GUIDE, VISITOR
from game.prose import screen_labels as labels
from game.tui.messages import Said
from game.tui.themes import DAY
from game.tui.widgets.picture_words import frame_words
from game.tui.widgets.pixels import pack_pixels
from game.tui.widgets.view_block import ViewBlock

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from game.tui.tour_app import TourApp

FOCUS_SECONDS = 0.1
"""Seconds from a turn to the spotlight on what was looked at: the reply is painted first."""

MIN_PICTURE_ROWS = 8
"""Rows below which there is no picture, only its frame would show."""

KEPT_PICTURES = 16
"""Pictures that are kept: those of the rooms around, with the spotlight on this thing and on that."""


class Sign(NamedTuple):
    """The name of what is under the mouse, written over the picture."""

    x: int
    y: int
    text: str


class ScenePicture(ViewBlock):
    """The current room. A click on a thing examines it, a click on a door goes through it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picture--sign"}

    def __init__(self, art: "Traversable | None", *, id: str | None = None, is_zoomed: bool = False) -> None:
        """Make the widget.

        Args:
            art: The folder of the pictures; None for a pack without.
            id: Of the widget.
            is_zoomed: True where the picture has the whole screen.
        """
        super().__init__(id=id)
        self._art = ArtFolder(art) if art is not None else None
        self._is_zoomed = is_zoomed
        self._place = -1
        self._enters: Literal["left", "right"] = "left"
        # A cache in each object, not on the function: a cache on the class would keep pictures of closed games.
        self._picture = lru_cache(maxsize=KEPT_PICTURES)(self._paint)
        self._boxes = Picture([], ())
        self._focus = ""
        self._sign: Sign | None = None

    @property
    def lit_thing(self) -> str:
        """Id of the thing that was looked at last in this room; empty before one is."""
        return self._focus

    def show(self, view: View, *, lit_thing: str | None = None) -> None:
        """Show the room, with the visitor at the door through which the player came.

        Args:
            view: Where the player is.
            lit_thing: Id of the thing in the spotlight; None for the one that this view has looked at.
        """
        before, self.view = self.view, view
        if view.place != self._place:
            self._enters = "right" if view.place < self._place else "left"
            self._place = view.place
            self._focus = lit_thing or ""
            self._point_out("", 0, 0)
            self.repaint()
            return
        found = _find_focus(before, view) if lit_thing is None else lit_thing
        has_moved = found is not None and found != self._focus
        self._focus = self._focus if found is None else found
        is_other = before is None or before.drawn != view.drawn or self._find_hour(before) != self._find_hour(view)
        if is_other or (has_moved and self.app.animation_level == "none"):
            self.repaint()
        elif has_moved:
            # Not in the same frame as the reply: lighting a picture takes longer than writing a line.
            self.set_timer(FOCUS_SECONDS, self.repaint)

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The picture in pixels, or in characters where there is no colour."""
        view, has_pixels = self.view, cast("TourApp", self.app).has_pixels
        self._boxes = Picture([], ())
        if view is None or width < 20 or height < MIN_PICTURE_ROWS:
            return []
        scene, size = self._find_scene(view), Size(width, height, self._is_zoomed)
        if self._art is None or scene is None:
            return self._render_rows(frame_words(view.room.alt, width, height, has_pixels=has_pixels))
        if not has_pixels:
            self._boxes = find_text_boxes(scene, self._art.sprites, size, enters=self._enters)
            lines = write_picture(scene, self._art.sprites, size, enters=self._enters, focus=self._focus)
            return self._render_rows([Content(line) for line in lines])
        depth: Literal["truecolour", "256"] = "256" if self.app.theme.endswith("256") else "truecolour"
        key = (view.room.id, view.drawn, size, self._find_hour(view), depth, self._enters, self._focus)
        self._boxes, strips = self._picture(*key)
        return strips

    def _render_rows(self, rows: list[Content]) -> list[Strip]:
        return [
            Strip(row.render_segments(self.visual_style)).adjust_cell_length(self.size.width, self.rich_style)
            for row in rows
        ]

    def render_line(self, y: int) -> Strip:
        """One terminal line, with the name of what is under the mouse."""
        strip, sign = super().render_line(y), self._sign
        if sign is None or sign.y != y:
            return strip
        end, width = sign.x + len(sign.text), self.size.width
        text = Strip([Segment(sign.text, self.get_component_rich_style("picture--sign"))])
        return Strip.join([strip.crop(0, sign.x), text, strip.crop(end, width)])

    def _find_scene(self, view: View) -> Scene | None:
        """The scene of the room in view, its works drawn as they stand; None where there is none."""
        scene = self._art.find_scene(view.tour, view.room) if self._art is not None else None
        return None if scene is None else change_sprites(scene, dict(view.drawn))

    def _find_hour(self, view: View) -> Hour:
        """The hour of the landscape, which follows the journey but must fit the theme."""
        share = view.minutes / view.tour.minutes if view.tour.minutes else None
        return choose_hour(share, is_day=self.app.theme == DAY.name)

    def _paint(  # noqa: PLR0913, PLR0917 - what a picture depends on
        self,
        room_id: str,
        drawn: tuple[tuple[str, str], ...],
        size: Size,
        hour: Hour,
        depth: Literal["truecolour", "256"],
        enters: Literal["left", "right"],
        focus: str,
    ) -> tuple[Picture, list[Strip]]:
        """The picture of the room in view; its id and how its works stand are the key under which it is kept."""
        art, view = cast(ArtFolder, self._art), cast(View, self.view)
        scene = cast(Scene, self._find_scene(view))
        picture = paint_picture(scene, art.sprites, size, hour, depth=depth, enters=enters, focus=focus)
        # The pixels are in the strips: kept twice, they would be most of what a long tour keeps.
        return picture._replace(pixels=[]), pack_pixels(picture.pixels)

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
        return f"x {name}" if (name := self._call(thing)) else ""

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what is under the mouse."""
        self._point_out(self._boxes.find_thing(event.x, event.y), event.x, event.y)

    def on_leave(self) -> None:
        """Tell nothing any more."""
        self._point_out("", 0, 0)

    def _point_out(self, thing: str, x: int, y: int) -> None:
        """Write the name of something above the mouse; take the name away that stood there."""
        name = self._call(thing)
        text = f" {name} " if name else ""
        sign = Sign(max(0, min(x - 1, self.size.width - len(text))), y - 1 if y else 1, text) if name else None
        for each in {self._sign, sign} - {None} if sign != self._sign else ():
            self.refresh(Region(0, cast(Sign, each).y, self.size.width, 1))
        self._sign = sign

    def _call(self, thing: str) -> str:
        """What something in the picture is called; empty where that is nothing to name."""
        view = self.view
        if view is None or not thing:
            return ""
        if thing in (BACK, FORWARD):
            way = view.ways_along[thing == FORWARD]
            return next((each.room.name for each in view.exits if each.direction == way), "")
        if thing == GUIDE:
            return view.tour.guide.name if view.tour.guide is not None else ""
        own = {VISITOR: labels.VISITOR_SIGN, WINDOW: labels.WINDOW_SIGN}
        return own.get(thing, view.thing_names.get(thing, ""))


def _find_focus(before: View | None, view: View) -> str | None:
    """The thing that was looked at or worked since a view; None where that is none, or not one alone."""
    if before is None:
        return None
    worked = {thing for thing, _ in set(view.drawn) ^ set(before.drawn)}
    changed = (view.examined - before.examined) or worked
    return next(iter(changed)) if len(changed) == 1 else None
