"""The strip: the rooms as a train, as the plan of a building or as a list, the current one lit in the middle."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.timer import Timer

from game.app.view import Stop, View
from game.art import plan
from game.art.palette import Colour
from game.art.plan import PlanRoom, draw_plan, lift_floors
from game.art.train import DAY, LOCOMOTIVE, NIGHT, NIGHT_256, PITCHES, Car, draw_train, find_car, find_column
from game.pack.looks import StripKind
from game.tui.messages import Said
from game.tui.widgets.block import Block
from game.tui.widgets.pixels import pack_pixels

if TYPE_CHECKING:
    from game.tui.tour_app import TourApp

STRIP_CLASSES: dict[StripKind, str] = {"list": "-strip-list", "none": "-strip-none"}
"""Class of the screen by which a strip gets fewer rows than a picture takes."""

CAR_COLUMNS = 13
"""Columns of a car in characters."""

PLAN_COLUMNS = 18
"""Columns of a room in a plan in characters."""

WALK_STEPS, STEP_SECONDS = 6, 0.08
"""Pictures while the strip moves past by one room, and seconds between two of them.

Each picture is about 11 kB for the terminal. More of them look smoother here, but stutter over a slow line."""

NEXT_DOT = "•"
"""Beside the room in which the next note lies."""


class Label(NamedTuple):
    """What stands under a room."""

    text: str
    is_here: bool
    is_visited: bool
    is_next: bool = False
    """Whether the next note of the question that is chased lies there."""


class RoomStrip(Block):
    """The rooms as a picture, their numbers or names under it. A click on a room asks to go there."""

    here: reactive[float] = reactive(0.0, init=False)
    """Index of the car in the middle; a fraction while the train moves past."""

    def __init__(self, clock: Callable[[], float], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: View | None = None
        self.clock = clock
        self._timer: Timer | None = None
        self._start = self._target = self._due = 0.0
        self._steps = 0
        self.is_moving_shown = True
        """Whether the strip moves past when the player walks."""

    def show(self, view: View) -> None:
        """Show the rooms around the player's; a step to the next room is animated."""
        # In most turns the player does not move, and then the strip need not be painted.
        if self._view is not None and (view.stops, view.room, _find_next(view)) == (
            self._view.stops,
            self._view.room,
            _find_next(self._view),
        ):
            return
        before, self._view = self._view, view
        for kind, name in STRIP_CLASSES.items():
            self.screen.set_class(kind == view.tour.strip, name)
        target = float(_find_place(view))
        steps = _count_steps(before, view) if before else 0
        self.repaint()
        # A longer way would move too fast to read; and a window without focus need not move.
        is_moving = abs(steps) == 1 and self.is_moving_shown and self.app.animation_level == "full"
        self.begin_walk(target - steps if is_moving and self.app.app_focus else target, target)

    def watch_here(self) -> None:
        """Paint the strip where it is now."""
        self.repaint()

    def finish(self) -> None:
        """End a running animation."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self.here = self._target

    def begin_walk(self, start: float, target: float) -> None:
        """Move past from one place to another, in few pictures; at once where they are the same."""
        self.finish()
        self._target, self._start, self._steps = target, start, 0
        self.here = start
        if start != target:
            self._due = self.clock() + STEP_SECONDS
            self._timer = self.set_interval(STEP_SECONDS, self.take_step)

    def take_step(self) -> None:
        """Paint the next picture of a walk. A machine that is late with one shows the end instead of the others."""
        self._steps += 1
        if self._steps >= WALK_STEPS or self.clock() > self._due + STEP_SECONDS:
            self.finish()
            return
        self._due += STEP_SECONDS
        self.here = self._start + (self._target - self._start) * ease(self._steps / WALK_STEPS)

    @property
    def _cars(self) -> list[Car]:
        """The cars to draw; the locomotive only at the end of the train."""
        if self._view is None:
            return []
        view = self._view
        cars = [
            Car("" if s.room.number is None else str(s.room.number), s.room.windows, s.room is view.room, s.is_visited)
            for s in view.stops
        ]
        return [*cars, Car("", LOCOMOTIVE, False, False)] if view.is_end_near else cars

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The picture, with the numbers over its lowest row; only characters if there are no colours."""
        if self._view is None or not width:
            return []
        kind = self._view.tour.strip
        if kind == "none":
            return []
        if cast("TourApp", self.app).has_pixels and height in PITCHES and kind in ("train", "plan"):
            pixels = self._draw_train(width, height) if kind == "train" else self._draw_plan(width, height)
            return self._label(pack_pixels(pixels), width, height)
        if kind == "train":
            return self._draw_in_characters(width, height)
        return self._write_plan(width, height) if kind == "plan" and height > 1 else [self._write_list(width)]

    def _draw_train(self, width: int, height: int) -> list[list[Colour]]:
        palette = {"day": DAY, "night-256": NIGHT_256}.get(self.app.theme, NIGHT)
        return draw_train(self._cars, self.here, width, height, palette).rows

    def _draw_plan(self, width: int, height: int) -> list[list[Colour]]:
        palette = {"day": plan.DAY, "night-256": plan.NIGHT_256}.get(self.app.theme, plan.NIGHT)
        return draw_plan(self._rooms, self.here, width, height, palette).rows

    @property
    def _rooms(self) -> list[PlanRoom]:
        """The rooms as a plan shows them."""
        view = cast(View, self._view)
        return [PlanRoom(s.room.name, s.room.floor, s.room is view.room, s.is_visited) for s in _order_stops(view)]

    @property
    def _labels(self) -> list[Label]:
        """What stands under each room: its number in a train, its name in a plan."""
        view = cast(View, self._view)
        target, is_train = _find_next(view), view.tour.strip == "train"
        return [
            Label(_name_stop(stop, is_train), stop.room is view.room, stop.is_visited, stop.room.id == target)
            for stop in (view.stops if is_train else _order_stops(view))
        ]

    def _label(self, picture: list[Strip], width: int, height: int) -> list[Strip]:
        """The picture, in its lowest row each room's number or name on a cleared patch."""
        pieces: list[Strip] = []
        at = 0
        for index, label in enumerate(self._labels):
            style = "bold $gold" if label.is_here else "$foreground" if label.is_visited else "$muted"
            text = _shorten(label.text, PITCHES[height] - 3)
            dot = (f" {NEXT_DOT}", "bold $gold on $background") if label.is_next else ""
            content = Content.assemble(dot, (f" {text} " if text else "", f"{style} on $background"))
            patch = Strip(content.render_segments(self.visual_style))
            left = find_column(index, self.here, width, height) + PITCHES[height] // 2 - 1 - patch.cell_length // 2
            # A number that is cut at the edge would look like a different number.
            if not patch.cell_length or left < at or left + patch.cell_length > width:
                continue
            pieces += [picture[-1].crop(at, left), patch]
            at = left + patch.cell_length
        return [*picture[:-1], Strip.join([*pieces, picture[-1].crop(at, width)])]

    def _write_plan(self, width: int, height: int) -> list[Strip]:
        """The plan in characters: each room's name in brackets at the height of its floor, the current one in stars."""
        rooms = self._rooms
        first = max(0, round(self.here) - width // PLAN_COLUMNS // 2)
        shown = rooms[first : first + width // PLAN_COLUMNS]
        lifts = lift_floors([room.floor for room in shown], height - 1)
        rows = [[" "] * width for _ in range(height)]
        for place, (room, lift) in enumerate(zip(shown, lifts, strict=True)):
            name = _shorten(room.name, PLAN_COLUMNS - 4)
            text = f"*[{name}]*" if room.is_here else f"[{name}]"
            left = place * PLAN_COLUMNS + (PLAN_COLUMNS - len(text)) // 2
            rows[height - 1 - lift][left : left + len(text)] = text
        return [Strip(Content("".join(row)).render_segments(self.visual_style)) for row in rows]

    def _write_list(self, width: int) -> Strip:
        """The names in a row, the current one in the middle where they do not all fit."""
        row, start = Content(" "), 0
        for room in self._rooms:
            mark, style = ("› ", "bold $gold") if room.is_here else ("", "$foreground" if room.is_visited else "$muted")
            if room.is_here:
                start = row.cell_length + len(room.name) // 2 - width // 2
            name = Content.styled(f"{mark}{room.name}", style)
            row += name.stylize(Style.from_meta({"line": f"go to {room.name}"})) + Content.styled(" · ", "$hairline")
        row = row[: -len(" · ")] if self._rooms else row
        start = max(0, min(start, row.cell_length - width))
        return (
            Strip(row.render_segments(self.visual_style))
            .crop(start, start + width)
            .adjust_cell_length(width, self.rich_style)
        )

    def _draw_in_characters(self, width: int, height: int) -> list[Strip]:
        """The train in characters: a box with a number for each car; the current one has a double frame."""
        first = max(0, round(self.here) - (width // CAR_COLUMNS) // 2)
        rows = ["", "", ""]
        dotted = {place for place, label in enumerate(self._labels) if label.is_next}
        for place, car in enumerate(self._cars[first : first + width // CAR_COLUMNS + 1], start=first):
            name = car.label or ("platform" if car.windows == "none" else "loco")
            name += f" {NEXT_DOT}" if place in dotted else ""
            roof, side = ("=", "#") if car.is_here else ("-", "|")
            inner = CAR_COLUMNS - 3
            rows[0] += f".{roof * inner}. "
            rows[1] += f"{side}{name[:inner]:^{inner}}{side}-"
            rows[2] += f"'o{roof * (inner - 2)}o' "
        shown = rows if height >= len(rows) else rows[1:2]
        return [
            Strip(Content(row).truncate(width).render_segments(self.visual_style)).adjust_cell_length(
                width, self.rich_style
            )
            for row in shown
        ]

    async def on_click(self, event: events.Click) -> None:
        """Ask to go to the room under the mouse."""
        width, height = self.size
        if event.style.meta.get("line"):
            await super().on_click(event)
            return
        if height not in PITCHES or self._view is None:
            return
        index = find_car(event.x, self.here, width, height)
        if 0 <= index < len(self._view.stops):
            self.post_message(Said(f"go to {_order_stops(self._view)[index].room.name}"))


def ease(share: float) -> float:
    """A share of the way, so that a walk begins and ends slowly.

    >>> ease(0.0), ease(0.5), ease(1.0)
    (0.0, 0.5, 1.0)
    """
    return share * share * (3 - 2 * share)


def _order_stops(view: View) -> Sequence[Stop]:
    """The rooms as they stand beside each other: in the tour's order, in a plan from the lowest floor up."""
    return sorted(view.stops, key=lambda stop: stop.room.floor) if view.tour.strip == "plan" else view.stops


def _find_next(view: View) -> str:
    """Id of the room in which the next note lies; empty where nothing is chased."""
    progress = view.job.progress if view.job is not None else None
    return progress.next_room.id if progress is not None and progress.next_room is not None else ""


def _name_stop(stop: Stop, is_train: bool) -> str:
    """What stands under a room: its number in a train, its name elsewhere."""
    if not is_train:
        return stop.room.name
    return "" if stop.room.number is None else f"{stop.room.number:>2}"


def _find_place(view: View) -> int:
    """Index of the player's room among those that stand beside each other."""
    return next((index for index, stop in enumerate(_order_stops(view)) if stop.room is view.room), 0)


def _count_steps(before: View, view: View) -> int:
    """By how many rooms the strip moves."""
    # A train shows other cars wherever one stands, so the whole tour is counted; a plan shows a whole building.
    return _find_place(view) - _find_place(before) if view.tour.strip == "plan" else view.place - before.place


def _shorten(name: str, columns: int) -> str:
    """A name in so many columns, cut at a word where there is one."""
    if len(name) <= columns:
        return name
    cut = name[:columns].rsplit(" ", 1)[0] if " " in name[:columns] else name[: columns - 1]
    return f"{cut.rstrip()}…"[:columns]
