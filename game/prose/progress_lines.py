"""Score and progress as lines."""

from game.prose.lines import Line, count_noun, format_clock, number_room
from game.tour.events import ProgressShown, Scored


def render_score(event: Scored) -> tuple[Line, ...]:
    """Progress in counts."""
    gone, whole = event.minutes
    strengths = ", ".join(f"{name} {noted} of {there}" for name, noted, there in event.strengths)
    rows = (
        f"Carriages seen: {_say_share(event.carriages)}.",
        f"Facts noted: {_say_share(event.facts)} ({strengths}).",
        f"Things looked at: {_say_share(event.things)}.",
        f"Points where sources differ: {_say_share(event.differences)} found.",
        f"Questions right: {event.right} of {event.answered} answered; there are {event.items}.",
        "PROGRESS tells it carriage by carriage.",
    )
    heading = Line(f"Journey: {format_clock(gone)} of about {whole // 60} hours.", "heading")
    return (heading, *(Line(row, is_tight=True) for row in rows))


def _say_share(pair: tuple[int, int]) -> str:
    return f"{pair[0]} of {pair[1]}"


def render_progress(event: ProgressShown) -> tuple[Line, ...]:
    """Each visited room with its facts and questions, and the number of rooms not visited."""
    lines = [Line("What you have noted and answered, from the rear to the locomotive.", "heading")]
    for row in event.rows:
        here = " (you are here)" if row.room.id == event.here else ""
        asked = f", {row.answered} of {count_noun(row.items, 'question')}" if row.items else ""
        told = f"{row.noted} of {count_noun(row.facts, 'fact')}{asked}"
        lines.append(Line(f"{number_room(row.room)}{here}: {told}", "option", is_tight=True))
    if event.left:
        lines.append(Line(f"Not visited yet: {count_noun(event.left, 'place')}.", "option", is_tight=True))
    return tuple(lines)
