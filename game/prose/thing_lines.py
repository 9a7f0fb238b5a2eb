"""Things as lines: examined, mentioned, taken, dropped, carried."""

import re

from msgspec.structs import replace

from game.core.names import key, singular, words
from game.pack.world import World
from game.prose.fact_lines import render_known
from game.prose.lines import Line, add_article, capitalise, join_words
from game.prose.room_lines import NOTED, render_passages
from game.tour.events import Carrying, Dropped, Mentioned, MoreToNote, Taken, ThingExamined

MAX_NAMED = 3
"""Things that tell more and are named in one line; whoever looks again hears of the others."""


def render_thing(event: ThingExamined, world: World) -> tuple[Line, ...]:
    """A thing, closely: its text, and what it shows that was noted before; what is noted now stands in its notes."""
    if event.is_glance:
        return _render_glance(event)
    shown = (*render_passages(event.passages), *render_known(event.facts, world))
    if not event.is_labelled:
        return shown
    name = f"{capitalise(event.thing.name)}:"
    return (replace(shown[0], text=f"{name} {shown[0].text}"), *shown[1:]) if shown else (Line(name),)


def _render_glance(event: ThingExamined) -> tuple[Line, ...]:
    """A thing in one line: what it tells that is new, or the first sentence of how it looks."""
    name = capitalise(event.thing.name)
    if not event.passages:
        return (Line(f"{name}: look closely.", is_tight=True),)
    whole = event.passages[0].text
    text = whole if event.noted else re.split(r"(?<=[.!?])\s+", whole)[0]
    return (Line(f"{NOTED} {name}: {text}" if event.noted else f"{name}: {text}", is_tight=True),)


def render_more(event: MoreToNote) -> tuple[Line, ...]:
    """That another look tells more."""
    looks = join_words([f"X {thing.name.upper()}" for thing in event.things[:MAX_NAMED]], "or")
    return (Line(f"There is more to note: {looks}.", "note"),)


def render_mention(event: Mentioned) -> tuple[Line, ...]:
    """The sentence that mentions a word for which there is no thing to examine."""
    wanted = set(key(event.word))
    sentences = re.split(r"(?<=[.!?])\s+", event.passage.text)
    held = next((s for s in sentences if wanted <= {singular(word) for word in words(s)}), event.passage.text)
    return (Line(f"It stands in the text here, and there is no more to see of it: “{held}”", "note"),)


def render_taken(event: Taken) -> tuple[Line, ...]:
    """A thing is carried from now on."""
    return (Line(f"Taken: {add_article(event.thing)}."),)


def render_dropped(event: Dropped) -> tuple[Line, ...]:
    """A thing stays where the player is."""
    return (Line(f"You leave {add_article(event.thing)} here. It will wait."),)


def render_carried(event: Carrying) -> tuple[Line, ...]:
    """All that the player carries."""
    if not event.things:
        return (Line("You carry nothing but your notebook."),)
    return (Line(f"You carry {join_words([add_article(thing) for thing in event.things])}, and your notebook."),)
