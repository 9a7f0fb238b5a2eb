"""What a typed line picks: by letter, by number, by words, by their beginning."""

from game.core.names import words
from game.pack.kinds.base import Response
from game.pack.kinds.parts import ItemLayout

OPTION_LETTERS = "abcdefgh"
"""No item has more options than these letters."""

MAX_PLACE_LENGTH = 2
"""Characters up to which a line is taken for a letter or a number, and never for the beginning of an option."""

MAX_WORD_LENGTH_FOR_ONE_SLIP = 7
"""Letters up to which one slip of typing is forgiven; above, two."""

_TRUTH_WORDS = {"t": "true", "yes": "true", "y": "true", "right": "true", "f": "false", "no": "false", "wrong": "false"}


def find_option(text: str, options: tuple[str, ...]) -> str | None:
    """The option a response picks: by letter, by number from 1, or by its words. None when it picks none.

    >>> cities = ("Paris", "Pyongyang")
    >>> find_option("B)", cities), find_option("1", cities), find_option("pyongyang", cities), find_option("Rome", ())
    ('Pyongyang', 'Paris', 'Pyongyang', None)
    """
    typed = _fold(text)
    named = next((candidate for candidate in options if _fold(candidate) == typed), None)
    # One or two characters are a letter, a number or YES and NO; whatever is longer is the beginning of an option.
    if len(typed) > MAX_PLACE_LENGTH:
        return named or _find_prefixed(typed, options) or _find_truth(typed, options)
    return named or _find_truth(typed, options) or _find_placed(typed, options)


def _fold(text: str) -> str:
    """The words of a text as one text in the form they are compared in."""
    return " ".join(words(text))


def _find_prefixed(typed: str, options: tuple[str, ...]) -> str | None:
    """The only option that begins with what was typed, or None."""
    return _take_only([candidate for candidate in options if _fold(candidate).startswith(typed)])


def _take_only(found: list[str]) -> str | None:
    """The option that alone fits; None where none or several do, for then nothing is guessed."""
    return found.pop() if len(found) == 1 else None


def find_misspelt(text: str, options: tuple[str, ...]) -> str | None:
    """The only option that a response may be with a slip of typing in it, or None. Figures are never guessed.

    >>> find_misspelt("pyonyang", ("Paris", "Pyongyang")), find_misspelt("38 mph", ("37 mph", "31 mph"))
    ('Pyongyang', None)
    """
    from rapidfuzz.distance import OSA  # only a response that picks nothing needs it

    typed = _fold(text)
    limit = 2 if len(typed) > MAX_WORD_LENGTH_FOR_ONE_SLIP else 1
    # Two letters are as near to every other two letters; a figure with a slip in it is another figure.
    if len(typed) <= 2 or any(character.isdecimal() for character in typed):
        return None
    return _take_only([candidate for candidate in options if OSA.distance(typed, _fold(candidate)) <= limit])


def _find_truth(typed: str, options: tuple[str, ...]) -> str | None:
    """True or false, in any of the words people use for it, where those are the options."""
    if {"true", "false"} != {candidate.casefold() for candidate in options}:
        return None
    word = _TRUTH_WORDS.get(typed, typed)
    return next((candidate for candidate in options if candidate.casefold() == word), None)


def _find_placed(word: str, options: tuple[str, ...]) -> str | None:
    """The option at a letter, or at a number from 1."""
    if word.isdecimal():
        return dict(enumerate(options, start=1)).get(int(word))
    return dict(zip(OPTION_LETTERS, options, strict=False)).get(word)


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
    match parts:
        case [row] if row.isalpha():
            parts = list(row)
    if all(part.isdecimal() for part in parts):
        return [int(part) - 1 for part in parts]
    places = {letter: place for place, letter in enumerate(OPTION_LETTERS)}
    return [places.get(part.strip(").:"), -1) for part in parts]


def read_every_option(layout: ItemLayout, line: str) -> Response | None:
    """All options in the order named; None unless each is named once."""
    places = read_places(line)
    is_each_once = sorted(places) == list(range(len(layout.options)))
    return tuple(layout.options[place] for place in places) if is_each_once else None
