"""Points on which two articles may differ: other figures of one unit, other dates, denied by one and not by the other.

Each is a guess for the author, who knows what a machine cannot: whether two sentences speak of the same thing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from game.content.drafting.sentence_drafts import SentenceDraft
from game.core.names import singular, words
from game.pack.claims.figures import find_figures
from game.pack.claims.wording import stem
from game.pack.ledger import DifferenceKind
from game.prose.drafting_texts import NOT_CLEAR

MAX_DIFFERENCES = 20
"""Differences that are proposed at most, the likeliest first."""

NEAR_YEARS = 5
"""Years between two dates that two articles can give one event; what lies further apart is two events."""

COMMON_SHARE = 0.2
"""Share of all sentences from which a word says nothing of what a sentence is about."""

MIN_SHARED_STEMS = 1
"""Words that two sentences share, beside names, from which they may speak of the same."""

_NUMBERED = re.compile(r"[\d.,]+")
_ROLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) ([a-z]{4,}) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)")
_NO_ROLES = frozenset("with from when that this then than said about after before because under between where".split())


class ProposedDifference(Struct, frozen=True):
    """Two drafts that may contradict each other."""

    one: SentenceDraft
    other: SentenceDraft
    says: tuple[str, str]
    topic: str
    kind: DifferenceKind
    weight: float
    """How much the two sentences share."""


def propose_differences(drafts: Sequence[SentenceDraft]) -> tuple[ProposedDifference, ...]:
    """The likeliest differences between sentences of different articles, each pair of drafts once."""
    compared = _Compared(drafts)
    found: dict[tuple[str, str], ProposedDifference] = {}
    for one, other, shared in compared.list_pairs():
        for proposed in _compare(one, other, shared, compared.rarity):
            kept = found.get((one.id, other.id))
            if kept is None or kept.weight < proposed.weight:
                found[one.id, other.id] = proposed
    ranked = sorted(found.values(), key=lambda proposed: (-proposed.weight, proposed.one.id, proposed.other.id))
    return tuple(_keep_best(ranked))[:MAX_DIFFERENCES]


def _keep_best(ranked: Iterable[ProposedDifference]) -> Iterator[ProposedDifference]:
    """Of several proposals with one draft on a side, the likeliest of each kind."""
    taken: set[tuple[str, str]] = set()
    for proposed in ranked:
        keys = {(proposed.one.id, proposed.kind), (proposed.other.id, proposed.kind)}
        if not keys & taken:
            taken |= keys
            yield proposed


class _Compared:
    """Sentences indexed by their rarer words: comparing each with each would be quadratic."""

    def __init__(self, drafts: Sequence[SentenceDraft]) -> None:
        self._by_stem: dict[str, list[SentenceDraft]] = defaultdict(list)
        for draft in drafts:
            for found in draft.stems:
                self._by_stem[found].append(draft)
        most = max(4, COMMON_SHARE * len(drafts))
        self.rarity: Mapping[str, float] = {
            found: 1 / len(listed)
            for found, listed in self._by_stem.items()
            if len(listed) <= most and not _NUMBERED.fullmatch(found)
        }

    def list_pairs(self) -> Iterator[tuple[SentenceDraft, SentenceDraft, frozenset[str]]]:
        """Every two sentences of different articles with the rarer words they share."""
        pairs: dict[tuple[str, str], tuple[SentenceDraft, SentenceDraft]] = {}
        for found in self.rarity:
            listed = self._by_stem[found]
            for place, one in enumerate(listed):
                for other in listed[place + 1 :]:
                    if one.cite[0] != other.cite[0]:
                        pairs[one.id, other.id] = (one, other)
        for one, other in pairs.values():
            yield one, other, frozenset(s for s in one.stems & other.stems if s in self.rarity)


def _compare(
    one: SentenceDraft, other: SentenceDraft, shared: frozenset[str], rarity: Mapping[str, float]
) -> Iterator[ProposedDifference]:
    named = {stem(word) for name in (*one.names, *other.names) for word in words(name)}
    about = shared - named
    weight = sum(rarity[found] for found in shared)
    topic = _tell_topic(one, shared)
    if figures := _find_other_figures(one, other):
        # A unit that only the two have is what they speak of.
        yield ProposedDifference(one, other, figures, topic, "figures", weight + 1)
    if about and (dates := _find_other_dates(one, other, reach=NEAR_YEARS)):
        yield ProposedDifference(one, other, dates, topic, "figures", weight + 0.5)
    if len(about) > MIN_SHARED_STEMS and (dates := _find_other_dates(one, other)):
        yield ProposedDifference(one, other, dates, topic, "figures", weight)
    if len(about) > MIN_SHARED_STEMS and (one.kind == "unknown") != (other.kind == "unknown"):
        yield ProposedDifference(one, other, _tell_sureness(one, other), topic, "sureness", weight + 0.5)
    if len(shared) > MIN_SHARED_STEMS and (denied := _find_denial(one, other)):
        yield ProposedDifference(one, other, denied, topic, "contradict", weight + 0.5)
    if roles := _find_other_roles(one, other):
        yield ProposedDifference(one, other, roles, topic, "wording", weight)


def _find_other_figures(one: SentenceDraft, other: SentenceDraft) -> tuple[str, str] | None:
    """Figures of one unit with other amounts, in their author's writing."""
    mine, its = _by_unit(one), _by_unit(other)
    for unit in mine.keys() & its.keys():
        if unit and not {a for a, _ in mine[unit]} & {a for a, _ in its[unit]}:
            return mine[unit][0][1], its[unit][0][1]
    return None


