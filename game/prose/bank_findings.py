"""Findings about several items, or a whole bank, in words for its author."""

from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import BankFinding


def describe_bank_finding(finding: BankFinding) -> FindingWords:
    """What is wrong, and how to fix it."""
    return FindingWords(_describe_fault(finding), _describe_fix(finding))


def _describe_fault(finding: BankFinding) -> str:  # noqa: C901, PLR0911 - one case a code
    # Every code has its number of values. Empty texts stand for those a code does not have.
    first, second, third, *_ = (*finding.values, "", "", "")
    match finding.code:
        case "unasked room":
            return f"nothing is asked about {first}"
        case "rare source":
            return f"{first} supports {second} of {third} cites"
        case "unasked skill":
            return f"no item exercises the skill {first}"
        case "levels":
            return f"level 1: {first}, level 2: {second}, level 3: {third}"
        case "worn key":
            return f"“{first}” is the key of {len(finding.values[1:])} items: {', '.join(map(str, finding.values[1:]))}"
        case "worn wrong option":
            return f"“{first}” is a wrong option of {second} items"
        case "foreign name":
            return f"{first!r} is named by no source"
        case "same stem":
            return f"its stem is nearly that of {first}"
        case "leak":
            return f"the stem of {first} holds the key “{second}” and most of this stem"
        case "contradiction":
            return f"the key of {first}, the same question, is a wrong option here"
        case _:
            assert_never(finding.code)


def _describe_fix(finding: BankFinding) -> str:  # noqa: C901, PLR0911 - one case a code
    match finding.code:
        case "unasked room":
            return "Write a question for it."
        case "rare source":
            return "Ask more about it."
        case "unasked skill":
            return "Write items for it."
        case "levels":
            return "For information."
        case "worn key":
            return "Vary the keys: a candidate who always answers this is right too often."
        case "worn wrong option":
            return "Use it less: a candidate who knows that it is wrong once excludes it everywhere."
        case "foreign name":
            return "Use names from the sources in wrong options."
        case "same stem":
            return "Ask for something else, or drop one."
        case "leak":
            return "Reword one of them: a paper may hold both."
        case "contradiction":
            return "Correct one of them."
        case _:
            assert_never(finding.code)
