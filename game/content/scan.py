"""Makes the source map of an article: for each paragraph a number, a hash, figures, names, and sentence maps.

It never holds sentences, because the map can be published and the article cannot.
"""

import re

import msgspec
import yaml

from game.content.sentence_maps import map_sentences
from game.core.digests import blake2b
from game.pack.ledger import Paragraph, Source

_FIGURE = re.compile(r"[$€£]?\d[\d,.]*\d|[$€£]?\d")
_NAME = re.compile(r"\b[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z0-9][\w’'-]*)*")
MAX_NAME_WORDS = 5
"""Words of the longest name. A longer run of capitals is a headline and is cut."""


def list_paragraph_lines(text: str) -> list[str]:
    """The paragraphs of an article as text: its non-empty lines."""
    return [line.strip() for line in text.removeprefix("\ufeff").splitlines() if line.strip()]


def scan_article(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of an article: its non-empty lines, in order, numbered from 1."""
    return tuple(_paragraph(number, line) for number, line in enumerate(list_paragraph_lines(text), start=1))


def render_source_map(text: str, source_id: str) -> str:
    """A sources.yaml with the map of one article. The author adds title, date and publisher by hand."""
    date = re.search(r"\d{4}-\d{2}-\d{2}", text)
    source = Source(
        id=source_id, title=f"Article {source_id}", date=date.group() if date else "2000", paragraphs=scan_article(text)
    )
    plain = {"sources": [msgspec.to_builtins(source)]}
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=110)


def digest_paragraph(line: str) -> str:
    """The hash of a paragraph: 16 hex digits of the BLAKE2b of the line, its spaces collapsed."""
    return blake2b(" ".join(line.split()).encode(), digest_size=8).hexdigest()


def _paragraph(number: int, line: str) -> Paragraph:
    # dict.fromkeys, not set: the map must be the same at every run, in the order of the text.
    figures = tuple(dict.fromkeys(_FIGURE.findall(line)))
    found = (match.group().removesuffix("’s").removesuffix("'s") for match in _NAME.finditer(line))
    names = (" ".join(name.split()[:MAX_NAME_WORDS]) for name in found)
    return Paragraph(
        number=number,
        hash=digest_paragraph(line),
        figures=figures,
        names=tuple(dict.fromkeys(names)),
        sentences=map_sentences(line),
    )
