"""The words of the title and of the end: the menu, the keys, what a teacher can do."""

from typing import NamedTuple

from game.prose.lines import Line

KEYS_HINT = "or type a command"
"""Said beside the keys: any other key goes to the prompt."""

LEAVE_HINT = "leaves"
CHOOSE_HINT = "chooses"
ARRIVED_TITLE = "You have arrived"


class MenuLabel(NamedTuple):
    """An entry of a menu: two words, and what it does."""

    name: str
    text: str


PRACTISE = MenuLabel("Practise", "questions about what you have noted")
TEACH = MenuLabel("For teachers", "make a quiz, give it, see results")
SETTINGS = MenuLabel("Settings", "colours, picture, motion")
ANEW = MenuLabel("Begin anew", "the kept tour is asked about first")

WALK_ON_KEY, PAGE_KEY, WRITE_KEY = "Walk on", "Front page", "Report"
KEEP_TICKET_KEY, RIDE_KEY, PRACTISE_KEY = "Keep ticket", "Ride again", "Practise"


def label_begin(rooms: int, place: str, facts: int) -> MenuLabel:
    """The entry that begins a tour.

    >>> label_begin(21, "carriage", 220).text
    '21 carriages, 220 facts to find'
    """
    return MenuLabel("Begin", f"{f'{rooms} {place}s, ' if rooms else ''}{facts} facts to find")


def label_go_on(room: str, noted: int, facts: int) -> MenuLabel:
    """The entry that goes on with a kept tour."""
    return MenuLabel("Go on", f"{room}, {noted} of {facts} facts")


TEACHERS_TITLE = "For teachers"


def render_teaching() -> tuple[Line, ...]:
    """What a teacher can do; each entry is a command of the shell."""
    return (
        Line("A quiz from the questions of this tour, for a class.", "body"),
        Line("These commands are typed in a shell, not in the game. Leave the game with Ctrl+Q.", "note"),
        Line("Practise in class, with the source of each answer", "heading"),
        Line("carriages quiz --items 10", "claim", is_tight=True),
        Line("An exam on paper, with its answer key", "heading"),
        Line("carriages paper -o exam.txt", "claim", is_tight=True),
        Line("The same exam on screen; the code stands on the paper", "heading"),
        Line("carriages exam --paper CODE", "claim", is_tight=True),
        Line("For Moodle, Anki, Kahoot and others", "heading"),
        Line("carriages export --list", "claim", is_tight=True),
        Line("Read the class", "heading"),
        Line("carriages results --folder DIR", "claim", is_tight=True),
        Line("Each command tells its options with --help. The guide for teachers is docs/teaching.md.", "note"),
    )
