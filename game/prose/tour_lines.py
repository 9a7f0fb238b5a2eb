"""The tour as a whole as lines: its opening and end, what it is made from, how figures are given."""

from collections.abc import Mapping

from game import __version__
from game.pack.ledger import Licence
from game.pack.world import World
from game.prose.lines import Line, capitalise, count_noun, format_date, join_words, quote_typed
from game.prose.own_words import Sentences, fill_slots
from game.prose.room_lines import render_passages
from game.tour.events import AboutShown, Arrived, DoneAgain, Opened, RestartOffered, Undone, UnitsSet

TOUR_LINES = Sentences(
    "tour",
    {
        "end": "You have come to the end: {room}.",
        "stay": "You may walk about as long as you like; SCORE tells how far you came, TICKET prints it.",
        "invented": "Every sentence marked as staged is invented, and so is whoever shows you round.",
    },
)


def render_opening(event: Opened) -> tuple[Line, ...]:
    """The first words of a new tour."""
    return (Line(event.title, "headline"), Line(event.tagline, "note", is_tight=True), *render_passages(event.passages))


def render_arrival(event: Arrived, world: World) -> tuple[Line, ...]:
    """The end of the tour, and what one can do there."""
    ends = fill_slots(world.tour.ends or TOUR_LINES.texts["end"], world, {"room": event.room.name})
    stay = TOUR_LINES.say(world, "stay")
    desk = " DISPATCH writes your report." if event.room.id in world.tour.desks else ""
    return (Line(f"{ends} {stay}{desk}", "heading"),)


# It names the room even where that is the same: after several turns nobody remembers where they were made.
def render_undone(event: Undone) -> tuple[Line, ...]:
    """A turn taken back, by what was typed."""
    return (Line(f"Undone: {quote_typed(event.line)}. {_say_place(event)}", "note"),)


def render_done_again(event: DoneAgain) -> tuple[Line, ...]:
    """A turn that was taken back, done again."""
    return (Line(f"Done again: {quote_typed(event.line)}. {_say_place(event)}", "note"),)


def _say_place(event: Undone | DoneAgain) -> str:
    """Where the player stands after going back to a turn."""
    here = f"You are in {capitalise(event.room.name)}."
    moved = " The place of that turn has another name now, or is no longer in this tour."
    return f"{here}{moved if event.is_moved else ''}"


def render_restart_offer(event: RestartOffered) -> tuple[Line, ...]:
    """The question before a new tour begins."""
    held = f" with {count_noun(event.noted, 'fact')} noted" if event.noted else ""
    return (
        Line(
            f"Begin a new tour? This one{held} is kept: UNDO goes back to it, and TOURS lists it. YES or NO.",
            "question",
        ),
    )


def render_restart_declined() -> tuple[Line, ...]:
    """The tour goes on."""
    return (Line("The tour goes on as it was.", "note"),)


def render_remark() -> tuple[Line, ...]:
    """A remark taken down."""
    return (Line("Remark taken down in the transcript of this session.", "note"),)


def render_units(event: UnitsSet) -> tuple[Line, ...]:
    """Which of our conversions are added to the figures of the articles from now on."""
    notes = {
        "source": "Figures stand as the articles give them, and nothing beside them.",
        "metric": "Where an article gives no metric figure, ours is put beside its own, marked as ours.",
        "imperial": "Where an article gives no imperial figure, ours is put beside its own, marked as ours.",
        "both": "Where an article gives one kind of figure, the other is put beside it, marked as ours.",
    }
    if not event.is_known:
        return (Line(f"UNITS METRIC, IMPERIAL, BOTH or SOURCE. {notes[event.units]}", "refused"),)
    return (Line(f"{notes[event.units]} Sums of money are never converted: no article gives a rate.", "note"),)


def render_about(event: AboutShown, world: World) -> tuple[Line, ...]:
    """What the tour is, and the articles it rests on."""
    lines = [Line(event.title, "headline"), *render_passages(event.passages)]
    for source in world.sources.values():
        house = source.publisher or "publisher not named in our copy"
        length = count_noun(len(source.paragraphs), "paragraph")
        lines.append(Line(f"{source.title}: {format_date(source.date)}, {house}, {length}.", "source", is_tight=True))
        if source.licence:
            lines.append(Line(LICENCES[source.licence], "source", is_tight=True))
    return tuple(lines)


LICENCES: Mapping[Licence, str] = {
    "own": "Those who made this tour wrote it: its sentences may stand here as they are.",
    "permission": "Its sentences stand here with permission where they are quoted.",
}
"""Licence of a source -> what is said of it. Without one, all is told in words of the tour's own."""


def render_credits(world: World) -> tuple[Line, ...]:
    """What the tour is made from."""
    named = join_words([f"{source.title} ({format_date(source.date)})" for source in world.sources.values()])
    return (
        Line(
            f"{world.tour.title} rests on {named}. Their facts are told in words of our own, with their source.", "body"
        ),
        Line(TOUR_LINES.say(world, "invented"), is_tight=True),
        Line(
            "Made in Python with Textual, msgspec, rpds, PyYAML, rapidfuzz and platformdirs; thanks to "
            "those who make them. The README names the licence.",
            "note",
            is_tight=True,
        ),
    )


def render_version(world: World) -> tuple[Line, ...]:
    """Which game and which pack this is."""
    return (Line(f"21 Carriages {__version__}; pack {world.tour.id}, content {world.digest}.", "note"),)
