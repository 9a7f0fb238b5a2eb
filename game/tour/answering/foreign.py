"""Tells a question in German, Spanish or French from one in English, by its small words alone."""

from unicodedata import combining, normalize

from game.core.names import words

_FIRST = frozenset(
    "wie wer wann warum wieso weshalb wieviel wieviele welche welcher welches woher wohin "
    "quien quienes cuando cuanto cuanta cuantos cuantas cual cuales porque "
    "qui quand pourquoi combien quel quelle quels quelles quoi".split()
)
"""Question words that no English line begins with."""

_NEEDING: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "was wo kann konnen gibt ist sind hat haben".split(),
        frozenset("ist sind hat haben macht kann konnen soll muss ich wir es den dem ein eine bedeutet gibt".split()),
    ),
    **dict.fromkeys(
        "que como donde por hay puedo puede es esta".split(),
        frozenset("es esta estan son el la los las un una hay tiene puedo puede del de se hago que".split()),
    ),
    **dict.fromkeys(
        "ou comment que est y".split(),
        frozenset("est sont le les une des du je il elle nous vous ce cest ca va a-t-il t fait puis dois".split()),
    ),
}
"""Words that may begin an English line, too -> the words of which one must follow."""

_ENGLISH = frozenset("is are the".split())
_LANGUAGES = frozenset("deutsch espanol francais".split())


def is_foreign(line: str) -> bool:
    """Whether a line asks in German, Spanish or French.

    >>> is_foreign("Wie schnell ist der Zug?"), is_foreign("¿Dónde está el tren?"), is_foreign("où est le train")
    (True, True, True)
    >>> is_foreign("was the train green"), is_foreign("wo is it"), is_foreign("wie")
    (False, False, False)
    >>> is_foreign("wer is he")
    False
    """
    typed = words("".join(letter for letter in normalize("NFKD", line) if not combining(letter)))
    if len(typed) <= 1:
        return False
    first, *rest = typed
    # WER IS HE is a slip of an English speaker.
    if not _ENGLISH.isdisjoint(rest):
        return False
    # QU'EST and D'OÙ hold a word before the apostrophe that no English line has.
    is_asked = first in _FIRST or first.startswith(("qu'", "d'ou", "est-ce")) or not _LANGUAGES.isdisjoint(typed)
    return is_asked or any(each in _NEEDING[first] for each in rest if first in _NEEDING and each != first)
