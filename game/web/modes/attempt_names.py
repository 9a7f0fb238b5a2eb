"""Writes a pupil's new name into what they have answered in earlier exams and rounds of the class.

The exam or round that goes on now is written to by its own room.
"""

from game.app.quiz_clock import share_clocks
from game.app.teacher_desk import rename_ended
from game.store.attempts import Attempt
from game.web.classes.class_site import ClassSite
from game.web.classes.pupils import Pupil
from game.web.modes.own_attempts import find_own_attempts


class AttemptNames:
    """The names in the attempts of one class."""

    def __init__(self, site: ClassSite) -> None:
        self._site = site
        self._renamed: dict[str, list[Attempt]] = {}
        """What was written at the last new name of a pupil, by the pupil's key."""
        site.renamers.append(self.rename)

    async def rename(self, pupil: Pupil, name: str) -> None:
        """Write the new name of a pupil; the one that the pupil still has takes a new name back.

        Raises:
            OSError: It cannot be kept.
        """
        now = self._site.house.plan.exam
        await self._site.house.threads.run(lambda: self._rename(pupil, name, now))

    def _rename(self, pupil: Pupil, name: str, now: str) -> None:
        shelf = self._site.house.store.shelf
        clocks = share_clocks() if shelf.is_shared else None
        if name == pupil.name:
            for attempt in self._renamed.pop(pupil.key, ()):
                rename_ended(attempt, name, clocks)
            return
        written = self._renamed[pupil.key] = []
        for digest in self._site.exams.list_digests():
            if digest == now:
                continue
            own = find_own_attempts(shelf, pupil, digest)
            for attempt in (*own.handed_in, *own.unfinished):
                rename_ended(attempt, name, clocks)
                written.append(attempt)
