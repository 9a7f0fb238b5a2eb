"""The words of the plan of all rooms."""

GO_KEY, CHOOSE_KEY = "Go there", "Choose"
MORE = " ▾ more"
HERE, VISITED, NOT_VISITED, ALL_NOTED = "you are here", "visited", "not visited", "all noted"


def count_notes(noted: int, facts: int) -> str:
    """What is noted of a room, and what is left.

    >>> count_notes(3, 12), count_notes(4, 4), count_notes(0, 0)
    ('3 of 12 notes', 'all noted', 'nothing to note')
    """
    if not facts:
        return "nothing to note"
    return ALL_NOTED if noted == facts else f"{noted} of {facts} notes"


def describe_place(name: str, noted: int, facts: int, *, is_here: bool, is_visited: bool) -> str:
    """A room in one line: where it stands, whether it was visited, what is left.

    >>> describe_place("7 Lounge", 0, 12, is_here=False, is_visited=False)
    '7 Lounge: not visited'
    >>> describe_place("7 Lounge", 3, 12, is_here=True, is_visited=True)
    '7 Lounge: you are here, 3 of 12 notes'
    """
    state = HERE if is_here else VISITED if is_visited else NOT_VISITED
    return f"{name}: {state}{f', {count_notes(noted, facts)}' if is_visited else ''}"


def count_visited(seen: int, count: int) -> str:
    """How many rooms were visited."""
    return f"{seen} of {count} seen"
