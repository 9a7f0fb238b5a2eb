"""The words about commands at a question: what HELP lists, and why a command is refused.

Every refusal gives its reason, in a table that the type checker proves complete. A command that is just "no answer
here" leaves a player guessing whether it was the word or the moment that was wrong.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, TypedDict

from game.pack.world import World
from game.prose.lines import Line
from game.prose.own_words import Sentences
from game.quiz.command_words import TourRefusal

PRACTICE_COMMANDS = {
    "hint": "where the answer is told",
    "source": "where the facts stand; SOURCE LAST, those of the question before",
    "read": "read it in context; READ LAST, the question before",
    "skip": "pass; it counts as wrong and comes again",
    "score": "how you are doing",
    "help": "this list",
    "leave": "end this practice",
}
"""What HELP lists in practice: word -> what it does, in this order."""

EXAM_COMMANDS = {
    "next": "the next question",
    "back": "the one before",
    "list": "which questions are answered and which flagged",
    "flag": "mark a question to look at it again, or take the mark away",
    "clear": "take an answer back",
    "time": "how much is left",
    "hand in": "end the exam, after asking",
    "leave": "go without handing in, after asking",
    "help": "this list",
}
"""What HELP lists in every exam: word -> what it does, in this order."""

OPTIONAL_EXAM_COMMANDS = {"pause": "stop the clock", "notes": "search your notebook: NOTES WORD"}
"""What HELP lists only where the rules allow it."""

PracticeRefusal = Literal["back", "list", "go to", "clear", "flag", "notes", "time", "pause"]
"""Commands that practice refuses."""

# A TypedDict and not a dict: the type checker reports a command that gets no reason.
_PracticeRefusalTable = TypedDict(
    "_PracticeRefusalTable",
    {"back": str, "list": str, "go to": str, "clear": str, "flag": str, "notes": str, "time": str, "pause": str},
)

_PRACTICE_REFUSALS: _PracticeRefusalTable = {
    "back": "There is no way BACK in practice: an answer was marked at once. SOURCE LAST tells where it stands.",
    "list": "There is no LIST in practice: the questions come one by one. SCORE tells how you are doing.",
    "go to": "Practice asks one question after the other, so none can be chosen. SKIP passes this one.",
    "clear": "UNDO takes back nothing in practice: an answer was marked at once.",
    "flag": "FLAG is for exams: what you miss in practice comes again by itself.",
    "notes": "There are no NOTES in practice: HINT tells where the answer is told, and READ shows that place.",
    "time": "Practice has no clock: take all the time you want.",
    "pause": "Practice has no clock to stop. LEAVE ends it; what you answered is kept.",
}

_TourRefusalTable = TypedDict(
    "_TourRefusalTable",
    {
        "list": str,
        "clear": str,
        "flag": str,
        "pause": str,
        "hand in": str,
        "source last": str,
        "read": str,
        "read last": str,
        "back": str,
    },
)

_TOUR_REFUSALS: _TourRefusalTable = {
    "list": "There is no LIST here: one question waits. PROGRESS tells what is left in each {place}.",
    "clear": "There is no answer to CLEAR: the question waits for one. UNDO takes back the last turn.",
    "flag": "There is nothing to FLAG: one question waits, and SKIP puts it aside.",
    "pause": "There is no need to PAUSE: the question waits as long as you like.",
    "hand in": "There is nothing to HAND IN: an answer is marked at once. SKIP puts the question aside.",
    "source last": "SOURCE LAST belongs to PRACTICE. Here SOURCE tells where the text you read last comes from.",
    "read": "READ needs a thing here: READ and its name. HINT tells where to look.",
    "read last": "READ LAST belongs to PRACTICE. Here READ and a name looks at a thing.",
    "back": "The question waits; to walk on leaves it unanswered. EXITS lists the ways.",
}


QUIZ_WORDS = Sentences("at-a-question", {command: str(text) for command, text in _TOUR_REFUSALS.items()})


def explain_tour_refusal(command: TourRefusal, world: World) -> str:
    """Why a command of practice or of an exam does nothing at a question of the tour."""
    return QUIZ_WORDS.say(world, command)


def render_practice_refusal(command: PracticeRefusal) -> Line:
    """Why practice does not do a command."""
    return Line(_PRACTICE_REFUSALS[command], "refused")


ExamRefusal = Literal["hint", "source", "source last", "read", "read last", "score", "pause", "notes"]
"""Commands that an exam refuses: always, except PAUSE and NOTES, which the rules can allow."""


class _ExamRefusalTable(TypedDict):
    """The reason for each refusal but SOURCE LAST and READ LAST, which are refused as SOURCE and READ are."""

    hint: str
    source: str
    read: str
    score: str
    pause: str
    notes: str


# A TypedDict and not a dict: the type checker reports a command that gets no reason.
_EXAM_REFUSALS: _ExamRefusalTable = {
    "hint": "HINT is closed in an exam: it would give the answer away.",
    "source": "SOURCE is closed in an exam: a source would give the answer away.",
    "read": "READ is closed in an exam: the place where it is told would give the answer away.",
    "score": "There is no SCORE before you hand in: nothing is marked yet. LIST tells which questions are answered.",
    "pause": "This exam cannot be paused.",
    "notes": "The notebook is closed during this exam.",
}


def render_exam_refusal(command: ExamRefusal) -> Line:
    """Why an exam does not do a command."""
    match command:
        case "source last":
            reason = _EXAM_REFUSALS["source"]
        case "read last":
            reason = _EXAM_REFUSALS["read"]
        case _:
            reason = _EXAM_REFUSALS[command]
    return Line(reason, "refused")


def render_quiz_help(commands: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """What can be typed in a quiz session.

    Args:
        commands: The word of each command, and what it does.
    """
    yield Line("What you can type", "heading")
    yield Line("An answer: the line under each question says how.", "option", is_tight=True)
    yield from (Line(f"{line.upper()}: {text}.", "option", is_tight=True) for line, text in commands)
