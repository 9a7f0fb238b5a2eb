"""A class while it answers: figures, items, scores, candidates. The content comes as a view.

The folder is read every second and not watched: on network drives of schools, a watcher fails without an error.
"""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content

from game.app.class_view import ClassView, ItemBar
from game.prose import screen_labels as labels
from game.prose.exam import format_percent
from game.tui.screens.sized import Sized
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler
from game.tui.widgets.small import TooSmall

SECONDS_BETWEEN_LOOKS = 1.0
"""Seconds between two looks into the folder."""

SHARE_COLUMNS = 7
"""Columns of an item's percentage, with a blank before it and a sign after it."""

MIN_BAR_COLUMNS, BAR_SHARE = 8, 6
"""Columns that a bar has at least, and the part of the width that it has: the words of a question need the rest."""

COUNT_COLUMNS = 24
"""Columns of how much a candidate has answered, and of the mark or of where the candidate stands."""

GAP_COLUMNS = 2
"""Columns between two figures, at least."""

WHEEL_ROWS = 3
"""Rows by which a step of the wheel scrolls."""

KEYS = (
    Key("1", "Questions", "screen.turn('items')"),
    Key("2", "Scores", "screen.turn('scores')"),
    Key("3", "Candidates", "screen.turn('candidates')"),
    Key("s", "Sort", "screen.sort"),
    Key("↑↓", "Scroll", "screen.scroll(1)"),
    Key("esc", "Leave", "app.exit"),
)


