"""The words around the texts of a pack on the pages of its site."""

from collections.abc import Mapping

from game.pack.ledger import EntityKind, Source
from game.pack.world import Attestation, Room, World
from game.prose.lines import capitalise, count_noun, format_date, number_room

SKIP = "To the content"
PAGES = "Pages of this tour"
SOURCES, GLOSSARY, DIFFERENCES, TIMELINE, QUESTIONS = "Sources", "Glossary", "Differences", "Time line", "Questions"
AT_HAND = "At hand"
ABOUT = "About this tour"
FOOT = "These pages hold no script, count nobody and ask nothing of any other place."

STAGED = "(staged)"
RUMOUR = "(told as a rumour)"
SOURCE = "Source"
NOTES = "Sources of this page"
TOLD_IN = "Told in"
LIES_IN = "Lies in"
READING_MARKS = (
    "How to read the marks: a number with a letter, such as 3: A¶12, leads to the source of what stands before it. "
    "What is marked as staged is our invention and makes no claim about the world."
)
STRENGTHS = (
    "Each line is one fact in our own words, with its paragraph. Stated: the source says it flatly. Reported: it "
    "passes on what someone said. Photo: a picture or footage shows it. Speculated: the source hedges."
)

PICTURE_CAPTION = "Our drawing (staged)."
THINGS = "To be seen here"
WAYS = "Ways on"
POINTS = "To be compared"

DIFFERENCE_MARKS = (
    "A point marked ≠ is a dispute: who knows one side alone knows something that the other side denies. A point "
    "marked ≈ is not: sources differ in words or in sureness there, or both may be right. Both sides stand."
)
NO_DIFFERENCES = "No point is known on which the sources of this tour differ."
DISPUTES = "Disputes"
NOT_ALIKE = "Not alike, but no dispute"

BANDS = "A date that covers others stands after them, as a band: nobody knows whether it came before, between or after."
NO_DATES = "No fact of this tour has a date."
DATED = "By date"
UNDATED = "Without a date"
JOURNEYS = "Journeys"

QUESTION_NOTE = "The answers stand at the end, each with its source; printed, they begin on a new page."
NO_QUESTIONS = "This tour has no questions."
KEY = "Answers"

NO_NAMES = "No name is explained in this tour."

KIND_HEADINGS: Mapping[EntityKind, str] = {
    "person": "People",
    "place": "Places",
    "institution": "Institutions",
    "press": "The press",
    "event": "Events",
    "vehicle": "Vehicles",
    "object": "Objects",
    "work": "Works",
    "food": "Food",
    "drink": "Drinks",
}
"""Kind of an entity -> the heading of its group."""

_STANDINGS: Mapping[Attestation, str] = {
    "attested": "Attested: a source tells of it",
    "implied": "Implied by a source",
    "inferred": "Inferred from a source",
    "staged": "Staged: no source tells of it",
}


def count_room(room: Room, world: World) -> str:
    """What stands above the name of a room: which of how many it is, if it has a number, and its standing."""
    place = capitalise(world.tour.nouns.place)
    which = place if room.number is None else f"{place} {room.number} of {world.carriages}"
    return f"{which} · {room.standing}"


def render_standing(standing: Attestation) -> str:
    """The heading above the reason for a standing."""
    return _STANDINGS[standing]


def render_begin(room: Room) -> str:
    """The link to the room in which a tour starts."""
    return f"Begin: {number_room(room)}"


def render_everywhere(place: str) -> str:
    """The heading of the things that every place has."""
    return f"In every {place}"


CARRIED = "What a visitor carries"


def render_picture_in_words(alt: str) -> str:
    """A picture that is not drawn."""
    return f"The picture in words: {alt} {STAGED}"


def end_sentence(text: str) -> str:
    """What a side says, with a full stop.

    >>> end_sentence("38 metres"), end_sentence("Nobody knows.")
    ('38 metres.', 'Nobody knows.')
    """
    return text if text.endswith((".", "!", "?")) else f"{text}."


def name_source(source: Source) -> str:
    """A source as a heading: its letter, its title and its date."""
    return f"{source.id}: {source.title}, {format_date(source.date)}"


def render_band(band: str) -> str:
    """The heading of a date that covers others."""
    return f"{capitalise(band)}: before, between or after the dates above"


def count_questions(number: int, place: str) -> str:
    """The link from a room to its questions."""
    return f"{count_noun(number, 'question')} about this {place}"


def render_question_heading(number: int, stem: str) -> str:
    """A question with its number."""
    return f"{number}. {stem}"


def render_key_link(number: int) -> str:
    """The link from a question to its answer."""
    return f"Answer {number}"


def render_question_link(number: int) -> str:
    """The link from an answer back to its question."""
    return f"Question {number}"


def render_answer_line(unit: str) -> str:
    """A line to write an answer on, with the unit of a figure."""
    return f"Answer: ____________________ {unit}".rstrip()


def render_site_written(folder: object, pages: int, pictures: int) -> str:
    """What was written, and where to begin."""
    with_pictures = f" with {count_noun(pictures, 'picture file')}" if pictures else " without pictures"
    return f"{folder}: {count_noun(pages, 'page')}{with_pictures}. Open index.html in it."


def describe_filled_folder(folder: object) -> str:
    """A folder for a site that holds something."""
    return f"{folder} holds files; name an empty or new folder, or add --force to write the site over them"


def describe_file_for_folder(path: object) -> str:
    """A file where the folder of a site is to be."""
    return f"{path} is a file; name a folder for the site"


def render_left_files(names: list[str]) -> str:
    """Files in the folder that are not of this site, as pages of rooms that are gone."""
    return f"{count_noun(len(names), 'file')} there, not written now: {', '.join(names)}"
