"""What is kept between sessions: the running tour after every turn, and points saved under a name.

A save is JSON: a version, the pack it belongs to, and the state. It is written whole or not at all. A file that cannot
be used is set aside under another name and never deleted.
"""

from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct
from rpds import HashTrieMap

from game.core.clock import local_stamp, now
from game.core.disk import write_atomically
from game.core.paths import file_stem
from game.pack.kinds import Response
from game.pack.world import World
from game.tour.dispatch import ENDINGS, MAX_DISPATCH_LINES, Print
from game.tour.state import CARRIED, LESSON_COUNT, MAX_RECENT_FACTS, State, Units

VERSION = 1
"""Of the save format. A reader knows its own version and those before it."""

RUNNING = "/running"
"""The name of the save that follows every turn; no name of a player's own can hold its slash."""

Trouble = Literal["damaged", "foreign", "newer"]


class Kept(Struct, frozen=True, kw_only=True):
    """A state as it stands in the file."""

    version: int
    tour: str
    """Id of the tour it belongs to."""
    digest: str = ""
    """Content of the pack when it was saved; another digest is no trouble, ids that are gone are dropped."""
    room: str
    visited: dict[str, int]
    carriages: int
    noted: dict[str, str]
    examined: dict[str, int]
    moved: dict[str, str]
    answered: dict[str, str | Response]
    """Item id -> the response; a bare option in saves of before there were other kinds of question."""
    recent: tuple[str, ...]
    asking: str
    turn: int
    seed: int
    draft: tuple[tuple[str, Print], ...] = ()
    filed: str = ""
    lessons: int = 0
    units: Units = "source"


class FoundSave(NamedTuple):
    """What reading a save gave."""

    state: State | None
    trouble: Trouble | None = None
    aside: str = ""
    """The name the unusable file now has; empty when it could not be moved."""


def dump(world: World, state: State) -> bytes:
    """A state as the bytes of a save."""
    kept = Kept(
        version=VERSION,
        tour=world.tour.id,
        digest=world.digest,
        room=state.room,
        visited=dict(state.visited),
        carriages=state.carriages,
        noted=dict(state.noted),
        examined=dict(state.examined),
        moved=dict(state.moved),
        answered=dict(state.answered),
        recent=state.recent,
        asking=state.asking,
        turn=state.turn,
        seed=state.seed,
        draft=state.draft,
        filed=state.filed,
        lessons=state.lessons,
        units=state.units,
    )
    return msgspec.json.encode(kept, order="sorted")


def parse(world: World, data: bytes) -> State | Trouble:
    """The state in the bytes of a save, or why there is none for this world."""
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return "damaged"
    if head.tour != world.tour.id:
        return "foreign"
    if head.version > VERSION:
        return "newer"
    try:
        kept = msgspec.json.decode(data, type=Kept)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return "damaged"
    return _state(world, kept) if kept.room in world.rooms else "damaged"


class _Head(Struct):
    version: int
    tour: str


def _state(world: World, kept: Kept) -> State:
    """The state, without what this version of the pack no longer has."""
    items = {item.id for room in world.rooms.values() for item in room.items}
    things = {thing.id for room in world.rooms.values() for thing in room.things}
    things |= {thing.id for thing in (*world.tour.carried, *world.tour.everywhere)} | {
        f"{room_id}-plaque" for room_id in world.rooms
    }
    portable = {t.id for r in world.rooms.values() for t in r.things if t.portable} | {t.id for t in world.tour.carried}
    moved = {thing.id: CARRIED for thing in world.tour.carried}
    moved |= {
        t: place for t, place in kept.moved.items() if t in portable and (place == CARRIED or place in world.rooms)
    }
    visited = {room_id: turn for room_id, turn in kept.visited.items() if room_id in world.rooms}
    # The pack may have lost rooms; the room where the player stands must be among the visited all the same.
    visited.setdefault(kept.room, kept.turn)
    return State(
        room=kept.room,
        visited=HashTrieMap(visited),
        carriages=sum(1 for room_id in visited if world.rooms[room_id].number is not None),
        noted=HashTrieMap(
            {fact: room for fact, room in kept.noted.items() if fact in world.facts and room in world.rooms}
        ),
        examined=HashTrieMap({thing: turn for thing, turn in kept.examined.items() if thing in things}),
        moved=HashTrieMap(moved),
        answered=HashTrieMap({item: _response(given) for item, given in kept.answered.items() if item in items}),
        recent=tuple(fact for fact in kept.recent if fact in world.facts)[-MAX_RECENT_FACTS:],
        asking=kept.asking if kept.asking in items else "",
        turn=max(0, kept.turn),
        draft=tuple((fact, printed) for fact, printed in kept.draft if fact in world.facts)[:MAX_DISPATCH_LINES],
        filed=kept.filed if kept.filed in ENDINGS else "",
        lessons=min(max(0, kept.lessons), LESSON_COUNT),
        units=kept.units,
        seed=kept.seed,
    )


def _response(given: str | Response) -> Response:
    return (given,) if isinstance(given, str) else given


class Saves:
    """The saves of one player in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def sessions(self) -> Path:
        """The folder of the sessions' transcripts."""
        return self.folder / "sessions"

    def path(self, name: str) -> Path:
        """The file of a save: the running tour's, or a named one's."""
        if name == RUNNING:
            return self.folder / "running.json"
        return self.folder / "saves" / f"{file_stem(name)}.json"

    def write(self, name: str, world: World, state: State) -> None:
        """Keep a state under a name.

        Raises:
            OSError: It could not be written; what was there before is untouched.
        """
        write_atomically(self.path(name), dump(world, state))

    def read(self, name: str, world: World) -> FoundSave:
        """The state kept under a name. What cannot be used is set aside."""
        path = self.path(name)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return FoundSave(None)
        except OSError:
            return FoundSave(None, "damaged")
        result = parse(world, data)
        if isinstance(result, State):
            return FoundSave(result)
        return FoundSave(None, result, self._set_aside(path, result))

    def names(self) -> tuple[str, ...]:
        """The names of the player's own saves, in order."""
        try:
            return tuple(sorted(path.stem for path in (self.folder / "saves").glob("*.json")))
        except OSError:
            return ()

    def _set_aside(self, path: Path, trouble: Trouble) -> str:
        # Renamed, not deleted: what this version cannot read, a later one or a person may.
        stamp = local_stamp(now())
        aside = path.with_name(f"{path.stem}.{trouble}-{stamp}.json.aside")
        try:
            path.rename(aside)
        except OSError:
            return ""
        return aside.name
