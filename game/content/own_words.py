"""The tour's own words, which no source has to support."""

from game.content.pack_documents import PackDocuments
from game.pack.claims.word_classes import find_roots
from game.pack.claims.wording import list_stems
from game.pack.world import Tour


def list_own_words(pack: PackDocuments) -> frozenset[str]:
    """Their roots."""
    return find_roots(found for tour in pack.of(Tour).values() for word in tour.own_words for found in list_stems(word))
