"""What a typed line picks: by letter, by number, by words, by their beginning."""

from game.core.names import words
from game.pack.kinds.base import Response
from game.pack.kinds.parts import ItemLayout

OPTION_LETTERS = "abcdefgh"
"""No item has more options than these letters."""

MAX_WORD_LENGTH_FOR_ONE_SLIP = 7
"""Letters up to which one slip of typing is forgiven; above, two."""

_TRUTH_WORDS = {"t": "true", "yes": "true", "y": "true", "right": "true", "f": "false", "no": "false", "wrong": "false"}


def find_option(text: str, options: tuple[str, ...]) -> str | None:
    """The option a response picks: by letter, by number from 1, or by its words. None when it picks none.

    >>> cities = ("Paris", "Pyongyang")
    >>> find_option("B)", cities), find_option("1", cities), find_option("pyongyang", cities), find_option("Rome", ())
    ('Pyongyang', 'Paris', 'Pyongyang', None)
    """
    typed = words(text)
    by_words = [candidate for candidate in options if words(candidate) == typed]
    if by_words:
        return by_words[0]
    if len(typed) != 1 or len(typed[0]) > 2:
        return find_prefixed(typed, options) or _find_truth(typed, options)
    return _find_truth(typed, options) or _find_placed(typed[0], options)


def find_prefixed(typed: tuple[str, ...], options: tuple[str, ...]) -> str | None:
    """The only option that begins with the words typed, or None."""
    text = " ".join(typed)
    found = [candidate for candidate in options if text and " ".join(words(candidate)).startswith(text)]
    return found[0] if len(found) == 1 else None


def find_misspelt(text: str, options: tuple[str, ...]) -> str | None:
    """The only option that a response may be with a slip of typing in it, or None. Figures are never guessed.

    >>> find_misspelt("pyonyang", ("Paris", "Pyongyang")), find_misspelt("38 mph", ("37 mph", "31 mph"))
    ('Pyongyang', None)
    """
    from rapidfuzz.distance import OSA  # only a response that picks nothing needs it

    typed = " ".join(words(text))
    limit = 2 if len(typed) > MAX_WORD_LENGTH_FOR_ONE_SLIP else 1
    # Two letters are as near to every other two letters; a figure with a slip in it is another figure.
    if len(typed) <= 2 or any(character.isdecimal() for character in typed):
        return None
    near = [
        candidate
        for candidate in options
        if OSA.distance(typed, " ".join(words(candidate)), score_cutoff=limit) <= limit
    ]
    return near[0] if len(near) == 1 else None


def _find_truth(typed: tuple[str, ...], options: tuple[str, ...]) -> str | None:
    """True or false, in any of the words people use for it, where those are the options."""
    if len(typed) != 1 or {"true", "false"} != {candidate.casefold() for candidate in options}:
        return None
    word = _TRUTH_WORDS.get(typed[0], typed[0])
    return next((candidate for candidate in options if candidate.casefold() == word), None)


def _find_placed(word: str, options: tuple[str, ...]) -> str | None:
    """The option at a letter, or at a number from 1."""
    place = (
        OPTION_LETTERS.find(word) if len(word) == 1 and word.isalpha() else int(word) - 1 if word.isdecimal() else -1
    )
    return options[place] if 0 <= place < len(options) else None


def read_one_option(layout: ItemLayout, line: str) -> Response | None:
    """The one option that a line picks."""
    picked = find_option(line, layout.options) or find_misspelt(line, layout.options)
    return None if picked is None else (picked,)


def write_letters(layout: ItemLayout, texts: tuple[str, ...]) -> list[str]:
    """The letters of some options; none where one of them is not shown."""
    try:
        return [OPTION_LETTERS[layout.options.index(text)].upper() for text in texts]
    except ValueError:
        return []


def read_places(line: str) -> list[int]:
    """The places, from 0, named by a row of letters or numbers: ``C A B``, ``cab``, ``3, 1, 2``; -1 for what is none.

    >>> read_places("C A B"), read_places("cab"), read_places("3, 1"), read_places("x")
    ([2, 0, 1], [2, 0, 1], [2, 0], [-1])
    """
    parts = line.casefold().replace(",", " ").replace(";", " ").replace(">", " ").replace("-", " ").split()
    if len(parts) == 1 and parts[0].isalpha():
        parts = list(parts[0])
    if all(part.isdecimal() for part in parts):
        return [int(part) - 1 for part in parts]
    return [OPTION_LETTERS.find(part) if len(part) == 1 else -1 for part in (part.strip(").:") for part in parts)]


def read_every_option(layout: ItemLayout, line: str) -> Response | None:
    """All options in the order named; None unless each is named once."""
    places = read_places(line)
    is_each_once = sorted(places) == list(range(len(layout.options)))
    return tuple(layout.options[place] for place in places) if is_each_once else None
