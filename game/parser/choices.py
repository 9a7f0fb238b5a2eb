"""A question of which one, waiting: the next line may choose by number, by order, by a part of the name, or all."""

from game.commands import Command
from game.events import Ambiguous
from game.names import Names, words

ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_FILLER = frozenset({"the", "one", "ones", "number", "please", "i", "mean", "meant"})


class Choices:
    """What an ambiguous name may have meant."""

    def __init__(self, ambiguous: Ambiguous) -> None:
        self._nouns = ambiguous.nouns
        self._verb = ambiguous.verb

    def choose(self, line: str) -> Command | None:
        """The command that a line chooses, or None when it chooses nothing."""
        typed = [word for word in words(line) if word not in _FILLER]
        if typed in (["both"], ["all"], ["each"]) and self._verb in ("examine", "take", "drop"):
            return Command(verb=self._verb, nouns=self._nouns)
        if len(typed) == 1:
            place = int(typed[0]) - 1 if typed[0].isdecimal() else ORDER.index(typed[0]) if typed[0] in ORDER else -1
            if 0 <= place < len(self._nouns):
                return Command(verb=self._verb, nouns=(self._nouns[place],))
        found = Names((noun, (noun.name, *noun.names)) for noun in self._nouns).find(" ".join(typed))
        return Command(verb=self._verb, nouns=found) if len(found) == 1 else None
