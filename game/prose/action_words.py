"""The words of actions: how each is typed, what the footer calls it, and what it does."""

from typing import NamedTuple


class ActionWords(NamedTuple):
    """The words of one action."""

    word: str
    """The line that does the same as its key."""
    label: str
    """In the footer and the palette."""
    text: str
    """What it does."""


ACTION_WORDS = {
    "help": ActionWords("help", "Help", "What you can type, and what each command does"),
    "notebook": ActionWords("notebook", "Notebook", "The facts you have noted; mark two of them to compare them"),
    "places": ActionWords("map", "Map", "Where you are, what you have seen, and what is left"),
    "question": ActionWords("question", "Question", "Be asked a question about this place"),
    "source": ActionWords("source", "Source", "Where the last text comes from, and how sure that source was"),
    "theme": ActionWords("theme", "Day/night", "Change between the colours of the night and of the day"),
    "picture": ActionWords(
        "next picture", "Picture", "The picture on the whole screen, small, off, and as usual again"
    ),
    "describe": ActionWords("describe picture", "Describe", "The picture of this place in a sentence"),
    "settings": ActionWords("settings", "Settings", "Colours, picture, motion, notices, plain mode"),
    "journeys": ActionWords("journeys", "Journeys", "The journeys you have noted, on a map"),
    "timeline": ActionWords("timeline", "Timeline", "What happened when, on a line"),
    "differences": ActionWords("differences", "Differences", "Where the sources differ, side by side"),
    "keys": ActionWords("keys", "Keys", "Which keys there are, and the word for each"),
    "copy": ActionWords("copy", "Copy", "Copy the last text with its source to the clipboard"),
    "practice": ActionWords("practice", "Practice", "Questions about what you have noted"),
    "dispatch": ActionWords("dispatch", "Dispatch", "Sit down at the desk and write your report"),
    "progress": ActionWords("score", "Score", "How far you have come"),
    "ticket": ActionWords("ticket", "Ticket", "Your ticket as far as you have come, to keep"),
    "title": ActionWords("title", "Title", "The title, with its picture"),
    "leave": ActionWords("quit", "Leave", "Leave; the tour is kept"),
}
"""Id of an action -> its words."""

SIGN_KEYS = {"underscore": "_", "right_square_bracket": "]", "backslash": "\\"}
"""How keys of signs are called -> the sign."""

KEYS_HEADING = "Each key has a word: type it, and the same happens."
SCREEN_KEYS_HEADING = "The keys of this screen."
KEYS_TITLE = "Keys and words"
LEAVE_ASKED = "Press Ctrl+C once more to leave. The tour is kept."
NOTHING_TO_COPY = "There is no text to copy yet."


def describe_action(word: str, keys: tuple[str, ...], text: str) -> str:
    """One row of the list of keys: how the keys are called, the word, and what they do."""
    return f"{', '.join(keys)}: {word.upper()}. {text}."


def describe_screen_key(key: str, text: str) -> str:
    """One row of the keys of a screen."""
    return f"{name_key(key)}: {text.strip()}."


def name_key(key: str) -> str:
    """A key as people read it.

    >>> name_key("f1"), name_key("ctrl+g"), name_key("ctrl+underscore")
    ('F1', 'Ctrl+G', 'Ctrl+_')
    """
    return "+".join(SIGN_KEYS.get(part, part.capitalize()) for part in key.split("+"))


def describe_copied(characters: int) -> str:
    """A text is in the clipboard, if the terminal lets a program put it there."""
    return f"Copied {characters} characters. If nothing arrives, your terminal forbids programs to copy."


def ask_pasted(number: int) -> str:
    """Asked in the prompt before several pasted lines are performed."""
    return f"Perform the {number} pasted lines? Enter: yes, Esc: no."
