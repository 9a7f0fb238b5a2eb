"""Rules for options: only knowledge may distinguish the key. Each rule yields its findings in one item."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import NamedTuple

from game.core.names import words
from game.pack.kinds import Item, list_rivals
from game.pack.kinds.parts import Rival
from game.quiz.lint.finding_codes import OptionCode
from game.quiz.lint.findings import OptionFinding, Rule, Value, find_content_words, fold_text, measure_likeness

MAX_KEY_TO_LONGEST_RATIO, MAX_KEY_TO_MEAN_RATIO = 1.25, 1.5
"""From this many times the length of the longest wrong option, and of the mean one, a key is long."""

MIN_LENGTH_DIFFERENCE = 8
"""Characters by which a long key must exceed the longest wrong option."""

MIN_LIKENESS_OF_TWINS = 0.8
"""Jaccard's index from which two options are nearly the same."""

# Such an option names letters. Options are shuffled, so on another sheet the letters are other options.
_OTHERS = re.compile(
    r"\b(?:all|none|both|neither) of (?:the|these|those)(?: above)?\b|\bboth a and b\b|\b[a-e] and [a-e]\b"
)
_ABSOLUTE = frozenset("always never all none only every must completely impossible entirely".split())
_VAGUE = frozenset("often usually sometimes generally frequently".split())
_ARTICLE = re.compile(r"\b(an?)[\s_….]*$")


class _Options(NamedTuple):
    """The options of an item: the right ones, mostly one, and the wrong ones. No rule asks for the kind of the item."""

    item_id: str
    stem: str
    keys: tuple[Rival, ...]
    wrong: tuple[Rival, ...]

    @property
    def all(self) -> tuple[Rival, ...]:
        return (*self.keys, *self.wrong)

    @property
    def wrong_texts(self) -> list[str]:
        return [rival.text for rival in self.wrong]

    @property
    def key_texts(self) -> list[str]:
        return [rival.text for rival in self.keys]

    def are_keys_apart(self, describe: Callable[[str], object]) -> bool:
        """Whether a property has one value for all right options and a different value for every wrong one."""
        values = {describe(text) for text in self.key_texts}
        return len(values) == 1 and values.isdisjoint(describe(text) for text in self.wrong_texts)

    def blame(self, rule: Rule, code: OptionCode, *values: Value) -> OptionFinding:
        """A finding at the first right option."""
        return OptionFinding(rule, self.item_id, self.keys[0].field, code, values)


def check_options(item: Item, rare: Callable[[str], bool]) -> Iterator[OptionFinding]:
    """All rules for the options of one item.

    Args:
        item: The item.
        rare: Whether hardly any stem of the bank has a word.
    """
    rivals = list_rivals(item)
    if not rivals.are_shown:
        return
    options = _Options(item.id, item.stem, rivals.keys, rivals.wrong)
    for rule in (
        _check_length,
        _check_others,
        _check_absolute,
        _check_vague,
        _check_convergence,
        _check_kind,
        _check_nested,
        _check_ends,
        _check_leading,
    ):
        yield from rule(options)
    yield from _check_overlap(options, rare)
    yield from _check_grammar(options)


def _check_length(options: _Options) -> Iterator[OptionFinding]:
    size = min(len(fold_text(text)) for text in options.key_texts)
    others = [len(fold_text(text)) for text in options.wrong_texts]
    mean, longest = sum(others) / len(others), max(others)
    is_long = size >= MAX_KEY_TO_MEAN_RATIO * mean or size >= MAX_KEY_TO_LONGEST_RATIO * longest
    if is_long and size - longest >= MIN_LENGTH_DIFFERENCE:
        yield options.blame("W20", "long key", size, longest)


def _check_others(options: _Options) -> Iterator[OptionFinding]:
    for rival in options.all:
        if found := _OTHERS.search(fold_text(rival.text)):
            yield OptionFinding("W23", options.item_id, rival.field, "speaks of options", (found[0],))


def _check_absolute(options: _Options) -> Iterator[OptionFinding]:
    in_keys = [_ABSOLUTE & set(words(text)) for text in options.key_texts]
    in_wrong = [_ABSOLUTE & set(words(text)) for text in options.wrong_texts]
    if all(in_keys) and not any(in_wrong):
        yield options.blame("W24", "absolute key", min(in_keys[0]))
    # If there is only one wrong option, its absolute word is no pattern that reveals the key.
    if len(in_wrong) > 1 and not any(in_keys) and all(in_wrong):
        yield OptionFinding("W24", options.item_id, ("distractors",), "absolute wrong options")


