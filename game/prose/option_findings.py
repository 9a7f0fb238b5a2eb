"""Findings about the options of an item, in words for its author."""

from collections.abc import Mapping
from typing import assert_never

from game.prose.finding_words import FindingWords
from game.quiz.lint.findings import OptionFinding, Value

_MARKS: Mapping[Value, str] = {"(": "a parenthesis", "“": "a quotation", ";": "a semicolon"}


def describe_option_finding(finding: OptionFinding) -> FindingWords:
    """What is wrong, and how to fix it."""
    return FindingWords(_describe_fault(finding), _describe_fix(finding))


def _describe_fault(finding: OptionFinding) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a code
    # Every code has its number of values. Empty texts stand for those a code does not have.
    first, second, *_ = (*finding.values, "", "")
    match finding.code:
        case "long key":
            return f"the key has {first} characters, the longest wrong option {second}"
        case "speaks of options":
            return f"“{first}” speaks of other options, which are shuffled"
        case "absolute key":
            return f"only the key has “{first}”"
        case "absolute wrong options":
            return "every wrong option is absolute, and the key is not"
        case "vague key":
            return f"only the key has “{first}”"
        case "convergence":
            return "the key shares most with all other options"
        case "other type":
            return f"the key is a {first}, all others are of the kind {second}"
        case "mark in key":
            return f"only the key has {_MARKS[first]}"
        case "alike":
            return f"{first!r} and {second!r} are nearly the same"
        case "nested":
            return f"one of {first!r} and {second!r} holds the other"
        case "case of key":
            return "only the key begins in its own case"
        case "stop of key":
            return "only the key ends with, or without, a stop"
        case "same beginning":
            return f"all options begin with “{first}”"
        case "cue":
            return f"“{first}” stands in the stem, in the key and in no other option"
        case "article":
            return f"“{first}” fits only some options"
        case _:
            assert_never(finding.code)


def _describe_fix(finding: OptionFinding) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a code
    match finding.code:
        case "long key":
            return "Shorten the key, or write a wrong option as long."
        case "speaks of options":
            return "Say what is meant."
        case "absolute key":
            return "Reword it, or one of the others."
        case "absolute wrong options":
            return "Reword one of them."
        case "vague key":
            return "Reword it."
        case "convergence":
            return "Vary the others."
        case "other type":
            return "Make the options of one kind."
        case "mark in key":
            return "Drop it, or give one to another option."
        case "alike":
            return "Vary one of them."
        case "nested":
            return "Part them."
        case "case of key":
            return "Begin all options alike."
        case "stop of key":
            return "End all options alike."
        case "same beginning":
            return "Put these words into the stem."
        case "cue":
            return "Reword the stem or the key, or use the word elsewhere too."
        case "article":
            return "Write “a(n)”, or move it."
        case _:
            assert_never(finding.code)
