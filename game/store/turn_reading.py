"""Writes one line of a log of turns with its digest, and reads all lines again."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from game.core.digests import blake2b
from game.core.disk import Unusable, decode, read_file
from game.store.turn_records import FORMAT, MAX_LOG_BYTES, Entry, Head, LaterFormat, Plain, Turns, apply

_START_OF_TURN = b'{"type":"turn"'
"""The beginning of every line that was written as a turn, even if the rest of it is damaged."""


def read_turns(path: Path) -> Turns | LaterFormat | Unusable:
    """The tour in a log, up to the damage; if even the first line cannot be used, the reason."""
    data = read_file(path, MAX_LOG_BYTES)
    return data if isinstance(data, Unusable) else parse_turns(data)


def parse_turns(data: bytes) -> Turns | LaterFormat | Unusable:
    """The tour in the bytes of a log, as ``read_turns``."""
    first, *rest = data.split(b"\n")
    # The format alone is read first: a later version may have changed everything else, its digest included.
    about = decode(first.rpartition(b" #")[0], _Format)
    if isinstance(about, _Format) and about.format > FORMAT:
        return LaterFormat(about.format)
    head = read_entry(first, "", Head)
    if isinstance(head, Unusable):
        return head
    fold = _Fold(head)
    if fold.fault:
        return Unusable("damaged", fold.fault)
    entries: list[Entry] = []
    damage, unread = "", 0
    digest, size = _find_digest(first), len(first) + 1
    if rest and not rest[-1]:
        rest.pop()  # what follows the last line break
    for place, raw in enumerate(rest):
        entry = read_entry(raw, digest, Entry)
        fault = entry.detail if isinstance(entry, Unusable) else fold.add(entry)
        if fault:
            # A last line without its end counts as damage: after a power cut nobody knows how many lines followed.
            damage = f"line {place + 2}: {fault}"
            unread = sum(line.startswith(_START_OF_TURN) for line in rest[place:])
            break
        digest, size = _find_digest(raw), size + len(raw) + 1
        entries.append(entry)
    return Turns(head, fold.state, tuple(fold.earlier), tuple(entries), digest, size, tuple(fold.ahead), damage, unread)


class _Format(msgspec.Struct):
    format: int


class _Fold:
    """The states of a tour while its log is read. They are changed in place, so that a long log costs no copies."""

    def __init__(self, head: Head) -> None:
        self.state = head.state
        self.earlier: list[tuple[str, Plain]] = []
        self.ahead: list[tuple[str, Plain]] = []
        self.fault = ""
        try:
            self._push({}, head.earlier)
        except (ValueError, TypeError) as bad:
            self.fault = str(bad)

    def add(self, entry: Entry) -> str:
        """Apply an entry; returns what is wrong with it, if anything."""
        if not 0 <= entry.kept <= len(self.earlier):
            return "it takes back more turns than there are"
        taken_back = self.earlier[entry.kept :]
        try:
            # Undo goes on from an earlier state; every other line goes on from the one before it.
            base = taken_back[0][1] if taken_back else self.state
            del self.earlier[entry.kept :]
            state = apply(self._push(base, entry.pushed), entry.change)
        except (ValueError, TypeError) as bad:
            return str(bad)
        if not entry.pushed:
            undone = self.state
            for line, plain in reversed(taken_back):
                self.ahead.append((line, undone))
                undone = plain
        del self.ahead[entry.redo :]
        self.state = state
        return ""

    def _push(self, base: Plain, changes: Sequence[tuple[str, Plain]]) -> Plain:
        for line, change in changes:
            base = apply(base, change)
            self.earlier.append((line, base))
        return base


def read_entry(raw: bytes, before: str, kind: type[Any]) -> Any:
    """The value in a line that follows the one with the digest ``before``, or what is wrong with it."""
    body, mark, digest = raw.rpartition(b" #")
    if not mark:
        return Unusable("damaged", "the line has no digest")
    if digest.decode("ascii", "replace") != _digest(before, body):
        return Unusable("damaged", "the line was changed or is not whole")
    return decode(body, kind)


def _digest(before: str, body: bytes) -> str:
    return blake2b(before.encode() + body, digest_size=8).hexdigest()


def _find_digest(raw: bytes) -> str:
    return raw.rpartition(b" #")[2].decode("ascii", "replace")


def make_line(value: Head | Entry, before: str) -> tuple[bytes, str]:
    """A line of the file and its digest. The digest stands after the JSON, so it needs no place inside."""
    body = msgspec.json.encode(value)
    digest = _digest(before, body)
    return body + b" #" + digest.encode() + b"\n", digest
