"""Records are frozen: what a turn, a paper or a class is made of is never changed in place."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from msgspec import Struct

import game


def all_records() -> Iterator[type[Struct]]:
    """Every Struct of the game, below the screens."""
    for module in walk_packages(game.__path__, "game."):
        if not module.name.startswith(("game.tui", "game.__main__")):
            import_module(module.name)
    waiting = [Struct]
    while waiting:
        for record in waiting.pop().__subclasses__():
            waiting.append(record)
            if record.__module__.startswith("game."):
                yield record


CHANGING = {"Deck", "Draft"}
"""A deck of cards, and a question while it is read line by line. Names with _ only say what a decoder has to find."""


def test_every_record_but_two_is_frozen() -> None:
    records = {record for record in all_records() if not record.__name__.startswith("_")}
    assert len(records) > 50
    assert {record.__name__ for record in records if not record.__struct_config__.frozen} == CHANGING
