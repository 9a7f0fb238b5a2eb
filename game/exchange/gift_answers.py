"""Reads what is in the braces of a GIFT question: its shape, its options, its feedback.

Source: the GIFT format of Moodle's documentation, and how Moodle 4.5 reads it. Moodle knows weights between right and
wrong; an answer is right or wrong here. Where a weight is lost the question says so, and where no question is left that
asks the same, it is set aside.
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
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?")

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
    parts = list(_split(raw))
    if not parts:
        raise BadGiftError(problems.ANSWER_SIGNS, offset)
    if all(sign == "=" for sign, _, _ in parts):
        if any(find_sign(text, "->", 0) >= 0 for _, text, _ in parts):
            draft.kind = "match"
            _take_pairs(draft, parts, offset, is_html=is_html)
        else:
            answers = [_read_answer(sign, text, offset + place, is_html=is_html) for sign, text, place in parts]
            draft.kind, draft.options = "short", list(_read_words(draft, answers))
        return
    answers = [_read_answer(sign, text, offset + place, is_html=is_html) for sign, text, place in parts]
    # As in Moodle: with a sign = one option may be chosen, without one several.
    if any(answer.sign == "=" for answer in answers):
        draft.kind, draft.options = "choice", list(_read_options(draft, answers, is_html=is_html))
    else:
        _take_shares(draft, answers, is_html=is_html)


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


def _read_words(draft: Draft, answers: Sequence[_Answer]) -> Iterator[Option]:
    """The answers in words: those worth the whole mark are accepted, others are likely wrong ones."""
    for answer in answers:
        weight = 100.0 if answer.weight is None else answer.weight
        text = remove_escapes(answer.text).replace("\\*", "*")
        if 0 < weight < 100:
            draft.changes.append(problems.describe_lost_weight(text, weight))
        yield _check_filled(Option(text, weight == 100, answer.because), answer)


def _read_options(draft: Draft, answers: Sequence[_Answer], *, is_html: bool) -> Iterator[Option]:
    """The options of a choice: one is worth the whole mark, and no other anything."""
    whole = [answer for answer in answers if _weigh(answer) == 100]
    if len(whole) > 1:
        raise BadGiftError(problems.SEVERAL_WHOLE, whole[1].offset)
    if any(_weigh(answer) < 0 for answer in answers):
        draft.changes.append(problems.WRONG_COSTS_NOTHING)
    for answer in answers:
        option = Option(read_text(answer.text, is_html=is_html), _weigh(answer) == 100, answer.because)
        if 0 < _weigh(answer) < 100:
            draft.changes.append(problems.describe_lost_weight(option.text, _weigh(answer)))
        yield _check_filled(option, answer)


def _weigh(answer: _Answer) -> float:
    """What an option is worth, in percent."""
    if answer.weight is None:
        return 100.0 if answer.sign == "=" else 0.0
    return answer.weight


def _take_shares(draft: Draft, answers: Sequence[_Answer], *, is_html: bool) -> None:
    """Take a question in which several options may be ticked; here each right one earns an equal share."""
    rights = sum(_weigh(answer) > 0 for answer in answers)
    if not rights:
        raise BadGiftError(problems.NO_OPTION_RIGHT, answers[0].offset)
    options = [Option(read_text(each.text, is_html=is_html), _weigh(each) > 0, each.because) for each in answers]
    draft.options = [_check_filled(option, answer) for option, answer in zip(options, answers, strict=True)]
    draft.kind = "multiple" if rights > 1 else "choice"
    shares = [100 / rights if option.is_right else -100 / max(1, len(options) - rights) for option in options]
    if rights == 1:
        draft.changes.append(problems.ONE_TO_TICK)
    elif not all(
        isclose(_weigh(answer), share, abs_tol=WEIGHT_TOLERANCE) for answer, share in zip(answers, shares, strict=True)
    ):
        draft.changes.append(problems.EQUAL_SHARES)


def _check_filled(option: Option, answer: _Answer) -> Option:
    if not option.text:
        raise BadGiftError(problems.EMPTY_ANSWER, answer.offset)
    return option


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


def _read_figures(draft: Draft, raw: str, offset: int, *, is_html: bool) -> Iterator[Option]:
    # A figure alone has no sign before it, and is the key.
    parts = list(_split(raw)) or [("=", raw, 0)]
    found = False
    for sign, text, place in parts:
        answer = _read_answer("=", text, offset + place, is_html=is_html)
        if sign == "~" and not answer.text.strip():
            draft.changes.append(problems.OTHERS_WITHOUT_FEEDBACK)
            continue
        value, tolerance = _read_figure(remove_escapes(answer.text), answer.offset)
        is_key = _weigh(answer) == 100 and not found
        if is_key:
            draft.tolerance, found = tolerance, True
        elif _weigh(answer) > 0:
            draft.changes.append(problems.describe_lost_weight(value, _weigh(answer)))
            continue
        yield Option(value, is_key, answer.because)


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
