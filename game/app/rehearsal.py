"""What a transcript holds, put into an empty folder, so that a game that opens there is where the session began.

It is a log and not a state alone, because a session can go back to turns of the sessions before it, and can begin in
the middle of a practice.
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
    """Put the beginning of a session into a folder.

    Raises:
        OSError: It could not be written.
    """
    state = parse(world, play.beginning.save)
    if not isinstance(state, State):
        # The game says what is wrong with it, as it does of any kept tour.
        saves.old_tour.write_bytes(play.beginning.save)
        return
    earlier, later = _read(play.earlier, world), _read(play.later, world)
    # Each turn that REDO leads to was a turn that UNDO left: they are played in full, and then taken back.
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
