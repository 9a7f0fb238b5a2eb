"""Reads what is in the braces of a GIFT question: its shape, its options, its feedback.

Source: the GIFT format of Moodle's documentation. An answer is right or wrong here, so a weight other than 0 and 100 is
refused. Only the weights by which Moodle marks several right options are read: those make the kind ``multiple``.
"""

import re
from collections.abc import Iterator, Sequence
from math import isclose
from typing import NamedTuple

from game.exchange.drafts import Draft
from game.exchange.gift import SOURCE
from game.exchange.gift_text import BadGiftError, find_sign, read_text, remove_escapes
from game.pack.kinds.neutral import Option
from game.prose import import_problems as problems

_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#|$)")
_RANGE = re.compile(r"(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

WEIGHT_TOLERANCE = 0.01
"""The largest difference, in percent, between a weight and a share: Moodle writes a third as 33.33333, other programs
as 33.33."""


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
        draft.kind = "number"
        start = raw.index("#") + 1
        draft.options = list(_read_figures(draft, raw[start:], offset + start, is_html=is_html))
    elif body.startswith(">"):
        raise BadGiftError(problems.ORDER_IN_GIFT, offset)
    else:
        _take_list(draft, raw, offset, is_html=is_html)


def _take_list(draft: Draft, raw: str, offset: int, *, is_html: bool) -> None:
    answers = [_read_answer(sign, text, offset + place, is_html=is_html) for sign, text, place in _split(raw)]
    if not answers:
        raise BadGiftError(problems.ANSWER_SIGNS, offset)
    if all(sign == "=" and find_sign(text, "->", 0) >= 0 for sign, text, _ in _split(raw)):
        draft.kind = "match"
        draft.pairs = [_read_pair(text, is_html=is_html) for _, text, _ in _split(raw)]
        return
    is_short = all(answer.sign == "=" for answer in answers)
    if not is_short and _has_shares(answers):
        draft.kind, draft.options = "multiple", list(_read_shares(answers, is_html=is_html))
        return
    draft.kind = "short" if is_short else "choice"
    for answer in answers:
        is_right = _is_right(answer)
        text = remove_escapes(answer.text).replace("\\*", "*") if is_short else read_text(answer.text, is_html=is_html)
        draft.options.append(_check_filled(Option(text, is_right, answer.because), answer))


def _read_pair(text: str, *, is_html: bool) -> tuple[str, str]:
    arrow = find_sign(text, "->", 0)
    return (read_text(text[:arrow], is_html=is_html), read_text(text[arrow + 2 :], is_html=is_html))


def _is_right(answer: _Answer) -> bool:
    if answer.weight not in (None, 0.0, 100.0):
        raise BadGiftError(problems.describe_part_weight(answer.weight or 0.0), answer.offset)
    return answer.weight == 100.0 or (answer.weight is None and answer.sign == "=")


def _check_filled(option: Option, answer: _Answer) -> Option:
    if not option.text:
        raise BadGiftError(problems.EMPTY_ANSWER, answer.offset)
    return option


def _has_shares(answers: Sequence[_Answer]) -> bool:
    """Whether several answers have a weight above 0, so that all of them are to be chosen."""
    return sum((answer.weight or 0.0) > 0 for answer in answers) > 1 and all(answer.sign == "~" for answer in answers)


def _read_shares(answers: Sequence[_Answer], *, is_html: bool) -> Iterator[Option]:
    """The options of a question with several right ones, marked by Moodle's rule and by no other."""
    rights = sum((answer.weight or 0.0) > 0 for answer in answers)
    for answer in answers:
        weight = answer.weight or 0.0
        share = 100 / rights if weight > 0 else -100 / (len(answers) - rights)
        # Any other weight means another rule of marking, which this kind of question does not have.
        if not isclose(weight, share, abs_tol=WEIGHT_TOLERANCE):
            raise BadGiftError(problems.describe_unequal_weight(weight, share), answer.offset)
        yield _check_filled(Option(read_text(answer.text, is_html=is_html), weight > 0, answer.because), answer)


def _split(raw: str) -> Iterator[tuple[str, str, int]]:
    """Each answer: its sign, its text, and its place in the text."""
    start, sign = -1, ""
    place = 0
    while place <= len(raw):
        if place == len(raw) or raw[place] in "=~":
            if start >= 0:
                yield sign, raw[start:place], start
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


def _read_figures(draft: Draft, raw: str, offset: int, *, is_html: bool) -> Iterator[Option]:
    # A figure alone has no sign before it, and is the key.
    parts = list(_split(raw)) or [("=", raw, 0)]
    for sign, text, place in parts:
        answer = _read_answer(sign, text, offset + place, is_html=is_html)
        is_right = _is_right(answer._replace(sign="="))
        value, tolerance = _read_figure(remove_escapes(answer.text), answer.offset)
        if is_right:
            draft.tolerance = tolerance
        yield Option(value, is_right, answer.because)


def _read_figure(text: str, offset: int) -> tuple[str, str]:
    """A figure and its tolerance, from ``37``, ``37:0.5`` or ``36..38``."""
    from decimal import Decimal

    if found := _RANGE.fullmatch(text):
        if not (_NUMBER.fullmatch(found[1]) and _NUMBER.fullmatch(found[2])):
            raise BadGiftError(problems.describe_range(text), offset)
        low, high = Decimal(found[1]), Decimal(found[2])
        return f"{(low + high) / 2:f}", f"{abs(high - low) / 2:f}"
    value, _, tolerance = (part.strip() for part in text.partition(":"))
    if not _NUMBER.fullmatch(value) or not _NUMBER.fullmatch(tolerance or "0"):
        raise BadGiftError(problems.describe_figure(text), offset)
    return value, tolerance or "0"
