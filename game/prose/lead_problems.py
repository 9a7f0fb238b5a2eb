"""What can be wrong with the leads of a pack, in words for its author."""


def describe_untold_fact(fact_id: str) -> str:
    """A fact of a lead that a player can never note."""
    return f"no text of the tour tells {fact_id!r}, so that nobody can note it"


def describe_slot_elsewhere(room_id: str) -> str:
    """A slot whose room tells none of its facts."""
    return f"room {room_id!r} tells none of the facts of this slot"


def describe_repeated_sentence() -> str:
    """A sentence that is offered twice when a lead is closed."""
    return "this sentence is offered twice; each must differ from the honest one and from the others"


def describe_comparison_out_of_reach() -> str:
    """A comparison of which the slots do not give two sides."""
    return (
        "whoever has filled the slots may have only one side of this comparison; add a slot with a fact of another side"
    )
