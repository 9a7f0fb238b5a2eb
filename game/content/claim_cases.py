"""The claim of a fact together with the source maps of the paragraphs it cites."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from game.pack.claims.mentions import Mentions
from game.pack.ledger import Entity, Fact, Paragraph, SentenceMap


class ComparedClaim(NamedTuple):
    """A fact with the source maps of its paragraphs."""

    fact: Fact
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[SentenceMap, ...]
    published: tuple[str, ...]
    """The months in which the cited articles were published: "this week" is in that month."""
    entities: Mapping[str, Entity]
    mentions: Mentions
    titles: frozenset[str]
    """Ids of the entities that are the articles themselves."""
    own_words: frozenset[str]
    """Roots of the tour's own words, which need no source."""

    def list_figures(self) -> tuple[str, ...]:
        """The figures of the cited sentences."""
        return tuple(dict.fromkeys(figure for sentence in self.sentences for figure in sentence.figures))

    def list_dates(self) -> tuple[str, ...]:
        """The dates of the cited sentences."""
        return tuple(dict.fromkeys(date for sentence in self.sentences for date in sentence.dates))

    def hash_field(self, field: Literal["stems", "denied", "hedged"]) -> frozenset[str]:
        """The hashes of one kind, of all cited sentences."""
        return frozenset(hashed for sentence in self.sentences for hashed in getattr(sentence, field).split())
