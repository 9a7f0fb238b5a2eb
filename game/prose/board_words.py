"""The words of the teacher's board: what can be done from it, and what was done."""

from collections.abc import Mapping
from typing import Literal

from game.prose.exam import format_minutes, format_span
from game.prose.lines import count_noun

Refusal = Literal[
    "changed",
    "nobody",
    "number",
    "name",
    "taken",
    "no exam",
    "not begun",
    "over",
    "running",
    "no limit",
    "released",
    "not kept",
]
"""Why an act was not done."""

REFUSALS: Mapping[Refusal, str] = {
    "changed": "Not done: something has changed since this page was made. Look at it and press again.",
    "nobody": "Not done: nobody on the board is called so any more.",
    "number": "Not done: type a number of minutes, such as 5 or 2.5, up to 1440.",
    "name": "Not done: type the new pseudonym: letters or digits, at most 40 signs.",
    "taken": "Not done: another pupil has this pseudonym.",
    "no exam": "Not done: the class sits no exam now.",
    "not begun": "Not done: this exam has not begun.",
    "over": "Not done: this exam is handed in. Let the pupil in again first.",
    "running": "Not done: this exam is not handed in.",
    "no limit": "Not done: this exam has no time limit.",
    "released": "Not done: the sheets of this exam are out, so nobody can go on with it.",
    "not kept": "This machine could not write all of it. Look at what is shown, and press again where it is not done.",
}

FOR_ALL, FOR_ONE = "For all", "For this pupil"
MINUTES = "Minutes"
GIVE_ALL, GIVE = "Give all more time", "Give more time"
TAKE_BACK = "Take back the extra time not used yet"
HOLD_ALL, RELEASE_ALL, HOLD, RELEASE = "Stop all clocks", "Let all go on", "Stop the clock", "Let go on"
HELD_NOTE = "All clocks stand. Nobody can answer or begin."
CLOSE, OPEN = "Let nobody else join", "Let others join"
CLOSED_NOTE = "The class takes in nobody else."
NEW_CODE = "New class code"
GIVE_BACK = "Give this time back"
NEW_NAME, RENAME = "New pseudonym", "Rename"
RENAME_HINT = "Both names stand in the record. Questions and time stay as they are."
HAND_IN, LET_IN, SIGN_OUT = "Hand in for the pupil", "Let in again", "Sign out, with a new number"
LET_IN_HINT = "More minutes; without any, the time that was left."
SIGN_OUT_HINT = "The device that is in ends. Whoever has the new number goes on."
BACK = "Back to the board"
SEEN, HERE, NOT_SEEN = "Seen", "here", "not yet"
STATE, DONE, LEFT, EARLIER = "State", "Answered", "Time left", "Was called"
NUMBER = "Number, to go on at another device"
EXTRA, GAPS, NO_GAPS, LOST = "More time", "Class closed during the exam", "never", "Time lost by it"
ENDED, ENDINGS = "Handed in", {"candidate": "by the pupil", "time": "as the time was up", "teacher": "by you"}
RECEIPT = "Receipt"
HELD_TITLE = "The exam is stopped"
HELD_NOW = "Your teacher has stopped the exam. Nobody can begin now. Look again in a moment."
BY_TEACHER = "Your teacher has handed in what you had saved."


def describe_extended(name: str, seconds: float) -> str:
    """One pupil's end was moved.

    >>> describe_extended("Signal-63", 300), describe_extended("Signal-63", -60), describe_extended("Signal-63", 0)
    ('Signal-63 has 5:00 more.', '1:00 was taken back from Signal-63.', 'Nothing could be taken back from Signal-63.')
    """
    if seconds > 0:
        return f"{name} has {format_span(seconds)} more."
    if seconds < 0:
        return f"{format_span(-seconds)} was taken back from {name}."
    return f"Nothing could be taken back from {name}."


def describe_extended_all(pupils: int, minutes: float) -> str:
    """All ends were moved.

    >>> describe_extended_all(2, 5), describe_extended_all(1, -5)
    ('2 pupils have 5 minutes more.', 'Taken back from 1 pupil: 5 minutes, or what was left of them.')
    """
    who = count_noun(pupils, "pupil")
    if minutes < 0:
        return f"Taken back from {who}: {format_minutes(-minutes)}, or what was left of them."
    return f"{who} {'has' if pupils == 1 else 'have'} {format_minutes(minutes)} more."


def describe_held_all(pupils: int) -> str:
    """All clocks stand."""
    return f"All clocks stand: {count_noun(pupils, 'pupil')}. Nobody can begin."


def describe_released_all(pupils: int) -> str:
    """All clocks run."""
    return f"All clocks run again: {count_noun(pupils, 'pupil')}."


def describe_given_back(pupils: int, seconds: float) -> str:
    """The time of an outage was given back."""
    return f"{count_noun(pupils, 'pupil')} {'has' if pupils == 1 else 'have'} up to {format_span(seconds)} more."


def describe_outage(pupils: int, seconds: float) -> str:
    """Time that was lost because this machine was away."""
    return (
        f"This class was not open for up to {format_span(seconds)} while {count_noun(pupils, 'pupil')} had an exam "
        "running. The clocks ran on."
    )


def describe_held(name: str) -> str:
    """One clock stands."""
    return f"The clock of {name} stands."


def describe_released(name: str) -> str:
    """One clock runs."""
    return f"The clock of {name} runs again."


def describe_renamed(old: str, name: str) -> str:
    """A pupil has another name."""
    return f"{old} is {name} from now on."


def describe_handed_in(name: str) -> str:
    """An exam was handed in by the teacher."""
    return f"Handed in for {name}."


def describe_let_in(name: str, minutes: float) -> str:
    """A pupil goes on.

    >>> describe_let_in("Signal-63", 0), describe_let_in("Signal-63", 5)
    ('Signal-63 goes on.', 'Signal-63 goes on, with 5 minutes more.')
    """
    return f"{name} goes on{f', with {format_minutes(minutes)} more' if minutes else ''}."


def describe_signed_out(name: str, number: str) -> str:
    """A pupil has no device."""
    return f"{name} is signed out. The new number is {number}."


def describe_code(code: str) -> str:
    """There is another code."""
    return f"The class code is {code} now. Who is in stays in."


def describe_openness(*, is_open: bool) -> str:
    """Whether others can join."""
    return "Others can join again." if is_open else "Nobody else can join. Who is in stays in."


def describe_ago(seconds: float) -> str:
    """How long ago a pupil was seen.

    >>> describe_ago(125)
    '2:05 ago'
    """
    return f"{format_span(seconds)} ago"


def describe_gap(seconds: float, why: str) -> str:
    """A time in which an exam was not open.

    >>> describe_gap(125, "ended"), describe_gap(-70, "clock changed"), describe_gap(9, "away")
    ('2:05 (program ended)', '-1:10 (clock changed)', '0:09 (computer off or asleep)')
    """
    names = {"ended": "program ended", "away": "computer off or asleep", "away, unknown": "computer off, time unknown"}
    return f"{'-' if seconds < 0 else ''}{format_span(abs(seconds))} ({names.get(why, why)})"
