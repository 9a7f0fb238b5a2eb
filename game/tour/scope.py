"""What one player can name now: things of this room, things carried, things at hand everywhere.

A Scope is made for each line and thrown away; the indexes behind it belong to the Lexicon and stay. What a phrase means
in a scope is decided in finding.py.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from game.core.names import Names
from game.pack.kinds import Shown, describe_form
from game.pack.world import Passage, Room, Thing
from game.tour.commands import Noun
from game.tour.lexicon import Lexicon, Tier, list_fixtures
from game.tour.state import CARRIED, State
from game.tour.work_looks import read_look


class Scope:
    """What one player can name in one place.

    The state is frozen, so what follows from it is worked out once: a line may be looked up in ten ways.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        state: State,
        shown: Shown | None = None,
        referents: Mapping[str, tuple[Noun, ...]] | None = None,
    ) -> None:
        self.lexicon = lexicon
        self.state = state
        self.referents = referents or {}
        """What IT, HIM and THERE stand for: what was named last."""
        self.shown = shown
        """The question that waits for a response; None when none does."""

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The options of which the question that waits wants one; empty when none waits, or wants something else."""
        is_one = self.shown is not None and describe_form(self.shown.item).is_one_key
        return self.shown.options if self.shown is not None and is_one else ()

    @cached_property
    def room(self) -> Room:
        """Where the player stands."""
        return self.lexicon.world.rooms[self.state.room]

    @cached_property
    def carried(self) -> tuple[Thing, ...]:
        """What the player carries."""
        return self._moved_to(CARRIED)

    @property
    def at_hand(self) -> tuple[Thing, ...]:
        """What can be looked at in every room, carried things that the player began with included."""
        tour = self.lexicon.world.tour
        return (*tour.everywhere, *tour.carried)

    @cached_property
    def lying(self) -> tuple[Thing, ...]:
        """Portable things here that the pack put elsewhere."""
        here = self._moved_to(self.state.room)
        return tuple(thing for thing in here if thing not in self.room.things)

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """All that can be seen here and is worth a look: the room's own things, and what lies about."""
        here = self.state.room
        own = tuple(thing for thing in list_fixtures(self.room) if self.find_whereabouts(thing) == here)
        return (*own, *self.lying)

    @cached_property
    def works(self) -> tuple[Thing, ...]:
        """The things here that can be worked."""
        return tuple(thing for thing in self.room.things if thing.works is not None)

    @property
    def at_reach(self) -> tuple[Thing, ...]:
        """The portable things that hands can use here: carried, or lying about."""
        return (*self.carried, *(thing for thing in self.things if thing.portable))

    def find_whereabouts(self, thing: Thing) -> str:
        """Id of the room where a thing of this room is, or of the work that holds it; CARRIED if the player has it."""
        return self.state.moved.get(thing.id, thing.inside or self.state.room)

    @cached_property
    def unseen(self) -> tuple[Thing, ...]:
        """The things here that have not been looked at."""
        return tuple(thing for thing in self.things if thing.id not in self.state.examined)

    @property
    def example(self) -> str:
        """A command that works here: to look at something not yet looked at, else to walk on, else LOOK."""
        return f"X {self.unseen[0].name.upper()}" if self.unseen else next(iter(self.room.exits), "look").upper()

    @cached_property
    def tiers(self) -> tuple[Tier, ...]:
        """The indexes to look a thing up in, nearest first."""
        kept = tuple(thing for work in self.works for thing in self._moved_to(work.id))
        moved = Names[Noun]((thing, (thing.name, *thing.names)) for thing in (*self.carried, *self.lying, *kept))
        here = self.state.room
        return self.lexicon.room_names(here), moved, self.lexicon.card_names(here), self.lexicon.everywhere

    @property
    def places_known(self) -> tuple[Room, ...]:
        """The rooms next door, and those visited, in the order they were."""
        rooms = self.lexicon.world.rooms
        places, visited = self.lexicon.places, self.state.visited
        # A persistent map has no order of its own; without this sort, completion would differ from run to run.
        in_order = sorted(visited, key=lambda room_id: (visited[room_id], places[room_id]))
        ids = dict.fromkeys((*self.room.exits.values(), *in_order))
        return tuple(rooms[room_id] for room_id in ids if room_id != self.room.id)

    def read_here(self) -> Iterator[Passage]:
        """The passages of this place that the player has read: the room's own, and those of things looked at."""
        yield from self.room.passages
        for thing in (*list_fixtures(self.room), *self.lexicon.world.tour.everywhere, *self.carried):
            if thing.id in self.state.examined:
                seen, shown = read_look(self.lexicon.world, self.state, thing)
                yield from (*seen, *shown)

    def _moved_to(self, place: str) -> tuple[Thing, ...]:
        """The portable things that are in that room (or carried) and were not there at the start."""
        portable = self.lexicon.portable
        return tuple(portable[thing_id] for thing_id, where in sorted(self.state.moved.items()) if where == place)
