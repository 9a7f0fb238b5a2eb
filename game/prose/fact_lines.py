"""Facts and differences as lines, as the player meets them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from game.pack.ledger import AgreedPoint, Comparison, Difference, Fact, MixUp, Side
from game.pack.world import World
from game.prose.lines import Line, describe_fact, describe_strength, format_tag, quote_sentence
from game.prose.room_lines import NOTED
from game.tour.events import FactsNoted


def render_noted_facts(event: FactsNoted, world: World) -> tuple[Line, ...]:
    """New facts, each with its number, its sentence and how sure its source is; none that a text has told."""
    if event.is_told:
        return ()
    runs = (tuple(run) for _, run in groupby(event.facts, lambda fact: describe_strength(fact, world)))
    quotes = (text for run in runs for text in _quote_run(run, world))
    said = [f"{NOTED} {number}. {text}" for number, text in enumerate(quotes, start=event.first)]
    return tuple(Line(text, "fact", is_tight=place > 0) for place, text in enumerate(said))


def _quote_run(run: tuple[Fact, ...], world: World) -> tuple[str, ...]:
    """Facts of one strength as quotes, with the strength once, after the last."""
    strength = describe_strength(run[0], world)
    # A rumour is called one each time.
    if len(run) == 1 or run[0].rumour:
        return tuple(f"{quote_sentence(fact.claim)} {strength}" for fact in run)
    *first, last = (quote_sentence(fact.claim) for fact in run)
    return (*first, f"{last} {'Both' if len(run) == 2 else 'All'} {strength[:1].lower()}{strength[1:]}")


def render_difference(difference: Difference, world: World) -> str:
    """A difference: the point, in what the sides are not alike, and each side with its tag."""
    return f"{render_difference_heading(difference, world)}: {_format_sides(difference, world)}."


def render_difference_heading(difference: Difference, world: World) -> str:
    """The point, and in what its sides are not alike. Only a dispute has the sign ≠."""
    topic = difference.topic
    match difference.kind:
        case "contradict":
            return f"≠ sources differ on {topic} (both cannot be true)"
        case "figures":
            return f"≠ sources differ on {topic} (different figures)"
        case "wording":
            return f"≈ on {topic}, sources use different words"
        case "sureness":
            return f"≈ on {topic}, one source is surer than the other"
        case "both-may-hold":
            return f"≈ on {topic}, sources tell different things, and both may be true"
        case "one-source":
            cite = world.facts[difference.sides[0].facts[0]].cites[0]
            return f"≈ on {topic}, {world.sources[cite[0]].title} says two things"
        case _ as never:
            assert_never(never)


def render_agreement(agreed: AgreedPoint, world: World) -> str:
    """A point on which the sources agree, each side with its tag."""
    return f"{render_agreement_heading(agreed)}: {_format_sides(agreed, world)}."


def render_agreement_heading(agreed: AgreedPoint) -> str:
    """The point on which the sources agree."""
    return f"= sources agree on {agreed.topic}"


def render_mix_up(mix_up: MixUp, world: World) -> str:
    """Things that are easily taken for one another, each with its tag."""
    return f"{render_mix_up_heading(mix_up)}: {_format_sides(mix_up, world)}."


def render_mix_up_heading(mix_up: MixUp) -> str:
    """What is easily mixed up."""
    return f"Do not mix up {mix_up.topic}"


def _format_sides(comparison: Comparison, world: World) -> str:
    return "; ".join(_format_side(side, world) for side in comparison.sides)


def _format_side(side: Side, world: World) -> str:
    cites = dict.fromkeys(cite for fact_id in side.facts for cite in world.facts[fact_id].cites)
    return f"{side.says.rstrip('.')} [{'+'.join(cites)}]"


def render_known(facts: Iterable[Fact], world: World) -> Iterator[Line]:
    """Facts that stand in the notebook already, each with how sure its source is."""
    return (Line(describe_fact(fact, world), "claim", is_tight=True) for fact in facts)


def render_claim(fact: Fact) -> Line:
    """A fact with its cites and the strength of its source."""
    return Line(f"{fact.claim} [{format_tag(fact)}]", "claim", is_tight=True)
