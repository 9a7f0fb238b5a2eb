"""Findings about patterns over many items, in words for its author."""

from collections.abc import Sequence
from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import PatternFinding, Value


def _word_extreme(name: str, hits: Value, total: Value, expected: Value, chance: Value) -> str:
    text = f"the {name} option is the key in {hits} of {total} items; by chance {expected:.0f}"
    return f"{text} (p {chance:.4f})"


def _list_places(places: Sequence[Value]) -> str:
    return ", ".join(f"{letter} {number}" for letter, number in zip("ABCDE", places, strict=False))


def describe_pattern_finding(finding: PatternFinding) -> FindingWords:
    """What is wrong, and how to fix it."""
    match finding.code:
        case "longest is key":
            hits, total, expected, chance = finding.values
            return FindingWords(
                _word_extreme("longest", hits, total, expected, chance),
                "Reword keys or wrong options until it tells nothing.",
            )
        case "shortest is key":
            hits, total, expected, chance = finding.values
            return FindingWords(
                _word_extreme("shortest", hits, total, expected, chance),
                "Reword keys or wrong options until it tells nothing.",
            )
        case "favourite place":
            seed, items, chance, *places = finding.values
            return FindingWords(
                f"with seed {seed} the key of {items} items stands at {_list_places(places)} (p {chance:.4f})",
                "Look at the shuffle.",
            )
        case "many statements":
            statements, items = finding.values
            return FindingWords(
                f"{statements} of {items} items are statements to be judged",
                "Make some of them choices: a blind guess is worth half a mark.",
            )
        case "uneven statements":
            true, statements = finding.values
            return FindingWords(
                f"{true} of {statements} statements are true", "Make some true ones false, or false ones true."
            )
        case _:
            assert_never(finding.code)
