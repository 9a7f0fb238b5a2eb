"""Reads the index of collected attempts: responses, and the progress of each attempt."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from game.pack.kinds import Item, Response
from game.store.attempt_faults import AttemptDamage


class ResponseRow(NamedTuple):
    """One candidate's response to one item, as it counts."""

    id: str
    """UUID made from attempt, item and try; the same on every machine."""
    attempt: str
    candidate: str
    mode: str
    code: str
    bank: str
    at: str
    """When the attempt began."""
    item: Item
    digest: str
    """Of the item as it was asked."""
    response: Response
    mark: float
    seconds: float
    visited: frozenset[str]
    """Ids of the rooms the candidate had been in."""


def read_rows(
    connection: sqlite3.Connection, tour: str, code: str = "", modes: Sequence[str] = ("exam",)
) -> tuple[ResponseRow, ...]:
    """Read the responses of all finished attempts, the earliest attempt first.

    Args:
        connection: The index.
        tour: Id of the tour they are about.
        code: Of the paper; empty for every paper.
        modes: Which attempts: exam, practice, checkpoint.
    """
    # Each wording is decoded once, not once for each row: decoding items takes most of the time.
    texts = connection.execute("select digest, item from items")
    items: dict[str, Item] = {digest: msgspec.json.decode(text, type=Item) for digest, text in texts}
    marks = ", ".join("?" * len(modes))
    found = connection.execute(
        "select r.id, a.id, a.candidate, a.mode, a.code, a.bank, a.at, r.digest, r.response, r.mark, r.seconds,"
        " a.visited from responses r join attempts a on r.attempt = a.id"
        f" where a.mode in ({marks}) and (a.mode <> 'exam' or a.handed_in) and a.tour = ? and (? = '' or a.code = ?)"
        " order by a.began, a.id, r.place",
        (*modes, tour, code, code),
    )
    rooms: dict[str, frozenset[str]] = {}
    return tuple(
        # The columns stand in the order of the record's fields, but for the item, which is looked up by its digest.
        ResponseRow._make(
            (*row[:7], items[row[7]], row[7], tuple(json.loads(row[8])), *row[9:11], _decode_rooms(row[11], rooms))
        )
        for row in found
    )


def _decode_rooms(text: str, known: dict[str, frozenset[str]]) -> frozenset[str]:
    # Decoded once for each text: a class of thirty shares few sets of rooms, over thousands of rows.
    if text not in known:
        known[text] = frozenset(json.loads(text))
    return known[text]


class AttemptSummary(NamedTuple):
    """The progress of one attempt."""

    candidate: str
    code: str
    bank: str
    at: str
    began: float
    """When it began, in seconds since 1970: ``at`` cannot be ordered, since old files have it in local time."""
    answered: int
    asked: int
    is_handed_in: bool
    minutes: float
    """The limit that was set, before any extension; 0 for none."""
    gaps: tuple[tuple[str, float], ...]
    """Why, and for how many seconds, time passed that was not spent answering."""
    written: float
    """When the file was last written, in seconds since 1970."""


def read_attempt_summaries(connection: sqlite3.Connection, tour: str, code: str = "") -> tuple[AttemptSummary, ...]:
    """Read the progress of each exam, sorted by candidate and then by time."""
    found = connection.execute(
        "select candidate, code, bank, at, began, answered, asked, handed_in, minutes, gaps, time from attempts"
        " where mode = 'exam' and tour = ? and (? = '' or code = ?) order by candidate, began, id",
        (tour, code, code),
    )
    return tuple(
        AttemptSummary(
            candidate, paper, bank, at, began, answered, asked, bool(is_done), minutes, _decode_gaps(gaps), time / 1e9
        )
        for candidate, paper, bank, at, began, answered, asked, is_done, minutes, gaps, time in found
    )


def _decode_gaps(text: str) -> tuple[tuple[str, float], ...]:
    return tuple((str(why), float(seconds)) for why, seconds in json.loads(text))


def choose_counted_attempts(summaries: Sequence[AttemptSummary]) -> tuple[AttemptSummary, ...]:
    """Choose for each candidate and paper the attempt that counts: the first one handed in, else the first begun.

    Args:
        summaries: Of each candidate, the earliest first.
    """
    found: dict[tuple[str, str], AttemptSummary] = {}
    for summary in summaries:
        known = found.setdefault((summary.candidate, summary.code), summary)
        if summary.is_handed_in and not known.is_handed_in:
            found[summary.candidate, summary.code] = summary
    return tuple(found.values())


def read_damaged(connection: sqlite3.Connection) -> tuple[AttemptDamage, ...]:
    """Read for each file that cannot be used: where and why."""
    found = connection.execute("select why from damaged order by path")
    return tuple(msgspec.json.decode(why, type=AttemptDamage) for (why,) in found)


def read_signature(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Read number, bytes and latest time of the files: together they change with every change to a file."""
    files = "select size, time from attempts union all select size, time from damaged"
    (found,) = connection.execute(f"select count(*), coalesce(sum(size), 0), coalesce(max(time), 0) from ({files})")
    return (int(found[0]), int(found[1]), int(found[2]))
