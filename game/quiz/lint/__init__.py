"""Lint for items: what makes a question false, arguable or guessable, found without asking anyone.

The rules follow Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002). Pure: what
is found names an item and a place in it; which line of which file that is, content knows.
"""

from collections import Counter

from game.quiz.bank import Bank
from game.quiz.lint.bank_rules import check_bank
from game.quiz.lint.findings import RULES, Finding, find_content_words
from game.quiz.lint.option_rules import check_options
from game.quiz.lint.quality_card import QualityCard, make_quality_card
from game.quiz.lint.stem_rules import check_stem
from game.quiz.lint.truth_rules import check_truth

__all__ = ["RULES", "Finding", "QualityCard", "lint_bank", "make_quality_card"]

MAX_STEMS_OF_A_RARE_WORD = 2
"""A word is rare while at most so many stems have it."""


def lint_bank(bank: Bank) -> tuple[Finding, ...]:
    """All that the rules find in a bank, item by item; the bank as a whole last, and only when every item is usable."""
    often = Counter(word for item in bank.items.values() for word in find_content_words(item.stem))
    broken = [finding for item in bank.items.values() for finding in check_truth(item, bank.world)]
    unusable = {finding.item_id for finding in broken if finding.rule in ("E02", "E04", "E06")}
    usable = [item for item in bank.items.values() if item.id not in unusable]
    found = [
        f
        for item in usable
        for f in (*check_options(item, lambda word: often[word] <= MAX_STEMS_OF_A_RARE_WORD), *check_stem(item))
    ]
    # Rules for the bank show every item and compare keys: with one item that has no key they would fail.
    return (*broken, *found, *(() if unusable else check_bank(bank)))
