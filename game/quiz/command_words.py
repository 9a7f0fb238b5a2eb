"""The words that are commands wherever a question waits: in practice, in an exam and in the tour.

There is one table of words, because a word that means one thing in practice and another in an exam costs a candidate
marks. Practice and exams read every line here. The tour has its own, much larger grammar; it comes here only for the
words that its grammar does not know, so that it can say why they do nothing at its questions.

This module does not know what a command does, nor whether it is allowed: the policies of a quiz session decide that.
"""

from typing import Literal

from msgspec import Struct

from game.pack.kinds import Response, Shown, describe_form, read_response

QuizCommand = Literal[
    "next",
    "back",
    "go to",
    "list",
    "repeat",
    "skip",
    "clear",
    "flag",
    "hint",
    "source",
    "source last",
    "read",
    "read last",
    "notes",
    "time",
    "score",
    "pause",
    "hand in",
    "leave",
    "help",
]
"""All commands. A policy does each of them or refuses it with a reason; the type checker finds one that is left out."""

TourRefusal = Literal["list", "clear", "flag", "pause", "hand in", "source last", "read", "read last", "back"]
"""Commands that mean nothing at a question in the tour. The others are the tour's own verbs, and do there what they do
anywhere in it: UNDO takes back a turn, NEXT walks on and leaves the question."""

# UNDO is a word for CLEAR: both take back an answer, and two different refusals would confuse the player. END is a word
# for HAND IN, because in an exam it must be asked about before it is done; practice has nothing to hand in, and ends by
# either word.
COMMAND_WORDS: dict[QuizCommand, tuple[str, ...]] = {
    "next": ("next", "n", "", "continue", "go on"),
    "back": ("back", "p", "previous", "prev"),
    "go to": (),
    "list": ("list", "l", "overview", "questions", "map"),
    "repeat": ("repeat", "again"),
    "skip": ("skip", "pass", "i don't know", "dunno", "no idea", "don't know"),
    "clear": ("clear", "undo", "take back", "erase"),
    "flag": ("flag", "unflag", "flag it", "mark it"),
    "hint": ("hint", "h", "clue"),
    "source": ("source", "s", "sources", "show source"),
    "source last": ("source last",),
    "read": ("read", "r", "context", "read it in context", "read it", "where"),
    "read last": ("read last",),
    "notes": ("notes", "notebook", "journal"),
    "time": ("time", "clock", "how long"),
    "score": ("score",),
    "pause": ("pause",),
    "hand in": ("hand in", "submit", "finish", "done", "handin", "hand it in", "end"),
    "leave": ("leave", "quit", "q", "exit", "stop", "bye"),
    "help": ("help", "commands", "verbs", "?"),
}
"""Command -> its words, its own first. GO TO has none: it needs the number of a question."""

COMMAND_BY_WORD: dict[str, QuizCommand] = {word: command for command, words in COMMAND_WORDS.items() for word in words}
"""Word -> the command it is."""

WORDS_BEFORE_NUMBER = ("go", "go to", "to", "question", "no", "number")
"""Words before the number of a question."""


class TypedCommand(Struct, frozen=True):
    """A command as it was typed."""

    command: QuizCommand
    argument: str = ""
    """The word that NOTES searches for, or the number that GO TO names."""


def read_command(line: str) -> TypedCommand | None:
    """The command that a line is; None when it is none.

    >>> read_command("Undo."), read_command("notes swiss cheese"), read_command("go to 7"), read_command("7")
    (TypedCommand(command='clear', argument=''), TypedCommand(command='notes', argument='swiss cheese'), \
TypedCommand(command='go to', argument='7'), None)
    """
    typed = " ".join(line.split()).casefold().strip(".!")
    if (command := COMMAND_BY_WORD.get(typed)) is not None:
        return TypedCommand(command)
    first, _, rest = typed.partition(" ")
    if first == "notes":
        return TypedCommand("notes", rest)
    before, _, number = typed.rpartition(" ")
    return TypedCommand("go to", number) if number.isdecimal() and before in WORDS_BEFORE_NUMBER else None


def read_quiz_line(shown: Shown, line: str) -> TypedCommand | Response | None:
    """What a line means at a question: an answer, a command, or nothing.

    An answer goes before a command, so that a letter which is an option is never taken for a command. If the answer is
    in the player's own words, the command goes first: there, any word could be an answer.
    """
    command = read_command(line)
    if command is not None and describe_form(shown.item).answer_by == "words":
        return command
    response = read_response(shown, line)
    return command if response is None else response
