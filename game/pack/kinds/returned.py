"""A question that comes back from another program, before anybody knows which kind of item it is.

It has the shape of a question there (``neutral``), and often the name of the kind that it was exported as. Every kind
reads its own fields out of it, so that a new kind comes back without a change to the imports.
"""

from typing import Any, Literal, Protocol

from game.pack.kinds.neutral import Option, Shape
from game.pack.marking.modes import Mode

Fields = dict[str, Any]
"""The fields of an item as a pack writes them, without those that every kind has."""


class ReturnedQuestion(Protocol):
    """What a kind asks of a question as it was read. A protocol: the readers fill theirs field by field."""

    kind: Shape
    options: list[Option]
    is_true: bool
    tolerance: str
    unit: str
    spelling: Mode | None
    """How an answer in words is compared; None where the file does not say."""
    steps: list[str]
    pairs: list[tuple[str, str]]
    facts: list[str]
    proofs: list[Option]
    """The options of the question for the fact that proves the answer; empty where the file has no such question."""


class ReturnedError(ValueError):
    """A question that cannot be an item of any kind."""

    def __init__(self, code: Literal["no right option", "several right options", "other proof"], *values: str) -> None:
        super().__init__(code, *values)
        self.code, self.values = code, values


def list_right(question: ReturnedQuestion) -> list[str]:
    """The texts of the right options, the best first."""
    return [option.text for option in question.options if option.is_right]


def read_wrong(question: ReturnedQuestion, *, field: str = "text") -> list[Fields]:
    """The wrong options, each with its reason.

    Args:
        question: What was read.
        field: The field of the kind's record that holds the option.
    """
    return [{field: each.text, "because": each.because} for each in question.options if not each.is_right]


def read_one_key(question: ReturnedQuestion) -> Fields:
    """The fields of a kind with one key and wrong options.

    Raises:
        ReturnedError: There is no right option, or several.
    """
    right = list_right(question)
    if len(right) != 1:
        raise ReturnedError("several right options" if right else "no right option")
    return {"key": right[0], "distractors": read_wrong(question)}
