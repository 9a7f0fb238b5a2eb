"""The screen: the only part of the house that knows Textual."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play import Game


def run(open_game: "Callable[[], Game | None]", *, fresh: bool = False) -> None:
    """Play on the whole terminal until the player quits.

    Args:
        open_game: Called once the first frame is painted; None when there is no game to play.
        fresh: True to begin a new tour.
    """
    from game.tui.app import TourApp

    TourApp(open_game, fresh=fresh).run()
