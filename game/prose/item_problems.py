"""What makes a question of a pack unusable, in words for its author."""

from typing import assert_never

from game.pack.kinds.parts import Fault
from game.prose.suggestions import describe_unknown


def describe_rumour(fact_id: str) -> str:
    """A question whose key is a rumour."""
    return f"{fact_id!r} is a rumour; rumours are not scored as truths"


def describe_wrong_key() -> str:
    """A wrong option that is the key."""
    return "this distractor is the key; a wrong option must be wrong"


def describe_same_distractors() -> str:
    """Two wrong options that are the same."""
    return "two distractors are the same"


def describe_repeated_text() -> str:
    """A step, or one side of a pair, that occurs twice."""
    return "this stands here twice; then no order of them is the only right one"


def describe_repeated_proof(fact_id: str) -> str:
    """A reason that occurs twice, or that proves the key."""
    return f"{fact_id!r} stands here twice, or proves the key"


def describe_negative(found: str) -> str:
    """A figure below zero where there can be none."""
    return f"expected 0 or more, found {found!r}"


def describe_option_count(limit: str, found: str) -> str:
    """More options than a screen can letter."""
    return f"expected at most {limit} options, right and wrong together, found {found}"


def describe_fault(fault: Fault) -> str:  # noqa: C901, PLR0911 - one case a fault, nothing else
    """What an author must change in a question before the pack can be played."""
    match fault.code:
        case "wrong is key":
            return describe_wrong_key()
        case "twice among wrong":
            return describe_same_distractors()
        case "twice":
            return describe_repeated_text()
        case "no such key":
            return describe_unknown("such key", fault.value, fault.allowed)
        case "no such fact":
            return describe_unknown("fact", fault.value, fault.allowed)
        case "proof twice":
            return describe_repeated_proof(fault.value)
        case "below 0":
            return describe_negative(fault.value)
        case "too many options":
            return describe_option_count(fault.allowed[0], fault.value)
        case _:
            assert_never(fault.code)
