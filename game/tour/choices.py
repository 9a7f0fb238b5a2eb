"""An open question which of several things was meant. The next line may choose by number, order, name, or all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.core.names import Names, words
from game.tour.commands import Chosen
from game.tour.said_choices import find_named, find_numbered, is_no_choice, read_place

if TYPE_CHECKING:
    from game.tour.events import ChoiceSubject
    from game.tour.scope import Scope

_FILLER = frozenset({"the", "one", "ones", "number", "please", "i", "mean", "meant", "option"})


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
        subject: "ChoiceSubject" = "choosing",
    ) -> None:
        """Hold the choices.

        Args:
            named: The names of each choice, and its command or the line to read instead, in the order printed.
            both: What BOTH and ALL mean; None where they mean nothing.
            numbers: The numbers they are printed with, where they have numbers of their own, as notes do.
            is_menu: Whether nothing is asked: a guided tour does not wait for it.
            stays: Whether a line that changes nothing leaves the choice open, as a question about it does.
            subject: What is decided.
        """
        self.is_menu = is_menu
        self.stays = stays
        self.subject = subject
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

    def is_whole(self, line: str) -> bool:
        """Whether a line with its commas is one choice: a sentence that is chosen, or a choice with its reason."""
        return self.stays and self.choose(line) is not None

    def choose(self, line: str) -> Chosen | str | None:
        """The command or line that a line chooses, or None when it chooses nothing."""
        if self.stays and (place := find_numbered(line, self._numbers)) >= 0:
            return self._named[place][1]
        typed = [word for word in words(line) if word not in _FILLER]
        if typed in (["both"], ["all"], ["each"]):
            return self._both
        if len(typed) == 1:
            place = read_place(typed[0], self._numbers)
            if 0 <= place < len(self._named):
                return self._named[place][1]
        # WHY is a word of a sentence to choose, and no choice; NONE OF THESE chooses none of them.
        if self.stays and is_no_choice(line):
            return None
        # A part of a name is tried last: a thing may be called "the second door" and stand first in the list.
        found = Names((place, names) for place, (names, _) in enumerate(self._named)).find(" ".join(typed))
        if len(found) == 1:
            return self._named[found[0]][1]
        place = find_named(line, [names for names, _ in self._named]) if self.stays else -1
        return self._named[place][1] if place >= 0 else None
