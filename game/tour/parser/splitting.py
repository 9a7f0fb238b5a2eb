"""Splits a line of several commands."""

import re
from collections.abc import Callable, Container
from functools import partial

from game.core.names import words
from game.pack.ways import Ways
from game.tour.answering.follow_up import is_follow_up
from game.tour.answering.speech import asks_behind_preposition
from game.tour.parser.own_text import split_own_words
from game.tour.parser.phrases import QUESTION_WORDS, is_phrase, list_first_words
from game.tour.parser.wrapping import unwrap

_TITLE = re.compile(r"\b(mr|mrs|ms|dr|st|no|vs)\.", re.IGNORECASE)
_BREAK = re.compile(
    r"[.;!](?=\s|$)|(?<=\?)\s+|\n|(?<!\bback )(?<!\bsince )(?<!\buntil )(?<!\bby )\b(?:and\s+)?then\b(?!\W*\?\W*$)",
    re.IGNORECASE,
)
_RUN_ON = re.compile(r"[a-z]+(?:\.[a-z]+)+\.?", re.IGNORECASE)
_JOIN = re.compile(r"(,|\band\b)", re.IGNORECASE)


IsListed = Callable[[str, str], bool]
"""Whether a piece goes on the list of things that a command before it names."""


def split(
    line: str, is_listed: IsListed = lambda _, __: False, way_words: Container[str] | None = None
) -> tuple[str, ...]:
    """The commands of a line, apart: at full stops, semicolons, THEN, and at commas and AND before a verb.

    Args:
        line: As typed.
        is_listed: Asked where a piece begins with a verb: a thing may be called as a verb is, as a map or a story.
        way_words: The words that mean a way; None for the usual ones.

    >>> split("look. x lamp then n")
    ('look', 'x lamp', 'n')
    >>> split("f, f, x door, window and open it")
    ('f', 'f', 'x door, window', 'open it')
    >>> split("f.f.b")
    ('f', 'f', 'b')
    """
    if (own := split_own_words(line)) is not None:
        before, said, after = own
        return (*split(before, is_listed, way_words), said, *split(after, is_listed, way_words))
    parts: list[str] = []
    begins_command = partial(_begins_command, way_words=Ways({}).words if way_words is None else way_words)
    # Without the spaces a full stop belongs to a word ($1.8m), unless each piece is a command of its own.
    if _RUN_ON.fullmatch(line.strip()) and all(map(begins_command, line.strip(" .").split("."))):
        line = line.replace(".", ". ")
    for stretch in _BREAK.split(_TITLE.sub(r"\1", line)):
        if _is_one_question(stretch):
            parts.append(stretch.strip())
            continue
        first, *rest = _JOIN.split(stretch)
        parts.append(first.strip())
        for mark, piece in zip(rest[::2], rest[1::2], strict=True):
            if not words(parts[-1]) or (begins_command(piece) and not is_listed(parts[-1], piece.strip())):
                parts.append(piece.strip())
            else:
                parts[-1] = f"{parts[-1]}{mark if mark == ',' else f' {mark}'} {piece.strip()}"
    # A question mark alone is a command, and behind a THEN it is none.
    return tuple(part for part in parts if words(part)) or tuple(part for part in parts if "?" in part)


def _is_one_question(stretch: str) -> bool:
    """Whether a stretch is one question, whatever commas and ANDs it has: WHO ATE LOBSTER AND WHERE, AND HIS FATHER?

    Only a list of whole commands is none: WHERE AM I AND WHAT NOW.
    """
    typed = words(unwrap(stretch))
    is_question = bool(typed) and (
        typed[0] in QUESTION_WORDS
        or is_follow_up(stretch)
        or asks_behind_preposition(typed)
        # SOUTH in the middle of a question is no way to go.
        or (typed[0] not in list_first_words() and stretch.rstrip().endswith("?"))
    )
    return is_question and not all(is_phrase(words(piece)) for piece in _JOIN.split(stretch)[::2])


def _begins_command(piece: str, way_words: Container[str]) -> bool:
    typed = words(piece)
    return bool(typed) and (typed[0] in list_first_words() or typed[0] in way_words or typed[0] in QUESTION_WORDS)
