"""Rules for the subjects of facts: subjects exist, attributes are declared, places lie in places."""

from collections.abc import Mapping

from game.content.file_kinds import EntitiesFile, FactsFile
from game.content.known import Ids, Known
from game.content.pack_documents import PackDocuments
from game.pack.ledger import Entity
from game.pack.world import Tour
from game.prose import ledger_problems as problems
from game.prose.suggestions import describe_unknown


def check_subjects(pack: PackDocuments, known: Known) -> None:
    """Check that a fact is about an entity or a journey, under an attribute of the tour."""
    tours = tuple(pack.of(Tour).values())
    journeys = {journey.id for tour in tours for journey in tour.journeys}
    attributes = sorted({name for tour in tours for name in tour.attributes})
    # If the tour cannot be read, every journey and every attribute in facts would be reported.
    is_complete = known.entities.is_complete and pack.is_whole("tour")
    subjects = Ids("entity or journey", known.entities.known | journeys, is_complete)
    for name, file in pack.of(FactsFile).items():
        for index, fact in enumerate(file.facts):
            subject, _, attribute = fact.of.partition(".")
            path = ("facts", index, "of")
            if subject and (message := subjects.problem(subject)):
                pack.documents[name].add(path, message)
            # Only a warning: the list is open, and a new word only needs its line in tour.yaml.
            if attribute and pack.is_whole("tour") and attribute not in attributes:
                message = describe_unknown("attribute", attribute, attributes)
                pack.documents[name].add(path, message, is_fatal=False)


def check_journey_subjects(pack: PackDocuments, known: Known) -> None:
    """Check that travellers are entities, and that no journey has the id of an entity: facts name either by its id."""
    for name, tour in pack.of(Tour).items():
        for index, journey in enumerate(tour.journeys):
            if journey.id in known.entities.known:
                pack.documents[name].add(("journeys", index, "id"), problems.describe_id_of_entity(journey.id))
            for place, who in enumerate(journey.who):
                if message := known.entities.problem(who):
                    pack.documents[name].add(("journeys", index, "who", place), message)


def check_places(pack: PackDocuments, known: Known) -> None:
    """Check that a place lies in a declared place, and not (directly or indirectly) in itself."""
    entities = {entity.id: entity for file in pack.of(EntitiesFile).values() for entity in file.entities}
    for name, file in pack.of(EntitiesFile).items():
        for index, entity in enumerate(file.entities):
            path = ("entities", index, "in")
            if entity.lies_in and (message := known.entities.problem(entity.lies_in)):
                pack.documents[name].add(path, message)
            elif _lies_in_itself(entity, entities):
                pack.documents[name].add(path, problems.describe_place_in_itself(entity.id))


def _lies_in_itself(entity: Entity, entities: Mapping[str, Entity]) -> bool:
    seen: set[str] = set()
    place = entity.lies_in
    # The search for a place follows this chain, and would never end in a ring.
    while place in entities and place not in seen:
        seen.add(place)
        place = entities[place].lies_in
    return entity.id in seen
