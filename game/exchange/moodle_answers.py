"""Reads the answers in a question of Moodle's XML, one function for each type of question."""

import re
from collections.abc import Callable, Sequence

from game.exchange.drafts import Draft
from game.exchange.moodle_text import BadQuestionError, read_feedback, read_html
from game.exchange.weighing import (
    UnfitAnswerError,
    Weighed,
    read_decimal,
    take_figures,
    take_one,
    take_several,
    take_words,
)
from game.exchange.xml_reading import XmlNode
from game.pack.kinds.neutral import Option
from game.prose import import_problems as problems

_GAP = re.compile(r" ?\[\[(\d{1,3})\]\] ?")
_TRUE = frozenset({"1", "true"})


def _take_choice(draft: Draft, node: XmlNode) -> None:
    # Moodle's own reader takes a question without the element as one in which one option is chosen.
    is_single = (node.find_text("single").strip().casefold() or "true") in _TRUE
    answers = node.find_all("answer")
    weighed = [Weighed(read_html(each, each), _read_weight(each), _read_because(each, draft)) for each in answers]
    _take(take_one if is_single else take_several, draft, weighed, answers)


def _take_words(draft: Draft, node: XmlNode) -> None:
    if node.find_text("usecase").strip() in _TRUE:
        draft.spelling = "exact"
    answers = node.find_all("answer")
    # Never HTML, whatever the file says: they are compared with what a person types.
    weighed = [Weighed(each.find_text("text"), _read_weight(each), _read_because(each, draft)) for each in answers]
    _take(take_words, draft, weighed, answers)


def _take(
    take: Callable[[Draft, Sequence[Weighed]], None],
    draft: Draft,
    weighed: Sequence[Weighed],
    answers: Sequence[XmlNode],
) -> None:
    if not answers:
        raise BadQuestionError(problems.NO_ANSWERS)
    try:
        take(draft, weighed)
    except UnfitAnswerError as bad:
        raise BadQuestionError(str(bad), answers[bad.place]) from bad


def _take_truth(draft: Draft, node: XmlNode) -> None:
    draft.kind = "true-false"
    right = next((each for each in node.find_all("answer") if _read_weight(each) > 0), None)
    if right is None:
        raise BadQuestionError(problems.NO_OPTION_RIGHT)
    told = right.find_text("text").strip()
    if told.casefold() not in ("true", "false"):
        raise BadQuestionError(problems.describe_truth(told), right)
    draft.is_true = told.casefold() == "true"
    draft.feedback = draft.feedback or _read_because(right, draft)


def _take_figures(draft: Draft, node: XmlNode) -> None:
    figures = []
    for each in node.find_all("answer"):
        if each.find_text("text").strip() == "*":
            draft.changes.append(problems.OTHERS_WITHOUT_FEEDBACK)
            continue
        weighed = Weighed(_read_figure(each, "text"), _read_weight(each), _read_because(each, draft))
        figures.append((weighed, _read_figure(each, "tolerance").removeprefix("-")))
    if not figures:
        raise BadQuestionError(problems.NO_ANSWERS)
    take_figures(draft, figures)
    units = node.find("units")
    names = [unit.find_text("unit_name").strip() for unit in units.find_all("unit")] if units is not None else []
    draft.unit = next(iter(names), "")
    if len(names) > 1:
        draft.changes.append(problems.describe_lost_units(names[1:]))


def _take_pairs(draft: Draft, node: XmlNode) -> None:
    draft.kind = "match"
    for each in node.find_all("subquestion"):
        left, right = read_html(each, each), read_html(each.find("answer"), each)
        if left:
            draft.pairs.append((left, right))
        elif right:
            draft.changes.append(problems.describe_odd_right(right))


def _take_order(draft: Draft, node: XmlNode) -> None:
    draft.kind = "order"
    draft.steps = [read_html(each, each) for each in node.find_all("answer")]
    if node.find_text("gradingtype").strip() not in ("ABSOLUTE_POSITION", "0"):
        draft.changes.append(problems.MARKED_BY_PLACES)


def _take_gap(draft: Draft, node: XmlNode) -> None:
    """Take a text with one gap that is filled from a list: a choice."""
    gaps = _GAP.findall(draft.stem)
    if len(gaps) > 1:
        raise BadQuestionError(problems.CLOZE)
    listed = [*node.find_all("selectoption"), *node.find_all("dragbox")]
    if not gaps or not 1 <= int(gaps[0]) <= len(listed):
        raise BadQuestionError(problems.NO_GAP_KEY)
    key = listed[int(gaps[0]) - 1]
    # Only words of its group can stand in a gap.
    group = key.find_text("group").strip()
    draft.kind = "choice"
    draft.options = [
        Option(read_html(each, each), is_right=each is key)
        for each in listed
        if each.find_text("group").strip() == group
    ]
    draft.stem = _GAP.sub(" ____ ", draft.stem).strip()


def _read_weight(node: XmlNode) -> float:
    """What an answer is worth, in percent."""
    told = node.attributes.get("fraction", "0").strip()
    try:
        weight = float(told)
    except ValueError:
        raise BadQuestionError(problems.describe_weight(told), node) from None
    if not -100 <= weight <= 100:  # no number, too
        raise BadQuestionError(problems.describe_weight(told), node)
    return weight


def _read_because(node: XmlNode, draft: Draft) -> str:
    return read_feedback(node.find("feedback"), draft)


def _read_figure(node: XmlNode, name: str) -> str:
    """A figure written out, for a pack has no exponents."""
    told = node.find_text(name).strip() or "0"
    figure = read_decimal(told)
    if not figure:
        raise BadQuestionError(problems.describe_figure(told.replace(",", ".")), node)
    return figure


TAKERS: dict[str, Callable[[Draft, XmlNode], None]] = {
    "multichoice": _take_choice,
    "truefalse": _take_truth,
    "shortanswer": _take_words,
    "numerical": _take_figures,
    "matching": _take_pairs,
    "match": _take_pairs,
    "ddmatch": _take_pairs,
    "ordering": _take_order,
    "gapselect": _take_gap,
    "ddwtos": _take_gap,
}
"""A type of question -> what takes its answers."""
