"""The desk as a screen shows it: the dispatch above, the notebook below, and for each row the lines that its keys send.

The screen knows no rule of the dispatch. Each row holds the whole line that a key sends, or an empty line if the key
does nothing. So a key at the desk and a typed line always mean the same.
"""

from typing import NamedTuple

from game.pack.ledger import Fact
from game.pack.world import World
from game.prose.dispatch_lines import PRINT_WORDS
from game.prose.lines import describe_fact
from game.prose.report_lines import WARNINGS, describe_headline
from game.tour.dispatch import MIN_DISPATCH_LINES, PRINTS, find_remark
from game.tour.notes import number_note
from game.tour.report import count_room, find_told_lead
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.verbs.desk_menu import list_candidates


class DeskRow(NamedTuple):
    """A fact at the desk. A line that is empty means that the key does nothing here."""

    text: str
    note: str
    """The text after the fact: how it is printed, or how sure its source is."""
    take: str
    """The line that takes it into the dispatch, or out of it."""
    prints: tuple[str, ...] = ()
    """The lines that print it in each way, in a fixed order; none for a fact that is not in the dispatch."""
    move_up: str = ""
    move_down: str = ""
    detail: str = ""
    """The whole sentence with its strength in words, for the chosen row."""
    warning: str = ""
    """What is wrong with the way in which it is printed; empty where nothing is, and in a pack without a newsroom."""


class DeskView(NamedTuple):
    """The dispatch being written."""

    draft: tuple[DeskRow, ...]
    noted: tuple[DeskRow, ...]
    """The noted facts that are not in the dispatch: by their numbers, or where there is a newsroom, by their closed
    questions and their news value."""
    fewest: int
    most: int
    """How many lines a dispatch may have when it is filed."""
    headline: str = ""
    """The headline in a sentence; empty in a pack without a newsroom."""


def build_desk(scope: Scope) -> DeskView:
    """The desk of a player in that state."""
    world, state = scope.lexicon.world, scope.state
    if world.newsroom is not None:
        facts = list_candidates(scope)
    else:
        drafted = {fact_id for fact_id, _ in state.draft}
        rest = sorted((fact_id for fact_id in state.noted if fact_id not in drafted), key=state.numbers.__getitem__)
        facts = tuple(world.facts[fact_id] for fact_id in rest)
    noted = tuple(_build_note(scope, fact) for fact in facts)
    headline = _name_headline(world, state) if world.newsroom is not None else ""
    return DeskView(_build_draft(world, state), noted, MIN_DISPATCH_LINES, count_room(world, state), headline)


def _build_note(scope: Scope, fact: Fact) -> DeskRow:
    take = f"dispatch add {number_note(scope, fact.id)}"
    return DeskRow(fact.claim, fact.strength, take, detail=describe_fact(fact, scope.lexicon.world))


def _name_headline(world: World, state: State) -> str:
    return describe_headline(find_told_lead(world, state, state.draft), state.own_headline)


def _build_draft(world: World, state: State) -> tuple[DeskRow, ...]:
    rows = []
    for number, (fact_id, printed) in enumerate(state.draft, start=1):
        fact = world.facts[fact_id]
        rows.append(
            DeskRow(
                f"{number}. {fact.claim}",
                PRINT_WORDS[printed],
                f"dispatch remove {number}",
                tuple(f"dispatch {number} {way}" for way in PRINTS),
                f"dispatch move {number} to {number - 1}" if number > 1 else "",
                f"dispatch move {number} to {number + 1}" if number < len(state.draft) else "",
                describe_fact(fact, world),
                WARNINGS.get(find_remark(fact, printed), "") if world.newsroom is not None else "",
            )
        )
    return tuple(rows)