class Figures(Block):
    """Four figures in a row."""

    view: ClassView | None = None

    def make_rows(self, width: int) -> list[Content]:
        """The figures, each with an equal share of the width."""
        if self.view is None:
            return []
        shown = [
            Content.assemble((value, "bold $error" if is_weak else "bold $gold"), (f" {name}", "$muted"))
            for value, name, is_weak in self.view.figures
        ]
        # In one row where all fit, else in two: none may be cut.
        used = sum(each.cell_length for each in shown)
        fits = used + GAP_COLUMNS * (len(shown) - 1) <= width
        columns = len(shown) if fits else (len(shown) + 1) // 2
        gap = max(GAP_COLUMNS, (width - used) // len(shown)) if fits else 0
        widths = [each.cell_length + gap if fits else width // columns for each in shown]
        cells = [each.pad_right(max(0, room - each.cell_length)) for each, room in zip(shown, widths, strict=True)]
        return [
            Content("").join(cells[start : start + columns]).truncate(width) for start in range(0, len(cells), columns)
        ]


class Bars(Block):
    """The items, each with a bar for the share of right answers; or the candidates."""

    view: ClassView | None = None
    shows: str = "items"
    is_sorted = False
    top = 0

    def make_rows(self, width: int) -> list[Content]:
        """A heading, then a row each."""
        if self.view is None:
            return []
        is_items = self.shows == "items"
        body = self._make_item_rows(self.view, width) if is_items else self._make_candidate_rows(self.view, width)
        heading = labels.ITEMS_HEADING if is_items else labels.CANDIDATES_HEADING
        note = Content.styled(self.view.note, "$muted").wrap(width)
        room = max(1, self.size.height - len(note) - 4)
        self.top = max(0, min(self.top, len(body) - room))
        below = len(body) - self.top - room
        above = Content.styled(labels.MORE_ABOVE if self.top else "", "$gold")
        more = Content.styled(labels.count_rows_below(below) if below > 0 else "", "$gold")
        head = [Content.styled(heading, "bold $khaki"), above]
        return [*head, *body[self.top : self.top + room], more, *note]

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.top = max(0, self.top + rows)
        self.repaint()

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls."""
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self) -> None:
        """The wheel scrolls."""
        self.scroll_rows(-WHEEL_ROWS)

    def _make_item_rows(self, view: ClassView, width: int) -> list[Content]:
        numbered = list(enumerate(view.items, start=1))
        if self.is_sorted:
            numbered.sort(key=lambda pair: pair[1].share)
        bar = max(MIN_BAR_COLUMNS, width // BAR_SHARE)
        return [row for number, item in numbered for row in _make_item(number, item, width, bar)]

    def _make_candidate_rows(self, view: ClassView, width: int) -> list[Content]:
        ordered = sorted(view.candidates, key=lambda row: (row.score is None, -(row.score or 0.0), row.name))
        names = [*(row.name for row in ordered), *view.missing]
        columns = min(max(map(len, names), default=0) + 2, max(8, width - COUNT_COLUMNS))
        wide = max((len(row.state) for row in ordered if row.integrity), default=8)
        rows = []
        for row in ordered if self.is_sorted else view.candidates:
            mark = format_percent(row.score) if row.score is not None else row.state
            count = (f"{row.answered:>3} of {row.asked:<4}", "$muted")
            ink = "bold $error" if row.integrity.startswith("✗") else "$success"
            integrity = (f"  {row.integrity}" if row.integrity else "", ink)
            rows.append(Content.assemble(_fit_name(row.name, columns), count, (f"{mark:<{wide}}", "bold"), integrity))
        rows += [Content.assemble(_fit_name(name, columns), (labels.NOT_BEGUN, "$muted")) for name in view.missing]
        return [row.truncate(width, ellipsis=True) for row in rows]


def _make_item(number: int, item: ItemBar, width: int, bar: int) -> list[Content]:
    """The whole words of a question, with the bar and the share of right answers at the end of their first row."""
    indent = f"Q{number} "
    words = max(12, width - bar - SHARE_COLUMNS - 1)
    told = Content.assemble(item.label, *((f" {labels.put_in_brackets(item.flags)}", "$muted") for _ in item.flags[:1]))
    label = told.wrap(max(8, words - len(indent) - 1))
    ink, weight = ("$error", "bold $error") if item.is_weak else ("$khaki", "bold $foreground")
    # A sign in addition to the colour, because many people and grey terminals do not distinguish red.
    share = Content.styled(f" {item.share:>4.0%}{' ◂' if item.is_weak else '  '}", weight)
    drawn = Content.styled(f"{'▆' * round(item.share * bar):<{bar}}", ink)
    first = Content.assemble((indent, "$muted"), label[0]).pad_right(max(0, words - len(indent) - label[0].cell_length))
    return [Content.assemble(first, drawn, share), *(each.pad_left(len(indent)) for each in label[1:])]


def _fit_name(name: str, columns: int) -> Content:
    """A name in its column, with a sign where it is cut: otherwise a long one would move the figures."""
    shown = Content(name).truncate(columns - 1, ellipsis=True)
    return shown.pad_right(max(0, columns - shown.cell_length))


class Scores(Block):
    """How many reached each tenth of the marks."""

    view: ClassView | None = None

    def make_rows(self, width: int) -> list[Content]:
        """A vertical bar for each tenth of the marks."""
        if self.view is None:
            return []
        counts, most = self.view.scores, max(self.view.scores) or 1
        column = max(2, min(4, (width - 4) // len(counts)))
        height = max(3, min(16, self.size.height - 6))
        rows = [Content.styled("SCORES", "bold $khaki"), Content("")]
        for level in range(height, 0, -1):
            cells = [("█" if count * height >= level * most else " ") * (column - 1) + " " for count in counts]
            label = (
                f"{most:>3} " if level == height else f"{round(most / 2):>3} " if level == (height + 1) // 2 else "    "
            )
            rows.append(Content.styled(label, "$muted") + Content.styled("".join(cells), "$gold"))
        tens = "".join(f"{number * 10:<{column}}" for number in range(len(counts)))
        rows.append(Content.styled(f"    {tens}", "$muted"))
        rows.append(Content.styled(f"    {labels.SCORES_AXIS}", "$muted"))
        return [row.truncate(width, ellipsis=True) for row in rows]


class ClassScreen(Sized):
    """The report of a class, painted again when attempts arrive."""

    CSS_PATH = "../tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "turn('items')", show=False),
        Binding("2", "turn('scores')", show=False),
        Binding("3", "turn('candidates')", show=False),
        Binding("s", "sort", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("home", "scroll(-10000)", show=False),
        Binding("end", "scroll(10000)", show=False),
        Binding("escape,q", "app.exit", show=False),
    ]

    def __init__(self, look: Callable[[], ClassView]) -> None:
        """Make the screen.

        Args:
            look: Looks into the folder.
        """
        super().__init__()
        self._look = look
        self._shown: ClassView | None = None

    def compose(self) -> ComposeResult:
        """The line, the figures, the two charts, the keys."""
        yield Ruler("REPORT", "", id="ruler")
        yield Figures(id="figures")
        with Horizontal(id="charts"):
            yield Bars(id="bars")
            yield Scores(id="scores")
        yield KeyBar(KEYS, id="keys")
        yield TooSmall(id="small")

    def on_mount(self) -> None:
        """Look at once, and then every second."""
        self._update()
        self.set_interval(SECONDS_BETWEEN_LOOKS, self._update)

    def _update(self) -> None:
        view = self._look()
        # Painted only after a change: otherwise slow terminals would flicker every second.
        if view == self._shown:
            return
        self._shown = view
        done = sum(row.is_handed_in for row in view.candidates)
        share = done / len(view.candidates) if view.candidates else 0.0
        self.query_one(Ruler).show("REPORT", view.title, share, ((f"{len(view.candidates)} candidates", "$muted"),))
        for block in (self.query_one(Figures), self.query_one(Bars), self.query_one(Scores)):
            block.view = view
            block.repaint()

    def action_turn(self, what: str) -> None:
        """Show another chart; on a wide screen the scores are shown next to it."""
        self.set_class(what == "scores", "-scores")
        bars = self.query_one(Bars)
        if what != "scores":
            bars.shows, bars.top = what, 0
        bars.repaint()

    def action_sort(self) -> None:
        """Sort the hardest items and the best candidates to the top, or return to the original order."""
        bars = self.query_one(Bars)
        bars.is_sorted = not bars.is_sorted
        bars.repaint()

    def action_scroll(self, rows: int) -> None:
        """Scroll the rows."""
        self.query_one(Bars).scroll_rows(rows)
