"""What can be wrong with a code. The words are in prose."""

from msgspec import Struct


class LaterCodeFormat(Struct, frozen=True):
    """A later version of the game has made the code."""

    code: str


class NamesUnknown(Struct, frozen=True):
    """The code names a kind, a tag or an item by a place that the bank does not have."""

    code: str


class CodeOfOtherBank(Struct, frozen=True):
    """The code draws from other questions than these."""

    code: str
    bank: str
    """Beginning of the digest of its bank."""
    expected: str
    """Beginning of the digest of this bank."""


# A typing mistake hardly ever leads here: only one in 4,096 passes the earlier check.
class NoPaperCode(Struct, frozen=True):
    """The code is complete, but its numbers draw no paper."""

    code: str


class LettersForeign(Struct, frozen=True):
    """The text contains signs that no code has, or is empty."""

    code: str


class CodeIncomplete(Struct, frozen=True):
    """A part of the code is missing."""

    code: str


class NumberMissing(Struct, frozen=True):
    """The code passes its check, but has fewer numbers than it announces."""


class CodeMistyped(Struct, frozen=True):
    """The check of the code fails: a letter was mistyped."""

    code: str


CodeFault = (
    LaterCodeFormat
    | NamesUnknown
    | CodeOfOtherBank
    | NoPaperCode
    | LettersForeign
    | CodeIncomplete
    | NumberMissing
    | CodeMistyped
)
