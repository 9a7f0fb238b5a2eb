"""What a machine reads out of a fact, as lines for its author."""

from collections.abc import Iterable, Iterator

from game.pack.claims.fact_reading import derive_strength
from game.pack.claims.question_words import list_question_words
from game.pack.claims.signature import sign_fact
from game.pack.claims.timespans import make_interval
from game.pack.ledger import Fact, map_cites
from game.pack.world import World
from game.prose.suggestions import describe_unknown

NONE = "none"


def describe_unknown_fact(found: str, world: World) -> str:
    """An id that no fact has."""
    return describe_unknown("fact", found, world.facts)


def render_reading(fact: Fact, world: World) -> Iterator[str]:
    """A fact as stated by its author and as read by a machine, one line each."""
    reading = world.readings[fact.id]
    subject, _, attribute = fact.of.partition(".")
    attributes = world.tour.attributes
    answer = f", answered by: {attributes[attribute].answer}" if attribute in attributes else ""
    # Facts of one subject and attribute are shown beside each other: where they differ, a difference may be missing.
    same = [other.id for other in world.facts.values() if fact.of and other.of == fact.of and other.id != fact.id]
    yield f"{fact.id}: {fact.claim}"
    yield _row("of", f"{_name(subject, world)}: {attribute}{answer}" if subject else NONE)
    yield _row("cites", ", ".join(fact.cites))
    yield _row("speaker", fact.said_by)
    yield _row("strength", f"{fact.strength}; by claim and speaker {derive_strength(fact)}")
    yield _row("hedges", _join(reading.hedges))
    yield _row("polarity", reading.polarity)
    yield _row("figures", _join(reading.figures))
    yield _row("dates", _join(map(_render_date, reading.dates)))
    yield _row("time of", _name(reading.reign, world) if reading.reign else NONE)
    yield _row("names", _join(_name(name, world) for name in reading.names))
    yield _row("answers", _join(list_question_words(fact, reading, world.entities, attributes)))
    yield _row("beside it", _join(same))


def render_signature(fact: Fact, world: World) -> Iterator[str]:
    """What an author writes into a fact after comparing it, and whether it is there."""
    cited = map_cites(world.sources.values())
    signature = sign_fact(fact, (cited[cite].hash for cite in fact.cites))
    state = "signed" if fact.read == signature else "changed since it was signed" if fact.read else "not signed"
    yield f"{fact.id}: {fact.claim} [{', '.join(fact.cites)}] {state}"
    if state != "signed":
        yield f"  read: {signature}"


def _row(label: str, text: str) -> str:
    return f"  {label:10}{text}"


def _join(parts: Iterable[str]) -> str:
    return ", ".join(parts) or NONE


def _name(found: str, world: World) -> str:
    if found in world.entities:
        return world.entities[found].name
    titles = {journey.id: f"{journey.title}, {journey.when}" for journey in world.tour.journeys}
    return titles.get(found, found)


def _render_date(when: str) -> str:
    if when.startswith("--"):
        return f"{when.removeprefix('--')} of some year"
    first, last = make_interval(when)
    return f"{when} ({first} to {last})" if first != last else when
