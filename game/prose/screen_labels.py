"""The words of screens: titles, palette, settings, and the notes of empty lists.

Labels of keys, a word or two, stay with their keys, where the column they share can be seen. Sentences are here, so
that a translator finds all of them in one package.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.prose.lines import count_noun


class TitledLabel(NamedTuple):
    """A name and its explanation."""

    name: str
    text: str


ANSWER_PLACEHOLDER = "Your answer, and Enter"
COMMAND_PLACEHOLDER = "A command, and Enter"
CONFIRM_LABELS = {"hand in": "Hand in", "leave": "Leave without handing in", "": ""}
GO_ON_LABEL = "Go on with the exam"
ARROWS_BY_INSTRUCTION = {
    "order": "Or by keys: Space picks a step up, arrows move it, Space puts it down.",
    "match": "Or by keys: up and down choose a row, left and right its letter.",
    "all-letters": "Or by keys: arrows go to an option, Space marks it.",
    "proof": "Or by keys: arrows go to an option and to a fact, Space marks each.",
}
"""How an answer is made without typing it, where that is not plain."""

PROOF_HEADING = "Which fact proves it?"

PROMPT_PLACEHOLDER = "Type a command, or press F1 for help"

SEARCH_PLACEHOLDER = "Type a word to search the help"
NOTHING_FOUND = "Nothing in the help has these words. Another word, or an empty line for all of it?"
KEYS_GROUP = "Keys, and the word for each"

HELP_SHEET = TitledLabel("HELP", "What you can type")
NOTEBOOK_SHEET = TitledLabel("NOTES", "Notebook")
PLACES_SHEET = TitledLabel("MAP", "The places")
PROGRESS_SHEET = TitledLabel("SCORE", "How far you have come")


THEME_SETTING = TitledLabel("Colours", "auto follows the terminal; contrast and grey for tired eyes")
VISITOR_SIGN, WINDOW_SIGN = "me", "window"
"""What the visitor and a window of a picture are called, as a player types them."""

PICTURE_SETTING = TitledLabel("Picture", "auto grows with the window; small leaves more rows to the text")
MOTION_SETTING = TitledLabel("Motion", "whether the strip moves when you walk")
PARAGRAPHS_SETTING = TitledLabel("Paragraphs", "a blank line between them, or none; auto decides by the window")

NOTICES_SETTING = TitledLabel("Notices", "short notices over the screen; off: in the text, where you can see it")
BELL_SETTING = TitledLabel("Bell", "whether the terminal rings at a notice")
PLAIN_SETTING = TitledLabel("Plain", "on: lines of text instead of this screen, from the next start on")


class PreviewWords(NamedTuple):
    """One word for each role of text, shown in the colours that are chosen."""

    text: str
    link: str
    fact: str
    differ: str
    right: str
    wrong: str


PREVIEW_HEADING = "How it looks"
PREVIEW_WORDS = PreviewWords("text", "a word to type", "a fact", "sources differ", "right", "wrong")

BACK_KEY = "Back to the tour"
NEXT_PICTURE_KEY = "Smaller, or none"
MARK_KEY = "Mark two"
LAY_KEY = "Lay together"
JUDGE_KEY = "Judge"
NO_NOTES = "Your notebook is empty. Read, and what you read enters it."
JUDGE_FIRST = "Your own judgement first. Nothing is lost by a wrong one."
MARK_TWO = "Mark two notes with Space, then press Enter."
TAKE_KEY = "In/out"
PRINT_KEY = "Print as"
SAVE_PAGE_KEY = "Save"
HEADLINE_KEY = "Headline"
FILL_KEY = "Fill"
DESK_KEY = "Desk"
RIDE_KEY = "Ride again"

DIFFERENCES_TITLE = "Where the sources differ"
NO_DATES = "No dated fact has been noted yet that fits."
NO_DIFFERENCES = "You have found none of the points on which sources differ yet."
NO_DRAFT = "Nothing yet. Choose five to eight facts below; say with 1 to 4 how each is printed."
NO_REPORT = "Nothing yet. Space takes a note in, and 1 to 4 say how it is printed. The key a lets the editor choose."
NO_NOTES_LEFT = "Nothing more in your notebook."
SCORES_AXIS = "percent of the marks, from"
ITEMS_HEADING = "RIGHT ANSWERS BY QUESTION"
CANDIDATES_HEADING = "CANDIDATES"
NOT_BEGUN = "not begun"
MORE_IN_ROOM = "▾ more: LOOK"
MORE_ABOVE = "▴ more above"


def count_rows_below(number: int) -> str:
    """How many rows do not fit."""
    return f"▾ {count_noun(number, 'more row')} below"


def put_in_brackets(remarks: Sequence[str]) -> str:
    """What is to be said of a question, after its words."""
    return f"({'; '.join(remarks)})"


def title_timeline(person: str, means: str) -> str:
    """The title of the line of dates: whom it is about, and how one travelled; empty words leave it unfiltered."""
    return f"What happened when: {person or 'everybody'}{', ' + means if means else ''}"


TIMELINE_TITLE = "What happened when"


def title_places(whole: str) -> str:
    """The title of the list of rooms; ``whole`` is what the pack calls all of them together."""
    return f"The {whole}"


def title_desk(lines: int, fewest: int, most: int) -> str:
    """The title of the desk, with how many lines there are and may be."""
    return f"Your dispatch, {lines} of {fewest} to {most} lines"


def count_journeys_left(number: int) -> str:
    """How many journeys are still to be found."""
    return f"{number} more to be found"


def describe_small_window(width: int, height: int) -> tuple[str, str]:
    """Said when the window has no room for the game."""
    return (
        "This window is too small.",
        f"It has {width}x{height} characters; 60x20 are enough. The tour waits.",
    )
