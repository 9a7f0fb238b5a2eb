"""The plan of all rooms: where the player is, what was seen, what is left, room by room."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content, Span
from textual.message import Message
from textual.style import Style

from game.app.boards import PlanPlace
from game.prose import plan_lines as words
from game.prose.screen_labels import BACK_KEY, PLACES_SHEET
from game.tui.messages import Said
from game.tui.screens.sized import Sized
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler

CELL_COLUMNS = 19
"""Columns of a room at least: nearly all names fit into them, and three stand beside each other on 60 columns."""

WIDE_CELL_COLUMNS = 30
"""Columns of a room where there are rows enough."""

MOST_LINES = 4
"""Lines of a room: its meter, its name, what is left, air."""

METER_SIGNS = 5
"""Signs of the meter of notes."""

KEYS = (
    Key("esc", BACK_KEY, "screen.dismiss"),
    Key("↑↓←→", words.CHOOSE_KEY, "screen.choose(1)"),
    Key("Enter", words.GO_KEY, "screen.go"),
)


class PlaceClicked(Message):
    """A room was clicked."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


class PlanGrid(Block):
    """The rooms in rows, from left to right as they follow each other; the chosen one told in words below them."""

    def __init__(self, places: Sequence[PlanPlace]) -> None:
        super().__init__(id="plan")
        self.places = places
        self.chosen = next((index for index, place in enumerate(places) if place.is_here), 0)

    def count_columns(self, width: int) -> int:
        """How many rooms stand beside each other: few where there are rows enough, so that names are whole."""
        bands = max(1, (self.size.height - 2) // MOST_LINES)
        wanted = max(width // WIDE_CELL_COLUMNS, -(-len(self.places) // bands))
        return max(1, min(width // CELL_COLUMNS, wanted))

    def make_rows(self, width: int) -> list[Content]:
        """Rows of rooms as far as they fit, those around the chosen one; then the chosen one in words."""
        count = self.count_columns(width)
        bands = [self.places[first : first + count] for first in range(0, len(self.places), count)]
        free = max(1, self.size.height - 2)
        lines = max(2, min(MOST_LINES, free // max(1, len(bands))))
        fit = max(1, free // lines)
        first = min(max(0, self.chosen // count - fit + 1), max(0, len(bands) - fit))
        rows: list[Content] = []
        for number, band in enumerate(bands[first : first + fit], start=first):
            rows += self._draw_band(band, number * count, width // count, lines)
        rows += [Content("")] * max(0, self.size.height - 1 - len(rows))
        more = words.MORE if first + fit < len(bands) else ""
        return [*rows, self._describe(width, more)]

    def _draw_band(self, band: Sequence[PlanPlace], first: int, wide: int, lines: int) -> list[Content]:
        cells = [self._draw_cell(place, first + index, wide, lines) for index, place in enumerate(band)]
        return [Content("").join(cell[line] for cell in cells) for line in range(lines)]

    def _draw_cell(self, place: PlanPlace, index: int, wide: int, lines: int) -> list[Content]:
        """Number and meter, the name in one or two lines, and air."""
        style = "bold $gold" if place.is_here else "$foreground" if place.is_visited else "$muted"
        number = "" if place.room.number is None else f"{place.room.number:02}"
        sign = "›" if place.is_here else " "
        meter = (_draw_meter(place), "$fact" if place.noted else "$muted")
        head = Content.assemble((f"{sign}{number:>2} ", style), ("[", style), meter, ("]", style))
        is_last = place is self.places[-1]
        coupling = "" if is_last else "─" * max(0, wide - len(head) - 1)
        head += Content.styled(coupling, "$hairline")
        name = Content.styled(place.room.name, style)
        # With three lines a long name has two of them; with more, what is left is told in one.
        rows = name.wrap(wide - 2) if lines == 3 else [name.truncate(wide - 2, ellipsis=True)]
        named = [Content(" ") + row for row in rows]
        left = words.count_notes(place.noted, place.facts) if place.is_visited else words.NOT_VISITED
        body = [head, *named, Content.styled(f" {left}" if lines > 3 else "", "$muted"), Content("")]
        return [self._mark(row.pad_right(max(0, wide - row.cell_length)), index) for row in body[:lines]]

    def _mark(self, row: Content, index: int) -> Content:
        """Make a row of a cell clickable, and the chosen cell stand out."""
        spans = [Span(0, len(row), Style.from_meta({"place": index}))]
        if index == self.chosen and row.plain.strip():
            look = "reverse" if self.app.native_ansi_color else "on $selected"
            spans.append(Span(0, len(row) - 1, look))
        return row.add_spans(spans)

    def _describe(self, width: int, more: str) -> Content:
        place = self.places[self.chosen]
        name = place.room.name if place.room.number is None else f"{place.room.number} {place.room.name}"
        told = words.describe_place(name, place.noted, place.facts, is_here=place.is_here, is_visited=place.is_visited)
        row = Content.styled(told, "bold $gold").truncate(width - len(more), ellipsis=True)
        return row.pad_right(width - len(more) - row.cell_length) + Content.styled(more, "$gold")

    async def on_click(self, event: events.Click) -> None:
        """Choose the room that was clicked; a second click goes there."""
        if (place := event.style.meta.get("place")) is not None:
            event.stop()
            self.post_message(PlaceClicked(place))


class PlanScreen(Sized):
    """The plan, and the way to any room."""

    CSS_PATH = "../tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f3", "dismiss", "Back", show=False),
        Binding("left", "choose(-1)", show=False),
        Binding("right,space,tab", "choose(1)", show=False),
        Binding("up", "choose_row(-1)", show=False),
        Binding("down", "choose_row(1)", show=False),
        Binding("enter", "go", show=False),
    ]

    def __init__(self, places: Sequence[PlanPlace], title: str) -> None:
        super().__init__()
        self._title = title
        self._grid = PlanGrid(places)

    def compose(self) -> ComposeResult:
        """The line, the plan, the keys."""
        yield Ruler(PLACES_SHEET.name, self._title, id="ruler")
        yield self._grid
        yield KeyBar(KEYS, id="keys")

    def on_mount(self) -> None:
        """Say in the line how much was seen."""
        places = self._grid.places
        seen = sum(place.is_visited for place in places)
        told = words.count_visited(seen, len(places))
        self.query_one(Ruler).show(PLACES_SHEET.name, self._title, seen / len(places), ((told, "$muted"),))

    def on_place_clicked(self, message: PlaceClicked) -> None:
        """Choose a room, or go to the chosen one."""
        message.stop()
        if message.place == self._grid.chosen:
            self.action_go()
            return
        self.action_choose(message.place - self._grid.chosen)

    def action_choose(self, by: int) -> None:
        """Choose another room."""
        self._grid.chosen = (self._grid.chosen + by) % len(self._grid.places)
        self._grid.repaint()

    def action_choose_row(self, by: int) -> None:
        """Choose the room above or below."""
        step = by * self._grid.count_columns(self._grid.content_size.width)
        if 0 <= self._grid.chosen + step < len(self._grid.places):
            self.action_choose(step)

    def action_go(self) -> None:
        """Go to the chosen room."""
        room = self._grid.places[self._grid.chosen].room
        # The app sends the line and not this screen, because the next screen must open over the play screen.
        self.dismiss()
        self.app.post_message(Said(f"go to {room.name}"))


def _draw_meter(place: PlanPlace) -> str:
    """The share of noted facts in squares; blank for a room not visited or without facts."""
    if not place.is_visited or not place.facts:
        return " " * METER_SIGNS
    done = min(METER_SIGNS, -(-METER_SIGNS * place.noted // place.facts)) if place.noted < place.facts else METER_SIGNS
    # Not full before the last note: a full meter says that nothing is left.
    done = min(done, METER_SIGNS - (place.noted < place.facts))
    return "■" * done + "□" * (METER_SIGNS - done)
