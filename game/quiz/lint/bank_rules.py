"""Rules for the bank as a whole: nothing is left unasked, no answer is worn out."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from game.core.names import words
from game.pack.kinds import Item, list_rivals
from game.quiz.bank import Bank
from game.quiz.lint.findings import Finding, folded, names
from game.quiz.lint.pair_rules import check_pairs, list_word_keys
from game.quiz.lint.pattern_rules import check_patterns

MIN_SHARE_OF_A_SOURCE = 0.25
"""Of all cites; below, a source is hardly asked about."""

MAX_ITEMS_WITH_ONE_KEY = 3
MAX_ITEMS_WITH_ONE_DISTRACTOR = 6
"""Who has seen a wrong option wrong once crosses it out everywhere."""


def check_bank(bank: Bank) -> Iterator[Finding]:
    """All rules for a bank."""
    items = list(bank.items.values())
    yield from check_patterns(bank, items)
    yield from check_pairs(items)
    yield from _coverage(bank)
    yield from _keys(items)
    yield from _distractors(bank, items)


def _coverage(bank: Bank) -> Iterator[Finding]:
    for room in bank.world.rooms.values():
        if room.number is not None and not room.items:
            yield Finding("W53", "", (), f"nothing is asked about {room.name}", "Write a question for it.")
    cited = Counter(
        cite[0] for item in bank.items.values() for fact_id in item.facts for cite in bank.world.facts[fact_id].cites
    )
    for source in bank.world.sources.values():
        if cited and cited[source.id] / cited.total() < MIN_SHARE_OF_A_SOURCE:
            text = f"{source.title} bears out {cited[source.id]} of {cited.total()} cites"
            yield Finding("W53", "", (), text, "Ask more about it.")
    skills = Counter(item.skill for item in bank.items.values())
    for skill in ("recall", "compare", "judge"):
        if not skills[skill]:
            yield Finding("W53", "", (), f"no item exercises the skill {skill}", "Write some.")
    levels = Counter(item.level for item in bank.items.values())
    told = ", ".join(f"level {level}: {levels[level]}" for level in (1, 2, 3))
    yield Finding("I54", "", (), told, "For information.")


def _keys(items: Sequence[Item]) -> Iterator[Finding]:
    keyed: dict[str, list[str]] = defaultdict(list)
    for item in items:
        for rival in list_word_keys(item):
            keyed[folded(rival.text)].append(item.id)
    for key, ids in keyed.items():
        if len(ids) > MAX_ITEMS_WITH_ONE_KEY:
            text = f"“{key}” is the key of {len(ids)} items: {', '.join(ids)}"
            yield Finding("W55", "", (), text, "Who answers it everywhere is right too often.")


def _distractors(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """A wrong option used again and again is worn; one that no source knows is no temptation."""
    shown = [(item, list_rivals(item).wrong) for item in items if list_rivals(item).are_shown]
    used = Counter(folded(rival.text) for _, wrong in shown for rival in wrong)
    for text, number in used.items():
        if number > MAX_ITEMS_WITH_ONE_DISTRACTOR:
            said = f"“{text}” is a wrong option of {number} items"
            yield Finding("W34", "", (), said, "Use it less: who has seen it wrong once crosses it out.")
    known = _known(bank)
    for item, wrong in shown:
        for rival in wrong:
            if foreign := [name for name in names(rival.text) if not set(words(name)) <= known]:
                said = f"{foreign[0]!r} is named by no source"
                yield Finding("W34", item.id, rival.field, said, "Take wrong options from the sources' own world.")


def _known(bank: Bank) -> frozenset[str]:
    """Every word of the ledger, and of the names on the train."""
    world = bank.world
    told = [f"{fact.claim} {fact.said_by} {' '.join(fact.terms)}" for fact in world.facts.values()]
    told += [f"{entity.name} {' '.join(entity.names)} {entity.gloss}" for entity in world.entities.values()]
    told += [f"{source.title} {source.publisher}" for source in world.sources.values()]
    told += [room.name for room in world.rooms.values()]
    told += [" ".join(p.names) for source in world.sources.values() for p in source.paragraphs]
    return frozenset(word for text in told for word in words(text))
