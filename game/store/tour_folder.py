"""The folder of one tour: its log, its owner, its points, the tours before it, and a line not yet sent."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from game.core.clock import now
from game.core.disk import Unusable, read_file, sweep_temporaries, write_atomically
from game.store.turn_reading import parse_turns, read_turns
from game.store.turn_records import MAX_LOG_BYTES, LaterFormat, Turns

MAX_EARLIER_TOURS = 5
"""How many of the tours before the present one are kept."""

MAX_UNSENT_BYTES = 40_000

_STAMP = "%Y%m%dT%H%M%S%fZ"


class EarlierTour(NamedTuple):
    """A tour before the present one."""

    path: Path
    at: datetime
    """When it was put there."""
    turns: Turns


class TourFolder(NamedTuple):
    """Where a tour lies."""

    path: Path

    @property
    def log(self) -> Path:
        """The turns."""
        return self.path / "tour.jsonl"

    @property
    def points(self) -> Path:
        """The folder of the points kept under a name."""
        return self.path / "points"

    @property
    def earlier(self) -> Path:
        """The folder of the tours before this one."""
        return self.path / "earlier"

    def read(self) -> Turns | LaterFormat | Unusable:
        """The tour."""
        return read_turns(self.log)

    def keep_earlier(self, data: bytes) -> Path:
        """Keep the bytes of a tour that is about to be replaced.

        Raises:
            OSError: They could not be written.
        """
        return self._keep(f"{now().strftime(_STAMP)}.jsonl", "*.jsonl", data)

    def forget_oldest(self) -> None:
        """Remove the oldest earlier tours, so that at most ``MAX_EARLIER_TOURS`` are kept."""
        for old in self.list_earlier()[MAX_EARLIER_TOURS:]:
            with suppress(OSError):
                old.path.unlink()

    def keep_damaged(self, data: bytes) -> Path:
        """Keep the bytes of a damaged tour under a name of its own; such files are never removed.

        Raises:
            OSError: They could not be written.
        """
        return self._keep(f"damaged-{now().strftime(_STAMP)}.jsonl.aside", "damaged-*.aside", data)

    def _keep(self, name: str, pattern: str, data: bytes) -> Path:
        """Keep bytes under a name, once: opening the same tour many times must not make many copies."""
        with suppress(OSError):
            for path in self.earlier.glob(pattern):
                if path.stat().st_size == len(data) and read_file(path, MAX_LOG_BYTES) == data:
                    return path
        path = self.earlier / name
        write_atomically(path, data)
        return path

    def sweep(self) -> None:
        """Remove temporary files that dead processes left. Never raises."""
        for folder in (self.path, self.earlier, self.points):
            sweep_temporaries(folder)

    def list_earlier(self) -> tuple[EarlierTour, ...]:
        """The tours before this one, the newest first. What cannot be read is left out and left where it is."""
        found = []
        with suppress(OSError):
            for path in sorted(self.earlier.glob("*.jsonl"), reverse=True):
                data = read_file(path, MAX_LOG_BYTES)
                turns = data if isinstance(data, Unusable) else parse_turns(data)
                if isinstance(turns, Turns):
                    found.append(EarlierTour(path, _read_stamp(path), turns))
        return tuple(found)

    def read_unsent(self) -> str:
        """The line that stood in the prompt when the game was left; empty when there is none."""
        data = read_file(self.path / "unsent.txt", MAX_UNSENT_BYTES)
        return "" if isinstance(data, Unusable) else data.decode("utf-8", "replace")

    def write_unsent(self, line: str) -> None:
        """Keep a line that is being typed, or delete it. It is no turn, so a failure is ignored."""
        path = self.path / "unsent.txt"
        with suppress(OSError):
            if line:
                write_atomically(path, line.encode("utf-8", "replace"))
            else:
                path.unlink()


def _read_stamp(path: Path) -> datetime:
    try:
        return datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
