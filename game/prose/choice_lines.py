"""Open choices as lines: that one waits, how one decides, and why what was chosen is right or wrong."""

from collections.abc import Sequence

from game.pack.ledger import Judgement
from game.prose.compare_lines import JUDGEMENTS
from game.prose.lines import Line, join_words
from game.tour.events import (
    ChoiceHelped,
    ChoiceLeft,
    ChoiceOpen,
    ChoiceSubject,
    ChoiceUnread,
    ClippingExplained,
    JudgementExplained,
    LineExplained,
    SentenceExplained,
)
from game.tour.wires import WireAnswer

WHEN_RIGHT: dict[Judgement, str] = {
    "contradict": "Two notes contradict each other if they cannot both be true.",
    "differ": "Two notes differ if they do not say the same, and yet both can be true.",
    "surer": "One note is surer if both tell the same, and only one of them passes it on or says “likely”.",
    "agree": "Two notes agree if both say the same, and both are as sure.",
    "none": "Nothing is between two notes if they speak of two different matters.",
}
"""When each judgement is the right one."""

HOW_TO_CHOOSE: dict[ChoiceSubject, str] = {
    "judging": (
        "Ask yourself: do both notes speak of the same matter and the same time? Can both be true? Is one of them "
        "surer? A wrong judgement costs nothing."
    ),
    "closing": (
        "Take the sentence that says no more than your notes. Look for a name, a date or a “likely” that was left "
        "out. A wrong choice costs nothing."
    ),
    "printing": (
        "A stated note is printed plainly, a reported one with the name, an unsure one with a hedge. What is shown in "
        "a picture is printed as that."
    ),
    "choosing": "Each of them stands above with its number.",
}
"""How one decides, without the answer."""

LEFT: dict[ChoiceSubject, str] = {
    "judging": "You leave it open. COMPARE and the two numbers ask you again.",
    "closing": "You leave it open. CLOSE asks you again.",
    "printing": "You leave it open. Nothing is printed yet.",
    "choosing": "You leave it open.",
}
"""What is said to a player who does not want to choose now."""

WHY_ANSWERED: dict[WireAnswer, str] = {
    "stands": "Your line is news, and it is printed as surely as its source says it.",
    "no-news": "Your line is true, but few readers waited for it. Only news brings trust.",
    "needless-hedge": "The article states it flatly. A line with a hedge says less than we know.",
    "no-name": "The article passes on what somebody said. Such a line needs the name of who says so.",
    "no-hedge": "The article is not sure of it. Such a line needs a hedge, as “likely” or “reportedly”.",
    "picture-untold": "We know it from a picture. Such a line has to say so.",
    "no-picture": "No picture shows it, so it cannot be printed as what a picture shows.",
    "rumour": "The article tells it as a rumour. Such a line has to say that it is one.",
    "one-side": "The articles differ on it, and your line gave one side alone.",
    "silence": "You sent no line, so there is none to explain.",
}
"""Why the editor said what was said to a line."""


def _ask_numbers(numbers: Sequence[int]) -> str:
    return join_words([str(number) for number in numbers], "or")


def render_open_choice(event: ChoiceOpen) -> tuple[Line, ...]:
    """A choice that still waits."""
    return (Line(f"Your choice is still open: {_ask_numbers(event.numbers)}.", "note"),)


def render_help(event: ChoiceHelped) -> tuple[Line, ...]:
    """How one decides."""
    return (Line(f"{HOW_TO_CHOOSE[event.subject]} Type {_ask_numbers(event.numbers)}.", "note"),)


def render_unread(event: ChoiceUnread) -> tuple[Line, ...]:
    """That a line names none of the choices, and what does."""
    numbers = _ask_numbers(event.numbers)
    return (Line(f"I cannot tell which one you choose. Type its number: {numbers}. CANCEL leaves it open.", "note"),)


def render_left(event: ChoiceLeft) -> tuple[Line, ...]:
    """That nothing was chosen, and how the choice comes back."""
    return (Line(LEFT[event.subject], "note"),)


def render_judgement(event: JudgementExplained) -> tuple[Line, ...]:
    """Why a judgement is right or wrong of two notes."""
    right = event.comparison.judgement
    told = WHEN_RIGHT[event.judged]
    if event.judged != right:
        told = f"{told} That is not so here. {JUDGEMENTS[right]}"
    return (Line(f"{told} {event.comparison.wording}"),)


def render_sentence(event: SentenceExplained) -> tuple[Line, ...]:
    """Why a sentence can be printed or not; nothing of one that may still be chosen."""
    if event.is_kept_back:
        return (Line("Choose it, and your editor tells you. A wrong choice costs nothing.", "note"),)
    if event.overreach is not None:
        return (Line(f"It says more than your notes do. {event.overreach.because}"),)
    return (Line("It says what your notes say and no more. It keeps who says so, and how sure they are."),)


def render_line(event: LineExplained) -> tuple[Line, ...]:
    """What the editor found in a line."""
    return (Line(WHY_ANSWERED[event.answer]),)


def render_clipping(event: ClippingExplained) -> tuple[Line, ...]:
    """What a clipping does wrong."""
    return (Line(f"“{event.clipping.says}” {event.clipping.slip} Your note says: {event.fact.claim}"),)


def render_objection() -> tuple[Line, ...]:
    """That a judgement can be doubted, and how to keep the doubt."""
    return (Line("You may see it otherwise. A line that begins with * keeps your objection.", "note", is_tight=True),)
