"""What can be wrong with the file of a paper. The words are in prose."""

from msgspec import Struct


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


PaperFault = LaterPaperFormat | NotAPaper | PaperOfOtherTour
