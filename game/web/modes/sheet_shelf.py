"""The sheets that pupils may see: those that the teacher has released, and no others.

This is all that the pages of pupils know of marks. It holds no key before a release, and reaches nothing that does.
"""

from collections.abc import Mapping

import msgspec

from game.classroom.released_sheets import ReleasedSheet
from game.web.stores.class_store import ClassStore, read_kept
from game.web.stores.kept_values import EVERYTHING, News

SHEETS = "sheets"
"""The kind of the values; the key is the hash of the exam."""

Sheets = dict[str, ReleasedSheet]
"""By the id of the attempt."""


class SheetShelf:
    """The released sheets of one class. Its methods wait for the store."""

    def __init__(self, store: ClassStore) -> None:
        self._store = store
        self._known: dict[str, Sheets | None] = {}
        store.listen(self._forget)

    def find(self, exam: str, attempt: str) -> ReleasedSheet | None:
        """The sheet of an attempt; None where it is not released.

        Raises:
            OSError: It cannot be read.
        """
        return (self.load(exam) or {}).get(attempt)

    def list_exams(self) -> list[str]:
        """The hashes of all exams of which sheets are out or about to be.

        Raises:
            OSError: They cannot be read.
        """
        return sorted(self._store.get(SHEETS))

    def is_closed(self, exam: str) -> bool:
        """Whether nobody may begin an exam any more, because its sheets are out or about to be.

        Raises:
            OSError: Nobody can say.
        """
        # Read anew: of news from another server nobody knows when they come.
        return bool(self._store.get_one(SHEETS, exam).version)

    def load(self, exam: str) -> Mapping[str, ReleasedSheet] | None:
        """All released sheets of an exam; None while it can be begun.

        Raises:
            OSError: They cannot be read.
        """
        # What is read goes into the dictionary of before the reading: news that come meanwhile bring another one.
        known = self._known
        if exam not in known:
            kept = self._store.get_one(SHEETS, exam)
            known[exam] = read_kept(kept, Sheets) if kept.version else None
        return known[exam]

    def keep(self, exam: str, sheets: Mapping[str, ReleasedSheet]) -> None:
        """Release sheets beside those that are out; with none, the exam is closed and nothing more.

        Raises:
            OSError: They cannot be kept; then nothing has changed.
        """
        kept = self._store.get_one(SHEETS, exam)
        known = read_kept(kept, Sheets) if kept.version else {}
        self._store.put(SHEETS, exam, msgspec.json.encode({**known, **sheets}), kept.version)
        self._forget(News(SHEETS))

    def reopen(self, exam: str) -> None:
        """Let pupils begin an exam again of which no sheet is out.

        Raises:
            OSError: It cannot be kept.
        """
        kept = self._store.get_one(SHEETS, exam)
        if kept.version and not read_kept(kept, Sheets):
            self._store.drop(SHEETS, exam, kept.version)
            self._forget(News(SHEETS))

    def _forget(self, news: News) -> None:
        """Told in the thread by which the store reads, so it takes no lock."""
        if news.kind in (SHEETS, EVERYTHING):
            self._known = {}
