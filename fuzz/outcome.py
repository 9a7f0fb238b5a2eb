"""What a case of fuzzing comes to."""

from msgspec import Struct


class Failure(Struct, kw_only=True):
    """A case that did not hold."""

    section: str
    case: int
    what: str
    """In one line."""
    detail: str = ""
    """The trace, the output: whatever helps."""
    kept: str = ""
    """The folder in which the case lies as it was."""


class SectionResult(Struct, kw_only=True):
    """What one section has come to in one worker."""

    section: str
    cases: int = 0
    seconds: float = 0.0
    failures: list[Failure] = []


class CaseFailedError(Exception):
    """A case does not hold; the message says why."""

    def __init__(self, what: str, detail: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.detail = detail


class StuckError(BaseException):
    """A case has not ended in time. No Exception, so that the guard of the game lets it pass."""
