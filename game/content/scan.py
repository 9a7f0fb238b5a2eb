"""An article, turned into its source map: per paragraph a number, a hash, and the figures and names in it.

Never its sentences: the map can be published, the article not.
"""

import re
from hashlib import blake2b

from game.ledger import Paragraph

_FIGURE = re.compile(r"[$€£]?\d[\d,.]*\d|[$€£]?\d")
_NAME = re.compile(r"\b[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z0-9][\w’'-]*)*")


def scan(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of an article: its non-empty lines, in order, numbered from 1."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(_paragraph(number, line) for number, line in enumerate(lines, start=1))


def digest(line: str) -> str:
    """The hash a paragraph is known by: 16 hex digits of the BLAKE2b of the line, its spaces collapsed."""
    return blake2b(" ".join(line.split()).encode(), digest_size=8).hexdigest()


def _paragraph(number: int, line: str) -> Paragraph:
    figures = tuple(dict.fromkeys(_FIGURE.findall(line)))
    found = (match.group().removesuffix("’s").removesuffix("'s") for match in _NAME.finditer(line))
    return Paragraph(number=number, hash=digest(line), figures=figures, names=tuple(dict.fromkeys(found)))
