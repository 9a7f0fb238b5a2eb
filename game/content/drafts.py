"""What players see of what nobody has confirmed yet, and of passages that leave their text to their facts.

Done once, when a world is built: no rule of play has to know what a draft is, beside those that ask questions.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec.structs import replace

from game.pack.ledger import Comparison, Entity, Fact, Source
from game.pack.world import Passage, Room, Thing, Tour, World
from game.prose.draft_texts import render_draft_claim, render_draft_gloss

C = TypeVar("C", bound=Comparison)


def show_as_draft(fact: Fact, sources: Mapping[str, Source]) -> Fact:
    """The fact with a claim by which everybody sees that it is a draft; a confirmed fact as it is."""
    return replace(fact, claim=render_draft_claim(fact, sources)) if fact.draft else fact


def show_entity_as_draft(entity: Entity) -> Entity:
    """The entity with a gloss by which everybody sees that it is a draft; a confirmed one as it is."""
    return replace(entity, gloss=render_draft_gloss(entity)) if entity.draft else entity


def count_shown_drafts(world: World) -> int:
    """How many drafts players of a world can see: facts and entities."""
    return sum(fact.draft for fact in world.facts.values()) + sum(each.draft for each in world.entities.values())


def list_decided(comparisons: Iterable[C]) -> dict[str, C]:
    """Id -> comparison, of those on which a person has decided."""
    return {record.id: record for record in comparisons if not record.draft}


def fill_room(room: Room, facts: Mapping[str, Fact]) -> Room:
    """The room with the text of every passage that leaves it to its facts."""
    return replace(
        room,
        plaque=_fill(room.plaque, facts),
        passages=_fill_all(room.passages, facts),
        things=tuple(_fill_thing(thing, facts) for thing in room.things),
        replies={word: _fill(passage, facts) for word, passage in room.replies.items()},
    )


def fill_tour(tour: Tour, facts: Mapping[str, Fact]) -> Tour:
    """The tour with the text of every passage that leaves it to its facts."""
    return replace(
        tour,
        opening=_fill_all(tour.opening, facts),
        about=_fill_all(tour.about, facts),
        carried=tuple(_fill_thing(thing, facts) for thing in tour.carried),
        everywhere=tuple(_fill_thing(thing, facts) for thing in tour.everywhere),
    )


def _fill_thing(thing: Thing, facts: Mapping[str, Fact]) -> Thing:
    replies = {word: _fill(passage, facts) for word, passage in thing.replies.items()}
    return replace(thing, passages=_fill_all(thing.passages, facts), replies=replies)


def _fill_all(passages: Iterable[Passage], facts: Mapping[str, Fact]) -> tuple[Passage, ...]:
    return tuple(_fill(passage, facts) for passage in passages)


def _fill(passage: Passage, facts: Mapping[str, Fact]) -> Passage:
    if passage.text:
        return passage
    return replace(passage, text=" ".join(facts[fact_id].claim for fact_id in passage.facts))
