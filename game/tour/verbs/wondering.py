"""Questions in the player's own words, answered from the notebook. Nothing is noted by asking."""

from collections import Counter
from collections.abc import Sequence
from math import log

from game.core.names import STOP, singular, words
from game.pack.ledger import Entity
from game.pack.world import Passage, Room, facts_in
from game.tour.commands import Question
from game.tour.events import EntityDescribed, Mentioned, Recalled, Unanswered
from game.tour.finding import find_exact, find_mention
from game.tour.lexicon import Lexicon
from game.tour.scope import Scope
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import QUESTION, AnyVerb, Verb, split_words

MAX_FACTS_TOLD = 3
"""Facts given at once in answer to a question, and things offered where there is none."""

MIN_WEIGHT_SHARE = 0.5
"""Share of a question's weight that an answer must hold, 0 to 1. A rare word weighs more than a common one."""

MIN_SHARE_OF_BEST = 0.8
"""Share of the best answer's weight at which another answer is as good, 0 to 1."""

Ranked = Sequence[tuple[float, str]]
"""Share of the question's weight that a claim holds, and the id of its fact; best first."""


def wonder(scope: Scope, question: Question) -> Outcome:
    """Answer a free question: from the facts noted, from who or what it names, or from the text in sight.

    Where only facts not noted yet hold an answer, the event says where they can be found.
    """
    asked = dict.fromkeys(map(singular, words(question.text)))
    wanted = [key for key in asked if key not in STOP and (len(key) > 1 or key.isdecimal())]
    ranked = _rank_facts(scope.lexicon, wanted)
    world = scope.lexicon.world
    noted = [(share, fact_id) for share, fact_id in ranked if fact_id in scope.state.noted]
    if noted:
        facts = tuple(
            world.facts[fact_id]
            for share, fact_id in noted[:MAX_FACTS_TOLD]
            if share >= MIN_SHARE_OF_BEST * noted[0][0]
        )
        return report(scope, Recalled(facts=facts))
    # A name alone is asked about, but in a long question one name is only part of what is wanted.
    entity, share = _find_named(scope.lexicon, wanted)
    if entity and (share >= MIN_WEIGHT_SHARE or not ranked):
        told = tuple(world.facts[fact_id] for fact_id in entity.facts)
        glossed = Passage(text=entity.gloss, facts=entity.facts)
        return Outcome(scope.state, (EntityDescribed(entity=entity, facts=told),), (glossed,))
    if wanted and (passage := find_mention(scope, " ".join(wanted))):
        return Outcome(scope.state, (Mentioned(word=" ".join(wanted), passage=passage),), (passage,))
    return report(scope, _describe_gap(scope, wanted, ranked, question.topic))


def _describe_gap(scope: Scope, wanted: Sequence[str], ranked: Ranked, topic: str) -> Unanswered:
    """What to report when nothing noted answers: where an answer can be read, what to look at, whom to ask about."""
    ids = {fact_id for _, fact_id in ranked[:MAX_FACTS_TOLD]}
    named = [thing for thing in scope.things if any(thing in find_exact(scope, key) for key in wanted)]
    tellers = [t for t in scope.things if any(not ids.isdisjoint(passage.facts) for passage in t.passages)]
    told = scope.lexicon.facts.find_entities(facts_in(scope.room))
    return Unanswered(
        things=tuple((tellers or named or scope.unseen or scope.things)[:MAX_FACTS_TOLD]),
        entities=tuple(entity for entity in told if entity.kind == "person")[:1] or told[:1],
        room=None if tellers else _find_telling_room(scope, ranked),
        is_here=bool(tellers),
        is_empty=not wanted,
        topic=topic,
    )


def _find_telling_room(scope: Scope, ranked: Ranked) -> Room | None:
    """The room with most of the best answers; of two with as many, the nearer one."""
    best = {fact_id for share, fact_id in ranked if share >= ranked[0][0] * MIN_SHARE_OF_BEST}
    places = scope.lexicon.places
    told = Counter(room_id for fact_id in best for room_id in scope.lexicon.facts.find_rooms(fact_id))
    here = places[scope.state.room]
    room_id = max(told, key=lambda room_id: (told[room_id], -abs(places[room_id] - here)), default=None)
    return scope.lexicon.world.rooms[room_id] if room_id else None


def _rank_facts(lexicon: Lexicon, wanted: Sequence[str]) -> Ranked:
    """The facts whose claims hold enough of a question.

    A word's weight is the log of the number of facts over that of those whose claims hold it (inverse document
    frequency, Sparck Jones 1972); a word no claim holds weighs as one that a single claim holds.
    """
    count = len(lexicon.world.facts)
    synonyms = lexicon.world.tour.synonyms
    shares: dict[str, float] = {}
    total = 0.0
    for key in wanted:
        holding = {fact_id for word in (key, *synonyms.get(key, ())) for fact_id in lexicon.facts.find_by_word(word)}
        weight = log((count + 1) / max(1, len(holding)))
        total += weight
        for fact_id in holding:
            shares[fact_id] = shares.get(fact_id, 0.0) + weight
    order = lexicon.facts.places
    enough = [(share / total, fact_id) for fact_id, share in shares.items() if share >= MIN_WEIGHT_SHARE * total]
    return sorted(enough, key=lambda entry: (-entry[0], order[entry[1]]))


def _find_named(lexicon: Lexicon, wanted: Sequence[str]) -> tuple[Entity | None, float]:
    """The entity named by the longest run of the question's words, and the share of the words in that run."""
    # The longest run first: "Kim Jong Un" must not be read as "Kim".
    for length in range(len(wanted), 0, -1):
        for start in range(len(wanted) - length + 1):
            found = lexicon.entities.exact(" ".join(wanted[start : start + length]))
            if len(found) == 1 and isinstance(found[0], Entity):
                return found[0], length / len(wanted)
    return None, 0.0


VERBS: tuple[AnyVerb, ...] = (
    Verb(
        id="wonder",
        words=split_words(
            "why, how, when, which, what, who, where, whose, whom, is, are, was, were, do, does, did, has, have, "
            "had, can, could, would, will, should, isn't, aren't, doesn't, didn't, am, may, how many, how much, how "
            "come, since when, until when, in which, at what, from where, for what, by whom"
        ),
        takes=QUESTION,
        perform=wonder,
        group="look",
        is_turn=True,
    ),
)
