"""The words around the texts of a pack in the files that leave the game: the notebook, the tour as text, the ticket."""

from game.pack.world import World
from game.prose.lines import count_noun, format_date
from game.prose.own_words import Sentences

DIFFERENCES = "Where the sources differ"
AGREEMENTS = "Where the sources agree"
MIX_UPS = "Do not mix these up"
STAGED = "(Staged.)"


def render_notebook_title(tour: str) -> str:
    """The heading of a notebook."""
    return f"Notebook: {tour}"


def render_notebook_count(noted: int, total: int) -> str:
    """How much of the tour is noted."""
    return f"{count_noun(noted, 'fact')} of {total}."


def render_publication(title: str, day: str, publisher: str) -> str:
    """An article: its title, its date, and who published it, if our copy names that."""
    return f"{title}: {format_date(day)}, {publisher or 'publisher not named in our copy'}"


def render_alternative_text(alt: str) -> str:
    """The picture of a room in words."""
    return f"Picture: {alt}"


TICKET_LABELS = Sentences(
    "ticket",
    {
        "seen": "{Places} seen",
        "journey": "Journey",
        "clock": "{clock} of {hours} hours",
        "foot": "Valid for one look at the evidence.",
    },
)
NONE_ASKED = "none asked yet"
NOT_FILED = "not filed"


def render_ticket_rows(  # noqa: PLR0913 - one value a row
    world: World,
    *,
    rooms: tuple[int, int],
    clock: str,
    hours: int,
    facts: tuple[int, int],
    differences: tuple[int, int],
    answers: tuple[int, int],
    dispatch: str,
) -> tuple[tuple[str, str], ...]:
    """The rows of a ticket: what is counted, and how far it has come; each pair is what there is of how many."""
    journey = (TICKET_LABELS.say(world, "journey"), TICKET_LABELS.say(world, "clock", clock=clock, hours=hours))
    return (
        (TICKET_LABELS.say(world, "seen"), f"{rooms[0]} of {rooms[1]}"),
        *((journey,) if world.tour.minutes else ()),
        ("Facts noted", f"{facts[0]} of {facts[1]}"),
        ("Points found", f"{differences[0]} of {differences[1]}"),
        ("Questions right", f"{answers[0]} of {answers[1]} answered" if answers[1] else NONE_ASKED),
        ("Dispatch", dispatch or NOT_FILED),
    )
