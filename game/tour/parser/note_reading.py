"""Reads lines that ask for notes by their numbers: WHAT IS NOTE 4, SHOW ME NOTES 4 AND 7, WHAT IS 4 AND 5."""

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
_TWO = re.compile(r"(?:what(?:'s|s| is| are)|show(?: me)?|read) (\d{1,6} and \d{1,6})")


def read_note_numbers(line: str, scope: Scope) -> str:
    """The numbers of the notes that a line asks for, between spaces; empty where it asks for none.

    Two bare numbers are notes only where both are; nothing in sight is called so.
    """
    typed = " ".join(words(line))
    if not any(map(str.isdecimal, typed)) or find_exact(scope, line):
        return ""
    if match := _NOTES.fullmatch(typed):
        return " ".join(re.findall(r"\d+", match[1]))
    numbers = re.findall(r"\d+", match[1]) if (match := _TWO.fullmatch(typed)) else []
    held = {str(number) for number in scope.state.numbers.values()}
    return " ".join(numbers) if held.issuperset(numbers) else ""
