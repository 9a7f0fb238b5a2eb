"""Score and progress as lines."""

from game.pack.world import World
from game.prose.lines import Line, count_noun, format_clock, number_room
from game.prose.own_words import Sentences
from game.tour.events import ProgressShown, Scored

SCORES = Sentences(
    "score",
    {
        "clock": "Journey: {clock} of about {hours} hours.",
        "no-clock": "How far you have come.",
        "seen": "{Places} seen: {share}.",
        "each": "PROGRESS tells it {place} by {place}.",
        "progress": "What you have noted and answered, from first to last.",
    },
)


def render_score(event: Scored, world: World) -> tuple[Line, ...]:
    """Progress in counts."""
    gone, whole = event.minutes
    strengths = ", ".join(f"{name} {noted} of {there}" for name, noted, there in event.strengths)
    rows = (
        SCORES.say(world, "seen", share=_say_share(event.carriages)),
        f"Facts noted: {_say_share(event.facts)} ({strengths}).",
        f"Things looked at: {_say_share(event.things)}.",
        f"Points found between notes: {_say_share(event.differences)}.",
        f"Questions right: {event.right} of {event.answered} answered; there are {event.items}.",
        SCORES.say(world, "each"),
    )
    # A tour without a clock goes by what was seen alone.
    form = "clock" if whole else "no-clock"
    heading = SCORES.say(world, form, clock=format_clock(gone), hours=whole // 60)
    return (Line(heading, "heading"), *(Line(row, is_tight=True) for row in rows))


def _say_share(pair: tuple[int, int]) -> str:
    return f"{pair[0]} of {pair[1]}"


def render_progress(event: ProgressShown, world: World) -> tuple[Line, ...]:
    """Each visited room with its facts and questions, and the number of rooms not visited."""
    lines = [Line(SCORES.say(world, "progress"), "heading")]
    for row in event.rows:
        here = " (you are here)" if row.room.id == event.here else ""
        asked = f", {row.answered} of {count_noun(row.items, 'question')}" if row.items else ""
        told = f"{row.noted} of {count_noun(row.facts, 'fact')}{asked}"
        lines.append(Line(f"{number_room(row.room)}{here}: {told}", "option", is_tight=True))
    if event.left:
        lines.append(Line(f"Not visited yet: {count_noun(event.left, 'place')}.", "option", is_tight=True))
    return tuple(lines)
