"""What one player has done so far, as one frozen record. A turn makes a new one; nothing is changed in place.

Only ids, numbers and words are held, so a save is this record and little else. The mappings share their structure
with the state before them, so keeping every state for undo costs a few hundred bytes a turn, whatever the pack's size.
A plain dict copied at each change is faster to read, but on a large pack its copies are most of the memory of a tour.
"""

from collections.abc import Collection
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace
from rpds import HashTrieMap

from game.pack.kinds import Response
from game.pack.ledger import Judgement
from game.pack.world import Room, World
from game.tour.dispatch import Print
from game.tour.wires import START_TRUST, SentWire

CARRIED = "carried"
"""Where a thing is while the player has it; never a room's id, for no room may be called so."""

MAX_RECENT_FACTS = 12
"""How many of the latest facts are kept in order, for the side panel."""


LESSON_COUNT = 3
"""How many lessons the tutorial has; a player's first tour begins with them."""

Units = Literal["source", "metric", "imperial", "both"]


class FiledReport(NamedTuple):
    """A report as it was filed: what the front page shows."""

    lines: tuple[tuple[str, Print], ...]
    ending: str
    lead: str = ""
    """Id of the lead whose headline and drawing it has; empty for none."""
    own_headline: str = ""


class State(Struct, frozen=True, kw_only=True):
    """Where the player is and what has been seen, noted, moved and answered."""

    room: str
    # The types of the maps are quoted because HashTrieMap is generic for the type checker only, not when the game runs.
    visited: "HashTrieMap[str, int]" = HashTrieMap()
    """Room id -> the turn it was first entered."""
    carriages: int = 0
    """How many numbered rooms have been entered."""
    reached: int = 0
    """The highest number of a room entered since rooms were first skipped; 0 as long as none has been."""
    noted: "HashTrieMap[str, str]" = HashTrieMap()
    """Fact id -> id of the room it was noted in."""
    numbers: "HashTrieMap[str, int]" = HashTrieMap()
    """Fact id -> its number in the notebook, from 1 in the order of noting."""
    compared: "HashTrieMap[str, Judgement]" = HashTrieMap()
    """Id of a comparison -> what the player judged first."""
    unmade: tuple[tuple[str, int], ...] = ()
    """Comparisons of which two sides are noted and of which the player has heard nothing yet: id, and the turn in which
    the second side was noted; the oldest first."""
    examined: "HashTrieMap[str, int]" = HashTrieMap()
    """Thing id -> the turn it was first examined."""
    moved: "HashTrieMap[str, str]" = HashTrieMap()
    """Thing id -> room id, CARRIED, or the id of the work that keeps it, for portable things that are no longer where
    the pack put them."""
    worked: "HashTrieMap[str, str]" = HashTrieMap()
    """Thing id -> the state a machine is in, or the ids of the cards of a sort that hang, joined by spaces."""
    answered: "HashTrieMap[str, Response]" = HashTrieMap()
    """Item id -> the first response given."""
    closed: "HashTrieMap[str, str]" = HashTrieMap()
    """Lead id -> the sentence chosen first; only leads that were closed with the honest one."""
    overreached: "HashTrieMap[str, str]" = HashTrieMap()
    """Lead id -> the first overreach chosen for it."""
    pinned: str = ""
    """Id of the lead that the player wants to see; empty for the first open one."""
    recent: tuple[str, ...] = ()
    """Ids of the latest facts noted, newest last; at most MAX_RECENT_FACTS."""
    draft: tuple[tuple[str, Print], ...] = ()
    """The dispatch being written: ids of facts and how each is printed, in order."""
    filed: str = ""
    """The best ending a filed dispatch has reached; empty before the first."""
    headline: str = ""
    """Id of the lead whose headline was chosen for the report; empty for the first one that it tells."""
    own_headline: str = ""
    """A headline in the player's own words; empty for that of the lead."""
    printed: FiledReport | None = None
    """The report as it was filed last; None before the first."""
    endings: "HashTrieMap[str, int]" = HashTrieMap()
    """Ending -> the turn in which a report first reached it."""
    wires: "HashTrieMap[str, SentWire]" = HashTrieMap()
    """Wire id -> how far it has come; only wires that have arrived."""
    trust: int = START_TRUST
    """What the paper thinks of its reporter, 0 to MAX_TRUST."""
    caught: "HashTrieMap[str, int]" = HashTrieMap()
    """Clipping id -> the turn in which it was caught."""
    asking: str = ""
    """Id of the item that waits for a response; empty when none does."""
    offered: str = ""
    """Id of the item that was offered at the door of this room and not asked yet; empty when none was."""
    guided: "HashTrieMap[str, int]" = HashTrieMap()
    """Room id -> how many of its guided lines have been played."""
    turn: int = 0
    lessons: int = 0
    """How many lessons of the tutorial are still to be given; in a tour with leads, 0 for no tips and else for tips."""
    taught: "HashTrieMap[str, int]" = HashTrieMap()
    """Id of a tip -> the turn in which it was given."""
    units: Units = "source"
    """Whether our own conversions are added to the figures of the sources."""
    seed: int = 0
    """Decides the order of options; the same seed and lines give the same tour."""

    def note(self, fact_ids: tuple[str, ...]) -> "State":
        """A state in which these facts stand in the notebook; those already there keep the room they were noted in."""
        noted, numbers = self.noted, self.numbers
        fresh = []
        for fact_id in fact_ids:
            if fact_id not in noted:
                noted = noted.insert(fact_id, self.room)
                numbers = numbers.insert(fact_id, len(noted))
                fresh.append(fact_id)
        # The same object, so that a turn that notes nothing compares as unchanged and UNDO passes it over.
        if not fresh:
            return self
        return replace(self, noted=noted, numbers=numbers, recent=(*self.recent, *fresh)[-MAX_RECENT_FACTS:])

    def enter(self, room: Room, *, is_jump: bool = False) -> "State":
        """A state in which the player stands in that room. A question left behind is no longer asked.

        Args:
            room: Where the player goes.
            is_jump: True when rooms on the way there have not been seen. The clock then goes on as if they had.
        """
        # A question of another room could be answered from here, where nothing that proves it can be read.
        if room.id in self.visited:
            return replace(self, room=room.id, asking="", offered="")
        return replace(
            self,
            room=room.id,
            visited=self.visited.insert(room.id, self.turn),
            carriages=self.carriages + (room.number is not None),
            reached=max(self.reached, room.number or 0) if is_jump or self.reached else 0,
            asking="",
            offered="",
        )


def begin_tour(world: World, seed: int = 0) -> State:
    """The state in which a new tour of that world starts."""
    carried = HashTrieMap({thing.id: CARRIED for thing in world.tour.carried})
    start = State(room=world.tour.start, moved=carried, seed=seed)
    return start.enter(world.rooms[world.tour.start])


def count_made(world: World, compared: Collection[str]) -> tuple[int, int]:
    """How many differences and agreements the player has found, and how many there are; a mix-up is neither."""
    made = sum(1 for each in compared if each in world.differences or each in world.agreements)
    return made, len(world.differences) + len(world.agreements)


def count_minutes(world: World, state: State) -> int:
    """Minutes of the journey gone by. The clock moves only when a numbered room is entered for the first time.

    Who skips rooms comes to the hour at which the room is reached on foot; who then goes back gains no time by it.
    """
    passed = min(max(state.carriages, state.reached), world.carriages)
    return world.tour.minutes * passed // world.carriages if world.carriages else 0
