"""Finds facts that an item does not cite and that support one of its wrong answers."""

from game.pack.claims.gist import Gist, leaves_open
from game.pack.claims.wording import find_polarity
from game.pack.kinds import Item
from game.pack.ledger import NO_SPEAKER, Fact
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.weighing import Asked, Weigher

WHOLE = 0.9
"""From this share of stem and wrong answer on, a fact supports both."""


def find_second_proof(item: Item, asked: Asked, wrong: str, key: str, weigher: Weigher, gists: FactGists) -> str:
    """The id of a fact that supports a stem with a wrong answer; empty if there is none."""
    added, right = weigher.list_added(asked, wrong), weigher.list_added(asked, key)
    if not added.weight or leaves_open(wrong) or asked.asks_of_sources or asked.is_inverted:
        return ""
    near = gists.list_with_all(added) if added.stems or added.names else gists.list_near(asked.gist)
    for fact in gists.select(asked.text, [fact for fact in near if fact.id not in item.facts]) if near else ():
        # A fact that contains the key as well does not decide between the two.
        has_key = right.weight and right.measure_share_in(gists.tell(fact)) == 1
        if not has_key and _supports(fact, asked, added, wrong, gists):
            return fact.id
    return ""


def _supports(fact: Fact, asked: Asked, added: Gist, wrong: str, gists: FactGists) -> bool:
    told = gists.tell(fact)
    if added.measure_share_in(told) < 1 or gists.find_polarity(fact) != find_polarity(f"{asked.text} {wrong}"):
        return False
    return asked.gist.join((added,)).measure_share_in(told) >= WHOLE


def find_other_source(item: Item, asked: Asked, wrong: str, weigher: Weigher, gists: FactGists) -> str:
    """The id of a fact in which another source gives a wrong answer as true. Only for stems that name no source."""
    cited = gists.list_cited(item)
    added = weigher.list_added(asked, wrong)
    if not (added.figures or added.dates) or gists.find_sources(asked.text) or _names_speaker(asked.text, cited):
        return ""
    sources = {cite[0] for fact in cited for cite in fact.cites}
    for fact in gists.list_told_of(cited):
        is_other = not sources & {cite[0] for cite in fact.cites}
        if is_other and added.measure_share_in(gists.tell(fact)) == 1:
            return fact.id
    return ""


def _names_speaker(text: str, facts: tuple[Fact, ...]) -> bool:
    return any(fact.said_by != NO_SPEAKER and fact.said_by in text for fact in facts)
