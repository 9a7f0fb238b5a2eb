"""Rules of truth: what makes an item unusable. Each rule yields its findings in one item."""

import re
from collections.abc import Iterator

from game.core.names import ARTICLES, words
from game.pack.kinds import (
    FULL_MARK_THRESHOLD,
    Item,
    find_faults,
    find_key,
    find_remarks,
    list_rivals,
    list_texts,
    mark,
    show_by_words,
)
from game.pack.kinds.parts import KnownIds
from game.pack.ledger import Fact
from game.pack.marking.folding import STEPS_BY_MODE, fold
from game.pack.world import World
from game.quiz.lint.findings import LedgerFinding, TruthFinding, find_names, fold_text

_ID = re.compile(r"[a-z][a-z0-9._-]{0,62}")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff\ud800-\udfff]")


def check_truth(item: Item, world: World) -> Iterator[TruthFinding | LedgerFinding]:
    """All rules of truth for one item."""
    yield from _check_texts(item)
    if not _ID.fullmatch(item.id):
        yield TruthFinding("E05", item.id, ("id",), "bad id", (item.id,))
    missing = [(place, fact_id) for place, fact_id in enumerate(item.facts) if fact_id not in world.facts]
    for place, fact_id in missing:
        yield TruthFinding("E06", item.id, ("facts", place), "unknown fact", (fact_id,))
    if missing:
        return
    facts = [world.facts[fact_id] for fact_id in item.facts]
    yield from _check_keyed(item, world)
    yield from _check_supported(item, facts, world)
    yield from _check_conflict(item, facts, world)
    yield from _check_remarks(item, world)


def _check_texts(item: Item) -> Iterator[TruthFinding]:
    for each in list_texts(item):
        if not each.text.strip():
            yield TruthFinding("E04", item.id, each.field, "empty text")
        if _ODD.search(each.text):
            yield TruthFinding("E09", item.id, each.field, "control character")
    rivals, seen = list_rivals(item), set[str]()
    for rival in rivals.all if rivals.are_shown else ():
        if fold_text(rival.text) in seen:
            yield TruthFinding("E03", item.id, rival.field, "option twice", (rival.text,))
        seen.add(fold_text(rival.text))


def _check_keyed(item: Item, world: World) -> Iterator[TruthFinding]:
    known = KnownIds(tuple(world.sources), frozenset(world.facts))
    missing = [fault for fault in find_faults(item, known) if fault.code == "no such key"]
    for fault in missing:
        yield TruthFinding("E02", item.id, fault.field, "key not shown", (fault.value, *fault.allowed))
    if missing:
        return
    if mark(item, find_key(item, world), world) < FULL_MARK_THRESHOLD:
        yield TruthFinding("E10", item.id, ("key",), "key not taken")
    yield from _check_wrong(item, world)


def _check_wrong(item: Item, world: World) -> Iterator[TruthFinding]:
    """Report a wrong option that would be marked as right."""
    rivals = list_rivals(item)
    spellings = {fold(key.text, STEPS_BY_MODE["folded"]) for key in rivals.keys}
    for rival in rivals.wrong:
        # A known wrong answer is never marked as right, so that the porter would be wrong for porter.
        is_respelt = not rivals.are_shown and fold(rival.text, STEPS_BY_MODE["folded"]) in spellings
        if mark(item, (rival.text,), world) == 0 and not is_respelt:
            continue
        if rivals.tolerance:
            values = (rival.text, rivals.tolerance, *(key.text for key in rivals.keys))
            yield TruthFinding("E08", item.id, rival.field, "within tolerance", values)
        else:
            yield TruthFinding("E01", item.id, rival.field, "wrong is right", (rival.text,))


def _check_supported(item: Item, facts: list[Fact], world: World) -> Iterator[TruthFinding]:
    """Report figures and names of right answers that no cited fact contains."""
    told = _join_facts(facts, world)
    figures = {figure.replace(",", "") for figure in _FIGURE.findall(told)} | set(
        map(_plain_year, _FIGURE.findall(told))
    )
    for field, text in ((each.field, each.text) for each in list_texts(item) if each.is_right):
        for figure in _FIGURE.findall(text):
            if figure.replace(",", "") not in figures:
                yield TruthFinding("E07", item.id, field, "figure not cited", (figure,))
        for name in dict.fromkeys((*find_names(text), *_find_full_name(text))):
            if not set(words(name)) - ARTICLES <= set(words(told)):
                yield TruthFinding("E07", item.id, field, "name not cited", (name,))
                break


def _find_full_name(text: str) -> tuple[str, ...]:
    """A text that is a name as a whole: also its first word, which alone may have a capital only as the first one."""
    found = (name := re.sub(r"[’']s?$", "", text)).split()
    return (name,) if len(found) > 1 and all(word[:1].isupper() for word in found) else ()


def _plain_year(figure: str) -> str:
    return figure.lstrip("0")


_WORDED = dict(zip("one two three four five six seven eight nine ten".split(), map(str, range(1, 11)), strict=True))


def _join_facts(facts: list[Fact], world: World) -> str:
    """All that the ledger says of some facts, in one text."""
    parts = [source.title for source in world.sources.values()]
    for fact in facts:
        parts += [fact.claim, *fact.terms, fact.said_by, fact.about.when or "", fact.about.era]
        parts += [name for who in fact.about.who if who in world.entities for name in _list_names(who, world)]
    text = " ".join(parts).replace("-", " ")
    return f"{text} {' '.join(_WORDED.get(word, '') for word in words(text))}"


def _list_names(who: str, world: World) -> tuple[str, ...]:
    entity = world.entities[who]
    return (entity.name, *entity.names, entity.gloss)


def _check_conflict(item: Item, facts: list[Fact], world: World) -> Iterator[TruthFinding]:
    """Report a stem that names no source on a point where the sources contradict each other."""
    # A question whose options are the sources asks about the conflict itself.
    if asks_about_sources(item, world) or _has_source_named(item.stem, facts, world):
        return
    ids = {fact.id for fact in facts}
    for difference in world.differences.values():
        sides = [side for side in difference.sides if ids & set(side.facts)]
        if not difference.is_dispute or not sides:
            continue
        if len(sides) == 1:
            yield TruthFinding("E11", item.id, ("stem",), "no source named", (difference.topic,))
        others = {fold_text(side.says) for side in difference.sides if side not in sides}
        rivals = list_rivals(item)
        for rival in rivals.wrong if rivals.are_shown else ():
            if fold_text(rival.text) in others:
                yield TruthFinding("E13", item.id, rival.field, "right elsewhere", (rival.text,))


def asks_about_sources(item: Item, world: World) -> bool:
    """Whether each source has an option of its own."""
    options = show_by_words(item, world).options
    are_named = all(any(source.title in option for option in options) for source in world.sources.values())
    return are_named and not list_rivals(item).are_shown


def _has_source_named(stem: str, facts: list[Fact], world: World) -> bool:
    """Whether a stem names a source or a speaker."""
    typed = fold_text(stem)
    named = [source.title.casefold() for source in world.sources.values()]
    named += [fact.said_by.casefold() for fact in facts if fact.said_by != "the article"]
    return any(name in typed for name in named)


def _check_remarks(item: Item, world: World) -> Iterator[LedgerFinding]:
    """Report keys about the sources that the facts do not support."""
    for remark in find_remarks(item, world):
        yield LedgerFinding(remark.rule, item.id, ("key",), remark.code, (remark.key, *remark.cited))
