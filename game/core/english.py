"""Which words are English: a list that decides whether a word that means nothing here may be a slip of typing.

The list is read when the first such word is met, never before: the first prompt does not wait for it.
"""

from functools import cache

from game.core.names import singular

_LIST = "english_words.txt.gz"


@cache
def _load_words() -> frozenset[str]:
    # Only a word that was not understood needs them, and they would cost each start 5 ms.
    import gzip
    from importlib.resources import files

    packed = files("game.core").joinpath(_LIST).read_bytes()
    return frozenset(gzip.decompress(packed).decode("ascii").split("\n"))


def is_english(word: str) -> bool:
    """Whether a folded word is a common English word, also with the endings of a plural or a possessive.

    >>> is_english("weather"), is_english("mirrors"), is_english("leafelt")
    (True, True, False)
    """
    known = _load_words()
    return word in known or singular(word) in known
