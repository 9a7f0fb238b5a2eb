"""Differences found so far, and where a text comes from, as lines."""

from game.pack.ledger import Fact
from game.pack.world import World
from game.prose.fact_lines import render_difference, render_mix_up
from game.prose.lines import Line, capitalise, count_noun, format_cite, strip_controls
from game.tour.events import DifferencesShown, SourcesShown

_HOW_TO_FIND = "One is found when two of its sides are in your notebook."

QUOTED_OPENING_WORDS = 6
"""Words that a list of sources quotes from the beginning of a passage."""


def render_differences(event: DifferencesShown, world: World) -> tuple[Line, ...]:
    """The points on which sources differ: all sides, without a choice between them; then what is easily mixed up."""
    found = f"You have found {len(event.differences) or 'none'} of {event.total} points on which the sources differ"
    lines = [Line(f"{found}.", "heading") if event.differences else Line(f"{found} yet. {_HOW_TO_FIND}")]
    compared = [(render_difference(each, world), each.wording) for each in event.differences]
    compared += [(render_mix_up(each, world), each.wording) for each in event.mix_ups]
    for text, wording in compared:
        lines.append(Line(text, "differ"))
        lines.append(Line(wording, "note", is_tight=True))
    return tuple(lines)


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
