"""Facts, sources and differences, told."""

from game.events import EntityTold, FactsNoted, NotebookShown, SourcesShown
from game.ledger import Difference, Fact, Side
from game.prose.lines import Line, capital, cite, count, numbered, plain, tag, tags
from game.world import World

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


def notebook_shown(event: NotebookShown) -> tuple[Line, ...]:
    """The notebook, room by room."""
    noted = sum(len(facts) for _, facts in event.entries)
    if not noted:
        total = count(event.total, "fact")
        return (Line(f"Your notebook is empty. The tour holds {total}; read, and they enter by themselves."),)
    lines = [Line(f"Notebook: {noted} of {count(event.total, 'fact')}.", "heading")]
    for room, facts in event.entries:
        lines.append(Line(numbered(room), "heading"))
        lines.extend(Line(f"{fact.claim} [{tag(fact)}]", "claim", is_tight=True) for fact in facts)
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
