"""Characters that act instead of being read: controls, escapes, marks that change the direction of writing.

A terminal obeys ESC and the C1 controls. After a bidirectional override, a page shows the text in another order.
Neither may stand in a pack, in a name or in anything that is printed.
"""

from collections.abc import Collection
from typing import Any, NamedTuple
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


def show_unsafe(text: str, allowed: str = "") -> str:
    r"""A text with its code in place of every character that acts, so that it can be read and does nothing.

    >>> show_unsafe("a\x1b[31m")
    'a<U+001B>[31m'
    """
    while found := find_unsafe(text, allowed):
        text = text.replace(text[found.place], f"<{found.code}>")
    return text


def find_unsafe_value(value: Any, longer: Collection[str] = (), free: Collection[str] = ()) -> Unsafe | None:
    """The first such character in any text of a decoded JSON value, keys included; None when there is none.

    Args:
        value: Made of lists, dictionaries, texts and figures.
        longer: Keys under which texts may have several lines.
        free: Keys under which anything may stand, because the code that shows it makes it safe.
    """
    # A list and no recursion: the value comes from outside, and may be nested as deep as the decoder allows.
    waiting: list[tuple[Any, str]] = [(value, "")]
    while waiting:
        each, allowed = waiting.pop()
        if isinstance(each, str):
            if found := find_unsafe(each, allowed):
                return found
        elif isinstance(each, dict):
            waiting += ((key, "") for key in each)
            waiting += ((v, LINE_BREAKS if k in longer else allowed) for k, v in each.items() if k not in free)
        elif isinstance(each, list):
            waiting += ((one, allowed) for one in each)
    return None


def strip_controls(text: str) -> str:
    r"""A text without anything a terminal would act on: control and format characters go, line breaks become spaces.

    >>> strip_controls("a\x1b[31mb\u202ec\td")
    'a[31mbc d'
    """
    # Nearly every text is printable, and this runs for every line.
    if text.isprintable():
        return text
    return "".join(_replace_unsafe(character) for character in text)


def _replace_unsafe(character: str) -> str:
    if character in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    return "" if category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") else character
