"""Reads what is in the braces of a GIFT question: its shape, its options, its feedback.

Source: the GIFT format of Moodle's documentation, and how Moodle 4.5 reads it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.exchange.drafts import Draft
from game.exchange.gift import SOURCE
from game.exchange.gift_text import BadGiftError, find_sign, read_text, remove_escapes
from game.exchange.weighing import UnfitAnswerError, Weighed, take_figures, take_one, take_several, take_words
from game.prose import import_problems as problems

_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#|$)")
_RANGE = re.compile(r"(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?")


class _Answer(NamedTuple):
    """One answer in the braces."""

    sign: str
    """= or ~."""
    weight: float | None
    """In percent; None where it has none."""
    text: str
    because: str
    offset: int


def take_answers(draft: Draft, raw: str, offset: int, *, is_html: bool) -> None:
    """Take shape, options and feedback from the text in the braces.

    Args:
        draft: The question that gets them.
        raw: The text between the braces.
        offset: Where in the question's text it begins.
        is_html: Whether texts are HTML unless they say otherwise.

    Raises:
        BadGiftError: It cannot be read.
    """
    general = find_sign(raw, "####", 0)
    if general >= 0:
        told, _, _ = remove_escapes(raw[general + 4 :]).partition(SOURCE)
        # Its escapes are already removed, but the next function looks for escapes again.
        draft.feedback = read_text(told.replace("\\", "\\\\"), is_html=is_html)
        raw = raw[:general]
    body = raw.strip()
    if not body:
        raise BadGiftError(problems.NO_ANSWERS, offset)
    if found := _TRUTH.match(body):
        draft.kind, draft.is_true = "true-false", found[1].startswith("T")
        # Moodle writes the feedback on the wrong answer first and that on the right one second, so the last one is
        # kept.
        parts = body.split("#")[1:]
        told = next((read_text(part, is_html=is_html) for part in reversed(parts) if part.strip()), "")
        draft.feedback = draft.feedback or told
    elif body.startswith("#"):
        start = raw.index("#") + 1
        take_figures(draft, list(_read_figures(draft, raw[start:], offset + start, is_html=is_html)))
    elif body.startswith(">"):
        raise BadGiftError(problems.ORDER_IN_GIFT, offset)
    else:
        _take_list(draft, raw, offset, is_html=is_html)


def _take_list(draft: Draft, raw: str, offset: int, *, is_html: bool) -> None:
    parts = list(_split(raw))
    if not parts:
        raise BadGiftError(problems.ANSWER_SIGNS, offset)
    if all(sign == "=" for sign, _, _ in parts) and any(find_sign(text, "->", 0) >= 0 for _, text, _ in parts):
        draft.kind = "match"
        _take_pairs(draft, parts, offset, is_html=is_html)
        return
    answers = [_read_answer(sign, text, offset + place, is_html=is_html) for sign, text, place in parts]
    try:
        _take_weighed(draft, answers, is_html=is_html)
    except UnfitAnswerError as bad:
        raise BadGiftError(str(bad), answers[bad.place].offset) from bad


def _take_weighed(draft: Draft, answers: Sequence[_Answer], *, is_html: bool) -> None:
    if all(answer.sign == "=" for answer in answers):
        take_words(draft, [Weighed(remove_escapes(each.text), _weigh(each), each.because) for each in answers])
        return
    options = [Weighed(read_text(each.text, is_html=is_html), _weigh(each), each.because) for each in answers]
    # As in Moodle: with a sign = one option may be chosen, without one several.
    take = take_one if any(answer.sign == "=" for answer in answers) else take_several
    take(draft, options)


def _take_pairs(draft: Draft, parts: Sequence[tuple[str, str, int]], offset: int, *, is_html: bool) -> None:
    """Take the pairs; a right side without a left one only misleads there, and has no place here."""
    for _, text, place in parts:
        if find_sign(text, "->", 0) < 0:
            raise BadGiftError(problems.PAIR_WITHOUT_ARROW, offset + place)
        left, right = _read_pair(text, is_html=is_html)
        if left:
            draft.pairs.append((left, right))
        else:
            draft.changes.append(problems.describe_odd_right(right))


def _read_pair(text: str, *, is_html: bool) -> tuple[str, str]:
    arrow = find_sign(text, "->", 0)
    return (read_text(text[:arrow], is_html=is_html), read_text(text[arrow + 2 :], is_html=is_html))


def _weigh(answer: _Answer) -> float:
    """What an option is worth, in percent."""
    if answer.weight is None:
        return 100.0 if answer.sign == "=" else 0.0
    return answer.weight


def _split(raw: str) -> Iterator[tuple[str, str, int]]:
    """Each answer: its sign, its text, and its place in the text."""
    start, sign = -1, ""
    place = 0
    while place <= len(raw):
        if place == len(raw) or raw[place] in "=~":
            if start >= 0:
                yield sign, raw[start:place], start
            # An old way to mark the right option: Moodle reads ~= as =.
            place += raw.startswith("~=", place)
            if place < len(raw):
                start, sign = place + 1, raw[place]
        place += 2 if raw[place : place + 1] == "\\" else 1


def _read_answer(sign: str, text: str, offset: int, *, is_html: bool) -> _Answer:
    """An answer with its weight and the feedback on it."""
    weight = None
    if found := _WEIGHT.match(text):
        weight, text = float(found[1]), text[found.end() :]
    hash_ = find_sign(text, "#", 0)
    if hash_ < 0:
        return _Answer(sign, weight, text, "", offset)
    return _Answer(sign, weight, text[:hash_], read_text(text[hash_ + 1 :], is_html=is_html), offset)


def _read_figures(draft: Draft, raw: str, offset: int, *, is_html: bool) -> Iterator[tuple[Weighed, str]]:
    # A figure alone has no sign before it, and is the key.
    for sign, text, place in list(_split(raw)) or [("=", raw, 0)]:
        answer = _read_answer("=", text, offset + place, is_html=is_html)
        if sign == "~" and not answer.text.strip():
            draft.changes.append(problems.OTHERS_WITHOUT_FEEDBACK)
            continue
        value, tolerance = _read_figure(remove_escapes(answer.text), answer.offset)
        yield Weighed(value, _weigh(answer), answer.because), tolerance


def _read_figure(text: str, offset: int) -> tuple[str, str]:
    """A figure and its tolerance, from ``37``, ``37:0.5`` or ``36..38``."""
    from decimal import Decimal

    if found := _RANGE.fullmatch(text.strip()):
        if not (_NUMBER.fullmatch(found[1]) and _NUMBER.fullmatch(found[2])):
            raise BadGiftError(problems.describe_range(text), offset)
        low, high = Decimal(found[1]), Decimal(found[2])
        return f"{(low + high) / 2:f}", f"{abs(high - low) / 2:f}"
    value, _, tolerance = (part.strip() for part in text.partition(":"))
    if not _NUMBER.fullmatch(value) or not _NUMBER.fullmatch(tolerance or "0"):
        raise BadGiftError(problems.describe_figure(text), offset)
    # Written out: a pack has no exponents.
    return f"{Decimal(value):f}", f"{abs(Decimal(tolerance or '0')):f}"
