"""Findings about several items, or a whole bank, in words for its author."""

from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import BankFinding


def describe_bank_finding(finding: BankFinding) -> FindingWords:  # noqa: C901, PLR0911 - one case a code
    """What is wrong, and how to fix it."""
    match finding.code:
        case "unasked room":
            (room,) = finding.values
            return FindingWords(f"nothing is asked about {room}", "Write a question for it.")
        case "rare source":
            source, number, total = finding.values
            return FindingWords(f"{source} bears out {number} of {total} cites", "Ask more about it.")
        case "unasked skill":
            (skill,) = finding.values
            return FindingWords(f"no item exercises the skill {skill}", "Write some.")
        case "levels":
            one, two, three = finding.values
            return FindingWords(f"level 1: {one}, level 2: {two}, level 3: {three}", "For information.")
        case "worn key":
            key, *ids = finding.values
            return FindingWords(
                f"“{key}” is the key of {len(ids)} items: {', '.join(map(str, ids))}",
                "Who answers it everywhere is right too often.",
            )
        case "worn wrong option":
            option, number = finding.values
            return FindingWords(
                f"“{option}” is a wrong option of {number} items",
                "Use it less: who has seen it wrong once crosses it out.",
            )
        case "foreign name":
            (name,) = finding.values
            return FindingWords(f"{name!r} is named by no source", "Take wrong options from the sources' own world.")
        case "same stem":
            (other,) = finding.values
            return FindingWords(f"its stem is nearly that of {other}", "Ask for something else, or drop one.")
        case "leak":
            other, key = finding.values
            return FindingWords(
                f"the stem of {other} holds the key “{key}” and most of this stem",
                "Reword one of them: a paper may hold both.",
            )
        case "contradiction":
            (other,) = finding.values
            return FindingWords(
                f"the key of {other}, the same question, is a wrong option here", "One of them is mistaken."
            )
        case _:
            assert_never(finding.code)
