"""Makes the maps of an article's sentences, with which claims are compared."""

import re

from game.core.digests import blake2b
from game.core.names import STOP, words
from game.pack.claims.figures import find_figures, find_list_lengths
from game.pack.claims.mentions import find_referring_words
from game.pack.claims.timespans import find_dates
from game.pack.claims.word_classes import find_wholes
from game.pack.claims.wording import find_denied, find_hedges, list_stems, stem
from game.pack.ledger import SentenceMap

HEDGE_REACH_WORDS = 7
"""How many words after a hedge belong to it."""

HASH_HEX_DIGITS = 5
"""20 bits: two words of an article hardly ever share a hash, but each hash can stand for many words of the language, so
the article cannot be restored."""

# A capital letter must follow: "Jan. 5" and "$1.8m" do not end a sentence.
_END = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z“\"])")


def map_sentences(line: str) -> tuple[SentenceMap, ...]:
    """The maps of the sentences of a paragraph, in order."""
    return tuple(_map_sentence(sentence) for sentence in split_sentences(line))


def split_sentences(line: str) -> tuple[str, ...]:
    """The sentences of a paragraph, in order."""
    return tuple(_END.split(line))


def hash_stem(told: str) -> str:
    """The hash of a stem in a source map."""
    return blake2b(told.encode(), digest_size=3).hexdigest()[:HASH_HEX_DIGITS]


def _map_sentence(sentence: str) -> SentenceMap:
    return SentenceMap(
        figures=(*find_figures(sentence), *find_list_lengths(sentence)),
        dates=tuple(dict.fromkeys(date.when for date in find_dates(sentence))),
        refers=find_referring_words(sentence),
        hedges=tuple(hedge.word for hedge in find_hedges(sentence)),
        wholes=find_wholes(sentence),
        stems=_hash_all(list_stems(sentence)),
        denied=_hash_all(find_denied(sentence)),
        hedged=_hash_all(_list_hedged(sentence)),
    )


def _hash_all(stems: tuple[str, ...]) -> str:
    return " ".join(sorted(set(map(hash_stem, stems))))


def _list_hedged(sentence: str) -> tuple[str, ...]:
    """Stems that follow a word of doubt, or "reportedly"."""
    near: list[str] = []
    # A hedge ends at "because": the words after it are stated without a hedge.
    for clause in re.split(r"\bbecause\b|[;:—]", sentence):
        told = words(clause)
        unsure = {hedge.word for hedge in find_hedges(clause) if hedge.kind == "doubt" or hedge.word == "reportedly"}
        for place, word in enumerate(told):
            near += told[place + 1 : place + 1 + HEDGE_REACH_WORDS] if word in unsure else ()
    return tuple(dict.fromkeys(stem(word) for word in near if word not in STOP))
