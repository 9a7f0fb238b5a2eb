"""Facts and differences as lines, as the player meets them."""

from collections.abc import Iterable, Iterator

from game.pack.ledger import Difference, Fact, Side
from game.pack.world import World
from game.prose.lines import Line, count_noun, format_tag, format_tags
from game.tour.events import EntityDescribed, FactsNoted


def render_noted_facts(event: FactsNoted, world: World) -> tuple[Line, ...]:
    """New facts by their tags, and the points on which sources differ."""
    noted = Line(f"Noted {count_noun(len(event.facts), 'fact')}: {format_tags(event.facts)}.", "fact")
    return (
        noted,
        *(Line(render_difference(difference, world), "differ", is_tight=True) for difference in event.differences),
    )


def render_difference(difference: Difference, world: World) -> str:
    """A difference: the point, and each side with its tag."""
    sides = "; ".join(_format_side(side, world) for side in difference.sides)
    return f"≠ sources differ on {difference.topic}: {sides}."


def _format_side(side: Side, world: World) -> str:
    cites = dict.fromkeys(cite for fact_id in side.facts for cite in world.facts[fact_id].cites)
    return f"{side.says.rstrip('.')} [{'+'.join(cites)}]"


def render_entity(event: EntityDescribed, world: World) -> tuple[Line, ...]:
    """What the articles say of someone or something."""
    return (Line(event.entity.gloss), *render_claims(event.facts, world))


def render_claims(facts: Iterable[Fact], world: World) -> Iterator[Line]:
    """Facts, then the points on which one of them differs from another source, each once."""
    shown = tuple(facts)
    yield from (render_claim(fact) for fact in shown)
    ids = dict.fromkeys(d for fact in shown for d in world.differing.get(fact.id, ()))
    yield from (Line(render_difference(world.differences[d], world), "differ", is_tight=True) for d in ids)


def render_claim(fact: Fact) -> Line:
    """A fact with its cites and the strength of its source."""
    return Line(f"{fact.claim} [{format_tag(fact)}]", "claim", is_tight=True)
