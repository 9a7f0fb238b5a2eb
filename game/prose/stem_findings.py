"""Findings about stems and feedback, in words for its author."""

from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import StemFinding


def describe_stem_finding(finding: StemFinding) -> FindingWords:  # noqa: C901, PLR0911 - one case a code
    """What is wrong, and how to fix it."""
    match finding.code:
        case "opinion":
            return FindingWords("the stem asks for an opinion", "Ask what a source says.")
        case "chained":
            (words,) = finding.values
            return FindingWords(f"“{words}”: items are drawn one by one", "Say what is meant.")
        case "bare feedback":
            (feedback,) = finding.values
            return FindingWords(f"the feedback is {feedback!r}", "Say why the key is right.")
        case "negation":
            (word,) = finding.values
            return FindingWords(f"“{word}” is easily missed", "Ask for what is so, or write it in capitals.")
        case "no question":
            (stem,) = finding.values
            return FindingWords(f"{stem!r} asks nothing", "Make it a question.")
        case "gap first":
            return FindingWords("the stem begins with its gap, or has several", "Say something first; leave one gap.")
        case "long":
            number, limit = finding.values
            return FindingWords(f"the stem has {number} words", f"Keep to {limit}.")
        case "detached sentence":
            return FindingWords("the first sentence has nothing of the rest", "Drop it.")
        case "hard to read":
            lix, mean = finding.values
            return FindingWords(f"LIX {lix:.0f}, {mean:.0f} words a sentence", "Shorter words, shorter sentences.")
        case "other number":
            asked, right = finding.values
            return FindingWords(
                f"the stem asks for {asked}, and {right} options are right", "Name that number, or none."
            )
        case _:
            assert_never(finding.code)
