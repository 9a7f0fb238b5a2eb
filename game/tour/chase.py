"""The chase after answers: which leads are open, how far each has come, and which one the player pursues.

A turn looks only at the leads of the facts that it has noted, and at the pinned one: its cost does not grow with the
number of leads.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from game.core.names import STOP, words
from game.pack.leads import Lead
from game.pack.ledger import Fact
from game.pack.world import Room
from game.tour.events import LeadMoved, LeadProgress, LeadStep
from game.tour.state import State

if TYPE_CHECKING:
    from game.tour.lexicon import Lexicon

MIN_SHARE_ASKED = 0.7
"""Share of its words, articles and the like apart, from which a line repeats the question of a lead."""

_ORDER: tuple[LeadStep, ...] = ("ready", "uncompared", "opened", "filled")


def is_open(state: State, lead: Lead) -> bool:
    """Whether a question has been met and not been closed."""
    return lead.id not in state.closed and lead.is_open(state.noted)


def is_met(state: State, lead: Lead) -> bool:
    """Whether a question has been met, be it closed by now or not."""
    return lead.id in state.closed or lead.is_open(state.noted)


def find_asked_lead(lexicon: "Lexicon", state: State, line: str) -> Lead | None:
    """The open lead whose question a line repeats: WHO SAW THE FAMOUS TABLE; None where it repeats none."""
    typed = {word for word in words(line) if word not in STOP}
    for lead in lexicon.world.leads.values():
        asked = {word for word in words(lead.asks) if word not in STOP}
        if is_open(state, lead) and len(typed & asked) >= MIN_SHARE_ASKED * max(len(typed), len(asked)):
            return lead
    return None


def measure(lexicon: "Lexicon", state: State, lead: Lead) -> LeadProgress:
    """How far a lead has come."""
    filled = tuple(slot.is_filled(state.noted) for slot in lead.slots)
    next_slot = next((slot for slot, is_full in zip(lead.slots, filled, strict=True) if not is_full), None)
    next_room = lexicon.world.rooms[next_slot.at] if next_slot is not None else None
    return LeadProgress(
        lead=lead,
        number=lexicon.lead_numbers[lead.id],
        filled=filled,
        is_compared=not lead.comparison or lead.comparison in state.compared,
        is_closed=lead.id in state.closed,
        is_pinned=lead.id == state.pinned,
        next_slot=next_slot,
        next_room=next_room,
        is_behind=next_room is not None and lexicon.places[next_room.id] < lexicon.places[state.room],
        is_next_here=next_slot is not None and next_slot.at == state.room,
        skipped=_list_between(lexicon, state.room, next_room) if next_room is not None else (),
    )


def _list_between(lexicon: "Lexicon", room_id: str, room: Room) -> tuple[Room, ...]:
    """The numbered rooms between two rooms in the order of the tour."""
    first, last = sorted((lexicon.places[room_id], lexicon.places[room.id]))
    return tuple(each for each in lexicon.order[first + 1 : last] if each.number is not None)


def find_pinned(lexicon: "Lexicon", state: State) -> LeadProgress | None:
    """The lead that the player pursues; None when none is open."""
    lead = lexicon.world.leads.get(state.pinned)
    return measure(lexicon, state, lead) if lead is not None else None


def list_met(lexicon: "Lexicon", state: State) -> tuple[LeadProgress, ...]:
    """All questions met so far, in the pack's order, the closed ones included."""
    return tuple(measure(lexicon, state, lead) for lead in lexicon.world.leads.values() if is_met(state, lead))


def pin_first(lexicon: "Lexicon", state: State) -> State:
    """The state with the pinned lead if that is open, else with the first one that is."""
    leads = lexicon.world.leads
    pinned = leads.get(state.pinned)
    if pinned is not None and is_open(state, pinned):
        return state
    found = next((lead.id for lead in leads.values() if is_open(state, lead)), "")
    return state if found == state.pinned else replace(state, pinned=found)


def follow_leads(
    lexicon: "Lexicon", before: State, state: State, fresh: Iterable[Fact]
) -> tuple[State, tuple[LeadMoved, ...]]:
    """The state after a turn with a lead pinned, and the one step of a lead that is worth telling.

    Args:
        lexicon: The pack.
        before: The state before the turn.
        state: The state after it.
        fresh: The facts that the turn has noted.
    """
    touched = _list_touched(lexicon, before, state, fresh)
    if not touched:
        return state, ()
    state = state if state.pinned else pin_first(lexicon, state)
    steps = [(step, lead) for lead in touched if (step := _find_step(before, state, lead)) is not None]
    if not steps:
        return state, ()
    # One line a turn: what can be closed counts more than what opens, and that more than one more note.
    step, lead = min(steps, key=lambda each: (_ORDER.index(each[0]), each[1].id != state.pinned))
    opened = tuple(lead for other, lead in steps if other == step == "opened")
    return state, (LeadMoved(step=step, progress=measure(lexicon, state, lead), opened=opened),)


def _list_touched(lexicon: "Lexicon", before: State, state: State, fresh: Iterable[Fact]) -> tuple[Lead, ...]:
    """The leads that a turn may have brought on: those of its facts, and those of its comparisons."""
    touched = {lead.id: lead for fact in fresh for lead in lexicon.leads_of.get(fact.id, ())}
    if state.compared is not before.compared:
        touched |= {lead.id: lead for lead in lexicon.world.leads.values() if lead.comparison in state.compared}
    return tuple(touched.values())


def _find_step(before: State, state: State, lead: Lead) -> LeadStep | None:
    """The step that a lead has made, or None."""
    if not is_open(state, lead):
        return None
    if _is_ready(state, lead):
        return None if _is_ready(before, lead) else "ready"
    if lead.is_full(state.noted):
        return None if lead.is_full(before.noted) else "uncompared"
    if not lead.is_open(before.noted):
        return "opened"
    # Who chases a question hears where to go on after its pair was judged, too.
    is_on = not _is_compared(before, lead) and _is_compared(state, lead) and bool(lead.comparison)
    is_on |= any(slot.is_filled(state.noted) and not slot.is_filled(before.noted) for slot in lead.slots)
    # Of the questions that are not chased, only what opens and what can be closed is told.
    return "filled" if is_on and lead.id == state.pinned else None


def _is_ready(state: State, lead: Lead) -> bool:
    return lead.is_full(state.noted) and _is_compared(state, lead)


def _is_compared(state: State, lead: Lead) -> bool:
    return not lead.comparison or lead.comparison in state.compared
