"""Rules for items whose options are the same for all: their stem is a claim, so the cited facts must say it."""

import re
from collections.abc import Iterator

from game.pack.kinds import Item, describe_form, find_key, list_rivals
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.findings import KeyFinding

MIN_SHARE = 0.4
"""So much of the stem must be in the cited facts."""

WHOLE = 0.9
"""From this share on, a fact of another source says the stem as well."""

_INDIRECT = re.compile(r"\w (?:how|where|when|why|whether|who|whom|what|on what|in which|for which|by which)\b")


def check_claimed_stem(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """The stem of an item on sources against its facts, and against those of the sources that are not its key."""
    if list_rivals(item).keys or describe_form(item).answer_by != "letter":
        return
    stem = gists.read(item.stem)
    if stem.measure_share_in(gists.tell_all(gists.list_cited(item))) < MIN_SHARE:
        yield KeyFinding("Q-KEY", item.id, ("stem",), "stem not told", tuple(item.facts))
    named = gists.find_sources(find_key(item, gists.world)[0])
    # “Which article says how long it takes” does not say what it asks for: nobody can be found to say it, too.
    if len(named) != 1 or _INDIRECT.search(item.stem):
        return
    for fact in gists.list_near(stem):
        is_other = not named & {cite[0] for cite in fact.cites} and fact.kind != "unknown"
        if is_other and stem.measure_share_in(gists.tell(fact)) >= WHOLE:
            yield KeyFinding("Q-TWO", item.id, ("stem",), "told elsewhere", (fact.id,))
            return
