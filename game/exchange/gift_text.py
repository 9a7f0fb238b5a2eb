"""The texts of GIFT: signs with a backslash before them, formats in brackets, HTML."""

import re
from html import unescape

_ESCAPE = re.compile(r"\\([~=#{}:\\n])")
FORMAT = re.compile(r"\s*\[(html|plain|markdown|moodle)\]")


class BadGiftError(ValueError):
    """Something in a question, and where in its text."""

    def __init__(self, text: str, offset: int = 0) -> None:
        super().__init__(text)
        self.offset = offset


def find_sign(text: str, sign: str, start: int) -> int:
    """Where a sign stands that is not escaped; -1 for nowhere."""
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
    r"""A text without the backslashes that GIFT wants before its signs.

    >>> remove_escapes(r" a\=b ")
    'a=b'
    """
    return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], text).strip()


def read_text(text: str, *, is_html: bool) -> str:
    """A text as the writer of the file meant it."""
    plain = remove_escapes(text)
    if found := FORMAT.match(plain):
        is_html, plain = found[1] == "html", plain[found.end() :]
    if not is_html:
        return plain
    lined = re.sub(r"<br\s*/?>|</p>\s*<p>", "\n", plain)
    return unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", lined)).strip()
