"""What a verb is given: what can be named now, and what the session remembers."""

from game.pack.kinds import Shown
from game.tour.dialogue import Dialogue
from game.tour.history import History
from game.tour.lexicon import Lexicon
from game.tour.scope import Scope
from game.tour.state import State


class Turn(Scope):
    """The scope of one line, with the memory of the session that reads it.

    It is a Scope, so that a verb asks for no more than it needs: most take a Scope and can be called without a session,
    and those that need the memory (UNDO, AGAIN, OOPS, HINT) say so by their type.
    """

    def __init__(
        self, lexicon: Lexicon, state: State, shown: Shown | None, dialogue: Dialogue, history: History
    ) -> None:
        super().__init__(lexicon, state, shown, dialogue.referents)
        self.dialogue = dialogue
        self.history = history
