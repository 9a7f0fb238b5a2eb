"""Rules for questions. Each adds its problems to the document at fault.

quiz/lint finds weaknesses of usable questions. The kind of a question knows what makes it unusable; this module adds
the place and the sentence.
"""

from collections.abc import Iterator

from game.content.documents import Document, ValuePath
from game.content.file_kinds import ItemsFile, SourcesFile
from game.content.known import FoundText, Known, check_fact_ids
from game.content.pack_documents import PackDocuments
from game.pack.kinds import Item, find_faults
from game.pack.kinds.parts import KnownIds
from game.pack.world import Room
from game.prose import item_problems as problems


def check_questions(pack: PackDocuments, known: Known) -> None:
    """Check that questions rest on existing facts (no rumours), that options differ, and that keys can be answered."""
    _check_rooms(pack, known)
    sources = tuple(source.id for file in pack.of(SourcesFile).values() for source in file.sources)
    # None if a file of facts cannot be read: otherwise every question that cites it would be reported.
    ids = KnownIds(sources, known.facts.known if known.facts.is_complete else None)
    for document, path, item in list_items(pack):
        check_fact_ids(document, (*path, "facts"), item.facts, known)
        for place, fact_id in enumerate(item.facts):
            if fact_id in known.fact_records and known.fact_records[fact_id].rumour:
                document.add((*path, "facts", place), problems.describe_rumour(fact_id))
        for fault in find_faults(item, ids):
            document.add(
                (*path, *fault.field),
                known.facts.problem(fault.value) if fault.code == "no such fact" else problems.describe_fault(fault),
            )


def _check_rooms(pack: PackDocuments, known: Known) -> None:
    """Check that items files name rooms that exist."""
    for name, file in pack.of(ItemsFile).items():
        for place, asked in enumerate(file.rooms):
            if message := known.rooms.problem(asked.room):
                pack.documents[name].add(("rooms", place, "room"), message)


def list_items(pack: PackDocuments) -> Iterator[tuple[Document, ValuePath, Item]]:
    """Every question, with its document and its path there."""
    for name, room in pack.of(Room).items():
        for index, item in enumerate(room.items):
            yield pack.documents[name], ("items", index), item
    for name, file in pack.of(ItemsFile).items():
        for place, asked in enumerate(file.rooms):
            for index, item in enumerate(asked.items):
                yield pack.documents[name], ("rooms", place, "items", index), item
    for made in pack.asked:
        yield made.document, made.path, made.item


def list_item_ids(pack: PackDocuments) -> Iterator[FoundText]:
    """The ids of all questions."""
    for document, path, item in list_items(pack):
        yield FoundText(item.id, document, (*path, "id"))
