"""Why a question of QTI is set aside or changed, in words."""

ADAPTIVE = "an adaptive item goes on after a wrong answer; a question here is answered once"
STIMULUS = "its text stands in a file of its own (a stimulus); put the text into the question"
FORMULA = "it holds a formula in MathML, and a question here is text alone"
SHOWS_A_FILE = "it shows a picture, plays a file or includes one, and a question here is text alone"
NO_INTERACTION = "nothing in it can be answered: a text without a question"
SEVERAL_INTERACTIONS = "it asks for several answers; a question here asks for one"
NO_RESPONSE = "its response is declared nowhere, so nobody can tell what is right"
NO_KEY = "it names no right answer (correctResponse, or a mapping); its own program decides what is right"
PART_ORDER = "not all of its steps have a place in the right order"
SEVERAL_RIGHTS = "one of its left sides belongs to several right ones; here each has one"
RECORD = "its answer is in several parts (a record); a question here has one answer"
NO_QTI = "this package holds no questions of QTI 2 or 3: no file with an <assessmentItem>"
OLD_QTI = "this is QTI 1 (<questestinterop>); QTI 2.1, 2.2 and 3.0 are read. Most programs can export one of them"

ALL_OR_NOTHING = "there only the whole answer earns the mark; here each right part earns a share"
OTHER_POINTS = "there the pairs are worth different points; here each earns an equal share"
BUTTON_LEFT_OUT = "its button (endAttemptInteraction) is left out"
FEEDBACK_LEFT_OUT = "its feedback depends on the answer; only that for the right answer is kept"
OWN_PROCESSING = "its program marks by rules of its own, which are not read; here its right answer decides"
ROUNDED = "there a figure is rounded before it is compared; here it must be exact"
SMALLER_TOLERANCE = "its tolerance differs above and below; the smaller one is taken"


def describe_interaction(name: str) -> str:
    """A kind of question that has no like here."""
    return f"a question answered by {name} has no like here"


def describe_other_choice(name: str) -> str:
    """A key that names no choice."""
    return f"its right answer names {name!r}, which is none of its choices"
