"""Honours as lines."""

from collections.abc import Collection, Iterator

from game.core.characters import strip_controls
from game.pack.world import World
from game.prose.lines import Line, count_noun
from game.prose.own_words import Sentences
from game.prose.report_lines import ENDING_NAMES
from game.tour.dispatch import ENDINGS
from game.tour.honours import Honour, name_ending

HONOURS: dict[Honour, tuple[str, str]] = {
    "all-carriages": ("Walked through", "every {place} entered"),
    "all-facts": ("Full notebook", "every fact of all sources noted"),
    "all-differences": ("Two sides to it", "every point found on which the sources differ"),
    "clean-dispatch": ("Clean report", "a report on the front page in which the editor had nothing to correct"),
    "perfect-exam": ("Perfect exam", "an exam handed in with every question right"),
}
"""What each honour is called, and what it takes."""


HONOUR_NAMES = Sentences("honour-names", {honour: name for honour, (name, _) in HONOURS.items()})
HONOURS_FOR = Sentences("honours", {honour: what for honour, (_, what) in HONOURS.items()})


def _say_honour(honour: Honour, world: World) -> tuple[str, str]:
    return HONOUR_NAMES.say(world, honour), HONOURS_FOR.say(world, honour)


def render_honour(honour: Honour, world: World) -> Line:
    """An honour just reached."""
    name, what = _say_honour(honour, world)
    return Line(f"★ {name}: {what}.", "headline")


def render_honours(have: Collection[str], world: World) -> tuple[Line, ...]:
    """All honours, and which of them the player has."""
    rows = [
        Line(f"{'★' if honour in have else '☆'} {name}: {what}.", "option", is_tight=True)
        for honour in HONOURS
        for name, what in (_say_honour(honour, world),)
    ]
    return (
        Line(f"{sum(honour in have for honour in HONOURS)} of {count_noun(len(HONOURS), 'honour')}", "heading"),
        *rows,
        *(_render_endings(have) if world.newsroom else ()),
    )


def _render_endings(have: Collection[str]) -> Iterator[Line]:
    """The endings of a report, in this tour and in those before it."""
    seen = [name_ending(ending) in have for ending in ENDINGS]
    yield Line(f"{sum(seen)} of {count_noun(len(ENDINGS), 'ending')} seen", "heading")
    for ending, is_seen in zip(ENDINGS, seen, strict=True):
        yield Line(f"{'★' if is_seen else '☆'} {ENDING_NAMES[ending]}.", "option", is_tight=True)


def render_unreadable(why: str) -> Line:
    """The honours of earlier tours cannot be read."""
    return Line(
        f"Honours of earlier tours cannot be read: {strip_controls(why)}. Their file is left as it is.", "refused"
    )


def render_not_kept(why: str) -> Line:
    """An honour could not be written."""
    return Line(
        f"This honour could not be kept for later tours: {strip_controls(why)}. Nothing else was changed.", "refused"
    )


def render_set_aside(name: str) -> Line:
    """The file of honours was damaged."""
    return Line(
        f"The honours of earlier tours could not be read. They are kept aside as {strip_controls(name)}; "
        "a new list begins.",
        "refused",
    )
