"""What lint says of one finding."""

from typing import NamedTuple


class FindingWords(NamedTuple):
    """The two sentences of a finding."""

    text: str
    """What is wrong, without a full stop."""
    fix: str
    """How to fix it."""
