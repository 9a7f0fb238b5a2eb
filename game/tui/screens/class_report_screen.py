"""A class while it answers: figures, items, scores, candidates. The content comes as a view.

The folder is read every second and not watched: on network drives of schools, a watcher fails without an error.
"""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content

from game.app.class_view import ClassView
from game.prose import screen_labels as labels
from game.prose.exam import format_percent
from game.tui.screens.sized import Sized
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler
from game.tui.widgets.small import TooSmall

SECONDS_BETWEEN_LOOKS = 1.0
"""Seconds between two looks into the folder."""

MAX_LABEL_COLUMNS, SHARE_COLUMNS = 34, 7
"""Maximum columns of an item's words, and columns of its percentage."""

KEYS = (
    Key("1", "Questions", "screen.turn('items')"),
    Key("2", "Scores", "screen.turn('scores')"),
    Key("3", "Candidates", "screen.turn('candidates')"),
    Key("s", "Sort", "screen.sort"),
    Key("esc", "Leave", "app.exit"),
)


class Figures(Block):
    """Four figures in a row."""

    view: ClassView | None = None

    def make_rows(self, width: int) -> list[Content]:
        """The figures, each with an equal share of the width."""
        if self.view is None:
            return []
        share = max(12, width // max(1, len(self.view.figures)))
        row = Content("")
        for value, name, is_weak in self.view.figures:
            ink = "bold $error" if is_weak else "bold $gold"
            row += Content.assemble((value, ink), (f" {name}", "$muted")).truncate(share - 1).pad_right(0)
            row = row.pad_right(max(0, share - row.cell_length % share) % share)
        return [row.truncate(width)]


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
        heading = labels.ITEMS_HEADING if self.shows == "items" else "CANDIDATES"
        body = (
            self._make_item_rows(self.view, width)
            if self.shows == "items"
            else self._make_candidate_rows(self.view, width)
        )
        head = [Content.styled(heading, "bold $khaki"), Content("")]
        room = max(1, self.size.height - len(head) - 2)
        self.top = max(0, min(self.top, len(body) - room))
        note = Content.styled(self.view.note, "$muted").truncate(width)
        return [*head, *body[self.top : self.top + room], Content(""), note]

    def _make_item_rows(self, view: ClassView, width: int) -> list[Content]:
        numbered = list(enumerate(view.items, start=1))
        if self.is_sorted:
            numbered.sort(key=lambda pair: pair[1].share)
        words = min(MAX_LABEL_COLUMNS, max(12, width // 2))
        room = max(4, width - words - SHARE_COLUMNS - 2)
        rows = []
        for number, item in numbered:
            label = Content(f"Q{number} {item.label}").truncate(words - 1, ellipsis=True).pad_right(0)
            label = label.pad_right(max(0, words - label.cell_length))
            ink = "$error" if item.is_weak else "$khaki"
            bar = "▆" * round(item.share * room)
            # A sign in addition to the colour, because many people and grey terminals do not distinguish red.
            sign = " ◂" if item.is_weak else "  "
            end = Content.styled(f"{item.share:>5.0%}{sign}", "bold $error" if item.is_weak else "bold $foreground")
            rows.append(label + Content.styled(f"{bar:<{room}}", ink) + end)
        return rows

    def _make_candidate_rows(self, view: ClassView, width: int) -> list[Content]:
        rows = []
        ordered = sorted(view.candidates, key=lambda row: (row.score is None, -(row.score or 0.0), row.name))
        for row in ordered if self.is_sorted else view.candidates:
            mark = format_percent(row.score) if row.score is not None else row.state
            # Cut before it is padded: otherwise a long name would move the figures out of their columns.
            name = f"{row.name[:28]:<30}"
            text = Content.assemble(
                (name, "$foreground"), (f"{row.answered:>3} of {row.asked:<4}", "$muted"), (f"{mark:<8}", "bold")
            )
            ink = "bold $error" if row.integrity.startswith("✗") else "$success"
            text += Content.styled(f"  {row.integrity}" if row.integrity else "", ink)
            rows.append(text.truncate(width, ellipsis=True))
        rows += [Content.styled(f"{name[:28]:<30}not begun", "$muted") for name in view.missing]
        return rows


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
        return [row.truncate(width) for row in rows]


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
        bars = self.query_one(Bars)
        bars.top = max(0, bars.top + rows)
        bars.repaint()
