"""Reads the answers of a QTI item, one function for each interaction that has its like here."""

from collections.abc import Callable, Iterator, Sequence

from game.exchange.drafts import Draft
from game.exchange.moodle_text import BadQuestionError
from game.exchange.qti_marking import ResponseRule
from game.exchange.qti_text import read_inside, read_paragraphs
from game.exchange.table_head import read_truth
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
from game.prose import import_problems, qti_problems

Feedbacks = dict[str, list[str]]
"""Identifier of a choice -> the paragraphs told of it."""


def _take_choice(draft: Draft, rule: ResponseRule, node: XmlNode, told: Feedbacks) -> None:
    choices = [*node.find_all("simpleChoice"), *node.find_all("inlineChoice")]
    ids = [each.attributes.get("identifier", "") for each in choices]
    weights = rule.weigh(ids)
    for choice in choices:
        told |= dict(_read_inline(choice))
    right = next((told.get(one, []) for one, weight in zip(ids, weights, strict=True) if weight > 0), [])
    # What is told of the right option is why it is right; where the others end in the same words, those are no reason.
    draft.feedback = draft.feedback or "\n".join(drop_source(right, draft))
    weighed = [
        Weighed(read_inside(each, {"feedbackInline"}), weight, "\n".join(_drop_end(told.get(one, []), right)))
        for one, each, weight in zip(ids, choices, weights, strict=True)
    ]
    is_one = rule.is_single or node.attributes.get("maxChoices") == "1"
    _take(take_one if is_one else take_several, draft, weighed, choices)
    if draft.kind == "multiple" and rule.is_whole_alone:
        draft.changes.append(qti_problems.ALL_OR_NOTHING)
    _take_as_truth(draft)


def _read_inline(choice: XmlNode) -> Iterator[tuple[str, list[str]]]:
    """What is told of a choice inside of it."""
    own = choice.attributes.get("identifier", "")
    for each in choice.find_all("feedbackInline"):
        if each.attributes.get("identifier") == own:
            yield own, read_paragraphs(each)


def _drop_end(paragraphs: list[str], end: list[str]) -> list[str]:
    return paragraphs[: -len(end)] if end and paragraphs[-len(end) :] == end else paragraphs


def drop_source(paragraphs: list[str], draft: Draft) -> list[str]:
    """The paragraphs without the source that our own writer adds."""
    return paragraphs[:-1] if draft.origin and len(paragraphs) > 1 else paragraphs


def _take_as_truth(draft: Draft) -> None:
    """Take a choice between true and false as a judgement, unless the file says that it was none."""
    truths = [read_truth(option.text) if option.text.isalpha() else None for option in draft.options]
    right = [truth for truth, option in zip(truths, draft.options, strict=True) if option.is_right]
    # Without a right one it stays a choice, and is set aside as one.
    if draft.kind == "choice" and right and sorted(map(str, truths)) == ["False", "True"] and draft.origin != "choice":
        draft.kind, draft.options, draft.is_true = "true-false", [], right[0] is True


def _take_entry(draft: Draft, rule: ResponseRule, node: XmlNode, told: Feedbacks) -> None:
    values = list(rule.points or dict.fromkeys(rule.right))
    if not values:
        raise BadQuestionError(qti_problems.NO_KEY, rule.node)
    most = max(rule.points.values(), default=1.0)
    weights = [100 * rule.points.get(value, most) / most if most > 0 else 0.0 for value in values]
    if rule.is_figure:
        tolerance = _read_tolerance(draft, rule, values[0])
        figures = [Weighed(_read_figure(value, rule), weight) for value, weight in zip(values, weights, strict=True)]
        take_figures(draft, [(figure, tolerance) for figure in figures])
        return
    if rule.is_exact:
        draft.spelling = "exact"
    # A star is a sign like any other here.
    words = [Weighed(value.replace("*", "\\*"), weight) for value, weight in zip(values, weights, strict=True)]
    _take(take_words, draft, words, [rule.node] * len(words))


def _read_figure(told: str, rule: ResponseRule) -> str:
    figure = read_decimal(told)
    if not figure:
        raise BadQuestionError(import_problems.describe_figure(told), rule.node)
    return figure


