"""What a teacher has decided about an exam: who is accepted, closed, renamed, and which keys were wrong.

It is one file in the folder of the class. The files of the candidates are never changed.
"""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, field

from game.core.disk import Unusable, read_value, write_atomically
from game.core.identity import pseudonym_key
from game.core.records import Record

DECISIONS_FILE = "exam-decisions.json"
EXAM_FILE = "teacher.exam"
"""A copy of the teacher's file, so that later commands need not name it."""


class KeyChange(Record, frozen=True, kw_only=True):
    """What was wrong with the key of a question."""

    key: Annotated[str, Meta(description="The answer that is right in place of the key; empty: the key stays.")] = ""
    also: Annotated[tuple[str, ...], Meta(description="Answers that are right too.")] = ()
    void: Annotated[bool, Meta(description="Whether everybody has the mark, whatever they answered.")] = False
    reason: str = ""


class Decisions(Record, frozen=True, kw_only=True):
    """All decisions about one exam."""

    format: int = 1
    exam: Annotated[str, Meta(description="Hash of the paper.")] = ""
    accepted: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    assigned: Annotated[dict[str, str], Meta(description="Key of a name as typed -> the name it belongs to.")] = field(
        default_factory=dict
    )
    keys: Annotated[dict[str, KeyChange], Meta(description="Number of a question -> what was wrong.")] = field(
        default_factory=dict
    )
    witnessed: Annotated[
        tuple[str, ...], Meta(description="Receipts of files that were taken under the teacher's eyes.")
    ] = ()
    receipts: Annotated[dict[str, str], Meta(description="Receipt -> key of the candidate, if known.")] = field(
        default_factory=dict
    )
    written: Annotated[tuple[str, ...], Meta(description="Attempts that were marked into the folder.")] = ()
    released: bool = False

    def is_accepted(self, candidate: str) -> bool:
        """Whether what speaks against a candidate's file was looked at and the file is to count."""
        return pseudonym_key(candidate) in map(pseudonym_key, self.accepted)

    def is_closed(self, candidate: str) -> bool:
        """Whether an exam that was not handed in is to count as it is."""
        return pseudonym_key(candidate) in map(pseudonym_key, self.closed)

    def find_name(self, candidate: str) -> str:
        """Whose attempt it is, however the name was typed."""
        return self.assigned.get(pseudonym_key(candidate), candidate)


class DecisionsError(ValueError):
    """The file of decisions cannot be read."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


def load_decisions(folder: Path) -> Decisions:
    """The decisions in a folder; none where there is no such file.

    Raises:
        DecisionsError: The file cannot be read.
    """
    found = read_value(folder / DECISIONS_FILE, Decisions)
    if not isinstance(found, Unusable):
        return found
    if found.is_there:
        raise DecisionsError(folder / DECISIONS_FILE, found.detail)
    return Decisions()


def save_decisions(folder: Path, decisions: Decisions) -> None:
    """Keep the decisions.

    Raises:
        OSError: They could not be written.
    """
    data = msgspec.json.format(msgspec.json.encode(decisions), indent=1) + b"\n"
    write_atomically(folder / DECISIONS_FILE, data, is_private=True)
