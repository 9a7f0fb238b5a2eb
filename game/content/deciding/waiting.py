"""What waits for its author, in the order of the checklist: drafts of facts, of names, differences, unsigned facts."""

from collections.abc import Container, Iterator
from typing import Literal, NamedTuple

from game.content.documents import Document, ValuePath
from game.content.drafting.article_files import ArticleError, read_article
from game.content.drafting.sentence_drafts import draft_facts
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile, SourcesFile
from game.content.folder import ARTICLES_FOLDER
from game.content.pack_documents import PackDocuments
from game.content.scan import list_paragraph_lines
from game.core.disk import Unusable, read_text
from game.pack.claims.signature import sign_fact
from game.pack.ledger import Difference, Entity, Fact, map_cites

WaitingStep = Literal["confirm", "describe", "decide", "read"]
"""The steps of the checklist on which a person decides entry by entry."""


class Waiting(NamedTuple):
    """One entry on which a person has to decide."""

    step: WaitingStep
    name: str
    """Its file, as a pack names it."""
    document: Document
    path: ValuePath
    record: Fact | Entity | Difference

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.document.shown}:{self.document.mark(self.path)[0]}"


def list_waiting(pack: PackDocuments) -> Iterator[Waiting]:
    """All that wait, in the order in which they are best decided."""
    lists: tuple[tuple[WaitingStep, type[FactsFile | EntitiesFile | DifferencesFile], str], ...] = (
        ("confirm", FactsFile, "facts"),
        ("describe", EntitiesFile, "entities"),
        ("decide", DifferencesFile, "differences"),
    )
    for step, kind, field in lists:
        for name, file in pack.of(kind).items():
            for index, record in enumerate(getattr(file, field)):
                if record.draft:
                    yield Waiting(step, name, pack.documents[name], (field, index), record)
    yield from _list_unsigned(pack)


def _list_unsigned(pack: PackDocuments) -> Iterator[Waiting]:
    """The facts that nobody has signed, as they stand, after comparing them with their paragraphs."""
    cited = map_cites(source for file in pack.of(SourcesFile).values() for source in file.sources)
    for name, facts in pack.of(FactsFile).items():
        for index, fact in enumerate(facts.facts):
            hashes = (cited[cite].hash for cite in fact.cites if cite in cited)
            if not fact.draft and fact.read != sign_fact(fact, hashes):
                yield Waiting("read", name, pack.documents[name], ("facts", index), fact)


def find_signature(pack: PackDocuments, fact: Fact) -> str:
    """The signature of a fact as it stands."""
    cited = map_cites(source for file in pack.of(SourcesFile).values() for source in file.sources)
    return sign_fact(fact, (cited[cite].hash for cite in fact.cites if cite in cited))


def find_waiting(pack: PackDocuments, skipped: Container[str]) -> Waiting | None:
    """The first that waits and was not put off; None when nothing does."""
    return next((each for each in list_waiting(pack) if each.record.id not in skipped), None)


def list_cited(pack: PackDocuments, record: Fact | Entity | Difference) -> tuple[tuple[str, str], ...]:
    """Cite and paragraph of all that an entry rests on, as far as the author has the articles at hand."""
    facts = {fact.id: fact for file in pack.of(FactsFile).values() for fact in file.facts}
    if isinstance(record, Fact):
        ids: tuple[str, ...] = (record.id,)
    elif isinstance(record, Entity):
        ids = record.facts[:1]
    else:
        ids = tuple(fact_id for side in record.sides for fact_id in side.facts)
    cites = dict.fromkeys(cite for fact_id in ids if fact_id in facts for cite in facts[fact_id].cites)
    return tuple((cite, read_paragraph(pack, cite)) for cite in cites)


def read_paragraph(pack: PackDocuments, cite: str) -> str:
    """A paragraph of an article in the pack's folder; empty when the article is not there."""
    letter, _, number = cite.partition("¶")
    text = read_text(pack.folder / ARTICLES_FOLDER / f"{letter}.txt")
    lines = [] if isinstance(text, Unusable) else list_paragraph_lines(text)
    return lines[int(number) - 1] if int(number) <= len(lines) else ""


def find_sentence(pack: PackDocuments, fact: Fact) -> str:
    """The sentence of an article that a draft was made of; empty where the article is not at hand."""
    letter = fact.cites[0][0]
    try:
        article = read_article(pack.folder / ARTICLES_FOLDER / f"{letter}.txt")
    except ArticleError:
        return ""
    return next((draft.text for draft in draft_facts(letter, article) if draft.id == fact.id), "")
