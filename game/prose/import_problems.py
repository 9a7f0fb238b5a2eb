"""What is wrong with a file of questions from elsewhere, in words for its author."""

from collections.abc import Sequence
from typing import assert_never

from game.pack.kinds.returned import ReturnedError

NO_REASON = "The imported file gave no reason."
"""The reason of a wrong option for which the file gives none."""

EMPTY_STEM = "the stem is empty"
EMPTY_ANSWER = "an empty answer"
TWO_OPTIONS_SAME = "two options are the same"
NO_FACT = "rests on no fact; name one with a tag fact-ID, or with --fact"
NO_FIGURE = "expected a figure like 37 or 7.5, with a dot and without its unit"
NUMBER_OF_KEYS = "a question with several right options has two to five of them"
NUMBER_OF_WRONG_OF_SEVERAL = "a question with several right options has one to five wrong ones"
NUMBER_OF_WRONG = "a choice has one right option and two to four wrong ones"
NUMBER_OF_STEPS = "an order has three to six steps, a match three to six pairs"
NO_ROOM = "no room is named; name one with a tag room-ID, or with --room"

# These name what the format allows and we do not read, for the file is right and only not for us.
NO_ANSWERS = "no answers: an essay is not a question here"
NO_BRACES = "no answers in braces: a description is not a question here"
BRACE_NOT_CLOSED = "the brace that opens the answers is never closed"
SECOND_BRACE = "a second brace: answers stand in one place only"
TITLE_NOT_CLOSED = "the title begins with :: and does not end with ::"
ORDER_IN_GIFT = "an order of steps cannot be read from GIFT; ask for a match of steps and places"
ANSWER_SIGNS = "answers begin with = or ~"


def describe_no_csv(why: object) -> str:
    """A file that is no table."""
    return f"this is no CSV: {why}"


def describe_unknown_column(name: str) -> str:
    """A column that is not read."""
    return f"no column is called {name!r}"


def describe_missing_column(name: str) -> str:
    """A column that every table has."""
    return f"the column {name!r} is missing"


def describe_cells(cells: int, columns: int, between: str) -> str:
    """A row with more cells than there are columns."""
    return f"{cells} cells, and {columns} columns; a text with {between!r} needs quotes"


def describe_expected(allowed: Sequence[str], found: str) -> str:
    """A cell with a value that is not allowed."""
    return f"expected one of {', '.join(allowed)}, found {found!r}"


def describe_truth(found: str) -> str:
    """A statement that is neither true nor false."""
    return f"expected True or False, found {found!r}"


def describe_flag(found: str) -> str:
    """A cell that says neither that an option is right nor that it is wrong."""
    return f"expected 1 or 0, found {found!r}"


def describe_level(found: str) -> str:
    """A level that does not exist."""
    return f"expected a level from 1 to 3, found {found!r}"


def describe_returned_error(error: ReturnedError) -> str:
    """A question that cannot be an item of any kind."""
    match error.code:
        case "no right option":
            return "expected one right option; there is none, or the key is not among them"
        case "several right options":
            return "expected one right option; several are of the kind multiple, where each has its share as weight"
        case "other proof":
            proof, fact_id = error.values
            return f"its proof is {proof!r}, and the first of its facts is {fact_id!r}"
        case _ as never:
            assert_never(never)


def describe_part_weight(weight: float) -> str:
    """A weight between right and wrong."""
    return f"a weight of {weight:g}%: answers are right or wrong here"


def describe_unequal_weight(weight: float, share: float) -> str:
    """A weight that is no equal share."""
    return f"a weight of {weight:g}%: expected {share:.7g}%, an equal share"


def describe_range(found: str) -> str:
    """A range that is not between figures."""
    return f"expected a range of figures, found {found!r}"


def describe_figure(found: str) -> str:
    """A text that is no figure."""
    return f"expected a figure like 37 or 37:0.5, found {found!r}"


def describe_unknown_room(room_id: str) -> str:
    """A room that the pack does not have."""
    return f"no room is called {room_id!r}"


def describe_unknown_fact(fact_id: str) -> str:
    """A fact that the pack does not have."""
    return f"no fact is called {fact_id!r}"
