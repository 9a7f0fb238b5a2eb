"""The desk: the dispatch above, the notebook below. Each key sends only the line that its row holds.

For the arrow keys both lists are one, so that a fact can be taken out and put back without another key.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from game.app.desk_view import DeskRow, DeskView
from game.prose import screen_labels as labels
from game.tui.screens.sized import Sized
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler

KEYS = (
    Key("esc", "Back", "screen.dismiss"),
    Key("↑↓", "Choose", "screen.choose(1)"),
    Key("Enter", labels.TAKE_KEY, "screen.take"),
    Key("1-4", labels.PRINT_KEY, "screen.print_as(0)"),
    Key("f", "File", "screen.file"),
)
NEWSROOM_KEYS = (
    *KEYS,
    Key("h", labels.HEADLINE_KEY, "screen.headline"),
    Key("a", labels.FILL_KEY, "screen.fill"),
)


class Pages(Block):
    """A list of facts in which the chosen one is always visible."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.items: Sequence[DeskRow] = ()
        self.chosen: int | None = None
        self.empty = ""

    def make_rows(self, width: int) -> list[Content]:
        """As many rows as fit, the chosen one among them."""
        if not self.items:
            return [Content.styled(self.empty, "$muted")]
        height = max(1, self.size.height)
        # The chosen row stays in the middle, so that the rows before and after it are visible.
        first = max(0, min((self.chosen or 0) - height // 2, len(self.items) - height))
        return [self._make_row(place, width) for place in range(first, min(len(self.items), first + height))]

    def _make_row(self, place: int, width: int) -> Content:
        text, note = self.items[place].text, self.items[place].note
        is_chosen = place == self.chosen
        tail = f"  {note} " if note else ""
        row = Content(f"{'› ' if is_chosen else '  '}{text}").truncate(max(4, width - len(tail)), ellipsis=True)
        row = row.pad_right(max(0, width - row.cell_length - len(tail)))
        return (row + Content.styled(tail, "$gold")).stylize("$foreground on $selected" if is_chosen else "")


class Detail(Block):
    """The chosen fact as a whole sentence with its strength, after what is wrong with its print; then the headline."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.text = self.warning = self.headline = ""

    def make_rows(self, width: int) -> list[Content]:
        """The sentence, wrapped, and the headline."""
        # The warning is first: a long sentence may leave no row under it.
        warning = Content.styled(f"{self.warning} ", "bold $error") if self.warning else Content("")
        return [warning + Content(self.text), Content.styled(self.headline, "$gold")]


class Desk(Sized):
    """Facts to choose from, and the dispatch."""

    CSS_PATH = "../tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("pageup", "choose(-10)", show=False),
        Binding("pagedown", "choose(10)", show=False),
        Binding("enter,space", "take", show=False),
        Binding("f", "file", show=False),
        Binding("h", "headline", show=False),
        Binding("a", "fill", show=False),
        Binding("minus,left", "move_up", show=False),
        Binding("plus,right", "move_down", show=False),
        *(Binding(key, f"print_as({place})", show=False) for place, key in enumerate("1234")),
    ]

    def __init__(self, look: Callable[[], DeskView], say: Callable[[str], None]) -> None:
        """Make the screen.

        Args:
            look: Gives the desk as it is now.
            say: Performs a line.
        """
        super().__init__()
        self._look = look
        self._say = say
        self._view = look()
        self._place = 0
        self._draft = Pages(id="draft")
        self._facts = Pages(id="facts")
        self._detail = Detail(id="detail")

    @property
    def _chosen(self) -> DeskRow | None:
        """The chosen row; None where there is none."""
        rows = (*self._view.draft, *self._view.noted)
        return rows[self._place] if self._place < len(rows) else None

    def compose(self) -> ComposeResult:
        """The line, the dispatch, the notebook, the keys."""
        yield Ruler("DESK", "Your dispatch", id="ruler")
        yield self._draft
        yield Ruler("NOTES", "From your notebook", id="second")
        yield self._facts
        yield self._detail
        yield KeyBar(NEWSROOM_KEYS if self._view.headline else KEYS, id="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self._draft.empty = labels.NO_REPORT if self._view.headline else labels.NO_DRAFT
        self._facts.empty = labels.NO_NOTES_LEFT
        self._show()

    def _show(self) -> None:
        view = self._view
        lines = len(view.draft)
        self._place = min(max(0, self._place), max(0, lines + len(view.noted) - 1))
        self._draft.items, self._facts.items = view.draft, view.noted
        in_draft = self._place < lines
        self._draft.chosen = self._place if in_draft else None
        self._facts.chosen = None if in_draft else self._place - lines
        self._detail.text = self._chosen.detail if self._chosen else ""
        self._detail.warning = self._chosen.warning if self._chosen else ""
        self._detail.headline = view.headline
        self._draft.repaint()
        self._facts.repaint()
        self._detail.repaint()
        title = labels.title_desk(lines, view.fewest, view.most)
        self.query_one("#ruler", Ruler).show("DESK", title, lines / view.most, ())

    def _say_and_show(self, line: str, step: int = 0) -> None:
        """Send a line of the chosen row, if it has one, and move the selection by some rows."""
        if line:
            self._say(line)
            self._view = self._look()
            self._place += step
            self._show()

    def action_choose(self, by: int) -> None:
        """Go to another row; the dispatch and the notebook are one list."""
        self._place += by
        self._show()

    def action_take(self) -> None:
        """Take the chosen fact into the dispatch, or out of it."""
        if (row := self._chosen) is not None:
            # A fact that is added makes the list above longer, so the selection moves one row to stay on the next fact
            # of the notebook.
            self._say_and_show(row.take, 0 if row.prints else 1)

    def action_print_as(self, way: int) -> None:
        """Print the chosen line in one of the ways."""
        if (row := self._chosen) is not None and way < len(row.prints):
            self._say_and_show(row.prints[way])

    def action_move_up(self) -> None:
        """Move the chosen line up."""
        if (row := self._chosen) is not None:
            self._say_and_show(row.move_up, -1)

    def action_move_down(self) -> None:
        """Move the chosen line down."""
        if (row := self._chosen) is not None:
            self._say_and_show(row.move_down, 1)

    def action_file(self) -> None:
        """Hand in the dispatch; the editor answers in the log."""
        # Closed first, because the editor's long answer is in the log, under this screen.
        self.dismiss()
        self._say("dispatch file")

    def action_fill(self) -> None:
        """Let the editor add the best lines, in a newsroom."""
        if self._view.headline:
            self._say_and_show("dispatch fill")

    def action_headline(self) -> None:
        """Choose the headline; the choices are in the log, under this screen."""
        if self._view.headline:
            self.dismiss()
            self._say("dispatch headline")
