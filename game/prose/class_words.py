"""The words of a class in the browser: joining, waiting, an exam, the teacher's board."""

from collections.abc import Mapping
from typing import Literal

from game.prose.exam import format_span
from game.prose.lines import count_noun

JoinFault = Literal["code", "name", "taken", "number", "often", "full", "closed", "unknown", "not kept"]
"""Why somebody cannot join."""

CLASS_TITLE = "Class"
JOIN, CODE, CODE_HINT = "Join the class", "Class code", "Six letters and digits, from your teacher."
NAME, NAME_HINT = "Your pseudonym", "Made up, or from your slip, such as Signal-63. Not your own name."
NUMBER, NUMBER_HINT = "Your number", "The six digits on the page of your other device."
ENTER = "Join"
JOIN_NOTE = "One cookie keeps your place. Nothing else is stored in this browser."
ERROR_TITLE = "Error"

JOIN_FAULTS: Mapping[JoinFault, str] = {
    "code": "No class has this code. Look at it once more: there is no 0, O, 1 or I in it.",
    "name": "Type the pseudonym from your slip: letters or digits, at most 40 signs.",
    "taken": "Somebody is in under this pseudonym. If that is you, type your number; if not, ask your teacher.",
    "number": "That is not the number. It stands on the page of the other device; or ask your teacher.",
    "often": "That was tried too often. Wait a minute, then try again.",
    "unknown": "This pseudonym is not on your teacher’s list. Look at your slip once more, or ask your teacher.",
    "closed": "This class takes in nobody more. Ask your teacher.",
    "full": "This class is full. Ask your teacher.",
    "not kept": "You are not in yet: the teacher’s machine could not write. Tell your teacher, and try again.",
}

YOU_ARE_IN = "You are in, "
NUMBER_NOTE = "Write it down. With it you can go on at another device, where this one then ends."
BEGIN_EXAM, BEGIN_NOTE = "Begin the exam", "Your time begins when you press this."
TOO_LATE = "It is too late to begin this exam. Ask your teacher."
NOT_BEGUN = "Your teacher has not opened it yet. Look again in a moment."
NOT_KEPT = "Your exam could not be begun, because the teacher’s machine could not write. Tell your teacher."
DAMAGED = (
    "You have begun this exam, but the file of your answers cannot be read. It cannot be begun anew. Tell your teacher."
)
END_NOT_KEPT = "Over, and not kept yet"
END_NOT_KEPT_NOTE = (
    "The teacher’s machine cannot write your last answers. They are still in its memory, and it tries again each "
    "second. Tell your teacher, and leave this page open until it shows your receipt."
)

WAITING = "Wait for your teacher. This page shows by itself when it goes on; or press “Look again”."
PAUSE, PAUSED, GO_ON_NOW = "Pause", "Paused", "Go on"
PAUSED_NOW = "Your clock stands. It goes on when you press “Go on”."
OPEN_NOTEBOOK, NOTEBOOK, BACK_TO_EXAM = "Search your notebook", "Your notebook", "Back to the question"
SEARCH, SEARCH_HINT = "Search for", "One word or more. Empty: all of it."
NO_NOTEBOOK = "You have noted nothing on the tour of this class."
NOTHING_FOUND = "No note has these words."
GONE_ON, GO_THERE = "Your teacher has opened something else.", "Go there"
WHAT_COMES = "What comes"
SAVE, FLAG, UNFLAG, CLEAR, HAND_IN = "Save and next", "Flag", "Take the flag away", "Take back", "Hand in …"
NOT_ANSWERED, KEPT = "Not answered yet.", "Kept. You can change it until you hand in."
ALL_QUESTIONS = "All questions"
ANSWERED, FLAGGED, OPEN = "answered", "flagged", "open"
YOUR_ANSWER, CHOOSE_LETTER, WHICH_FACT = "Your answer", "Choose a letter", "Which fact proves it?"
EARLIER, LATER = "Earlier", "Later"
YES_HAND_IN, NO_GO_ON = "Yes, hand in", "No, go on"
HANDED_IN = "Handed in"
RECEIPT, RECEIPT_NOTE = "Receipt", "Write it down; your teacher’s list shows the same."
BY_TIME = "Your time was up. All that you had saved was handed in."
TIME_LEFT = "left"

