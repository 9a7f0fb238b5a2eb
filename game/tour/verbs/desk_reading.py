"""Reads what is typed at the desk of a newsroom: 4, ADD NOTES 4 AND 7, 4 WITH THE NAME, LEAVE OUT 2. Pure.

A number means a note, in the report or not, so that each sentence has one number; LINE 2 means the second line.
"""

from game.core.names import words
from game.tour.choices import Choices
from game.tour.printing import split_way
from game.tour.said_choices import MAX_NUMBER_DIGITS
from game.tour.scope import Scope

_ADDS = frozenset({"add", "include", "choose"})
_CHANGES = frozenset({"print", "change", "set"})
_SHOWS = frozenset({"show", "desk", "draft", "report"})
_OUT = (("leave", "out"), ("take", "out"), ("leave",), ("remove",), ("drop",), ("delete",), ("omit",))
_FILLER = frozenset("a and also fact facts in into it my no note notes number numbers out please report the to".split())


class DeskMenu(Choices):
    """The open desk: a line is read as one about the report first."""

    def __init__(self, scope: Scope, page: int = 1) -> None:
        super().__init__((), is_menu=True, stays=True)
        self._scope = scope
        self._page = page

    def renew(self, scope: Scope) -> "DeskMenu":
        """The desk with the report as it stands now."""
        return DeskMenu(scope, self._page)

    def choose(self, line: str) -> str | None:
        """The form of DISPATCH that a line means; None for a line about other things."""
        return read_desk_line(self._scope, line, self._page) or None


def read_desk_line(scope: Scope, line: str, page: int = 1) -> str:
    """The form of DISPATCH that a line means, with the places of lines; empty where it is none."""
    typed = [word for word in words(line) if word != "please"]
    rest = [word for word in typed if word not in _FILLER]
    if not rest:
        return ""
    if rest in (["more"], ["0"]):
        return f"dispatch add page {page + 1}"
    if len(rest) == 1 and rest[0] in _SHOWS:
        return "dispatch"
    if typed[0] in _ADDS:
        return _read_added(" ".join(typed[1:]))
    if out := next((verb for verb in _OUT if tuple(typed[: len(verb)]) == verb), None):
        return _read_left_out(scope, typed[len(out) :])
    return _read_change(scope, typed)


def _read_added(text: str) -> str:
    """Notes to be added, by numbers or by words, and how they are printed."""
    phrase, way = split_way(text)
    numbers = [word for word in phrase.split() if word not in _FILLER and word != "line" and word != "lines"]
    return f"dispatch add {' '.join(numbers) if _are_numbers(numbers) else phrase} {way or ''}".rstrip()


def _read_left_out(scope: Scope, typed: list[str]) -> str:
    numbers = [word for word in typed if word not in _FILLER]
    match numbers:
        case ["line", number] if number.isdecimal():
            return f"dispatch remove {number}"
        case [number] if _are_numbers(numbers):
            # Who leaves out 2 of three lines, and has no note 2 among them, means the second line.
            return f"dispatch remove {_find_place(scope, number) or number}"
    return "dispatch remove" if not numbers else ""


def _read_change(scope: Scope, typed: list[str]) -> str:
    """Numbers alone, a number with a way to print, or a way alone for the line that was added last."""
    phrase, way = split_way(" ".join(typed))
    left = [word for word in phrase.split() if word not in _FILLER]
    is_change = bool(left) and left[0] in _CHANGES
    numbers = left[1:] if is_change else left
    match numbers:
        case ["line", number] if number.isdecimal():
            return f"dispatch print {number}" if way is None else f"dispatch {number} {way}"
        case [] if way is not None and scope.state.draft:
            return f"dispatch {len(scope.state.draft)} {way}"
        case [number] if _are_numbers(numbers) and (is_change or way) and (place := _find_place(scope, number)):
            return f"dispatch print {place}" if way is None else f"dispatch {place} {way}"
        case [number] if _are_numbers(numbers) and is_change and way is None:
            return f"dispatch print {number}"
    return f"dispatch add {' '.join(numbers)} {way or ''}".rstrip() if _are_numbers(numbers) else ""


def _are_numbers(typed: list[str]) -> bool:
    return bool(typed) and all(word.isdecimal() for word in typed)


def _find_place(scope: Scope, number: str) -> int:
    """The place in the report, from 1, of the note with this number; 0 where it is not in the report."""
    wanted = int(number) if len(number) <= MAX_NUMBER_DIGITS else 0
    numbers = scope.state.numbers
    places = (place for place, (fact_id, _) in enumerate(scope.state.draft, 1) if numbers.get(fact_id) == wanted)
    return next(places, 0)
