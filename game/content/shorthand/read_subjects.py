"""Whom and when a fact is about, where its author leaves it out: the names and the date of its claim."""

from collections.abc import Container

from msgspec.structs import replace

from game.content.drafting.article_text import is_when
from game.content.file_kinds import EntitiesFile, FactsFile
from game.content.pack_documents import PackDocuments
from game.pack.claims.mentions import Mentions
from game.pack.claims.timespans import find_dates
from game.pack.ledger import About, Fact


def add_read_subjects(pack: PackDocuments) -> None:
    """Add to facts without ``about`` what their claims name, and the date if it is the only one."""
    entities = {entity.id: entity for file in pack.of(EntitiesFile).values() for entity in file.entities}
    mentions = Mentions(entities.values())
    for name, file in pack.of(FactsFile).items():
        if any(fact.about == About() for fact in file.facts):
            facts = tuple(_read(fact, mentions, entities) if fact.about == About() else fact for fact in file.facts)
            pack.records[name] = replace(file, facts=facts)


def _read(fact: Fact, mentions: Mentions, entities: Container[str]) -> Fact:
    subject = fact.of.partition(".")[0]
    who = dict.fromkeys((*mentions.find(fact.claim), subject))
    dates = tuple(dict.fromkeys(date.when for date in find_dates(fact.claim)))
    when = dates[0] if len(dates) == 1 and all(map(is_when, dates[0].split("/"))) else None
    return replace(fact, about=About(who=tuple(each for each in who if each in entities), when=when))
