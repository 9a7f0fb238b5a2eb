"""What a response to a question picks: by letter, by number, by words, by their beginning."""

from game.core.names import words

LETTERS = "abcdefgh"
LONG = 7
"""Letters above which two slips are forgiven; below, one."""

_JUDGED = {"t": "true", "yes": "true", "y": "true", "right": "true", "f": "false", "no": "false", "wrong": "false"}


def option(text: str, options: tuple[str, ...]) -> str | None:
    """The option a response picks: by letter, by number from 1, or by its words. None when it picks none.

    >>> cities = ("Paris", "Pyongyang")
    >>> option("B)", cities), option("1", cities), option("pyongyang", cities), option("Rome", cities)
    ('Pyongyang', 'Paris', 'Pyongyang', None)
    """
    typed = words(text)
    by_words = [candidate for candidate in options if words(candidate) == typed]
    if by_words:
        return by_words[0]
    if len(typed) != 1 or len(typed[0]) > 2:
        return prefixed(typed, options) or _judged(typed, options)
    return _judged(typed, options) or _placed(typed[0], options)


def prefixed(typed: tuple[str, ...], options: tuple[str, ...]) -> str | None:
    """The only option that begins with the words typed, or None."""
    text = " ".join(typed)
    found = [candidate for candidate in options if text and " ".join(words(candidate)).startswith(text)]
    return found[0] if len(found) == 1 else None


def nearly(text: str, options: tuple[str, ...]) -> str | None:
    """The only option that a response may be with a slip of typing in it, or None. Figures are never guessed.

    >>> nearly("pyonyang", ("Paris", "Pyongyang")), nearly("38 mph", ("37 mph", "31 mph"))
    ('Pyongyang', None)
    """
    from rapidfuzz.distance import OSA  # only a response that picks nothing needs it

    typed = " ".join(words(text))
    limit = 2 if len(typed) > LONG else 1
    if len(typed) <= 2 or any(character.isdecimal() for character in typed):
        return None
    near = [
        candidate
        for candidate in options
        if OSA.distance(typed, " ".join(words(candidate)), score_cutoff=limit) <= limit
    ]
    return near[0] if len(near) == 1 else None


def _judged(typed: tuple[str, ...], options: tuple[str, ...]) -> str | None:
    """True or false, in any of the words people use for it, where those are the options."""
    if len(typed) != 1 or {"true", "false"} != {candidate.casefold() for candidate in options}:
        return None
    word = _JUDGED.get(typed[0], typed[0])
    return next((candidate for candidate in options if candidate.casefold() == word), None)


def _placed(word: str, options: tuple[str, ...]) -> str | None:
    """The option at a letter, or at a number from 1."""
    place = LETTERS.find(word) if len(word) == 1 and word.isalpha() else int(word) - 1 if word.isdecimal() else -1
    return options[place] if 0 <= place < len(options) else None
