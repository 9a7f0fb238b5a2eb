"""Converts a state of the tour to plain values, as a log or a saved point holds them, and back.

On the way back, ids that the pack no longer has are left out, so that a tour still works with a new version of its
pack. This module knows no files.
"""

from collections.abc import Container, Iterator, Mapping
from typing import Any, Literal

import msgspec
from msgspec import Struct
from rpds import HashTrieMap

from game.core.digests import blake2b
from game.core.disk import Unusable, decode
from game.pack.kinds import Response
from game.pack.ledger import Judgement
from game.pack.renaming import follow_renamed
from game.pack.works import Machine, Sort
from game.pack.world import World
from game.tour.dispatch import ENDINGS, MAX_DISPATCH_LINES, Print
from game.tour.state import CARRIED, LESSON_COUNT, MAX_RECENT_FACTS, FiledReport, State, Units
from game.tour.wires import START_TRUST, SentWire, change_trust

VERSION = 1
"""Of the save format. A reader knows its own version and those before it."""

Trouble = Literal["damaged", "foreign", "newer", "unreadable"]


class KeptState(Struct, frozen=True, kw_only=True):
    """A state as it stands in the file."""

    version: int
    tour: str
    """Id of the tour it belongs to."""
    digest: str = ""
    """Content of the pack when it was saved. A different digest is allowed; unknown ids are dropped."""
    room: str
    visited: dict[str, int]
    carriages: int
    noted: dict[str, str]
    examined: dict[str, int]
    moved: dict[str, str]
    worked: dict[str, str] = {}
    answered: dict[str, str | Response]
    """Item id -> the response. Old saves, from the time of one kind of question, hold the option alone."""
    recent: tuple[str, ...]
    asking: str
    turn: int
    seed: int
    draft: tuple[tuple[str, Print], ...] = ()
    filed: str = ""
    lessons: int = 0
    taught: dict[str, int] = {}
    units: Units = "source"
    reached: int = 0
    numbers: dict[str, int] = {}
    """Fact id -> number in the notebook; saves from the time before notes had numbers lack it."""
    compared: dict[str, Judgement] = {}
    unmade: tuple[tuple[str, int], ...] = ()
    closed: dict[str, str] = {}
    overreached: dict[str, str] = {}
    pinned: str = ""
    headline: str = ""
    own_headline: str = ""
    printed: FiledReport | None = None
    endings: dict[str, int] = {}
    wires: dict[str, SentWire] = {}
    trust: int = START_TRUST
    caught: dict[str, int] = {}
    guided: dict[str, int] = {}
    offered: str = ""


def to_plain(state: State) -> dict[str, Any]:
    """A state as texts, numbers, lists and dictionaries of them."""
    # Lists and no tuples: what is read from a file is compared with what was written, and JSON knows no tuples.
    return {
        "room": state.room,
        "visited": dict(state.visited),
        "carriages": state.carriages,
        "reached": state.reached,
        "noted": dict(state.noted),
        "numbers": dict(state.numbers),
        "unmade": [list(each) for each in state.unmade],
        "examined": dict(state.examined),
        "moved": dict(state.moved),
        "worked": dict(state.worked),
        "answered": {item: list(response) for item, response in state.answered.items()},
        "compared": dict(state.compared),
        "closed": dict(state.closed),
        "overreached": dict(state.overreached),
        "pinned": state.pinned,
        "recent": list(state.recent),
        "asking": state.asking,
        "turn": state.turn,
        "seed": state.seed,
        "draft": [list(line) for line in state.draft],
        "filed": state.filed,
        "lessons": state.lessons,
        "taught": dict(state.taught),
        "units": state.units,
        "wires": {wire: list(sent) for wire, sent in state.wires.items()},
        "headline": state.headline,
        "own_headline": state.own_headline,
        "printed": _plain_report(state.printed),
        "endings": dict(state.endings),
        "trust": state.trust,
        "caught": dict(state.caught),
        "guided": dict(state.guided),
        "offered": state.offered,
    }


