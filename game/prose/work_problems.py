"""What can be wrong with things that can be worked, in words for their author."""


def describe_movable_work() -> str:
    """A work that would leave its room."""
    return "only a thing of a room that is not portable can be worked"


def describe_stuck_state(state: str, unreached: str) -> str:
    """A state from which another one is never reached."""
    return f"no actions lead from the state {state!r} to {unreached!r}; every state must lead back to every other"


def describe_rival_action(other: int) -> str:
    """Two actions that one line would mean."""
    return f"one line could mean this action and action {other}: give them other states, parts or conditions"


def describe_truth_word(word: str) -> str:
    """A name that YAML reads as a truth value."""
    return f"{word!r} cannot be an id: YAML takes it for true, false or nothing; choose another word, such as lit"


def describe_lost_tool(thing_id: str) -> str:
    """A thing that is put into a work and never comes out."""
    return f"{thing_id!r} stays in the work for good: no action gives it back"


def describe_gift_from_nowhere(thing_id: str, work_id: str) -> str:
    """A thing that an action gives although it is elsewhere."""
    return f"{thing_id!r} is not in this work: give it inside: {work_id}, or an action that keeps it"


def describe_locked_inside(work_id: str, thing_id: str) -> str:
    """A thing inside of a work that never lets it out."""
    return f"no action of {work_id!r} gives {thing_id!r}, so nobody can have it"


def describe_fixed_inside() -> str:
    """A thing inside of a work that nobody can carry."""
    return "what is inside of a work needs portable: true"


def describe_silent_thing() -> str:
    """A thing about which nothing is told."""
    return "expected at least 1 entries, found 0; only a thing with works can do without"


def describe_card_count(cards: int) -> str:
    """A sprite for a number of cards that never hang."""
    return f"expected how many cards hang, 0 to {cards}"


def describe_name_in_two(name: str) -> str:
    """A name of two cards, or of two places."""
    return f"{name!r} already means another one here"


def describe_name_of_work_taken(name: str, thing_id: str) -> str:
    """A name that a thing and a work of one room share."""
    return f"{name!r} already means the thing {thing_id!r} of this room, so no line could tell them apart"
