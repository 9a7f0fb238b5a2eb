"""An answer that is being made by keys and clicks: they edit the line that is sent, and nothing else.

So an answer has one form however it is made: ``C A B``, typed or put in order by arrows, is the same line, and a
transcript or an attempt knows no difference. This module does not know when a line is sent, nor how it looks.
"""

import re

from game.pack.kinds import Shown, describe_form, list_picked_options, read_response
from game.pack.kinds.parts import Instruction
from game.pack.kinds.picking import OPTION_LETTERS

_LOOSE_LINE = re.compile(r"[a-h0-9\s,;>.):-]*", re.IGNORECASE)
"""Lines that are nothing but letters, numbers and what parts them: others are words, and no draft."""

_TOKEN = re.compile(r"[a-h]|\d+")


class AnswerDraft:
    """The answer to one question as its line has it so far."""

    def __init__(self, shown: Shown, line: str = "") -> None:
        self.shown = shown
        self.line = line
        self.cursor: int | None = None
        """Index of the option, step or row that the arrows have reached; None before they are used."""
        self.is_held = False
        """Whether the step under the cursor is picked up, so that the arrows move it."""

    @property
    def instruction(self) -> Instruction:
        """How the question is answered."""
        return describe_form(self.shown.item).instruction

    @property
    def count(self) -> int:
        """How many places the cursor has; 0 for a figure or words of one's own."""
        match self.instruction:
            case "match":
                return len(self.shown.rows)
            case "proof":
                return len(self.shown.options) + len(self.shown.rows)
            case _:
                return len(self.shown.options)

    @property
    def named(self) -> tuple[int, ...]:
        """Indices of the options that the line names, in its order; none where it pairs them with rows."""
        if self.instruction == "match":
            return ()
        response = read_response(self.shown, self.line) if self.line else None
        texts = (*list_picked_options(self.shown.item, response or ()), *(response or ()))
        found = [self.shown.options.index(text) for text in texts if text in self.shown.options]
        return tuple(dict.fromkeys(found or self._read_letters()))

    @property
    def arranged(self) -> tuple[int, ...]:
        """Indices of all steps as they would be in order: those that are named, then the others as they are shown."""
        return tuple(dict.fromkeys((*self.named, *range(len(self.shown.options)))))

    @property
    def pairs(self) -> dict[int, int]:
        """Index of a row -> index of the option that the line gives it."""
        if self.instruction != "match":
            return {}
        tokens = self._read_tokens()
        if not any(token.isdecimal() for token in tokens):
            return dict(enumerate(map(OPTION_LETTERS.index, tokens)))
        found: dict[int, int] = {}
        for one, other in zip(tokens[::2], tokens[1::2], strict=False):
            row, letter = (one, other) if one.isdecimal() else (other, one)
            if row.isdecimal() and letter.isalpha():
                found[int(row) - 1] = OPTION_LETTERS.index(letter)
        return found

    @property
    def proof(self) -> int | None:
        """Index of the row that is said to prove the answer."""
        numbers = [int(token) - 1 for token in self._read_tokens() if token.isdecimal()]
        return numbers[0] if numbers and self.instruction == "proof" else None

    def move(self, by: int) -> None:
        """Move the cursor, and the step with it that is picked up."""
        if not self.count:
            return
        before = self.cursor
        start = 0 if by > 0 else self.count - 1
        self.cursor = start if before is None else min(max(before + by, 0), self.count - 1)
        if self.is_held and before is not None and before != self.cursor:
            steps = list(self.arranged)
            steps.insert(self.cursor, steps.pop(before))
            self._write_letters(steps)

    def press(self) -> None:
        """Do what Space does where the cursor stands: mark, pick up, put down, or give the next letter."""
        if self.cursor is None:
            return
        match self.instruction:
            case "order":
                self.is_held = not self.is_held
                self._write_letters(self.arranged)
            case "match":
                self.turn(1)
            case "proof" if self.cursor >= len(self.shown.options):
                self.pick_row(self.cursor - len(self.shown.options))
            case _:
                self.pick_option(self.cursor)

    def turn(self, by: int) -> None:
        """Give the row under the cursor the next letter, or the one before; a row that had it gets the old one."""
        if self.cursor is None or self.instruction != "match":
            return
        old = self.pairs.get(self.cursor)
        count = len(self.shown.options)
        new = (0 if by > 0 else count - 1) if old is None else (old + by) % count
        self._pair(self.cursor, new)

    def pick_option(self, place: int) -> None:
        """Pick an option by its letter or by a click; what was picked is put back where several can be."""
        named = self.named
        match self.instruction:
            case "order" | "all-letters":
                rest = tuple(each for each in named if each != place)
                picked = rest if place in named else (*named, place)
                self._write_letters(picked if self.instruction == "order" else sorted(picked))
            case "match":
                pairs = self.pairs
                row = (
                    next((row for row in range(self.count) if row not in pairs), 0)
                    if self.cursor is None
                    else self.cursor
                )
                self._pair(row, place)
                self.cursor = next((row for row in range(self.count) if row not in self.pairs), row)
            case "proof":
                self._write_proof(place, self.proof)
            case _:
                self._write_letters((place,))

    def pick_row(self, row: int) -> None:
        """Click a row: the cursor goes there, or the row is the proof."""
        if self.instruction == "proof":
            self._write_proof(next(iter(self.named), None), row)
        else:
            self.cursor = row

    def _pair(self, row: int, option: int) -> None:
        pairs = self.pairs
        old = pairs.get(row)
        for other, given in list(pairs.items()):
            if given == option and other != row:
                # Each letter is given once. The other row takes the old one, so that no row is forgotten.
                del pairs[other]
                if old is not None:
                    pairs[other] = old
        pairs[row] = option
        self.line = " ".join(f"{at + 1}{OPTION_LETTERS[pairs[at]].upper()}" for at in sorted(pairs))

    def _write_letters(self, places: "tuple[int, ...] | list[int]") -> None:
        self.line = " ".join(OPTION_LETTERS[place].upper() for place in places)

    def _write_proof(self, option: int | None, row: int | None) -> None:
        letter = "" if option is None else OPTION_LETTERS[option].upper()
        self.line = f"{letter}{'' if row is None else row + 1}"

    def _read_tokens(self) -> list[str]:
        tokens = _TOKEN.findall(self.line.casefold()) if _LOOSE_LINE.fullmatch(self.line) else []
        return [token for token in tokens if token.isdecimal() or OPTION_LETTERS.index(token) < len(self.shown.options)]

    def _read_letters(self) -> tuple[int, ...]:
        return tuple(OPTION_LETTERS.index(token) for token in self._read_tokens() if token.isalpha())