ANSWER, HINT, PASS, NEXT_QUESTION, PRACTISE_AGAIN = "Answer", "Hint", "Pass", "Next question", "Practise again"
PRACTICE_OPENING = "You are told at once what is right. What you miss comes back at the end."
ONCE_MORE = "Once more"
PRACTICE_OVER = "Practised"
NO_ANSWER_YET = "That answers nothing yet. Choose or type an answer, then press “Answer”."
ANSWER_NOT_KEPT = "Not kept: your teacher’s machine could not write. Try again in a moment."

BOARD, LOOK_AGAIN = "Class board", "Look again"
STATES: Mapping[str, str] = {
    "waiting": "waiting",
    "ready": "may begin",
    "answering": "answering",
    "held": "stopped",
    "paused": "paused",
    "over": "handed in",
    "practising": "practising",
    "done": "through",
    "touring": "on the tour",
    "filed": "page printed",
}
ADDRESS, ON_THIS_MACHINE = "Address for pupils", "On this computer"
NO_REACH = {
    "here": "No phone can open this class now, only this computer. To let phones in, close the class in its terminal "
    "(Ctrl-C), and open it again with: carriages class --lan",
    "no network": "No phone can open this class now: this computer is in no network. Join one, then load this "
    "page again.",
}
"""Why nobody else can open a class -> what is said of it on its board and on the wall."""
PUPIL, STATE, PROGRESS, LEFT_HEAD = "Pseudonym", "State", "Done", "Time left"
OPEN_WALL = "Open the wall for the projector"
NOBODY = "Nobody is in yet."
FOR_TEACHER = "This page is for the teacher: open it with the address that the program printed."


def name_question(number: int, total: int) -> str:
    """The heading of a question."""
    return f"Question {number} of {total}"


def describe_question(number: int, *, is_answered: bool, is_flagged: bool) -> str:
    """A question in the list, for those who do not see its signs."""
    states = [ANSWERED if is_answered else OPEN, *([FLAGGED] if is_flagged else [])]
    return f"Question {number}: {', '.join(states)}"


def describe_left(seconds: float) -> str:
    """The time that is left."""
    return f"{format_span(seconds)} {TIME_LEFT}"


def count_in(number: int) -> str:
    """How many are in the class."""
    return f"{count_noun(number, 'pupil')} in"


def count_answered(answered: int, total: int) -> str:
    """How far a pupil has come."""
    return f"{answered} of {total}"


def describe_unkept(progress: str) -> str:
    """How far a pupil has come whose last answers could not be written."""
    return f"{progress}; the last are not kept yet, because this machine cannot write"


def describe_damaged_file(name: str) -> str:
    """A file of a pupil that cannot be read."""
    return f"cannot begin: {name} cannot be read. Move it out of the folder to let the pupil begin anew"


def render_class_ready(url: str, code: str, board: str, wall: str) -> str:
    """What the teacher reads when the class is open."""
    return (
        f"Pupils open {url} and type the code {code}\nYour board, for you alone: {board}\n"
        f"The wall for the projector, which shows no name: {wall}"
    )


def render_class_kept(folder: object, exam: object) -> str:
    """Where the answers are, and how they are marked."""
    return (
        f"Answers are kept in {folder}. Ctrl-C closes the class; the same command opens it again.\n"
        f"To mark: carriages results collect {folder} --exam {exam} --from-class"
    )


def render_class_to_set_up(folder: object) -> str:
    """What the teacher does next where no exam was named."""
    return (
        f"Set the class up on your board. All of it is kept in {folder}.\n"
        "Ctrl-C closes the class; the same command opens it again."
    )


def describe_place(place: int, total: int) -> str:
    """Where a step of an order is now, for those who do not see it."""
    return f"Now {place} of {total}"
