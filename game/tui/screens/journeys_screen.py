"""The map of journeys: those found so far, their towns named, the chosen one drawn. The list reads alone."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content, Span
from textual.message import Message
from textual.strip import Strip
from textual.style import Style

from game.app.boards import JourneysView
from game.app.journey_chart import list_routes, list_towns
from game.art.atlas import DAY as DAY_INK
from game.art.atlas import NIGHT as NIGHT_INK
from game.art.atlas import NIGHT_256 as INK_256
from game.art.atlas import ChartFrame, draw_chart
from game.art.chart_letters import PIXEL_SIGNS, TownName, place_names, write_chart
from game.prose import journey_lines as words
from game.prose.screen_labels import BACK_KEY, count_journeys_left
from game.tui.screens.sized import Sized
from game.tui.themes import DAY
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.pixels import pack_pixels
from game.tui.widgets.ruler import Ruler

KEYS = (
    Key("esc", BACK_KEY, "screen.dismiss"),
    Key("↑↓", "Choose a journey", "screen.choose(1)"),
    Key("click", "Town or line", "screen.choose(1)"),
)

MIN_CHART_COLUMNS, MIN_CHART_ROWS = 20, 8


class JourneyChosen(Message):
    """A journey was clicked, in the list or by its town."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


class JourneyBlock(Block):
    """A block whose words may stand for journeys."""

    async def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        if (place := event.style.meta.get("journey")) is not None:
            event.stop()
            self.post_message(JourneyChosen(place))


class Chart(JourneyBlock):
    """The map, with the towns of all journeys found; those of the chosen one stand out."""

    def __init__(self, view: JourneysView) -> None:
        super().__init__(id="chart")
        self._view = view
        self._outline = view.tour.map
        self._places = {place.id: place for place in view.tour.places}
        self._journeys = view.journeys
        self.chosen = 0

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """Land, water and routes; then the names over them."""
        if self._outline is None or width < MIN_CHART_COLUMNS or height < MIN_CHART_ROWS:
            return []
        towns, routes = list_towns(self._view, self.chosen), list_routes(self._view, self.chosen)
        if not self.app.has_pixels:  # type: ignore[attr-defined]
            written = write_chart(width, height, routes, towns, self._outline)
            return [Strip(Content(row).render_segments(self.visual_style)) for row in written]
        ink = {DAY.name: DAY_INK, "night-256": INK_256}.get(self.app.theme, NIGHT_INK)
        rows = pack_pixels(draw_chart(width, height, routes, ink, self._outline).rows)
        frame = ChartFrame(width, height * 2, self._outline)
        for name in place_names(frame, towns, routes, PIXEL_SIGNS):
            self._write_name(rows, name, width)
        return rows

    def _write_name(self, rows: list[Strip], name: TownName, width: int) -> None:
        # Underlined as well as gold: the towns of the chosen line must be told in any colours.
        style = "bold underline $gold on $background" if name.is_chosen else "$foreground on $background"
        text = Content.styled(name.text, style)
        if (place := self._find_journey(name.text)) is not None:
            text = text.add_spans([Span(0, len(text), Style.from_meta({"journey": place}))])
        strip, row = Strip(text.render_segments(self.visual_style)), rows[name.row]
        rows[name.row] = Strip.join([row.crop(0, name.x), strip, row.crop(name.x + len(name.text), width)])

    def _find_journey(self, text: str) -> int | None:
        """The next journey, after the chosen one, that leads to the town of that name."""
        count = len(self._journeys)
        for step in range(1, count + 1):
            place = (self.chosen + step) % count
            if self._places[self._journeys[place].stops[-1]].name in text:
                return place
        return None


class Legs(JourneyBlock):
    """The journeys as a list."""

    def __init__(self, view: JourneysView) -> None:
        super().__init__(id="legs")
        self._journeys = view.journeys
        self._left = view.left
        self.chosen = 0

    def make_rows(self, width: int) -> list[Content]:
        """Date and place of each; means of travel, below the chosen one or below each if there is room."""
        rows: list[Content] = []
        notes = self._list_notes()
        # On a low screen every journey must still be visible; the means of travel are told of the chosen one.
        rows_each = (self.size.height - 2 * len(notes) - 2) // max(1, len(self._journeys))
        for place, journey in enumerate(self._journeys):
            is_chosen = place == self.chosen
            mark = "›" if is_chosen else " "
            style = "bold $gold" if is_chosen else "$foreground"
            row = Content.styled(f"{mark} {words.render_journey_title(journey)}", style)
            spans = [Span(0, len(row), Style.from_meta({"journey": place}))]
            if is_chosen and self.app.native_ansi_color:
                spans.append(Span(0, len(row), "reverse"))
            rows.append(row.add_spans(spans))
            if rows_each > 1 or is_chosen:
                rows.append(Content.styled(f"    {words.render_means(journey)}", "$muted"))
            if rows_each > 2:
                rows.append(Content(""))
        return [*rows, Content(""), *(Content.styled(note, "$muted") for note in notes)]

    def _list_notes(self) -> list[str]:
        """What is left to find, and what the lines mean; at most as many rows as there are below the list."""
        has_pixels = self.app.has_pixels  # type: ignore[attr-defined]
        left = [count_journeys_left(self._left)] if self._left else []
        strokes = words.describe_strokes(*(("▀▀▀▀", "▀▀ ▀", "▀ ▀ ") if has_pixels else ("----", "-- -", "- - ")))
        chosen = words.CHOSEN_NOTE if has_pixels else words.CHOSEN_NOTE_IN_LETTERS
        room = max(0, self.size.height - len(self._journeys) - 2)
        return [*left, *strokes, chosen, words.JOURNEY_NOTE][:room]


class JourneysScreen(Sized):
    """The map beside the list."""

    CSS_PATH = "../tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,f10", "dismiss", "Back", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("down,space", "choose(1)", show=False),
    ]

    def __init__(self, view: JourneysView) -> None:
        super().__init__()
        self._chart = Chart(view)
        self._legs = Legs(view)
        self._count = len(view.journeys)

    def compose(self) -> ComposeResult:
        """The line, the map, the list, the keys."""
        yield Ruler("MAP", "Journeys", id="ruler")
        with Horizontal(id="journeys"):
            yield self._chart
            yield self._legs
        yield KeyBar(KEYS, id="keys")

    def on_journey_chosen(self, message: JourneyChosen) -> None:
        """Draw the journey that was clicked."""
        message.stop()
        self._draw(message.place)

    def action_choose(self, by: int) -> None:
        """Draw another journey."""
        if self._count:
            self._draw((self._chart.chosen + by) % self._count)

    def _draw(self, place: int) -> None:
        self._chart.chosen = self._legs.chosen = place
        self._chart.repaint()
        self._legs.repaint()
