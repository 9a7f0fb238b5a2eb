"""What can be wrong with the file of a paper. The words are in prose."""

from msgspec import Struct

from game.core.disk import Why


class PaperUnusable(Struct, frozen=True):
    """The system does not let us read the file, or its size is not possible for a paper."""

    path: str
    why: Why
    detail: str
    """In the words of the system."""


class PaperTextActs(Struct, frozen=True):
    """A text of the paper holds a character that a terminal or a page would act on."""

    path: str
    code: str
    """As ``U+001B``."""
    name: str
    """Its Unicode name; empty for a control."""


class LaterPaperFormat(Struct, frozen=True):
    """A later version of the game has written the file."""

    path: str
    format: int
    known: int


class NotAPaper(Struct, frozen=True):
    """The file holds something else."""

    path: str
    detail: str
    """In the words of the decoder."""


class PaperOfOtherTour(Struct, frozen=True):
    """The paper is of another tour than this one."""

    path: str
    tour: str
    expected: str


PaperFault = PaperUnusable | PaperTextActs | LaterPaperFormat | NotAPaper | PaperOfOtherTour
