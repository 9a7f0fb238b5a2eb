"""What the desk of a newsroom shows and offers: the report, notes, lines, ways to print, headlines."""

from typing import Literal

from game.pack.ledger import Fact
from game.pack.newsroom import USUAL_NEWS
from game.tour.dispatch import PRINTS
from game.tour.events import DeskShown, Event, Note, NotesOffered, WayAsked
from game.tour.notes import list_noted_ids, number_note
from game.tour.printing import PRINT_WAYS
from game.tour.report import count_room, find_told_lead
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.turn import Turn
from game.tour.verbs.desk_reading import DeskMenu, DeskQuestion

MAX_OFFERED = 5
"""Notes on one page of the menu, so that it fits into the smallest screen."""


def open_menu(turn: Turn, state: State, page: int = 1) -> None:
    """Let the next lines be about the report: numbers of notes, ways to print."""
    turn.dialogue.choices = DeskMenu(Scope(turn.lexicon, state), page)


def show_desk(turn: Turn, state: State, *, is_asked: bool = False) -> Event:
    """The report as it is drafted, and the best notes to go on with."""
    world, draft = turn.lexicon.world, state.draft
    offered = offer_notes(turn, list_candidates(turn) if len(draft) < count_room(world, state) else ())
    open_menu(turn, state)
    return DeskShown(
        lines=tuple((Note(number_note(turn, fact_id), world.facts[fact_id]), way) for fact_id, way in draft),
        room=count_room(world, state),
        lead=find_told_lead(world, state, draft),
        own_headline=state.own_headline,
        offered=offered,
        is_asked=is_asked,
    )


def offer_notes(turn: Turn, facts: tuple[Fact, ...], page: int = 1) -> NotesOffered:
    """One page of notes that can be added, each with its number in the notebook."""
    start = (page - 1) * MAX_OFFERED
    shown = facts[start : start + MAX_OFFERED]
    notes = tuple(Note(number_note(turn, fact.id), fact) for fact in shown)
    open_menu(turn, turn.state, page)
    of_leads = _list_lead_facts(turn)
    leading = sum(fact.id in of_leads for fact in shown)
    return NotesOffered(notes=notes, left=max(0, len(facts) - start - len(notes)), of_leads=leading)


def _list_lead_facts(scope: Scope) -> set[str]:
    """Ids of the facts that fill slots of closed leads."""
    leads = scope.lexicon.world.leads
    return {each for lead_id in scope.state.closed for slot in leads[lead_id].slots for each in slot.facts}


def list_candidates(scope: Scope) -> tuple[Fact, ...]:
    """The notes that are not in the report: those of closed leads first, then by their news value, then the latest."""
    state, world = scope.state, scope.lexicon.world
    drafted = {fact_id for fact_id, _ in state.draft}
    of_leads = _list_lead_facts(scope)
    values = scope.lexicon.newsroom.map_news()
    left = (fact_id for fact_id in list_noted_ids(scope) if fact_id not in drafted)
    ranked = sorted(left, key=lambda fact_id: (fact_id not in of_leads, -values.get(fact_id, USUAL_NEWS)))
    return tuple(world.facts[fact_id] for fact_id in ranked)


def offer_lines(turn: Turn, asks: Literal["print", "remove"]) -> Event:
    """The lines of the report, one of which is to be printed another way or left out, each with its place."""
    facts = [turn.lexicon.world.facts[fact_id] for fact_id, _ in turn.state.draft]
    notes = tuple(Note(place, fact) for place, fact in enumerate(facts, start=1))
    named = [((note.fact.claim,), f"dispatch {asks} {note.number}") for note in notes]
    turn.dialogue.choices = DeskQuestion(turn, named)
    return NotesOffered(notes=notes, asks=asks)


def ask_way(turn: Turn, state: State, place: int) -> Event:
    """How one line of the report is to be printed; its place is counted from 0."""
    fact_id, _ = state.draft[place]
    named = [(PRINT_WAYS[way], f"dispatch {place + 1} {way}") for way in PRINTS]
    turn.dialogue.choices = DeskQuestion(turn, named, subject="printing")
    return WayAsked(fact=turn.lexicon.world.facts[fact_id])
