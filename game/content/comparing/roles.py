"""Finds the role of each person in a text: whose train, by whose account, for whom, who held."""

import re
from collections.abc import Iterator
from functools import lru_cache

from game.content.comparing.fact_sides import Ledger
from game.core.names import STOP
from game.pack.claims.wording import stem

_NAME = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_POSSESSED = re.compile(r"[’']s? (?:own |private |last |first )?([a-z][\w-]*)")
_BEFORE = re.compile(r"\b(by|for|under|after|succeed|visit|mocked|said|stated|recalled) (?:\w+ )?$")
_VERB = re.compile(r" (?:has |had |is |was |would |could |will )?([a-z][\w-]*)")

_MUTUAL = frozenset({"met", "meet", "meets", "meeting"})
"""Verbs for a mutual action: they do not show which person acts."""


@lru_cache(maxsize=1 << 12)
def find_links(text: str, ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """Id of each named person, with the connecting word: a possession, or an action by or to the person."""
    return tuple(_find_links(text, ledger))


def _find_links(text: str, ledger: Ledger) -> Iterator[tuple[str, str]]:
    for match in _NAME.finditer(text):
        found = ledger.mentions.find(match.group())
        if len(found) != 1 or ledger.entities[found[0]].kind != "person":
            continue
        after = text[match.end() :]
        if owned := _POSSESSED.match(after):
            yield found[0], f"’s {stem(owned[1])}"
        elif before := _BEFORE.search(text[: match.start()]):
            yield found[0], before[1]
        elif (verb := _VERB.match(after)) and verb[1] not in STOP and verb[1] not in _MUTUAL:
            yield found[0], stem(verb[1])
