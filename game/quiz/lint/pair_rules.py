"""Rules for two items at once: none repeats the other, gives away its answer, or contradicts its key."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from game.pack.kinds import Item, list_rivals
from game.pack.kinds.parts import Rival
from game.quiz.lint.findings import BankFinding, find_content_words, fold_text, measure_likeness

SAME_STEM_LIKENESS = 0.8
"""Jaccard's index from which two stems are nearly the same."""

LEAKING_SHARE = 0.75
"""From this share of common words on, two stems are about the same subject."""

MAX_STEMS_OF_A_TELLING_WORD = 40
"""A word of this many stems or more does not select pairs to compare: else nearly all pairs would be compared."""


def check_pairs(items: Sequence[Item]) -> Iterator[BankFinding]:
    """All rules for two items."""
    yield from _check_twins(items)
    yield from _check_leaks(items)
    yield from _check_contradictions(items)


def list_word_keys(item: Item) -> tuple[Rival, ...]:
    """The right answers of an item that are its author's own words; none where they are figures or fixed options."""
    rivals = list_rivals(item)
    return () if rivals.tolerance else rivals.keys


def _check_twins(items: Sequence[Item]) -> Iterator[BankFinding]:
    """Report stems that are nearly the same in items of one kind."""
    by_word: dict[str, list[int]] = defaultdict(list)
    told = [find_content_words(item.stem) for item in items]
    for place, found in enumerate(told):
        for word in found:
            by_word[word].append(place)
    telling = [places for places in by_word.values() if len(places) < MAX_STEMS_OF_A_TELLING_WORD]
    pairs = {pair for places in telling for pair in combinations(places, 2)}
    for one, other in sorted(pairs):
        is_same_kind = type(items[one]) is type(items[other])
        if is_same_kind and measure_likeness(told[one], told[other]) >= SAME_STEM_LIKENESS:
            yield BankFinding("W50", items[other].id, ("stem",), "same stem", (items[one].id,))


def _check_leaks(items: Sequence[Item]) -> Iterator[BankFinding]:
    """Report a stem that answers another item: it contains the whole key and most words of the other stem.

    Items with a common fact are left out: no paper and no quiz session draws two of them.
    """
    by_word: dict[str, set[int]] = defaultdict(set)
    told = [find_content_words(item.stem) for item in items]
    for place, found in enumerate(told):
        for word in found:
            by_word[word].add(place)
    for place, item in enumerate(items):
        for key in list_word_keys(item):
            wanted = find_content_words(key.text)
            # A single word is in too many stems; a key that is in its own stem gives nothing away elsewhere.
            if len(wanted) < 2 or wanted <= told[place]:
                continue
            for other in sorted(set.intersection(*(by_word[word] for word in wanted))):
                are_apart = not set(item.facts) & set(items[other].facts)
                if are_apart and len(told[place] & told[other]) >= LEAKING_SHARE * len(told[place]):
                    yield BankFinding("W51", item.id, key.field, "leak", (items[other].id, key.text))


def _check_contradictions(items: Sequence[Item]) -> Iterator[BankFinding]:
    """A wrong option that is the key of another item with the same stem."""
    stems: dict[frozenset[str], list[Item]] = defaultdict(list)
    for item in items:
        if list_rivals(item).are_shown:
            stems[find_content_words(item.stem)].append(item)
    for one, other in (pair for same in stems.values() for pair in permutations(same, 2)):
        keys = {fold_text(rival.text) for rival in list_rivals(other).keys}
        if not keys.isdisjoint(fold_text(rival.text) for rival in list_rivals(one).wrong):
            yield BankFinding("W56", one.id, ("distractors",), "contradiction", (other.id,))
