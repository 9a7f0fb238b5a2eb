"""Reads what is typed at the desk of a newsroom: 4, ADD NOTES 4 AND 7, 4 WITH THE NAME, LEAVE OUT 2. Pure.

A number means a note, in the report or not, so that each sentence has one number; LINE 2 means the second line.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.core.names import in_digits, words
from game.tour.choices import Choices
from game.tour.commands import Chosen
from game.tour.dispatch import PRINTS
from game.tour.printing import split_way
from game.tour.said_choices import MAX_NUMBER_DIGITS
from game.tour.scope import Scope
from game.tour.verbs.desk_wishes import is_look, read_lead, read_wish

if TYPE_CHECKING:
    from game.tour.events import ChoiceSubject

_ADDS = frozenset({"add", "include", "choose"})
_CHANGES = frozenset({"print", "change", "set"})
_SHOWS = frozenset({"show", "desk", "draft", "report"})
_OUT = (("leave", "out"), ("take", "out"), ("leave",), ("remove",), ("drop",), ("delete",), ("omit",))
_FILLER = frozenset(
    "a all also and as both each fact facts finally first in into it last lastly my next no note notes number numbers "
    "of out plus please report the them then thanks to too well with".split()
)
_LINES = frozenset({"line", "lines"})


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

    def is_whole(self, line: str) -> bool:
        """Whether a line with commas is one step: a list of numbers, or a look at the report, and no ADD 4, FILE."""
        form = (self.choose(line) or "").split()
        numbers = form[2:]
        return form == ["dispatch"] or (bool(numbers) and all(each.isdecimal() or each in PRINTS for each in numbers))


class DeskQuestion(Choices):
    """A question about the report with its answers by number: any other line is read as at the open desk."""

    def __init__(
        self, scope: Scope, named: Sequence[tuple[tuple[str, ...], Chosen | str]], subject: "ChoiceSubject" = "choosing"
    ) -> None:
        super().__init__(named, stays=True, subject=subject)
        self._scope = scope

    def choose(self, line: str) -> Chosen | str | None:
        """What is chosen, or the form of DISPATCH that a line means; a bare number is one of the answers or none."""
        chosen = super().choose(line)
        if chosen is not None or line.strip().isdecimal():
            return chosen
        return read_desk_line(self._scope, line) or None


def read_desk_line(scope: Scope, line: str, page: int = 1) -> str:
    """The form of DISPATCH that a line means, with the places of lines; empty where it is none."""
    from game.tour.parser.wrapping import unwrap  # the parser knows every verb, and so this module

    # What stands behind a colon says it once more, and shorter: LINE 4 NEEDS ITS SOURCE: 4 WITH THE NAME.
    for text in dict.fromkeys((line, unwrap(line), line.rpartition(":")[2])):
        if form := _read(scope, text, page):
            return form
    return ""


def _read(scope: Scope, line: str, page: int) -> str:  # noqa: PLR0911 - one case a form
    typed = [word for word in words(line) if word != "please"]
    rest = [word for word in typed if word not in _FILLER]
    if rest in (["more"], ["0"]):
        return f"dispatch add page {page + 1}"
    if (len(rest) == 1 and rest[0] in _SHOWS) or is_look(typed):
        return _read_look(scope, typed)
    if lead := read_lead(typed):
        return _read_added(lead, "lead")
    if not rest:
        return ""
    if typed[0] in _ADDS:
        return _read_added(" ".join(typed[1:]))
    if out := next((verb for verb in _OUT if tuple(typed[: len(verb)]) == verb), None):
        return _read_left_out(scope, typed[len(out) :])
    if wish := read_wish(typed):
        return _read_added(wish)
    return _read_change(scope, typed)


def _read_look(scope: Scope, typed: Sequence[str]) -> str:
    """The page, if it was printed from these lines; else the report."""
    printed = scope.state.printed
    is_printed = printed is not None and printed.lines == scope.state.draft
    return "page" if is_printed and not _SHOWS.issuperset(typed) else "dispatch"


def _read_added(text: str, form: str = "add") -> str:
    """Notes to be added, by numbers or by words, and how they are printed."""
    phrase, way = split_way(text)
    numbers = _list_numbers(phrase.split())
    if form == "lead" and not numbers and not phrase:
        return ""
    return f"dispatch {form} {' '.join(numbers) or phrase} {way or ''}".rstrip()


def _list_numbers(typed: Sequence[str]) -> list[str]:
    """The numbers of notes, where nothing else of weight is said; empty for words."""
    left = [in_digits(word) for word in typed if word not in _FILLER and word not in _LINES]
    return left if _are_numbers(left) else []


def _read_left_out(scope: Scope, typed: list[str]) -> str:
    numbers = [word for word in typed if word not in _FILLER]
    match numbers:
        case ["line", number] if number.isdecimal():
            return f"dispatch remove {_find_line(scope, number)}"
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
            place = _find_line(scope, number)
            return f"dispatch print {place}" if way is None else f"dispatch {place} {way}"
        case [] if way is not None and scope.state.draft:
            return f"dispatch {len(scope.state.draft)} {way}"
        case [number] if _are_numbers(numbers) and (is_change or way) and (place := _find_place(scope, number)):
            return f"dispatch print {place}" if way is None else f"dispatch {place} {way}"
        case [number] if _are_numbers(numbers) and is_change and way is None:
            return f"dispatch print {number}"
    return f"dispatch add {' '.join(numbers)} {way or ''}".rstrip() if _are_numbers(numbers) else ""


def _are_numbers(typed: list[str]) -> bool:
    return bool(typed) and all(word.isdecimal() for word in typed)


def _find_line(scope: Scope, number: str) -> int | str:
    """The place that LINE 65 means: the 65th line, or where the report has not as many, note 65."""
    is_place = len(number) <= MAX_NUMBER_DIGITS and int(number) <= len(scope.state.draft)
    return number if is_place else _find_place(scope, number) or number


def _find_place(scope: Scope, number: str) -> int:
    """The place in the report, from 1, of the note with this number; 0 where it is not in the report."""
    wanted = int(number) if len(number) <= MAX_NUMBER_DIGITS else 0
    numbers = scope.state.numbers
    places = (place for place, (fact_id, _) in enumerate(scope.state.draft, 1) if numbers.get(fact_id) == wanted)
    return next(places, 0)
