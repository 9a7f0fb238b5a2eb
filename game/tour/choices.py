"""An open question which of several things was meant. The next line may choose by number, order, name, or all."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.core.names import Names, in_digits, words
from game.tour.commands import Chosen

if TYPE_CHECKING:
    from game.tour.scope import Scope

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
"""Words for the places of a list, in order."""

MAX_NUMBER_DIGITS = 6
"""Digits of a number that are read."""

_FILLER = frozenset({"the", "one", "ones", "number", "please", "i", "mean", "meant", "option"})

_SAID_OF_A_CHOICE = _FILLER | frozenset(
    "think believe say would guess suppose choose pick take want is it's its my answer choice sentence statement line "
    "note that this it sentence will go with for would'd id i'd ill i'll s".split()
)
"""Words of a sentence in which a player says what is chosen."""


class Choices:
    """What a line may have meant: several commands or lines, each under its names."""

    def __init__(
        self,
        named: Sequence[tuple[tuple[str, ...], Chosen | str]],
        both: Chosen | None = None,
        numbers: Sequence[int] = (),
        *,
        is_menu: bool = False,
        stays: bool = False,
    ) -> None:
        """Hold the choices.

        Args:
            named: The names of each choice, and its command or the line to read instead, in the order printed.
            both: What BOTH and ALL mean; None where they mean nothing.
            numbers: The numbers they are printed with, where they have numbers of their own, as notes do.
            is_menu: Whether nothing is asked: a guided tour does not wait for it.
            stays: Whether a line that changes nothing leaves the choice open, as a question about it does.
        """
        self.is_menu = is_menu
        self.stays = stays
        self._named = named
        self._both = both
        self._numbers = numbers or range(1, len(named) + 1)

    def renew(self, scope: "Scope") -> "Choices":
        """The same choices in another state."""
        return self

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers by which they can be chosen, in the order printed."""
        return tuple(self._numbers)

    @property
    def names(self) -> tuple[str, ...]:
        """The choices, each with its number, as they are printed."""
        return tuple(f"{number}. {names[0]}" for number, (names, _) in zip(self._numbers, self._named, strict=True))

    def choose(self, line: str) -> Chosen | str | None:
        """The command or line that a line chooses, or None when it chooses nothing."""
        if self.stays and (place := self._read_sentence(line)) >= 0:
            return self._named[place][1]
        typed = [word for word in words(line) if word not in _FILLER]
        if typed in (["both"], ["all"], ["each"]):
            return self._both
        if len(typed) == 1:
            place = self._read_place(typed[0])
            if 0 <= place < len(self._named):
                return self._named[place][1]
        # A part of a name is tried last: a thing may be called "the second door" and stand first in the list.
        found = Names((place, names) for place, (names, _) in enumerate(self._named)).find(" ".join(typed))
        return self._named[found[0]][1] if len(found) == 1 else None

    def _read_sentence(self, line: str) -> int:
        """The place that a whole sentence names, as I THINK IT IS NUMBER FOUR, BECAUSE does; -1 for none."""
        # Its first clause says what is chosen; what follows is a reason.
        for clause in (line, re.split(r"[.,;:!?]|\b(?:because|since)\b", line, maxsplit=1, flags=re.IGNORECASE)[0]):
            left = [word for word in words(clause) if word not in _SAID_OF_A_CHOICE]
            if len(left) == 1 and (place := self._read_place(in_digits(left[0]))) >= 0:
                return place
        return -1

    def _read_place(self, word: str) -> int:
        """The place in the list that a word names, from 0; -1 when it names none."""
        if word.isdecimal():
            # No number of the list is as long as a line, and int() of a thousand digits would take its time.
            number = int(word) if len(word) <= MAX_NUMBER_DIGITS else 0
            return self._numbers.index(number) if number in self._numbers else -1
        return ORDINALS.index(word) if word in ORDINALS else -1
