"""Rules for items with fixed options: their stem is a claim, so the cited facts must say it."""

import re
from collections.abc import Iterator

from game.pack.kinds import Item, describe_form, find_key, list_rivals
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.findings import KeyFinding

MIN_SHARE = 0.4
"""The smallest share of the stem, 0..1, that the cited facts must contain."""

WHOLE = 0.9
"""From this share on, a fact of another source counts as saying the stem, too."""

_INDIRECT = re.compile(r"\w (?:how|where|when|why|whether|who|whom|what|on what|in which|for which|by which)\b")


def check_claimed_stem(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """Compare the stem of an item about sources with its facts, and with the facts of the wrong sources."""
    if list_rivals(item).keys or describe_form(item).answer_by != "letter":
        return
    stem = gists.read(item.stem)
    if stem.measure_share_in(gists.tell_all(gists.list_cited(item))) < MIN_SHARE:
        yield KeyFinding("Q-KEY", item.id, ("stem",), "stem not told", tuple(item.facts))
    named = gists.find_sources(find_key(item, gists.world)[0])
    # “Which article says how long it takes” contains no claim, so no other source can be found that says the same.
    if len(named) != 1 or _INDIRECT.search(item.stem):
        return
    for fact in gists.list_near(stem):
        is_other = not named & {cite[0] for cite in fact.cites} and fact.kind != "unknown"
        if is_other and stem.measure_share_in(gists.tell(fact)) >= WHOLE:
            yield KeyFinding("Q-TWO", item.id, ("stem",), "told elsewhere", (fact.id,))
            return
