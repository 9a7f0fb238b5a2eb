"""Writes and reads the files that a player names; outside the player's folder only after one question.

A rehearsal (the replay of a transcript) touches none of them and answers as the game did. The lines of a replayed file
may name no files, because the file could itself answer YES to the question.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from game.store.player_files import FilePolicy, NamedFile, NameRefused, create, read_text

AGREED = frozenset({"yes", "y", "yes please", "ok", "sure"})
DECLINED = frozenset({"no", "n", "nope", "no thanks", "cancel"})


class AskFirst(NamedTuple):
    """A file outside the player's folder: nothing was done yet."""

    path: Path


class NamedFiles:
    """The files that a player names."""

    def __init__(self, policy: FilePolicy, *, is_rehearsal: bool) -> None:
        """Make it.

        Args:
            policy: Where files may be.
            is_rehearsal: True when nothing is read or written.
        """
        self.is_closed = False
        """True while a file of lines is replayed."""
        self.asked: Path | None = None
        """The file that the player was asked about; None if the last request asked about none."""
        self._policy = policy
        self._is_rehearsal = is_rehearsal
        self._agreed: Path | None = None
        self._rehearsed: set[Path] = set()

    def agree(self) -> None:
        """The player agrees to the file that was asked about."""
        self._agreed = self.asked

    def create(self, name: str, suffix: str, make_text: Callable[[Path], str]) -> Path | NameRefused | AskFirst:
        """Make a new file; its path once the disk has confirmed all of it.

        Args:
            name: As typed.
            suffix: What its name ends in when it has no ending.
            make_text: Gives its text.
        """
        place = self._place(name, suffix)
        if not isinstance(place, NamedFile):
            return place
        if self._is_rehearsal:
            # It must answer like the game, which refuses a name the second time. So it remembers the names.
            if place.path in self._rehearsed:
                return NameRefused("there already", str(place.path))
            self._rehearsed.add(place.path)
            return place.path
        return create(place.path, make_text(place.path)) or place.path

    def read(self, name: str, limit: int) -> tuple[Path, str] | NameRefused | AskFirst:
        """The text of one of the player's files, with its path.

        Args:
            name: As typed.
            limit: The largest number of bytes that is read.
        """
        if self.is_closed:
            return NameRefused("not served")
        place = self._ask_first(self._policy.find(name))
        if not isinstance(place, NamedFile):
            return place
        text = read_text(place.path, limit)
        return text if isinstance(text, NameRefused) else (place.path, text)

    def _place(self, name: str, suffix: str) -> NamedFile | NameRefused | AskFirst:
        if self.is_closed:
            return NameRefused("not served")
        # The disk may have changed since the transcript was written.
        place = self._policy.place(name, suffix) if self._is_rehearsal else self._policy.place_new(name, suffix)
        return self._ask_first(place)

    def _ask_first(self, place: NamedFile | NameRefused) -> NamedFile | NameRefused | AskFirst:
        agreed, self._agreed, self.asked = self._agreed, None, None
        if isinstance(place, NamedFile) and place.is_elsewhere and place.path != agreed:
            self.asked = place.path
            return AskFirst(place.path)
        return place


def read_agreement(line: str) -> bool | None:
    """What a line answers to a yes-or-no question; None if it is no answer."""
    answer = line.strip(" .!").casefold()
    return True if answer in AGREED else False if answer in DECLINED else None
