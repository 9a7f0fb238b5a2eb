"""Rules for the bank as a whole: no pattern over many items, none that gives another away, nothing left unasked."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, permutations
from math import exp, lgamma, log

from game.core.names import words
from game.pack.items import Choice, Item, Short, TrueFalse, TwoTier
from game.quiz.bank import Bank
from game.quiz.lint.findings import Finding, content, folded, likeness, names
from game.quiz.showing import choices, show

ALIKE = 0.8
"""Jaccard's index from which two stems are nearly the same."""

LEAKING = 0.75
"""The share of a stem's words from which another stem is about the same."""

UNLIKELY = 0.05
"""The chance below which a pattern is taken for one."""

FEW = 12
"""Items below which nothing is concluded from how they are spread."""


def whole(bank: Bank) -> Iterator[Finding]:
    """All rules for a bank."""
    items = list(bank.items.values())
    yield from _lengths(items)
    yield from _places(bank, items)
    yield from _statements(items)
    yield from _twins(items)
    yield from _leaks(items)
    yield from _coverage(bank)
    yield from _keys(items)
    yield from _contradictions(items)
    yield from _distractors(bank, items)


def poisson_binomial_tail(chances: Sequence[float], least: int) -> float:
    """The chance that at least so many of some independent events happen, each with a chance of its own.

    By dynamic programming over the events: exact (Poisson's binomial distribution, 1837).

    >>> round(poisson_binomial_tail([0.5, 0.5, 0.5], 2), 3)
    0.5
    """
    spread = [1.0]
    for chance in chances:
        spread = [
            (spread[number] if number < len(spread) else 0.0) * (1 - chance)
            + (spread[number - 1] * chance if number else 0.0)
            for number in range(len(spread) + 1)
        ]
    return min(1.0, sum(spread[least:]))


def chi_square_tail(statistic: float, freedom: int) -> float:
    """The chance of a chi-square at least so large, by the series of the lower incomplete gamma function.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 6.5.29 and 26.4.

    >>> round(chi_square_tail(7.815, 3), 3)
    0.05
    """
    if statistic <= 0:
        return 1.0
    a, x = freedom / 2, statistic / 2
    term = total = 1 / a
    step = a
    while term > total * 1e-15:
        step += 1
        term *= x / step
        total += term
    return max(0.0, 1 - total * exp(-x + a * log(x) - lgamma(a)))


def _lengths(items: Sequence[Item]) -> Iterator[Finding]:
    """The longest option is no better guess than any other, and no worse; nor is the shortest."""
    for name, pick in (("longest", max), ("shortest", min)):
        hits, chances = extremes(items, pick)
        if len(chances) < FEW:
            continue
        often = poisson_binomial_tail(chances, hits)
        rarely = 1 - poisson_binomial_tail(chances, hits + 1)
        if min(often, rarely) < UNLIKELY:
            text = f"the {name} option is the key in {hits} of {len(chances)} items; by chance {sum(chances):.0f}"
            fix = "Reword keys or wrong options until it tells nothing."
            yield Finding("W21", "", (), f"{text} (p {min(often, rarely):.4f})", fix)


def extremes(items: Sequence[Item], pick: Callable[[Iterable[int]], int]) -> tuple[int, list[float]]:
    """How often the one longest, or shortest, option is the key; and for each item that has one, the chance of it."""
    hits, chances = 0, []
    for item in items:
        if isinstance(item, Choice | TwoTier):
            sizes = [len(folded(text)) for text in choices(item)]
            if sizes.count(pick(sizes)) == 1:
                chances.append(1 / len(sizes))
                hits += sizes[0] == pick(sizes)
    return hits, chances


