"""The last words when the program itself has failed, or when its output cannot be written."""


def describe_crash(kind: str, trace: str) -> str:
    """The last sentence after an error of the program."""
    kept = f"What happened is written in {trace}; please send it with a report." if trace else "No report was kept."
    return (
        f"Something went wrong inside the program ({kind}), and it has ended. "
        f"Everything it said was kept is still there. Start it again to continue. {kept}"
    )


def describe_lost_output(why: str) -> str:
    """The last sentence when what is printed cannot be written."""
    return f"carriages: the output could not be written: {why}."
