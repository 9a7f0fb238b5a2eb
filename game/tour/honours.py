"""Honours: what a tour has achieved. They are few, and each takes the whole tour. Pure."""

from collections.abc import Iterator
from typing import Literal

from game.pack.world import World
from game.tour.dispatch import ENDINGS, Ending
from game.tour.state import State

Honour = Literal["all-carriages", "all-facts", "all-differences", "clean-dispatch", "perfect-exam"]


CLEAN_ENDINGS: tuple[Ending, ...] = ("front page", "lead story")
"""Endings of a report without a fault, from the worse to the better.

Without a newsroom only the last one: there the front page takes a report of which a few lines were mended.
"""


def name_ending(ending: str) -> str:
    """What an ending is called in the list of honours on file.

    >>> name_ending("lead story")
    'ending-lead-story'
    """
    return f"ending-{ending.replace(' ', '-')}"


def find_endings(world: World, state: State) -> tuple[str, ...]:
    """The endings that reports of this tour have reached, as the list on file calls them."""
    # Only a newsroom has endings to collect; elsewhere the best one is an honour, and the others are none.
    return tuple(name_ending(ending) for ending in ENDINGS if ending in state.endings) if world.newsroom else ()


def find_honours(world: World, state: State) -> tuple[Honour, ...]:
    """The honours that a tour has reached. That of a perfect exam is reached outside the tour."""
    return tuple(_yield_honours(world, state))


def _yield_honours(world: World, state: State) -> Iterator[Honour]:
    # A pack without numbered rooms or differences has nothing to complete, so it gives no honour for none of none.
    if world.carriages and state.carriages == world.carriages:
        yield "all-carriages"
    if len(state.noted) == len(world.facts):
        yield "all-facts"
    # Asked every turn, so the first difference that is not found ends it.
    if world.differences and all(each in state.compared for each in world.differences):
        yield "all-differences"
    if state.filed in (CLEAN_ENDINGS if world.newsroom else CLEAN_ENDINGS[-1:]):
        yield "clean-dispatch"
