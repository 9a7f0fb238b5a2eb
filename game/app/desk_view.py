"""The desk as a screen shows it: the dispatch above, the notebook below, and for each row the lines that its keys send.

The screen knows no rule of the dispatch. Each row holds the whole line that a key sends, or an empty line if the key
does nothing. So a key at the desk and a typed line always mean the same.
"""

from typing import NamedTuple

from game.pack.world import World
from game.prose.dispatch_lines import PRINT_WORDS
from game.tour.dispatch import MAX_DISPATCH_LINES, MIN_DISPATCH_LINES, PRINTS
from game.tour.state import State


class DeskRow(NamedTuple):
    """A fact at the desk. A line that is empty means that the key does nothing here."""

    text: str
    note: str
    """The text after the fact: how it is printed, or where the fact is."""
    take: str
    """The line that takes it into the dispatch, or out of it."""
    prints: tuple[str, ...] = ()
    """The lines that print it in each way, in a fixed order; none for a fact that is not in the dispatch."""
    move_up: str = ""
    move_down: str = ""


class DeskView(NamedTuple):
    """The dispatch being written."""

    draft: tuple[DeskRow, ...]
    noted: tuple[DeskRow, ...]
    """The noted facts that are not in the dispatch, in the ledger's order."""
    fewest: int
    most: int
    """How many lines a dispatch may have when it is filed."""


def build_desk(world: World, state: State) -> DeskView:
    """The desk of a player in that state."""
    # By its place in the ledger, not in the list: so its number stays the same while the list grows.
    order = {fact_id: number for number, fact_id in enumerate(world.facts, start=1)}
    drafted = {fact_id for fact_id, _ in state.draft}
    rest = sorted((fact_id for fact_id in state.noted if fact_id not in drafted), key=order.__getitem__)
    noted = []
    for fact_id in rest:
        fact = world.facts[fact_id]
        noted.append(DeskRow(fact.claim, "+".join(fact.cites), f"dispatch add {order[fact_id]}"))
    return DeskView(_build_draft(world, state), tuple(noted), MIN_DISPATCH_LINES, MAX_DISPATCH_LINES)


def _build_draft(world: World, state: State) -> tuple[DeskRow, ...]:
    rows = []
    for number, (fact_id, printed) in enumerate(state.draft, start=1):
        rows.append(
            DeskRow(
                f"{number}. {world.facts[fact_id].claim}",
                PRINT_WORDS[printed],
                f"dispatch remove {number}",
                tuple(f"dispatch {number} {way}" for way in PRINTS),
                f"dispatch move {number} to {number - 1}" if number > 1 else "",
                f"dispatch move {number} to {number + 1}" if number < len(state.draft) else "",
            )
        )
    return tuple(rows)
