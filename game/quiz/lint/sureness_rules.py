"""Rules for items that ask how sure a source is: their fact, the words of the feedback, one use of the word hedge."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from game.core.names import words
from game.pack.claims.wording import HedgeClass, find_hedges
from game.pack.kinds import Item, describe_form, find_key, list_rivals, list_texts, show
from game.pack.kinds.how_sure import STRENGTHS
from game.pack.ledger import NO_SPEAKER, Strength
from game.pack.world import World
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.findings import KeyFinding

MAX_LAG = 0.05
"""Another fact of the article may contain at most this much more of the stem than the fact that the item asks about."""

MIN_OF_ONE_FORM = 4
"""From this number of stems that begin alike and have the same key, a candidate can know the key without reading."""

WORDS_OF_A_FORM = 3

_SAID_BY: Mapping[Strength, HedgeClass] = {"reported": "report", "photo": "picture", "speculated": "doubt"}
_FLATLY = re.compile(r"\b(?:flat(?:ly)?|outright|states?|stated|in its own voice|without)\b", re.IGNORECASE)
_PASSES_ON = re.compile(r"\bpass(?:es|ed) (?:it )?on\b", re.IGNORECASE)
_CALLED_HEDGE = re.compile(r"\bhedge[sd]?\b", re.IGNORECASE)
_REPORT_QUOTED = re.compile(r"“?\breportedly\b”?", re.IGNORECASE)


def asks_how_sure(item: Item, world: World) -> bool:
    """Whether the options are the ways in which a source can be sure."""
    return show(item, world, 0, is_shuffled=False).options == tuple(STRENGTHS.values())


def check_sureness(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """Rules for one item."""
    world = gists.world
    yield from _check_word_hedge(item, gists)
    if not asks_how_sure(item, world):
        return
    first = world.facts[item.facts[0]]
    gist = gists.read(item.stem)
    near = {
        fact.id: gist.measure_share_in(gists.tell(fact))
        for fact in gists.select(item.stem, [first, *gists.list_near(gist)])
    }
    best = max(near, key=lambda fact_id: near[fact_id], default=first.id)
    if near.get(first.id, 0.0) < near.get(best, 0.0) - MAX_LAG and world.facts[best].strength != first.strength:
        yield KeyFinding("Q-SURE", item.id, ("facts", 0), "other fact asked", (first.id, best))
    if not _says_strength(item.feedback, first.strength, first.said_by, gists):
        yield KeyFinding("Q-FEED", item.id, ("feedback",), "strength not said", (first.strength,))


def _says_strength(feedback: str, strength: Strength, said_by: str, gists: FactGists) -> bool:
    """Whether a feedback names the strength that is the key."""
    if strength == "stated":
        return bool(_FLATLY.search(feedback))
    kinds = {hedge.kind for hedge in find_hedges(feedback)}
    is_named = said_by != NO_SPEAKER and bool(gists.read(said_by).names & gists.read(feedback).names)
    if strength == "reported" and (is_named or _PASSES_ON.search(feedback)):
        return True
    return _SAID_BY[strength] in kinds


def _check_word_hedge(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """Report a text that calls “reportedly” a hedge: a reporter is sure of the report, and says who made the claim."""
    strengths = {fact.strength for fact in gists.list_cited(item)}
    is_report = "reported" in strengths and "speculated" not in strengths
    for each in list_texts(item):
        if _CALLED_HEDGE.search(each.text) and (is_report or _REPORT_QUOTED.search(each.text)):
            yield KeyFinding("Q-HEDGE", item.id, each.field, "report as hedge", ())


def check_forms(items: Sequence[Item], world: World) -> Iterator[KeyFinding]:
    """Report the beginning of a stem that reveals the answer, in items with fixed options."""
    formed: dict[tuple[str, ...], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    keyed: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for item in items:
        options = show(item, world, 0, is_shuffled=False).options
        if list_rivals(item).keys or describe_form(item).answer_by != "letter":
            continue
        key = find_key(item, world)[0]
        keyed[options].add(key)
        formed[(*options, *words(item.stem)[:WORDS_OF_A_FORM])][key].append(item.id)
    for form, found in formed.items():
        ids = [item_id for each in found.values() for item_id in each]
        is_one_of_several = len(found) == 1 and any(len(keys) > 1 and set(found) <= keys for keys in keyed.values())
        if is_one_of_several and len(ids) >= MIN_OF_ONE_FORM:
            values = (" ".join(form[-WORDS_OF_A_FORM:]), next(iter(found)), *ids[1:])
            yield KeyFinding("Q-FORM", ids[0], ("stem",), "form tells key", values)
