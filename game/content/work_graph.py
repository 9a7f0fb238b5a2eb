"""The states of a machine as a graph: which of them cannot be left for which other."""

from collections.abc import Iterator

from game.pack.works import Machine


def find_stuck_states(machine: Machine) -> Iterator[tuple[str, str]]:
    """Each state from which some other one is out of reach, with the first such other one.

    Conditions count as met: what they ask for can be had, which other rules check.
    """
    steps: dict[str, set[str]] = {state: set() for state in machine.states}
    for action in machine.actions:
        for state in action.starts or machine.states:
            steps[state].add(action.to or state)
    for state in machine.states:
        reached = _reach(state, steps)
        if unreached := next((other for other in machine.states if other not in reached), ""):
            yield state, unreached


def _reach(start: str, steps: dict[str, set[str]]) -> set[str]:
    reached, ahead = {start}, [start]
    while ahead:
        fresh = steps[ahead.pop()] - reached
        reached |= fresh
        ahead.extend(fresh)
    return reached
