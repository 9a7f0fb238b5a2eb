"""What a paper makes of a filed report: is each line as sure as its source, are both sides in, is it news. Pure.

It is asked in this order, so that no amount of news makes up for a line that is not true. A pack without a newsroom
asks the first question only; see ``dispatch``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.pack.leads import Lead
from game.pack.ledger import Difference
from game.pack.newsroom import USUAL_NEWS, Newsroom
from game.pack.world import World
from game.tour.dispatch import (
    MAX_DISPATCH_LINES,
    MIN_DISPATCH_LINES,
    MIN_LEAD_STRENGTHS,
    Ending,
    JudgedLine,
    Print,
    Verdict,
    mark_dispatch,
)
from game.tour.state import State
from game.tour.wires import find_dispute

Lines = Sequence[tuple[str, Print]]
"""Ids of facts and how each is printed, in the order of the report."""

MIN_STANDING_SHARE = 0.6
"""Share of the lines that must stand, 0 to 1, or the report runs as a correction."""

MIN_NEWS = 9
"""News value below which a report is printed in brief."""

LEAD_NEWS = 3
"""News value that a closed lead adds, with MIN_LEAD_NOTES of its notes in the report."""

MIN_LEAD_NOTES = 2
"""Slots of a lead that a report must fill, to tell its story."""

MIN_GAPS = 4
"""Lines about what nobody knows that make a page of their own."""

MIN_STORY_LEADS = 2
"""Closed leads of the best report."""


class Weighed(NamedTuple):
    """What is asked of a report after its lines were marked."""

    value: int
    """News value of all its lines and leads."""
    leads: tuple[str, ...]
    """Ids of the closed leads that it tells."""
    one_sided: tuple[Difference, ...]
    """The disputes of which it has one side alone."""
    two_sided: bool
    """Whether it has both sides of some dispute."""
    gaps: int


def count_room(world: World, state: State) -> int:
    """How many lines a report may have: the more, the more the paper trusts its reporter."""
    return MAX_DISPATCH_LINES if world.newsroom is None else MIN_DISPATCH_LINES + state.trust


def mark_report(world: World, state: State, lines: Lines) -> Verdict:
    """Mark a report by the rules of the pack."""
    verdict = mark_dispatch(world, lines)
    if world.newsroom is None:
        return verdict
    weighed = weigh_report(world, world.newsroom, state, lines)
    return Verdict(
        lines=verdict.lines,
        ending=_find_ending(world, state, verdict.lines, weighed),
        points=verdict.points,
        total=verdict.total,
        value=weighed.value,
        leads=weighed.leads,
        closed=len(state.closed),
        one_sided=weighed.one_sided,
    )


def weigh_report(world: World, newsroom: Newsroom, state: State, lines: Lines) -> Weighed:
    """What is news in a report, and whose side is missing."""
    chosen = {fact_id for fact_id, _ in lines}
    disputes = {found.id: found for fact_id in chosen if (found := find_dispute(world, fact_id))}.values()
    sided = {each.id: all(chosen.intersection(side.facts) for side in each.sides) for each in disputes}
    leads = tuple(lead_id for lead_id in list_told_leads(world, state, chosen))
    values = newsroom.map_news()
    return Weighed(
        value=sum(values.get(fact_id, USUAL_NEWS) for fact_id in chosen) + LEAD_NEWS * len(leads),
        leads=leads,
        one_sided=tuple(each for each in disputes if not sided[each.id]),
        two_sided=any(sided.values()),
        gaps=len(chosen.intersection(newsroom.gaps)),
    )


def list_told_leads(world: World, state: State, chosen: set[str]) -> tuple[str, ...]:
    """Ids of the closed leads of which a report fills two slots, in the pack's order."""
    closed = (lead for lead in world.leads.values() if lead.id in state.closed)
    return tuple(lead.id for lead in closed if _count_slots(lead, chosen) >= MIN_LEAD_NOTES)


def _count_slots(lead: Lead, chosen: set[str]) -> int:
    return sum(slot.is_filled(chosen) for slot in lead.slots)


def _find_ending(world: World, state: State, lines: Sequence[JudgedLine], weighed: Weighed) -> Ending:
    """Truth first, then news, then balance: the first that fails decides."""
    stands = sum(line.remark.startswith("stands") for line in lines)
    if untrue := _find_untrue_ending(lines, stands):
        return untrue
    is_sound = stands == len(lines)
    if weighed.gaps >= MIN_GAPS and is_sound:
        return "what nobody knows"
    if weighed.value < MIN_NEWS:
        return "news in brief"
    is_balanced = not weighed.one_sided and _has_all_sources(world, lines)
    # Without leads in the pack there is no headline to be earned.
    has_headline = not world.leads or bool(weighed.leads)
    if not (is_sound and is_balanced and has_headline):
        return "inside page"
    return "lead story" if _is_rich(world, lines, weighed) else "front page"


def _find_untrue_ending(lines: Sequence[JudgedLine], stands: int) -> Ending | None:
    """The ending of a report that is too short or not true enough; None for any other."""
    if len(lines) < MIN_DISPATCH_LINES:
        return "blank column"
    if any(line.remark in ("rumour as fact", "rumour, no hedge") for line in lines):
        return "retraction"
    return "correction" if stands < MIN_STANDING_SHARE * len(lines) else None


def _has_all_sources(world: World, lines: Sequence[JudgedLine]) -> bool:
    return {cite[0] for line in lines for cite in line.fact.cites} >= set(world.sources)


def _is_rich(world: World, lines: Sequence[JudgedLine], weighed: Weighed) -> bool:
    strengths = {line.fact.strength for line in lines}
    needed = min(MIN_STORY_LEADS, len(world.leads))
    return len(strengths) >= MIN_LEAD_STRENGTHS and len(weighed.leads) >= needed and weighed.two_sided


def find_told_lead(world: World, state: State, lines: Lines) -> Lead | None:
    """The closed lead whose headline stands over these lines."""
    return choose_headline_lead(world, state, list_told_leads(world, state, {fact_id for fact_id, _ in lines}))


def choose_headline_lead(world: World, state: State, told: Sequence[str]) -> Lead | None:
    """The closed lead whose headline stands over a report: the chosen one, if the report tells it, else the first."""
    chosen = state.headline if state.headline in told else next(iter(told), "")
    return world.leads.get(chosen)
