"""Findings about keys that the facts do not support, in words for their author."""

from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import LedgerFinding

_BY_CITES = "Key it by its facts' cites, or cite other facts."


def describe_ledger_finding(finding: LedgerFinding) -> FindingWords:  # noqa: PLR0911 - one case a code
    """What is wrong, and how to fix it."""
    match finding.code:
        case "only one cited":
            _, *cited = finding.values
            told = ", ".join(map(str, cited))
            return FindingWords(f"it is keyed to all sources, and its facts cite only {told}", _BY_CITES)
        case "other source cited":
            key, *cited = finding.values
            told = ", ".join(map(str, cited))
            return FindingWords(f"it is keyed to {key}, and its facts cite {told}", _BY_CITES)
        case "is told":
            return FindingWords(
                "it is keyed to no source, and its first fact is one that a source tells",
                "Key it to the source, or cite first a fact of the kind unknown, which says that it is left open.",
            )
        case "not told":
            key, *_ = finding.values
            return FindingWords(
                f"it is keyed to {key}, and its first fact says that this is left open",
                "Key it to no source, or cite first the fact that tells it.",
            )
        case "not alone":
            key, *cited = finding.values
            told = ", ".join(map(str, cited))
            return FindingWords(f"it is keyed to {key} alone, and its facts cite {told}", _BY_CITES)
        case "no difference":
            return FindingWords(
                "it is keyed to differ, and its facts are no two sides of a difference",
                "Key it by the ledger, or cite other facts.",
            )
        case "no agreement":
            return FindingWords(
                "it is keyed to agree, and its facts cite one source only, or differ",
                "Key it by the ledger, or cite other facts.",
            )
        case _:
            assert_never(finding.code)
