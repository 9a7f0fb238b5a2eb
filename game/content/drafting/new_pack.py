"""A pack drafted from articles, as files: all of them for a new folder, and only drafts for a pack that is there.

What is in a pack already is never written over: new articles bring a file of facts of their own, and entries at the end
of the lists of sources, names and differences. So what an author has confirmed or refused stays as it is.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from game.content.deciding.refusals import Refusals, read_refusals
from game.content.drafting import pack_writing
from game.content.drafting.article_text import Article
from game.content.drafting.difference_proposals import propose_differences
from game.content.drafting.name_proposals import ProposedEntity, propose_entities
from game.content.drafting.room_proposals import propose_rooms
from game.content.drafting.room_ways import NamedRoom, choose_ways
from game.content.drafting.sentence_drafts import SentenceDraft, draft_facts
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile, SourcesFile
from game.content.folder import ARTICLES_FOLDER
from game.content.pack_documents import PackDocuments
from game.content.scan import digest_paragraph, list_paragraph_lines
from game.pack.ledger import Source
from game.prose.deciding_lines import REFUSED


class GivenArticle(NamedTuple):
    """An article with what its author says of it."""

    letter: str
    article: Article
    source: Source

    @property
    def is_licensed(self) -> bool:
        """Whether its sentences may stand in the pack."""
        return bool(self.source.licence)


class DraftedPack(NamedTuple):
    """Files to write, and how much is in them."""

    files: dict[str, str]
    """Path inside the pack -> text."""
    rooms: int
    facts: int
    differences: int
    entities: int


def propose_room_names(given: Sequence[GivenArticle]) -> tuple[str, ...]:
    """What the rooms of a new pack are called where its author names none."""
    drafts = [draft for each in given for draft in draft_facts(each.letter, each.article)]
    return tuple(room.name for room in propose_rooms({each.letter: each.article for each in given}, drafts))


def draft_pack(folder: Path, given: Sequence[GivenArticle], named: Sequence[NamedRoom]) -> DraftedPack:
    """A whole new pack.

    Raises:
        WayTakenError: The author has named a way that leads back already.
    """
    drafts = {each.letter: draft_facts(each.letter, each.article) for each in given}
    every = [draft for listed in drafts.values() for draft in listed]
    articles = {each.letter: each.article for each in given}
    sources = {each.letter: each.source for each in given}
    rooms = propose_rooms(articles, every, [room.name for room in named])
    ways = choose_ways(named or [NamedRoom(room.name) for room in rooms])
    entities = propose_entities(every)
    differences = pack_writing.name_differences(propose_differences(every), ())
    name = make_pack_id(folder.resolve().name)
    title = name.replace("-", " ").capitalize()
    files = {
        "tour.yaml": pack_writing.render_tour(name, title, rooms, sources),
        "sources.yaml": "sources:\n" + "".join(pack_writing.render_source(each.source) for each in given),
        "entities.yaml": pack_writing.render_entries(
            "entities", (pack_writing.make_entity(entity, sources) for entity in entities)
        ),
        "differences.yaml": pack_writing.render_entries(
            "differences",
            (pack_writing.make_difference(each, sources, name) for name, each in differences.items()),
        ),
    }
    for each in given:
        files |= _render_article(each, drafts[each.letter], entities)
    for place, room in enumerate(rooms):
        files[f"{place + 1:02}-{room.id}.yaml"] = pack_writing.render_room(rooms, place, ways)
    return DraftedPack(files, len(rooms), len(every), len(differences), len(entities))


def _render_article(
    each: GivenArticle, drafts: Sequence[SentenceDraft], entities: Sequence[ProposedEntity]
) -> dict[str, str]:
    facts = pack_writing.render_facts(drafts, entities, is_licensed=each.is_licensed)
    return {
        f"facts/article-{each.letter.casefold()}.yaml": facts,
        f"{ARTICLES_FOLDER}/{each.letter}.txt": each.article.text,
    }


def make_pack_id(name: str) -> str:
    """The id of a pack, after its folder.

    >>> make_pack_id("Skarholm Light 2"), make_pack_id("2021")
    ('skarholm-light-2', 'tour-2021')
    """
    found = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:50]
    return found if found[:1].isalpha() else f"tour-{found}".rstrip("-")


def find_known_source(article: Article, sources: Mapping[str, Source]) -> str:
    """The letter under which a pack has an article already; empty when it has not."""
    mine = {digest_paragraph(line) for line in list_paragraph_lines(article.text)}
    for letter, source in sources.items():
        shared = sum(paragraph.hash in mine for paragraph in source.paragraphs)
        # Half, as where a pack is compared with its articles: an edited one is still the same.
        if shared * 2 >= len(source.paragraphs):
            return letter
    return ""


def draft_more(pack: PackDocuments, given: Sequence[GivenArticle], known: Mapping[str, Article]) -> DraftedPack:
    """What new articles add to a pack: drafts, and nothing that changes what is there.

    Args:
        pack: The pack as it stands.
        given: The new articles.
        known: Letter -> the text of an article that the pack has, where it is at hand.
    """
    sources = {s.id: s for file in pack.of(SourcesFile).values() for s in file.sources}
    sources |= {each.letter: each.source for each in given}
    refused = read_refusals(pack.folder)
    drafts = {each.letter: _leave_out_refused(draft_facts(each.letter, each.article), refused) for each in given}
    given = [_explain_refused(each, drafts[each.letter]) for each in given]
    fresh = [draft for listed in drafts.values() for draft in listed]
    facts = {fact.id for file in pack.of(FactsFile).values() for fact in file.facts}
    # A draft that the author has refused or renamed is no side of a difference.
    old = [draft for letter, article in known.items() for draft in draft_facts(letter, article) if draft.id in facts]
    entities = [e for file in pack.of(EntitiesFile).values() for e in file.entities]
    told = {name for entity in entities for name in (entity.name, *entity.names)} | refused.names
    taken = frozenset(entity.id for entity in entities)
    proposed = [entity for entity in propose_entities(fresh, taken) if entity.name not in told]
    named = pack_writing.name_differences(
        (
            proposed
            for proposed in propose_differences([*old, *fresh])
            if {proposed.one.cite[0], proposed.other.cite[0]} & drafts.keys()
            and frozenset((proposed.one.id, proposed.other.id)) not in refused.differences
        ),
        (d.id for file in pack.of(DifferencesFile).values() for d in file.differences),
    )
    files: dict[str, str] = {}
    for each in given:
        files |= _render_article(each, drafts[each.letter], proposed)
    lines = {
        "sources": "".join(pack_writing.render_source(each.source) for each in given),
        "entities": pack_writing.render_lines(pack_writing.make_entity(entity, sources) for entity in proposed),
        "differences": pack_writing.render_lines(
            pack_writing.make_difference(each, sources, name) for name, each in named.items()
        ),
    }
    for field, text in lines.items():
        document = pack.documents.get(f"{field}.yaml")
        if text:
            files[f"{field}.yaml"] = _append(document.text if document else "", field, text)
    return DraftedPack(files, 0, len(fresh), len(named), len(proposed))


def _leave_out_refused(drafts: Sequence[SentenceDraft], refused: Refusals) -> tuple[SentenceDraft, ...]:
    return tuple(d for d in drafts if not refused.facts.intersection((d.id, digest_paragraph(d.text))))


def _explain_refused(each: GivenArticle, drafts: Sequence[SentenceDraft]) -> GivenArticle:
    """The article, with a reason for each paragraph of which every sentence was refused."""
    cited = {draft.cite for draft in drafts}
    drafted = {draft.cite for draft in draft_facts(each.letter, each.article)}
    paragraphs = tuple(
        replace(paragraph, unused=REFUSED) if f"{each.letter}¶{paragraph.number}" in drafted - cited else paragraph
        for paragraph in each.source.paragraphs
    )
    return each._replace(source=replace(each.source, paragraphs=paragraphs))


def _append(text: str, field: str, lines: str) -> str:
    """A file with more entries in one of its lists, the rest of it as it was."""
    if re.search(rf"(?m)^{field}: *\[\] *$", text):
        return re.sub(rf"(?m)^{field}: *\[\] *$", lambda _: f"{field}:\n{lines.rstrip()}", text)
    found = re.search(rf"(?m)^{field}: *(?:#.*)?\n(?:[ ]*(?:#.*)?\n)*?( *)-", text)
    if not found:
        return f"{text}{field}:\n{lines}"
    # At the head of the list, where its indentation is known, and not at its end, which a comment may follow.
    spaces, mine = found[1], len(lines) - len(lines.lstrip(" "))
    shifted = "".join(f"{spaces}{line[mine:]}" if line.strip() else line for line in lines.splitlines(keepends=True))
    place = found.end() - 1 - len(spaces)
    return f"{text[:place]}{shifted}{text[place:]}"
