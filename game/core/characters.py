"""Characters that act instead of being read: controls, escapes, marks that turn the direction of writing.

A terminal obeys ESC and the C1 controls; a sheet of paper or a page shows text in another order after a bidirectional
override. Neither has a place in a pack, in a name or in anything that is printed.
"""

from typing import NamedTuple
from unicodedata import category, name

LINE_BREAKS = "\n\r\t"
"""Controls that a text of several lines may hold."""

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that change the direction in which what follows is shown (Unicode Standard Annex 9)."""


class Unsafe(NamedTuple):
    """A character that must not stand in a text, and where."""

    place: int
    """Index in the text, from 0."""
    code: str
    """As ``U+001B``."""
    name: str
    """Its Unicode name; empty for a control, which has none."""


def find_unsafe(text: str, allowed: str = "") -> Unsafe | None:
    r"""The first character of a text that a terminal or a page would act on; None when there is none.

    Args:
        text: Any text.
        allowed: Controls that may stand here, as ``LINE_BREAKS``.

    >>> find_unsafe("a\x1b[31m")
    Unsafe(place=1, code='U+001B', name='')
    >>> find_unsafe("two\nlines", LINE_BREAKS) is None
    True
    """
    if text.isprintable():  # the usual case, without a look at each character
        return None
    for place, character in enumerate(text):
        if character in allowed:
            continue
        if character in BIDI_CONTROLS or category(character) in ("Cc", "Cs", "Zl", "Zp"):
            return Unsafe(place, f"U+{ord(character):04X}", name(character, ""))
    return None
