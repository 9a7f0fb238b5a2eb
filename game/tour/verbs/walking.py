"""Going from room to room, and the ways out."""

from collections import deque
from collections.abc import Callable
from typing import assert_never

from game.pack.world import Room, World
from game.tour.commands import Bare, Go, GoTo, Place
from game.tour.events import (
    AlreadyThere,
    Arrived,
    Event,
    ExitsListed,
    NoExit,
    NoWayThere,
    PlacesListed,
    RoomShown,
    RoomsSkipped,
)
from game.tour.lexicon import Lexicon
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.verbs.asking import offer_at_door
from game.tour.verbs.delivering import deliver_post
from game.tour.verbs.outcome import Outcome, collect_facts, find_exits, list_fresh, note_facts, report
from game.tour.verbs.verb import NOTHING, PLACE, Verb, split_words


def enter_room(lexicon: Lexicon, state: State, room: Room, *, is_jump: bool = False) -> Outcome:
    """The player enters a room; on a first visit its text is read and its facts are noted."""
    is_first = room.id not in state.visited
    outcome = show_room(Scope(lexicon, state.enter(room, is_jump=is_jump)), is_first=is_first, is_brief=not is_first)
    if is_first:
        outcome = deliver_post(Scope(lexicon, outcome.state), outcome)
    offered = offer_at_door(Scope(lexicon, outcome.state)) if is_first else None
    return outcome if offered is None else Outcome(offered.state, (*outcome.events, *offered.events), outcome.read)


def show_room(scope: Scope, *, is_first: bool, is_brief: bool) -> Outcome:
    """The room the player stands in: in full, or by name and exits alone when brief."""
    room = scope.room
    passages = () if is_brief else room.passages
    told = list_fresh(scope.state, collect_facts(scope.lexicon.world, passages))
    state, news = note_facts(scope, scope.state, told, is_told=True)
    shown = RoomShown(
        room=room,
        passages=passages,
        noted=told,
        things=scope.lying,
        exits=find_exits(scope),
        is_first=is_first,
    )
    # Only the first time, so that UNDO and a walk back do not end the tour twice.
    ending: tuple[Event, ...] = ()
    if is_first and room.id == scope.lexicon.world.tour.finish:
        ending = (Arrived(room=room),)
    return Outcome(state, (shown, *news, *ending), passages)


def go(scope: Scope, place: Place) -> Outcome:
    """Walk by a direction or to a named room; GO alone lists the ways."""
    match place:
        case Bare():
            return list_exits(scope, place)
        case GoTo():
            return _go_to(scope, place.room)
        case Go():
            return _go_out(scope, place.direction)
        case _ as never:
            assert_never(never)


def _go_out(scope: Scope, direction: str) -> Outcome:
    ways = find_exits(scope)
    target = scope.room.exits.get(direction)
    # Who says OUT where there is one way can only mean that one, whatever the pack calls it.
    if target is None and direction in ("in", "out") and len(ways) == 1:
        target = ways[0].room.id
    if target is None:
        return _refuse_exit(scope, direction)
    return enter_room(scope.lexicon, scope.state, scope.lexicon.world.rooms[target])


def _go_to(scope: Scope, room: Room) -> Outcome:
    world = scope.lexicon.world
    if room.id == scope.state.room:
        return report(scope, AlreadyThere(room=room))
    if _find_path(world, scope.state.room, room.id, lambda room_id: room_id in scope.state.visited):
        return enter_room(scope.lexicon, scope.state, room)
    if not _find_path(world, scope.state.room, room.id, lambda _: True):
        return report(scope, NoWayThere(room=room, exits=find_exits(scope)))
    skipped = _list_skipped(scope, room)
    outcome = enter_room(scope.lexicon, scope.state, room, is_jump=True)
    # Told once a tour: whoever uses the number pad knows then that it leaves rooms out.
    told = (RoomsSkipped(rooms=skipped),) if skipped and not scope.state.reached else ()
    return outcome._replace(events=(*told, *outcome.events))


def _list_skipped(scope: Scope, room: Room) -> tuple[Room, ...]:
    """The numbered rooms between here and there that the player has not seen, in the order of the tour."""
    places = scope.lexicon.places
    first, last = sorted((places[scope.room.id], places[room.id]))
    between = scope.lexicon.order[first + 1 : last]
    return tuple(each for each in between if each.number is not None and each.id not in scope.state.visited)


def _find_path(world: World, start: str, goal: str, is_open: Callable[[str], bool]) -> tuple[str, ...]:
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
                return _trace_path(came, start, goal)
            edge.append(there)
    return ()


def _trace_path(came: dict[str, str], start: str, goal: str) -> tuple[str, ...]:
    way = [goal]
    while came[way[-1]] != start:
        way.append(came[way[-1]])
    return tuple(reversed(way))


def list_exits(scope: Scope, _: Bare) -> Outcome:
    """Say which way leads where."""
    return report(scope, ExitsListed(room=scope.room, exits=find_exits(scope)))


def list_places(scope: Scope, _: Bare) -> Outcome:
    """List the rooms in order."""
    rooms = tuple((room, room.id in scope.state.visited) for room in scope.lexicon.world.rooms.values())
    return report(scope, PlacesListed(rooms=rooms, here=scope.state.room))


def _refuse_exit(scope: Scope, direction: str) -> Outcome:
    return report(scope, NoExit(direction=direction, exits=find_exits(scope)))


VERBS = (
    Verb(
        id="go",
        words=split_words(
            "go, goto, walk, run, head, proceed, travel, go to, walk to, run to, move to, go into, go back to, go "
            "through, walk into, walk through, enter, visit, return to, take me to, bring me to, step into, come "
            "to, continue to"
        ),
        takes=PLACE,
        perform=go,
        group="walk",
        is_turn=True,
    ),
    Verb(
        id="exits",
        words=split_words(
            "exits, exit list, ways, doors, where can i go, where can we go, which way is out, which way, where to, "
            "where now, where do i go, where should i go, where do i go now, how do i get out, how do i leave, way "
            "out, leave, leave room, leave the room, exit room, exit the room, where is the exit, where is the door, "
            "where is exit, escape, walk around, explore, go around, how do i get off, how do i move, how do "
            "i go, how do i walk, directions"
        ),
        takes=NOTHING,
        perform=list_exits,
        group="walk",
    ),
    Verb(
        id="places",
        words=split_words("places, map, rooms, show map, show me the map, open map, list rooms, show rooms"),
        takes=NOTHING,
        perform=list_places,
        group="walk",
    ),
)
