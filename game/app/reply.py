"""What the game gives back for a line: the words, and what a screen opens over the play screen because of them.

A front end never looks at what was typed to find out what it means. The session has understood the line, with its
synonyms and slips; so what opens is decided here, once, and ``write report`` opens the desk as ``dispatch`` does.
"""

from typing import Literal

from msgspec import Struct

from game.prose.lines import Line

Opening = Literal["desk", "quiz", "end"]
"""What a screen opens: the desk with the dispatch, the quiz session just begun, the picture of the journey's end."""


class Reply(Struct, frozen=True):
    """What came of one line.

    The view of the place is no field: line mode never reads it, and to make it costs more than many a turn. Whoever
    paints asks the game for it.
    """

    lines: tuple[Line, ...]
    opens: Opening | None = None
    """None when nothing opens; line mode has nothing to open and prints the lines alone."""
