"""Practice in a tour as a quiz session, so that a screen can show it like any other."""

from msgspec.structs import replace

from game.app.game import Game
from game.app.quiz_view import Lines, QuizView


class TourPractice:
    """Practice in a tour: its lines go through the game, which writes them into the transcript."""

    def __init__(self, game: Game) -> None:
        """Wrap the practice that the game has just begun."""
        if game.practice is None:
            raise RuntimeError("no practice begun")
        self._game = game
        self._session = game.practice
        self.last: Lines = ()
        """What the last line brought."""

    @property
    def is_over(self) -> bool:
        """Whether practice has ended and the tour goes on."""
        return self._game.practice is not self._session

    @property
    def view(self) -> QuizView:
        """What a screen shows now."""
        view = self._session.view
        # After the last words the game adds where the tour continues; that is not part of the session.
        return replace(view, notice=(*view.notice, *self.last[len(self._session.last.lines) :]))

    def open(self) -> Lines:
        """Nothing, because the game has already opened it."""
        return ()

    def perform(self, line: str) -> Lines:
        """The game's reply to a line."""
        self.last = self._game.perform(line)
        return self.last

    def beat(self) -> None:
        """Nothing: practice keeps no file that must not be silent."""

    def mark(self, line: str) -> Lines:
        """The reply to a line: practice marks at once."""
        return self.perform(line)

    def tick(self) -> Lines:
        """Practice has no clock."""
        return ()
