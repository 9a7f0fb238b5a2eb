"""Rules for pairs: one fact states both sides of each pair, and the sides of two pairs cannot be exchanged."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from game.pack.claims.gist import Gist, leaves_open
from game.pack.kinds import Item, describe_response, find_key
from game.pack.kinds.parts import Paired
from game.pack.ledger import Fact
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.finding_codes import KeyCode
from game.quiz.lint.findings import KeyFinding

MIN_BOND = 0.3
"""Below this bond, no fact states both sides of a pair."""

MIN_LEAD = 0.05
"""The facts must support two pairs by at least this much more than the same pairs with their sides exchanged."""

LEFT_OPEN = 0.3
"""Factor of a bond if one side says that something is unknown, and the fact states something."""


def check_pairs_told(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """Compare the pairs of an item with its facts."""
    key = describe_response(item, find_key(item, gists.world))
    if not isinstance(key, Paired):
        return
    bonds = _Bonds(key.pairs, gists.list_cited(item), gists)
    for place, pair in enumerate(key.pairs):
        if bonds.measure(place, place) < MIN_BOND:
            yield KeyFinding("Q-PAIR", item.id, ("pairs", place), "pair not told", pair)
    for one, other in combinations(range(len(key.pairs)), 2):
        paired = bonds.measure(one, one) + bonds.measure(other, other)
        crossed = bonds.measure(one, other) + bonds.measure(other, one)
        if paired < crossed + MIN_LEAD:
            values = (key.pairs[one][0], key.pairs[other][1])
            code: KeyCode = "pairs exchanged" if paired < crossed - MIN_LEAD else "pairs alike"
            yield KeyFinding("Q-PAIR", item.id, ("pairs", one), code, values)


class _Bonds:
    """How far the facts tie each left side to each right side."""

    def __init__(self, pairs: Sequence[tuple[str, str]], facts: Sequence[Fact], gists: FactGists) -> None:
        self._pairs, self._facts, self._gists = pairs, facts, gists
        self._lefts = _list_own([gists.read(left) for left, _ in pairs])
        self._rights = _list_own([gists.read(right) for _, right in pairs])

    def measure(self, left: int, right: int) -> float:
        """How much of both sides the best single fact states, 0 to 1."""
        return max((self._measure_in(fact, left, right) for fact in self._facts), default=0.0)

    def _measure_in(self, fact: Fact, left: int, right: int) -> float:
        texts = (self._pairs[left][0], self._pairs[right][1])
        named = frozenset().union(*(self._gists.find_sources(text) for text in texts))
        if not named <= {cite[0] for cite in fact.cites}:
            return 0.0
        told = self._gists.tell(fact)
        bond = 1.0
        for gist, text in zip((self._lefts[left], self._rights[right]), texts, strict=True):
            if leaves_open(text):
                bond *= 1.0 if fact.kind == "unknown" else LEFT_OPEN
            elif gist.weight:
                bond *= gist.measure_share_in(told)
        return bond


def _list_own(gists: Sequence[Gist]) -> list[Gist]:
    """For each side, the part that not all sides share."""
    common = Gist(*(frozenset.intersection(*column) for column in zip(*gists, strict=True)))
    return [gist.without(common) for gist in gists]
