"""The guided tour: one key plays it, line by line, and the visitor only answers what is asked.

The lines stand in the pack, as a player would type them. So the guide can do nothing that a player cannot, every line
can be undone, and a kept tour goes on where it was.
"""

import re

from game.pack.world import Room
from game.tour.commands import Bare
from game.tour.events import GuideEnded, StopPlayed
from game.tour.turn import Turn
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, Verb, split_words


def play_stop(turn: Turn, _: Bare) -> Outcome:
    """Play the next line of this room, or walk on to the next room that has any left."""
    line = find_stop(turn)
    if not line:
        return report(turn, GuideEnded())
    return Outcome(turn.state, (StopPlayed(line=line),), next_line=line, is_guided=True)


def find_stop(turn: Turn) -> str:
    """The line that the guide plays next; empty at the end of the tour."""
    room, state = turn.room, turn.state
    played = state.guided.get(room.id, 0)
    if played < len(room.guided):
        # A note by its number, as in the notebook: the number depends on what was noted before.
        return re.sub(r"\{([a-z0-9-]+)\}", lambda fact: str(state.numbers.get(fact[1], "")), room.guided[played])
    rooms = list(turn.lexicon.world.rooms.values())
    # From here on only: a visitor may have joined the guide in the middle, and should not be led back.
    later = rooms[rooms.index(room) + 1 :]
    following = next((each for each in later if _is_left(turn, each)), None)
    return f"go to {following.name}" if following else ""


def _is_left(turn: Turn, room: Room) -> bool:
    return turn.state.guided.get(room.id, 0) < len(room.guided)


VERBS = (
    Verb(
        id="guide",
        words=split_words(
            "guide, guide me, guided tour, audio guide, audioguide, next stop, show me around, take me around, play "
            "the tour, play the guide, lead on, lead the way"
        ),
        takes=NOTHING,
        perform=play_stop,
        group="walk",
        is_about_memory=True,
        needs="guided",
    ),
)
