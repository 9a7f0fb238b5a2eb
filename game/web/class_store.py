"""What a class keeps beside its attempts: its code, the address of its board, and who has joined.

``ClassStore`` is all that a class asks of a place to keep things. Here it is a folder; a database can take its place.
Attempts are the sealed files that ``carriages exam`` writes, so results are collected and marked as always.
"""

import secrets
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec
from msgspec import Struct

from game.core.disk import Unusable, read_file, read_value, write_atomically
from game.store.exam_files import SUFFIX as EXAM_SUFFIX
from game.web.class_plan import ClassPlan

T = TypeVar("T")

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Of codes: without what looks like something else."""
CODE_LENGTH = 6


class ClassHead(Struct, frozen=True, kw_only=True):
    """The class as a whole."""

    code: str
    """What pupils type."""
    board: str
    """What the address of the teacher's board holds, and nobody else knows."""


class Join(Struct, frozen=True, kw_only=True):
    """One pupil who has joined."""

    name: str
    key: str
    """A digest of the key in the pupil's cookie; another device has another key, and the last one counts."""
    number: str
    """Four digits by which the pupil goes on at another device."""


class StoreFaultError(OSError):
    """What a class has kept cannot be read."""


class ClassStore(Protocol):
    """A place where a class is kept."""

    def load_head(self) -> ClassHead:
        """The class, made when it is first asked for."""

    def load_joins(self) -> dict[str, Join]:
        """Who has joined, by the key of the pseudonym."""

    def keep_joins(self, joins: dict[str, Join]) -> None:
        """Keep who has joined."""

    def load_plan(self) -> ClassPlan:
        """What the class does."""

    def keep_plan(self, plan: ClassPlan) -> None:
        """Keep what the class does."""

    def load_exam(self, digest: str) -> bytes | None:
        """The file of an exam by its hash; None where there is none."""

    def keep_exam(self, digest: str, data: bytes) -> None:
        """Keep the file of an exam."""

    @property
    def attempts(self) -> Path:
        """The folder of the attempts."""


class FolderStore:
    """A class in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def attempts(self) -> Path:
        """The folder of the attempts."""
        return self._folder / "attempts"

    def load_head(self) -> ClassHead:
        """The class, made when it is first asked for.

        Raises:
            OSError: It cannot be read or written.
        """
        path = self._folder / "class.json"
        found = _read(path, ClassHead)
        if found is not None:
            return found
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        made = ClassHead(code=code, board=secrets.token_urlsafe(24))
        write_atomically(path, msgspec.json.encode(made), is_private=True)
        return made

    def load_joins(self) -> dict[str, Join]:
        """Who has joined, by the key of the pseudonym.

        Raises:
            OSError: It cannot be read.
        """
        return _read(self._folder / "joins.json", dict[str, Join]) or {}

    def keep_joins(self, joins: dict[str, Join]) -> None:
        """Keep who has joined.

        Raises:
            OSError: It cannot be written; what was there before is untouched.
        """
        write_atomically(self._folder / "joins.json", msgspec.json.encode(joins), is_private=True)

    def load_plan(self) -> ClassPlan:
        """What the class does.

        Raises:
            OSError: It cannot be read.
        """
        return _read(self._folder / "plan.json", ClassPlan) or ClassPlan()

    def keep_plan(self, plan: ClassPlan) -> None:
        """Keep what the class does.

        Raises:
            OSError: It cannot be written; what was there before is untouched.
        """
        write_atomically(self._folder / "plan.json", msgspec.json.encode(plan), is_private=True)

    def load_exam(self, digest: str) -> bytes | None:
        """The file of an exam by its hash; None where there is none.

        Raises:
            OSError: It cannot be read.
        """
        path = self._find_exam(digest)
        data = read_file(path)
        if not isinstance(data, Unusable):
            return data
        if data.is_there:
            raise StoreFaultError(0, data.detail or data.why, str(path))
        return None

    def keep_exam(self, digest: str, data: bytes) -> None:
        """Keep the file of an exam, readable by its owner only: it may hold the keys.

        Raises:
            OSError: It cannot be written.
        """
        write_atomically(self._find_exam(digest), data, is_private=True)

    def _find_exam(self, digest: str) -> Path:
        return self._folder / "exams" / f"{digest}{EXAM_SUFFIX}"


def _read(path: Path, kind: type[T]) -> T | None:
    """The value in a file; None where there is no file.

    Raises:
        StoreFaultError: It cannot be read.
    """
    found = read_value(path, kind)
    if not isinstance(found, Unusable):
        return found
    if found.is_there:
        raise StoreFaultError(0, found.detail or found.why, str(path))
    return None


def normalise_code(typed: str) -> str:
    """A class code as it was typed: case, blanks and dashes do not matter.

    >>> normalise_code(" k7qm-px ")
    'K7QMPX'
    """
    return "".join(each for each in typed.upper() if each.isalnum())
