"""How far the cited facts support an answer to a stem, as one number. Key and wrong answers are treated alike.

Because of this, a rule that asks whether the key weighs most also finds an item with the wrong key.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from game.pack.claims.gist import Gist, leaves_open
from game.pack.claims.wording import HedgeClass, find_hedges, find_polarity
from game.pack.kinds import Item
from game.pack.ledger import Fact, Polarity, Strength
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.misfits import MISFIT, find_misfit
from game.quiz.lint.source_weights import weigh_source_answer

TOLD, FITTING, ROUNDED = 0.6, 0.3, 0.1
"""Parts of a weight: how much of what the answer adds to the stem is in a fact; how much of the stem is in this fact;
how much of the fact is in stem and answer together."""

SINGLE = 0.7
"""Part of a weight that comes from the best single fact. The rest comes from all facts together."""

DENIED, UNHEDGED = 0.5, 0.9
"""Factors of a weight: if the fact says the opposite; if stem and answer leave out the hedge of the fact."""

UNTOLD = 0.6
"""Weight of something that no fact states, if the stem asks for that. What a fact leaves open weighs up to 1."""

_INVERTED = re.compile(r"\b(?:NOT|EXCEPT|NO|NEVER)\b")
_HEDGED_BY: dict[Strength, HedgeClass] = {"reported": "report", "photo": "picture", "speculated": "doubt"}


class Asked(NamedTuple):
    """A stem, analysed once for all answers to it."""

    text: str
    gist: Gist
    facts: tuple[Fact, ...]
    """The cited facts; if the stem names an article, only those of this article."""
    asks_of_sources: bool = False
    """Whether its options are the articles themselves."""

    @property
    def is_inverted(self) -> bool:
        """Whether it asks for what is not true."""
        return bool(_INVERTED.search(self.text))


class Weigher:
    """Weighs answers against the facts of one pack."""

    def __init__(self, gists: FactGists) -> None:
        self._gists = gists

    def ask(self, item: Item, options: Sequence[str] = ()) -> Asked:
        """Analyse the stem of an item."""
        facts = self._gists.list_cited(item)
        asks_of_sources = sum(bool(self._gists.find_sources(option)) for option in options) > 1
        chosen = facts if asks_of_sources else self._gists.select(item.stem, facts)
        return Asked(item.stem, self._gists.read(item.stem), chosen, asks_of_sources)

    def weigh(self, asked: Asked, answer: str) -> float:
        """How far the facts support an answer, 0 to 1."""
        if asked.asks_of_sources:
            return weigh_source_answer(asked.text, asked.facts, answer, self._gists)
        added = self.list_added(asked, answer)
        if asked.is_inverted:
            return self._weigh_absent(asked, added)
        best = max((self.weigh_by(fact, asked, answer) for fact in asked.facts), default=0.0)
        if leaves_open(answer):
            return best
        return SINGLE * best + (1 - SINGLE) * added.measure_share_in(self._gists.tell_all(asked.facts))

    def list_added(self, asked: Asked, answer: str) -> Gist:
        """What an answer says beyond the stem."""
        return self._gists.read(answer).without(asked.gist)

    def weigh_by(self, fact: Fact, asked: Asked, answer: str) -> float:
        """How far a single fact supports an answer, 0 to 1."""
        added, its = self.list_added(asked, answer), self._gists.tell(fact)
        told, fitting = added.measure_share_in(its), asked.gist.measure_share_in(its)
        if leaves_open(answer):
            is_open = fact.kind == "unknown" or leaves_open(fact.said_by)
            return TOLD + FITTING * fitting + ROUNDED * told if is_open else FITTING * fitting * MISFIT
        weight = TOLD * told + FITTING * fitting + ROUNDED * its.measure_share_in(added.join((asked.gist,)))
        kinds = {self._gists.world.entities[name].kind for name in added.names}
        text = f"{asked.text} {answer}"
        return (
            weight
            * find_misfit(fact, asked.text, kinds)
            * _find_denied(self._gists.find_polarity(fact), text)
            * _find_unhedged(fact, text)
        )

    def _weigh_absent(self, asked: Asked, added: Gist) -> float:
        """The weight if the stem asks for what is not stated: only what the facts leave open counts."""
        left_open = [self._gists.tell(fact) for fact in asked.facts if fact.kind == "unknown"]
        told = [self._gists.tell(fact) for fact in asked.facts if fact.kind != "unknown"]
        absent = max((added.measure_share_in(each) for each in left_open), default=0.0)
        # Something stated about another subject than that of the stem is a good key, too.
        present = max((added.measure_share_in(its) * asked.gist.measure_share_in(its) for its in told), default=0.0)
        return UNTOLD * (1 - present) + (1 - UNTOLD) * absent


def _find_denied(polarity: Polarity, text: str) -> float:
    if polarity == "not told":
        return DENIED * MISFIT
    return 1.0 if polarity == find_polarity(text) else DENIED


def _find_unhedged(fact: Fact, text: str) -> float:
    if fact.strength == "stated" or fact.said_by in text:
        return 1.0
    return 1.0 if _HEDGED_BY[fact.strength] in {hedge.kind for hedge in find_hedges(text)} else UNHEDGED
