"""The dispatch: facts chosen for a short report, how each is printed, and what the editor says to it. Pure."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from msgspec import Struct

from game.pack.ledger import Difference, Fact, Strength
from game.pack.world import World

Print = Literal["plain", "attributed", "hedged", "picture"]
"""How a fact is printed: flatly; as someone's word; as someone's word and with a hedge; as what a picture shows."""

PRINTS: tuple[Print, ...] = get_args(Print)
"""From the boldest to the most careful."""

MIN_DISPATCH_LINES, MAX_DISPATCH_LINES = 5, 8
"""Lines of a dispatch that can be filed: enough to draw on several strengths, few enough to be one report."""

MAX_LINE_POINTS = 2
"""Points of a line that stands as it is; a line the editor has to touch has one, a line struck out none."""

Remark = Literal[
    "stands",
    "stands, two sides",
    "needless hedge",
    "no picture",
    "who says so",
    "rumour as fact",
    "rumour, no hedge",
    "hedge dropped",
    "picture untold",
    "other side missing",
]
"""What the editor finds in a line."""

POINTS_BY_REMARK: dict[Remark, int] = {
    "stands": 2,
    "stands, two sides": 2,
    "needless hedge": 1,
    "no picture": 0,
    "who says so": 0,
    "rumour as fact": 0,
    "rumour, no hedge": 1,
    "hedge dropped": 0,
    "picture untold": 1,
    "other side missing": 1,
}

MIN_INSIDE_PAGE_SHARE = 0.5
MIN_FRONT_PAGE_SHARE = 0.85
"""Shares of all points, 0 to 1, from which a dispatch is printed inside or on the front page."""

MIN_LEAD_STRENGTHS = 3
"""Strengths of facts that a lead story draws on: a report of nothing but stated facts takes no judgement."""

Ending = Literal[
    "blank column",
    "retraction",
    "correction",
    "news in brief",
    "inside page",
    "what nobody knows",
    "front page",
    "lead story",
]
ENDINGS: tuple[Ending, ...] = get_args(Ending)
"""From the worst to the best. A pack without a newsroom has five of them."""


class JudgedLine(NamedTuple):
    """One line with the editor's remark."""

    fact: Fact
    printed: Print
    remark: Remark
    difference: Difference | None
    """The point on which the other source says something else, where that is the remark."""

    @property
    def points(self) -> int:
        """What the line is worth, 0 to MAX_LINE_POINTS."""
        return POINTS_BY_REMARK[self.remark]


class Verdict(Struct, frozen=True, kw_only=True):
    """A filed dispatch, marked."""

    lines: tuple[JudgedLine, ...]
    ending: Ending
    points: int
    total: int
    value: int = 0
    """News value; 0 in a pack without a newsroom."""
    leads: tuple[str, ...] = ()
    """Ids of the closed leads that it tells."""
    closed: int = 0
    """How many leads are closed, told or not."""
    one_sided: tuple[Difference, ...] = ()
    """The disputes of which it has one side alone."""

    @property
    def stands(self) -> int:
        """How many of its lines stand."""
        return sum(line.remark.startswith("stands") for line in self.lines)


def mark_dispatch(world: World, lines: Sequence[tuple[str, Print]]) -> Verdict:
    """Mark a dispatch.

    Args:
        world: Where the facts are from.
        lines: Ids of facts and how each is printed, in the order of the report.
    """
    chosen = {fact_id for fact_id, _ in lines}
    marked = tuple(_judge_line(world, world.facts[fact_id], printed, chosen) for fact_id, printed in lines)
    points = sum(line.points for line in marked)
    return Verdict(lines=marked, ending=_find_ending(marked), points=points, total=MAX_LINE_POINTS * len(marked))


def _judge_line(world: World, fact: Fact, printed: Print, chosen: set[str]) -> JudgedLine:
    remark = find_remark(fact, printed)
    conflicts = [world.differences[d] for d in world.differing.get(fact.id, ())]
    difference = next((d for d in conflicts if d.is_dispute), None)
    # One fault a line: a line that is printed wrongly is not also blamed for the side it leaves out.
    if difference is None or remark != "stands":
        return JudgedLine(fact, printed, remark, None)
    others = [side for side in difference.sides if fact.id not in side.facts]
    if any(chosen.intersection(side.facts) for side in others):
        return JudgedLine(fact, printed, "stands, two sides", difference)
    return JudgedLine(fact, printed, "other side missing" if printed == "plain" else "stands", difference)


REMARK_BY_STRENGTH: dict[Strength | Literal["rumour"], dict[Print, Remark]] = {
    "stated": {"plain": "stands", "attributed": "stands", "hedged": "needless hedge", "picture": "no picture"},
    "reported": {"plain": "who says so", "attributed": "stands", "hedged": "stands", "picture": "no picture"},
    "photo": {
        "plain": "picture untold",
        "attributed": "picture untold",
        "hedged": "picture untold",
        "picture": "stands",
    },
    "speculated": {
        "plain": "hedge dropped",
        "attributed": "hedge dropped",
        "hedged": "stands",
        "picture": "no picture",
    },
    "rumour": {
        "plain": "rumour as fact",
        "attributed": "rumour, no hedge",
        "hedged": "stands",
        "picture": "no picture",
    },
}
"""How sure a source is -> how a fact is printed -> what the editor says.

A table and no rules: the judgement of each of the 20 cases is an editor's, and an editor can read it here.
"""


def find_remark(fact: Fact, printed: Print) -> Remark:
    """What the editor finds in a fact that is printed in one way, whatever else is in the report."""
    return REMARK_BY_STRENGTH["rumour" if fact.rumour else fact.strength][printed]


def _find_ending(lines: Sequence[JudgedLine]) -> Ending:
    """Where it is printed, if at all.

    A rumour told as a fact is taken back, whatever else is in it. The best place is for a dispatch without a fault that
    draws on MIN_LEAD_STRENGTHS strengths or more and sets two sources beside each other.
    """
    share = sum(line.points for line in lines) / (MAX_LINE_POINTS * max(1, len(lines)))
    # Before any share is counted: no number of sound lines makes up for a rumour that was printed as a fact.
    if any(line.remark == "rumour as fact" for line in lines):
        return "retraction"
    if share < MIN_INSIDE_PAGE_SHARE:
        return "correction"
    if share < MIN_FRONT_PAGE_SHARE:
        return "inside page"
    is_rich = len({line.fact.strength for line in lines}) >= MIN_LEAD_STRENGTHS
    has_both_sides = any(line.remark == "stands, two sides" for line in lines)
    return "lead story" if share == 1 and is_rich and has_both_sides else "front page"


def choose_better(one: str, other: str) -> str:
    """The better of two endings; an empty one is worse than any.

    >>> choose_better("front page", "inside page"), choose_better("", "retraction")
    ('front page', 'retraction')
    """
    order = ("", *ENDINGS)
    return max(one, other, key=order.index)
