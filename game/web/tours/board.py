"""What a page beside the tour is made from. To look at one changes nothing."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.app.game import Game
from game.web.pages.elements import Part
from game.web.tours.tour_page import FormKeys


class BoardRequest(NamedTuple):
    """What a page is made from."""

    game: Game
    keys: FormKeys
    query: Mapping[str, str]


class Board(NamedTuple):
    """One page."""

    title: str
    render: Callable[[BoardRequest], Part]
    told: str = ""
    """What it is for, in the list of more pages; empty where the ways between pages lead to it."""
