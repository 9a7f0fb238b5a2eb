"""The sheet of one pupil after an exam was marked: own answers and marks, the right answers, and why.

It holds words and numbers only. What a pupil may see is what stands in it, and it is made when the teacher releases it.
"""

from typing import Annotated

from msgspec import Meta

from game.core.records import Record


class SheetRow(Record, frozen=True, kw_only=True):
    """One question."""

    stem: str
    worth: Annotated[float, Meta(ge=0, le=1)]
    given: str
    """What the pupil answered, in words."""
    right: str = ""
    """The right answer; empty where the question is void."""
    also: tuple[str, ...] = ()
    """Answers that the teacher has made right as well."""
    because: str = ""
    """Why, in the authors' words, or the teacher's reason for another key."""
    sources: tuple[str, ...] = ()
    """Where it is told."""
    is_decided: bool = False
    """Whether the teacher has changed the key or made the question void."""

    @property
    def is_void(self) -> bool:
        """Whether everybody has the mark."""
        return self.is_decided and not self.right


class ReleasedSheet(Record, frozen=True, kw_only=True):
    """The sheet of one attempt."""

    title: str
    candidate: str
    marks: float
    rows: tuple[SheetRow, ...]
