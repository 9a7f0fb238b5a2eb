"""The notebook and the timeline as lines."""

from game.core.characters import strip_controls
from game.pack.ledger import Source
from game.pack.world import Room, World
from game.prose.compare_lines import HOW_TO_COMPARE, render_note
from game.prose.fact_lines import render_claim
from game.prose.lines import Line, capitalise, count_noun, format_date, format_tag, join_words, number_room
from game.prose.questions import render_sources
from game.tour.events import DatedFacts, NotebookShown, TimelineShown

HOW_TO_NOTE = "What you read enters the notebook by itself."


def render_notebook(event: NotebookShown, world: World) -> tuple[Line, ...]:
    """The notebook, group by group, each note with its number and how sure its source is."""
    if event.numbers:
        return _render_numbered(event, world)
    # Counted once each: BY SOURCE lists a fact under every source that has it.
    noted = len({note.number for _, notes in event.entries for note in notes})
    if not noted:
        return (Line(_say_nothing_noted(event)),)
    held = f" that hold “{strip_controls(event.word)}”" if event.word else ""
    lines = [Line(f"Notebook: {count_noun(noted, 'note')}{held}.", "heading")]
    for head, notes in event.entries:
        if not event.word:
            lines.append(Line(_name_heading(head), "heading"))
        lines.extend(render_note(note, world) for note in notes)
    if noted > 1 and not event.word:
        lines.append(Line(HOW_TO_COMPARE, "note"))
    return tuple(lines)


def _render_numbered(event: NotebookShown, world: World) -> tuple[Line, ...]:
    notes = [note for _, notes in event.entries for note in notes]
    missing = [f"{each}" for each in event.numbers if each not in {note.number for note in notes}]
    lines = tuple(line for note in notes for line in (render_note(note, world), *render_sources((note.fact,), world)))
    if not missing:
        return lines
    have = f"Your notes have the numbers 1 to {event.total}." if event.total > 1 else HOW_TO_NOTE
    return (*lines, Line(f"You have no note {join_words(missing, 'or')} yet. {have}", "note"))


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


def name_date(entry: DatedFacts) -> str:
    """A date: in the article's own words where it has some."""
    return entry.era or format_date(entry.date.when)


def name_band(entry: DatedFacts) -> str:
    """A date of which nobody knows whether it came before or after others within it."""
    if "/" in entry.date.when:
        return entry.era or format_date(entry.date.when)
    return f"some time in {entry.era or format_date(entry.date.when)}"


def render_timeline(event: TimelineShown) -> tuple[Line, ...]:
    """What was noted, in the order of its dates."""
    if not event.dated and not event.undated:
        return (Line("No event stands in your notebook yet."),)
    lines = [Line("What you have noted, in the order of its dates.", "heading")]
    for entry in event.dated:
        if entry.date.is_band:
            lines.append(Line(f"{capitalise(name_band(entry))}, before, between or after the dates above:", "heading"))
            lines.extend(map(render_claim, entry.facts))
        else:
            lines.extend(
                Line(f"{capitalise(name_date(entry))}: {fact.claim} [{format_tag(fact)}]", "claim", is_tight=True)
                for fact in entry.facts
            )
    if event.undated:
        lines.append(Line("Without a date:", "heading"))
        lines.extend(map(render_claim, event.undated))
    if event.left:
        lines.append(Line(f"{count_noun(event.left, 'dated fact')} more can be found.", "note"))
    return tuple(lines)
