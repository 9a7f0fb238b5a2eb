"""Rules against patterns: over many items, neither the length nor the place of an option may reveal the key."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from game.pack.kinds import Item, describe_form, find_key, list_rivals, show
from game.pack.kinds.true_false import TRUE
from game.quiz.bank import Bank
from game.quiz.lint.chance import chi_square_tail, poisson_binomial_tail
from game.quiz.lint.finding_codes import PatternCode
from game.quiz.lint.findings import PatternFinding, fold_text

MAX_CHANCE_OF_A_PATTERN = 0.05
"""Below this chance a distribution counts as a pattern."""

MIN_ITEMS_FOR_LENGTHS, MIN_ITEMS_FOR_PLACES = 12, 20
"""With fewer items the rule draws no conclusion."""


def check_patterns(bank: Bank, items: Sequence[Item]) -> Iterator[PatternFinding]:
    """All rules against patterns."""
    yield from _check_lengths(items)
    yield from _check_places(bank, items)
    yield from _check_statements(bank, items)


def _check_lengths(items: Sequence[Item]) -> Iterator[PatternFinding]:
    """Report that the longest or the shortest option is the key more often, or less often, than by chance."""
    extremes: tuple[tuple[PatternCode, Callable[[Iterable[int]], int]], ...] = (
        ("longest is key", max),
        ("shortest is key", min),
    )
    for code, pick in extremes:
        hits, chances = count_extremes(items, pick)
        if len(chances) < MIN_ITEMS_FOR_LENGTHS:
            continue
        often = poisson_binomial_tail(chances, hits)
        rarely = 1 - poisson_binomial_tail(chances, hits + 1)
        if min(often, rarely) < MAX_CHANCE_OF_A_PATTERN:
            values = (hits, len(chances), sum(chances), min(often, rarely))
            yield PatternFinding("W21", "", (), code, values)


def count_extremes(items: Sequence[Item], pick: Callable[[Iterable[int]], int]) -> tuple[int, list[float]]:
    """How often the longest (or shortest) option is the key; and the chance of this in each item that has one."""
    hits, chances = 0, []
    for item in items:
        rivals = list_rivals(item)
        if rivals.are_shown and len(rivals.keys) == 1:
            sizes = [len(fold_text(rival.text)) for rival in rivals.all]
            if sizes.count(pick(sizes)) == 1:
                chances.append(1 / len(sizes))
                hits += sizes[0] == pick(sizes)
    return hits, chances


def _check_places(bank: Bank, items: Sequence[Item]) -> Iterator[PatternFinding]:
    """Report a place that the key takes too often, as shown with several seeds."""
    for wanted in (3, 4, 5):
        several = [item for item in list_choices(items) if len(list_rivals(item).all) == wanted]
        if len(several) < MIN_ITEMS_FOR_PLACES:
            continue
        for seed in range(5):
            places = Counter(find_key_place(item, bank, seed) for item in several)
            expected = len(several) / wanted
            chi = sum((places[place] - expected) ** 2 / expected for place in range(wanted))
            # There are fifteen tests (five seeds, three sizes). With 0.05, every second bank would be reported by
            # chance.
            if (chance := chi_square_tail(chi, wanted - 1)) < 0.001:
                values = (seed, len(several), chance, *(places[place] for place in range(wanted)))
                yield PatternFinding("W22", "", (), "favourite place", values)


def _check_statements(bank: Bank, items: Sequence[Item]) -> Iterator[PatternFinding]:
    judged = list_statements(items)
    if items and len(judged) / len(items) > 0.3:
        yield PatternFinding("W47", "", (), "many statements", (len(judged), len(items)))
    true = count_true(judged, bank)
    if len(judged) >= 10 and not 0.35 <= true / len(judged) <= 0.65:
        yield PatternFinding("W47", "", (), "uneven statements", (true, len(judged)))


def list_choices(items: Sequence[Item]) -> list[Item]:
    """The items whose one right option has a place among options that are shuffled."""
    return [item for item in items if describe_form(item).answer_by == "letter" and list_rivals(item).are_shown]


def find_key_place(item: Item, bank: Bank, seed: int) -> int:
    """The place of the key of a choice as shown, from 0."""
    (key,) = list_rivals(item).keys
    return show(item, bank.world, seed).options.index(key.text)


def list_statements(items: Sequence[Item]) -> list[Item]:
    """The items that are statements to be judged."""
    return [item for item in items if describe_form(item).answer_by == "truth"]


def count_true(statements: Sequence[Item], bank: Bank) -> int:
    """How many of some statements are true."""
    return sum(find_key(item, bank.world) == (TRUE,) for item in statements)
