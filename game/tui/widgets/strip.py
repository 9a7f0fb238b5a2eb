"""The train strip: all carriages from the side, the current one in the middle and lit."""

from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.strip import Strip

from game.art.train import DAY, LOCOMOTIVE, NIGHT, NIGHT_256, PITCHES, Car, car_at, draw, left_of
from game.tui.messages import Said
from game.tui.widgets.block import Block
from game.tui.widgets.pixels import strips
from game.view import View

if TYPE_CHECKING:
    from game.tui.app import TourApp


class TrainStrip(Block):
    """The train as a picture, its numbers under it. A click on a carriage asks to go there."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: View | None = None

    def show(self, view: View) -> None:
        """Show the train around where the player stands."""
        if self._view is None or view.stops != self._view.stops or view.room != self._view.room:
            self._view = view
            self.changed()

    @property
    def _cars(self) -> list[Car]:
        """The cars as they are drawn; the locomotive only where the train ends."""
        if self._view is None:
            return []
        view = self._view
        cars = [
            Car("" if s.room.number is None else str(s.room.number), s.room.windows, s.room is view.room, s.is_visited)
            for s in view.stops
        ]
        return [*cars, Car("", LOCOMOTIVE, False, False)] if view.is_end_near else cars

    @property
    def _here(self) -> int:
        """Index of the car to put in the middle."""
        return next((index for index, car in enumerate(self._cars) if car.is_here), 0)

    def strips(self, width: int, height: int) -> list[Strip]:
        """The picture, with the numbers written over its lowest row; words alone where there is no colour for it."""
        if self._view is None or not width:
            return []
        if not cast("TourApp", self.app).has_pixels or height not in PITCHES:
            return self._words(width)
        palette = {"day": DAY, "night-256": NIGHT_256}.get(self.app.theme, NIGHT)
        picture = strips(draw(self._cars, self._here, width, height, palette).rows)
        picture[-1] = self._numbers(picture[-1], width, height)
        return picture

    def _numbers(self, strip: Strip, width: int, height: int) -> Strip:
        """The lowest row with each carriage's number on a cleared patch."""
        pieces: list[Strip] = []
        at = 0
        for index, car in enumerate(self._cars):
            left = left_of(index, self._here, width, height) + PITCHES[height] // 2 - 3
            if not car.label or left < at or left + 4 > width:
                continue
            style = "bold $gold" if car.is_here else "$foreground" if car.is_visited else "$muted"
            patch = Content.styled(f" {car.label:>2} ", f"{style} on $background")
            pieces += [strip.crop(at, left), Strip(patch.render_segments(self.visual_style))]
            at = left + 4
        return Strip.join([*pieces, strip.crop(at, width)])

    def _words(self, width: int) -> list[Strip]:
        """The strip without a picture: the cars' numbers in a row, the current one in brackets."""
        shown = [f"[{car.label or 'platform'}]" if car.is_here else car.label or "·" for car in self._cars]
        first = max(0, self._here - 8)
        text = Content("  ".join(shown[first:])).truncate(width)
        return [Strip(text.render_segments(self.visual_style)).adjust_cell_length(width)]

    async def on_click(self, event: events.Click) -> None:
        """Ask to go to the car under the mouse."""
        width, height = self.size
        if height not in PITCHES or self._view is None:
            return
        index = car_at(event.x, self._here, width, height)
        if 0 <= index < len(self._view.stops):
            self.post_message(Said(f"go to {self._view.stops[index].room.name}"))
