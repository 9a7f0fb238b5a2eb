"""Which keys work on the screen of a quiz session in its present state. The screen and the footer both use this.

Keys belong to this front end, so they are not in the view: line mode has none, and another front end may have others.
"""

from collections.abc import Iterator

from game.app.quiz_view import QuizView
from game.prose.questions import OPTION_LETTERS
from game.tui.widgets.keybar import Key

FUNCTION_KEYS = {
    "flag": "f5",
    "hint": "f2",
    "source": "f3",
    "read": "f4",
    "list": "f2",
    "pause": "f6",
    "notes": "f4",
    "clear": "f3",
}
"""Command -> its key. Practice and an exam share keys: no session has both commands of one key."""

LETTER_COMMANDS = {"h": "hint", "s": "source", "r": "read", "l": "list"}
"""Letter -> command, if questions are answered by letters and this letter is no option."""

YES_NO_KEYS = frozenset("yYnN")

TRUTH_KEYS = frozenset("tfyn")
"""Letters that answer a true-false question beside those of its options. The screen does not know their meaning."""

COMMAND_SIGNS = ":/"
"""Signs that begin a command even where every letter is an option."""

HAND_IN_KEY = "f9"
"""Not F10 alone: many terminals keep it for their own menu, and a candidate who presses it hands nothing in."""

COMMAND_LABELS = {
    "hint": "Hint",
    "source": "Source",
    "read": "Read in context",
    "list": "List",
    "clear": "Take back",
    "flag": "Flag",
    "notes": "Notebook",
    "pause": "Pause",
}
"""Command -> what the footer calls it."""


def wants_line(view: QuizView) -> bool:
    """Whether the question is answered by a line that is typed, and can be answered now."""
    return view.form == "line" and not view.feedback and not view.confirming


def is_answer(view: QuizView, letter: str) -> bool:
    """Whether a letter that is pressed or clicked answers the question in sight."""
    if view.shown is None or view.form is None:
        return False
    if view.form == "true or false" and letter.casefold() in TRUTH_KEYS:
        return True
    return letter.upper() in OPTION_LETTERS[: len(view.shown.options)]


def begins_command(view: QuizView, character: str) -> bool:
    """Whether a character that answers nothing begins a command in words: only in an exam, where letters mark."""
    is_open = view.shown is not None and not view.is_marked_at_once and not view.confirming
    return is_open and (character in COMMAND_SIGNS or (character.isalpha() and not is_answer(view, character)))


def is_known(view: QuizView, command: str, *, is_held: bool) -> bool:
    """Whether a command is possible now. An answered question needs no hint."""
    return any(word == command for word, _ in view.commands) and not (is_held and command == "hint")


def find_keys(view: QuizView, *, is_held: bool, is_over: bool) -> tuple[Key, ...]:
    """The keys that work now, for the footer.

    Args:
        view: The view of the session.
        is_held: Whether an answered question is still in sight until the player continues.
        is_over: Whether the session is.
    """
    if view.confirming:
        yes = "Leave" if view.confirming == "leave" else "Hand in"
        return (Key("y", yes, "screen.say('yes')"), Key("n", "Go on", "screen.say('no')"))
    if is_over and not is_held:
        return (Key("Enter", "Close", "screen.leave"),)
    keys = list(_find_answer_keys(view, is_held=is_held))
    # Before the others, so that it is named on the narrowest screen.
    if is_known(view, "hand in", is_held=is_held):
        keys.append(Key(HAND_IN_KEY, "Hand in", "screen.command('hand in')"))
    commands = [
        Key(key, COMMAND_LABELS[command], f"screen.command('{command}')")
        for command, key in FUNCTION_KEYS.items()
        if is_known(view, command, is_held=is_held) and (view.shown or command != "flag")
    ]
    turn = [Key("PgUp PgDn", "Turn", "screen.command('next')")] if is_known(view, "back", is_held=is_held) else []
    leave = Key("esc", "Leave", "screen.leave")
    # An exam has more commands than a row has room for: F1 lists all.
    return (*keys, *commands[:2], *turn, leave, *commands[2:]) if turn and view.shown else (*keys, *commands, leave)


def _find_answer_keys(view: QuizView, *, is_held: bool) -> Iterator[Key]:
    """The key to continue, or the keys to answer."""
    if is_held:
        yield Key("Enter", "Next", "screen.say('')")
    elif view.shown is None:
        yield Key("Enter", "Go on", "screen.say('')")
    elif not wants_line(view):
        letters = "t f" if view.form == "true or false" else f"a-{OPTION_LETTERS[len(view.shown.options) - 1].lower()}"
        yield Key(letters, "Answer" if view.is_marked_at_once else "Mark", "screen.say('')")
    if view.shown is not None and not is_held and not view.is_marked_at_once:
        yield Key("Enter", "Next", "screen.say('')")
