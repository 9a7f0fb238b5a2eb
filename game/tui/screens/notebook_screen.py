"""The notebook over the play screen: notes to mark, and two of them side by side with what is asked of them.

Each key that changes the tour sends the line that a player would type, so a transcript holds it.
"""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from game.app.boards import Boards
from game.app.notebook_view import NotebookRow, PairView
from game.prose import screen_labels as labels
from game.tui.screens.sized import Sized
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler

# The last ones give way on a narrow screen, and arrows and Esc are what one tries anyway.
KEYS = (
    Key("Space", labels.MARK_KEY, "screen.mark"),
    Key("Enter", labels.LAY_KEY, "screen.lay"),
    Key("1-5", labels.JUDGE_KEY, "screen.judge(1)"),
    Key("esc", "Back", "screen.dismiss"),
    Key("↑↓", "Choose", "screen.choose(1)"),
)

ROWS_PER_NOTE = 2
"""Screen rows of a note: its sentence, and how sure its source is."""


class NoteRows(Block):
    """The notes, each with its mark and its number, the chosen one always visible."""

    def __init__(self) -> None:
        super().__init__(id="notes")
        self.rows: tuple[NotebookRow, ...] = ()
        self.chosen = 0
        self.marked: tuple[int, ...] = ()

    def make_rows(self, width: int) -> list[Content]:
        """As many notes as fit."""
        if not self.rows:
            return [Content.styled(labels.NO_NOTES, "$muted")]
        fitting = max(1, self.size.height // ROWS_PER_NOTE)
        first = max(0, min(self.chosen - fitting // 2, len(self.rows) - fitting))
        return [row for place in range(first, min(len(self.rows), first + fitting)) for row in self._draw(place, width)]

    def _draw(self, place: int, width: int) -> tuple[Content, Content]:
        note = self.rows[place]
        mark = "◆" if note.number in self.marked else "·"
        text = Content(f"{'›' if place == self.chosen else ' '}{mark} {note.number:>3}  {note.text}")
        text = text.truncate(width, ellipsis=True).pad_right(max(0, width - text.cell_length))
        style = "$foreground on $selected" if place == self.chosen else "$gold" if note.is_of_question else ""
        source = Content.styled(f"        {note.source}", "$muted").truncate(width, ellipsis=True)
        return text.stylize(style), source


class PairLines(Block):
    """The whole chosen note; or two notes side by side, with the question or with what was found."""

    def __init__(self) -> None:
        super().__init__(id="pair")
        self.pair = PairView((), is_asked=False)
        self.note = ""
        """The chosen note, which may be cut in its row."""

    def make_rows(self, width: int) -> list[Content]:
        """Its lines, wrapped."""
        if not self.pair.lines:
            hint = Content.styled(labels.MARK_TWO, "$muted")
            room = max(0, self.size.height - 1)
            return [*Content(self.note).wrap(max(20, width))[:room], hint] if self.note else [hint]
        lines = [Content(line.text) for line in self.pair.lines]
        asked = [Content.styled(labels.JUDGE_FIRST, "$muted")] if self.pair.is_asked else []
        return [row for line in (*lines, *asked) for row in line.wrap(max(20, width))]


class NotebookScreen(Sized):
    """The notes above, two of them side by side below."""

    CSS_PATH = "../tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f2", "dismiss", "Back", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("pageup", "choose(-8)", show=False),
        Binding("pagedown", "choose(8)", show=False),
        Binding("space", "mark", show=False),
        Binding("enter", "lay", show=False),
        *(Binding(key, f"judge({key})", show=False) for key in "12345"),
    ]

    def __init__(self, look: Callable[[], Boards], say: Callable[[str], None]) -> None:
        """Make the screen.

        Args:
            look: Gives the boards as they are now.
            say: Performs a line.
        """
        super().__init__()
        self._look = look
        self._say = say
        self._notes = NoteRows()
        self._pair = PairLines()

    def compose(self) -> ComposeResult:
        """The line, the notes, the pair, the keys."""
        yield Ruler(labels.NOTEBOOK_SHEET.name, labels.NOTEBOOK_SHEET.text, id="ruler")
        yield self._notes
        yield self._pair
        yield KeyBar(KEYS, id="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        view = self._look().read_notebook()
        self._notes.rows = view.rows
        title = view.question or labels.NOTEBOOK_SHEET.text
        self.query_one(Ruler).show(labels.NOTEBOOK_SHEET.name, title, 1.0, ())
        self._repaint()

    def _repaint(self) -> None:
        rows = self._notes.rows
        self._pair.note = rows[self._notes.chosen].text if rows else ""
        # Two notes need more rows than one; until then the list has them.
        self.set_class(bool(self._pair.pair.lines), "-pair")
        self._notes.repaint()
        self._pair.repaint()

    def action_choose(self, by: int) -> None:
        """Go to another note."""
        self._notes.chosen = min(max(0, self._notes.chosen + by), max(0, len(self._notes.rows) - 1))
        self._repaint()

    def action_mark(self) -> None:
        """Mark the chosen note, or take its mark away; a third mark drops the first."""
        if not self._notes.rows:
            return
        number = self._notes.rows[self._notes.chosen].number
        marked = self._notes.marked
        self._notes.marked = (
            tuple(each for each in marked if each != number) if number in marked else (*marked, number)[-2:]
        )
        self._pair.pair = PairView((), is_asked=False)
        self._repaint()

    def action_lay(self) -> None:
        """Lay the two marked notes side by side."""
        if len(self._notes.marked) == 2:
            one, other = sorted(self._notes.marked)
            self._pair.pair = self._look().read_pair(one, other)
            self._repaint()

    def action_judge(self, answer: int) -> None:
        """Say what is between the two notes; then see what is."""
        if self._pair.pair.is_asked:
            one, other = sorted(self._notes.marked)
            self._say(f"compare {one} with {other} as {answer}")
            self._pair.pair = self._look().read_pair(one, other)
            self._repaint()
