"""The words of the page on which a teacher sets up a class."""

from collections.abc import Mapping
from typing import Literal

from game.prose.lines import count_noun

SET_UP, BACK_TO_SET_UP = "Set up the class", "Back to the set-up"
WHAT_NOW = "What the class does"
MODES: Mapping[Literal["exam", "practice", "tour", "live"], tuple[str, str]] = {
    "exam": ("Exam", "Each pupil answers alone. The clock is kept here; nobody sees a mark before you show it."),
    "practice": ("Practice", "Each pupil answers alone and is told at once; what was missed comes back."),
    "live": ("Live round", "You open one question, all answer it, the wall shows what the class thinks, then the key."),
    "tour": ("Tour", "Each pupil plays the whole tour, with notebook and report."),
}
"""Mode -> its name and what it means."""

TITLE, TITLE_HINT = "Title", "What pupils read above it. Empty: the title of the tour."
QUESTIONS, NO_QUESTIONS = "Questions", "No question is chosen yet."
DRAW, HOW_MANY, TOPIC, EVERYTHING, LEVELS = "Draw them", "How many", "About", "everything", "Levels"
SEED, SEED_HINT = "Seed", "The same number draws the same questions again. Empty: any."
CODE, CODE_HINT = "Code of a paper", "From a printed paper, or from carriages exam."
TAKE_CODE, PICK = "Take this paper", "Pick by hand …"
ANOTHER, REMOVE = "Another instead", "Take out"
SHOW_ANSWER, RIGHT_IS = "Show the answer", "Right is"
PICK_IN, KEEP_PICKS, OTHER_ROOMS, PICKED = "Pick questions", "Keep these", "Other rooms", "chosen"
PAPER_CODE = "Code of this paper"

TIME = "Time of an exam"
MINUTES, MINUTES_HINT = "Minutes", "For each pupil, from the moment he or she begins. 0 or empty: no limit."
END, END_HINT = "Common end", "A time such as 10:45. Empty: none."
LATE, LATE_HINT = "Late join", "With a common end: minutes after the beginning in which one may still begin."
MORE_TIME, MORE_TIME_HINT = "More time", "A pseudonym and a factor in each line, such as: Guard-05 1.25"
ONLY, ONLY_HINT = "Only these pupils", "A pseudonym in each line. Empty: everybody who has the code."
SHEETS = "Sheets for pupils"
SHEETS_HINT = (
    "With the own marks, the right answers and why. An exam is over when all have handed in and nobody can begin it: a "
    "common end has passed, or all who may join have joined."
)
SHEET_RULES = {
    "asked": "when I release them",
    "end": "as soon as the exam is over for all",
    "never": "never in the browser",
}
WAITS = "Pupils wait until I let them begin"
OPENS_BOOK = "Open book: pupils may search what they noted on the tour of this class"
SAVE, OPEN = "Keep the set-up", "Open the class"
SAVED = "The set-up is kept. The class goes on as before."
OPENED = "The class is open."
BEGIN_NOW = "Let them begin"
MAY_BEGIN = "They may begin now."
MAY_BEGIN_EXAM = "They may begin now. Each presses “Begin the exam”."

BAD_FACTORS = "In each line a pseudonym, a blank, and a factor from 1 to 10."
LATE_WITHOUT_END = "Late join needs a common end and minutes."
NOTHING_TO_ASK = "Choose questions first: draw some, take a paper, or pick them."
END_FAULTS: Mapping[Literal["bad", "past"], str] = {
    "bad": "A time such as 10:45, or a date and a time with T between them.",
    "past": "This time has passed. For another day, write its date, too: 2026-12-03T10:45.",
}
BAD_CODE = "This code draws no paper"
NO_PACK = "The rooms cannot be used, so no questions can be drawn. carriages check tells what is wrong."
STILL_ANSWERING = "Pupils are answering now. What they have answered is kept, and they leave it. Press again to do it."
OPEN_ALL_THE_SAME = "Open it all the same"


def describe_bad_number(least: int, most: int) -> str:
    """A number out of its limits."""
    return f"A number from {least} to {most}."


def count_questions(number: int) -> str:
    """How many questions are chosen."""
    return count_noun(number, "question")


def describe_fewer(drawn: int, wanted: int) -> str:
    """Fewer questions than wanted can be drawn."""
    return f"Only {count_noun(drawn, 'question')} of {wanted} can be drawn so: others ask for the same facts."


def describe_level(level: int) -> str:
    """A level."""
    return {1: "level 1, the easiest", 3: "level 3, the hardest"}.get(level, f"level {level}")
