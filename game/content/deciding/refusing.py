"""Refusing what waits: the entry goes, and with it what only a machine has made of it.

What a person has written that rests on it is left alone: then the pack would have a problem, and nothing is written.
"""

from collections.abc import Iterator
from typing import NamedTuple

from game.content.deciding.decisions import Decision
from game.content.deciding.refusals import render_difference, render_fact, render_name
from game.content.deciding.waiting import Waiting, find_sentence
from game.content.documents import Document, ValuePath
from game.content.entry_editing import Change, EntryDropped, KeyDropped, KeySet
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile, SourcesFile
from game.content.known import list_passages, list_things
from game.content.pack_documents import PackDocuments
from game.pack.ledger import Entity, Fact
from game.prose import deciding_lines as words


class _Placed(NamedTuple):
    """A change and its file."""

    document: Document
    change: Change


def refuse(pack: PackDocuments, waiting: Waiting, reason: str) -> Decision:
    """Refuse a draft.

    Args:
        pack: The pack as it stands.
        waiting: The entry.
        reason: Why no fact cites its paragraph, where no other one does.
    """
    record = waiting.record
    placed = [_Placed(waiting.document, EntryDropped(waiting.path))]
    if isinstance(record, Fact):
        placed += _drop_fact(pack, record, reason or words.REFUSED)
        line = render_fact(record.id, find_sentence(pack, record))
    elif isinstance(record, Entity):
        placed += _drop_entity(pack, record)
        line = render_name(record.name)
    else:
        line = render_difference(fact_id for side in record.sides for fact_id in side.facts)
    names = {id(document): name for name, document in pack.documents.items()}
    changes: dict[str, tuple[Change, ...]] = {}
    for each in placed:
        name = names[id(each.document)]
        changes[name] = (*changes.get(name, ()), each.change)
    return Decision(changes, words.render_refused(record.id), line)


def _drop_fact(pack: PackDocuments, fact: Fact, reason: str) -> Iterator[_Placed]:
    yield from _drop_from_rooms(pack, fact.id)
    for name, entities in pack.of(EntitiesFile).items():
        for index, entity in enumerate(entities.entities):
            yield from _drop_from_list(pack.documents[name], ("entities", index), entity.facts, fact.id)
    for name, file in pack.of(DifferencesFile).items():
        for index, difference in enumerate(file.differences):
            if difference.draft and any(fact.id in side.facts for side in difference.sides):
                yield _Placed(pack.documents[name], EntryDropped(("differences", index)))
    yield from _leave_uncited(pack, fact, reason)


def _leave_uncited(pack: PackDocuments, fact: Fact, reason: str) -> Iterator[_Placed]:
    """Say of the paragraphs that no other fact cites why that is so."""
    cited = {cite for file in pack.of(FactsFile).values() for each in file.facts if each != fact for cite in each.cites}
    for name, sources in pack.of(SourcesFile).items():
        for index, source in enumerate(sources.sources):
            for place, paragraph in enumerate(source.paragraphs):
                if (cite := f"{source.id}¶{paragraph.number}") in fact.cites and cite not in cited:
                    path = ("sources", index, "paragraphs", place)
                    yield _Placed(pack.documents[name], KeySet(path, "unused", reason, after="hash"))


def _drop_from_list(document: Document, path: ValuePath, ids: tuple[str, ...], fact_id: str) -> Iterator[_Placed]:
    """Drop a fact from the facts of an entry, and the entry with its last one."""
    if fact_id in ids:
        left = [each for each in ids if each != fact_id]
        yield _Placed(document, KeySet(path, "facts", left) if left else EntryDropped(path))


def _drop_from_rooms(pack: PackDocuments, fact_id: str) -> Iterator[_Placed]:
    """Drop what only tells the claim of a fact; a thing that tells nothing else goes with it."""
    gone = set()
    for document, path, thing in list_things(pack):
        if thing.passages and all(not each.text and each.facts == (fact_id,) for each in thing.passages):
            gone.add((id(document), path))
            yield _Placed(document, EntryDropped(path))
    for document, path, passage in list_passages(pack):
        if not passage.text and isinstance(path[-1], int) and (id(document), path[:-2]) not in gone:
            yield from _drop_from_list(document, path, passage.facts, fact_id)


def _drop_entity(pack: PackDocuments, entity: Entity) -> Iterator[_Placed]:
    for name, file in pack.of(FactsFile).items():
        for index, fact in enumerate(file.facts):
            if entity.id not in fact.about.who:
                continue
            left = [who for who in fact.about.who if who != entity.id]
            path = ("facts", index, "about")
            change = KeySet(path, "who", left) if left else KeyDropped(path, "who")
            is_bare = not left and fact.about.when is None and not fact.about.era
            yield _Placed(pack.documents[name], KeyDropped(path[:-1], "about") if is_bare else change)
