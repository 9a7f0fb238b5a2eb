"""Rules of truth: what makes an item unusable. Each yields what it finds in one item."""

import re
from collections.abc import Iterator
from decimal import Decimal
from unicodedata import category

from game.core.names import words
from game.pack.items import Agreement, Choice, Item, Match, Number, Order, Short, TwoTier, WhichSource
from game.pack.ledger import Fact
from game.pack.world import World
from game.quiz.lint.findings import Finding, folded, names, option_at, texts
from game.quiz.marking import FULL, key_of, mark
from game.quiz.showing import AGREE, ALL, DIFFER, NONE, agreement_options, choices, source_options

_ID = re.compile(r"[a-z][a-z0-9._-]{0,62}")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff\ud800-\udfff]")


def structure(item: Item, world: World) -> Iterator[Finding]:
    """All rules of truth for one item."""
    yield from _texts(item)
    if not _ID.fullmatch(item.id):
        fix = "Begin with a letter; then letters, digits, dots, hyphens; at most 63 in all."
        yield Finding("E05", item.id, ("id",), f"the id {item.id!r} is not a name other programs take", fix)
    missing = [(place, fact_id) for place, fact_id in enumerate(item.facts) if fact_id not in world.facts]
    for place, fact_id in missing:
        yield Finding("E06", item.id, ("facts", place), f"no fact is called {fact_id!r}", "Cite a fact of the ledger.")
    if missing:
        return
    facts = [world.facts[fact_id] for fact_id in item.facts]
    yield from _keyed(item, world)
    yield from _borne_out(item, facts, world)
    yield from _conflict(item, facts, world)
    yield from _sources(item, facts)
    yield from _agreement(item, facts, world)


def _texts(item: Item) -> Iterator[Finding]:
    for field, text in texts(item):
        if not text.strip():
            yield Finding("E04", item.id, field, "this text is empty", "Write it, or take the entry out.")
        if _ODD.search(text) or any(category(character) == "Cs" for character in text):
            yield Finding("E09", item.id, field, "a control character stands in this text", "Type the text anew.")
    if isinstance(item, Choice | TwoTier):
        seen: dict[str, int] = {}
        for place, text in enumerate(choices(item)):
            if folded(text) in seen:
                yield Finding(
                    "E03", item.id, option_at(place), f"the option {text!r} stands there twice", "Word one anew."
                )
            seen.setdefault(folded(text), place)


def _keyed(item: Item, world: World) -> Iterator[Finding]:
    known = {WhichSource: source_options, Agreement: agreement_options}.get(type(item))
    if known and isinstance(item, WhichSource | Agreement) and item.key not in known(world):
        fix = f"One of {', '.join(known(world))}."
        yield Finding("E02", item.id, ("key",), f"the key {item.key!r} is not shown", fix)
        return
    if mark(item, key_of(item, world), world) < FULL:
        yield Finding(
            "E10", item.id, ("key",), "the item does not take its own key", "Mend the key, or what it accepts."
        )
    yield from _wrong(item, world)


def _wrong(item: Item, world: World) -> Iterator[Finding]:
    """What is offered as wrong is marked as wrong."""
    if isinstance(item, Choice | Short):
        for place, distractor in enumerate(item.distractors):
            if mark(item, (distractor.text,), world) > 0:
                field = ("distractors", place, "text")
                yield Finding(
                    "E01", item.id, field, f"{distractor.text!r} is marked as right", "Make it plainly wrong."
                )
    if isinstance(item, Number):
        for place, wrong in enumerate(item.wrong):
            if abs(Decimal(wrong.value) - Decimal(item.key)) <= Decimal(item.tolerance):
                text = f"{wrong.value} lies within {item.tolerance} of the key {item.key}"
                yield Finding("E08", item.id, ("wrong", place, "value"), text, "Narrow the tolerance, or drop it.")


def _borne_out(item: Item, facts: list[Fact], world: World) -> Iterator[Finding]:
    """Figures and names of what is right stand in the cited facts."""
    told = _told(facts, world)
    figures = {figure.replace(",", "") for figure in _FIGURE.findall(told)} | set(
        map(_plain_year, _FIGURE.findall(told))
    )
    for field, text in _right(item):
        for figure in _FIGURE.findall(text):
            if figure.replace(",", "") not in figures:
                fix = "Cite the fact that has it, or correct it."
                yield Finding("E07", item.id, field, f"the figure {figure} is in none of the cited facts", fix)
        for name in names(text):
            if not set(words(name)) <= set(words(told)):
                fix = "Cite the fact that names it, or correct it."
                yield Finding("E07", item.id, field, f"the name {name} is in none of the cited facts", fix)


