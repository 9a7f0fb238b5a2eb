"""One problem of a pack, with its place, so that an author can fix it. The words of the message are in prose."""

from msgspec import Struct


class Problem(Struct, frozen=True, order=True):
    """One problem at one place in a pack."""

    path: str
    line: int
    """From 1."""
    column: int
    """From 1."""
    key: str
    """Where in the file's structure: things.2.name. Empty for the file as a whole."""
    message: str
    is_fatal: bool = True
    """False for a warning: the pack can be played."""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}: "
        kind = "" if self.is_fatal else "warning: "
        return f"{where}{kind}{self.key}: {self.message}" if self.key else f"{where}{kind}{self.message}"
