"""Rules for options: nothing but knowledge tells the key from the rest. Each yields what it finds in one item."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from game.core.names import words
from game.pack.items import Choice, Item, TwoTier
from game.quiz.lint.findings import Finding, content, folded, likeness, option_at
from game.quiz.showing import choices

LONGER, MUCH_LONGER, LEAST = 1.25, 1.5, 8
"""How many times as long the key may be as the longest, and as the mean, wrong option; and by how many characters."""

ALIKE = 0.8
"""Jaccard's index from which two options are nearly the same."""

_OTHERS = re.compile(
    r"\b(?:all|none|both|neither) of (?:the|these|those)(?: above)?\b|\bboth a and b\b|\b[a-e] and [a-e]\b"
)
_ABSOLUTE = frozenset("always never all none only every must completely impossible entirely".split())
_VAGUE = frozenset("often usually sometimes generally frequently".split())
_ARTICLE = re.compile(r"\b(an?)[\s_….]*$")

Pair = tuple[str, list[str]]
"""The key, and the wrong options."""


def options(item: Item, rare: Callable[[str], bool]) -> Iterator[Finding]:
    """All rules for the options of one item.

    Args:
        item: The item.
        rare: Whether a word stands in hardly any stem of the bank.
    """
    if not isinstance(item, Choice | TwoTier):
        return
    key, *wrong = choices(item)
    for rule in (_length, _others, _absolute, _vague, _convergence, _kind, _nested, _ends, _leading):
        yield from rule(item, (key, wrong))
    yield from _overlap(item, (key, wrong), rare)
    yield from _grammar(item, (key, wrong))


def _length(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    size, others = len(folded(key)), [len(folded(text)) for text in wrong]
    mean, longest = sum(others) / len(others), max(others)
    is_long = size >= MUCH_LONGER * mean or (size > longest and size >= LONGER * longest)
    if is_long and size > longest and size - longest >= LEAST:
        text = f"the key has {size} characters, the longest wrong option {longest}"
        yield Finding("W20", item.id, ("key",), text, "Shorten the key, or write a wrong option as long.")


def _others(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    for place, text in enumerate((key, *wrong)):
        if found := _OTHERS.search(folded(text)):
            said = f"“{found[0]}” speaks of other options, which are shuffled"
            yield Finding("W23", item.id, option_at(place), said, "Say what is meant.")


def _absolute(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    in_key, in_wrong = _ABSOLUTE & set(words(key)), [_ABSOLUTE & set(words(text)) for text in wrong]
    if in_key and not any(in_wrong):
        yield Finding("W24", item.id, ("key",), f"only the key has “{min(in_key)}”", "Reword it, or one of the others.")
    if not in_key and all(in_wrong):
        text = "every wrong option is absolute, and the key is not"
        yield Finding("W24", item.id, ("distractors",), text, "Reword one of them.")


def _vague(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    found = _VAGUE & set(words(key))
    if found and not any(_VAGUE & set(words(text)) for text in wrong):
        yield Finding("W25", item.id, ("key",), f"only the key has “{min(found)}”", "Reword it.")


def _convergence(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    shared = [[len(content(one) & content(other)) for other in (key, *wrong) if other != one] for one in (key, *wrong)]
    sums = [sum(row) for row in shared]
    if len(wrong) > 2 and sums[0] > max(sums[1:]) and sum(number >= 2 for number in shared[0]) == len(wrong):
        yield Finding("W27", item.id, ("key",), "the key shares most with all other options", "Vary the others.")


def _type(text: str) -> str:
    """What kind of thing an option is, as a test-wise candidate sees it."""
    if re.fullmatch(r"\W*(?:1[0-9]|20)\d\d\W*", text):
        return "year"
    if re.fullmatch(r"\W*\$?[\d.,]+\W*", text):
        return "figure"
    if re.match(r"\W*\$?\d", text):
        return "quantity"
    return "text"


def _kind(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    types = [_type(text) for text in (key, *wrong)]
    if types.count(types[0]) == 1 and len(set(types[1:])) == 1:
        text = f"the key is a {types[0]}, all others are of the kind {types[1]}"
        yield Finding("W28", item.id, ("key",), text, "Make the options of one kind.")
    for mark, name in (("(", "a parenthesis"), ("“", "a quotation"), (";", "a semicolon")):
        if mark in key and not any(mark in text for text in wrong):
            yield Finding(
                "W28", item.id, ("key",), f"only the key has {name}", "Drop it, or give one to another option."
            )


def _nested(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    for (a, one), (b, other) in combinations(enumerate((key, *wrong)), 2):
        small, large = sorted((content(one), content(other)), key=len)
        if likeness(small, large) >= ALIKE and folded(one) != folded(other):
            yield Finding(
                "W31", item.id, option_at(b), f"{one!r} and {other!r} are nearly the same", "Vary one of them."
            )
        elif small and small < large and 0 in (a, b) and len(small) > 1:
            yield Finding("W30", item.id, option_at(b), f"one of {one!r} and {other!r} holds the other", "Part them.")


def _ends(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    starts = [text[:1].isupper() for text in (key, *wrong) if text[:1].isalpha()]
    if key[:1].isalpha() and len(starts) == len(wrong) + 1 and starts.count(starts[0]) == 1:
        yield Finding("W33", item.id, ("key",), "only the key begins in its own case", "Begin all options alike.")
    stops = [text.rstrip()[-1:] in ".!?" for text in (key, *wrong)]
    if stops.count(stops[0]) == 1:
        yield Finding("W33", item.id, ("key",), "only the key ends with, or without, a stop", "End all options alike.")


def _leading(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    firsts = {words(text)[:3] for text in (key, *wrong)}
    if len(firsts) == 1 and len(next(iter(firsts))) == 3:
        text = f"all options begin with “{' '.join(next(iter(firsts)))}”"
        yield Finding("W35", item.id, ("stem",), text, "Put these words into the stem.")


def _overlap(item: Item, options_: Pair, rare: Callable[[str], bool]) -> Iterator[Finding]:
    key, wrong = options_
    only = content(item.stem) & content(key) - frozenset().union(*map(content, wrong))
    if cue := sorted(word for word in only if rare(word)):
        text = f"“{cue[0]}” stands in the stem, in the key and in no other option"
        yield Finding("W26", item.id, ("key",), text, "Reword the stem or the key, or use the word elsewhere too.")


def _grammar(item: Item, options_: Pair) -> Iterator[Finding]:
    key, wrong = options_
    if found := _ARTICLE.search(item.stem):
        fits = [(text[:1].casefold() in "aeiou") == (found[1] == "an") for text in (key, *wrong)]
        if fits[0] and not all(fits):
            yield Finding(
                "W32", item.id, ("stem",), f"“{found[1]}” fits only some options", "Write “a(n)”, or move it."
            )
