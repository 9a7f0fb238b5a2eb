"""The notebook and the timeline as lines."""

from game.pack.ledger import Source
from game.pack.world import Room, World
from game.prose.fact_lines import render_claim, render_claims
from game.prose.lines import Line, capitalise, count_noun, format_date, format_tag, number_room, strip_controls
from game.tour.events import NotebookShown, TimelineShown


def render_notebook(event: NotebookShown, world: World) -> tuple[Line, ...]:
    """The notebook, group by group. After each group follow the points on which its facts differ from others."""
    # Counted once each: BY SOURCE lists a fact under every source that has it.
    noted = len({fact.id for _, facts in event.entries for fact in facts})
    if not noted:
        return (Line(_say_nothing_noted(event)),)
    held = f" that hold “{strip_controls(event.word)}”" if event.word else ""
    lines = [Line(f"Notebook: {noted} of {count_noun(event.total, 'fact')}{held}.", "heading")]
    for head, facts in event.entries:
        if not event.word:
            lines.append(Line(_name_heading(head), "heading"))
        lines.extend(render_claims(facts, world))
    return tuple(lines)


def _say_nothing_noted(event: NotebookShown) -> str:
    if event.word:
        return f"Nothing in your notebook holds “{strip_controls(event.word)}”."
    total = count_noun(event.total, "fact")
    return f"Your notebook is empty. The tour holds {total}; read, and they enter by themselves."


def _name_heading(head: Room | Source | str) -> str:
    match head:
        case Room():
            return number_room(head)
        case Source():
            return f"{head.title}, {format_date(head.date)}"
        case _:
            return capitalise(head)


def render_timeline(event: TimelineShown) -> tuple[Line, ...]:
    """What was noted, in the order of its dates."""
    if not event.dated and not event.undated:
        return (Line("No event stands in your notebook yet."),)
    lines = [Line("What you have noted, in the order of its dates.", "heading")]
    lines.extend(
        Line(f"{format_date(fact.about.when or '')}: {fact.claim} [{format_tag(fact)}]", "claim", is_tight=True)
        for fact in event.dated
    )
    if event.undated:
        lines.append(Line("Without a date:", "heading"))
        lines.extend(map(render_claim, event.undated))
    if event.left:
        lines.append(Line(f"{count_noun(event.left, 'dated fact')} more can be found.", "note"))
    return tuple(lines)
