"""What can be wrong with the file of an attempt.

These are types without words (those are in prose); the index stores them.
"""

from msgspec import Struct

from game.core.disk import Why


class FileUnusable(Struct, frozen=True, tag=True):
    """The system does not let us read the file, or its size is not possible for an attempt."""

    why: Why
    detail: str
    """In the words of the system."""


class TextActs(Struct, frozen=True, tag=True):
    """A text holds a character that a terminal or a page would act on: no version of the game has written it."""

    code: str
    """As ``U+001B``."""
    name: str
    """Its Unicode name; empty for a control."""


class MomentImpossible(Struct, frozen=True, tag=True):
    """A time that does not exist, such as 30 February."""

    text: str


class SealBroken(Struct, frozen=True, tag=True):
    """A line, or one before it, was changed: its seal is not the expected one."""

    found: str
    expected: str


class LaterAttemptFormat(Struct, frozen=True, tag=True):
    """A later version of the game has written the line."""

    format: int
    known: int


class LineNotSealed(Struct, frozen=True, tag=True):
    """The line is JSON, and no sealed line of an attempt."""


class LineUnreadable(Struct, frozen=True, tag=True):
    """The line cannot be decoded."""

    detail: str
    """In the words of the decoder."""


class FirstLineMissing(Struct, frozen=True, tag=True):
    """The file has no whole first line."""


class SecondBeginning(Struct, frozen=True, tag=True):
    """A second attempt begins in the file of the first."""


class BeginningMissing(Struct, frozen=True, tag=True):
    """The file begins with an event of an attempt, not with its beginning."""


class LineAfterEnd(Struct, frozen=True, tag=True):
    """There is a line after the exam was handed in."""


class OtherAttemptWithId(Struct, frozen=True, tag=True):
    """Another file holds another attempt under the same id."""

    other: str
    """The path of that file, which is the one that counts."""


AttemptFault = (
    OtherAttemptWithId
    | FileUnusable
    | TextActs
    | MomentImpossible
    | SealBroken
    | LaterAttemptFormat
    | LineNotSealed
    | LineUnreadable
    | FirstLineMissing
    | SecondBeginning
    | BeginningMissing
    | LineAfterEnd
)


class AttemptDamage(Struct, frozen=True):
    """A fault, and where it is."""

    path: str
    line: int
    """From 1."""
    fault: AttemptFault
