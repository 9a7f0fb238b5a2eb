"""The game's reply to a line: the words, and the screen to open over the play screen.

A front end never interprets what was typed. The session has understood the line, including synonyms and typing
mistakes. So the screen to open is decided here, once, and ``write report`` opens the desk just like ``dispatch``.
"""

from typing import Literal

from msgspec import Struct

from game.prose.lines import Line

Opening = Literal["desk", "page", "quiz", "end", "timeline", "differences", "journeys"]
"""What a screen opens: the desk, the front page, the new quiz session, the picture of the journey's end, or a board."""


class Reply(Struct, frozen=True):
    """The reply to one line.

    The view of the place is not a field: line mode never reads it, and it often costs more time than the turn. A screen
    asks the game for it.
    """

    lines: tuple[Line, ...]
    opens: Opening | None = None
    """None if nothing opens. Line mode opens nothing and only prints the lines."""
