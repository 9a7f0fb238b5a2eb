"""The words of pages in a browser, around the texts of the tour."""

from typing import NamedTuple

from game.prose.lines import count_noun
from game.tour.state import Units

SKIP = "To the content"
FOOT = "No account and nothing from any other place: these pages come from the machine that runs this tour."

TOUR, NOTEBOOK, COMPARE, SOURCES, REPORT, PAGE = "Tour", "Notebook", "Compare", "Sources", "Report", "Front page"
PLAN, MORE, JOURNEYS, TIMELINE, PEOPLE = "Plan", "More", "Map of journeys", "Timeline", "Who is who"
PROGRESS, TICKET, HELP = "Progress", "Ticket", "Help"
JOURNEYS_TOLD = "The journeys of your notes, on a map and as a list."
TIMELINE_TOLD = "Your notes in the order of their dates."
PEOPLE_TOLD = "The people of your notes, and what is noted of each."
PROGRESS_TOLD = "What you have noted and answered, and what is left."
TICKET_TOLD = "How far you came, in a few figures, and what you can do at the end."
HELP_TOLD = "How to type, and every command."

PLAN_NOTE = "Press one to go there."
NO_JOURNEYS = "No journey is among your notes yet."
NO_PEOPLE = "Nobody is among your notes yet. Look at things, and facts go into the notebook."
WHO_IS = "Who is"
PERSON, EVERYBODY, MEANS, ALL_MEANS, SHOW = "Person", "Everybody", "Means of travel", "All notes", "Show"
HELP_NOTE = "Nearly all of it is on buttons, too. What is typed in capitals here can be typed in small letters."
PAGES = "Pages of this tour"

BEGIN, GO_ON = "Begin the tour", "Go on"
KEPT_HERE = (
    "Your tour is kept on the machine that serves this page. One cookie finds it again: in the same browser it goes on "
    "where you were, also after a restart. Whoever runs that machine can read it."
)

SETTINGS, KEEP_SETTINGS, BACK = "Settings", "Keep", "Back"
SETTINGS_NOTE = "Kept in a cookie of this browser, for all pages of this machine. Nothing else is in it."


class SettingWords(NamedTuple):
    """A setting as its page names it."""

    label: str
    values: tuple[str, ...]


SETTING_WORDS: dict[str, SettingWords] = {
    "theme": SettingWords("Colours", ("As this device", "Night: light on dark", "Day: dark on light")),
    "text": SettingWords("Size of the text", ("Normal", "Large", "Larger")),
    "motion": SettingWords("Motion", ("As this device", "None")),
    "pictures": SettingWords("Pictures", ("Shown", "Shown, and told in words below", "Told in words alone")),
}

UNITS, CHOSEN = "Speeds and lengths", "chosen"
UNITS_WORDS: dict[Units, str] = {
    "source": "As the articles give them",
    "metric": "With our metric figures beside them",
    "imperial": "With our imperial figures beside them",
    "both": "With both beside them",
}

WAYS_ON, WHAT_HAPPENED, YOU_SEE, OR, ANSWERS = "Ways on", "What happened", "You see", "Or", "Your answer"
GIVE_ANSWER = "Answer"
NOT_WHOLE = "That is not a whole answer yet, and nothing was marked. Your choices are still there."
NOTHING_CHOSEN = "Nothing was chosen yet. Choose or type an answer first."
YOUR_JOB = "Your job"
TASK = "Your task"
YOUR_LINE, SAY = "What do you do?", "Say"
LINE_EXAMPLE = "Type, as: ask about lobster"
SEEN_ALREADY = "looked at already"
VISITED, NOT_VISITED = "visited", "not visited"
STALE = (
    "This page was older than your tour, so nothing was done: perhaps the button was pressed twice, or Back was used. "
    "Here is where you are now."
)
NOT_SENT = "Not sent: no connection to the machine that runs the tour. Your line is still here; try again."

LATEST_NOTES = "Latest notes"
WHOLE_NOTEBOOK = "The whole notebook"
NO_NOTES = "Nothing noted yet. Look at things, and facts go into the notebook."
DIFFERS = "sources differ"

