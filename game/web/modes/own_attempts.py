"""The attempts of one pupil at one paper, under whatever names they were begun."""

from itertools import chain
from typing import NamedTuple

from game.core.identity import pseudonym_key
from game.store.attempt_shelf import AttemptShelf
from game.store.attempts import Attempt
from game.web.classes.pupils import Pupil


class OwnAttempts(NamedTuple):
    """What a pupil has at a paper."""

    handed_in: list[Attempt]
    unfinished: list[Attempt]
    earlier: int
    """Attempts that lie under the name that the pupil has now, whoever they belong to."""


def find_own_attempts(shelf: AttemptShelf, pupil: Pupil, paper: str) -> OwnAttempts:
    """A pupil's attempts as they are kept now.

    Raises:
        OSError: They cannot be read.
    """
    names = {pseudonym_key(name): name for name in (*pupil.earlier, pupil.name)}
    found = {key: shelf.find(name, paper) for key, name in names.items()}
    own = found[pupil.name_key]
    # An attempt lies under the name that it was begun with, and belongs to whoever has its last name.
    handed_in, unfinished = (
        [attempt for attempt in attempts if pseudonym_key(attempt.candidate) == pupil.name_key]
        for attempts in (
            chain.from_iterable(each.handed_in for each in found.values()),
            chain.from_iterable(each.unfinished for each in found.values()),
        )
    )
    return OwnAttempts(handed_in, unfinished, len(own.handed_in) + len(own.unfinished))
