"""Where a text comes from, as lines."""

from game.core.characters import strip_controls
from game.pack.ledger import Fact
from game.pack.world import World
from game.prose.lines import Line, capitalise, count_noun, format_cite
from game.tour.events import SourcesShown

QUOTED_OPENING_WORDS = 6
"""Words that a list of sources quotes from the beginning of a passage."""


def render_sources(event: SourcesShown, world: World) -> tuple[Line, ...]:
    """Where each passage of the last text comes from."""
    lines: list[Line] = []
    for passage, facts in event.passages:
        opening = " ".join(strip_controls(passage.text).split()[:QUOTED_OPENING_WORDS]).rstrip(".,;:")
        # A player must be able to tell invention from report, so staged text is named as such, too.
        if passage.staged:
            lines.append(Line(f"“{opening} …” is staged: ours, and no claim about the world.", "source"))
            continue
        lines.append(Line(f"“{opening} …” rests on {count_noun(len(facts), 'fact')}:", "source"))
        lines.extend(_render_sourced_claim(fact, world) for fact in facts)
    if event.standing:
        lines.append(Line(f"Standing of this place: {event.standing}. The brass plaque says why.", "source"))
    return tuple(lines)


def _render_sourced_claim(fact: Fact, world: World) -> Line:
    return Line(f"{capitalise(fact.claim)} {format_cite(fact, world)}", "claim", is_tight=True)
