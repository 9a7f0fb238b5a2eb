"""Facts, sources and differences, told."""

from game.pack.ledger import Difference, Fact, Side, Source
from game.pack.world import Room, World
from game.prose.lines import Line, capital, cite, count, date, numbered, plain, tag, tags
from game.tour.events import (
    DifferencesShown,
    EntityTold,
    FactsNoted,
    NotebookShown,
    Recalled,
    SourcesShown,
    TimelineShown,
)

OPENING_WORDS = 6
"""How many words of a passage name it in a list of sources."""


def facts_noted(event: FactsNoted, world: World) -> tuple[Line, ...]:
    """New facts by their tags, and the points on which sources differ."""
    noted = Line(f"Noted {count(len(event.facts), 'fact')}: {tags(event.facts)}.", "fact")
    return (noted, *(Line(differ(difference, world), "differ", is_tight=True) for difference in event.differences))


def differ(difference: Difference, world: World) -> str:
    """A difference: the point, and each side with its tag."""
    sides = "; ".join(_side(side, world) for side in difference.sides)
    return f"≠ sources differ on {difference.topic}: {sides}."


def _side(side: Side, world: World) -> str:
    cites = dict.fromkeys(cite for fact_id in side.facts for cite in world.facts[fact_id].cites)
    return f"{side.says.rstrip('.')} [{'+'.join(cites)}]"


def entity_told(event: EntityTold, world: World) -> tuple[Line, ...]:
    """What the articles say of someone or something."""
    lines = [
        Line(event.entity.gloss),
        *(Line(f"{fact.claim} [{tag(fact)}]", "claim", is_tight=True) for fact in event.facts),
    ]
    ids = dict.fromkeys(d for fact in event.facts for d in world.differing.get(fact.id, ()))
    lines.extend(Line(differ(world.differences[d], world), "differ", is_tight=True) for d in ids)
    return tuple(lines)


def recalled(event: Recalled, world: World) -> tuple[Line, ...]:
    """What the notebook holds on a question, and where its sources differ."""
    lines = [Line("Your notebook has this on it:", "note")]
    lines.extend(Line(f"{fact.claim} [{tag(fact)}]", "claim", is_tight=True) for fact in event.facts)
    ids = dict.fromkeys(d for fact in event.facts for d in world.differing.get(fact.id, ()))
    lines.extend(Line(differ(world.differences[d], world), "differ", is_tight=True) for d in ids)
    return tuple(lines)


def notebook_shown(event: NotebookShown, world: World) -> tuple[Line, ...]:
    """The notebook, group by group, and after each the points on which its facts differ from others."""
    noted = len({fact.id for _, facts in event.entries for fact in facts})
    if not noted:
        return (Line(_nothing(event)),)
    held = f" that hold “{plain(event.word)}”" if event.word else ""
    lines = [Line(f"Notebook: {noted} of {count(event.total, 'fact')}{held}.", "heading")]
    for head, facts in event.entries:
        if not event.word:
            lines.append(Line(_heading(head), "heading"))
        lines.extend(Line(f"{fact.claim} [{tag(fact)}]", "claim", is_tight=True) for fact in facts)
        ids = dict.fromkeys(d for fact in facts for d in world.differing.get(fact.id, ()))
        lines.extend(Line(differ(world.differences[d], world), "differ", is_tight=True) for d in ids)
    return tuple(lines)


def _nothing(event: NotebookShown) -> str:
    if event.word:
        return f"Nothing in your notebook holds “{plain(event.word)}”."
    total = count(event.total, "fact")
    return f"Your notebook is empty. The tour holds {total}; read, and they enter by themselves."


def _heading(head: Room | Source | str) -> str:
    match head:
        case Room():
            return numbered(head)
        case Source():
            return f"{head.title}, {date(head.date)}"
        case _:
            return capital(head)


def timeline_shown(event: TimelineShown) -> tuple[Line, ...]:
    """What was noted, in the order of its dates."""
    if not event.dated and not event.undated:
        return (Line("No event stands in your notebook yet."),)
    lines = [Line("What you have noted, in the order of its dates.", "heading")]
    lines.extend(
        Line(f"{date(fact.about.when or '')}: {fact.claim} [{tag(fact)}]", "claim", is_tight=True)
        for fact in event.dated
    )
    if event.undated:
        lines.append(Line("Without a date:", "heading"))
        lines.extend(Line(f"{fact.claim} [{tag(fact)}]", "claim", is_tight=True) for fact in event.undated)
    if event.left:
        lines.append(Line(f"{count(event.left, 'dated fact')} more can be found.", "note"))
    return tuple(lines)


def differences_shown(event: DifferencesShown, world: World) -> tuple[Line, ...]:
    """The points on which sources differ, both sides, neither chosen."""
    if not event.differences:
        return (Line(f"You have found none of the {event.total} points on which the sources differ yet."),)
    found = f"You have found {len(event.differences)} of {event.total} points on which the sources differ."
    lines = [Line(found, "heading")]
    for difference in event.differences:
        lines.append(Line(differ(difference, world), "differ"))
        lines.append(Line(difference.wording, "note", is_tight=True))
    return tuple(lines)


def sources_shown(event: SourcesShown, world: World) -> tuple[Line, ...]:
    """Where each passage of the last text comes from."""
    lines: list[Line] = []
    for passage, facts in event.passages:
        opening = " ".join(plain(passage.text).split()[:OPENING_WORDS]).rstrip(".,;:")
        if passage.staged:
            lines.append(Line(f"“{opening} …” is staged: ours, and no claim about the world.", "source"))
            continue
        lines.append(Line(f"“{opening} …” rests on {count(len(facts), 'fact')}:", "source"))
        lines.extend(_sourced(fact, world) for fact in facts)
    if event.standing:
        lines.append(Line(f"Standing of this place: {event.standing}. The brass plaque says why.", "source"))
    return tuple(lines)


def _sourced(fact: Fact, world: World) -> Line:
    return Line(f"{capital(fact.claim)} {cite(fact, world)}", "claim", is_tight=True)
