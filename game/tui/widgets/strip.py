"""The train strip: the carriages from the side, the current one in the middle and lit."""

from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip

from game.app.view import View
from game.art.train import DAY, LOCOMOTIVE, NIGHT, NIGHT_256, PITCHES, Car, draw_train, find_car, find_column
from game.tui.messages import Said
from game.tui.widgets.block import Block
from game.tui.widgets.pixels import pack_pixels

if TYPE_CHECKING:
    from game.tui.tour_app import TourApp

CAR_COLUMNS = 13
"""Columns of a car in characters."""

WALK_SECONDS = 0.6
"""Seconds that the train takes to move past by one carriage."""


class TrainStrip(Block):
    """The train as a picture, its numbers under it. A click on a carriage asks to go there."""

    here: reactive[float] = reactive(0.0, init=False)
    """Index of the car in the middle; a fraction while the train moves past."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: View | None = None
        self.is_moving_shown = True
        """Whether the train moves past when one walks."""

    def show(self, view: View) -> None:
        """Show the train around the player's carriage; a step to the next carriage is animated."""
        # Most turns move nobody, and a strip that is not painted anew costs nothing.
        if self._view is not None and view.stops == self._view.stops and view.room == self._view.room:
            return
        before, self._view = self._view, view
        steps = view.place - before.place if before else 0
        target = float(next((index for index, stop in enumerate(view.stops) if stop.room is view.room), 0))
        self.repaint()
        # A longer way would rush past unreadably; and a window that nobody looks at need not move.
        if abs(steps) == 1 and self.is_moving_shown and self.app.animation_level == "full" and self.app.app_focus:
            # Set without a watcher: the frame before the walk is on the screen already.
            self.set_reactive(TrainStrip.here, target - steps)
            self.animate("here", target, duration=WALK_SECONDS, easing="in_out_cubic", level="full")
        else:
            self.here = target

    def watch_here(self) -> None:
        """Paint the train where it is now."""
        self.repaint()

    async def finish(self) -> None:
        """Bring a running walk to its end."""
        await self.stop_animation("here", complete=True)

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

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The picture, with the numbers written over its lowest row; words alone where there is no colour for it."""
        if self._view is None or not width:
            return []
        if not cast("TourApp", self.app).has_pixels or height not in PITCHES:
            return self._draw_in_characters(width, height)
        palette = {"day": DAY, "night-256": NIGHT_256}.get(self.app.theme, NIGHT)
        picture = pack_pixels(draw_train(self._cars, self.here, width, height, palette).rows)
        picture[-1] = self._write_numbers(picture[-1], width, height)
        return picture

    def _write_numbers(self, strip: Strip, width: int, height: int) -> Strip:
        """The lowest row with each carriage's number on a cleared patch."""
        pieces: list[Strip] = []
        at = 0
        for index, car in enumerate(self._cars):
            left = find_column(index, self.here, width, height) + PITCHES[height] // 2 - 3
            # A number cut at the edge would be another number.
            if not car.label or left < at or left + 4 > width:
                continue
            style = "bold $gold" if car.is_here else "$foreground" if car.is_visited else "$muted"
            patch = Content.styled(f" {car.label:>2} ", f"{style} on $background")
            pieces += [strip.crop(at, left), Strip(patch.render_segments(self.visual_style))]
            at = left + 4
        return Strip.join([*pieces, strip.crop(at, width)])

    def _draw_in_characters(self, width: int, height: int) -> list[Strip]:
        """The train in characters: a box a car with its number, the current one doubled."""
        first = max(0, round(self.here) - (width // CAR_COLUMNS) // 2)
        rows = ["", "", ""]
        for car in self._cars[first : first + width // CAR_COLUMNS + 1]:
            name = car.label or ("platform" if car.windows == "none" else "loco")
            roof, side = ("=", "#") if car.is_here else ("-", "|")
            inner = CAR_COLUMNS - 3
            rows[0] += f".{roof * inner}. "
            rows[1] += f"{side}{name[:inner]:^{inner}}{side}-"
            rows[2] += f"'o{roof * (inner - 2)}o' "
        shown = rows if height >= len(rows) else rows[1:2]
        return [
            Strip(Content(row).truncate(width).render_segments(self.visual_style)).adjust_cell_length(width)
            for row in shown
        ]

    async def on_click(self, event: events.Click) -> None:
        """Ask to go to the car under the mouse."""
        width, height = self.size
        if height not in PITCHES or self._view is None:
            return
        index = find_car(event.x, self.here, width, height)
        if 0 <= index < len(self._view.stops):
            self.post_message(Said(f"go to {self._view.stops[index].room.name}"))
