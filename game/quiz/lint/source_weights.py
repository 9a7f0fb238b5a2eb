"""How far facts support an answer that is one article, both, or neither."""

import re
from collections.abc import Sequence

from game.pack.ledger import Fact
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.misfits import find_misfit

_ALL = re.compile(r"\b(?:both|all) of (?:them|the)\b|^(?:both|all)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:neither|none)\b", re.IGNORECASE)
_OLDER = re.compile(r"\b(?:older|oldest|earlier|earliest)\b", re.IGNORECASE)
_NEWER = re.compile(r"\b(?:newer|newest|later|latest)\b", re.IGNORECASE)


def weigh_source_answer(stem: str, facts: Sequence[Fact], answer: str, gists: FactGists) -> float:
    """How far the facts support an answer that names sources, 0 to 1."""
    weigh = _weigh_age if _OLDER.search(stem) or _NEWER.search(stem) else _weigh_stem
    each = {source: weigh(stem, facts, source, gists) for source in gists.world.sources}
    if _NONE.search(answer):
        return 1 - max(each.values())
    if _ALL.search(answer):
        return min(each.values())
    return max((each[source] for source in gists.find_sources(answer)), default=0.0)


def _weigh_stem(stem: str, facts: Sequence[Fact], source: str, gists: FactGists) -> float:
    """How much of a stem the facts of one source say."""
    gist = gists.read(stem)
    told = (fact for fact in facts if fact.kind != "unknown" and any(cite.startswith(source) for cite in fact.cites))
    return max((gist.measure_share_in(gists.tell(fact)) * find_misfit(fact, stem) for fact in told), default=0.0)


def _weigh_age(stem: str, facts: Sequence[Fact], source: str, gists: FactGists) -> float:
    """Whether a source is the oldest one, or the newest."""
    dates = sorted(each.date for each in gists.world.sources.values())
    wanted = dates[0] if _OLDER.search(stem) else dates[-1]
    return float(gists.world.sources[source].date == wanted and dates[0] != dates[-1])