def _read_tolerance(draft: Draft, rule: ResponseRule, key: str) -> str:
    if rule.find_rules("equalRounded"):
        draft.changes.append(qti_problems.ROUNDED)
    for equal in rule.find_rules("equal"):
        mode = equal.attributes.get("toleranceMode", "exact")
        told = [read_decimal(each) for each in equal.attributes.get("tolerance", "").split()]
        if mode == "exact" or not told or not all(told):
            return "0"
        if len(set(told)) > 1:
            draft.changes.append(qti_problems.SMALLER_TOLERANCE)
        least = min(told, key=lambda each: abs(float(each))).removeprefix("-")
        return read_decimal(f"{abs(float(key or 0)) * float(least) / 100:.10g}") if mode == "relative" else least
    return "0"


def _take_order(draft: Draft, rule: ResponseRule, node: XmlNode, told: Feedbacks) -> None:
    texts = _list_texts(node.find_all("simpleChoice"))
    if not rule.right:
        raise BadQuestionError(qti_problems.NO_KEY, rule.node)
    if sorted(rule.right) != sorted(texts):
        raise BadQuestionError(qti_problems.PART_ORDER, rule.node)
    draft.kind, draft.steps = "order", [texts[one] for one in rule.right]
    if rule.is_whole_alone:
        draft.changes.append(import_problems.MARKED_BY_PLACES)


def _take_match(draft: Draft, rule: ResponseRule, node: XmlNode, told: Feedbacks) -> None:
    sides = [_list_texts(side.find_all("simpleAssociableChoice")) for side in node.find_all("simpleMatchSet")[:2]]
    pairs = [tuple(value.split()) for value in rule.points or rule.right if rule.points.get(value, 1.0) > 0]
    if len(sides) < 2 or not pairs:
        raise BadQuestionError(qti_problems.NO_KEY, rule.node)
    lefts, rights = sides
    for pair in pairs:
        if len(pair) != 2 or pair[0] not in lefts or pair[1] not in rights:
            raise BadQuestionError(qti_problems.describe_other_choice(" ".join(pair)), rule.node)
    if len({left for left, _ in pairs}) < len(pairs):
        raise BadQuestionError(qti_problems.SEVERAL_RIGHTS, rule.node)
    draft.kind, draft.pairs = "match", [(lefts[left], rights[right]) for left, right in pairs]
    used = {each for pair in pairs for each in pair}
    odd = [text for side in sides for one, text in side.items() if one not in used]
    draft.changes += [import_problems.describe_odd_right(text) for text in odd]
    if rule.is_whole_alone:
        draft.changes.append(qti_problems.ALL_OR_NOTHING)
    elif len({points for points in rule.points.values() if points > 0}) > 1:
        draft.changes.append(qti_problems.OTHER_POINTS)


def _list_texts(nodes: Sequence[XmlNode]) -> dict[str, str]:
    """Identifier of a choice -> its text."""
    return {each.attributes.get("identifier", ""): read_inside(each, {"feedbackInline"}) for each in nodes}


def _take_gap(draft: Draft, rule: ResponseRule, node: XmlNode, told: Feedbacks) -> None:
    """Take a text with one gap that is filled from a list: a choice."""
    texts = _list_texts(node.find_all("gapText"))
    right = [value.split()[0] for value in rule.points or rule.right if value.split()]
    if len(right) != 1 or right[0] not in texts:
        raise BadQuestionError(import_problems.NO_GAP_KEY if texts else qti_problems.SHOWS_A_FILE, node)
    draft.kind = "choice"
    draft.options = [Option(text, is_right=one == right[0]) for one, text in texts.items()]


def _take(
    take: Callable[[Draft, Sequence[Weighed]], None],
    draft: Draft,
    weighed: Sequence[Weighed],
    nodes: Sequence[XmlNode],
) -> None:
    if not weighed:
        raise BadQuestionError(import_problems.NO_ANSWERS)
    try:
        take(draft, weighed)
    except UnfitAnswerError as bad:
        raise BadQuestionError(str(bad), nodes[bad.place]) from bad


TAKERS: dict[str, Callable[[Draft, ResponseRule, XmlNode, Feedbacks], None]] = {
    "choiceInteraction": _take_choice,
    "inlineChoiceInteraction": _take_choice,
    "textEntryInteraction": _take_entry,
    "orderInteraction": _take_order,
    "matchInteraction": _take_match,
    "gapMatchInteraction": _take_gap,
}
"""An interaction -> what takes its answers."""
