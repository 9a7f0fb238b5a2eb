"""What makes a question of a pack unusable, in words for its author."""


def describe_rumour(fact_id: str) -> str:
    """A question whose key is a rumour."""
    return f"{fact_id!r} is a rumour; rumours are not scored as truths"


def describe_wrong_key() -> str:
    """A wrong option that is the key."""
    return "this distractor is the key; a wrong option must be wrong"


def describe_same_distractors() -> str:
    """Two wrong options that are the same."""
    return "two distractors are the same"


def describe_repeated_text() -> str:
    """A step, or one side of a pair, that occurs twice."""
    return "this stands here twice; then no order of them is the only right one"


def describe_repeated_proof(fact_id: str) -> str:
    """A reason that occurs twice, or that proves the key."""
    return f"{fact_id!r} stands here twice, or proves the key"


def describe_negative(found: str) -> str:
    """A figure below zero where there can be none."""
    return f"expected 0 or more, found {found!r}"


def describe_option_count(limit: str, found: str) -> str:
    """More options than a screen can letter."""
    return f"expected at most {limit} options, right and wrong together, found {found}"
