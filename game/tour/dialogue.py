"""What a session remembers of the conversation: words that refer back, questions of ours that wait, hints given.

None of it is part of the State: a save does not hold it, UNDO does not take it back, and two tours with the same states
may have come there by different words.
"""

from typing import TYPE_CHECKING

from game.pack.ledger import Entity
from game.pack.world import Passage, Room
from game.tour.choices import Choices
from game.tour.commands import Chosen, Noun
from game.tour.events import NoSuchChoice, RestartAsked, RestartDeclined

if TYPE_CHECKING:
    from game.tour.answering.follow_up import Asked
    from game.tour.verdicts import Verdict

AGREED = frozenset({"yes", "y", "yes please", "ok", "sure", "new", "restart", "start over"})
DECLINED = frozenset({"no", "n", "nope", "no thanks", "cancel"})
"""Answers to whether to begin anew; any other line drops the question."""


class Dialogue:
    """The memory of one conversation. Each part is forgotten by its own rule, so each has its own method."""

    def __init__(self) -> None:
        self.referents: dict[str, tuple[Noun, ...]] = {}
        """IT, THEM, HIM and THERE -> what each stands for."""
        self.choices: Choices | None = None
        """What the last line may have meant, while a choice is awaited."""
        self.read: tuple[Passage, ...] = ()
        """The passages last read, for SOURCE."""
        self.asked: Asked | None = None
        """The question last answered, for AND HIS FATHER? and WHY?"""
        self.verdict: Verdict | None = None
        """The choice that was judged last, for WHY NOT 1?"""
        self.beside: Choices | None = None
        """The choice that waits while a line about something else is performed."""
        self.repeatable = ""
        """The line that AGAIN performs; empty before the first."""
        self.is_guided = False
        """Whether Enter on an empty line plays the next stop of the guided tour."""
        self._unknown = ("", "")
        self._hinted = ("", 0)
        self._missed: dict[str, int] = {}
        self._taught: set[str] = set()
        self._is_restart_offered = False
        self._was_empty = False

    def refer(self, nouns: tuple[Noun, ...]) -> None:
        """Remember what IT, THEM, HIM and THERE stand for from now on."""
        things = tuple(noun for noun in nouns if not isinstance(noun, Room))
        # A room is never IT: who walks somewhere and types X IT means the last thing, not the room.
        if things:
            self.referents |= {"it": things[-1:], "them": things}
        for noun in nouns:
            if isinstance(noun, Room):
                self.referents["there"] = (noun,)
            elif noun.kind == "person" if isinstance(noun, Entity) else noun.person:
                self.referents["him"] = (noun,)

    def choose(self, line: str) -> Chosen | str | NoSuchChoice | None:
        """What a line chooses: a command, or a line to read in its place; None when it chooses nothing."""
        choices, self.choices = self.choices, None
        if choices is None:
            return None
        chosen = choices.choose(line)
        if chosen is None and line.strip().isdecimal():
            # A number was meant as a choice, so the choice goes on; any other words are a new line of their own.
            self.choices = choices
            return NoSuchChoice(typed=line.strip(), choices=choices.names)
        return chosen

    def remember_unknown(self, line: str, word: str) -> None:
        """Keep a line that was not understood, and the word to blame, for OOPS."""
        self._unknown = (line, word)

    @property
    def is_correctable(self) -> bool:
        """Whether OOPS has a line to correct."""
        return bool(self._unknown[0])

    def correct_unknown(self, word: str) -> str:
        """The line that was not understood with its unknown word replaced; it can be corrected only once."""
        (line, unknown), self._unknown = self._unknown, ("", "")
        # The word was folded when the line was read, so it may stand in the line with capitals.
        place = line.casefold().find(unknown.casefold())
        return f"{line[:place]}{word}{line[place + len(unknown) :]}" if place >= 0 else word

    def count_hint(self, subject: str) -> int:
        """How many hints about the same subject have been asked for in a row, this one included."""
        last, level = self._hinted
        self._hinted = (subject, level + 1 if subject == last else 1)
        return self._hinted[1]

    def count_miss(self, sort_id: str, *, is_over: bool = False) -> int:
        """How many cards in a row a sort has refused, this one included; 0 once a card hangs."""
        self._missed[sort_id] = 0 if is_over else self._missed.get(sort_id, 0) + 1
        return self._missed[sort_id]

    def is_lesson_due(self, verb_id: str, short: str) -> bool:
        """Whether the short form of a wordy line is to be taught: once for each verb."""
        if not short or verb_id in self._taught:
            return False
        self._taught.add(verb_id)
        return True

    @property
    def is_restart_offered(self) -> bool:
        """Whether the next line may answer if the player wants to begin anew."""
        return self._is_restart_offered

    def offer_restart(self) -> None:
        """Remember that the player was asked whether to begin anew; only the next line can answer."""
        self._is_restart_offered = True

    def settle_restart(self, line: str) -> RestartAsked | RestartDeclined | None:
        """What a line answers to the offer to begin anew; None where none waits or the line is about other things."""
        # One line only: a YES ten turns later must not throw a tour away.
        was_offered, self._is_restart_offered = self._is_restart_offered, False
        answer = line.strip(" .!").casefold()
        if was_offered and answer in AGREED:
            return RestartAsked()
        return RestartDeclined() if was_offered and answer in DECLINED else None

    def note_line(self, *, is_empty: bool) -> bool:
        """Whether this line and the one before it were both empty."""
        was_empty, self._was_empty = self._was_empty, is_empty
        return was_empty and is_empty
