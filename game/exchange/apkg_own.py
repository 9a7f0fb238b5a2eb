"""Reads the notes that our own writer makes for Anki: the options of a question and its answer, out of their fields."""

import re
from collections.abc import Callable
from html import unescape
from itertools import combinations, permutations

from game.exchange.anki import ALSO, TOLERANCE, write_rights
from game.exchange.drafts import Draft
from game.exchange.moodle_text import BadQuestionError
from game.exchange.weighing import read_decimal
from game.pack.kinds.neutral import Option
from game.prose import apkg_problems as problems

_STEP = "– "
MAX_STEPS = 8
"""Steps and pairs that are put in order: there are 40,320 orders of eight."""


def take_own(draft: Draft, options: str, answer: str) -> None:
    """Take the answers of a question.

    Args:
        draft: The question, with its tags.
        options: The field with the options, as HTML.
        answer: The field with the answer, as HTML.

    Raises:
        BadQuestionError: The two do not fit each other; somebody has edited the note.
    """
    listed, told = _read_lines(options), _read_lines(answer)
    whole = "\n".join(told)
    if options == "True or false?":
        draft.kind, draft.is_true = "true-false", whole == "True"
    elif listed and listed[0].startswith("A) "):
        _take_choice(draft, _join_parts(listed, lambda n: f"{chr(ord('A') + n)}) "), whole)
    elif listed and listed[0].startswith(_STEP):
        _take_steps(draft, listed, whole)
    elif draft.origin == "number":
        _take_figure(draft, told)
    else:
        parts = _join_parts([f"{ALSO}{whole}" if not told else f"{ALSO}{told[0]}", *told[1:]], lambda _: ALSO)
        draft.kind, draft.options = "short", [Option(part, is_right=True) for part in parts]


def _read_lines(html: str) -> list[str]:
    return [unescape(line) for line in html.split("<br>")] if html else []


def _join_parts(lines: list[str], mark: Callable[[int], str]) -> list[str]:
    """Lines as texts: each text begins with its mark; a line without one goes on with the text before it."""
    parts: list[str] = []
    for line in lines:
        sign = mark(len(parts))
        if line.startswith(sign):
            parts.append(line.removeprefix(sign))
        elif parts:
            parts[-1] += f"\n{line}"
    return parts


def _is_same(one: str, other: str) -> bool:
    """Whether two texts are one but for blanks: those at an end are lost where a list is joined or written."""
    return one.split() == other.split()


def _take_choice(draft: Draft, texts: list[str], answer: str) -> None:
    # One option may hold the sign that joins several.
    sizes = (
        (1,)
        if draft.origin != "multiple" and any(_is_same(answer, text) for text in texts)
        else range(1, len(texts) + 1)
    )
    for size in sizes:
        for chosen in combinations(range(len(texts)), size):
            if _is_same("; ".join(texts[place] for place in chosen), answer) and (
                size > 1 or draft.origin != "multiple"
            ):
                draft.kind = "multiple" if size > 1 else "choice"
                draft.options = [Option(text, place in chosen) for place, text in enumerate(texts)]
                return
    raise BadQuestionError(problems.PUT_TOGETHER)


def _take_steps(draft: Draft, lines: list[str], answer: str) -> None:
    if draft.origin == "match":
        _take_pairs(draft, _join_parts(lines, lambda _: _STEP), answer)
        return
    texts = _join_parts(lines, lambda _: _STEP)
    if len(texts) <= MAX_STEPS:
        for steps in permutations(texts):
            if _is_same("; ".join(steps), answer):
                draft.kind, draft.steps = "order", list(steps)
                return
    raise BadQuestionError(problems.PUT_TOGETHER)


def _take_pairs(draft: Draft, texts: list[str], answer: str) -> None:
    """Take pairs: the left sides are listed in their order, and below the last one stand all right sides."""
    *firsts, last = texts
    lines = last.split("\n")
    # A text may have several lines, so the end of the last left side is where the rest is made of the right sides.
    for end in range(1, len(lines)):
        lefts = [*firsts, "\n".join(lines[:end])]
        pattern = "; ".join(f"{re.escape(left)}: (.*?)" for left in lefts)
        found = re.fullmatch(pattern, answer, re.DOTALL) if len(lefts) <= MAX_STEPS else None
        if found and _read_lines(write_rights(found.groups())) == lines[end:]:
            draft.kind, draft.pairs = "match", list(zip(lefts, found.groups(), strict=True))
            return
    raise BadQuestionError(problems.PUT_TOGETHER)


def _take_figure(draft: Draft, told: list[str]) -> None:
    figure = read_decimal(told[0].split(" ")[0]) if told else ""
    if not figure:
        raise BadQuestionError(problems.PUT_TOGETHER)
    draft.kind, draft.options = "number", [Option(figure, is_right=True)]
    if len(told) > 1:
        draft.tolerance = read_decimal(told[1].removeprefix(TOLERANCE)) or "0"
