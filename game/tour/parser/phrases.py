"""The words of all verbs, indexed by their first word: what a line may begin with."""

from collections.abc import Collection
from functools import cache

from game.tour.verbs.registry import VERB_BY_ID, VERBS
from game.tour.verbs.verb import AnyVerb

Phrase = tuple[tuple[str, ...], AnyVerb]
"""The words of a phrase, and the verb it means."""

QUESTION_WORDS = frozenset(word for word in VERB_BY_ID["wonder"].words if " " not in word)
"""What a question in the player's own words begins with."""


@cache
def _index_phrases() -> dict[str, tuple[Phrase, ...]]:
    # Made at the first line and not at import: the first frame does not wait for two thousand phrases.
    found: dict[str, list[Phrase]] = {}
    for verb in VERBS:
        # WHO and WHY begin so many lines that a question is tried only when nothing else fits.
        for phrase in verb.words if verb.takes.kind != "question" else ():
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, verb))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}


def find_phrases(first: str) -> tuple[Phrase, ...]:
    """The phrases that begin with a word, longest first; in a tie, the verb further up in the registry first."""
    return _index_phrases().get(first, ())


def list_first_words() -> Collection[str]:
    """Every word that some phrase begins with."""
    return _index_phrases().keys()


def is_phrase(typed: tuple[str, ...]) -> bool:
    """Whether these words are, all together, a way to say a verb.

    >>> is_phrase(("what", "now")), is_phrase(("look", "now"))
    (True, False)
    """
    return bool(typed) and any(phrase == typed for phrase, _ in find_phrases(typed[0]))
