"""Reads a file that holds a paper or an exam into its record, or says why it cannot be used."""

from collections.abc import Collection
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from game.core.characters import find_unsafe_value
from game.core.disk import Unusable, decode, read_file
from game.core.paths import show_path
from game.core.records import Record
from game.store.paper_faults import LaterPaperFormat, NotAPaper, PaperFault, PaperTextActs, PaperUnusable

RecordT = TypeVar("RecordT", bound=Record)


def read_paper_record(path: Path, kind: type[RecordT], newest: int, longer: Collection[str]) -> RecordT | PaperFault:
    """The record in a file of JSON.

    Args:
        path: The file.
        kind: What it should hold.
        newest: The last format that we know.
        longer: Fields whose texts may be longer than others.
    """
    name, data = show_path(path), read_file(path)
    if isinstance(data, Unusable):
        return PaperUnusable(name, data.why, data.detail)
    head: Any = decode(data, Any)
    if isinstance(head, Unusable):
        return NotAPaper(name, head.detail)
    # Checked first: we know no field of a later format, so any other message would be wrong.
    if isinstance(head, dict) and isinstance(head.get("format"), int) and head["format"] > newest:
        return LaterPaperFormat(name, head["format"], newest)
    if unsafe := find_unsafe_value(head, longer=longer):
        return PaperTextActs(name, unsafe.code, unsafe.name)
    try:
        return msgspec.convert(head, kind)
    except (msgspec.MsgspecError, RecursionError, ValueError) as bad:
        return NotAPaper(name, str(bad))
