"""The files of one pack, each with its record: the input of the checks of several files."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from game.content.conversion import convert
from game.content.documents import Document, ValuePath
from game.content.file_kinds import FILE_KINDS, find_file_kind
from game.content.problems import Problem
from game.content.shorthand.expanding import write_out_pack
from game.core.records import Record
from game.pack.kinds import Item

R = TypeVar("R", bound=Record)


class AskedItem(NamedTuple):
    """A question that is made of a fact or a difference, where it is asked for, and the room that asks it."""

    room_id: str
    document: Document
    path: ValuePath
    """Of the fact or the difference."""
    item: Item


class PackDocuments:
    """The files of a folder. A file that does not fit its type has a document with problems and no record."""

    def __init__(self, folder: Path, raw: Mapping[str, bytes]) -> None:
        self.folder = folder
        self.documents = {name: Document(folder / name, str(folder / name), data) for name, data in raw.items()}
        self.asked: tuple[AskedItem, ...] = ()
        write_out_pack(self.documents)
        self.records: dict[str, Record] = {}
        for name, document in self.documents.items():
            # Files are converted one by one, so that one bad file leaves all others usable.
            record = convert(document, FILE_KINDS[find_file_kind(name)])
            if record is not None:
                self.records[name] = record

    def of(self, kind: type[R]) -> dict[str, R]:
        """File name -> record, of every file that holds that type."""
        return {name: record for name, record in self.records.items() if isinstance(record, kind)}

    def is_whole(self, kind: str) -> bool:
        """Whether every file of a kind could be read and fits its type.

        If not, a rule must not report anything as missing.
        """
        return all(name in self.records for name in self.documents if find_file_kind(name) == kind)

    def declared(self, kind: str, field: str = "") -> Iterator[str]:
        """The ids that files of a kind declare, including files with other faults."""
        for name, document in self.documents.items():
            if find_file_kind(name) == kind and isinstance(document.value, dict):
                entries = document.value.get(field, []) if field else [document.value]
                yield from (e["id"] for e in entries if isinstance(e, dict) and isinstance(e.get("id"), str))

    def is_readable(self, kind: str) -> bool:
        """Whether every file of a kind could at least be read, so that all the ids it declares are known."""
        return all(isinstance(d.value, dict) for name, d in self.documents.items() if find_file_kind(name) == kind)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems found so far, in order."""
        return tuple(sorted(problem for document in self.documents.values() for problem in document.problems))
