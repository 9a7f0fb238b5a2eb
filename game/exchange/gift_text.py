"""Reads texts of GIFT: signs escaped by a backslash, formats in brackets, HTML."""

import re

from game.exchange.html_text import make_plain

_ESCAPE = re.compile(r"\\([~=#{}:\\n])")
FORMAT_PREFIX = re.compile(r"\s*\[(html|plain|markdown|moodle)\]")


class BadGiftError(ValueError):
    """Something in a question, and where in its text."""

    def __init__(self, text: str, offset: int = 0) -> None:
        super().__init__(text)
        self.offset = offset


def find_sign(text: str, sign: str, start: int) -> int:
    """The place of the first sign that is not escaped; -1 if there is none."""
    place = start
    while place < len(text):
        if text[place] == "\\":
            place += 2
        elif text.startswith(sign, place):
            return place
        else:
            place += 1
    return -1


def remove_escapes(text: str) -> str:
    r"""A text without the backslashes by which GIFT escapes its signs.

    >>> remove_escapes(r" a\=b ")
    'a=b'
    """
    return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], text).strip()


def read_text(text: str, *, is_html: bool) -> str:
    """A text as the writer of the file meant it."""
    plain = remove_escapes(text)
    if found := FORMAT_PREFIX.match(plain):
        is_html, plain = found[1] == "html", plain[found.end() :]
    return make_plain(plain) if is_html else plain
