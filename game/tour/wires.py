"""Wires: lines sent to the paper from the halts of a journey, what the editor says to each, and trust. Pure.

Trust is what a line brings or costs. It gives room in the report and bars no ending.
"""

from typing import Literal, NamedTuple, get_args

from game.pack.ledger import Difference, Fact
from game.pack.newsroom import USUAL_NEWS
from game.pack.world import World
from game.tour.dispatch import Print, Remark, find_remark

START_TRUST, MAX_TRUST = 1, 3
"""Trust in a reporter at the beginning, and at most; the least is 0."""

ROOMS_BEFORE_RETURN = 2
"""Numbered rooms between a line that was sent and what comes of it."""

WireAnswer = Literal[
    "stands",
    "no-news",
    "needless-hedge",
    "no-name",
    "no-hedge",
    "picture-untold",
    "no-picture",
    "rumour",
    "one-side",
    "silence",
]
"""What the editor finds in a line, or that none was sent."""

WIRE_ANSWERS: tuple[WireAnswer, ...] = get_args(WireAnswer)

TRUST_BY_ANSWER: dict[WireAnswer, int] = {
    "stands": 1,
    "no-news": 0,
    "needless-hedge": 0,
    "no-name": -1,
    "no-hedge": -1,
    "picture-untold": -1,
    "no-picture": 0,
    "rumour": -1,
    "one-side": 0,
    "silence": 0,
}

CORRECTABLE = frozenset({"no-name", "no-hedge", "picture-untold", "rumour", "one-side"})
"""What was printed with a mistake. A correction brings the trust back."""

CORRECTION_TRUST = CLIPPING_TRUST = 1
"""What a correction brings, and a clipping of the rival that is caught."""

ANSWER_BY_REMARK: dict[Remark, WireAnswer] = {
    "stands": "stands",
    "stands, two sides": "stands",
    "other side missing": "one-side",
    "needless hedge": "needless-hedge",
    "no picture": "no-picture",
    "who says so": "no-name",
    "hedge dropped": "no-hedge",
    "picture untold": "picture-untold",
    "rumour as fact": "rumour",
    "rumour, no hedge": "rumour",
}

WireStage = Literal["waiting", "sent", "returned", "corrected"]
"""A wire waits for a line; a line or nothing was sent; what comes of it was told; its mistake was corrected."""


class SentWire(NamedTuple):
    """One wire, as far as it has come."""

    stage: WireStage
    answer: WireAnswer = "silence"
    fact: str = ""
    """Id of the fact that was sent; empty where nothing was."""
    printed: Print = "plain"
    rooms: int = 0
    """How many numbered rooms had been entered when it was sent."""

    @property
    def is_correctable(self) -> bool:
        """Whether a mistake was printed and is not corrected yet."""
        return self.stage in ("sent", "returned") and self.answer in CORRECTABLE


def judge_wire(world: World, fact: Fact, printed: Print, *, is_compared: bool) -> WireAnswer:
    """What the editor finds in one line: first whether it is true, then whether it is all, then whether it is news.

    Args:
        world: Where the fact is from.
        fact: What was sent.
        printed: How it is to be printed.
        is_compared: Whether the player has found the dispute that the fact is a side of.
    """
    answer = ANSWER_BY_REMARK[find_remark(fact, printed)]
    if answer != "stands":
        return answer
    if not is_compared and find_dispute(world, fact.id) is not None:
        return "one-side"
    values = world.newsroom.map_news() if world.newsroom else {}
    return answer if values.get(fact.id, USUAL_NEWS) else "no-news"


def find_dispute(world: World, fact_id: str) -> Difference | None:
    """The dispute of which a fact is a side; None where there is none."""
    differences = (world.differences[each] for each in world.differing.get(fact_id, ()))
    return next((difference for difference in differences if difference.is_dispute), None)


def list_other_sides(difference: Difference, fact_id: str) -> tuple[str, ...]:
    """Ids of the facts that say otherwise than a fact does."""
    return tuple(each for side in difference.sides if fact_id not in side.facts for each in side.facts)


def change_trust(trust: int, by: int) -> int:
    """Trust after a change; it stays between 0 and MAX_TRUST.

    >>> change_trust(0, -1), change_trust(1, 1), change_trust(3, 1)
    (0, 2, 3)
    """
    return min(max(0, trust + by), MAX_TRUST)
