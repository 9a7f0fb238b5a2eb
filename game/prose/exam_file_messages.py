"""The messages of the commands that make, hand out and take an exam that is a file."""

from collections.abc import Sequence
from datetime import datetime

from game.prose.lines import count_noun, join_words

SHIPPED_KEYS = (
    "Note: these questions are of the built-in pack, which every candidate can open. For a real exam use questions of "
    "your own (--pack)."
)


def render_made_exam(path: object, questions: int, minutes: float) -> str:
    """The file of an exam was made."""
    time = f"{minutes:g} minutes" if minutes else "no time limit"
    what = f"{count_noun(questions, 'question')}, {time}"
    return f"{path}: {what}. It holds the keys; keep it. For the candidates: carriages exam hand-out {path}"


def render_handed_out(path: object, questions: int) -> str:
    """The file for the candidates was written."""
    return (
        f"{path}: {count_noun(questions, 'question')} and the rules, no key. Start: carriages exam {path} --name NAME"
    )


def describe_own_file(path: object) -> str:
    """The file for the candidates would replace the teacher's."""
    return f"{path} is your own file with the keys; choose another one with -o"


def describe_candidates_file(path: object) -> str:
    """The file of the candidates in place of the teacher's."""
    return f"{path} is the file for the candidates, which holds no key; name your own file of the exam"


def describe_rules_in_file(path: object, options: Sequence[str]) -> str:
    """Rules on the command line for an exam that has its own."""
    return f"the rules stand in {path}: leave out {join_words(list(options))}"


def describe_handed_in(candidate: str) -> str:
    """A second attempt at an exam."""
    return f"{candidate} has already handed in this exam"


def describe_too_late(last: datetime) -> str:
    """It is too late to begin."""
    return f"this exam could be begun until {last:%H:%M on %d %B %Y}; ask your teacher"


def describe_no_candidate(text: str) -> str:
    """A figure for nobody."""
    return f"expected a candidate and a figure, as Stoker-07=1.25; found {text!r}"


def describe_factor_without_minutes() -> str:
    """A factor for an exam without a limit."""
    return "--factor extends a time limit, so it needs --minutes"


def describe_late_without_end() -> str:
    """A late beginning of an exam that has no beginning."""
    return "--late counts from the beginning, which is --end less --minutes: it needs both"


def describe_bad_end(text: str) -> str:
    """A time that is none."""
    return f"--end expects a time such as 10:45 or 2026-12-03T10:45+01:00; found {text!r}"


def describe_past_end(text: str) -> str:
    """A time that has passed."""
    return f"--end {text} has passed; give a date too, such as 2026-12-03T10:45"
