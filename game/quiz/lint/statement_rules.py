"""Rules for true-false items: the facts must support a true statement and contradict a false one."""

import re
from collections.abc import Iterator

from game.pack.claims.figures import is_figure_supported
from game.pack.claims.gist import Gist, leaves_open, unify_stem
from game.pack.claims.timespans import is_date_supported
from game.pack.claims.word_classes import OPPOSITES
from game.pack.claims.wording import find_denied, find_polarity, list_stems
from game.pack.kinds import Item, describe_form, find_key
from game.pack.kinds.true_false import TRUE
from game.pack.ledger import Fact
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.finding_codes import KeyCode
from game.quiz.lint.findings import KeyFinding

MIN_SHARE = 0.5
"""The smallest share of a statement, 0..1, that one fact must contain. A fact below it decides nothing."""

_ONE, _SEVERAL = (
    re.compile(rf"\b(?:{each})\b", re.IGNORECASE)
    for each in ("only one|just one|no other|the only|once", "more than one|several|other|many|twice|plural")
)
_SURE = re.compile(r"\b(?:flat(?:ly)?|outright|without a hedge|certain(?:ly)?|has proved)\b", re.IGNORECASE)

_Fault = tuple[KeyCode | None, tuple[str, ...]]
"""Why a statement is false, with what shows it."""


def check_statement(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """Check that the key of a statement agrees with its facts."""
    if describe_form(item).answer_by != "truth":
        return
    why, values = _find_fault(item.stem, gists.list_cited(item), gists)
    is_true = find_key(item, gists.world) == (TRUE,)
    if (is_true and why) or why == "hardly told":
        yield KeyFinding("Q-TF", item.id, ("key",), why, values)
    elif not is_true and not why:
        yield KeyFinding("Q-TF", item.id, ("key",), "borne out", tuple(item.facts))


def _find_fault(text: str, facts: tuple[Fact, ...], gists: FactGists) -> _Fault:
    """Why the facts make a statement false, with what shows it; None if they support it."""
    gist, sources = gists.read(text), gists.find_sources(text)
    cited = {cite[0] for fact in facts for cite in fact.cites}
    if absent := sources - cited:
        return "article not cited", (sorted(absent)[0],)
    nearest = max(facts, key=lambda fact: gist.measure_share_in(gists.tell(fact)))
    if gist.measure_share_in(gists.tell(nearest)) < MIN_SHARE:
        return "hardly told", (nearest.id,)
    own = _find_own(gist, gists.tell_all(facts), gists)
    return own if own[0] else _compare(text, nearest)


def _find_own(gist: Gist, told: Gist, gists: FactGists) -> _Fault:
    """A figure, a date or a person that is in a statement and in none of its facts."""
    for figure in sorted(gist.figures):
        if not is_figure_supported(figure, tuple(told.figures)):
            return "own figure", (figure,)
    for date in sorted(gist.dates):
        if not is_date_supported(date, tuple(told.dates)):
            return "own figure", (date,)
    for name in sorted(gist.names - told.names):
        if gists.world.entities[name].kind in ("person", "press"):
            return "own name", (gists.world.entities[name].name,)
    return None, ()


def _compare(text: str, fact: Fact) -> _Fault:
    """Compare a statement with the fact that says most of it."""
    if _SURE.search(text) and fact.strength != "stated":
        return "surer than fact", (fact.id, fact.strength)
    if (fact.kind == "unknown") != leaves_open(text) and find_polarity(text) != find_polarity(fact.claim):
        return "fact leaves open", (fact.id,)
    return _contradict(text, fact)


def _contradict(text: str, fact: Fact) -> _Fault:
    """What in a statement contradicts a fact: an opposite, another number, something denied."""
    told = {unify_stem(each) for each in list_stems(fact.claim)}
    said = {unify_stem(each) for each in list_stems(text)}
    for found in list_stems(text):
        opposite = {unify_stem(each) for each in OPPOSITES.get(found, ())} & told
        if opposite and unify_stem(found) not in told:
            return "opposite of fact", (found, sorted(opposite)[0], fact.id)
    if (_ONE.search(text) and _SEVERAL.search(fact.claim)) or (_SEVERAL.search(text) and _ONE.search(fact.claim)):
        return "number differs", (fact.id,)
    mine, its = ({unify_stem(each) for each in find_denied(each)} for each in (text, fact.claim))
    if (mine - its) & told or (its - mine) & said or find_polarity(text) != find_polarity(fact.claim):
        return "denial differs", (fact.id,)
    return None, ()
