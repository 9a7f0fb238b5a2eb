"""Rules for stems: a candidate must understand the question. Each rule yields its findings in one item."""

import re
from collections.abc import Iterator

from game.core.names import words
from game.pack.kinds import Item, describe_form, list_rivals
from game.quiz.lint.findings import StemFinding, find_content_words

MAX_STEM_WORDS = 60

MIN_STORY_WORDS = 12
"""Words before the last sentence of a stem, from which on they may be a story that the question does not need."""

MAX_LIX = 50
"""Björnsson's index of readability; above, a text is hard to read."""

MAX_MEAN_SENTENCE_WORDS = 25

_NEGATIVE = re.compile(r"\b(?:not(?! (?:even|only)\b)|except|never|(?<!at )least|false|incorrect)\b", re.IGNORECASE)
"""Words that negate a question. “Without” does not: a claim made without naming anyone is still the claim asked for."""
_OPINION = re.compile(r"\b(do you think|your opinion|in your view|would you)\b", re.IGNORECASE)
_GAP = re.compile(r"_{2,}|…{1}\s*$|\.{3}")
_CHAINED = re.compile(r"\b(previous|last|preceding|above|next) (question|item|answer)\b", re.IGNORECASE)

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
# "Which one" alone may end a clause: a hill from which one sees the sea. "Two or more" and "two to four" leave it open.
_ASKED_NUMBER = re.compile(
    r"\b(?:which (?=one of\b|(?!one\b))|(?:choose|select|tick|pick) (?:the |any )?)"
    rf"({'|'.join(_NUMBERS)}|[1-7])(?![-–.,]?\w)(?! (?:or|to|and)\b)",
    re.IGNORECASE,
)


def check_stem(item: Item) -> Iterator[StemFinding]:
    """All rules for the stem and the feedback of one item."""
    yield from _check_negative(item)
    yield from _check_focus(item)
    yield from _check_reading(item)
    yield from _check_number(item)
    if _OPINION.search(item.stem) and not _find_gaps(item.stem):
        yield StemFinding("W45", item.id, ("stem",), "opinion")
    if found := _CHAINED.search(item.stem):
        yield StemFinding("W52", item.id, ("stem",), "chained", (found[0],))
    if len(item.feedback.split()) < 2 and not item.feedback.strip(".").isdecimal():
        yield StemFinding("W57", item.id, ("feedback",), "bare feedback", (item.feedback,))


def _check_negative(item: Item) -> Iterator[StemFinding]:
    # A statement may be negative: the candidate judges it and need not choose among options. A sentence with a gap is
    # no question: "I never eat meat, I follow a strict ____ diet" asks for what fits.
    if describe_form(item).answer_by == "truth" or _find_gaps(item.stem):
        return
    for found in _NEGATIVE.finditer(item.stem):
        if not found[0].isupper():
            yield StemFinding("W40", item.id, ("stem",), "negation", (found[0],))


def _check_number(item: Item) -> Iterator[StemFinding]:
    # Only where several options are right: one option may name two things.
    if describe_form(item).instruction != "all-letters":
        return
    right = len(list_rivals(item).keys)
    for found in _ASKED_NUMBER.finditer(item.stem):
        asked = _NUMBERS.get(found[1].casefold()) or int(found[1])
        if asked != right:
            yield StemFinding("W36", item.id, ("stem",), "other number", (found[1], right))


def _check_focus(item: Item) -> Iterator[StemFinding]:
    stem = item.stem.strip()
    is_statement = describe_form(item).answer_by == "truth"
    asks = stem.endswith(("?", ":")) or is_statement or stem.startswith("Put ") or _GAP.search(stem)
    if not asks and len(words(stem)) < 5:
        yield StemFinding("W41", item.id, ("stem",), "no question", (stem,))
    gaps = _find_gaps(stem)
    # Of 646 questions of others, half have a gap inside, and most of these read well: who has read what stands before
    # it knows what is asked. With a gap at the beginning nobody knows; with two, nobody knows which is meant.
    if len(gaps) > 1 or (gaps and not words(stem[: gaps[0].start()]) and words(stem[gaps[0].end() :])):
        yield StemFinding("W42", item.id, ("stem",), "gap first")


def _find_gaps(stem: str) -> list[re.Match[str]]:
    return list(re.finditer(r"_{2,}", stem))


def _check_reading(item: Item) -> Iterator[StemFinding]:
    sentences = [part for part in re.split(r"(?<=[.?!])\s+", item.stem) if words(part)]
    number = sum(len(words(part)) for part in sentences)
    if number > MAX_STEM_WORDS:
        yield StemFinding("W43", item.id, ("stem",), "long", (number, MAX_STEM_WORDS))
    # How sure a source is, is asked of a claim: the question behind it cannot repeat it. A few words before a question
    # cost nobody time.
    if (
        len(sentences) > 1
        and sum(len(words(part)) for part in sentences[:-1]) >= MIN_STORY_WORDS
        and not item.begins_with_claim
        and not find_content_words(sentences[0]) & find_content_words(" ".join(sentences[1:]))
    ):
        yield StemFinding("W43", item.id, ("stem",), "detached sentence")
    if not number:
        return
    mean = number / len(sentences)
    lix = mean + 100 * sum(len(word) > 6 for part in sentences for word in words(part)) / number
    # In a short stem, one long name would change the index too much.
    if mean > MAX_MEAN_SENTENCE_WORDS or (lix > MAX_LIX and number > 18):
        yield StemFinding("W44", item.id, ("stem",), "hard to read", (lix, mean))