SHORTCUTS: tuple[tuple[str, str], ...] = (
    ("look", "Look round"),
    ("question", "Question here"),
    ("hint", "Hint"),
    ("guide", "Guide"),
    ("undo", "Undo"),
    ("help", "Help"),
)
"""Line -> its button."""

OPENED: dict[str, tuple[str, str]] = {
    "desk": ("/report", "Open the report"),
    "end": ("/end", "See the ticket"),
    "timeline": ("/timeline", "See the timeline"),
    "differences": ("/compare", "See what was compared"),
    "journeys": ("/journeys", "See the map"),
    "page": ("/page", "See the front page"),
}
"""What a reply opens on a screen -> the page with it, and the words of its link."""

ERRORS: dict[int, tuple[str, str]] = {
    400: ("Not understood", "The request could not be read. Go back and try again."),
    403: ("Not from this page", "The form is not of a page of this tour, or of an old one. Open the tour again."),
    404: ("No such page", "There is no page at this address."),
    405: ("Not possible", "This address cannot be used in that way."),
    408: ("Too slow", "The request took too long to arrive. Try again."),
    413: ("Too large", "More was sent than a form of this tour can hold. Nothing was done."),
    415: ("Not a form", "Only the forms of these pages can be sent here."),
    421: ("Wrong address", "This server has another name. Use the address that it printed at its start."),
    429: ("Too fast", "Too many requests came from your address. Wait a few seconds and try again; nothing is lost."),
    500: ("Our fault", "Something went wrong in the program. Your tour is kept up to the last line. Open it again."),
    503: ("Full", "This machine keeps as many tours as it may. Ask whoever runs it."),
}  # fmt: skip
"""Status -> title and text of its page."""

STORE_AWAY = (
    "Not kept",
    "What you sent just now is not kept: the database of this class does not answer. What was kept before is safe. "
    "Go back, wait a few seconds, and try again.",
)
"""Title and text of the page where a class cannot reach its database."""


def name_error(status: int) -> tuple[str, str]:
    """Title and text of the page of an error; for a status without words those of a request not understood."""
    return ERRORS.get(status, ERRORS[500 if status >= 500 else 400])


def describe_title_picture(title: str) -> str:
    """The picture of the title, for those who do not see it."""
    return f"{title}, written over the picture of the tour"


def describe_map(title: str) -> str:
    """The map of journeys, for those who do not see it."""
    return f"A map of the journeys in the list below. The bright line is {title}."


def describe_progress(done: str) -> str:
    """What the line under the title shows, for those who do not see it."""
    return f"Journey: {done}"


def count_notes(noted: int) -> str:
    """How much is in the notebook."""
    return count_noun(noted, "fact")


def hide_folder(text: str, folder: str) -> str:
    """A text without the path of a folder: who plays in a browser has no use for it, and need not know it."""
    return text.replace(folder, "the folder of this tour")


NOTES_OF_QUESTION = "Notes of your question"
OTHER_NOTES = "All other notes, the latest first"
LAY = "Lay them side by side"
FIRST_NOTE, SECOND_NOTE = "First note", "Second note"
FEW_NOTES = "Two notes are needed to compare. Look at more things first."
SAME_NOTE = "That is the same note twice. Choose another one."
CHOOSE_NOTE = "Choose a note"
COMPARED_SO_FAR = "Compared so far"
NOTED_OF_IT = "What you have noted of it"
NOTHING_OF_IT = "Nothing noted of it yet."

YOUR_REPORT, NOTES_TO_ADD, NO_REPORT_LINE = "Your report", "Notes to add", "Nothing in it yet. Add notes below."
NO_NOTES_TO_ADD = "No more notes to add."
ADD, TAKE_OUT, UP, DOWN = "Add", "Take out", "Up", "Down"
FILE, FILL, CHOOSE_HEADLINE = "File the report", "Let the editor choose", "Choose the headline"
PRINTED = "Printed"
NO_PAGE = "No report was filed yet, so there is no front page."


def describe_desk(places: str) -> str:
    """Where a report can be written; the page shows it alone elsewhere."""
    return f"A report is written at the desk: {places}. Here it can only be read."


def count_report(lines: int, fewest: int, most: int) -> str:
    """How long a report is, and may be."""
    return f"{lines} of {fewest} to {most} lines"