def _by_unit(draft: SentenceDraft) -> Mapping[str, list[tuple[str, str]]]:
    """Unit -> its amounts, each in one form and as it is written."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for written in draft.figures:
        for figure in find_figures(written):
            # The last word: "nautical miles" are miles, and a price has its sign.
            unit = singular(written.split()[-1]) if " " in written else figure.partition(" ")[2]
            found[unit].append((figure.partition(" ")[0], written))
    return found


def _tell_sureness(one: SentenceDraft, other: SentenceDraft) -> tuple[str, str]:
    told = one if other.kind == "unknown" else other
    said = ", ".join(told.terms[:2])
    return (NOT_CLEAR, said) if told is other else (said, NOT_CLEAR)


def _find_other_dates(one: SentenceDraft, other: SentenceDraft, reach: int = 9999) -> tuple[str, str] | None:
    if len(one.whens) != 1 or len(other.whens) != 1:
        return None
    mine, its = one.whens[0][:4], other.whens[0][:4]
    if "-" in mine + its or not 0 < abs(int(mine) - int(its)) <= reach:
        return None
    return one.dates[0], other.dates[0]


def _find_denial(one: SentenceDraft, other: SentenceDraft) -> tuple[str, str] | None:
    """A word that one denies and the other does not."""
    for mine, its, is_first in ((one, other, True), (other, one, False)):
        for found in sorted(mine.denied & (its.stems - its.denied)):
            told = _show_word(its, found)
            return (f"not {told}", told) if is_first else (told, f"not {told}")
    return None


def _find_other_roles(one: SentenceDraft, other: SentenceDraft) -> tuple[str, str] | None:
    """A person with another word before the name: the official or the commander."""
    mine = {name: role for role, name in _ROLE.findall(one.text) if role not in _NO_ROLES}
    its = {name: role for role, name in _ROLE.findall(other.text) if role not in _NO_ROLES}
    for name in mine.keys() & its.keys():
        if stem(mine[name]) != stem(its[name]):
            return f"{mine[name]} {name}", f"{its[name]} {name}"
    return None


def _tell_topic(draft: SentenceDraft, shared: frozenset[str]) -> str:
    """The words that two sentences share, as one of them writes them."""
    shown = [word for word in dict.fromkeys(words(draft.text)) if stem(word) in shared]
    return ", ".join(shown[:3])


def _show_word(draft: SentenceDraft, found: str) -> str:
    return next((word for word in words(draft.text) if stem(word) == found), found)