def _places(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """As shown with several seeds, the key has no favourite place."""
    for wanted in (3, 4, 5):
        several = [item for item in items if isinstance(item, Choice) and len(choices(item)) == wanted]
        if len(several) < 20:
            continue
        for seed in range(5):
            places = Counter(show(item, bank.world, seed).options.index(item.key) for item in several)
            expected = len(several) / wanted
            chi = sum((places[place] - expected) ** 2 / expected for place in range(wanted))
            if (chance := chi_square_tail(chi, wanted - 1)) < 0.001:
                told = ", ".join(f"{'ABCDE'[place]} {places[place]}" for place in range(wanted))
                text = f"with seed {seed} the key of {len(several)} items stands at {told} (p {chance:.4f})"
                yield Finding("W22", "", (), text, "Look at the shuffle.")


def _statements(items: Sequence[Item]) -> Iterator[Finding]:
    judged = [item for item in items if isinstance(item, TrueFalse)]
    if items and len(judged) / len(items) > 0.3:
        text = f"{len(judged)} of {len(items)} items are statements to be judged"
        yield Finding("W47", "", (), text, "Make some of them choices: a blind guess is worth half a mark.")
    true = sum(item.key for item in judged)
    if len(judged) >= 10 and not 0.35 <= true / len(judged) <= 0.65:
        yield Finding("W47", "", (), f"{true} of {len(judged)} statements are true", "Turn some of them round.")


def _twins(items: Sequence[Item]) -> Iterator[Finding]:
    """Stems that are nearly the same, unless they are asked in ways that do not compete."""
    by_word: dict[str, list[int]] = defaultdict(list)
    told = [content(item.stem) for item in items]
    for place, found in enumerate(told):
        for word in found:
            by_word[word].append(place)
    pairs = {pair for places in by_word.values() if len(places) < 40 for pair in combinations(places, 2)}
    for one, other in sorted(pairs):
        is_same_kind = type(items[one]) is type(items[other])
        if is_same_kind and likeness(told[one], told[other]) >= ALIKE:
            text = f"its stem is nearly that of {items[one].id}"
            yield Finding("W50", items[other].id, ("stem",), text, "Ask for something else, or drop one.")


def _leaks(items: Sequence[Item]) -> Iterator[Finding]:
    """A stem that answers another item: it holds its whole key and most of what it asks.

    Items on one fact are left out: no paper and no quiz session draws two of them.
    """
    by_word: dict[str, set[int]] = defaultdict(set)
    told = [content(item.stem) for item in items]
    for place, found in enumerate(told):
        for word in found:
            by_word[word].add(place)
    for place, item in enumerate(items):
        if not isinstance(item, Choice | TwoTier | Short):
            continue
        key = content(item.key)
        if len(key) < 2 or key <= told[place]:
            continue
        for other in sorted(set.intersection(*(by_word[word] for word in key))):
            apart = not set(item.facts) & set(items[other].facts)
            if apart and len(told[place] & told[other]) >= LEAKING * len(told[place]):
                text = f"the stem of {items[other].id} holds the key “{item.key}” and most of this stem"
                yield Finding("W51", item.id, ("key",), text, "Reword one of them: a paper may hold both.")


def _coverage(bank: Bank) -> Iterator[Finding]:
    for room in bank.world.rooms.values():
        if room.number is not None and not room.items:
            yield Finding("W53", "", (), f"nothing is asked about {room.name}", "Write a question for it.")
    cited = Counter(
        cite[0] for item in bank.items.values() for fact_id in item.facts for cite in bank.world.facts[fact_id].cites
    )
    for source in bank.world.sources.values():
        if cited and cited[source.id] / cited.total() < 0.25:
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
        if isinstance(item, Choice | TwoTier | Short):
            keyed[folded(item.key)].append(item.id)
    for key, ids in keyed.items():
        if len(ids) > 3:
            text = f"“{key}” is the key of {len(ids)} items: {', '.join(ids)}"
            yield Finding("W55", "", (), text, "Who answers it everywhere is right too often.")


def _contradictions(items: Sequence[Item]) -> Iterator[Finding]:
    """A wrong option that is the key of another item with the same stem."""
    stems: dict[frozenset[str], list[Choice]] = defaultdict(list)
    for item in items:
        if isinstance(item, Choice):
            stems[content(item.stem)].append(item)
    for one, other in (pair for same in stems.values() for pair in permutations(same, 2)):
        if folded(other.key) in {folded(distractor.text) for distractor in one.distractors}:
            text = f"the key of {other.id}, the same question, is a wrong option here"
            yield Finding("W56", one.id, ("distractors",), text, "One of them is mistaken.")


def _distractors(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """A wrong option used again and again is worn; one that no source knows is no temptation."""
    used = Counter(
        folded(distractor.text)
        for item in items
        if isinstance(item, Choice | TwoTier)
        for distractor in item.distractors
    )
    for text, number in used.items():
        if number > WORN:
            said = f"“{text}” is a wrong option of {number} items"
            yield Finding("W34", "", (), said, "Use it less: who has seen it wrong once crosses it out.")
    known = _known(bank)
    for item in items:
        if not isinstance(item, Choice | TwoTier):
            continue
        for place, distractor in enumerate(item.distractors):
            if strange := [name for name in names(distractor.text) if not set(words(name)) <= known]:
                field = ("distractors", place, "text")
                said = f"{strange[0]!r} is named by no source"
                yield Finding("W34", item.id, field, said, "Take wrong options from the sources' own world.")


WORN = 6
"""Items in which one wrong option may be used."""


def _known(bank: Bank) -> frozenset[str]:
    """Every word of the ledger, and of the names on the train."""
    world = bank.world
    told = [f"{fact.claim} {fact.said_by} {' '.join(fact.terms)}" for fact in world.facts.values()]
    told += [f"{entity.name} {' '.join(entity.names)} {entity.gloss}" for entity in world.entities.values()]
    told += [f"{source.title} {source.publisher}" for source in world.sources.values()]
    told += [room.name for room in world.rooms.values()]
    told += [" ".join(p.names) for source in world.sources.values() for p in source.paragraphs]
    return frozenset(word for text in told for word in words(text))
