"""What a candidate in a class reads when the teacher does something to the exam."""

from game.prose.exam import format_span
from game.prose.lines import Line


def render_extended(seconds: float) -> tuple[Line, ...]:
    """The end was moved; nothing where it stays where it is.

    >>> [line.text for line in (*render_extended(300), *render_extended(-90), *render_extended(0))]
    ['Your teacher gave you 5:00 more.', 'Your teacher took back 1:30 of the time that was given to you.']
    """
    if not seconds:
        return ()
    span = format_span(abs(seconds))
    if seconds < 0:
        return (Line(f"Your teacher took back {span} of the time that was given to you.", "note"),)
    return (Line(f"Your teacher gave you {span} more.", "note"),)


def render_held() -> tuple[Line, ...]:
    """The clock stands."""
    return (
        Line("Your teacher has stopped the exam. The clock stands, and nothing can be answered.", "heading"),
        Line("What you have answered is kept.", "note", is_tight=True),
    )


def render_released() -> tuple[Line, ...]:
    """The clock runs again."""
    return (Line("The exam goes on. The clock runs again.", "note"),)


def render_renamed(name: str) -> tuple[Line, ...]:
    """The candidate has another name."""
    return (Line(f"Your teacher has changed your name: you are {name}.", "note"),)


def render_reopened() -> tuple[Line, ...]:
    """The exam goes on after it was handed in."""
    return (Line("Your teacher has let you in again. The time since you handed in is not counted.", "note"),)


def render_handed_in_by_teacher() -> Line:
    """The teacher has handed in what there was."""
    return Line("Your teacher has handed in your answers.", "heading")
