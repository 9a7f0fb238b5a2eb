"""Lines that hold a player's own words, as HEADLINE does: their commas and full stops part no commands."""

import re

from game.core.names import words
from game.tour.parser.phrases import find_phrases
from game.tour.parser.wrapping import strip_words, unwrap
from game.tour.quotation import split_quoted
from game.tour.verbs.verb import AnyVerb

_STARTS = re.compile(r"[.;!:](?=\s)|\n|,|\b(?:and|then)\b", re.IGNORECASE)
"""Where a second command of a line may begin."""

_ENDS = re.compile(r"[,.;!]|\b(?:and|then)\b", re.IGNORECASE)


def split_own_words(line: str) -> tuple[str, str, str] | None:
    """What stands before a command with the player's own words, that command, and what follows it; None without one.

    >>> split_own_words("add 4, headline Two speeds, one train")
    ('add 4,', 'headline Two speeds, one train', '')
    >>> split_own_words('HEADLINE "Two speeds, one train", then file')
    ('', 'HEADLINE "Two speeds, one train"', ', then file')
    >>> split_own_words("headline 2, file")
    """
    for start in (0, *(match.end() for match in _STARTS.finditer(line))):
        said = line[start:].strip()
        found = read_own_words(said)
        # HEADLINE 2 chooses one of a list, and what follows is another command.
        if found is not None and not _ENDS.split(found[1], maxsplit=1)[0].strip().isdecimal():
            own, after = split_quoted(found[1])
            return line[:start].strip(), f"{said[: len(said) - len(found[1])]}{own}", after
    return None


def read_own_words(line: str) -> tuple[AnyVerb, str] | None:
    """The verb of a line that takes the player's own words, and those words as typed; None for any other line."""
    for text in dict.fromkeys((line.strip(), _strip_openings(line))):
        typed = words(text)
        for phrase, verb in find_phrases(typed[0]) if typed else ():
            if verb.takes_own_words and typed[: len(phrase)] == phrase and len(typed) > len(phrase):
                return verb, strip_words(text, len(phrase)).lstrip(" :=–—-")
    return None


def _strip_openings(line: str) -> str:
    """A line without the politeness before its command; what stands at its end may belong to the player's words."""
    typed, bare = words(line), words(unwrap(line))
    start = next((place for place in range(len(typed)) if typed[place : place + len(bare)] == bare), 0)
    return strip_words(line, start)
