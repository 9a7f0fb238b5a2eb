"""What formats of other programs cannot carry of a question, in words."""

from game.pack.marking.modes import Mode

WITHOUT_FEEDBACK_ON_WRONG = "without feedback of its own on each wrong answer"
WITHOUT_FEEDBACK_ON_LIKELY = "without a feedback of its own on each likely wrong answer"
LIKELY_WRONG_LEFT_OUT = "its likely wrong answers are left out"
WITHOUT_FEEDBACK_ON_OPTIONS = "without feedback of its own on each option"
WITHOUT_FEEDBACK_ON_PAIRS = "no feedback on a pair"
PAIRS_WITHOUT_FEEDBACK = "marked by pairs, without feedback on a pair"
LEARNER_JUDGES = "Anki gives no part marks; the learner alone judges the answer"
ORDER_AS_MATCH = "GIFT has no order of steps; asked as a match of steps and places"
UNIT_IN_STEM = "the unit is in the stem"
GIFT_UNIT_IN_STEM = "GIFT has no units; the unit is in the stem"
MOODLE_UNIT_IN_STEM = "the unit is in the stem; Moodle's own units would mark it"
ARROW_PARTED = "an arrow in a short answer would make a match of it; it is written as - >"
CASE_LOST = "looser there: capitals do not count"
ASKED_AS_CHOICE = "asked as a choice among the likely answers"
NO_CHOICE = "it cannot be asked as a choice"
WRONG_COSTS_AS_MUCH = "there, a wrong option costs as much as a right one earns"
NO_PART_MARKS = "without our part marks"
ONE_RIGHT_IS_ENOUGH = "without part marks; one right option is enough unless multi-select is switched on there"
TOLERANCE_LOST = "the tolerance is lost: only the exact figure is right"
ONLY_FIVE_ANSWERS = "only five accepted answers"
ONLY_EIGHT_COLUMNS = "only eight options have a column"
NO_WRONG_ANSWERS = "it has no wrong answers to choose from"

# A constant, since it decides: what begins so is not counted among the questions that were written.
LEFT_OUT = "left out"
"""What a loss begins with that leaves the whole question out."""


STRICTER: dict[Mode | None, str] = {
    None: "",
    "exact": "",
    "folded": "stricter there: doubled spaces and letters of full width are wrong",
    "forgiving": "stricter there: slips of typing, number words, doubled spaces and letters of full width are wrong",
}
"""How an answer in words is compared here -> what is right here and wrong in a program that folds case alone."""


BLANKS_COUNT = "stricter there: blanks around an answer are wrong"


def list_stricter(mode: Mode | None) -> tuple[str, ...]:
    """How a program that folds case alone marks more strictly."""
    return (STRICTER[mode],) if STRICTER[mode] else ()


def render_left_out(why: str) -> str:
    """A question that the format cannot carry at all."""
    return f"{LEFT_OUT}: {why}"


def render_general_loss(what: str) -> str:
    """What a format keeps of no question."""
    return f"no question keeps its {what}"


def describe_full_file(limit: int) -> str:
    """A file that may have no more questions."""
    return f"a file holds {limit} questions; those kept are spread over the tour"


def describe_long_stem(characters: int, limit: int) -> str:
    """A stem that is too long."""
    return f"the stem has {characters} characters, {limit} are allowed"


def describe_many_options(number: int, limit: int) -> str:
    """More options than a question may have."""
    return f"it has {number} options, {limit} are allowed"


def describe_long_right_side(characters: int, limit: int) -> str:
    """A right side of a match that is too long."""
    return f"a right side has {characters} characters, {limit} are allowed"


def describe_long_option(characters: int, limit: int) -> str:
    """An option that is too long."""
    return f"an option has {characters} characters, {limit} are allowed"


def describe_missing_shape(*, is_order: bool) -> str:
    """A program without orders or without pairs."""
    return f"it has no {'order of steps' if is_order else 'matching'}"


FORMAT_TEXTS = {
    "gift": "Moodle and others, as text",
    "moodle-xml": "Moodle's question bank",
    "qti21": "QTI 2.1 package",
    "qti30": "QTI 3.0 package",
    "anki": "Anki deck",
    "kahoot": "Kahoot spreadsheet",
    "wayground": "Wayground spreadsheet",
    "h5p": "H5P Question Set",
    "csv": "a table",
    "json": "everything, for programs",
    "markdown": "for reading",
}
"""Format -> what it is for, in the list of formats."""

FEEDBACK_AND_SOURCE = "feedback and source"
DROPPED_CATEGORY = "No longer in the tour"
"""Stands for the room of a question that the pack has dropped."""
