"""Rules for stems: a candidate knows what is asked. Each yields what it finds in one item."""

import re
from collections.abc import Iterator

from game.core.names import words
from game.pack.kinds import Item, describe_form
from game.quiz.lint.findings import Finding, content

LONGEST, HARDEST, SENTENCE = 60, 50, 25
"""Words of a stem; its LIX; words of a sentence, on average."""

_NEGATIVE = re.compile(r"\b(not(?! (?:even|only)\b)|except|never|(?<!at )least|false|incorrect)\b", re.IGNORECASE)
"""What turns a question round. “Without” does not: a claim made without naming anyone is still the claim asked for."""
_OPINION = re.compile(r"\b(do you think|your opinion|in your view|would you)\b", re.IGNORECASE)
_GAP = re.compile(r"_{2,}|…{1}\s*$|\.{3}")
_CHAINED = re.compile(r"\b(previous|last|preceding|above|next) (question|item|answer)\b", re.IGNORECASE)


def check_stem(item: Item) -> Iterator[Finding]:
    """All rules for the stem and the feedback of one item."""
    yield from _negative(item)
    yield from _focus(item)
    yield from _reading(item)
    if _OPINION.search(item.stem):
        yield Finding("W45", item.id, ("stem",), "the stem asks for an opinion", "Ask what a source says.")
    if found := _CHAINED.search(item.stem):
        text = f"“{found[0]}”: items are drawn one by one"
        yield Finding("W52", item.id, ("stem",), text, "Say what is meant.")
    if len(item.feedback.split()) < 2 and not item.feedback.strip(".").isdecimal():
        text = f"the feedback is {item.feedback!r}"
        yield Finding("W57", item.id, ("feedback",), text, "Say why the key is right.")


def _negative(item: Item) -> Iterator[Finding]:
    # A statement may be negative: it is judged, not searched for an answer.
    if describe_form(item).answer_by == "truth":
        return
    for found in _NEGATIVE.finditer(item.stem):
        if not found[0].isupper():
            text = f"“{found[0]}” is easily missed"
            yield Finding("W40", item.id, ("stem",), text, "Ask for what is so, or write it in capitals.")


def _focus(item: Item) -> Iterator[Finding]:
    stem = item.stem.strip()
    is_statement = describe_form(item).answer_by == "truth"
    asks = stem.endswith(("?", ":")) or is_statement or stem.startswith("Put ") or _GAP.search(stem)
    if not asks and len(words(stem)) < 5:
        yield Finding("W41", item.id, ("stem",), f"{stem!r} asks nothing", "Make it a question.")
    gaps = list(re.finditer(r"_{2,}", stem))
    if len(gaps) > 1 or (gaps and stem[gaps[0].end() :].strip(" .?!")):
        yield Finding("W42", item.id, ("stem",), "a gap stands inside the stem", "Put one gap, at its end.")


def _reading(item: Item) -> Iterator[Finding]:
    sentences = [part for part in re.split(r"(?<=[.?!])\s+", item.stem) if words(part)]
    number = sum(len(words(part)) for part in sentences)
    if number > LONGEST:
        yield Finding("W43", item.id, ("stem",), f"the stem has {number} words", f"Keep to {LONGEST}.")
    if len(sentences) > 1 and not content(sentences[0]) & content(" ".join(sentences[1:])):
        yield Finding("W43", item.id, ("stem",), "the first sentence has nothing of the rest", "Drop it.")
    if not number:
        return
    mean = number / len(sentences)
    lix = mean + 100 * sum(len(word) > 6 for part in sentences for word in words(part)) / number
    if mean > SENTENCE or (lix > HARDEST and number > 18):
        text = f"LIX {lix:.0f}, {mean:.0f} words a sentence"
        yield Finding("W44", item.id, ("stem",), text, "Shorter words, shorter sentences.")
