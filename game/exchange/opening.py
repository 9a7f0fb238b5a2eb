"""Opens a file of questions: finds out which format it is in, by its name and its first signs, and reads it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from game.core.memory import pause_collector
from game.exchange import aiken_reading, apkg_reading, csv_reading, gift_reading, moodle_reading, qti_reading
from game.exchange.drafts import Draft, Trouble
from game.exchange.file_text import decode_text
from game.prose import exchange_messages as messages

GIFT_ENDINGS, TABLE_ENDINGS = (".gift", ".txt"), (".csv", ".tsv")
ENDINGS = (*GIFT_ENDINGS, *TABLE_ENDINGS, ".xlsx", ".xml", ".zip", ".apkg")
"""Ends of the names of files that can be read."""


class OpenedFile(NamedTuple):
    """What was read of a file."""

    drafts: list[Draft]
    troubles: list[Trouble]
    """What could not be read."""
    guessed: str = ""
    """What the file is written in, where that had to be guessed."""


def open_questions(data: bytes, path: Path, mapped: Mapping[str, str] | None = None) -> OpenedFile:
    """The questions in the bytes of a file, by the ending of its name.

    Args:
        data: The file.
        path: Its path, for what is told.
        mapped: What a column of a table is called, in small letters -> our name for it.
    """
    with pause_collector():
        return _open(data, path, mapped)


def _open(data: bytes, path: Path, mapped: Mapping[str, str] | None) -> OpenedFile:
    match path.suffix.casefold():
        case ".xlsx":
            return OpenedFile(*csv_reading.read_spreadsheet(data, path, mapped or {}))
        case ".apkg":
            return OpenedFile(*apkg_reading.read(data, path, mapped or {}))
        case ".zip":
            return OpenedFile(*qti_reading.read_package(data, path))
        case ".xml":
            read = qti_reading.read_item if qti_reading.is_item(data) else moodle_reading.read
            return OpenedFile(*read(data, path))
        case ending:
            return _open_text(data, path, ending, mapped)


def _open_text(data: bytes, path: Path, ending: str, mapped: Mapping[str, str] | None) -> OpenedFile:
    decoded = decode_text(data)
    if decoded is None:
        return OpenedFile([], [Trouble(path, 1, 1, messages.NO_TEXT)])
    text, guessed = decoded
    if ending in TABLE_ENDINGS:
        return OpenedFile(*csv_reading.read(text, path, mapped), guessed)
    read = aiken_reading.read if aiken_reading.is_aiken(text) else gift_reading.read
    return OpenedFile(*read(text, path), guessed)
