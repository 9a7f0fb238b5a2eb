"""What is derived of a fact: what a machine can compare and answer from, and its author need not state."""

from collections.abc import Iterable, Mapping

from game.pack.claims.figures import find_figures
from game.pack.claims.mentions import Mentions
from game.pack.claims.timespans import find_dates, is_date_supported
from game.pack.claims.wording import find_hedges, find_polarity
from game.pack.ledger import NO_SPEAKER, Entity, Fact, FactReading, Strength

REIGN = "reign"
"""The attribute whose facts say from when to when somebody ruled."""

RELATIVE = "relative"
"""The attribute whose facts say who is whose relative."""


class Reader:
    """Reads the facts of one pack."""

    def __init__(self, facts: Iterable[Fact], entities: Iterable[Entity]) -> None:
        facts, entities = tuple(facts), tuple(entities)
        self._persons = frozenset(entity.id for entity in entities if entity.kind == "person")
        self._mentions = Mentions(entities)
        self._reigns = {fact.of.partition(".")[0]: fact.about.when or "" for fact in facts if _tells(fact, REIGN)}
        self._families = {ruler: self._find_family(ruler, facts) for ruler in self._reigns}

    def read(self, fact: Fact) -> FactReading:
        """What is derived of a fact."""
        dates = tuple(dict.fromkeys(date.when for date in find_dates(fact.claim)))
        names = self._mentions.find(fact.claim)
        return FactReading(
            figures=find_figures(fact.claim),
            dates=dates,
            names=names,
            reign=self._find_reign(fact, names, dates),
            polarity=find_polarity(fact.claim),
            hedges=tuple(hedge.word for hedge in find_hedges(fact.claim)),
        )

    def find_names(self, text: str) -> tuple[str, ...]:
        """Ids of the entities that a text names."""
        return self._mentions.find(text)

    def _find_family(self, ruler: str, facts: Iterable[Fact]) -> frozenset[str]:
        told = (self._mentions.find(fact.claim) for fact in facts if _tells(fact, RELATIVE))
        return frozenset(name for names in told if ruler in names for name in names if name != ruler) & self._persons

    def _is_later(self, ruler: str, claim: str) -> bool:
        """Whether a claim tells of what came after a ruler."""
        _, _, after = claim.partition("since ")
        return " now " in claim or ruler in self._mentions.find(after)

    def _find_reign(self, fact: Fact, names: tuple[str, ...], dates: tuple[str, ...]) -> str:
        for ruler, span in self._reigns.items():
            # Beside a relative a ruler is compared with him, or is only named as kin: no word of whose time it is.
            if self._families[ruler].intersection(names) or self._is_later(ruler, fact.claim):
                continue
            if dates and span and all(_lies_in(date, span) for date in dates):
                return ruler
            if not dates and ruler in names:
                return ruler
        return ""


def derive_strength(fact: Fact) -> Strength:
    """How sure the source is, by the words of the claim and by the speaker.

    An author writes the strength, since a hedge can also be the matter of a claim; where the two disagree, a rule asks.
    """
    kinds = {hedge.kind for hedge in find_hedges(fact.claim)}
    if fact.said_by != NO_SPEAKER:
        spoken = {hedge.kind for hedge in find_hedges(fact.said_by)}
        is_shown = "picture" in (spoken or kinds) and "report" not in (spoken or kinds)
        return "photo" if is_shown else "reported"
    if "doubt" in kinds:
        return "speculated"
    return "reported" if "report" in kinds else "stated"


def read_facts(facts: Mapping[str, Fact], entities: Mapping[str, Entity]) -> dict[str, FactReading]:
    """Fact id -> what is derived of it."""
    reader = Reader(facts.values(), entities.values())
    return {fact.id: reader.read(fact) for fact in facts.values()}


def _tells(fact: Fact, attribute: str) -> bool:
    return fact.of.partition(".")[2] == attribute


def _lies_in(date: str, span: str) -> bool:
    return not date.startswith("--") and is_date_supported(span, (date,))
