"""Findings of what makes an item unusable, in words for its author."""

from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import TruthFinding


def describe_truth_finding(finding: TruthFinding) -> FindingWords:  # noqa: C901, PLR0911, PLR0912 - one case a code
    """What is wrong, and how to fix it."""
    match finding.code:
        case "bad id":
            (name,) = finding.values
            return FindingWords(
                f"the id {name!r} is not a name other programs take",
                "Begin with a letter; then letters, digits, dots, hyphens; at most 63 in all.",
            )
        case "unknown fact":
            (fact_id,) = finding.values
            return FindingWords(f"no fact is called {fact_id!r}", "Cite a fact of the ledger.")
        case "empty text":
            return FindingWords("this text is empty", "Write it, or take the entry out.")
        case "control character":
            return FindingWords("a control character stands in this text", "Type the text anew.")
        case "option twice":
            (option,) = finding.values
            return FindingWords(f"the option {option!r} stands there twice", "Word one anew.")
        case "key not shown":
            key, *allowed = finding.values
            return FindingWords(f"the key {key!r} is not shown", f"One of {', '.join(map(str, allowed))}.")
        case "key not taken":
            return FindingWords("the item does not take its own key", "Mend the key, or what it accepts.")
        case "within tolerance":
            figure, tolerance, key = finding.values
            return FindingWords(
                f"{figure} lies within {tolerance} of the key {key}", "Narrow the tolerance, or drop it."
            )
        case "wrong is right":
            (option,) = finding.values
            return FindingWords(f"{option!r} is marked as right", "Make it plainly wrong.")
        case "figure not cited":
            (figure,) = finding.values
            return FindingWords(
                f"the figure {figure} is in none of the cited facts", "Cite the fact that has it, or correct it."
            )
        case "name not cited":
            (name,) = finding.values
            return FindingWords(
                f"the name {name} is in none of the cited facts", "Cite the fact that names it, or correct it."
            )
        case "no source named":
            (topic,) = finding.values
            return FindingWords(
                f"the sources differ on {topic}, and the stem names none", "Say in the stem by which article."
            )
        case "right elsewhere":
            (option,) = finding.values
            return FindingWords(f"{option!r} is what another source says", "Say in the stem by which article.")
        case _:
            assert_never(finding.code)
