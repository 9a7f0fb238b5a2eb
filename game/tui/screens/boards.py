"""Two boards to read what was noted by: the dates on a line, and the points on which sources differ side by side."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size

from game.pack.ledger import Difference, Fact
from game.pack.world import World
from game.prose.lines import date, tag
from game.tui.screens.sized import Sized
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler

DATED = 18
"""Columns of the dates, to the left of the line."""

BACK = Key("esc", "Back to the carriage", "screen.dismiss")
SCROLL = Key("↑↓", "Scroll", "screen.scroll_by(1)")


class Tall(Block):
    """A block as high as its rows, for a scrolling container."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All its lines at that width."""
        return max(1, len(self.strips(width, 0)))


class DateLine(Tall):
    """Dated facts from the top down, their dates to the left of the yellow line."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        super().__init__()
        self.facts = facts

    def rows(self, width: int) -> list[Content]:
        """One node a date; what shares it hangs under it."""
        rows: list[Content] = []
        last = ""
        room = max(20, min(84, width - DATED - 4))
        for fact in self.facts:
            when = date(fact.about.when or "")
            for place, text in enumerate(Content(f"{fact.claim} [{tag(fact)}]").wrap(room)):
                is_new = when != last and not place
                head = Content.styled(f"{when if is_new else '':>{DATED}} ", "bold $gold")
                node = Content.styled("●━ " if is_new else "┃  ", "$line")
                rows.append(head + node + text)
            rows.append(Content(" " * (DATED + 1)) + Content.styled("┃", "$line"))
            last = when
        if not rows:
            return [Content.styled("No dated fact has been noted yet that fits.", "$muted")]
        return rows


class Sides(Tall):
    """Differences, their sides beside one another where there is room."""

    def __init__(self, world: World, differences: Sequence[Difference]) -> None:
        super().__init__()
        self._world = world
        self._differences = differences

    def rows(self, width: int) -> list[Content]:
        """The point as a heading, the sides as columns, how the tour puts it."""
        rows: list[Content] = []
        for difference in self._differences:
            rows.append(Content.styled(f"≠ {difference.topic}", "bold $gold"))
            column = max(18, min(84, width) // len(difference.sides) - 2)
            sides = []
            for side in difference.sides:
                cites = "+".join(dict.fromkeys(c for f in side.facts for c in self._world.facts[f].cites))
                told = Content(side.says).wrap(column)
                sides.append([*told, Content.styled(cites, "$fact")])
            for place in range(max(map(len, sides))):
                row = Content("")
                for side_rows in sides:
                    cell = side_rows[place] if place < len(side_rows) else Content("")
                    row += Content.styled("▎", "$line") + cell.pad_right(max(0, column + 1 - cell.cell_length))
                rows.append(row)
            rows += [*Content.styled(difference.wording, "$muted").wrap(max(20, min(84, width))), Content("")]
        return rows or [Content.styled("You have found none of the points on which sources differ yet.", "$muted")]


class Board(Sized):
    """A title, a scrolling block, the keys."""

    CSS_PATH = "../tour.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (BACK, SCROLL)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Back", show=False),
        Binding("up", "scroll_by(-1)", show=False),
        Binding("down,space", "scroll_by(1)", show=False),
        Binding("pageup", "scroll_by(-15)", show=False),
        Binding("pagedown", "scroll_by(15)", show=False),
    ]

    def __init__(self, badge: str, title: str, block: Tall) -> None:
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
    """The line of dates, with two filters: whom it is about, and how one travelled."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        BACK,
        SCROLL,
        Key("p", "Person", "screen.next_person"),
        Key("t", "Means of travel", "screen.next_means"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "next_person", show=False),
        Binding("t", "next_means", show=False),
    ]

    def __init__(self, world: World, facts: Sequence[Fact]) -> None:
        self._facts = facts
        self._world = world
        self._person = ""
        self._means = ""
        self._line = DateLine(facts)
        super().__init__("TIME", "What happened when", self._line)

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of those whom the facts are about, each once; first nobody in particular."""
        told = dict.fromkeys(who for fact in self._facts for who in fact.about.who)
        return (
            "",
            *(who for who in told if who in self._world.entities and self._world.entities[who].kind == "person"),
        )

    @property
    def means(self) -> tuple[str, ...]:
        """The ways in which the tour's journeys were made; first all facts, journeys or not."""
        return ("", *dict.fromkeys(journey.means for journey in self._world.tour.journeys))

    def action_next_person(self) -> None:
        """Show the dates of the next person alone."""
        people = self.people
        self._person = people[(people.index(self._person) + 1) % len(people)]
        self._filter()

    def action_next_means(self) -> None:
        """Show the journeys made in the next way, and after the last of them everything again."""
        self._means = self.means[(self.means.index(self._means) + 1) % len(self.means)]
        self._filter()

    def _filter(self) -> None:
        fitting = {f for journey in self._world.tour.journeys if journey.means == self._means for f in journey.facts}
        self._line.facts = [
            fact
            for fact in self._facts
            if self._person in ("", *fact.about.who) and (not self._means or fact.id in fitting)
        ]
        name = self._world.entities[self._person].name if self._person else "everybody"
        title = f"What happened when: {name}{', ' + self._means if self._means else ''}"
        self.query_one(Ruler).show("TIME", title, 1.0, ())
        self._line.changed()
        self._line.refresh(layout=True)
