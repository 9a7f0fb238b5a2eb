"""Rules for steps in the order of time: every step has its fact, and each ends before the next begins."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from game.core.names import words
from game.pack.claims.fact_reading import RELATIVE
from game.pack.claims.timespans import find_dates, make_interval
from game.pack.kinds import Item, describe_response, find_key
from game.pack.kinds.parts import Steps
from game.pack.ledger import Fact
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.finding_codes import KeyCode
from game.quiz.lint.findings import KeyFinding

MIN_SHARE = 0.4
"""The smallest share of a step, 0..1, that its fact must contain."""

_OLDER = {"grandfather": 2, "grandmother": 2, "father": 1, "mother": 1, "uncle": 1, "aunt": 1}
"""Relative -> by how many generations this person is older."""


class _Placed(NamedTuple):
    """A step and when it was."""

    text: str
    fact: Fact
    span: tuple[str, str] | None


def check_order(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """Compare the steps of an item with the dates of its facts, or with the generations of the people it names."""
    key = describe_response(item, find_key(item, gists.world))
    if not isinstance(key, Steps):
        return
    facts = gists.list_cited(item)
    if ages := _list_generations(key.steps, facts, gists):
        for place, (one, other) in enumerate(pairwise(ages)):
            if one <= other:
                yield _find_at(item, place, "generations", *key.steps[place : place + 2])
    else:
        yield from _check_dates(item, [_place(step, facts, gists) for step in key.steps], gists)


def _check_dates(item: Item, placed: list[_Placed], gists: FactGists) -> Iterator[KeyFinding]:
    for place, step in enumerate(placed):
        if gists.read(step.text).measure_share_in(gists.tell(step.fact)) < MIN_SHARE:
            yield _find_at(item, place, "step not told", step.text)
        elif step.span is None:
            yield _find_at(item, place, "undated step", step.text, step.fact.id)
    for place, (step, after) in enumerate(pairwise(placed)):
        if step.span and after.span and not step.span[1] < after.span[0]:
            is_reversed = after.span[1] < step.span[0]
            code: KeyCode = "against the dates" if is_reversed else "order not known"
            yield _find_at(item, place, code, step.text, after.text)


def _find_at(item: Item, place: int, code: KeyCode, *values: str) -> KeyFinding:
    return KeyFinding("Q-ORDER", item.id, ("steps", place), code, values)


def _place(step: str, facts: tuple[Fact, ...], gists: FactGists) -> _Placed:
    gist = gists.read(step)
    # If two facts contain the whole step, the one that says less about other things is meant.
    fact = max(facts, key=lambda each: (gist.measure_share_in(gists.tell(each)), _measure_focus(each, step, gists)))
    when = [date.when for date in find_dates(step)] or ([fact.about.when] if fact.about.when else [])
    when = when or [date.when for date in find_dates(fact.claim)]
    dated = [each for each in when if not each.startswith("--")]
    return _Placed(step, fact, make_interval(dated[0]) if dated else None)


def _measure_focus(fact: Fact, step: str, gists: FactGists) -> float:
    return gists.tell(fact).measure_share_in(gists.read(step))


def _list_generations(steps: tuple[str, ...], facts: tuple[Fact, ...], gists: FactGists) -> list[int]:
    """How many generations each step's person is above the youngest; empty where the steps are no relatives."""
    above: dict[str, int] = {}
    for fact in facts:
        names = gists.world.readings[fact.id].names if fact.id in gists.world.readings else ()
        if fact.of.partition(".")[2] != RELATIVE or len(names) < 2:
            continue
        for kin in (word for word in words(fact.claim) if word in _OLDER):
            above.setdefault(names[1], 0)
            above[names[0]] = above[names[1]] + _OLDER[kin]
    named = [gists.read(step).names for step in steps]
    if not above or any(len(names) != 1 or not names <= above.keys() for names in named):
        return []
    return [above[next(iter(names))] for names in named]
