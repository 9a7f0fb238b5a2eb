"""Lines that were not understood, as lines that help on."""

from game.pack.world import World
from game.prose.lines import Line, add_article, join_words, number_room, quote_typed
from game.prose.own_words import Sentences
from game.tour.events import Ambiguous, NotRun, NotUnderstood, Unsure
from game.tour.finding import PRONOUNS

MISTAKES = Sentences(
    "mistakes",
    {
        "ahead": "“{typed}” is further on; here is something else: {x}.",
        "behind": "“{typed}” is back where you came from; here is something else: {x}.",
        "known": "“{typed}” is in {room}; here is something else: {x}.",
        "unable": "“{typed}” is more than I can do. {seen}",
        "unknown": "“{typed}” means nothing here yet. {here} HELP says more.",
    },
    more_slots="room",
)


# Each branch ends with a command that works here: a refusal alone teaches nothing.
def render_not_understood(event: NotUnderstood, world: World) -> tuple[Line, ...]:
    """The word that was not understood, and a command that works here."""
    word = quote_typed(event.word)
    if not event.word:
        return (Line(f"There was no word in that. Try {event.example}.", "refused"),)
    here = _say_what_is_here(event)
    if event.word in PRONOUNS:
        return (Line(f"“{word}” could be anything just now. {here}", "refused"),)
    if event.elsewhere is not None:
        where = "known" if event.is_known else "ahead" if event.is_forward else "behind"
        slots = {"typed": quote_typed(event.phrase or event.word), "room": number_room(event.elsewhere)}
        return (Line(MISTAKES.say(world, where, **slots, x=event.example), "note"),)
    if event.is_noun:
        return (Line(f"You see no “{quote_typed(event.phrase or event.word)}” here. {here}", "refused"),)
    if event.seen:
        seen = f"What one does with the {event.seen} here is look: X {event.seen.upper()}."
        return (Line(MISTAKES.say(world, "unable", typed=quote_typed(event.typed), seen=seen), "refused"),)
    return (Line(MISTAKES.say(world, "unknown", typed=quote_typed(event.typed), here=here), "refused"),)


def _say_what_is_here(event: NotUnderstood) -> str:
    """What there is to look at, and a command that does it."""
    names = join_words([add_article(thing) for thing in event.things], "or")
    if not names:
        return f"Try {event.example}."
    # Where all has been looked at, the example is a way on and no look.
    return (
        f"You could look at {names}: {event.example}."
        if event.example.startswith("X ")
        else f"You could look at {names}."
    )


def render_unsure(event: Unsure) -> tuple[Line, ...]:
    """A slip of typing that may stand for several words."""
    near = ", ".join(f"{place}. {word}" for place, word in enumerate(event.near, start=1))
    return (Line(f"By “{quote_typed(event.word)}”, do you mean {near}?", "refused"),)


def render_ambiguous(event: Ambiguous) -> tuple[Line, ...]:
    """A name that fits several things."""
    names = ", ".join(f"{place}. {noun.name}" for place, noun in enumerate(event.nouns, start=1))
    return (Line(f"Which “{quote_typed(event.word)}” do you mean: {names}?", "refused"),)


def render_not_run(event: NotRun) -> tuple[Line, ...]:
    """The commands of a line that were not performed."""
    left = join_words([quote_typed(line).rstrip(" .!?") for line in event.lines])
    return (Line(f"Not done after that: {left}.", "note", is_tight=True),)
