"""The files of a drafted pack as text: one entry a line, so that an author edits lines and not nesting."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import yaml
from msgspec.structs import replace

from game.content.checklist import NOTES_SUFFIX
from game.content.drafting.article_text import Article, is_when
from game.content.drafting.difference_proposals import ProposedDifference
from game.content.drafting.name_proposals import ProposedEntity
from game.content.drafting.room_proposals import ProposedRoom
from game.content.drafting.sentence_drafts import SentenceDraft
from game.content.scan import scan_article
from game.pack.ledger import Licence, Source
from game.prose import drafting_texts as texts


def render_source(source: Source) -> str:
    """One source with its map, as an entry of sources.yaml."""
    plain = msgspec.to_builtins(source)
    return yaml.safe_dump([plain], allow_unicode=True, sort_keys=False, width=110)


def make_source(letter: str, article: Article, date: str, publisher: str, licence: Licence) -> Source:
    """The map of an article, with what its author has said of it."""
    why = {False: texts.UNUSED_DATELINE, True: texts.UNUSED_HEADING}
    untold = {n: why[block.is_heading] for n, block in enumerate(article.blocks, start=1) if not block.is_told}
    paragraphs = (replace(each, unused=untold.get(each.number, "")) for each in scan_article(article.text))
    return Source(
        id=letter,
        title=f"Article {letter}",
        date=date,
        publisher=publisher,
        licence=licence,
        paragraphs=tuple(paragraphs),
    )


def render_facts(drafts: Sequence[SentenceDraft], entities: Sequence[ProposedEntity], *, is_licensed: bool) -> str:
    """A file of facts: the drafts of one article."""
    named = {entity.id: entity.facts for entity in entities}
    head = (*texts.FACTS_HEAD, *((texts.LICENSED_HEAD,) if is_licensed else ()))
    entries = (
        _make_fact(draft, [e for e, facts in named.items() if draft.id in facts], is_licensed) for draft in drafts
    )
    return _render_file(head, "facts", entries)


def _make_fact(draft: SentenceDraft, who: list[str], is_licensed: bool) -> dict[str, Any]:
    # Only what can be read alone is a claim already: "he" has to be replaced by whoever is meant.
    claim = {"claim": draft.text} if is_licensed else {}
    about: dict[str, Any] = {"who": who} if who else {}
    if len(draft.whens) == 1 and all(map(is_when, draft.whens[0].split("/"))):
        about["when"] = draft.whens[0]
    todo = [todo for todo in draft.todo if not (is_licensed and todo == "CLAIM")]
    return {
        "id": draft.id,
        **claim,
        "draft": True,
        **({"todo": todo} if todo else {}),
        "cites": [draft.cite],
        "strength": draft.strength,
        **({"said_by": draft.speaker} if draft.speaker else {}),
        "kind": draft.kind,
        **({"about": about} if about else {}),
        **({"terms": list(draft.terms)} if draft.terms else {}),
    }


def make_entity(entity: ProposedEntity, sources: Mapping[str, Source]) -> dict[str, Any]:
    """An entity as an entry of its file."""
    letter, _, number = entity.cite.partition("¶")
    return {
        "id": entity.id,
        "draft": True,
        "name": entity.name,
        **({"names": list(entity.names)} if entity.names else {}),
        "kind": entity.kind,
        "gloss": texts.render_gloss(sources[letter].title, number),
        "facts": list(entity.facts),
    }


def make_difference(proposed: ProposedDifference, sources: Mapping[str, Source], name: str) -> dict[str, Any]:
    """A difference as an entry of its file."""
    drafts = (proposed.one, proposed.other)
    (one, first), (other, second) = (
        (says, sources[draft.cite[0]].title) for says, draft in zip(proposed.says, drafts, strict=True)
    )
    return {
        "id": name,
        "draft": True,
        "topic": proposed.topic,
        "kind": proposed.kind,
        "sides": [{"says": s, "facts": [d.id]} for s, d in zip(proposed.says, drafts, strict=True)],
        "wording": texts.render_sides(one, first, other, second),
    }


def name_differences(proposed: Iterable[ProposedDifference], taken: Iterable[str]) -> dict[str, ProposedDifference]:
    """Id -> difference, by what it is about."""
    named: dict[str, ProposedDifference] = {}
    known = set(taken)
    for each in proposed:
        stem = "-".join(part for part in each.topic.replace(",", "").split() if part.isascii() and part.isalnum())
        name = stem if stem[:1].isalpha() else f"point-{stem}".rstrip("-")
        free, count = name, 2
        while free in named or free in known:
            free, count = f"{name}-{count}", count + 1
        named[free] = each
    return named


def render_entries(field: str, entries: Iterable[Mapping[str, Any]]) -> str:
    """Entities or differences as a file."""
    heads = {"entities": texts.ENTITIES_HEAD, "differences": texts.DIFFERENCES_HEAD}
    return _render_file(heads[field], field, entries)


def render_lines(entries: Iterable[Mapping[str, Any]]) -> str:
    """Entries of a list, one a line."""
    return "".join(f"  - {_render_flow(entry)}\n" for entry in entries)


def _render_file(head: Iterable[str], field: str, entries: Iterable[Mapping[str, Any]]) -> str:
    lines = render_lines(entries)
    comments = "".join(f"# {line}\n" for line in head)
    return f"{comments}{field}:\n{lines}" if lines else f"{comments}{field}: []\n"


def _render_flow(entry: Mapping[str, Any]) -> str:
    dumped = yaml.safe_dump(
        dict(entry), default_flow_style=True, allow_unicode=True, sort_keys=False, width=float("inf")
    )
    return dumped.strip()


def render_room(rooms: Sequence[ProposedRoom], place: int, ways: Sequence[str]) -> str:
    """The file of one room: the way on, of which the way back follows, and its drafts as notes."""
    room = rooms[place]
    exits = {ways[place]: rooms[place + 1].id} if place + 1 < len(rooms) else {}
    said = texts.ROOM_TEXT if room.drafts else texts.EMPTY_ROOM_TEXT
    head = {
        "id": room.id,
        "number": place + 1,
        "name": room.name,
        "standing": "staged",
        "alt": texts.ALT_TEXT,
    }
    text = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
    text += f"exits: {_render_flow(exits)}\n" if exits else ""
    text += f"plaque: {_render_flow(_stage(texts.PLAQUE_TEXT))}\n"
    text += f"passages:\n  - {_render_flow(_stage(said))}\n"
    if room.drafts:
        notes = [f"id: {room.id}{NOTES_SUFFIX}", f"name: {texts.NOTES}", "passages:"]
        text += "things:\n  - " + "\n    ".join(notes) + "\n"
        text += "".join(f"      - {_render_flow({'facts': [draft.id]})}\n" for draft in room.drafts)
    return "".join(f"# {line}\n" for line in texts.ROOM_HEAD) + text


def render_tour(name: str, title: str, rooms: Sequence[ProposedRoom], sources: Mapping[str, Source]) -> str:
    """The file of the tour itself."""
    titles = " and ".join(source.title for source in sources.values())
    plain = {
        "id": name,
        "title": title,
        "tagline": texts.render_tagline(titles),
        "start": rooms[0].id,
        "finish": rooms[-1].id,
        "origin": rooms[0].name,
        "destination": rooms[-1].name,
        "minutes": 0,
    }
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)
    text += f"opening:\n  - {_render_flow(_stage(texts.OPENING_TEXT))}\n"
    return text + f"about:\n  - {_render_flow(_stage(texts.render_about(titles)))}\n"


def _stage(text: str) -> dict[str, Any]:
    return {"text": text, "staged": True}
