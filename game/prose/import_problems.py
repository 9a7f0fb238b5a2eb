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
NUMBER_OF_KEYS = "a question with several right options has two to seven of them"
NUMBER_OF_WRONG_OF_SEVERAL = "a question with several right options has one to six wrong ones"
NUMBER_OF_WRONG = "a choice has one right option and one to seven wrong ones"
NUMBER_OF_STEPS = "an order has three to six steps, a match two to eight pairs"
NO_ROOM = "no room is named; name one with a tag room-ID, or with --room"

# These name what the format allows and we do not read, for the file is right and only not for us.
NO_ANSWERS = "no answers: an essay is not a question here"
NO_BRACES = "no answers in braces: a description is not a question here"
BRACE_NOT_CLOSED = "the brace that opens the answers is never closed"
SECOND_BRACE = "a second brace: answers stand in one place only; perhaps an empty line is missing between two questions"
CLOZE = "a text with several gaps: a question has one"
TITLE_NOT_CLOSED = "the title begins with :: and does not end with ::"
ORDER_IN_GIFT = "an order of steps cannot be read from GIFT; ask for a match of steps and places"
ANSWER_SIGNS = "answers begin with = or ~"
PAIR_WITHOUT_ARROW = "a pair without its arrow ->"
SEVERAL_WHOLE = "several options are each worth the whole mark, and one may be chosen: no question here is marked so"
NO_OPTION_RIGHT = "no option is worth anything"
PATTERN_ALONE = "every right answer is a pattern with a star *, and a pack lists answers in whole words"

# Of Moodle's XML: the types of questions that have no like here.
DESCRIPTION = "a description is a text without a question"
DRAWN_FIGURES = "its figures are drawn anew at each attempt; a question here has figures of its own"
DRAWN_QUESTION = "it stands for questions that are drawn from elsewhere, and holds none itself"
ON_A_PICTURE = "it is answered on a picture, and a question here is text alone"
SHOWS_A_FILE = "it shows a picture or plays a file, and a question here is text alone"
NO_GAP_KEY = "its gap names none of its answers"
LONG_TEXT = "a text of more than 20,000 signs"

# What is otherwise here than in the file, told of each question that is taken all the same.
WRONG_COSTS_NOTHING = "a wrong option costs a part of the mark there and nothing here"
ONE_TO_TICK = "several options may be ticked there, and one is right: one may be chosen here"
EQUAL_SHARES = "here each right option earns an equal share, and each wrong one costs a share of the wrong ones"
OTHERS_WITHOUT_FEEDBACK = "its feedback on all other figures is left out"
PICTURE_LEFT_OUT = "its picture is left out"
FEEDBACK_PICTURE_LEFT_OUT = "a picture or a file in its feedback is left out"
MARKED_BY_PLACES = "here each step in its place earns an equal share"


def describe_long_answer(length: int, limit: int) -> str:
    """An answer in words that nobody can type."""
    return f"an answer of {length} characters cannot be typed; at most {limit} are"


def describe_no_csv(why: object) -> str:
    """A file that is no table."""
    return f"this is no CSV: {why}"


def describe_missing_column(name: str) -> str:
    """A column that every table has."""
    return (
        f"the column {name!r} is missing; --map question={name} says which of the table's columns it is, "
        f"--map 1={name} where the table has no names of columns"
    )


def describe_no_spreadsheet(why: str) -> str:
    """A file that is no spreadsheet."""
    return f"this is no .xlsx spreadsheet that can be read ({why})"


def describe_unread_column(name: str) -> str:
    """A column that is not read."""
    return f"the column {name!r} of the table is not read"


def describe_bad_mapping(found: str) -> str:
    """A --map that is not two names."""
    return f"expected COLUMN=NAME, such as question=stem, found {found!r}"


FROM_ZERO = "the table counts its options from 0: a key of 0 is the first one"


def describe_many_options(most: int) -> str:
    """A cell with more options than are read."""
    return f"more than {most} options in one cell"


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


def describe_lost_weight(text: str, weight: float) -> str:
    """An answer that is worth a part of the mark."""
    return f"{text!r} is worth {weight:g}% there and nothing here"


def describe_pattern(text: str) -> str:
    """An answer in which a star stands for any signs."""
    return f"{text!r} is a pattern there, and is left out"


def describe_lost_units(units: Sequence[str]) -> str:
    """Units that a figure may be given in, and that are not taken."""
    return f"only its first unit is kept, and not {', '.join(map(repr, units))}"


def describe_moodle_type(name: str) -> str:
    """A type of question that an addition to Moodle brings, or that is new."""
    return f"a question of the type {name!r} has no like here"


def describe_weight(found: str) -> str:
    """A weight that is no percentage."""
    return f"expected a weight from -100 to 100, found {found!r}"


def describe_no_xml(why: str) -> str:
    """A file that is no XML, or that ends before it is complete."""
    return f"from here on, this is no XML that can be read: {why}"


def describe_other_root(found: str) -> str:
    """A file of XML that is of no kind that is read."""
    return f"expected <quiz>, as Moodle writes it, found <{found}>"


DOCUMENT_TYPE = "a document type (<!DOCTYPE>) is refused: questions need none, and it can make a file without end"
DEEP_XML = "elements are nested more than 100 deep"
MANY_ELEMENTS = "more than 1,000,000 elements"

# Of Aiken.
NO_AIKEN_ANSWER = "no line ANSWER: follows its options"
NO_AIKEN_STEM = "options without a question above them"
NO_AIKEN_OPTIONS = "no options A. B. stand between the question and its answer"


def describe_aiken_key(found: str) -> str:
    """An answer that is no letter of an option."""
    return f"expected the letter of an option after ANSWER:, found {found!r}"


def describe_odd_right(text: str) -> str:
    """A right side that belongs to no left one."""
    return f"{text!r} stands in no pair and is left out"


def describe_taken_id(taken: str, made: str) -> str:
    """A question whose id another one has."""
    return f"the id {taken!r} is taken, so it is {made!r} here"


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
