"""The guided tour as lines: what it types, and where it waits or ends."""

from game.prose.lines import Line
from game.tour.events import StopPlayed


def render_stop(event: StopPlayed) -> tuple[Line, ...]:
    """What the guide does, so that a visitor learns how it is typed."""
    return (Line(f"The guide types: {event.line.upper()}", "note"),)


def render_waiting() -> tuple[Line, ...]:
    """The guide goes on when the visitor has answered."""
    return (Line("The guide waits for your answer. Type the number you choose, or GUIDE to go on without.", "note"),)


def render_end() -> tuple[Line, ...]:
    """The guide has no stop left from here on."""
    return (Line("The guide ends here. You may walk on by yourself, or go back: GO TO 2 and GUIDE.", "note"),)
