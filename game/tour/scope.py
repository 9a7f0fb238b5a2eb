"""What can be named now: things of this room, things carried, things at hand everywhere, the ledger's entities."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from game.core.names import Names, in_digits, key, singular, words
from game.pack.items import Item, TrueFalse, lettered
from game.pack.ledger import Entity
from game.pack.world import Passage, Room, Thing, World, facts_in
from game.quiz import Shown
from game.quiz.bank import Bank
from game.tour.commands import Noun
from game.tour.state import CARRIED, State

Tier = Names[Noun]

PRONOUNS = {
    **dict.fromkeys(("it", "that", "this"), "it"),
    **dict.fromkeys(("them", "those", "these", "they"), "them"),
    **dict.fromkeys(("him", "her", "he", "she"), "him"),
    "there": "there",
}
"""A word that stands for something named before -> which: the last thing, several, a person, a place."""


ENDS = {
    **dict.fromkeys(("beginning", "start", "very beginning", "entrance", "home", "first room"), "start"),
    **dict.fromkeys(("end", "very end", "last carriage", "last room", "last car", "end of train", "exit"), "finish"),
}
"""What the two ends of a tour are called, whatever their names."""


class Lexicon:
    """The names of one world, indexed as they are first needed and kept; a turn's cost does not grow with the pack."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.bank = Bank(world)
        self.room_names = lru_cache(maxsize=256)(self._room_names)

    @cached_property
    def entities(self) -> Tier:
        """Every entity of the ledger by its names."""
        return Names((entity, (entity.name, *entity.names)) for entity in self.world.entities.values())

    @cached_property
    def order(self) -> tuple[Room, ...]:
        """The rooms in the train's order."""
        return tuple(self.world.rooms.values())

    @cached_property
    def places(self) -> dict[str, int]:
        """Room id -> its place in that order, from 0."""
        return {room.id: place for place, room in enumerate(self.order)}

    @cached_property
    def fact_places(self) -> dict[str, int]:
        """Fact id -> its place in the ledger, from 0."""
        return {fact_id: place for place, fact_id in enumerate(self.world.facts)}

    @cached_property
    def rooms(self) -> Tier:
        """Every room by its names and its number."""
        return Names((room, (room.name, room.id, *room.names, *numbers(room))) for room in self.world.rooms.values())

    @cached_property
    def everywhere(self) -> Tier:
        """The things at hand in every room."""
        return Names((thing, (thing.name, *thing.names)) for thing in self.world.tour.everywhere)

    @cached_property
    def portable(self) -> dict[str, Thing]:
        """Thing id -> portable thing, wherever the pack put it."""
        things = (*self.world.tour.carried, *(thing for room in self.world.rooms.values() for thing in room.things))
        return {thing.id: thing for thing in things if thing.portable}

    @property
    def items(self) -> Mapping[str, Item]:
        """Item id -> question, of all rooms."""
        return self.bank.items

    @cached_property
    def _notable(self) -> dict[str, list[Entity]]:
        """Fact id -> the entities it is told of."""
        found: dict[str, list[Entity]] = {}
        for entity in self.world.entities.values():
            for fact_id in entity.facts:
                found.setdefault(fact_id, []).append(entity)
        return found

    def entities_of(self, fact_ids: Iterable[str]) -> tuple[Entity, ...]:
        """The entities that some facts are told of, each once, in the facts' order."""
        found = {entity.id: entity for fact_id in fact_ids for entity in self._notable.get(fact_id, ())}
        return tuple(found.values())

    @cached_property
    def things_in(self) -> Names[tuple[str, str]]:
        """The ids of every room and thing by the thing's names: what is where on the whole train."""
        return Names(((room.id, thing.id), (thing.name, *thing.names)) for room in self.order for thing in room.things)

    @cached_property
    def _tellers(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for room in self.order:
            for fact_id in facts_in(room):
                found.setdefault(fact_id, []).append(room.id)
        return found

    def tellers(self, fact_id: str) -> Sequence[str]:
        """Ids of the rooms in which a fact can be noted."""
        return self._tellers.get(fact_id, ())

    @cached_property
    def strengths(self) -> Counter[str]:
        """How many facts there are of each strength."""
        return Counter(fact.strength for fact in self.world.facts.values())

    @cached_property
    def examinable(self) -> int:
        """How many things there are to look at, on the whole tour."""
        tour = self.world.tour
        return sum(len(fixtures(room)) for room in self.order) + len(tour.everywhere) + len(tour.carried)

    @cached_property
    def _told_with(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for fact in self.world.facts.values():
            names = [self.world.entities[who].name for who in fact.about.who if who in self.world.entities]
            for word in dict.fromkeys(map(singular, words(" ".join((fact.claim, fact.said_by, *names))))):
                found.setdefault(word, []).append(fact.id)
        return found

    def told_with(self, word: str) -> Sequence[str]:
        """Ids of the facts whose claim, speaker or subject holds a word, in its singular form."""
        return self._told_with.get(word, ())

    def _room_names(self, room_id: str) -> Tier:
        things = fixtures(self.world.rooms[room_id])
        return Names((thing, (thing.name, *thing.names)) for thing in things)

    def moved_to(self, state: State, place: str) -> tuple[Thing, ...]:
        """The portable things that are in that room (or carried) and were not there at the start."""
        return tuple(self.portable[thing_id] for thing_id, where in sorted(state.moved.items()) if where == place)

    def is_away(self, state: State, thing: Noun) -> bool:
        """Whether a thing has been moved and lies in some other room."""
        return state.moved.get(thing.id, state.room) not in (state.room, CARRIED)


def numbers(room: Room) -> tuple[str, ...]:
    """The ways a numbered room is called by its number."""
    return (f"{room.number}", f"carriage {room.number}", f"car {room.number}") if room.number is not None else ()


def plaque(room: Room) -> Thing:
    """The brass plate by the door of a room, as a thing to read."""
    return Thing(
        id=f"{room.id}-plaque",
        name="brass plaque",
        names=("plaque", "brass plate"),
        passages=(room.plaque,),
    )


def fixtures(room: Room) -> tuple[Thing, ...]:
    """What the pack put into a room, its plaque last."""
    return (*room.things, plaque(room))


class Scope:
    """What one player can name where he stands."""

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

    @property
    def options(self) -> tuple[str, ...]:
        """The options of which the question that waits wants one; empty when none waits, or wants something else."""
        is_one = self.shown is not None and (lettered(self.shown.item) or isinstance(self.shown.item, TrueFalse))
        return self.shown.options if self.shown is not None and is_one else ()

    @property
    def room(self) -> Room:
        """Where the player stands."""
        return self.lexicon.world.rooms[self.state.room]

    @property
    def carried(self) -> tuple[Thing, ...]:
        """What the player carries."""
        return self.lexicon.moved_to(self.state, CARRIED)

    @property
    def at_hand(self) -> tuple[Thing, ...]:
        """What can be looked at in every room, carried things that the player began with included."""
        tour = self.lexicon.world.tour
        return (*tour.everywhere, *tour.carried)

    @property
    def lying(self) -> tuple[Thing, ...]:
        """Portable things here that the pack put elsewhere."""
        here = self.lexicon.moved_to(self.state, self.state.room)
        return tuple(thing for thing in here if thing not in self.room.things)

    @property
    def things(self) -> tuple[Thing, ...]:
        """All that can be seen here and is worth a look: the room's own things, and what lies about."""
        here = self.state.room
        own = tuple(thing for thing in fixtures(self.room) if self.state.moved.get(thing.id, here) == here)
        return (*own, *self.lying)

    @property
    def unseen(self) -> tuple[Thing, ...]:
        """The things here that have not been looked at."""
        return tuple(thing for thing in self.things if thing.id not in self.state.examined)

    @property
    def example(self) -> str:
        """A command that works here: to look at something not yet looked at, else to walk on."""
        return f"X {self.unseen[0].name.upper()}" if self.unseen else next(iter(self.room.exits)).upper()

    def tiers(self) -> Iterator[Tier]:
        """The indexes to look a thing up in, nearest first."""
        yield self.lexicon.room_names(self.state.room)
        yield Names((thing, (thing.name, *thing.names)) for thing in (*self.carried, *self.lying))
        yield self.lexicon.everywhere

    def find(self, phrase: str) -> tuple[Noun, ...]:
        """What a phrase names here, nearest first: exact names of any tier before partial ones; entities come last."""
        if len(typed := words(phrase)) == 1 and typed[0] in PRONOUNS:
            return self._referred(PRONOUNS[typed[0]])
        tiers = (*self.tiers(), self.lexicon.entities)
        if typed[:1] in (("both",), ("all",)) and len(typed) > 1:
            phrase = " ".join(typed[1:])
        looks = (Names.exact,) if phrase.strip().isdecimal() else (Names.exact, Names.find)
        for look in looks:
            for tier in tiers:
                found = tuple(noun for noun in look(tier, phrase) if not self.lexicon.is_away(self.state, noun))
                if found:
                    return found
        return ()

    def _referred(self, pronoun: str) -> tuple[Noun, ...]:
        """What a pronoun stands for, unless it is a thing left behind in another room."""
        here = (*self.things, *self.carried, *self.at_hand)
        meant = self.referents.get(pronoun, ())
        return tuple(noun for noun in meant if not isinstance(noun, Thing) or noun in here)

    def exact(self, phrase: str) -> tuple[Noun, ...]:
        """The things in sight that are called just that, nearest first."""
        for tier in self.tiers():
            if found := tuple(noun for noun in tier.exact(phrase) if not self.lexicon.is_away(self.state, noun)):
                return found
        return ()

    def find_topic(self, phrase: str) -> tuple[Noun, ...]:
        """What a phrase names as a topic: what is called just that, entities first; then what may be meant."""
        entities = self.lexicon.entities
        return entities.exact(phrase) or self.exact(phrase) or entities.find(phrase) or self.find(phrase)

    def topics_near(self, phrase: str) -> tuple[str, ...]:
        """The names of entities that look most like a phrase, at most three."""
        from difflib import get_close_matches  # only a mistyped topic needs it

        names = {
            " ".join(key(name)): entity.name
            for entity in self.lexicon.world.entities.values()
            for name in (entity.name, *entity.names)
        }
        near = get_close_matches(" ".join(key(phrase)), names, n=3, cutoff=0.75)
        return tuple(dict.fromkeys(names[name] for name in near))

    def find_place(self, phrase: str) -> tuple[Noun, ...]:
        """The rooms a phrase may name, wherever they are; a room next door is meant before one further off."""
        tour, rooms = self.lexicon.world.tour, self.lexicon.world.rooms
        if (typed := " ".join(key(phrase))) in ENDS:
            return (rooms[tour.start if ENDS[typed] == "start" else tour.finish],)
        found = self.lexicon.rooms.find(" ".join(map(in_digits, words(phrase))))
        near = tuple(room for room in found if room.id in self.room.exits.values())
        return near or found

    @property
    def places_known(self) -> tuple[Room, ...]:
        """The rooms next door, and those visited, in the order they were."""
        rooms = self.lexicon.world.rooms
        ids = dict.fromkeys((*self.room.exits.values(), *self.state.visited))
        return tuple(rooms[room_id] for room_id in ids if room_id != self.room.id)

    def elsewhere(self, phrase: str) -> Room | None:
        """The nearest other room of the train that has a thing of that name; None when none has."""
        places, here = self.lexicon.places, self.lexicon.places[self.room.id]
        found = {room_id for room_id, _ in self.lexicon.things_in.exact(phrase)} - {self.room.id}
        nearest = min(found, key=lambda room_id: abs(places[room_id] - here), default=None)
        return self.lexicon.world.rooms[nearest] if nearest else None

    def read_here(self) -> Iterator[Passage]:
        """The passages of this place that the player has read: the room's own, and those of things looked at."""
        yield from self.room.passages
        for thing in (*fixtures(self.room), *self.lexicon.world.tour.everywhere, *self.carried):
            if thing.id in self.state.examined:
                yield from thing.passages

    def mention(self, phrase: str) -> Passage | None:
        """A passage read here that has all words of a phrase, for words that name nothing to look at."""
        wanted = {word for word in key(phrase) if PRONOUNS.get(word) not in ("it", "them")}
        if not wanted:
            return None
        return next((p for p in self.read_here() if wanted <= {singular(word) for word in words(p.text)}), None)

    def has_word(self, word: str) -> bool:
        """Whether any name in scope holds that word."""
        return any(tier.has_word(word) for tier in (*self.tiers(), self.lexicon.entities, self.lexicon.rooms))
