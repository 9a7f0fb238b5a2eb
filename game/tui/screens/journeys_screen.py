"""The map of journeys: those found so far, the chosen one drawn."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.strip import Strip

from game.app.boards import JourneysView
from game.art.atlas import DAY as DAY_INK
from game.art.atlas import NIGHT as NIGHT_INK
from game.art.atlas import ChartFrame, ChartRoute, draw_chart
from game.pack.world import Journey
from game.prose.journey_lines import JOURNEY_NOTE, render_journey_title, render_means
from game.prose.screen_labels import BACK_KEY, count_journeys_left
from game.tui.screens.sized import Sized
from game.tui.themes import DAY
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.pixels import pack_pixels
from game.tui.widgets.ruler import Ruler

KEYS = (Key("esc", BACK_KEY, "screen.dismiss"), Key("↑↓", "Choose a journey", "screen.choose(1)"))


class Chart(Block):
    """The map, with the chosen journey's towns named."""

    def __init__(self, view: JourneysView) -> None:
        super().__init__(id="chart")
        self._outline = view.tour.map
        self._places = {place.id: place for place in view.tour.places}
        self._journeys = view.journeys
        self.chosen = 0

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """Land, water and routes; then the names over them."""
        is_drawn = self.app.has_pixels and width >= 20 and height >= 8  # type: ignore[attr-defined]
        if self._outline is None or not is_drawn:
            return []
        ink = DAY_INK if self.app.theme == DAY.name else NIGHT_INK
        routes = [
            ChartRoute(
                self._list_points(journey),
                journey.means == "plane",
                place == self.chosen,
            )
            for place, journey in enumerate(self._journeys)
        ]
        rows = pack_pixels(draw_chart(width, height, routes, ink, self._outline).rows)
        frame = ChartFrame(width, height * 2, self._outline)
        for stop in self._journeys[self.chosen].stops if self._journeys else ():
            town = self._places[stop]
            x, y = frame.pixel((town.lon, town.lat))
            self._write_name(rows, f"● {town.name}", round(x), round(y) // 2, width)
        return rows

    def _list_points(self, journey: Journey) -> list[tuple[float, float]]:
        first, *others = [(self._places[stop].lon, self._places[stop].lat) for stop in journey.stops]
        return [first, *journey.via, *others]

    def _write_name(self, rows: list[Strip], name: str, x: int, y: int, width: int) -> None:
        """Write a town's name beside its place; for a town outside the map, at the edge with an arrow."""
        is_off = not (0 <= x < width and 0 <= y < len(rows))
        label = f"{name[2:]} ▴" if is_off and y < 0 else f"{name[2:]} ▾" if is_off else name
        # A town outside the map is named, too: without a name, a line to the edge would have no meaning.
        y = min(max(0, y), len(rows) - 1)
        x = min(max(0, x), width - len(label))
        text = Strip(Content.styled(label, "bold $gold on $background").render_segments(self.visual_style))
        rows[y] = Strip.join([rows[y].crop(0, x), text, rows[y].crop(x + len(label), width)])


class Legs(Block):
    """The journeys as a list."""

    def __init__(self, view: JourneysView) -> None:
        super().__init__(id="legs")
        self._journeys = view.journeys
        self._left = view.left
        self.chosen = 0

    def make_rows(self, width: int) -> list[Content]:
        """Place and date; below it the means of travel, and a blank line if there is room."""
        rows: list[Content] = []
        # On a low screen every journey must still be visible; the means of travel can be left out.
        is_low = self.size.height < 3 * len(self._journeys) + 5
        for place, journey in enumerate(self._journeys):
            mark = "› " if place == self.chosen else "  "
            rows.append(
                Content.styled(
                    f"{mark}{render_journey_title(journey)}", "bold $gold" if mark.strip() else "$foreground"
                )
            )
            if not is_low:
                rows += [Content.styled(f"  {render_means(journey)}", "$muted"), Content("")]
        rows.append(Content(""))
        if self._left:
            rows += [Content.styled(f"  {count_journeys_left(self._left)}", "$muted"), Content("")]
        return [*rows, Content.styled(JOURNEY_NOTE, "$muted")]


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

    def action_choose(self, by: int) -> None:
        """Draw another journey."""
        if self._count:
            self._chart.chosen = self._legs.chosen = (self._chart.chosen + by) % self._count
            self._chart.repaint()
            self._legs.repaint()
