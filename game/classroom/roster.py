"""Who is behind which pseudonym: one file, readable by its owner only, and nowhere else in anything we write."""

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

import msgspec

from game.core.paths import write_atomically

ROSTER_FILE = "roster.json"
PSEUDONYM_WORDS = ("Stoker", "Signal", "Porter", "Driver", "Guard", "Points", "Whistle", "Lantern", "Buffer", "Tender")
MAX_PSEUDONYMS_PER_WORD = 100
"""Pseudonyms a word is good for."""


class RosterError(ValueError):
    """The roster cannot be used; its message says why."""


def load_roster(folder: Path) -> dict[str, str]:
    """Pseudonym -> name.

    Raises:
        RosterError: The file cannot be read.
    """
    path = folder / ROSTER_FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as bad:
        raise RosterError(f"{path}: this is no roster: {getattr(bad, 'strerror', None) or bad}") from None


def save_roster(folder: Path, roster: dict[str, str]) -> None:
    """Keep a roster, for its owner's eyes.

    Raises:
        OSError: It could not be written.
    """
    path = folder / ROSTER_FILE
    before = os.umask(0o077)
    try:
        write_atomically(path, msgspec.json.format(msgspec.json.encode(roster), indent=1) + b"\n")
    finally:
        os.umask(before)


def enrol(roster: dict[str, str], names: Sequence[str]) -> dict[str, str]:
    """The roster with these names in it too; each new one gets a pseudonym that nothing of the name shows in."""
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
                raise RosterError(f"a roster holds {len(PSEUDONYM_WORDS) * MAX_PSEUDONYMS_PER_WORD} names")
            pseudonym = free.pop(secrets.randbelow(len(free)))
            made[pseudonym] = name
            known.add(name.casefold())
    return made


def find_pseudonyms(roster: dict[str, str], name: str) -> tuple[str, ...]:
    """The pseudonyms of somebody known by a name or by the pseudonym itself."""
    wanted = " ".join(name.split()).casefold()
    return tuple(p for p, known in roster.items() if wanted in (p.casefold(), known.casefold()))
