"""The pupils of a class: who has joined, and by which device each one is known."""

import os
import secrets
from base64 import urlsafe_b64encode

from game.core.characters import find_unsafe
from game.core.digests import blake2b
from game.core.identity import pseudonym_key

KEY_BYTES = 32
MAX_NAME_CHARACTERS = 40


class Pupil:
    """One pupil who is in."""

    def __init__(self, key: str, name: str, number: str, earlier: tuple[str, ...] = ()) -> None:
        self.key = key
        """Names this pupil for as long as the class lasts, whatever the pupil is called."""
        self.name, self.number = name, number
        self.earlier = earlier
        """The names before the teacher gave another one."""
        self.seen: float | None = None
        """When this process last had a request of the pupil, by a clock that only goes up."""

    @property
    def name_key(self) -> str:
        """The pseudonym without case, blanks and signs: two who type it differently are one pupil."""
        return pseudonym_key(self.name)


def is_pseudonym(name: str) -> bool:
    """Whether a pupil may be called so. No attempt can be read whose candidate has a character that acts."""
    return any(map(str.isalnum, name)) and len(name) <= MAX_NAME_CHARACTERS and find_unsafe(name) is None


def make_key() -> str:
    """A key for the cookie of a device."""
    return urlsafe_b64encode(os.urandom(KEY_BYTES)).decode().rstrip("=")


def make_number() -> str:
    """Six digits by which a pupil goes on at another device: too many for a classmate to try them during a lesson."""
    return f"{secrets.randbelow(1_000_000):06}"


def digest_key(key: str) -> str:
    """What is kept of the key of a cookie."""
    return blake2b(key.encode(), digest_size=16).hexdigest()
