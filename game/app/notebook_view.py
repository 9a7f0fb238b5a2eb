"""The notebook as a screen shows it: a row for each note, and two notes side by side with what is asked of them."""

from typing import NamedTuple

from game.pack.world import World
from game.prose.compare_lines import render_pair, render_pair_reply
from game.prose.lines import Line, describe_strength, number_room
from game.tour.chase import find_pinned
from game.tour.events import PairLaid
from game.tour.scope import Scope
from game.tour.verbs.comparing import find_pair, lay_pair, list_lead_notes


class NotebookRow(NamedTuple):
    """One note."""

    number: int
    text: str
    source: str
    """How sure its source is, and where it was noted."""
    is_of_question: bool
    """Whether it belongs to the question that the player chases."""


class NotebookView(NamedTuple):
    """All notes: those of the question first, then the rest, the latest ones first."""

    question: str
    """Empty where no question is chased."""
    rows: tuple[NotebookRow, ...]


class PairView(NamedTuple):
    """Two notes side by side."""

    lines: tuple[Line, ...]
    is_asked: bool
    """Whether a judgement is waited for."""


def build_notebook(scope: Scope) -> NotebookView:
    """The notebook of a player in that state."""
    world, state = scope.lexicon.world, scope.state
    progress = find_pinned(scope.lexicon, state)
    first = list_lead_notes(scope, progress.lead) if progress is not None else ()
    rest = sorted(set(state.numbers).difference(first), key=lambda fact_id: -state.numbers[fact_id])
    rows = tuple(_build_row(scope, world, fact_id, is_of_question=fact_id in first) for fact_id in (*first, *rest))
    return NotebookView(progress.lead.asks if progress is not None else "", rows)


def _build_row(scope: Scope, world: World, fact_id: str, *, is_of_question: bool) -> NotebookRow:
    fact, room = world.facts[fact_id], world.rooms[scope.state.noted[fact_id]]
    source = f"{describe_strength(fact, world)} {number_room(room)}"
    return NotebookRow(scope.state.numbers[fact_id], fact.claim, source, is_of_question)


def build_pair(scope: Scope, one: int, other: int) -> PairView:
    """Two notes by their numbers: the question, or what was found between them."""
    world = scope.lexicon.world
    found = find_pair(scope, str(one), str(other))
    if not isinstance(found, tuple):
        return PairView((), is_asked=False)
    laid = lay_pair(scope, *found)
    if isinstance(laid, PairLaid):
        return PairView(render_pair(laid, world), is_asked=True)
    return PairView(render_pair_reply(laid), is_asked=False)
