"""Every finding of lint in words: what is wrong, and how to fix it."""

from typing import assert_never

from game.prose.bank_findings import describe_bank_finding
from game.prose.comment_findings import describe_comment_finding
from game.prose.finding_words import FindingWords
from game.prose.key_findings import describe_key_finding
from game.prose.ledger_findings import describe_ledger_finding
from game.prose.option_findings import describe_option_finding
from game.prose.pattern_findings import describe_pattern_finding
from game.prose.stem_findings import describe_stem_finding
from game.prose.truth_findings import describe_truth_finding
from game.quiz.lint.findings import (
    BankFinding,
    CommentFinding,
    Finding,
    KeyFinding,
    LedgerFinding,
    OptionFinding,
    PatternFinding,
    StemFinding,
    TruthFinding,
)


def describe_finding(finding: Finding) -> FindingWords:  # noqa: C901, PLR0911 - one case a subject
    """The words of a finding."""
    match finding:
        case StemFinding():
            return describe_stem_finding(finding)
        case OptionFinding():
            return describe_option_finding(finding)
        case TruthFinding():
            return describe_truth_finding(finding)
        case LedgerFinding():
            return describe_ledger_finding(finding)
        case KeyFinding():
            return describe_key_finding(finding)
        case PatternFinding():
            return describe_pattern_finding(finding)
        case BankFinding():
            return describe_bank_finding(finding)
        case CommentFinding():
            return describe_comment_finding(finding)
        case _:
            assert_never(finding)
