"""What a response is worth, and what a wrong one has mixed up. Pure: the same response always gets the same mark."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import combinations

from game.core.names import key
from game.pack.items import (
    Agreement,
    Choice,
    HowSure,
    Item,
    Match,
    Number,
    Order,
    Short,
    TrueFalse,
    TwoTier,
    WhichSource,
)
from game.pack.world import World
from game.quiz.responses import Response
from game.quiz.showing import FALSE, STRENGTHS, TRUE, agreement_options, source_options

FULL = 1.0 - 1e-9
"""From this mark on a response is right; below it and above 0 it is right in part."""

HALF = 0.5
"""A right answer of a two-tier item that is proved by the wrong fact."""

SHORTEST = 4
"""Letters of a name from which on a slip of typing is forgiven; from twice as many, two."""


def key_of(item: Item, world: World) -> Response:  # noqa: C901, PLR0911 - one case a kind, nothing else
    """The response that is right."""
    match item:
        case Choice():
            return (item.key,)
        case TrueFalse():
            return (TRUE if item.key else FALSE,)
        case Number() | Short():
            return (item.key,)
        case Order():
            return item.steps
        case Match():
            return tuple(pair.right for pair in item.pairs)
        case WhichSource():
            return (source_options(world)[item.key],)
        case Agreement():
            return (agreement_options(world)[item.key],)
        case HowSure():
            return (STRENGTHS[world.facts[item.facts[0]].strength],)
        case TwoTier():
            return (item.key, item.facts[0])


def mark(item: Item, response: Response, world: World) -> float:  # noqa: PLR0911 - one case a kind, nothing else
    """What a response is worth, 0 to 1. The key is worth 1, no response 0."""
    if not response:
        return 0.0
    right = key_of(item, world)
    match item:
        case Number():
            return float(_is_within(item, response[0]))
        case Short():
            return float(_is_meant(item, response[0], world))
        case Order():
            return _in_order(right, response)
        case Match():
            return sum(a == b for a, b in zip(right, response, strict=False)) / len(right)
        case TwoTier():
            return 0.0 if response[0] != right[0] else 1.0 if response == right else HALF
        case _:
            return float(response == right)


def is_right(item: Item, response: Response, world: World) -> bool:
    """Whether a response is worth the full mark."""
    return mark(item, response, world) >= FULL


def because(item: Item, response: Response) -> str:
    """What someone who gave that response has mixed up, in the author's words; empty when they said nothing of it."""
    found = next((b for given, b in _misconceptions(item) if response and _same(item, given, response[0])), "")
    if isinstance(item, TwoTier) and not found:
        return next((r.because for r in item.reasons if response[1:] == (r.fact,)), "")
    return found


def _misconceptions(item: Item) -> Iterator[tuple[str, str]]:
    match item:
        case Choice() | Short() | TwoTier():
            yield from ((distractor.text, distractor.because) for distractor in item.distractors)
        case Number():
            yield from ((wrong.value, wrong.because) for wrong in item.wrong)


def _same(item: Item, expected: str, given: str) -> bool:
    if isinstance(item, Number):
        return _decimal(expected) == _decimal(given)
    return key(expected) == key(given) if isinstance(item, Short) else expected == given


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _is_within(item: Number, given: str) -> bool:
    """Whether a figure lies within the tolerance of the key, in decimal arithmetic: 0.1 is one tenth here."""
    value = _decimal(given)
    return value is not None and abs(value - Decimal(item.key)) <= Decimal(item.tolerance)


def _in_order(right: Response, given: Response) -> float:
    """Kendall's rank correlation of two orders of the same steps, where it is above 0; below, 0.

    Pairs of steps in the right order less those in the wrong one, over all pairs (M. G. Kendall, A New Measure of Rank
    Correlation, 1938). A blind guess is worth 0 on average before the cut at 0; one swap of neighbours in four, 2/3.
    """
    if sorted(right) != sorted(given):
        return 0.0
    places = [right.index(step) for step in given]
    pairs = list(combinations(places, 2))
    return max(0.0, sum(1 if first < second else -1 for first, second in pairs) / len(pairs))


def _is_meant(item: Short, given: str, world: World) -> bool:
    """Whether words of a player's own are one of the accepted forms, typing slips forgiven.

    A slip is never forgiven into a figure, nor where the words are as near to another name that the pack knows.
    """
    typed = key(given)
    accepted = {key(form) for form in (item.key, *item.accepted)}
    if typed in accepted:
        return True
    joined = " ".join(typed)
    if any(character.isdecimal() for character in joined):
        return False
    from rapidfuzz.distance import OSA  # only a response with a slip needs it

    limit = 0 if len(joined) < SHORTEST else 1 if len(joined) < 2 * SHORTEST else 2
    distance = min(OSA.distance(joined, " ".join(form)) for form in accepted)
    if distance > limit:
        return False
    others = {key(name) for name in _names(item, world)} - accepted
    return all(OSA.distance(joined, " ".join(other)) > distance for other in others)


def _names(item: Short, world: World) -> Iterator[str]:
    """Every name that a slip must not be forgiven into."""
    yield from (distractor.text for distractor in item.distractors)
    for entity in world.entities.values():
        yield from (entity.name, *entity.names)
