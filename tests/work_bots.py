"""Bots that work things: at random, by hints until nothing is left untold, and as a sensible visitor would."""

from collections import deque
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from game.pack.works import Machine, Sort
from game.pack.world import Room, Thing, facts_in, facts_of
from game.tour.session import Session
from game.tour.state import CARRIED
from game.tour.work_hints import find_tool_room, find_work_hint
from game.tour.work_looks import find_machine_state
from game.tour.work_offers import list_offers, list_wanted
from tests.exploring import read_room

MAX_STEPS = 60
"""Steps after which a work of one room must have told all it holds."""


def list_lines(session: Session) -> list[str]:
    """What a player could type here who sees everything and plans nothing."""
    scope = session.scope
    lines = [*scope.room.exits, *(f"x {thing.name}" for thing in scope.things)]
    for thing in scope.works:
        lines += [offer.line for offer in list_offers(scope, thing)]
        if isinstance(thing.works, Sort):
            cards = [card.names[0] for card in thing.works.cards.values()]
            lines += [f"put {card} on {names[0]}" for card in cards for names in thing.works.places.values()]
            lines += [f"take {card} down" for card in cards]
    lines += [f"take {thing.name}" for thing in scope.things if thing.portable]
    return [*lines, *(f"drop {thing.name}" for thing in scope.carried), "undo"]


def wander(session: Session, turns: int, seed: int) -> None:
    """Type lines at random."""
    random = Random(seed)
    for _ in range(turns):
        session.perform(random.choice(list_lines(session)))


def finish(session: Session) -> list[str]:
    """Read and work all there is from wherever a tour stands; gives the ids of facts that were not to be had."""
    for room in session.world.rooms.values():
        session.state = session.state.enter(room)
        session.perform("look")
        read_room(session)
        for _ in range(MAX_STEPS):
            hint = find_work_hint(session.scope)
            if hint is None:
                break
            if hint.missing is None:
                session.perform(hint.line)
            else:
                fetch(session, hint.missing)
                session.state = session.state.enter(room)
        read_room(session)
    for tool in session.lexicon.portable.values():
        if tool.id in session.lexicon.homes and any(fact not in session.state.noted for fact in facts_of(tool)):
            fetch(session, tool)
            # One look notes only so many facts.
            session.perform(f"x {tool.name}")
            session.perform(f"x {tool.name}")
    told = {fact for room in session.world.rooms.values() for fact in facts_in(room)}
    return sorted(told.difference(session.state.noted))


def fetch(session: Session, tool: Thing) -> None:
    """Go where a tool is and take it, out of the work that holds it if one does."""
    if session.state.moved.get(tool.id) == CARRIED:
        return
    session.state = session.state.enter(find_tool_room(session.scope, tool))
    for line in find_way_out(session, tool):
        session.perform(line)
    if session.state.moved.get(tool.id) != CARRIED:
        session.perform(f"take {tool.name}")
    assert session.state.moved.get(tool.id) == CARRIED, tool.id


def find_way_out(session: Session, tool: Thing) -> list[str]:
    """The lines that get a tool out of the work that holds it; none when it lies about."""
    scope = session.scope
    holder = next((work for work in scope.works if work.id == session.state.moved.get(tool.id, tool.inside)), None)
    if holder is None or not isinstance(holder.works, Machine):
        return []
    start = find_machine_state(holder, holder.works, session.state)
    ahead: deque[tuple[str, list[str]]] = deque([(start, [])])
    seen = {start}
    while ahead:
        state, lines = ahead.popleft()
        for offer in list_wanted(scope, holder, state):
            if offer.action.gives == tool.id:
                return [*lines, offer.line]
            to = offer.action.to or state
            if to not in seen:
                seen.add(to)
                ahead.append((to, [*lines, offer.line]))
    return []


class BotTurn(NamedTuple):
    """One turn of a bot."""

    line: str
    found: int
    """How many facts it noted."""
    is_change: bool
    """Whether anything but the count of turns and looks is different after it."""


def play_sensibly(session: Session) -> list[BotTurn]:
    """Go through all rooms in order, look twice in each, take what can be carried, and try each way to work a thing."""
    turns: list[BotTurn] = []

    def type_line(line: str) -> None:
        before = session.state
        session.perform(line)
        after = replace(session.state, turn=before.turn, examined=before.examined)
        turns.append(BotTurn(line, len(after.noted) - len(before.noted), after != before))

    for room in session.world.rooms.values():
        for line in list_visit(session, room):
            type_line(line)
    return turns


def list_visit(session: Session, room: Room) -> Iterator[str]:
    """What is typed to go to a room and in it, line by line, as each leaves things."""
    if session.state.room != room.id:
        yield next((way for way, to in session.scope.room.exits.items() if to == room.id), f"go to {room.name}")
    yield from (f"x {thing.name}" for thing in session.scope.unseen[:2])
    yield from (f"take {thing.name}" for thing in session.scope.things if thing.portable)
    for thing in session.scope.works:
        if thing.id not in session.state.examined:
            yield f"x {thing.name}"
        yield from _list_ways(session, thing)


def _list_ways(session: Session, thing: Thing) -> Iterator[str]:
    """Every card to its place; or each action of a machine once, except those that only put it back."""
    match thing.works:
        case Sort() as sort:
            yield from (f"put {card.names[0]} on {sort.places[card.at][0]}" for card in sort.cards.values())
        case Machine() as machine:
            done: set[int] = set()
            while True:
                left = [o for o in list_offers(session.scope, thing) if o.index not in done]
                offer = next((offer for offer in left if offer.action.to != machine.start), None)
                if offer is None:
                    return
                done.add(offer.index)
                yield offer.line


def count_dry_turns(turns: list[BotTurn]) -> int:
    """The longest run of turns without a discovery."""
    longest = run = 0
    for turn in turns:
        run = 0 if turn.found else run + 1
        longest = max(longest, run)
    return longest
