"""Findings about comments that make lint ignore a finding, in words for their author."""

from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import CommentFinding


def describe_comment_finding(finding: CommentFinding) -> FindingWords:
    """What is wrong, and how to fix it."""
    match finding.code:
        case "no reason":
            return FindingWords("this ignores a rule without a reason", "Write why, after it.")
        case "no such rule":
            (rule,) = finding.values
            return FindingWords(f"there is no rule {rule}", "See carriages lint --rules.")
        case "nothing to ignore":
            (rule,) = finding.values
            return FindingWords(f"there is no {rule} here to ignore", "Remove it.")
        case _:
            assert_never(finding.code)
