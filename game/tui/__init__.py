"""The screen: the only part of the program that knows Textual.

Importing Textual takes most of the time to start, so commands and line mode must run without it. For the same reason
the functions below import their app only when they are called.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.class_view import ClassView
    from game.app.game import Game
    from game.app.quiz_view import RunningQuiz
    from game.pack.world import Tour


def run(
    open_game: "Callable[[], Game | None]",
    *,
    fresh: bool = False,
    home: "Path | None" = None,
    is_ascii: bool = False,
    is_ours: bool = True,
) -> int:
    """Play on the whole terminal until the player quits.

    Args:
        open_game: Called once the first frame is painted; returns None if there is no game to play.
        fresh: True to begin a new tour.
        home: The folder that settings are kept in.
        is_ascii: True when nothing but ASCII is to be written.
        is_ours: False for another pack than the one we ship: its name is not known before it is loaded.

    Returns:
        The exit status.
    """
    from game.tui.guarding import run_app
    from game.tui.tour_app import TourApp

    return run_app(TourApp(open_game, fresh=fresh, home=home, is_ascii=is_ascii, has_title=True, is_ours=is_ours))


def run_quiz_session(
    session: "RunningQuiz", tour: "Tour", *, home: "Path | None" = None, is_ascii: bool = False
) -> int:
    """Run a quiz session on the whole terminal.

    Args:
        session: A session that is not opened yet.
        tour: Of the pack that its questions are from; decides how it looks.
        home: The folder that settings are kept in.
        is_ascii: True when nothing but ASCII is to be written.

    Returns:
        The exit status.
    """
    from game.tui.guarding import run_app
    from game.tui.quiz_app import QuizApp

    return run_app(QuizApp(session, tour, home=home, is_ascii=is_ascii))


def run_class(look: "Callable[[], ClassView]", *, home: "Path | None" = None, is_ascii: bool = False) -> int:
    """Show a class on the whole terminal, as attempts arrive.

    Args:
        look: Reads the folder of results.
        home: The folder that settings are kept in.
        is_ascii: True when nothing but ASCII is to be written.

    Returns:
        The exit status.
    """
    from game.tui.class_app import ClassApp
    from game.tui.guarding import run_app

    return run_app(ClassApp(look, home=home, is_ascii=is_ascii))
