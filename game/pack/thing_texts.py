"""Everything that a thing may ever tell, as passages: for pages and prints, where nobody can work it."""

from collections.abc import Mapping

from game.pack.ledger import Fact
from game.pack.works import ToldText, list_own_words, list_told, read_told
from game.pack.world import Passage, Thing


def read_whole_thing(thing: Thing, facts: Mapping[str, Fact]) -> tuple[Passage, ...]:
    """What a look at a thing and every way to work it tells, in the pack's order.

    Args:
        thing: What is told of.
        facts: Fact id -> fact, for those that a work shows by their claims.
    """
    if thing.works is None:
        return thing.passages
    see = tuple(Passage(text=text, staged=True) for text in list_own_words(thing.works))
    told = (passage for _, text in list_told(thing.works) for passage in _read_told(text, facts))
    return (*thing.passages, *see, *told)


def _read_told(told: ToldText, facts: Mapping[str, Fact]) -> tuple[Passage, ...]:
    text = read_told(told)
    own = (Passage(text=text, facts=told.tells, staged=not told.tells),) if text else ()
    return (*own, *(Passage(text=facts[fact_id].claim, facts=(fact_id,)) for fact_id in told.shows))
