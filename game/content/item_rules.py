"""Rules for questions. Each adds its problems to the document at fault.

What can be wrong with a question that still makes one is told by quiz/lint.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from game.content.documents import Document, ValuePath
from game.content.file_kinds import ItemsFile, SourcesFile
from game.content.known import FoundText, Known, check_fact_ids
from game.content.pack_documents import PackDocuments
from game.core.names import key
from game.pack.items import Agreement, Choice, Item, Match, Number, Order, Short, TwoTier, WhichSource
from game.pack.world import Room
from game.prose.suggestions import describe_unknown
from game.quiz.showing import AGREE, ALL, DIFFER, NONE

Text = tuple[ValuePath, str]
"""Where a text stands in an item, and the text."""


def questions(pack: PackDocuments, known: Known) -> None:
    """Questions rest on facts that exist and are no rumours; their options are distinct; their keys can be given."""
    _rooms(pack, known)
    sources = [source.id for file in pack.of(SourcesFile).values() for source in file.sources]
    for document, path, item in each_item(pack):
        check_fact_ids(document, (*path, "facts"), item.facts, known)
        for place, fact_id in enumerate(item.facts):
            if fact_id in known.fact_records and known.fact_records[fact_id].rumour:
                document.add((*path, "facts", place), f"{fact_id!r} is a rumour; rumours are not scored as truths")
        _distinct(document, path, item)
        _keyed(document, path, item, sources)
        if isinstance(item, TwoTier):
            _reasons(document, path, item, known)
        if isinstance(item, Number) and Decimal(item.tolerance) < 0:
            document.add((*path, "tolerance"), f"expected 0 or more, found {item.tolerance!r}")


def _rooms(pack: PackDocuments, known: Known) -> None:
    """Questions beside the rooms' own files are for rooms that exist."""
    for name, file in pack.of(ItemsFile).items():
        for place, asked in enumerate(file.rooms):
            if message := known.rooms.problem(asked.room):
                pack.documents[name].add(("rooms", place, "room"), message)


def _distinct(document: Document, path: ValuePath, item: Item) -> None:
    """No option is another one, and no wrong one the key."""
    match item:
        case Choice() | TwoTier() | Short():
            taken = {key(item.key)}
            for place, distractor in enumerate(item.distractors):
                where = (*path, "distractors", place, "text")
                if key(distractor.text) == key(item.key):
                    document.add(where, "this distractor is the key; a wrong option must be wrong")
                elif key(distractor.text) in taken:
                    document.add(where, "two distractors are the same")
                taken.add(key(distractor.text))
        case Order():
            _unlike(document, [((*path, "steps", place), step) for place, step in enumerate(item.steps)])
        case Match():
            pairs = list(enumerate(item.pairs))
            _unlike(document, [((*path, "pairs", place, "left"), pair.left) for place, pair in pairs])
            _unlike(document, [((*path, "pairs", place, "right"), pair.right) for place, pair in pairs])


def _unlike(document: Document, texts: Iterable[Text]) -> None:
    taken: set[tuple[str, ...]] = set()
    for path, text in texts:
        if key(text) in taken:
            document.add(path, "this stands here twice; then no order of them is the only right one")
        taken.add(key(text))


def _keyed(document: Document, path: ValuePath, item: Item, sources: list[str]) -> None:
    """The key of a question about sources is one of its options."""
    if not isinstance(item, WhichSource | Agreement) or not sources:
        return
    allowed = [*sources, *((ALL, NONE) if isinstance(item, WhichSource) else (AGREE, DIFFER))]
    if item.key not in allowed:
        document.add((*path, "key"), describe_unknown("such key", item.key, allowed))


def _reasons(document: Document, path: ValuePath, item: TwoTier, known: Known) -> None:
    """The facts that do not prove a key exist, and are none of those that do."""
    seen = set(item.facts)
    for place, reason in enumerate(item.reasons):
        where = (*path, "reasons", place, "fact")
        if message := known.facts.problem(reason.fact):
            document.add(where, message)
        elif reason.fact in seen:
            document.add(where, f"{reason.fact!r} stands here twice, or proves the key")
        seen.add(reason.fact)


def each_item(pack: PackDocuments) -> Iterator[tuple[Document, ValuePath, Item]]:
    """Every question, with its document and its path there."""
    for name, room in pack.of(Room).items():
        for index, item in enumerate(room.items):
            yield pack.documents[name], ("items", index), item
    for name, file in pack.of(ItemsFile).items():
        for place, asked in enumerate(file.rooms):
            for index, item in enumerate(asked.items):
                yield pack.documents[name], ("rooms", place, "items", index), item


def items(pack: PackDocuments) -> Iterator[FoundText]:
    """The ids of all questions."""
    for document, path, item in each_item(pack):
        yield FoundText(item.id, document, (*path, "id"))
