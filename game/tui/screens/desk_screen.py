"""The desk: the notebook above, the dispatch below. Each key says a DISPATCH line, so nothing happens here alone."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from game.pack.ledger import Fact
from game.pack.world import World
from game.prose.dispatch_lines import PRINT_WORDS
from game.tour.dispatch import MOST, PRINTS
from game.tour.state import State
from game.tui.screens.sized import Sized
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler

KEYS = (
    Key("esc", "Back", "screen.dismiss"),
    Key("↑↓", "Choose", "screen.choose(1)"),
    Key("Enter", "Take in or out", "screen.take"),
    Key("1-4", "How it is printed", "screen.print_as(0)"),
    Key("f", "File", "screen.file"),
)


class Pages(Block):
    """A list of facts that keeps the chosen one in sight."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.items: list[tuple[str, str]] = []
        """What each row says, and what stands muted behind it."""
        self.chosen: int | None = None
        self.empty = ""

    def rows(self, width: int) -> list[Content]:
        """As many rows as fit, the chosen one among them."""
        if not self.items:
            return [Content.styled(self.empty, "$muted")]
        height = max(1, self.size.height)
        first = max(0, min((self.chosen or 0) - height // 2, len(self.items) - height))
        return [self._row(place, width) for place in range(first, min(len(self.items), first + height))]

    def _row(self, place: int, width: int) -> Content:
        text, note = self.items[place]
        is_chosen = place == self.chosen
        tail = f"  {note} " if note else ""
        row = Content(f"{'› ' if is_chosen else '  '}{text}").truncate(max(4, width - len(tail)), ellipsis=True)
        row = row.pad_right(max(0, width - row.cell_length - len(tail)))
        return (row + Content.styled(tail, "$gold")).stylize("$foreground on $selected" if is_chosen else "")


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
        Binding("minus,left", "move(-1)", show=False),
        Binding("plus,right", "move(1)", show=False),
        *(Binding(str(place), f"print_as({place - 1})", show=False) for place in range(1, len(PRINTS) + 1)),
    ]

    def __init__(self, world: World, state: Callable[[], State], say: Callable[[str], None]) -> None:
        super().__init__()
        self._world = world
        self._state = state
        self._say = say
        self._order = {fact_id: place for place, fact_id in enumerate(world.facts, start=1)}
        self._place = 0
        self._draft = Pages(id="draft")
        self._facts = Pages(id="facts")

    @property
    def _noted(self) -> list[Fact]:
        """The noted facts that are not in the dispatch, in the ledger's order."""
        state = self._state()
        chosen = {fact_id for fact_id, _ in state.draft}
        ids = sorted((f for f in state.noted if f not in chosen), key=self._order.__getitem__)
        return [self._world.facts[fact_id] for fact_id in ids]

    def compose(self) -> ComposeResult:
        """The line, the dispatch, the notebook, the keys."""
        yield Ruler("DESK", "Your dispatch", id="ruler")
        yield self._draft
        yield Ruler("NOTES", "From your notebook", id="second")
        yield self._facts
        yield KeyBar(KEYS, id="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self._draft.empty = "Nothing yet. Choose five to eight facts below; say with 1 to 4 how each is printed."
        self._facts.empty = "Nothing more in your notebook."
        self._refresh()

    def _refresh(self) -> None:
        state, facts = self._state(), self._world.facts
        lines = [
            (f"{place}. {facts[fact_id].claim}", PRINT_WORDS[printed])
            for place, (fact_id, printed) in enumerate(state.draft, start=1)
        ]
        noted = [(fact.claim, "+".join(fact.cites)) for fact in self._noted]
        self._place = min(max(0, self._place), max(0, len(lines) + len(noted) - 1))
        self._draft.items, self._facts.items = lines, noted
        in_draft = self._place < len(lines)
        self._draft.chosen = self._place if in_draft else None
        self._facts.chosen = None if in_draft else self._place - len(lines)
        self._draft.changed()
        self._facts.changed()
        share = len(lines) / MOST
        self.query_one("#ruler", Ruler).show("DESK", f"Your dispatch, {len(lines)} of 5 to {MOST} lines", share, ())

    def action_choose(self, by: int) -> None:
        """Go to another row; the dispatch and the notebook are one list."""
        self._place += by
        self._refresh()

    def action_take(self) -> None:
        """Take the chosen fact into the dispatch, or out of it."""
        lines = len(self._state().draft)
        if self._place < lines:
            self._say(f"dispatch remove {self._place + 1}")
        elif self._place - lines < len(self._noted):
            self._say(f"dispatch add {self._order[self._noted[self._place - lines].id]}")
            self._place += 1
        self._refresh()

    def action_print_as(self, way: int) -> None:
        """Print the chosen line in one of the ways."""
        if self._place < len(self._state().draft):
            self._say(f"dispatch {self._place + 1} {PRINTS[way]}")
            self._refresh()

    def action_move(self, by: int) -> None:
        """Move the chosen line up or down."""
        to = self._place + by
        if self._place < len(self._state().draft) and 0 <= to < len(self._state().draft):
            self._say(f"dispatch move {self._place + 1} to {to + 1}")
            self._place = to
            self._refresh()

    def action_file(self) -> None:
        """Hand it in; the editor answers in the log."""
        self.dismiss()
        self._say("dispatch file")
