"""Rules for the bank as a whole: every room, source and skill is asked about, and no answer occurs too often."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from game.core.names import words
from game.pack.kinds import Item, list_rivals
from game.quiz.bank import Bank
from game.quiz.lint.findings import BankFinding, PatternFinding, find_names, fold_text
from game.quiz.lint.pair_rules import check_pairs, list_word_keys
from game.quiz.lint.pattern_rules import check_patterns

MIN_SHARE_OF_A_SOURCE = 0.25
"""Of all cites; below, a source is hardly asked about."""

MAX_ITEMS_WITH_ONE_KEY = 3
MAX_ITEMS_WITH_ONE_DISTRACTOR = 6
"""A candidate who has seen that an option is wrong rules it out in every other item."""


def check_bank(bank: Bank) -> Iterator[BankFinding | PatternFinding]:
    """All rules for a bank."""
    items = list(bank.items.values())
    yield from check_patterns(bank, items)
    yield from check_pairs(items)
    yield from _check_coverage(bank)
    yield from _check_keys(items)
    yield from _check_distractors(bank, items)


def _check_coverage(bank: Bank) -> Iterator[BankFinding]:
    for room in bank.world.rooms.values():
        if room.number is not None and not room.items:
            yield BankFinding("W53", "", (), "unasked room", (room.name,))
    cited = Counter(
        cite[0] for item in bank.items.values() for fact_id in item.facts for cite in bank.world.facts[fact_id].cites
    )
    for source in bank.world.sources.values():
        if cited and cited[source.id] / cited.total() < MIN_SHARE_OF_A_SOURCE:
            values = (source.title, cited[source.id], cited.total())
            yield BankFinding("W53", "", (), "rare source", values)
    skills = Counter(item.skill for item in bank.items.values())
    for skill in ("recall", "compare", "judge"):
        if not skills[skill]:
            yield BankFinding("W53", "", (), "unasked skill", (skill,))
    levels = Counter(item.level for item in bank.items.values())
    yield BankFinding("I54", "", (), "levels", tuple(levels[level] for level in (1, 2, 3)))


def _check_keys(items: Sequence[Item]) -> Iterator[BankFinding]:
    keyed: dict[str, list[str]] = defaultdict(list)
    for item in items:
        for rival in list_word_keys(item):
            keyed[fold_text(rival.text)].append(item.id)
    for key, ids in keyed.items():
        if len(ids) > MAX_ITEMS_WITH_ONE_KEY:
            yield BankFinding("W55", "", (), "worn key", (key, *ids))


def _check_distractors(bank: Bank, items: Sequence[Item]) -> Iterator[BankFinding]:
    """Report wrong options that occur too often, and those with a name that no source has: nobody chooses these."""
    shown = [(item, list_rivals(item).wrong) for item in items if list_rivals(item).are_shown]
    used = Counter(fold_text(rival.text) for _, wrong in shown for rival in wrong)
    for text, number in used.items():
        if number > MAX_ITEMS_WITH_ONE_DISTRACTOR:
            yield BankFinding("W34", "", (), "worn wrong option", (text, number))
    known = _find_known_words(bank)
    for item, wrong in shown:
        # Where the key names what no source has, either, a strange name gives nothing away.
        if any(set(words(name)) - known for key in list_rivals(item).keys for name in find_names(key.text)):
            continue
        for rival in wrong:
            if foreign := [name for name in find_names(rival.text) if set(words(name)) - known]:
                yield BankFinding("W34", item.id, rival.field, "foreign name", (foreign[0],))


def _find_known_words(bank: Bank) -> frozenset[str]:
    """Every word of the ledger, and of the names in the rooms."""
    world = bank.world
    told = [f"{fact.claim} {fact.said_by} {' '.join(fact.terms)}" for fact in world.facts.values()]
    told += [f"{entity.name} {' '.join(entity.names)} {entity.gloss}" for entity in world.entities.values()]
    told += [f"{source.title} {source.publisher}" for source in world.sources.values()]
    told += [room.name for room in world.rooms.values()]
    # Names in paragraphs, too: an article may name a person whom no fact of the pack names.
    told += [" ".join(p.names) for source in world.sources.values() for p in source.paragraphs]
    return frozenset(word for text in told for word in words(text))
