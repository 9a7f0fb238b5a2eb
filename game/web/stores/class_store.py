"""What a class keeps: its attempts, and beside them its code, its plan, its exams, and who has joined.

``ClassStore`` is all that a class asks of a place to keep things. Attempts lie on a shelf, as the sealed lines that
``carriages exam`` writes, so results are collected and marked as always. All else is a small value that has a kind, a
key and a version. Here the place is a folder, which one process has alone; a database can take its place.
"""

import secrets
from abc import ABC, abstractmethod
from contextlib import suppress
from errno import EBUSY
from itertools import count
from os import strerror
from pathlib import Path
from threading import Lock
from typing import NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from game.core.disk import Unusable, decode, read_file, read_value, write_atomically
from game.store.attempt_shelf import AttemptShelf, FolderShelf
from game.store.exam_files import SUFFIX as EXAM_SUFFIX
from game.web.stores.class_plan import ClassPlan
from game.web.stores.kept_values import LINES, ChangedElsewhereError, KeptValue, Listener, News

T = TypeVar("T")

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Of codes: without what looks like something else."""
CODE_LENGTH = 6


HEAD, JOINS, PLAN, EXAMS = "class", "joins", "plan", "exams"
"""Kinds of values."""
NOTHING = KeptValue(0, b"")


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
    """Six digits by which the pupil goes on at another device."""
    earlier: tuple[str, ...] = ()
    """Names that the pupil had before the teacher gave another one."""


class KeptJoin(NamedTuple):
    """A pupil who has joined, as the store has it."""

    version: int
    join: Join


class StoreFaultError(OSError):
    """What a class has kept cannot be read."""


class ClassStore(ABC):
    """A place where a class is kept. All methods wait, and may be called from several threads."""

    @property
    @abstractmethod
    def shelf(self) -> AttemptShelf:
        """The attempts."""

    @abstractmethod
    def get(self, kind: str) -> dict[str, KeptValue]:
        """All values of a kind, by their keys.

        Raises:
            OSError: They cannot be read.
        """

    @abstractmethod
    def get_one(self, kind: str, key: str) -> KeptValue:
        """One value; NOTHING where it is not there.

        Raises:
            OSError: It cannot be read.
        """

    @abstractmethod
    def put(self, kind: str, key: str, value: bytes, version: int) -> int:
        """Keep a value in place of the version that was read, and return its own version.

        Raises:
            ChangedElsewhereError: That version is not the newest. Nothing is written.
            OSError: It cannot be kept.
        """

    @abstractmethod
    def drop(self, kind: str, key: str, version: int) -> None:
        """Remove a value.

        Raises:
            ChangedElsewhereError: That version is not the newest. Nothing is removed.
            OSError: It cannot be removed.
        """

    @abstractmethod
    def listen(self, tell: Listener) -> None:
        """Tell of everything that is kept from now on."""

    @abstractmethod
    def close(self) -> None:
        """Let go of everything that was opened."""

    def load_head(self) -> ClassHead:
        """The class, made when it is first asked for.

        Raises:
            OSError: It cannot be read or written.
        """
        kept = self.get(HEAD)
        made = {
            "code": make_code(),
            "board": secrets.token_urlsafe(24),
        }
        for key in made.keys() - kept.keys():
            # Another process that opens the class at this moment may be first; then its value holds.
            with suppress(ChangedElsewhereError):
                self.put(HEAD, key, msgspec.json.encode(made[key]), 0)
        values = {key: read_kept(each, str) for key, each in self.get(HEAD).items() if key in made}
        return ClassHead(**values)

    def keep_code(self, code: str) -> None:
        """Keep another code for pupils to type.

        Raises:
            OSError: It cannot be written; what was there before holds.
        """
        self.put(HEAD, "code", msgspec.json.encode(code), self.get_one(HEAD, "code").version)

    def load_joins(self) -> dict[str, KeptJoin]:
        """Who has joined, by the keys of the pupils.

        Raises:
            OSError: It cannot be read.
        """
        return {who: KeptJoin(each.version, read_kept(each, Join)) for who, each in self.get(JOINS).items()}

    def keep_join(self, who: str, join: Join, version: int) -> int:
        """Keep that somebody has joined, and return the version of it.

        Args:
            who: The key of the pupil.
            join: The pupil.
            version: Of what is replaced; 0 for somebody new.

        Raises:
            ChangedElsewhereError: Another server has let in the same pupil.
            OSError: It cannot be kept.
        """
        return self.put(JOINS, who, msgspec.json.encode(join), version)

    def load_plan(self) -> ClassPlan:
        """What the class does.

        Raises:
            OSError: It cannot be read.
        """
        kept = self.get_one(PLAN, PLAN)
        return read_kept(kept, ClassPlan) if kept.version else ClassPlan()

    def keep_plan(self, plan: ClassPlan) -> None:
        """Keep what the class does.

        Raises:
            OSError: It cannot be written; what was there before is untouched.
        """
        self.put(PLAN, PLAN, msgspec.json.encode(plan), self.get_one(PLAN, PLAN).version)

    def list_exams(self) -> list[str]:
        """The hashes of all exams that are kept.

        Raises:
            OSError: They cannot be read.
        """
        return sorted(self.get(EXAMS))

    def load_exam(self, digest: str) -> bytes | None:
        """The file of an exam by its hash; None where there is none.

        Raises:
            OSError: It cannot be read.
        """
        return self.get_one(EXAMS, digest).value or None

    def keep_exam(self, digest: str, data: bytes) -> None:
        """Keep the file of an exam.

        Raises:
            OSError: It cannot be written.
        """
        known = self.get_one(EXAMS, digest)
        if known.value != data:
            self.put(EXAMS, digest, data, known.version)


class FolderStore(ClassStore):
    """A class in a folder: a file for each kind of value. One process has it alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._versions = count(1)
        self._values: dict[str, dict[str, KeptValue]] = {}
        """Kind -> key -> value. A value that was removed is empty."""
        self._written: dict[str, int] = {}
        """Kind -> the newest version that its file holds."""
        self._guard, self._writing = Lock(), Lock()
        self._listeners: list[Listener] = []
        self._shelf = FolderShelf(self.attempts, lambda attempt, lines: self._tell(News(LINES, attempt, lines)))

    @property
    def shelf(self) -> AttemptShelf:
        """The attempts."""
        return self._shelf

    @property
    def attempts(self) -> Path:
        """The folder of the attempts."""
        return self._folder / "attempts"

    @property
    def _exams(self) -> Path:
        return self._folder / "exams"

    def get(self, kind: str) -> dict[str, KeptValue]:
        """All values of a kind, by their keys."""
        with self._guard:
            return {key: kept for key, kept in self._load(kind).items() if kept.value}

    def get_one(self, kind: str, key: str) -> KeptValue:
        """One value; NOTHING where it is not there."""
        with self._guard:
            kept = self._load(kind).get(key, NOTHING)
        return kept if kept.value else NOTHING

    def put(self, kind: str, key: str, value: bytes, version: int) -> int:
        """Keep a value in place of the version that was read, and return its own version."""
        return self._change(kind, key, value, version)

    def drop(self, kind: str, key: str, version: int) -> None:
        """Remove a value."""
        self._change(kind, key, b"", version)

    def listen(self, tell: Listener) -> None:
        """Tell of everything that is kept from now on."""
        self._listeners.append(tell)

    def close(self) -> None:
        """Let go of everything that was opened: nothing."""

    def list_exams(self) -> list[str]:
        """The hashes of all exams that are kept."""
        return sorted(path.name.removesuffix(EXAM_SUFFIX) for path in self._exams.glob(f"*{EXAM_SUFFIX}"))

    def load_exam(self, digest: str) -> bytes | None:
        """The file of an exam by its hash; None where there is none."""
        path = self._find_exam(digest)
        data = read_file(path)
        if not isinstance(data, Unusable):
            return data
        if data.is_there:
            raise StoreFaultError(0, data.detail or data.why, str(path))
        return None

    def keep_exam(self, digest: str, data: bytes) -> None:
        """Keep the file of an exam, readable by its owner only: it may hold the keys."""
        write_atomically(self._find_exam(digest), data, is_private=True)

    def _find_exam(self, digest: str) -> Path:
        return self._exams / f"{digest}{EXAM_SUFFIX}"

    def _change(self, kind: str, key: str, value: bytes, version: int) -> int:
        with self._guard:
            values = self._load(kind)
            known = values.get(key, NOTHING)
            if (known.version if known.value else 0) != version:
                raise ChangedElsewhereError(EBUSY, strerror(EBUSY), key)
            values[key] = fresh = KeptValue(next(self._versions), value)
        with self._writing:
            # Whoever waited here may find that the thread before it has written all that waited.
            if self._written.get(kind, 0) < fresh.version:
                try:
                    self._write(kind)
                except OSError:
                    with self._guard:
                        if values[key] is fresh:
                            values[key] = known
                    raise
        self._tell(News(kind, key, fresh.version))
        return fresh.version

    def _load(self, kind: str) -> dict[str, KeptValue]:
        if kind not in self._values:
            path = self._get_path(kind)
            found = read_value(path, dict[str, msgspec.Raw])
            if isinstance(found, Unusable) and found.is_there:
                raise StoreFaultError(0, found.detail or found.why, str(path))
            raw = {} if isinstance(found, Unusable) else found
            self._values[kind] = {key: KeptValue(next(self._versions), bytes(value)) for key, value in raw.items()}
        return self._values[kind]

    def _write(self, kind: str) -> None:
        with self._guard:
            newest = next(self._versions)
            raw = {key: msgspec.Raw(kept.value) for key, kept in self._values[kind].items() if kept.value}
        write_atomically(self._get_path(kind), msgspec.json.encode(raw), is_private=True)
        self._written[kind] = newest

    def _get_path(self, kind: str) -> Path:
        return self._folder / f"{kind}.json"

    def _tell(self, news: News) -> None:
        for tell in self._listeners:
            tell(news)


def read_kept(kept: KeptValue, kind: type[T]) -> T:
    """What a value says.

    Raises:
        StoreFaultError: It says nothing of that kind.
    """
    found = decode(kept.value, kind)
    if isinstance(found, Unusable):
        raise StoreFaultError(0, found.detail or found.why)
    return found


def make_code() -> str:
    """A code that nobody guesses soon."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def normalise_code(typed: str) -> str:
    """A class code as it was typed: case, blanks and dashes do not matter.

    >>> normalise_code(" k7qm-px ")
    'K7QMPX'
    """
    return "".join(each for each in typed.upper() if each.isalnum())
