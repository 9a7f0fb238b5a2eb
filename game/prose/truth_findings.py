"""Findings of what makes an item unusable, in words for its author."""

from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import TruthFinding


def describe_truth_finding(finding: TruthFinding) -> FindingWords:
    """What is wrong, and how to fix it."""
    return FindingWords(_describe_fault(finding), _describe_fix(finding))


def _describe_fault(finding: TruthFinding) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a code
    # Every code has its number of values. Empty texts stand for those a code does not have.
    first, second, third, *_ = (*finding.values, "", "", "")
    match finding.code:
        case "bad id":
            return f"the id {first!r} is not a name other programs take"
        case "unknown fact":
            return f"no fact is called {first!r}"
        case "empty text":
            return "this text is empty"
        case "control character":
            return "a control character stands in this text"
        case "option twice":
            return f"the option {first!r} stands there twice"
        case "key not shown":
            return f"the key {first!r} is not shown"
        case "key not taken":
            return "the item does not take its own key"
        case "within tolerance":
            return f"{first} lies within {second} of the key {third}"
        case "wrong is right":
            return f"{first!r} is marked as right"
        case "figure not cited":
            return f"the figure {first} is in none of the cited facts"
        case "name not cited":
            return f"the name {first} is in none of the cited facts"
        case "no source named":
            return f"the sources differ on {first}, and the stem names none"
        case "right elsewhere":
            return f"{first!r} is what another source says"
        case _:
            assert_never(finding.code)


def _describe_fix(finding: TruthFinding) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a code
    match finding.code:
        case "bad id":
            return "Begin with a letter; then letters, digits, dots, hyphens; at most 63 in all."
        case "unknown fact":
            return "Cite a fact of the ledger."
        case "empty text":
            return "Write it, or take the entry out."
        case "control character":
            return "Type the text anew."
        case "option twice":
            return "Word one anew."
        case "key not shown":
            return f"One of {', '.join(map(str, finding.values[1:]))}."
        case "key not taken":
            return "Correct the key, or what it accepts."
        case "within tolerance":
            return "Narrow the tolerance, or drop it."
        case "wrong is right":
            return "Make it plainly wrong."
        case "figure not cited":
            return "Cite the fact that has it, or correct it."
        case "name not cited":
            return "Cite the fact that names it, or correct it."
        case "no source named" | "right elsewhere":
            return "Say in the stem by which article."
        case _:
            assert_never(finding.code)