def from_plain(world: World, plain: dict[str, Any]) -> State | Unusable:
    """The state in plain values, or what is wrong with them."""
    try:
        kept = msgspec.convert({**plain, "version": VERSION, "tour": world.tour.id}, KeptState)
    except (msgspec.MsgspecError, TypeError, ValueError) as bad:
        return Unusable("damaged", str(bad))
    found = _find_rooms(world, kept)
    return Unusable("damaged", kept.room) if found is None else _state(world, found)


def dump(world: World, state: State) -> bytes:
    """A state as the bytes of a save."""
    return msgspec.json.encode(
        {"version": VERSION, "tour": world.tour.id, "digest": world.digest, **to_plain(state)}, order="sorted"
    )


def seal(data: bytes) -> bytes:
    """The bytes of a save with their digest in them, which ``parse`` checks."""
    return b'{"sum":"%s",%s' % (_sum(data), data[1:])


def _sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=8).hexdigest().encode()


def parse(world: World, data: bytes) -> State | Trouble:
    """The state in the bytes of a save, or why there is none for this world."""
    head = decode(data, _Head)
    if isinstance(head, Unusable):
        return "damaged"
    if head.tour != world.tour.id:
        return "foreign"
    if head.version > VERSION:
        return "newer"
    # Saves of earlier versions have no digest; for them only the types are checked.
    if head.sum and _sum(b"{" + data.partition(b",")[2]) != head.sum.encode():
        return "damaged"
    kept = decode(data, KeptState)
    found = None if isinstance(kept, Unusable) else _find_rooms(world, kept)
    return "damaged" if found is None else _state(world, found)


def read_room(data: bytes) -> str:
    """Id of the room in the bytes of a save, as they name it."""
    head = decode(data, _Head)
    return "" if isinstance(head, Unusable) else head.room


class _Head(Struct):
    version: int
    tour: str
    sum: str = ""
    room: str = ""


def _find_rooms(world: World, kept: KeptState) -> KeptState | None:
    """The state with the rooms called as they are today; None when no room of it is left.

    A player whose room is gone stands in the room entered last of those that are left: from there the tour went on.
    """

    def name(room_id: str) -> str:
        return room_id if room_id in world.rooms else follow_renamed(world.tour.renamed, room_id)

    visited: dict[str, int] = {}
    for room_id, turn in kept.visited.items():
        visited[name(room_id)] = min(turn, visited.get(name(room_id), turn))
    room = name(kept.room)
    if room not in world.rooms:
        left = [(turn, room_id) for room_id, turn in visited.items() if room_id in world.rooms]
        if not left:
            return None
        room = max(left)[1]
    return msgspec.structs.replace(
        kept,
        room=room,
        visited=visited,
        noted={fact: name(room_id) for fact, room_id in kept.noted.items()},
        moved={thing: place if place == CARRIED else name(place) for thing, place in kept.moved.items()},
    )


