"""The questions of a quiz session in a row: a train, boxes, or signs, as many as there are. A click goes to one."""

from collections import Counter
from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from game.app.quiz_view import ItemStatus, QuizView
from game.art.quiz_train import (
    DAY,
    NIGHT,
    NIGHT_256,
    CarriageStatus,
    draw_quiz_boxes,
    draw_quiz_train,
    find_left,
    find_pitch,
)
from game.pack.looks import StripKind
from game.tui.messages import Said
from game.tui.widgets.block import Block
from game.tui.widgets.pixels import pack_pixels

if TYPE_CHECKING:
    from game.tui.base_app import StyledApp

MIN_ROWS_FOR_PIXELS = 3
"""Rows below which the train is drawn in characters."""

COLUMNS_PER_CAR = 4
"""Columns of a car in characters: the car in brackets, and the coupling."""

# A sign in addition to each colour: some people cannot distinguish the colours, and some terminals have none.
STATUS_SIGNS: dict[ItemStatus, str] = {"open": "·", "answered": "✓", "right": "✓", "part": "~", "wrong": "✗"}
FLAG_SIGN = "?"
"""Stands for a question that the candidate wants to look at again, answered or not."""

GROUP = 10
"""Signs of questions that stand together where boxes have no room: ten can be counted at a look."""

TEN_STYLES: dict[CarriageStatus, str] = {
    "open": "$muted",
    "answered": "$khaki",
    "right": "$success",
    "part": "$gold",
    "wrong": "$error",
    "here": "bold reverse $gold",
}


class QuizTrain(Block):
    """A box for each question, in a train a carriage; if there is little room, in characters or as counts."""

    view: QuizView | None = None

    def __init__(self, *, strip: StripKind, id: str | None = None) -> None:
        super().__init__(id=id)
        self._has_train = strip == "train"
        self._is_drawn = False
        """Whether the questions are pixels now, so that a click must be found by its column."""

    def show(self, view: QuizView) -> None:
        """Show the progress of the session."""
        self.view = view
        self.repaint()

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The picture."""
        if self.view is None or not self.view.statuses or not height:
            return []
        app = cast("StyledApp", self.app)
        statuses: list[CarriageStatus] = list(self.view.statuses)
        if self.view.place < len(statuses) and statuses[self.view.place] in ("open", "answered"):
            statuses[self.view.place] = "here"
        self._is_drawn = bool(
            app.has_pixels
            and height >= MIN_ROWS_FOR_PIXELS
            and find_pitch(len(statuses), width, has_train=self._has_train)
        )
        if self._is_drawn:
            paint = {"day": DAY, "night-256": NIGHT_256}.get(app.theme, NIGHT)
            draw = draw_quiz_train if self._has_train else draw_quiz_boxes
            return pack_pixels(draw(statuses, width, height, paint, self.view.flagged).rows)
        is_short = len(statuses) * COLUMNS_PER_CAR <= width
        tens = self._format_tens(statuses, width) if not is_short else []
        if tens and len(tens) <= height:
            return [Strip(row.render_segments(self.visual_style)).adjust_cell_length(width) for row in tens]
        row = (self._format_cars() if is_short else Content(self._format_counts())).truncate(width)
        return [Strip.blank(width), Strip(row.render_segments(self.visual_style)).adjust_cell_length(width)]

    async def on_click(self, event: events.Click) -> None:
        """Go to the question that was clicked."""
        if self.view is None or not self._is_drawn:
            await super().on_click(event)
            return
        count, width = len(self.view.statuses), self.size.width
        pitch = find_pitch(count, width, has_train=self._has_train)
        place = (event.x - find_left(count, width, has_train=self._has_train)) // pitch
        if 0 <= place < count:
            event.stop()
            self.post_message(Said(f"go to {place + 1}"))

    def _make_sign(self, place: int, style: str = "", ends: str = "") -> Content:
        """The sign of a question, between two brackets if there are any; a click goes to it."""
        view = cast(QuizView, self.view)
        sign = FLAG_SIGN if place in view.flagged else STATUS_SIGNS[view.statuses[place]]
        text = f"{ends[:1]}{sign}{ends[1:]}"
        return Content.styled(text, style).stylize(Style.from_meta({"line": f"go to {place + 1}"}))

    def _format_cars(self) -> Content:
        """The boxes in characters, the question in sight in angle brackets."""
        view = cast(QuizView, self.view)
        cars = [
            self._make_sign(place, ends="<>" if place == view.place else "[]") for place in range(len(view.statuses))
        ]
        return Content("-" if self._has_train else " ").join(cars)

    def _format_tens(self, statuses: list[CarriageStatus], width: int) -> list[Content]:
        """A sign for each question in groups of ten, the question in sight reversed."""
        signs = [self._make_sign(place, TEN_STYLES[shown]) for place, shown in enumerate(statuses)]
        groups = [Content("").join(signs[first : first + GROUP]) for first in range(0, len(signs), GROUP)]
        in_row = max(1, (width - 1) // (GROUP + 1))
        return [Content(" ") + Content(" ").join(groups[at : at + in_row]) for at in range(0, len(groups), in_row)]

    def _format_counts(self) -> str:
        counts = Counter(cast(QuizView, self.view).statuses)
        return ", ".join(f"{number} {status}" for status, number in counts.items())
