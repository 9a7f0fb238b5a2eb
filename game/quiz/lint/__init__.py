"""Lint for items: what makes a question false, arguable or guessable, found without asking anyone.

The rules follow Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines (2002). Pure: what
is found names an item and a place in it; the package content knows the file and the line.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from game.pack.kinds import Item
from game.quiz.bank import Bank
from game.quiz.lint.bank_rules import check_bank
from game.quiz.lint.claim_stem_rules import check_claimed_stem
from game.quiz.lint.fact_gists import FactGists
from game.quiz.lint.feedback_rules import check_feedback
from game.quiz.lint.findings import RULES, Finding, KeyFinding, find_content_words
from game.quiz.lint.key_rules import check_answers
from game.quiz.lint.option_rules import check_options
from game.quiz.lint.order_rules import check_order
from game.quiz.lint.pairing_rules import check_pairs_told
from game.quiz.lint.quality_card import QualityCard, make_quality_card
from game.quiz.lint.statement_rules import check_statement
from game.quiz.lint.stem_rules import check_stem
from game.quiz.lint.sureness_rules import check_forms, check_sureness
from game.quiz.lint.truth_rules import check_truth

__all__ = ["RULES", "Finding", "QualityCard", "check_item", "lint_bank", "make_quality_card"]

MAX_STEMS_OF_A_RARE_WORD = 2
"""A word is rare while at most so many stems have it."""

ENGLISH_RULES = frozenset(("W23", "W24", "W25", "W32", "W36", "W40", "W45", "W52"))
"""Rules that look for English words: in a pack of another language they would find others, or none."""


def lint_bank(bank: Bank) -> tuple[Finding, ...]:
    """All findings in a bank: first those of each item, then (if every item is usable) those of the whole bank."""
    often = Counter(word for item in bank.items.values() for word in find_content_words(item.stem))
    broken = [finding for item in bank.items.values() for finding in check_truth(item, bank.world)]
    unusable = {finding.item_id for finding in broken if finding.rule in ("E02", "E04", "E06")}
    usable = [item for item in bank.items.values() if item.id not in unusable]
    gists = FactGists(bank.world)
    found: list[Finding] = []
    for item in usable:
        found += check_options(item, lambda word: often[word] <= MAX_STEMS_OF_A_RARE_WORD)
        found += (*check_stem(item), *_check_key(item, gists))
    # Rules for the bank show every item and compare keys. They would fail with an item that has no key.
    whole = (*broken, *found, *(() if unusable else (*check_bank(bank), *check_forms(usable, bank.world))))
    is_english = any(language.partition("-")[0] == "en" for language in bank.world.tour.languages)
    return tuple(finding for finding in whole if is_english or finding.rule not in ENGLISH_RULES)


def check_item(item: Item, gists: FactGists) -> tuple[Finding, ...]:
    """What the rules of truth find in one item, by itself."""
    broken = tuple(check_truth(item, gists.world))
    return broken if _is_unusable(broken) else (*broken, *_check_key(item, gists))


def _is_unusable(broken: Iterable[Finding]) -> bool:
    return any(finding.rule in ("E02", "E04", "E06") for finding in broken)


def _check_key(item: Item, gists: FactGists) -> Iterator[KeyFinding]:
    """Whether the cited facts prove the key of one item, and no other answer."""
    for check in (
        check_answers,
        check_claimed_stem,
        check_statement,
        check_order,
        check_pairs_told,
        check_sureness,
        check_feedback,
    ):
        yield from check(item, gists)
