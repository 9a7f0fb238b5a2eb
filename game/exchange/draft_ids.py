"""Ids of questions that come from elsewhere."""

import re

MAX_ID_LENGTH = 62
"""Characters of an id that was made of a title or a stem."""


def make_id(title: str) -> str:
    """A title as an id, if that is possible.

    >>> make_id("Lamp one: why?"), make_id("1. Lamp"), make_id("Лампа")
    ('lamp-one-why', 'q-1-lamp', '')
    """
    made = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")
    # An id begins with a letter, for other programs take no other.
    made = made if made[:1].isalpha() or not made else f"q-{made}"
    return made[:MAX_ID_LENGTH].rstrip("-")
