"""Two boards that show noted facts: a time line, and the points on which sources differ, side by side."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size

from game.app.boards import DatedFact, DifferenceRow, TimelineView
from game.prose import screen_labels as labels
from game.tui.screens.sized import Sized
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler

DATE_COLUMNS = 18
"""Columns of the dates, to the left of the line."""

MIN_TEXT_COLUMNS, MAX_TEXT_COLUMNS = 20, 84
"""Columns of the narrowest and the widest text: in narrower ones words break, wider lines are tiring to read."""

MIN_SIDE_COLUMNS = 18
"""Columns of the narrowest side of a difference."""

BACK_KEY = Key("esc", labels.BACK_KEY, "screen.dismiss")
SCROLL_KEY = Key("↑↓", "Scroll", "screen.scroll_by(1)")


class TallBlock(Block):
    """A block as high as its rows, for a scrolling container."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All its lines at that width."""
        return max(1, len(self.make_strips(width, 0)))


class DateLine(TallBlock):
    """Dated facts from top to bottom, their dates to the left of the yellow line; periods are drawn beside the line."""

    def __init__(self, facts: Sequence[DatedFact]) -> None:
        super().__init__()
        self.facts = facts

    def make_rows(self, width: int) -> list[Content]:
        """One node for each date, with all its facts below it."""
        rows: list[Content] = []
        last = ""
        columns = max(MIN_TEXT_COLUMNS, min(MAX_TEXT_COLUMNS, width - DATE_COLUMNS - 4))
        for fact in self.facts:
            line = "┆" if fact.is_band else "┃"
            is_new = fact.date != last
            if is_new and fact.is_band:
                rows.append(_set_beside_line("", "┆  ", Content.styled(fact.date, "bold $gold")))
            for place, text in enumerate(Content(fact.text).wrap(columns)):
                is_node = is_new and not fact.is_band and not place
                rows.append(_set_beside_line(fact.date if is_node else "", "●━ " if is_node else f"{line}  ", text))
            # The line continues between two dates; otherwise each fact would look like the last.
            rows.append(_set_beside_line("", line, Content("")))
            last = fact.date
        return rows or [Content.styled(labels.NO_DATES, "$muted")]


class DifferenceColumns(TallBlock):
    """Differences, each with its sides in columns."""

    def __init__(self, differences: Sequence[DifferenceRow]) -> None:
        super().__init__()
        self._differences = differences

    def make_rows(self, width: int) -> list[Content]:
        """The point as a heading, the sides as columns, the tour's wording."""
        rows: list[Content] = []
        columns = max(MIN_TEXT_COLUMNS, min(MAX_TEXT_COLUMNS, width))
        for difference in self._differences:
            rows.append(Content.styled(difference.heading, "bold $gold"))
            if difference.sides:
                rows += _set_side_by_side(difference, width)
            rows += [*Content.styled(difference.wording, "$muted").wrap(columns), Content("")]
        return rows or [Content.styled(labels.NO_DIFFERENCES, "$muted")]


class Board(Sized):
    """A title, a scrolling block, the keys."""

    CSS_PATH = "../tour.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (BACK_KEY, SCROLL_KEY)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Back", show=False),
        Binding("up", "scroll_by(-1)", show=False),
        Binding("down,space", "scroll_by(1)", show=False),
        Binding("pageup", "scroll_by(-15)", show=False),
        Binding("pagedown", "scroll_by(15)", show=False),
    ]

    def __init__(self, badge: str, title: str, block: TallBlock) -> None:
        super().__init__()
        self._badge = badge
        self._title = title
        self.block = block

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Ruler(self._badge, self._title, id="ruler")
        with VerticalScroll(id="board", can_focus=False):
            yield self.block
        yield KeyBar(self.KEYS, id="keys")

    def action_scroll_by(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one("#board").scroll_relative(y=rows, animate=False)


class TimelineBoard(Board):
    """The time line, with two filters: a person, and a means of travel."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        BACK_KEY,
        SCROLL_KEY,
        Key("p", "Person", "screen.next_person"),
        Key("t", "Means of travel", "screen.next_means"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "next_person", show=False),
        Binding("t", "next_means", show=False),
    ]

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._names = {"": "", **dict(view.people)}
        """Id of a person -> name; the first entry means everybody."""
        self.means = ("", *view.means)
        """The means of travel to step through; the first entry means all facts."""
        self._person = self._way = ""
        self._line = DateLine(view.facts)
        super().__init__("TIME", labels.TIMELINE_TITLE, self._line)

    def action_next_person(self) -> None:
        """Show only the dates of the next person."""
        self._person = _step_choice(self._person, tuple(self._names))
        self._filter()

    def action_next_means(self) -> None:
        """Show the journeys by the next means of travel; after the last one, everything again."""
        self._way = _step_choice(self._way, self.means)
        self._filter()

    def _filter(self) -> None:
        self._line.facts = self._view.filter_facts(self._person, self._way)
        title = labels.title_timeline(self._names[self._person], self._way)
        self.query_one(Ruler).show("TIME", title, 1.0, ())
        self._line.repaint()
        self._line.refresh(layout=True)


def _set_beside_line(date: str, line: str, text: Content) -> Content:
    """One row of the time line."""
    return Content.styled(f"{date:>{DATE_COLUMNS}} ", "bold $gold") + Content.styled(line, "$line") + text


def _set_side_by_side(difference: DifferenceRow, width: int) -> list[Content]:
    """The sides of a difference as columns of equal width."""
    column = max(MIN_SIDE_COLUMNS, min(MAX_TEXT_COLUMNS, width) // len(difference.sides) - 2)
    cells = [[*Content(side.says).wrap(column), Content.styled(side.cites, "$fact")] for side in difference.sides]
    rows = []
    for place in range(max(map(len, cells))):
        row = Content("")
        for side in cells:
            cell = side[place] if place < len(side) else Content("")
            row += Content.styled("▎", "$line") + cell.pad_right(max(0, column + 1 - cell.cell_length))
        rows.append(row)
    return rows


def _step_choice(choice: str, choices: tuple[str, ...]) -> str:
    """The choice after this one; after the last of them the first."""
    return choices[(choices.index(choice) + 1) % len(choices)]
