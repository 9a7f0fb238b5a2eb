"""What the post brings when a room is first entered: wires, what comes of earlier lines, clippings of the rival.

It is no verb of its own: it is the last thing that happens on entering a room.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from game.pack.newsroom import Newsroom
from game.pack.world import Room
from game.tour.events import ClippingFound, Event, PaperShown, WireAnswered, WireArrived, WireReturned
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.verbs.outcome import Outcome
from game.tour.wires import ROOMS_BEFORE_RETURN, SentWire


def deliver_post(scope: Scope, outcome: Outcome) -> Outcome:
    """The outcome of entering a room for the first time, and what is delivered there."""
    newsroom = scope.lexicon.world.newsroom
    if newsroom is None or scope.room.number is None:
        return outcome
    events: list[Event] = []
    state = outcome.state
    here = scope.lexicon.clippings.get(scope.room.id, ())
    state, unanswered = _close_waiting(state)
    # An arrival has room for one piece of post: what comes of a line waits for a room without a clipping.
    if not here:
        events += unanswered
        state, returned = _return_sent(scope, newsroom, state)
        events += returned
    state, arrived = _bring_wire(scope, state)
    events += arrived
    is_first = not any(each.at in state.visited for each in newsroom.clippings if each not in here)
    found = (ClippingFound(newsroom=newsroom, clipping=each, is_first=is_first) for each in here)
    return outcome._replace(state=state, events=(*outcome.events, *events, *found))


def _close_waiting(state: State) -> tuple[State, tuple[Event, ...]]:
    """A wire waits until the next room; then it goes without a line."""
    waiting = find_waiting_wire(state)
    if not waiting:
        return state, ()
    sent = SentWire("sent", "silence", rooms=state.carriages)
    state = replace(state, wires=state.wires.insert(waiting, sent))
    return state, (WireAnswered(answer="silence", trust=state.trust, trust_before=state.trust),)


def _return_sent(scope: Scope, newsroom: Newsroom, state: State) -> tuple[State, tuple[Event, ...]]:
    """What comes of lines that were sent some rooms ago."""
    due = [
        wire
        for wire in newsroom.wires
        if (sent := state.wires.get(wire.id))
        and sent.stage == "sent"
        and state.carriages >= sent.rooms + ROOMS_BEFORE_RETURN
    ]
    events: list[Event] = []
    for wire in due:
        sent = state.wires[wire.id]
        state = replace(state, wires=state.wires.insert(wire.id, sent._replace(stage="returned")))
        room = scope.lexicon.world.rooms.get(wire.at)
        events.append(WireReturned(newsroom=newsroom, answer=sent.answer, room=room))
    return state, tuple(events)


def _bring_wire(scope: Scope, state: State) -> tuple[State, tuple[Event, ...]]:
    """The wire that arrives in this room."""
    wire = scope.lexicon.wires.get(scope.room.id)
    if wire is None or wire.id in state.wires:
        return state, ()
    arrived = WireArrived(wire=wire)
    return replace(state, wires=state.wires.insert(wire.id, SentWire("waiting"))), (arrived,)


def find_waiting_wire(state: State) -> str:
    """Id of the wire that waits for a line; empty when none does."""
    return next((wire for wire, sent in state.wires.items() if sent.stage == "waiting"), "")


def list_correctable(newsroom: Newsroom, state: State) -> Iterator[tuple[str, SentWire]]:
    """The wires with a mistake that is not corrected yet, the latest first."""
    for wire in reversed(newsroom.wires):
        sent = state.wires.get(wire.id)
        if sent is not None and sent.is_correctable:
            yield wire.id, sent


def describe_paper(scope: Scope, *, is_explained: bool = False) -> tuple[Event, ...]:
    """What the paper wants, for those who ask for their job; nothing in a pack without a newsroom."""
    newsroom = scope.lexicon.world.newsroom
    if newsroom is None:
        return ()
    shown = PaperShown(
        trust=scope.state.trust,
        is_waiting=bool(find_waiting_wire(scope.state)),
        next_room=find_next_halt(scope),
        explained=newsroom if is_explained else None,
    )
    return (shown,)


def find_next_halt(scope: Scope) -> Room | None:
    """Where the next wire arrives; None after the last one."""
    left = (wire for wire in scope.lexicon.newsroom.wires if wire.id not in scope.state.wires)
    return next((scope.lexicon.world.rooms[wire.at] for wire in left), None)