def _check_vague(options: _Options) -> Iterator[OptionFinding]:
    found = [_VAGUE & set(words(text)) for text in options.key_texts]
    if all(found) and not any(_VAGUE & set(words(text)) for text in options.wrong_texts):
        yield options.blame("W25", "vague key", min(found[0]))


def _check_convergence(options: _Options) -> Iterator[OptionFinding]:
    """Report a single key that shares most words with the others. Several keys have one subject and may share words."""
    if len(options.keys) > 1:
        return
    texts = [rival.text for rival in options.all]
    shared = [
        [len(find_content_words(one) & find_content_words(other)) for other in texts if other != one] for one in texts
    ]
    sums = [sum(row) for row in shared]
    number = len(options.wrong)
    if number > 2 and sums[0] > max(sums[1:]) and sum(each >= 2 for each in shared[0]) == number:
        yield options.blame("W27", "convergence")


def _type(text: str) -> str:
    """What kind of thing an option is, as a test-wise candidate sees it."""
    if re.fullmatch(r"\W*(?:1[0-9]|20)\d\d\W*", text):
        return "year"
    if re.fullmatch(r"\W*\$?[\d.,]+\W*", text):
        return "figure"
    if re.match(r"\W*\$?\d", text):
        return "quantity"
    return "text"


def _check_kind(options: _Options) -> Iterator[OptionFinding]:
    others = {_type(text) for text in options.wrong_texts}
    if len(others) == 1 and options.are_keys_apart(_type):
        yield options.blame("W28", "other type", _type(options.key_texts[0]), others.pop())
    for mark in ("(", "“", ";"):
        is_in_keys = all(mark in text for text in options.key_texts)
        if is_in_keys and not any(mark in text for text in options.wrong_texts):
            yield options.blame("W28", "mark in key", mark)


def _check_nested(options: _Options) -> Iterator[OptionFinding]:
    for (a, one), (_, other) in combinations(enumerate(options.all), 2):
        small, large = sorted((find_content_words(one.text), find_content_words(other.text)), key=len)
        # "few" and "a few" are one word each, and a question of grammar may be about nothing else.
        is_phrase = len(large) > 1
        if (
            is_phrase
            and measure_likeness(small, large) >= MIN_LIKENESS_OF_TWINS
            and fold_text(one.text) != fold_text(other.text)
        ):
            yield OptionFinding("W31", options.item_id, other.field, "alike", (one.text, other.text))
        elif small < large and a < len(options.keys) and len(small) > 1:
            yield OptionFinding("W30", options.item_id, other.field, "nested", (one.text, other.text))


def _check_ends(options: _Options) -> Iterator[OptionFinding]:
    if all(text[:1].isalpha() for text in (*options.key_texts, *options.wrong_texts)) and options.are_keys_apart(
        lambda text: text[:1].isupper()
    ):
        yield options.blame("W33", "case of key")
    if options.are_keys_apart(lambda text: text.rstrip()[-1:] in ".!?"):
        yield options.blame("W33", "stop of key")


def _check_leading(options: _Options) -> Iterator[OptionFinding]:
    firsts = {words(rival.text)[:3] for rival in options.all}
    if len(firsts) == 1 and len(next(iter(firsts))) == 3:
        yield OptionFinding("W35", options.item_id, ("stem",), "same beginning", (" ".join(next(iter(firsts))),))


def _check_overlap(options: _Options, rare: Callable[[str], bool]) -> Iterator[OptionFinding]:
    in_keys = frozenset.intersection(*map(find_content_words, options.key_texts))
    only = find_content_words(options.stem) & in_keys - frozenset().union(*map(find_content_words, options.wrong_texts))
    if cue := sorted(word for word in only if rare(word)):
        yield options.blame("W26", "cue", cue[0])


def _check_grammar(options: _Options) -> Iterator[OptionFinding]:
    if found := _ARTICLE.search(options.stem):
        fits = [(rival.text[:1].casefold() in "aeiou") == (found[1] == "an") for rival in options.all]
        if all(fits[: len(options.keys)]) and not all(fits):
            yield OptionFinding("W32", options.item_id, ("stem",), "article", (found[1],))
