"""The screen: the only part of the house that knows Textual."""

from game.play import Game


def run(game: Game, *, fresh: bool = False) -> int:
    """Play on the whole terminal until the player quits; returns the exit status."""
    from game.tui.app import TourApp

    app = TourApp(game, fresh=fresh)
    app.run()
    return app.return_code or 0
