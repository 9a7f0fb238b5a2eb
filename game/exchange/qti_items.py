"""One item of QTI: its response, its outcomes, its interaction and how it is marked."""

from typing import assert_never

from game.exchange.qti_dialect import Dialect, Element, make_root
from game.pack.kinds.neutral import NeutralQuestion


def make_item(question: NeutralQuestion, dialect: Dialect) -> Element:
    """One question as a file of its own."""
    title = " ".join(question.stem.split())
    root = make_root(
        dialect, "assessmentItem", identifier=question.id, title=title, adaptive="false", timeDependent="false"
    )
    root.set("xml:lang", "en")
    _add_shape(root, question, dialect)
    return root


def _add_shape(root: Element, question: NeutralQuestion, dialect: Dialect) -> None:
    match question.kind:
        case "choice":
            _add_choice(root, question, dialect)
        case "multiple":
            _add_multiple(root, question, dialect)
        case "true-false":
            _add_true_false(root, question, dialect)
        case "number":
            _add_number(root, question, dialect)
        case "short":
            _add_short(root, question, dialect)
        case "order":
            _add_order(root, question, dialect)
        case "match":
            _add_match(root, question, dialect)
        case _:
            assert_never(question.kind)


def _declare_response(root: Element, dialect: Dialect, cardinality: str, base: str, *right: str) -> Element:
    """The response, its correct value, and the outcomes that every item has."""
    response = dialect.element(
        root, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=base
    )
    correct = dialect.element(response, "correctResponse")
    for value in right:
        dialect.element(correct, "value", value)
    return response


