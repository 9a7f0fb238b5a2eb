"""Rules for questions. Each adds its problems to the document at fault.

quiz/lint finds weaknesses of usable questions. The kind of a question knows what makes it unusable; this module adds
the place and the sentence.
"""

from collections.abc import Iterator
from typing import assert_never

from game.content.documents import Document, ValuePath
from game.content.file_kinds import ItemsFile, SourcesFile
from game.content.known import FoundText, Known, check_fact_ids
from game.content.pack_documents import PackDocuments
from game.pack.kinds import Item, find_faults
from game.pack.kinds.parts import Fault, KnownIds
from game.pack.world import Room
from game.prose import item_problems as problems
from game.prose.suggestions import describe_unknown


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
            document.add((*path, *fault.field), _describe_fault(fault, known))


def _check_rooms(pack: PackDocuments, known: Known) -> None:
    """Check that items files name rooms that exist."""
    for name, file in pack.of(ItemsFile).items():
        for place, asked in enumerate(file.rooms):
            if message := known.rooms.problem(asked.room):
                pack.documents[name].add(("rooms", place, "room"), message)


def _describe_fault(fault: Fault, known: Known) -> str:  # noqa: C901, PLR0911 - one case a fault, nothing else
    match fault.code:
        case "wrong is key":
            return problems.describe_wrong_key()
        case "twice among wrong":
            return problems.describe_same_distractors()
        case "twice":
            return problems.describe_repeated_text()
        case "no such key":
            return describe_unknown("such key", fault.value, fault.allowed)
        case "no such fact":
            return known.facts.problem(fault.value)
        case "proof twice":
            return problems.describe_repeated_proof(fault.value)
        case "below 0":
            return problems.describe_negative(fault.value)
        case "too many options":
            return problems.describe_option_count(fault.allowed[0], fault.value)
        case _:
            assert_never(fault.code)


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
