"""The text of a file of another program, whatever signs it was written in."""

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The bytes that a file may begin with -> what it is written in."""


class FileText(NamedTuple):
    """A text, and what it was written in where that had to be guessed."""

    text: str
    guessed: str = ""
    """Empty where the file says it, or is UTF-8."""


def decode_text(data: bytes) -> FileText | None:
    """The text in some bytes: as the mark at the beginning says, else UTF-8, else windows-1252. None for no text.

    >>> decode_text("Straße".encode()), decode_text("Straße".encode("cp1252"))
    (FileText(text='Straße', guessed=''), FileText(text='Straße', guessed='windows-1252'))
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return FileText(data.decode(encoding))
    except UnicodeDecodeError:
        pass
    # A file of windows-1252 has no control characters; a picture or a zip has.
    if encoding != "utf-8" or b"\0" in data:
        return None
    try:
        return FileText(data.decode("cp1252"), "windows-1252")
    except UnicodeDecodeError:
        return None
