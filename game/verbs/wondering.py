"""Questions in the player's own words, answered from the notebook. Nothing is noted by asking."""

from collections.abc import Sequence

from game.commands import Command
from game.events import EntityTold, Mentioned, Recalled, Unanswered
from game.ledger import Entity, Fact
from game.names import singular, words
from game.scope import Lexicon, Scope
from game.verbs.outcome import Outcome, facts_in
from game.world import Passage, Thing

EMPTY = frozenset(
    """
    a an the this that these those some any all every each other another such same own
    i me my mine myself you your yours he him his she her hers it its we us our they them their
    who whom whose what which when where why how come
    is are was were am be been being do does did done doing has have had having
    can could will would shall should may might must
    and or but if then than so as of to in on at by for from with about into over after before
    between during under up down out off again once here there now just very too also only really
    not no nor never yes please tell say says said know mean explain think want need like get got go goes going went
    many much long far often ever still yet already thing something anything everything people someone anyone
    isn't aren't doesn't don't didn't wasn't weren't can't there's true
    """.split()
)
"""Words that say nothing of what a question is about."""

MOST = 3
"""Facts told at once in answer to a question."""


def wonder(scope: Scope, command: Command) -> Outcome:
    """Answer a free question: from the facts noted, from who or what it names, or from the text in sight."""
    wanted = [key for key in dict.fromkeys(map(singular, words(command.text))) if key not in EMPTY and len(key) > 1]
    facts = _recalled(scope, wanted)
    entity = _named(scope.lexicon, wanted)
    if facts:
        return Outcome(scope.state, (Recalled(facts=facts),))
    if entity:
        told = tuple(scope.lexicon.world.facts[fact_id] for fact_id in entity.facts)
        return Outcome(scope.state, (EntityTold(entity=entity, facts=told),), (_glossed(entity),))
    if wanted and (passage := scope.mention(" ".join(wanted))):
        return Outcome(scope.state, (Mentioned(word=" ".join(wanted), passage=passage),), (passage,))
    return Outcome(scope.state, (unanswered(scope, wanted, command.word),))


def unanswered(scope: Scope, wanted: Sequence[str], topic: str) -> Unanswered:
    """What to say when nothing noted answers: what here may, and someone to ask about."""
    named = [noun for key in wanted for noun in scope.exact(key) if isinstance(noun, Thing)]
    told = scope.lexicon.entities_of(facts_in(scope.room))
    return Unanswered(
        things=tuple((named or scope.unseen or scope.things)[:MOST]),
        entities=tuple(entity for entity in told if entity.kind == "person")[:1] or told[:1],
        is_empty=not wanted,
        topic=topic,
    )


def _glossed(entity: Entity) -> Passage:
    return Passage(text=entity.gloss, facts=entity.facts)


def _recalled(scope: Scope, wanted: Sequence[str]) -> tuple[Fact, ...]:
    """The noted facts that hold most of a question's words; none when they hold less than half of them.

    A rare word counts for more: each weighs one over the number of noted facts that hold it.
    """
    world = scope.lexicon.world
    meant = [{key, *world.tour.synonyms.get(key, ())} for key in wanted]
    held = {fact_id: scope.lexicon.claim_words(fact_id) for fact_id in scope.state.noted}
    common = [sum(1 for claim in held.values() if not claim.isdisjoint(keys)) for keys in meant]
    best: list[tuple[float, int, str]] = []
    for fact_id, claim in held.items():
        found = [place for place, keys in enumerate(meant) if not claim.isdisjoint(keys)]
        if found and 2 * len(found) >= len(wanted):
            best.append((-sum(1 / common[place] for place in found), scope.lexicon.fact_places[fact_id], fact_id))
    best.sort()
    return tuple(world.facts[fact_id] for score, _, fact_id in best[:MOST] if score <= best[0][0] * 0.6)


def _named(lexicon: Lexicon, wanted: Sequence[str]) -> Entity | None:
    """The entity that a run of the question's words names, the longest first."""
    for length in range(len(wanted), 0, -1):
        for start in range(len(wanted) - length + 1):
            found = lexicon.entities.exact(" ".join(wanted[start : start + length]))
            if len(found) == 1 and isinstance(found[0], Entity):
                return found[0]
    return None
