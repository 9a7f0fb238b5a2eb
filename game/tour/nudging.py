"""When a player hears that two notes belong side by side: late, once, and never which two.

The pair of the lead that is open from the start is the exception: it shows how comparing is done, so it is named at
once.
"""

from msgspec.structs import replace

from game.tour.events import PairNudged
from game.tour.lexicon import Lexicon
from game.tour.state import State

MIN_NUDGE_TURNS = 3
"""Turns after the second note before a player who stays in a room hears of the pair; who walks on hears at the door."""


def nudge(lexicon: Lexicon, state: State, *, has_moved: bool) -> tuple[State, PairNudged | None]:
    """The state after a turn, and what is said of a pair of notes that waits.

    Args:
        lexicon: The pack.
        state: The state with the number of the turn that ends.
        has_moved: Whether the player has gone to another room in this turn.
    """
    waiting = tuple((each, turn) for each, turn in state.unmade if each not in state.compared)
    first = lexicon.comparisons.lesson if waiting else ""
    if any(each == first for each, _ in waiting):
        pair = lexicon.comparisons.by_id[first].choose_pair(state.noted)
        numbers = tuple(sorted(state.numbers[fact_id] for fact_id in pair))
        return _take_out(state, waiting, first), PairNudged(numbers=numbers)
    if waiting and _is_taught(lexicon, state):
        oldest, turn = waiting[0]
        # Not in the turn in which the second note was read: there the player may see it unhelped.
        is_due = state.turn > turn and (has_moved or state.turn - turn >= MIN_NUDGE_TURNS)
        if is_due:
            return _take_out(state, waiting, oldest), PairNudged()
    return state if len(waiting) == len(state.unmade) else replace(state, unmade=waiting), None


def _is_taught(lexicon: Lexicon, state: State) -> bool:
    """Whether the pair that shows how comparing is done has been noted; before that, no other pair is spoken of."""
    first = lexicon.comparisons.by_id.get(lexicon.comparisons.lesson)
    return first is None or first.is_met(state.noted)


def _take_out(state: State, waiting: tuple[tuple[str, int], ...], told: str) -> State:
    # The others wait anew: two in a row would be noise.
    return replace(state, unmade=tuple((each, state.turn) for each, _ in waiting if each != told))
