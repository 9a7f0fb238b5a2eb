"""Where a class keeps its attempts: in a folder, a file each, or in a table, a row for each line.

Both are the same sealed lines. Those of a table, joined, are the bytes of the file.
"""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterator
from errno import EBUSY
from functools import partial
from os import strerror
from pathlib import Path
from threading import Lock

from game.core.disk import Unusable, is_there, read_file
from game.core.identity import pseudonym_key
from game.store.attempt_events import Begun
from game.store.attempt_file import DamagedError, OpenElsewhereError, SealedLog
from game.store.attempt_folder import (
    SUFFIX,
    CandidateAttempts,
    choose_attempts,
    create_attempt,
    is_named_after,
    load_attempt,
    name_attempt,
    parse_attempt,
)
from game.store.attempts import Attempt

Key = tuple[str, str]
"""A candidate, by the key of the pseudonym, and a paper."""


class AttemptShelf(ABC):
    """All attempts of one class."""

    is_shared = False
    """Whether other processes may write at the same time."""

    @abstractmethod
    def create(self, begun: Begun, earlier: int = 0) -> Attempt:
        """Create an attempt with its first line.

        Args:
            begun: The first line.
            earlier: How many attempts at this paper the candidate has, as far as the caller knows.

        Raises:
            OpenElsewhereError: Another process has created one since. Nothing is written.
            OSError: It cannot be kept.
        """

    @abstractmethod
    def find(self, candidate: str, code: str) -> CandidateAttempts:
        """A candidate's attempts at a paper, as they are kept now.

        Raises:
            OSError: They cannot be read.
        """

    @abstractmethod
    def count_lines(self, attempt: Attempt) -> int:
        """How many lines of an attempt are kept now. More than it knows of: another process has written.

        Raises:
            OSError: Nobody can say.
        """

    @abstractmethod
    def read_files(self) -> Iterator[tuple[str, bytes]]:
        """All attempts as files: a name, and bytes that an attempt is read from.

        Raises:
            OSError: They cannot be read.
        """


class FolderShelf(AttemptShelf):
    """A file for each attempt. One process has the folder alone, so it looks through it once."""

    def __init__(self, folder: Path, tell: Callable[[str, int], object]) -> None:
        """Make it; nothing is read yet.

        Args:
            folder: Of the files.
            tell: Told the id of an attempt and how many lines it has, after each line.
        """
        self._folder, self._tell = folder, tell
        self._guard = Lock()
        self._paths: defaultdict[Key, list[Path]] | None = None
        self._damaged: list[Path] = []

    def create(self, begun: Begun, earlier: int = 0) -> Attempt:
        """Create an attempt with its first line."""
        path = self._folder / name_attempt(begun)
        with self._guard:
            paths = self._look_through()[make_key(begun)]
            if len(paths) > earlier:
                raise OpenElsewhereError(EBUSY, strerror(EBUSY), str(path))
            paths.append(path)
        try:
            attempt = self._watch(create_attempt(self._folder, begun))
        except BaseException:
            paths.remove(path)
            raise
        self._tell(begun.attempt, attempt.file.count)
        return attempt

    def find(self, candidate: str, code: str) -> CandidateAttempts:
        """A candidate's attempts at a paper, as they are kept now."""
        with self._guard:
            paths = list(self._look_through()[pseudonym_key(candidate), code])
            # A teacher may have moved one away, so that its pupil can begin anew.
            paths += (path for path in self._damaged if is_named_after(path, candidate) and is_there(path))
        found = choose_attempts(sorted(paths, reverse=True), candidate, code)
        for attempt in (*found.unfinished, *found.handed_in):
            self._watch(attempt)
        return found

    def count_lines(self, attempt: Attempt) -> int:
        """How many lines of an attempt are kept now: nobody else writes."""
        return attempt.file.count

    def read_files(self) -> Iterator[tuple[str, bytes]]:
        """All attempts as files: a name, and bytes that an attempt is read from."""
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            data = read_file(path)
            if isinstance(data, Unusable):
                raise OSError(0, data.detail or data.why, str(path))
            yield path.name, data

    def _watch(self, attempt: Attempt) -> Attempt:
        attempt.file.tell = partial(self._tell, attempt.begun.attempt)
        return attempt

    def _look_through(self) -> defaultdict[Key, list[Path]]:
        if self._paths is None:
            found: defaultdict[Key, list[Path]] = defaultdict(list)
            for path in self._folder.glob(f"*{SUFFIX}"):
                try:
                    found[make_key(load_attempt(path).begun)].append(path)
                except DamagedError:
                    self._damaged.append(path)
            self._paths = found
        return self._paths


class SealedRows(SealedLog):
    """The rows of one attempt: each has its number, which only one process can take."""

    def __init__(self, path: Path, keep: Callable[[int, bytes], None], *, seal: str = "", count: int = 0) -> None:
        """Open it for appending.

        Args:
            path: The name of the file that the rows are exported to.
            keep: Keeps a line under a number; raises OpenElsewhereError where another line has it.
            seal: Of the last row.
            count: Of the rows.
        """
        super().__init__(path, seal=seal, count=count)
        self._keep = keep

    def _write(self, data: bytes) -> None:
        self._keep(self.count + 1, data)


def read_rows(rows: bytes, keep: Callable[[int, bytes], None]) -> Attempt:
    """An attempt from its rows, joined.

    Raises:
        DamagedError: They are no attempt, or have been changed.
    """
    attempt = parse_attempt(rows, Path("rows"))
    file = attempt.file
    attempt.file = SealedRows(Path(name_attempt(attempt.begun)), keep, seal=file.seal, count=file.count)
    attempt.file.end_seal = file.end_seal
    return attempt


def make_key(begun: Begun) -> Key:
    """Whose attempt it is, and at which paper."""
    return pseudonym_key(begun.candidate), begun.code
