"""The journeys as lines, and their words on the map."""

from game.pack.world import NOT_TOLD, Journey
from game.prose.fact_lines import render_claim
from game.prose.lines import Line, count_noun, name_means
from game.tour.events import JourneysShown

JOURNEY_NOTE = "The map is stylised: straight lines, and towns where it has room for them."


def render_journeys(event: JourneysShown) -> tuple[Line, ...]:
    """The journeys as a list of legs, each with what is noted of it."""
    lines = [Line(f"You have read of {len(event.journeys)} of {count_noun(event.total, 'journey')}.", "heading")]
    for journey, facts in event.journeys:
        lines.append(Line(f"{render_journey_title(journey)} ({render_means(journey)})", "option"))
        lines.extend(map(render_claim, facts))
    return tuple(lines)


def render_journey_title(journey: Journey) -> str:
    """The date and the title of a journey."""
    return f"{journey.when}: {journey.title}"


def render_means(journey: Journey) -> str:
    """The means of travel, as far as an article names it."""
    return "means not told" if journey.means == NOT_TOLD else name_means(journey.means)


def describe_strokes(solid: str, dashed: str, dotted: str) -> tuple[str, str, str]:
    """What the lines of the map mean, a sample before each."""
    return f"{solid} by land or sea", f"{dashed} by plane", f"{dotted} means not told"


CHOSEN_NOTE = "The chosen line is bright and closed."
CHOSEN_NOTE_IN_LETTERS = "The chosen line is = and its towns are in capitals."
