"""Reads Aiken: a question, its options ``A.`` to ``Z.`` one a line, and a line ``ANSWER: B``. Never raises."""

import re
from pathlib import Path

from game.exchange.drafts import Draft, Trouble
from game.pack.kinds.neutral import Option
from game.prose import import_problems as problems

_OPTION = re.compile(r"\s*([A-Z])[.)]\s*(\S.*)")
_SAMPLE = re.compile(r"^[ \t]*[A-Z][.)].*\n\s*ANSWER[ \t]*:[ \t]*[A-Z]\b", re.IGNORECASE | re.MULTILINE)
_ANSWER = re.compile(r"(\s*ANSWER\s*:\s*)(.*)", re.IGNORECASE)


def is_aiken(text: str) -> bool:
    r"""Whether a text is Aiken and not GIFT: an option stands above a line ANSWER: with a letter.

    >>> is_aiken("So?\nA. one\nB. two\nANSWER: A"), is_aiken("ANSWER: so?{=one ~two}")
    (True, False)
    """
    return bool(_SAMPLE.search(text))


def read(text: str, path: Path) -> tuple[list[Draft], list[Trouble]]:
    """The questions in a text, and what could not be read of it."""
    reader = _Reader(path)
    for number, row in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        reader.read_row(number, row)
    reader.close()
    return reader.drafts, reader.troubles


class _Reader:
    """Reads the lines of a file, one after the other."""

    def __init__(self, path: Path) -> None:
        self.drafts: list[Draft] = []
        self.troubles: list[Trouble] = []
        self._path = path
        self._line = 0
        self._stem: list[str] = []
        self._options: list[tuple[str, str]] = []

    def read_row(self, number: int, row: str) -> None:
        """Read one line."""
        if not row.strip():
            return
        if answer := _ANSWER.fullmatch(row):
            self._line = self._line or number
            self._finish(answer[2].strip(), number, len(answer[1]) + 1)
        elif (option := _OPTION.fullmatch(row)) and self._continues(option[1]):
            self._line = self._line or number
            self._options.append((option[1], option[2].strip()))
        else:
            # A question after options whose answer is missing.
            if self._options:
                self.close()
            self._line = self._line or number
            self._stem.append(row.strip())

    def _continues(self, letter: str) -> bool:
        """Whether a line is the next option: a question may begin with a letter and a point, too."""
        return letter == chr(ord("A") + len(self._options)) or bool(self._options)

    def close(self) -> None:
        """Tell of a question that has no answer; the file or the question ends here."""
        if self._line:
            self._report(self._line, 1, problems.NO_AIKEN_ANSWER)
            self._begin()

    def _begin(self) -> None:
        self._line, self._stem, self._options = 0, [], []

    def _finish(self, told: str, line: int, column: int) -> None:
        letter = told.rstrip(".)").upper()
        if not self._stem:
            self._report(self._line, 1, problems.NO_AIKEN_STEM)
        elif not self._options:
            self._report(self._line, 1, problems.NO_AIKEN_OPTIONS)
        elif letter not in [each for each, _ in self._options]:
            self._report(line, column, problems.describe_aiken_key(told))
        else:
            options = [Option(text, is_right=each == letter) for each, text in self._options]
            self.drafts.append(Draft(line=self._line, stem="\n".join(self._stem), options=options))
        self._begin()

    def _report(self, line: int, column: int, text: str) -> None:
        self.troubles.append(Trouble(self._path, line, column, text))
