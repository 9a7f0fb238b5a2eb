"""The words of a live round: one question at a time, which the teacher opens and all answer."""

from collections.abc import Sequence

from game.prose.lines import count_noun

LIVE, LIVE_BADGE = "Live round", "LIVE"
GET_READY = "Get ready"
WAIT_FOR_FIRST = "Your teacher opens the first question in a moment. This page shows it by itself."
ANSWER, CHANGE_ANSWER = "Answer", "Change my answer"
NOT_ANSWERED = "Not answered yet. No points for speed: take your time until your teacher closes the question."
KEPT = "Kept. You can change it until your teacher closes the question."
NO_ANSWER = "This is no answer yet. Choose or type one, then press Answer."
NOT_KEPT = "Not kept: the teacher’s machine could not write. Tell your teacher, and press Answer again."
CAME_LATE = "The question was closed before this arrived, so it is not counted."
CLOSED = "Closed. Look at the wall: it shows what the class thinks."
YOUR_ANSWER, NONE_GIVEN = "Your answer", "You gave no answer."
OVER, OVER_NOTE = "The round is over", "Thank you. Your answers are kept."
RECEIPT = "Receipt"

WAITS, OPEN, ASKED, TOLD = "not asked yet", "open", "closed", "told"
OPEN_FIRST, OPEN_NEXT, OPEN_THIS, OPEN_AGAIN = "Open the first question", "Open the next question", "Open", "Open again"
CLOSE, TELL, END, END_NOW = "Close the question", "Show the key", "End the round", "End the round now"
ENTER_NOTE = "Enter presses the gold button."
WHAT_COMES = {
    "ready": "Pupils wait. Opening a question shows it on every device.",
    "open": "All answer on their devices, and can change their answer until you close the question.",
    "closed": "The wall shows what the class thinks. Talk about it before you show the key.",
    "told": "The wall and each device show the key, why it is right, and its source.",
    "over": "All answers are handed in. The class can be set up for something else.",
}
"""What goes on in each step, for the teacher."""
ALL_QUESTIONS = "Questions of the round"
OTHER_MODE = "The class is not in a live round. Choose “Live round” when you set it up."
NO_KEY = "The key cannot be shown: this class has no file with the keys of its questions, or not their pack."
FACT_CHOSEN = "Fact that proves it"
RIGHT = "right"


def name_question(number: int, total: int) -> str:
    """The heading of a question."""
    return f"Question {number} of {total}"


def name_row(number: int, state: str) -> str:
    """A question in the list of the round, for those who do not see its place."""
    return f"question {number}, {state}"


def count_answered(answered: int, pupils: int) -> tuple[str, str]:
    """How many have answered: the number, and of how many."""
    return str(answered), f"of {pupils} {'has' if answered == 1 else 'have'} answered"


def describe_answered(answered: int, pupils: int) -> str:
    """How many have answered."""
    return " ".join(count_answered(answered, pupils))


def count_asked(asked: int, total: int) -> str:
    """How many questions were asked."""
    return f"{count_noun(asked, 'question')} of {total} asked"


def count_others(number: int) -> str:
    """Answers that are not shown one by one."""
    return count_noun(number, "other answer")


def join_steps(steps: Sequence[str]) -> str:
    """An order in one line."""
    return " → ".join(steps)


def join_picked(texts: Sequence[str]) -> str:
    """Several options in one line."""
    return "; ".join(texts)


def join_pairs(pairs: Sequence[tuple[str, str]]) -> str:
    """Pairs in one line."""
    return "; ".join(f"{left}: {right}" for left, right in pairs)
