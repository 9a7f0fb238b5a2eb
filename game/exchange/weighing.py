"""Turns answers with weights into options that are right or wrong, by one rule for every format that has weights.

Moodle knows weights between right and wrong; an answer is right or wrong here. Where a weight is lost the question says
so, and where no question is left that asks the same, it is set aside.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from math import isclose
from typing import NamedTuple

from game.exchange.drafts import Draft
from game.pack.kinds.neutral import Option
from game.prose import import_problems as problems

WEIGHT_TOLERANCE = 0.01
"""The largest difference, in percent, between a weight and a share: Moodle writes a third as 33.33333, other programs
as 33.33."""

MAX_EXPONENT = 30
"""Of a figure that is written out."""

_PATTERN = re.compile(r"(?<!\\)\*")
"""A star stands for any signs in an answer in words; after a backslash it is a star."""


class Weighed(NamedTuple):
    """An answer and what it is worth."""

    text: str
    weight: float
    """In percent of the mark."""
    because: str = ""


class UnfitAnswerError(ValueError):
    """An answer with which there is no question here that asks the same."""

    def __init__(self, text: str, place: int = 0) -> None:
        super().__init__(text)
        self.place = place
        """Which of the answers it is, from 0."""


def take_one(draft: Draft, answers: Sequence[Weighed]) -> None:
    """Take a question in which one option is chosen: one is worth the whole mark, and no other anything.

    Raises:
        UnfitAnswerError: Several are worth the whole mark, or an option is empty.
    """
    whole = [place for place, answer in enumerate(answers) if answer.weight == 100]
    if len(whole) > 1:
        raise UnfitAnswerError(problems.SEVERAL_WHOLE, whole[1])
    if any(answer.weight < 0 for answer in answers):
        draft.changes.append(problems.WRONG_COSTS_NOTHING)
    draft.kind, draft.options = "choice", _make_options(answers, 100)
    draft.changes += [
        problems.describe_lost_weight(answer.text, answer.weight) for answer in answers if 0 < answer.weight < 100
    ]


def take_several(draft: Draft, answers: Sequence[Weighed]) -> None:
    """Take a question in which several options may be ticked; here each right one earns an equal share.

    Raises:
        UnfitAnswerError: No option is right, or one is empty.
    """
    rights = sum(answer.weight > 0 for answer in answers)
    if not rights:
        raise UnfitAnswerError(problems.NO_OPTION_RIGHT)
    draft.options = options = _make_options(answers, 0.0, is_above=True)
    draft.kind = "multiple" if rights > 1 else "choice"
    shares = [100 / rights if option.is_right else -100 / max(1, len(options) - rights) for option in options]
    if rights == 1:
        draft.changes.append(problems.ONE_TO_TICK)
    elif not all(
        isclose(answer.weight, share, abs_tol=WEIGHT_TOLERANCE) for answer, share in zip(answers, shares, strict=True)
    ):
        draft.changes.append(problems.EQUAL_SHARES)


def _make_options(answers: Sequence[Weighed], bound: float, *, is_above: bool = False) -> list[Option]:
    for place, answer in enumerate(answers):
        if not answer.text:
            raise UnfitAnswerError(problems.EMPTY_ANSWER, place)
    return [
        Option(each.text, each.weight > bound if is_above else each.weight == bound, each.because) for each in answers
    ]


def take_words(draft: Draft, answers: Sequence[Weighed]) -> None:
    """Take a question answered in words: answers worth the whole mark are accepted, others are likely wrong ones.

    Raises:
        UnfitAnswerError: An answer is empty, or none is left that is no pattern.
    """
    draft.kind, draft.options = "short", list(_read_words(draft, answers))
    if not any(option.is_right for option in draft.options):
        pattern = next((place for place, each in enumerate(answers) if each.weight == 100), None)
        if pattern is not None:
            raise UnfitAnswerError(problems.PATTERN_ALONE, pattern)


def _read_words(draft: Draft, answers: Sequence[Weighed]) -> Iterator[Option]:
    whole = {answer.text.strip().casefold() for answer in answers if answer.weight == 100}
    for place, answer in enumerate(answers):
        text = answer.text.strip()
        if not text:
            raise UnfitAnswerError(problems.EMPTY_ANSWER, place)
        if text == "*" and answer.weight != 100:
            draft.changes.append(problems.OTHERS_WITHOUT_FEEDBACK)
        elif _PATTERN.search(text):
            draft.changes.append(problems.describe_pattern(text))
        else:
            plain = text.replace("\\*", "*")
            if 0 < answer.weight < 100:
                draft.changes.append(problems.describe_lost_weight(plain, answer.weight))
                # A spelling of the right answer that was worth less would be a wrong answer equal to it.
                if draft.spelling != "exact" and text.casefold() in whole:
                    continue
            yield Option(plain, answer.weight == 100, answer.because)


def take_figures(draft: Draft, answers: Sequence[tuple[Weighed, str]]) -> None:
    """Take a question answered by a figure: the first that is worth the whole mark is the key.

    Args:
        draft: The question.
        answers: Each figure as a pack writes it, and its tolerance.
    """
    draft.kind = "number"
    found = False
    for answer, tolerance in answers:
        is_key = answer.weight == 100 and not found
        if is_key:
            draft.tolerance, found = tolerance, True
        elif answer.weight > 0:
            draft.changes.append(problems.describe_lost_weight(answer.text, answer.weight))
            continue
        draft.options.append(Option(answer.text, is_key, answer.because))


def read_decimal(told: str) -> str:
    """A figure written out, for a pack has no exponents; empty where it is none.

    >>> read_decimal("3.7e1"), read_decimal("-0,5"), read_decimal("1e99"), read_decimal("many")
    ('37', '-0.5', '', '')
    """
    try:
        figure = Decimal(told.strip().replace(",", "."))
    except InvalidOperation:
        return ""
    return f"{figure:f}" if figure.is_finite() and abs(figure.adjusted()) <= MAX_EXPONENT else ""
