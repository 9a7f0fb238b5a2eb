"""Whom a text lets speak: by whose account, according to whom, who said or reported."""

import re
from functools import lru_cache

from game.pack.claims.mentions import Mentions

_SAID = r"(?:said|says|told|tells|reported|reports|recalled|recalls|stated|states|wrote|writes|confirmed|confirms)"
_NAME = r"(?P<name>(?:[A-Z][\w’'-]*|of|the)(?: (?:[A-Z][\w’'-]*|of|the))*)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\baccording to (?:the )?{_NAME}",
        rf"\b(?:by|on|in) {_NAME}[’']s? (?:account|memoir|word|report|telling)",
        rf"{_NAME} (?:had |also |has )?{_SAID}\b",
        rf"\b(?:said|says|stated|recalled) (?:by )?{_NAME}",
        rf"\b(?:told|reported|written) by {_NAME}",
        rf"\b(?:quoted|quoting|cites|citing) {_NAME}",
    )
)


@lru_cache(maxsize=1 << 12)
def find_speakers(text: str, mentions: Mentions) -> tuple[str, ...]:
    """Ids of the entities that speak in a text, each once."""
    found: dict[str, None] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found.update(dict.fromkeys(mentions.find(match["name"])))
    return tuple(found)
