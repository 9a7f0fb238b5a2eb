"""The lines typed so far, which can be stepped through and searched. It knows no widget."""

MAX_FOUND_LINES = 8
"""Earlier lines that a search shows at once."""


class LineHistory:
    """The typed lines, and the current place among them."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._place = 0
        self._draft = ""
        """The unfinished text when the player began to step back."""

    def remember(self, line: str) -> None:
        """Add a line that was sent and move behind it. Empty lines and repetitions are not kept."""
        if line.strip() and self._lines[-1:] != [line]:
            self._lines.append(line)
        self._place = len(self._lines)

    def step_back(self, typed: str) -> str | None:
        """The line before; None at the first.

        Args:
            typed: The text in the prompt. At the newest end it is kept, so that the player can return to it.
        """
        if self._place == len(self._lines):
            self._draft = typed
        if self._place == 0:
            return None
        self._place -= 1
        return self._lines[self._place]

    def step_on(self) -> str | None:
        """The line after; after the last line, the unfinished text. None at the end."""
        if self._place == len(self._lines):
            return None
        self._place += 1
        return self._lines[self._place] if self._place < len(self._lines) else self._draft

    def find(self, typed: str) -> list[str]:
        """The earlier lines that contain the typed text, newest first, each once."""
        found = [line for line in dict.fromkeys(reversed(self._lines)) if typed.casefold() in line.casefold()]
        return found[:MAX_FOUND_LINES]
