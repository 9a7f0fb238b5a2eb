"""The words that a tour counts as its own: no source has to bear them out."""

from game.content.pack_documents import PackDocuments
from game.pack.claims.word_classes import find_roots
from game.pack.claims.wording import list_stems
from game.pack.world import Tour


def list_own_words(pack: PackDocuments) -> frozenset[str]:
    """Their roots."""
    return find_roots(found for tour in pack.of(Tour).values() for word in tour.own_words for found in list_stems(word))
