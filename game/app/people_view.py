"""Who is who, as far as it was noted: each person of the notes, with what the notes say."""

from typing import NamedTuple

from game.pack.world import World
from game.prose.lines import capitalise, format_tag
from game.tour.state import State


class KnownPerson(NamedTuple):
    """A person of whom something was noted."""

    name: str
    notes: tuple[tuple[str, str], ...]
    """What is said, and where it stands."""


def list_people(world: World, state: State) -> tuple[KnownPerson, ...]:
    """The persons of all notes; of whom most was noted comes first."""
    notes: dict[str, list[tuple[str, str]]] = {}
    for fact_id in sorted(state.noted, key=state.numbers.__getitem__):
        fact = world.facts[fact_id]
        for who in fact.about.who:
            if is_person(world, who):
                notes.setdefault(who, []).append((capitalise(fact.claim), format_tag(fact)))
    known = (KnownPerson(world.entities[who].name, tuple(said)) for who, said in notes.items())
    return tuple(sorted(known, key=lambda person: (-len(person.notes), person.name)))


def is_person(world: World, entity_id: str) -> bool:
    """Whether an id is that of a person."""
    return entity_id in world.entities and world.entities[entity_id].kind == "person"
