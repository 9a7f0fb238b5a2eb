"""The roster: which name belongs to which pseudonym.

It is one file that only its owner can read. No other file that we write holds a name, so deleting this one makes all
others anonymous.
"""

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from game.core.disk import Unusable, Why, read_value, write_atomically
from game.core.identity import name_key, pseudonym_key, tidy

ROSTER_FILE = "roster.json"
PSEUDONYM_WORDS = ("Blue", "Green", "Amber", "Violet", "Silver", "Copper", "Maple", "Cedar", "Heron", "Otter")
"""Of which pseudonyms are made where the pack has no words for them."""

MAX_PSEUDONYMS_PER_WORD = 100
"""Pseudonyms of one word are numbered 00 to 99."""


class RosterUnreadable(NamedTuple):
    """The file is not a roster, or the system does not let us read it."""

    path: Path
    why: Why
    detail: str
    """In the words of the system or of the decoder."""


class RosterFull(NamedTuple):
    """All pseudonyms are used."""

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
    found = read_value(path, dict[str, str])
    if not isinstance(found, Unusable):
        return found
    if found.is_there:
        raise RosterError(RosterUnreadable(path, found.why, found.detail))
    return {}


def save_roster(folder: Path, roster: dict[str, str]) -> None:
    """Write the roster of a folder, readable by its owner only.

    Raises:
        OSError: It could not be written.
    """
    path = folder / ROSTER_FILE
    data = msgspec.json.format(msgspec.json.encode(roster), indent=1) + b"\n"
    write_atomically(path, data, is_private=True)


def inherit_roster(folder: Path, above: Path) -> None:
    """Take over the roster of another folder, such as that of a class for one of its exams. What is here stays.

    Raises:
        RosterError: One of the two cannot be read.
        OSError: It could not be written.
    """
    own = load_roster(folder)
    both = load_roster(above) | own
    if both != own:
        save_roster(folder, both)


def enrol(
    roster: dict[str, str], names: Sequence[str], pseudonym_words: Sequence[str] = PSEUDONYM_WORDS
) -> dict[str, str]:
    """Return the roster with some names added. Each new name gets a random pseudonym.

    Raises:
        RosterError: There are more names than pseudonyms.
    """
    made = dict(roster)
    known = {name_key(name) for name in made.values()}
    free = [
        f"{word}-{number:02}"
        for word in dict.fromkeys(pseudonym_words)
        for number in range(MAX_PSEUDONYMS_PER_WORD)
        if f"{word}-{number:02}" not in made
    ]
    for name in dict.fromkeys(map(tidy, names)):
        if name and name_key(name) not in known:
            if not free:
                raise RosterError(RosterFull(len(set(pseudonym_words)) * MAX_PSEUDONYMS_PER_WORD))
            # Random: in order, the pseudonyms would show the order of the list, which often is the alphabet.
            pseudonym = free.pop(secrets.randbelow(len(free)))
            made[pseudonym] = name
            known.add(name_key(name))
    return made


def find_pseudonyms(roster: dict[str, str], name: str) -> tuple[str, ...]:
    """Find a person's pseudonyms by the name, or by any spelling of the pseudonym itself."""
    wanted, spelt = name_key(name), pseudonym_key(name)
    return tuple(p for p, known in roster.items() if spelt == pseudonym_key(p) or wanted == name_key(known))