def _plain_year(figure: str) -> str:
    return figure.lstrip("0")


def _right(item: Item) -> Iterator[tuple[tuple[str | int, ...], str]]:
    match item:
        case Choice() | Short() | TwoTier() | Number():
            yield (("key",), item.key)
        case Order():
            yield from ((("steps", place), step) for place, step in enumerate(item.steps))
        case Match():
            yield from ((("pairs", place, "right"), pair.right) for place, pair in enumerate(item.pairs))
            yield from ((("pairs", place, "left"), pair.left) for place, pair in enumerate(item.pairs))


_WORDED = dict(zip("one two three four five six seven eight nine ten".split(), map(str, range(1, 11)), strict=True))


def _told(facts: list[Fact], world: World) -> str:
    """All that the ledger says of some facts, in one text."""
    parts = [source.title for source in world.sources.values()]
    for fact in facts:
        parts += [fact.claim, *fact.terms, fact.said_by, fact.about.when or "", fact.about.era]
        parts += [name for who in fact.about.who if who in world.entities for name in _names(who, world)]
    text = " ".join(parts).replace("-", " ")
    return f"{text} {' '.join(_WORDED.get(word, '') for word in words(text))}"


def _names(who: str, world: World) -> tuple[str, ...]:
    entity = world.entities[who]
    return (entity.name, *entity.names, entity.gloss)


def _conflict(item: Item, facts: list[Fact], world: World) -> Iterator[Finding]:
    """On a point where the sources contradict each other, the stem names one."""
    if isinstance(item, WhichSource | Agreement) or _names_one(item.stem, facts, world):
        return
    ids = {fact.id for fact in facts}
    for difference in world.differences.values():
        sides = [side for side in difference.sides if ids & set(side.facts)]
        if difference.kind != "conflict" or not sides:
            continue
        fix = "Say in the stem by which article."
        if len(sides) == 1:
            text = f"the sources differ on {difference.topic}, and the stem names none"
            yield Finding("E11", item.id, ("stem",), text, fix)
        others = {folded(side.says) for side in difference.sides if side not in sides}
        if isinstance(item, Choice | TwoTier):
            for place, distractor in enumerate(item.distractors):
                if folded(distractor.text) in others:
                    field = ("distractors", place, "text")
                    text = f"{distractor.text!r} is what another source says"
                    yield Finding("E13", item.id, field, text, fix)


def _names_one(stem: str, facts: list[Fact], world: World) -> bool:
    """Whether a stem says by which source, or on whose word."""
    typed = folded(stem)
    named = [source.title.casefold() for source in world.sources.values()]
    named += [fact.said_by.casefold() for fact in facts if fact.said_by != "the article"]
    return any(name in typed for name in named)


def _cited(facts: list[Fact]) -> list[set[str]]:
    """The sources each fact is cited from."""
    return [{cite[0] for cite in fact.cites} for fact in facts]


def _sources(item: Item, facts: list[Fact]) -> Iterator[Finding]:
    if not isinstance(item, WhichSource):
        return
    cited = set().union(*_cited(facts))
    wrong = ""
    if item.key == ALL and len(cited) < 2:
        wrong = f"it is keyed to all sources, and its facts cite only {', '.join(sorted(cited))}"
    elif item.key not in (ALL, NONE) and cited != {item.key}:
        wrong = f"it is keyed to {item.key}, and its facts cite {', '.join(sorted(cited))}"
    if wrong:
        yield Finding("E14", item.id, ("key",), wrong, "Key it by its facts' cites, or cite other facts.")


def _agreement(item: Item, facts: list[Fact], world: World) -> Iterator[Finding]:
    if not isinstance(item, Agreement):
        return
    cited = set().union(*_cited(facts))
    ids = {fact.id for fact in facts}
    parted = any(
        sum(bool(ids & set(side.facts)) for side in difference.sides) > 1 for difference in world.differences.values()
    )
    wrong = ""
    if item.key == DIFFER and not parted:
        wrong = "it is keyed to differ, and its facts are no two sides of a difference"
    elif item.key == AGREE and (len(cited) < 2 or parted):
        wrong = "it is keyed to agree, and its facts cite one source only, or differ"
    elif item.key not in (AGREE, DIFFER) and cited != {item.key}:
        wrong = f"it is keyed to {item.key} alone, and its facts cite {', '.join(sorted(cited))}"
    if wrong:
        yield Finding("E15", item.id, ("key",), wrong, "Key it by the ledger, or cite other facts.")
