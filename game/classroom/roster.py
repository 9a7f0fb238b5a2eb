"""The roster: which name belongs to which pseudonym.

It is one file that only its owner can read. No other file that we write holds a name, so deleting this one makes all
others anonymous.
"""

import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from game.core.disk import write_atomically

ROSTER_FILE = "roster.json"
PSEUDONYM_WORDS = ("Stoker", "Signal", "Porter", "Driver", "Guard", "Points", "Whistle", "Lantern", "Buffer", "Tender")
MAX_PSEUDONYMS_PER_WORD = 100
"""They are numbered 00 to 99."""


class RosterUnreadable(NamedTuple):
    """The file is no roster, or the system does not give it."""

    path: Path
    why: str


class RosterFull(NamedTuple):
    """There is no pseudonym left."""

    limit: int


RosterFault = RosterUnreadable | RosterFull


class RosterError(ValueError):
    """The roster cannot be used."""

    def __init__(self, fault: RosterFault) -> None:
        super().__init__(fault)
        self.fault = fault


def load_roster(folder: Path) -> dict[str, str]:
    """Load the roster of a folder: pseudonym -> name; empty where there is none.

    Raises:
        RosterError: The file cannot be read.
    """
    path = folder / ROSTER_FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as bad:
        raise RosterError(RosterUnreadable(path, getattr(bad, "strerror", None) or str(bad))) from None


def save_roster(folder: Path, roster: dict[str, str]) -> None:
    """Write the roster of a folder, readable by its owner only.

    Raises:
        OSError: It could not be written.
    """
    path = folder / ROSTER_FILE
    # Set before writing, not changed after: for a moment the names would be readable by everybody.
    before = os.umask(0o077)
    try:
        write_atomically(path, msgspec.json.format(msgspec.json.encode(roster), indent=1) + b"\n")
    finally:
        os.umask(before)


def enrol(roster: dict[str, str], names: Sequence[str]) -> dict[str, str]:
    """Return the roster with some names added. Each new name gets a random pseudonym.

    Raises:
        RosterError: There are more names than pseudonyms.
    """
    made = dict(roster)
    known = {name.casefold() for name in made.values()}
    free = [
        f"{word}-{number:02}"
        for word in PSEUDONYM_WORDS
        for number in range(MAX_PSEUDONYMS_PER_WORD)
        if f"{word}-{number:02}" not in made
    ]
    for name in dict.fromkeys(" ".join(name.split()) for name in names):
        if name and name.casefold() not in known:
            if not free:
                raise RosterError(RosterFull(len(PSEUDONYM_WORDS) * MAX_PSEUDONYMS_PER_WORD))
            # Random: in order, the pseudonyms would show the order of the list, which often is the alphabet.
            pseudonym = free.pop(secrets.randbelow(len(free)))
            made[pseudonym] = name
            known.add(name.casefold())
    return made


def find_pseudonyms(roster: dict[str, str], name: str) -> tuple[str, ...]:
    """Find the pseudonyms of somebody by the name, or by the pseudonym itself."""
    wanted = " ".join(name.split()).casefold()
    return tuple(p for p, known in roster.items() if wanted in (p.casefold(), known.casefold()))
