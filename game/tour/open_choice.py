"""What a line means to a choice that is open: that it is left, that help is wanted, or nothing that can be told."""

from game.core.names import words
from game.tour.choices import Choices
from game.tour.commands import Act
from game.tour.events import ChoiceHelped, ChoiceLeft, ChoiceUnread, NotUnderstood
from game.tour.parser.reading import Reading
from game.tour.state import State
from game.tour.verbs.verb import split_words
from game.tour.verdicts import read_why

_LEAVING = split_words(
    "cancel, never mind, nevermind, later, not now, leave it, leave it open, skip, skip it, skip this, forget it, "
    "stop, none of these, none of them, none of the above, i give up, give up, pass"
)
_UNSURE = split_words(
    "hint, help, help me, which, which one, which one is right, which is right, which one then, ok so which one then, "
    "so which one, which one should i choose, which should i choose, what should i choose, what do i choose, how, "
    "how do i choose, how do i know, how do i decide, not sure, i am not sure, i'm not sure, im not sure, "
    "i don't know, "
    "i dont know, i do not know, idk, dunno, no idea, what, huh, what is right, what now, "
    "what should i do, what do i do"
)
_SAID = ("say", "no", "yes", "maybe", "ok", "lost", "wtf")
"""Acts that may have been meant as a choice."""


def is_unsure(line: str) -> bool:
    """Whether a player asks how to choose."""
    return " ".join(words(line)) in _UNSURE or read_why(line) is not None


def read_beside(line: str, choices: Choices) -> ChoiceHelped | ChoiceLeft | None:
    """What a line says of an open choice without choosing; None where it is about other things."""
    typed = " ".join(words(line))
    if typed in _LEAVING:
        return ChoiceLeft(subject=choices.subject)
    if choices.subject != "choosing" and is_unsure(line):
        return ChoiceHelped(subject=choices.subject, numbers=choices.numbers)
    return None


def read_unread(reading: Reading, choices: Choices) -> ChoiceUnread | None:
    """That a line means nothing, or nothing but words, while a choice waits; None for a line that does something."""
    command = reading.command
    is_unknown = command is None and any(isinstance(each, NotUnderstood) for each in reading.said)
    is_talk = command is not None and isinstance(command.object, Act) and command.object.act in _SAID
    return ChoiceUnread(numbers=choices.numbers) if is_unknown or is_talk else None


def ends_choice(before: State, after: State) -> bool:
    """Whether a turn leaves an open choice behind: the player walked on, was asked something, or did what it asks."""
    kept = (
        before.room == after.room
        and after.turn >= before.turn
        and not after.asking
        and before.compared == after.compared
        and before.closed == after.closed
        and before.wires == after.wires
        and before.draft == after.draft
        and before.filed == after.filed
    )
    return not kept
