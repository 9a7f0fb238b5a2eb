"""Collects the names that a pack declares, so that rules can look them up, and lists its passages and things."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from game.content.documents import Document, ValuePath
from game.content.file_kinds import FactsFile, SourcesFile
from game.content.pack_documents import PackDocuments
from game.core.records import Record
from game.pack.ledger import Fact, map_cites
from game.pack.works import list_work_facts
from game.pack.world import Passage, Room, Thing, Tour
from game.prose.suggestions import describe_unknown


class FoundText(NamedTuple):
    """A value, with its document and its path there."""

    value: str
    document: Document
    path: ValuePath


class Ids(NamedTuple):
    """The names of one kind that a pack declares."""

    kind: str
    known: frozenset[str]
    is_complete: bool
    """False if a file of that kind cannot be read; then no name may be reported as missing."""

    def problem(self, wanted: str) -> str:
        """The message for an undeclared name; empty if it is declared."""
        # Otherwise one unreadable file would report every name in it, in the whole pack.
        if wanted in self.known or not self.is_complete:
            return ""
        return describe_unknown(self.kind, wanted, sorted(self.known))


class Known(NamedTuple):
    """The names of a pack, for look-up by the rules."""

    rooms: Ids
    facts: Ids
    entities: Ids
    cites: frozenset[str]
    fact_records: dict[str, Fact]
    """Fact id -> fact, of the files that fit their type."""


def collect_known(pack: PackDocuments) -> Known:
    """What the files of a pack declare."""
    # Ids come from all readable files, even those with other faults: one broken file must not cause problems in the
    # others.
    sources = [source for file in pack.of(SourcesFile).values() for source in file.sources]
    return Known(
        rooms=Ids("room", frozenset(pack.declared("room")), pack.is_readable("room")),
        facts=Ids("fact", frozenset(pack.declared("facts", "facts")), pack.is_readable("facts")),
        entities=Ids("entity", frozenset(pack.declared("entities", "entities")), pack.is_readable("entities")),
        cites=frozenset(map_cites(sources)),
        fact_records={fact.id: fact for file in pack.of(FactsFile).values() for fact in file.facts},
    )


def list_ids(pack: PackDocuments, kind: type[Record], field: str) -> Iterator[FoundText]:
    """Every id that files of a type declare in a field, with its place."""
    for name, file in pack.of(kind).items():
        for index, record in enumerate(getattr(file, field)):
            yield FoundText(record.id, pack.documents[name], (field, index, "id"))


def check_fact_ids(document: Document, path: ValuePath, fact_ids: Iterable[str], known: Known) -> None:
    """Report each of the given fact ids that no file declares."""
    for place, fact_id in enumerate(fact_ids):
        if message := known.facts.problem(fact_id):
            document.add((*path, place), message)


def list_passages(pack: PackDocuments) -> Iterator[tuple[Document, ValuePath, Passage]]:
    """Every passage a player can read, with its document and its path there."""
    yield from _passages_in(pack, Tour, ("opening", "about"))
    yield from _passages_in(pack, Room, ("passages",))
    for name, room in pack.of(Room).items():
        yield pack.documents[name], ("plaque",), room.plaque
    for document, path, thing in list_things(pack):
        for index, passage in enumerate(thing.passages):
            yield document, (*path, "passages", index), passage
    for document, path, replies in list_replies(pack):
        for word, passage in replies.items():
            yield document, (*path, word), passage


def list_told_facts(pack: PackDocuments) -> set[str]:
    """Ids of all facts that a player can find: in a passage, or by working a thing."""
    told = {fact_id for _, _, passage in list_passages(pack) for fact_id in passage.facts}
    return told.union(*(list_work_facts(thing.works) for _, _, thing in list_things(pack)))


def _passages_in(
    pack: PackDocuments, kind: type[Room] | type[Tour], fields: tuple[str, ...]
) -> Iterator[tuple[Document, ValuePath, Passage]]:
    """The passages in some fields of the records of a kind."""
    for name, record in pack.of(kind).items():
        for field in fields:
            for index, passage in enumerate(getattr(record, field)):
                yield pack.documents[name], (field, index), passage


def list_replies(pack: PackDocuments) -> Iterator[tuple[Document, ValuePath, Mapping[str, Passage]]]:
    """The replies of every room and thing, with their document and their path there."""
    for name, room in pack.of(Room).items():
        yield pack.documents[name], ("replies",), room.replies
    for document, path, thing in list_things(pack):
        yield document, (*path, "replies"), thing.replies


def list_things(pack: PackDocuments) -> Iterator[tuple[Document, ValuePath, Thing]]:
    """Every thing of the tour and of its rooms, with its document and its path there."""
    for name, tour in pack.of(Tour).items():
        for field in ("carried", "everywhere"):
            for index, thing in enumerate(getattr(tour, field)):
                yield pack.documents[name], (field, index), thing
    for name, room in pack.of(Room).items():
        for index, thing in enumerate(room.things):
            yield pack.documents[name], ("things", index), thing
