"""Findings about the options of an item, in words for its author."""

from collections.abc import Mapping
from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import OptionFinding, Value

_MARKS: Mapping[Value, str] = {"(": "a parenthesis", "“": "a quotation", ";": "a semicolon"}


def describe_option_finding(finding: OptionFinding) -> FindingWords:  # noqa: C901, PLR0911, PLR0912 - one case a code
    """What is wrong, and how to fix it."""
    match finding.code:
        case "long key":
            size, longest = finding.values
            return FindingWords(
                f"the key has {size} characters, the longest wrong option {longest}",
                "Shorten the key, or write a wrong option as long.",
            )
        case "speaks of options":
            (words,) = finding.values
            return FindingWords(f"“{words}” speaks of other options, which are shuffled", "Say what is meant.")
        case "absolute key":
            (word,) = finding.values
            return FindingWords(f"only the key has “{word}”", "Reword it, or one of the others.")
        case "absolute wrong options":
            return FindingWords("every wrong option is absolute, and the key is not", "Reword one of them.")
        case "vague key":
            (word,) = finding.values
            return FindingWords(f"only the key has “{word}”", "Reword it.")
        case "convergence":
            return FindingWords("the key shares most with all other options", "Vary the others.")
        case "other type":
            one, other = finding.values
            return FindingWords(
                f"the key is a {one}, all others are of the kind {other}", "Make the options of one kind."
            )
        case "mark in key":
            (mark,) = finding.values
            return FindingWords(f"only the key has {_MARKS[mark]}", "Drop it, or give one to another option.")
        case "alike":
            one, other = finding.values
            return FindingWords(f"{one!r} and {other!r} are nearly the same", "Vary one of them.")
        case "nested":
            one, other = finding.values
            return FindingWords(f"one of {one!r} and {other!r} holds the other", "Part them.")
        case "case of key":
            return FindingWords("only the key begins in its own case", "Begin all options alike.")
        case "stop of key":
            return FindingWords("only the key ends with, or without, a stop", "End all options alike.")
        case "same beginning":
            (words,) = finding.values
            return FindingWords(f"all options begin with “{words}”", "Put these words into the stem.")
        case "cue":
            (word,) = finding.values
            return FindingWords(
                f"“{word}” stands in the stem, in the key and in no other option",
                "Reword the stem or the key, or use the word elsewhere too.",
            )
        case "article":
            (article,) = finding.values
            return FindingWords(f"“{article}” fits only some options", "Write “a(n)”, or move it.")
        case _:
            assert_never(finding.code)
