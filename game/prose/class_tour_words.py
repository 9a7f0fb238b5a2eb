"""The words of a class that walks the tour."""

from game.prose.lines import count_noun

FRONT_PAGES = "Front pages"
FOR_A_TOUR = "For a tour"
TASK, TASK_HINT = "Task", "What pupils are to do, above their tour. Empty: the tour sets its own questions."
BEGINS, AT_THE_START = "Begins in", "Where the tour begins"
WITH_NAMES, WITHOUT_NAMES = "Show the pseudonyms", "Hide the pseudonyms"
PRINT_NOTE = "Print this page to hang the papers on a wall."
NO_PAGES = "Nobody has printed a page yet."


ELSEWHERE = (
    "Your tour is kept by another server of this class, and nothing of it is lost. Look again in a moment; if this "
    "page stays, tell your teacher: whatever stands before the servers must lead a pupil to the same one every time."
)


def describe_progress(room: str, noted: int, closed: int, leads: int) -> str:
    """How far a pupil is.

    >>> describe_progress("4 Family carriage", 19, 2, 6)
    '4 Family carriage · 19 facts · 2 of 6 questions closed'
    """
    questions = f"{closed} of {count_noun(leads, 'question')} closed" if leads else ""
    return " · ".join(filter(None, (room, count_noun(noted, "fact"), questions)))


def count_pages(number: int) -> str:
    """How many front pages there are."""
    return count_noun(number, "front page")
