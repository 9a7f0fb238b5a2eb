"""Going from room to room, and the ways out."""

from collections import deque
from collections.abc import Callable

from game.pack.world import Room, World
from game.tour.commands import Command
from game.tour.events import AlreadyThere, Arrived, Event, ExitsListed, NoExit, PlacesListed, RoomShown, TooFar
from game.tour.lexicon import Lexicon
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.verbs.asking import at_the_door
from game.tour.verbs.outcome import Outcome, exits, facts_of, noted


def arrive(lexicon: Lexicon, state: State, room: Room) -> Outcome:
    """The player enters a room; on a first visit its text is read and its facts are noted."""
    is_first = room.id not in state.visited
    outcome = show(Scope(lexicon, state.enter(room)), is_first=is_first, is_brief=not is_first)
    asked = at_the_door(Scope(lexicon, outcome.state)) if is_first else None
    return outcome if asked is None else Outcome(asked.state, (*outcome.events, *asked.events), outcome.read)


def show(scope: Scope, *, is_first: bool, is_brief: bool) -> Outcome:
    """The room one stands in, described: in full, or by name and exits alone when brief."""
    room = scope.room
    passages = () if is_brief else room.passages
    shown = RoomShown(room=room, passages=passages, things=scope.lying, exits=exits(scope), is_first=is_first)
    state, news = noted(scope, scope.state, facts_of(scope.lexicon.world, passages))
    ending: tuple[Event, ...] = ()
    if is_first and room.id == scope.lexicon.world.tour.finish:
        ending = (Arrived(room=room),)
    return Outcome(state, (shown, *news, *ending), passages)


def go(scope: Scope, command: Command) -> Outcome:
    """Walk by a direction or to a named room."""
    if command.nouns and isinstance(room := command.nouns[0], Room):
        return _go_to(scope, room)
    ways = exits(scope)
    if command.direction is None:
        if command.text:
            return _no_exit(scope, command.text)
        return Outcome(scope.state, (ExitsListed(room=scope.room, exits=ways),))
    target = scope.room.exits.get(command.direction)
    if target is None and command.direction in ("in", "out") and len(ways) == 1:
        target = ways[0].room.id
    if target is None:
        return _no_exit(scope, command.direction)
    return arrive(scope.lexicon, scope.state, scope.lexicon.world.rooms[target])


def _go_to(scope: Scope, room: Room) -> Outcome:
    world = scope.lexicon.world
    if room.id == scope.state.room:
        return Outcome(scope.state, (AlreadyThere(room=room),))
    walked = _path(world, scope.state.room, room.id, lambda room_id: room_id in scope.state.visited)
    if walked:
        return arrive(scope.lexicon, scope.state, room)
    way = _path(world, scope.state.room, room.id, lambda _: True)
    next_room = world.rooms[way[0]] if way else None
    return Outcome(scope.state, (TooFar(room=room, next_room=next_room, exits=exits(scope)),))


def _path(world: World, start: str, goal: str, is_open: Callable[[str], bool]) -> tuple[str, ...]:
    """The shortest way, as room ids after the start, through open rooms to the goal. Empty when there is none."""
    came: dict[str, str] = {start: start}
    edge = deque([start])
    while edge:
        here = edge.popleft()
        for there in world.rooms[here].exits.values():
            if there in came or (there != goal and not is_open(there)):
                continue
            came[there] = here
            if there == goal:
                return _trace(came, start, goal)
            edge.append(there)
    return ()


def _trace(came: dict[str, str], start: str, goal: str) -> tuple[str, ...]:
    way = [goal]
    while came[way[-1]] != start:
        way.append(came[way[-1]])
    return tuple(reversed(way))


def list_exits(scope: Scope, _: Command) -> Outcome:
    """Say which way leads where."""
    return Outcome(scope.state, (ExitsListed(room=scope.room, exits=exits(scope)),))


def list_places(scope: Scope, _: Command) -> Outcome:
    """List the rooms in order."""
    rooms = tuple((room, room.id in scope.state.visited) for room in scope.lexicon.world.rooms.values())
    return Outcome(scope.state, (PlacesListed(rooms=rooms, here=scope.state.room),))


def _no_exit(scope: Scope, direction: str) -> Outcome:
    return Outcome(scope.state, (NoExit(direction=direction, exits=exits(scope)),))
