"""Writes the beginning of a recorded session into an empty folder, so that a game opened there starts like it.

It writes a log and not only a state, because a session can go back to turns of earlier sessions and can begin in the
middle of a practice.
"""

from collections.abc import Sequence

from game.pack.world import World
from game.store.saves import Saves
from game.store.state_values import parse, to_plain
from game.store.transcripts import EarlierTurn, Play
from game.store.turn_log import TurnLog
from game.store.turn_records import FORMAT, Head, QuizPart
from game.tour.state import State

Turn = tuple[str, State]


def lay_out(play: Play, world: World, saves: Saves, seed: int) -> None:
    """Write the beginning of a session into a folder.

    Raises:
        OSError: It could not be written.
    """
    state = parse(world, play.beginning.save)
    if not isinstance(state, State):
        # The game reports what is wrong with it, as with any kept tour.
        saves.old_tour.write_bytes(play.beginning.save)
        return
    earlier, later = _read(play.earlier, world), _read(play.later, world)
    # UNDO made the turns that REDO leads to. So they are all played, and then taken back.
    states = [state, *(each for _, each in later)]
    played = [*reversed(earlier), *((line, states[place]) for place, (line, _) in enumerate(later))]
    log = TurnLog[State](saves.tour_folder(world).log, to_plain)
    log.begin(Head(format=FORMAT, tour=world.tour.id, seed=seed, at=""), states[-1], played)
    ahead: list[Turn] = []
    for place in range(len(later) - 1, -1, -1):
        ahead.append((later[place][0], states[place + 1]))
        log.append("undo", (), states[place], played[: len(earlier) + place], ahead)
    for entry in play.beginning.practice:
        log.append(entry.line, entry.told, state, played[: len(earlier)], ahead, quiz=QuizPart(entry.quiz, entry.items))


def _read(turns: Sequence[EarlierTurn], world: World) -> list[Turn]:
    found = ((turn.line, parse(world, turn.save)) for turn in turns)
    return [(line, state) for line, state in found if isinstance(state, State)]
