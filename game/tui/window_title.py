"""The title of the terminal's window: what is on the screen and of which pack; afterwards what it was before."""

import os

from textual.driver import Driver

from game.core.characters import strip_controls

KEEP, RESTORE = "\x1b[22;2t", "\x1b[23;2t"
"""The terminal puts its title on a stack, and takes it from there (XTWINOPS). Where it has no stack it ignores both."""

WITHOUT_WINDOW = ("", "dumb", "linux")
"""Values of TERM of terminals that have no title."""


class TitleShown:
    """The part of a driver that shows a title."""

    title = ""

    def write(self, data: str) -> None:
        """Write to the terminal."""
        raise NotImplementedError

    def show_title(self, title: str) -> None:
        """Show another title. Names come from packs, so no control sequence may pass."""
        title = strip_controls(title)
        if title != self.title and has_window():
            self.title = title
            self.write(f"\x1b]2;{title}\x07")


def make_titled(kind: type[Driver]) -> type[Driver]:
    """A driver class like the given one that shows a title and gives the earlier one back, also while suspended."""

    class TitledDriver(TitleShown, kind):  # type: ignore[valid-type, misc] # the class for this terminal
        """The driver of this terminal."""

        write = kind.write

        def start_application_mode(self) -> None:
            """Keep the title of the terminal; after a suspension, show ours again."""
            super().start_application_mode()
            if has_window():
                self.write(KEEP)
                title, self.title = self.title, ""
                self.show_title(title)

        def stop_application_mode(self) -> None:
            """Give the title of the terminal back."""
            if has_window():
                self.write(RESTORE)
            super().stop_application_mode()

    return TitledDriver


def has_window() -> bool:
    """Whether the terminal can have a title."""
    return os.environ.get("TERM", "") not in WITHOUT_WINDOW or os.name == "nt"


def join_title(*parts: str) -> str:
    """What is on the screen first, because a narrow tab shows only the beginning.

    >>> join_title("Boarding carriage", "21 Carriages"), join_title("", "21 Carriages")
    ('Boarding carriage - 21 Carriages', '21 Carriages')
    """
    return " - ".join(dict.fromkeys(part for part in parts if part))
