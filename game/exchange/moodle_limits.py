"""What Moodle's database has no room for, whichever format a question comes in."""

from collections.abc import Iterator
from html import escape

from game.pack.kinds.neutral import NeutralQuestion
from game.prose import format_losses as words

MAX_RIGHT_SIDE_LENGTH = 255
"""Characters of a right side of a match, as HTML: a longer one ends the import of the whole file in an error."""


def find_unfit(question: NeutralQuestion) -> Iterator[str]:
    """Why Moodle cannot take a question; nothing where it can."""
    longest = max((len(escape(right, quote=False)) for _, right in question.pairs), default=0)
    if longest > MAX_RIGHT_SIDE_LENGTH:
        yield words.describe_long_right_side(longest, MAX_RIGHT_SIDE_LENGTH)