def _declare_outcomes(root: Element, dialect: Dialect, *, is_by_choice: bool, cardinality: str = "single") -> None:
    score = dialect.element(root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    dialect.element(dialect.element(score, "defaultValue"), "value", "0")
    most = dialect.element(root, "outcomeDeclaration", identifier="MAXSCORE", cardinality="single", baseType="float")
    dialect.element(dialect.element(most, "defaultValue"), "value", "1")
    feedback = dialect.element(
        root, "outcomeDeclaration", identifier="FEEDBACK", cardinality=cardinality, baseType="identifier"
    )
    if not is_by_choice:
        dialect.element(dialect.element(feedback, "defaultValue"), "value", "WHY")


def _add_feedback(root: Element, dialect: Dialect, identifier: str, *texts: str) -> None:
    modal = dialect.element(root, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier=identifier, showHide="show")
    body = dialect.element(modal, "contentBody") if dialect.is_new else modal
    for text in texts:
        if text:
            dialect.element(body, "p", text)


def _add_template(root: Element, dialect: Dialect, name: str) -> None:
    end = ".xml" if dialect.is_new else ""
    dialect.element(root, "responseProcessing", template=f"{dialect.rules}{name}{end}")


def _add_mapping(response: Element, dialect: Dialect, keys: dict[str, int], most: int = 1, **attributes: str) -> None:
    """What each value adds, in whole points, bounded by 0 and ``most``: of shares, three thirds would not make 1."""
    mapping = dialect.element(response, "mapping", lowerBound="0", upperBound=str(most), defaultValue="0")
    for key, value in keys.items():
        dialect.element(mapping, "mapEntry", mapKey=key, mappedValue=str(value), **attributes)


def _score_mapping(processing: Element, dialect: Dialect, most: int) -> None:
    """The points of the mapping as a share of the whole mark."""
    score = dialect.element(processing, "setOutcomeValue", identifier="SCORE")
    share = dialect.element(score, "divide")
    dialect.element(share, "mapResponse", identifier="RESPONSE")
    dialect.element(share, "baseValue", str(most), baseType="float")


def _add_choice(root: Element, question: NeutralQuestion, dialect: Dialect) -> None:
    ids = [f"C{place}" for place in range(1, len(question.options) + 1)]
    right = next(one for one, option in zip(ids, question.options, strict=True) if option.is_right)
    _declare_response(root, dialect, "single", "identifier", right)
    _declare_outcomes(root, dialect, is_by_choice=True)
    shuffle = "false" if question.is_fixed else "true"
    body = dialect.element(root, "itemBody")
    interaction = dialect.element(
        body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle=shuffle, maxChoices="1"
    )
    dialect.element(interaction, "prompt", question.stem)
    for one, option in zip(ids, question.options, strict=True):
        dialect.element(interaction, "simpleChoice", option.text, identifier=one)
    processing = dialect.element(root, "responseProcessing")
    _add_score(processing, dialect, "match")
    _set_outcome(processing, dialect, "FEEDBACK")
    for one, option in zip(ids, question.options, strict=True):
        _add_feedback(root, dialect, one, option.because, question.feedback, question.source)


def _add_multiple(root: Element, question: NeutralQuestion, dialect: Dialect) -> None:
    """A choice of several: the mapping gives part marks by the same rule, the bounds cut the sum at 0 and 1."""
    ids = [f"C{place}" for place in range(1, len(question.options) + 1)]
    named = list(zip(ids, question.options, strict=True))
    response = _declare_response(
        root, dialect, "multiple", "identifier", *(one for one, option in named if option.is_right)
    )
    rights = len(question.right_places)
    wrongs = len(ids) - rights
    # In whole points: a right option earns as many as there are wrong ones, so that all wrong ones cost all.
    points = {one: max(1, wrongs) if option.is_right else -rights for one, option in named}
    most = rights * max(1, wrongs)
    _add_mapping(response, dialect, points, most)
    _declare_outcomes(root, dialect, is_by_choice=True, cardinality="multiple")
    body = dialect.element(root, "itemBody")
    interaction = dialect.element(
        body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="true", maxChoices=str(len(ids))
    )
    dialect.element(interaction, "prompt", question.stem)
    for one, option in named:
        dialect.element(interaction, "simpleChoice", option.text, identifier=one)
    processing = dialect.element(root, "responseProcessing")
    _score_mapping(processing, dialect, most)
    # All chosen options, and WHY in addition: so each wrong option has its own feedback, and the general one appears
    # once.
    feedback = dialect.element(processing, "setOutcomeValue", identifier="FEEDBACK")
    several = dialect.element(feedback, "multiple")
    dialect.element(several, "variable", identifier="RESPONSE")
    dialect.element(several, "baseValue", "WHY", baseType="identifier")
    for one, option in named:
        if option.because:
            _add_feedback(root, dialect, one, option.because)
    _add_feedback(root, dialect, "WHY", question.feedback, question.source)


def _add_score(processing: Element, dialect: Dialect, test: str, **attributes: str) -> None:
    """One mark where the response passes a test against the correct one."""
    condition = dialect.element(dialect.element(processing, "responseCondition"), "responseIf")
    tested = dialect.element(condition, test, **attributes)
    dialect.element(tested, "variable", identifier="RESPONSE")
    dialect.element(tested, "correct", identifier="RESPONSE")
    value = dialect.element(condition, "setOutcomeValue", identifier="SCORE")
    dialect.element(value, "baseValue", "1", baseType="float")


def _set_outcome(processing: Element, dialect: Dialect, outcome: str) -> None:
    """Set an outcome to the value of the response."""
    value = dialect.element(processing, "setOutcomeValue", identifier=outcome)
    dialect.element(value, "variable", identifier="RESPONSE")


def _add_true_false(root: Element, question: NeutralQuestion, dialect: Dialect) -> None:
    # QTI has no interaction for statements, so one becomes a choice of two.
    as_choice = question.as_choice()
    if as_choice is not None:
        _add_choice(root, as_choice, dialect)


def _add_entry(root: Element, question: NeutralQuestion, dialect: Dialect, length: int) -> None:
    body = dialect.element(root, "itemBody")
    dialect.element(body, "p", question.asked)
    line = dialect.element(body, "p")
    dialect.element(line, "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength=str(length))


def _add_number(root: Element, question: NeutralQuestion, dialect: Dialect) -> None:
    _declare_response(root, dialect, "single", "float", question.options[0].text)
    _declare_outcomes(root, dialect, is_by_choice=False)
    _add_entry(root, question, dialect, 12)
    processing = dialect.element(root, "responseProcessing")
    if float(question.tolerance):
        bounds = f"{question.tolerance} {question.tolerance}"
        _add_score(processing, dialect, "equal", toleranceMode="absolute", tolerance=bounds)
    else:
        _add_score(processing, dialect, "equal", toleranceMode="exact")
    _add_feedback(root, dialect, "WHY", question.feedback, question.source)


def _add_short(root: Element, question: NeutralQuestion, dialect: Dialect) -> None:
    accepted = [option.text for option in question.written_options if option.is_right]
    response = _declare_response(root, dialect, "single", "string", accepted[0])
    is_exact = "true" if question.spelling == "exact" else "false"
    _add_mapping(response, dialect, dict.fromkeys(accepted, 1), caseSensitive=is_exact)
    _declare_outcomes(root, dialect, is_by_choice=False)
    _add_entry(root, question, dialect, 30)
    _add_template(root, dialect, "map_response")
    _add_feedback(root, dialect, "WHY", question.feedback, question.source)


def _add_order(root: Element, question: NeutralQuestion, dialect: Dialect) -> None:
    # A letter before the number: an identifier must be an NCName, and that cannot begin with a digit.
    ids = [f"S{place}" for place in range(1, len(question.steps) + 1)]
    _declare_response(root, dialect, "ordered", "identifier", *ids)
    _declare_outcomes(root, dialect, is_by_choice=False)
    body = dialect.element(root, "itemBody")
    interaction = dialect.element(body, "orderInteraction", responseIdentifier="RESPONSE", shuffle="true")
    dialect.element(interaction, "prompt", question.stem)
    for one, step in zip(ids, question.steps, strict=True):
        dialect.element(interaction, "simpleChoice", step, identifier=one)
    _score_places(dialect.element(root, "responseProcessing"), dialect, ids)
    _add_feedback(root, dialect, "WHY", question.feedback, question.source)


def _score_places(processing: Element, dialect: Dialect, ids: list[str]) -> None:
    """The share of the steps that stand in their own place."""
    for place, one in enumerate(ids, start=1):
        condition = dialect.element(dialect.element(processing, "responseCondition"), "responseIf")
        same = dialect.element(condition, "match")
        dialect.element(dialect.element(same, "index", n=str(place)), "variable", identifier="RESPONSE")
        dialect.element(same, "baseValue", one, baseType="identifier")
        more = dialect.element(dialect.element(condition, "setOutcomeValue", identifier="SCORE"), "sum")
        dialect.element(more, "variable", identifier="SCORE")
        dialect.element(more, "baseValue", "1", baseType="float")
    share = dialect.element(dialect.element(processing, "setOutcomeValue", identifier="SCORE"), "divide")
    dialect.element(share, "variable", identifier="SCORE")
    dialect.element(share, "baseValue", str(len(ids)), baseType="float")


def _add_match(root: Element, question: NeutralQuestion, dialect: Dialect) -> None:
    rights = list(dict.fromkeys(right for _, right in question.pairs))
    pairs = [f"L{n} R{rights.index(right) + 1}" for n, (_, right) in enumerate(question.pairs, start=1)]
    response = _declare_response(root, dialect, "multiple", "directedPair", *pairs)
    _add_mapping(response, dialect, dict.fromkeys(pairs, 1), len(pairs))
    _declare_outcomes(root, dialect, is_by_choice=False)
    body = dialect.element(root, "itemBody")
    interaction = dialect.element(
        body, "matchInteraction", responseIdentifier="RESPONSE", shuffle="true", maxAssociations=str(len(pairs))
    )
    dialect.element(interaction, "prompt", question.stem)
    sides = (("L", [left for left, _ in question.pairs], "1"), ("R", rights, str(len(pairs))))
    for letter, texts, most in sides:
        side = dialect.element(interaction, "simpleMatchSet")
        for place, text in enumerate(texts, start=1):
            dialect.element(side, "simpleAssociableChoice", text, identifier=f"{letter}{place}", matchMax=most)
    _score_mapping(dialect.element(root, "responseProcessing"), dialect, len(pairs))
    _add_feedback(root, dialect, "WHY", question.feedback, question.source)
