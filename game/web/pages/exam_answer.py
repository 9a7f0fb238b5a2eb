"""The line that the fields of an exam's form give, as a pupil at a terminal would type it."""

from collections.abc import Mapping
from typing import NamedTuple

from game.app.answer_draft import AnswerDraft
from game.pack.kinds import Shown
from game.pack.kinds.parts import Instruction
from game.pack.kinds.picking import OPTION_LETTERS

LETTER, ROW, WORDS = "letter", "row", "answer"
"""Names of fields: a letter chosen, a row chosen, words typed."""


class Moved(NamedTuple):
    """An order after one of its steps was moved."""

    line: str
    place: int
    """Where the step is now."""
    is_up: bool
    """Whether it came earlier."""


def name_tick(letter: str) -> str:
    """The field of an option that can be ticked."""
    return f"tick-{letter.casefold()}"


def name_match(row: int) -> str:
    """The field of a row that gets a letter."""
    return f"match-{row}"


def write_answer(form: Mapping[str, str], instruction: Instruction) -> str:
    """The line; empty where nothing was chosen or typed.

    >>> write_answer({"letter": "B"}, "letter"), write_answer({"tick-c": "1", "tick-a": "1"}, "all-letters")
    ('B', 'A C')
    >>> write_answer({"match-1": "b", "match-2": "A"}, "match"), write_answer({"letter": "A", "row": "2"}, "proof")
    ('1B 2A', 'A2')
    """
    match instruction:
        case "letter" | "truth":
            return _cut(form.get(LETTER, ""))
        case "all-letters":
            return " ".join(letter.upper() for letter in OPTION_LETTERS if name_tick(letter) in form)
        case "match":
            given = ((row, form.get(name_match(row), "")) for row in range(1, len(OPTION_LETTERS) + 1))
            return " ".join(f"{row}{_cut(letter).upper()}" for row, letter in given if letter)
        case "proof":
            return f"{_cut(form.get(LETTER, ''))}{_cut(form.get(ROW, ''))}"
        case "figure" | "words":
            return form.get(WORDS, "").strip()
        case "order":
            # Its steps are moved by buttons, each of which keeps the new order.
            return ""


def move_step(shown: Shown, line: str, act: str) -> Moved | None:
    """An order after a step was moved by one place; None for what moves nothing.

    Args:
        shown: The question.
        line: The order so far; empty for that in which its steps are shown.
        act: What the button wants, as ``up 2``.
    """
    way, _, number = act.partition(" ")
    if way not in ("up", "down") or not number.isdecimal() or int(number[:2]) >= len(shown.options):
        return None
    draft = AnswerDraft(shown, line)
    draft.cursor, draft.is_held = int(number[:2]), True
    draft.move(-1 if way == "up" else 1)
    return Moved(draft.line, draft.cursor, way == "up")


def write_order(shown: Shown, line: str) -> str:
    """The order of all steps as a line, where nothing was moved the one in which they are shown."""
    return " ".join(OPTION_LETTERS[place].upper() for place in AnswerDraft(shown, line).arranged)


def _cut(value: str) -> str:
    """What a field of our own holds: a letter, a number, or a word for true and false."""
    return value.strip()[:5]
