"""What is told of somebody or something that the articles name: what it is, what is noted, and where there is more."""

from collections import Counter
from collections.abc import Sequence

from game.pack.ledger import Entity
from game.pack.world import Passage, Room
from game.tour.events import EntityDescribed
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.verbs.outcome import Outcome

MAX_FACTS_OF_ENTITY = 4
"""Notes told of one entity; NOTEBOOK FIND lists them all."""


def describe_entity(scope: Scope, state: State, entity: Entity) -> Outcome:
    """Say what an entity is. Hearing of it notes nothing: facts are found where they are told."""
    noted = tuple(scope.lexicon.world.facts[fact_id] for fact_id in entity.facts if fact_id in state.noted)
    room = find_telling_room(scope, [fact_id for fact_id in entity.facts if fact_id not in state.noted])
    event = EntityDescribed(
        entity=entity,
        facts=noted[:MAX_FACTS_OF_ENTITY],
        room=room,
        is_here=room is not None and room.id == scope.room.id,
    )
    return Outcome(state, (event,), (Passage(text=entity.gloss, facts=entity.facts),))


def find_telling_room(scope: Scope, answers: Sequence[str]) -> Room | None:
    """The room with most of some facts; of two with as many, the nearer one. None where no room tells any."""
    places = scope.lexicon.places
    # The best answer alone decides first: a room with two lesser ones is not where the question is answered.
    told = Counter(room_id for fact_id in answers[:1] for room_id in scope.lexicon.facts.find_rooms(fact_id))
    for fact_id in answers[1:]:
        told.update(room_id for room_id in scope.lexicon.facts.find_rooms(fact_id) if room_id in told or not told)
    here = places[scope.state.room]
    room_id = max(told, key=lambda room_id: (told[room_id], -abs(places[room_id] - here)), default=None)
    return scope.lexicon.world.rooms[room_id] if room_id else None
