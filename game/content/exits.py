"""Rules for exits: each is a known way and leads to a room, and each has a way back, written or by its opposite."""

from collections import deque

from msgspec.structs import replace

from game.content.known import Known
from game.content.pack_documents import PackDocuments
from game.pack.ways import Ways
from game.pack.world import Room, Tour
from game.prose import room_problems as problems
from game.prose.suggestions import describe_unknown


def add_ways_back(pack: PackDocuments) -> None:
    """Add to rooms the ways back that only the other room declares."""
    opposites = _read_ways(pack).opposites
    names = {room.id: name for name, room in pack.of(Room).items()}
    rooms = {room.id: room for room in pack.of(Room).values()}
    for room in tuple(rooms.values()):
        for way, target in room.exits.items():
            back = opposites.get(way)
            is_led_back = target not in rooms or room.id in rooms[target].exits.values()
            if back is None or is_led_back or way in room.one_way or back in rooms[target].exits:
                continue
            rooms[target] = replace(rooms[target], exits={**rooms[target].exits, back: room.id})
            pack.records[names[target]] = rooms[target]


def check_ways(pack: PackDocuments) -> None:
    """Check that every opposite is a known way, and that no word means two ways of the pack."""
    for name, tour in pack.of(Tour).items():
        known = Ways(tour.ways).known
        taken: dict[str, str] = {}
        for way, one in tour.ways.items():
            if one.opposite is not None and one.opposite not in known:
                message = describe_unknown("way", one.opposite, known)
                pack.documents[name].add(("ways", way, "opposite"), message)
            for place, word in enumerate(one.words):
                if (other := taken.setdefault(word.casefold(), way)) != way:
                    message = problems.describe_way_word_taken(word, other)
                    pack.documents[name].add(("ways", way, "words", place), message)


def check_exits(pack: PackDocuments, known: Known) -> None:
    """Check that every exit is a known way, leads to a room, and has a way back unless it is declared one-way."""
    rooms = {room.id: room for room in pack.of(Room).values()}
    for name, room in pack.of(Room).items():
        for way, target in room.exits.items():
            if message := known.rooms.problem(target):
                pack.documents[name].add(("exits", way), message)
            elif target in rooms and room.id not in rooms[target].exits.values() and way not in room.one_way:
                pack.documents[name].add(("exits", way), problems.describe_no_way_back(target, room.id))
        for place, way in enumerate(room.one_way):
            if way not in room.exits:
                pack.documents[name].add(("one_way", place), describe_unknown("exit", way, room.exits))


def check_exit_names(pack: PackDocuments) -> None:
    """Check that every exit has a name that can be typed."""
    if not pack.is_whole("tour"):
        return
    ways = _read_ways(pack)
    for name, room in pack.of(Room).items():
        for way in room.exits:
            if way not in ways.known:
                pack.documents[name].add(("exits", way), describe_unknown("way", way, ways.known))
            elif way not in ways.words.values():
                pack.documents[name].add(("exits", way), problems.describe_untypable_way(way))


def check_reachable(pack: PackDocuments) -> None:
    """Check that every room can be reached from the start."""
    if not pack.is_whole("room"):
        return
    rooms = {room.id: (name, room) for name, room in pack.of(Room).items()}
    start = next((tour.start for tour in pack.of(Tour).values()), "")
    # Breadth first with a queue: recursion would fail with a thousand rooms in a row.
    seen, edge = {start}, deque([start] if start in rooms else [])
    while edge:
        for target in rooms[edge.popleft()][1].exits.values():
            if target in rooms and target not in seen:
                seen.add(target)
                edge.append(target)
    if start in rooms:
        for room_id, (name, _) in rooms.items():
            if room_id not in seen:
                pack.documents[name].add(("id",), problems.describe_unreachable(start))


def _read_ways(pack: PackDocuments) -> Ways:
    return Ways(next((tour.ways for tour in pack.of(Tour).values()), {}))
