"""Which keys work on the screen of a quiz session in its present state. The screen and the footer both use this.

Keys belong to this front end, so they are not in the view: line mode has none, and another front end may have others.
"""

from collections.abc import Iterator

from game.app.quiz_view import QuizView
from game.prose.questions import OPTION_LETTERS
from game.tui.widgets.keybar import Key

FUNCTION_KEYS = {"hint": "f2", "source": "f3", "read": "f4", "list": "f2", "clear": "f3", "notes": "f4", "pause": "f6"}
"""Command -> its key. Practice and an exam share keys: no session has both commands of one key."""

LETTER_COMMANDS = {"h": "hint", "s": "source", "r": "read", "l": "list"}
"""Letter -> command, if questions are answered by letters and this letter is no option."""

YES_NO_KEYS = frozenset("yYnN")

COMMAND_LABELS = {
    "hint": "Hint",
    "source": "Source",
    "read": "Read in context",
    "list": "List",
    "clear": "Take back",
    "notes": "Notebook",
    "pause": "Pause",
}
"""Command -> what the footer calls it."""


def wants_line(view: QuizView) -> bool:
    """Whether the question is answered by a line that is typed, and can be answered now."""
    return view.form == "line" and not view.feedback and not view.is_confirming


def is_answer(view: QuizView, letter: str) -> bool:
    """Whether a letter that is pressed or clicked answers the question in sight."""
    if view.shown is None or view.form is None:
        return False
    # T, F, Y and N answer a true-false question. The screen does not know their meaning.
    return view.form == "true or false" or letter.upper() in OPTION_LETTERS[: len(view.shown.options)]


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
    if view.is_confirming:
        return (Key("y", "Hand in", "screen.say('yes')"), Key("n", "Go on", "screen.say('no')"))
    if is_over and not is_held:
        return (Key("Enter", "Close", "screen.leave"),)
    keys = list(_find_answer_keys(view, is_held=is_held))
    if is_known(view, "back", is_held=is_held) and view.shown:
        keys.append(Key("PgUp PgDn", "Turn", "screen.say('next')"))
    keys += [
        Key(key, COMMAND_LABELS[command], f"screen.say('{command}')")
        for command, key in FUNCTION_KEYS.items()
        if is_known(view, command, is_held=is_held)
    ]
    if is_known(view, "hand in", is_held=is_held):
        keys.append(Key("f10", "Hand in", "screen.say('hand in')"))
    return (*keys, Key("esc", "Leave", "screen.leave"))


def _find_answer_keys(view: QuizView, *, is_held: bool) -> Iterator[Key]:
    """The key to continue, or the keys to answer."""
    if is_held:
        yield Key("Enter", "Next", "screen.say('')")
    elif view.shown is None:
        yield Key("Enter", "Go on", "screen.say('')")
    elif view.form == "true or false":
        yield Key("t f", "Answer", "screen.say('')")
    elif not wants_line(view):
        yield Key(f"a-{OPTION_LETTERS[len(view.shown.options) - 1].lower()}", "Answer", "screen.say('')")
