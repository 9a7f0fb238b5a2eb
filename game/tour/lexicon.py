"""What a whole pack calls its things: every name of it, indexed once, however often a player types.

A Lexicon knows one World and no player. It builds each index when a line first needs it: to build all of them at the
start would delay the first frame by names that most players never type.
"""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from game.core.names import Names, words
from game.pack.kinds import Item
from game.pack.leads import Lead, index_leads
from game.pack.newsroom import Clipping, Newsroom, Wire
from game.pack.ways import Ways
from game.pack.wording import Nouns
from game.pack.works import list_card_names
from game.pack.world import Room, Thing, World
from game.quiz.bank import Bank
from game.tour.commands import Noun

if TYPE_CHECKING:
    from game.tour.answering.fact_frames import FactFrames
    from game.tour.comparison_index import ComparisonIndex
    from game.tour.fact_index import FactIndex
    from game.tour.glossary import Glossary

Tier = Names[Noun]
"""One index in which a phrase is looked up."""

MAX_ROOM_INDEXES = 256
"""Rooms whose name indexes stay in memory at once."""


class Lexicon:
    """The names of one world. The cost of a turn does not grow with the pack, because nothing here is built twice."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.bank = Bank(world)
        # One cache for each lexicon: a decorator on the method would keep every world alive in a shared one.
        self.room_names = lru_cache(maxsize=MAX_ROOM_INDEXES)(self._index_room)
        self.card_names = lru_cache(maxsize=MAX_ROOM_INDEXES)(self._index_cards)

    @cached_property
    def facts(self) -> "FactIndex":
        """Where each fact is told, about whom, and in which words."""
        from game.tour.fact_index import FactIndex  # a start answers nothing

        return FactIndex(self.world)

    @cached_property
    def comparisons(self) -> "ComparisonIndex":
        """What two notes are to each other."""
        from game.tour.comparison_index import ComparisonIndex  # a start compares nothing

        return ComparisonIndex(self.world)

    @cached_property
    def frames(self) -> "FactFrames":
        """The facts as questions are compared with them: made at the first question, once for each pack."""
        from game.tour.answering.fact_frames import FactFrames  # a start answers nothing

        return FactFrames(self.world)

    @cached_property
    def glossary(self) -> "Glossary":
        """The words that can be explained."""
        from game.tour.glossary import Glossary  # a start explains nothing

        return Glossary(self.world)

    @cached_property
    def newsroom(self) -> Newsroom:
        """The newsroom; an empty one where the pack has none."""
        return self.world.newsroom or Newsroom(paper="", rival="")

    @cached_property
    def wires(self) -> dict[str, Wire]:
        """Room id -> the wire that arrives there."""
        return {wire.at: wire for wire in self.newsroom.wires}

    @cached_property
    def clippings(self) -> dict[str, tuple[Clipping, ...]]:
        """Room id -> the clippings that are found there."""
        found: dict[str, tuple[Clipping, ...]] = {}
        for clipping in self.newsroom.clippings:
            found[clipping.at] = (*found.get(clipping.at, ()), clipping)
        return found

    @cached_property
    def leads_of(self) -> "Mapping[str, tuple[Lead, ...]]":
        """Fact id -> the leads that it opens or of which it fills a slot."""
        return index_leads(self.world.leads)

    @cached_property
    def lead_numbers(self) -> dict[str, int]:
        """Lead id -> its number, from 1 in the pack's order."""
        return {lead_id: number for number, lead_id in enumerate(self.world.leads, start=1)}

    @cached_property
    def lead_names(self) -> "Names[Lead]":
        """Every lead by its question and its id."""
        return Names((lead, (lead.asks, lead.id)) for lead in self.world.leads.values())

    @cached_property
    def ways(self) -> Ways:
        """The directions of this pack."""
        used = {way for room in self.world.rooms.values() for way in room.exits}
        return Ways(self.world.tour.ways, used)

    @cached_property
    def place_words(self) -> frozenset[str]:
        """The words by which the pack speaks of any of its places and of their whole."""
        nouns = self.world.tour.nouns
        named = (nouns.place, nouns.places, nouns.whole, *nouns.names)
        return frozenset(word for name in named for word in words(name))

    @cached_property
    def guide_words(self) -> tuple[str, ...]:
        """The words of the guide's name; empty where there is no guide."""
        guide = self.world.tour.guide
        return words(guide.name) if guide is not None else ()

    @cached_property
    def guide(self) -> Thing | None:
        """The person at hand everywhere who is called as the guide; None where there is none."""
        people = (thing for thing in self.world.tour.everywhere if thing.person)
        return next((thing for thing in people if words(thing.name) == self.guide_words), None)

    @cached_property
    def entities(self) -> Tier:
        """Every entity of the ledger by its names."""
        return Names((entity, (entity.name, *entity.names)) for entity in self.world.entities.values())

    @cached_property
    def order(self) -> tuple[Room, ...]:
        """The rooms in the pack's order."""
        return tuple(self.world.rooms.values())

    @cached_property
    def places(self) -> dict[str, int]:
        """Room id -> its place in that order, from 0."""
        return {room.id: place for place, room in enumerate(self.order)}

    @cached_property
    def rooms(self) -> Tier:
        """Every room by its names and its number."""
        return Names(
            (room, (room.name, room.id, *room.names, *list_number_names(room, self.world.tour.nouns)))
            for room in self.world.rooms.values()
        )

    @cached_property
    def everywhere(self) -> Tier:
        """The things at hand in every room."""
        return Names((thing, (thing.name, *thing.names)) for thing in self.world.tour.everywhere)

    @cached_property
    def things_in(self) -> Names[tuple[str, str]]:
        """The ids of every room and thing by the thing's names: what is where on the whole tour."""
        return Names(((room.id, thing.id), thing.all_names) for room in self.order for thing in room.things)

    @cached_property
    def portable(self) -> dict[str, Thing]:
        """Thing id -> portable thing, wherever the pack put it."""
        things = (*self.world.tour.carried, *(thing for room in self.world.rooms.values() for thing in room.things))
        return {thing.id: thing for thing in things if thing.portable}

    @cached_property
    def homes(self) -> dict[str, str]:
        """Thing id -> id of the room that the pack put it into."""
        return {thing.id: room.id for room in self.order for thing in room.things}

    @cached_property
    def works(self) -> dict[str, Thing]:
        """Thing id -> thing that can be worked."""
        return {thing.id: thing for room in self.order for thing in room.things if thing.works is not None}

    @property
    def items(self) -> Mapping[str, Item]:
        """Item id -> question, of all rooms."""
        return self.bank.items

    @cached_property
    def examinable(self) -> int:
        """How many things there are to look at, on the whole tour."""
        tour = self.world.tour
        return sum(len(list_fixtures(room)) for room in self.order) + len(tour.everywhere) + len(tour.carried)

    def _index_room(self, room_id: str) -> Tier:
        return Names((thing, thing.all_names) for thing in list_fixtures(self.world.rooms[room_id]))

    def _index_cards(self, room_id: str) -> Tier:
        things = self.world.rooms[room_id].things
        return Names((thing, list_card_names(thing.works)) for thing in things if thing.works is not None)


def list_number_names(room: Room, nouns: Nouns) -> tuple[str, ...]:
    """The ways a numbered room is called by its number."""
    if room.number is None:
        return ()
    return (f"{room.number}", *(f"{name} {room.number}" for name in (nouns.place, *nouns.names)))


def make_plaque(room: Room) -> Thing:
    """The brass plate by the door of a room, as a thing to read."""
    return Thing(
        id=f"{room.id}-plaque",
        name="brass plaque",
        names=("plaque", "brass plate"),
        passages=(room.plaque,),
    )


def list_fixtures(room: Room) -> tuple[Thing, ...]:
    """What the pack put into a room, its plaque last."""
    return (*room.things, make_plaque(room))
