"""Reads lines about notes by their numbers: WHAT IS NOTE 4, WHAT IS 4 AND 5, SOURCE 4, NOTE 4 IS WRONG."""

import re

from game.core.names import words
from game.tour.finding import find_exact
from game.tour.scope import Scope

_ASKING = ("what", "what does", "what's", "whats", "what is", "what are", "what was", "what were")
_SHOWING = ("show", "show me", "read", "see", "open", "give me", "x", "look at", "examine")
_ASKED = rf"(?:(?:{'|'.join((*_ASKING, *_SHOWING))}) )?"
_TAIL = r"(?: (?:say|says|again|about))*"
_NOTES = re.compile(
    rf"{_ASKED}(?:the |my )?notes? (?:number |no |nr )?(\d{{1,6}}(?:(?: and| with)? \d{{1,6}})*){_TAIL}"
)
_SOURCE = re.compile(
    r"(?:sources?(?: of| for)?|cite|who (?:says|said|wrote)|where (?:is|does|did|was)|reference(?: of| for)?) "
    r"(?:(?:the|my) )?(?:notes? )?(?:number |no )?(\d{1,6})(?: (?:come |taken |told |said )?(?:from)?)?"
)
_REMARK = re.compile(
    r"(?:but |and |so |why )?(?:(?:does|did|is|was|can|should) )?notes? (\d{1,6})(?: and \d{1,6})?"
    r" (?:is|isn't|are|was|were|can|cannot|can't|does|doesn't|did|didn't|should|must|has|says|said|tells|comes|rests|"
    r"seems|looks|how|a|an|not|only|really|just)\b.*"
)
"""A remark on a note is answered with the note and where it comes from."""

_TWO = re.compile(r"(?:what(?:'s|s| is| are)|show(?: me)?|read) (\d{1,6} and \d{1,6})")


def is_note_remark(line: str, scope: Scope) -> bool:
    """Whether a line remarks on a note of the notebook; its commas and full stops then split nothing."""
    match = _REMARK.fullmatch(" ".join(words(line)))
    return match is not None and match[1] in _list_held(scope)


def read_note_numbers(line: str, scope: Scope) -> str:
    """The numbers of the notes that a line asks for, between spaces; empty where it asks for none.

    Two bare numbers are notes only where both are; nothing in sight is called so.
    """
    typed = " ".join(words(line))
    if not any(map(str.isdecimal, typed)) or find_exact(scope, line):
        return ""
    if (match := _SOURCE.fullmatch(typed) or _REMARK.fullmatch(typed)) and match[1] in _list_held(scope):
        return match[1]
    if match := _NOTES.fullmatch(typed):
        return " ".join(re.findall(r"\d+", match[1]))
    numbers = re.findall(r"\d+", match[1]) if (match := _TWO.fullmatch(typed)) else []
    return " ".join(numbers) if _list_held(scope).issuperset(numbers) else ""


def _list_held(scope: Scope) -> set[str]:
    """The numbers of the notebook, as they are typed."""
    return {str(number) for number in scope.state.numbers.values()}
