"""How a sentence says what it says: its hedges, what it denies, the stems of its words."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from game.core.names import STOP, singular, words
from game.pack.ledger import Polarity

HedgeClass = Literal["report", "doubt", "picture"]
"""On what a sentence rests its claim, when it does not make it outright."""

HEDGES: dict[str, HedgeClass] = {
    **dict.fromkeys(
        "reportedly report reports reported reporting according said says told account accounts "
        "recalled recalling stated rumour rumours rumor rumors speculated suggested suggesting mentioned allegedly "
        "spoke experts".split(),
        "report",
    ),
    **dict.fromkeys(
        "likely possibly probably perhaps apparently apparent appears appear appeared seems seem seemed might may "
        "suggested suggests suggesting speculated expected sign looks looked believed supposed presumed".split(),
        "doubt",
    ),
    **dict.fromkeys(
        "picture pictures pictured photo photos photograph photographs photographed still footage video image images "
        "satellite documentary caption".split(),
        "picture",
    ),
}
"""Word -> what it makes of a claim. Words that do two things stand under what they do more often."""

BOTH = frozenset({"suggested", "suggesting", "speculated"})
"""Words that pass on what others said, and are unsure of it as well."""

NEGATIONS = frozenset({"not", "no", "never", "nobody", "none", "neither", "nor", "without", "cannot"})
_OPEN = re.compile(
    r"\b(?:is not (?:clear|told|said)|is not known(?! (?:as|by|for|in|to)\b)|(?:does|do) not (?:say|name|tell)"
    r"|(?:has|have|had) not (?:said|told)|(?:nobody|no one) knows|gives? no|not much is known)\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(r"\b(?:not only|not even|not all|no one could|no later|no more than)\b", re.IGNORECASE)
_SMALL_WORD = re.compile(r"\b[a-z][a-z'-]+\b")
_ENDINGS = ("edly", "ing", "ed", "ly")


DENIED_SPAN_WORDS = 2
"""Words behind a negation that it can deny."""


class FoundHedge(NamedTuple):
    """One word that hedges."""

    word: str
    kind: HedgeClass


def has_negation(text: str) -> bool:
    """Whether any word of a text denies, whatever it denies."""
    return any(word in NEGATIONS or word.endswith("n't") for word in words(text))


def find_hedges(text: str) -> tuple[FoundHedge, ...]:
    """The words of a text that say on what it rests, or how unsure it is.

    >>> [hedge.word for hedge in find_hedges("It reportedly may have been seen in a picture of May 2019.")]
    ['reportedly', 'may', 'picture']
    """
    # The month is no hedge: only a "may" in small letters is.
    found = words(re.sub(r"\bMay\b", "", text))
    return tuple(FoundHedge(word, HEDGES[word]) for word in dict.fromkeys(found) if word in HEDGES)


def find_polarity(text: str) -> Polarity:
    """Whether a claim affirms, denies, or says that something is left open.

    >>> [find_polarity(text) for text in ("He is not afraid.", "Where it is now is not clear.", "Not only he.")]
    ['no', 'not told', 'yes']
    """
    if _OPEN.search(text):
        return "not told"
    found = words(_NO_DENIAL.sub("", text))
    # "Footage without a date" is still footage: what a thing lacks is not what a claim denies.
    return "no" if any((word in NEGATIONS and word != "without") or word.endswith("n't") for word in found) else "yes"


def find_denied(text: str) -> tuple[str, ...]:
    """Stems of the words that come right after a negation.

    >>> find_denied("He is not afraid of flying, and it doesn't seem to have changed.")
    ('afraid', 'seem')
    >>> find_denied("Bo is afraid; Al is not.")
    ('afraid',)
    """
    text = _NO_DENIAL.sub("", text)
    found = words(text)
    denied = []
    for place, word in enumerate(found):
        if word in NEGATIONS or word.endswith("n't"):
            after = [stem(other) for other in found[place + 1 :] if other not in STOP]
            # "He was afraid, she is not": where nothing follows, the words before are denied; but no name is.
            denied += after[:1] or [stem(other) for other in _SMALL_WORD.findall(text) if other not in STOP]
    return tuple(dict.fromkeys(denied))


def find_denied_span(text: str) -> tuple[str, ...]:
    """Stems of the few words behind each negation that can be what it denies.

    >>> find_denied_span("It is not a slow train, and never stops.")
    ('slow', 'train', 'stop')
    """
    found = words(_NO_DENIAL.sub("", text))
    denied: list[str] = []
    for place, word in enumerate(found):
        if (word in NEGATIONS and word != "without") or word.endswith("n't"):
            denied += [stem(other) for other in found[place + 1 :] if other not in STOP][:DENIED_SPAN_WORDS]
    return tuple(dict.fromkeys(denied))


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without the endings of its forms, by spelling alone; British and American spelling alike.

    >>> [stem(word) for word in ("favourite", "favored", "travelled", "traveling", "carriages", "armour")]
    ['favorite', 'favor', 'travel', 'travel', 'carriage', 'armor']
    """
    word = singular(word).replace("our", "or")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 4 and word[-2:] in ("ll", "pp", "tt", "rr") else word


def list_stems(text: str) -> tuple[str, ...]:
    """Stems of the words of a text that mean something, each once."""
    return tuple(dict.fromkeys(stem(word) for word in words(text) if word not in STOP))