def _state(world: World, kept: KeptState) -> State:
    """The state, without what this version of the pack no longer has."""
    items = {item.id for room in world.rooms.values() for item in room.items}
    things = {thing.id for room in world.rooms.values() for thing in room.things}
    things |= {thing.id for thing in (*world.tour.carried, *world.tour.everywhere)} | {
        f"{room_id}-plaque" for room_id in world.rooms
    }
    portable = {t.id for r in world.rooms.values() for t in r.things if t.portable} | {t.id for t in world.tour.carried}
    moved = {thing.id: CARRIED for thing in world.tour.carried}
    worked = dict(_list_worked(world, kept))
    # What a work kept goes home when the work itself stands as at first: nothing would give it back.
    places = {CARRIED, *world.rooms, *worked}
    moved |= {t: place for t, place in kept.moved.items() if t in portable and place in places}
    visited = {room_id: turn for room_id, turn in kept.visited.items() if room_id in world.rooms}
    # A fact that has become a draft again is in no notebook.
    told = {fact.id for fact in world.facts.values() if not fact.draft}
    noted = {fact: room for fact, room in kept.noted.items() if fact in told and room in world.rooms}
    comparisons = world.comparisons
    # The pack may have lost rooms, but the player's current room must always count as visited.
    visited.setdefault(kept.room, kept.turn)
    return State(
        room=kept.room,
        visited=HashTrieMap(visited),
        carriages=sum(1 for room_id in visited if world.rooms[room_id].number is not None),
        reached=max(0, kept.reached),
        noted=HashTrieMap(noted),
        numbers=HashTrieMap(_number_notes(world, noted, kept.numbers)),
        compared=HashTrieMap({each: judged for each, judged in kept.compared.items() if each in comparisons}),
        unmade=tuple((each, turn) for each, turn in kept.unmade if each in comparisons),
        examined=HashTrieMap({thing: turn for thing, turn in kept.examined.items() if thing in things}),
        moved=HashTrieMap(moved),
        worked=HashTrieMap(worked),
        answered=HashTrieMap({item: _response(given) for item, given in kept.answered.items() if item in items}),
        recent=tuple(fact for fact in kept.recent if fact in told)[-MAX_RECENT_FACTS:],
        closed=HashTrieMap({lead: said for lead, said in kept.closed.items() if lead in world.leads}),
        overreached=HashTrieMap({lead: said for lead, said in kept.overreached.items() if lead in world.leads}),
        pinned=kept.pinned if kept.pinned in world.leads else "",
        asking=kept.asking if kept.asking in items else "",
        offered=kept.offered if kept.offered in items else "",
        turn=max(0, kept.turn),
        draft=tuple((fact, printed) for fact, printed in kept.draft if fact in told)[:MAX_DISPATCH_LINES],
        filed=kept.filed if kept.filed in ENDINGS else "",
        taught=HashTrieMap(kept.taught),
        lessons=min(max(0, kept.lessons), LESSON_COUNT),
        units=kept.units,
        wires=HashTrieMap(_wires(world, kept)),
        headline=kept.headline if kept.headline in world.leads else "",
        own_headline=kept.own_headline,
        printed=_printed(world, kept.printed),
        endings=HashTrieMap(_endings(kept)),
        trust=change_trust(kept.trust, 0),
        caught=HashTrieMap(_caught(world, kept)),
        guided=HashTrieMap({room: max(0, played) for room, played in kept.guided.items() if room in world.rooms}),
        seed=kept.seed,
    )


def _list_worked(world: World, kept: KeptState) -> Iterator[tuple[str, str]]:
    """The works that this version of the pack has, each in a state that it has."""
    for thing in (thing for room in world.rooms.values() for thing in room.things):
        known = kept.worked.get(thing.id)
        match thing.works:
            case Machine(states=states) if known in states:
                yield thing.id, known
            case Sort(cards=cards) if known is not None:
                yield thing.id, " ".join(card for card in known.split() if card in cards)


def _plain_report(report: FiledReport | None) -> list[Any] | None:
    if report is None:
        return None
    return [[list(line) for line in report.lines], report.ending, report.lead, report.own_headline]


def _printed(world: World, report: FiledReport | None) -> FiledReport | None:
    """The report as filed, without the facts and the lead that this version of the pack no longer has."""
    if report is None or report.ending not in ENDINGS:
        return None
    lines = tuple(line for line in report.lines if line[0] in world.facts)
    return report._replace(lines=lines, lead=report.lead if report.lead in world.leads else "")


def _endings(kept: KeptState) -> dict[str, int]:
    return {ending: turn for ending, turn in kept.endings.items() if ending in ENDINGS}


def _wires(world: World, kept: KeptState) -> dict[str, SentWire]:
    """The wires that this version of the pack has, with facts that it has."""
    known = {wire.id for wire in world.newsroom.wires} if world.newsroom else set()
    return {
        wire: sent for wire, sent in kept.wires.items() if wire in known and (not sent.fact or sent.fact in world.facts)
    }


def _caught(world: World, kept: KeptState) -> dict[str, int]:
    known = {clipping.id for clipping in world.newsroom.clippings} if world.newsroom else set()
    return {clipping: turn for clipping, turn in kept.caught.items() if clipping in known}


def _number_notes(world: World, noted: Container[str], numbers: Mapping[str, int]) -> dict[str, int]:
    """Fact id -> number in the notebook, without gaps; notes that had none come last, in the ledger's order."""
    last = len(numbers) + 1
    ordered = sorted((fact for fact in world.facts if fact in noted), key=lambda fact: numbers.get(fact, last))
    return {fact: number for number, fact in enumerate(ordered, start=1)}


def _response(given: str | Response) -> Response:
    return (given,) if isinstance(given, str) else given
