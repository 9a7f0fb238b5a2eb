"""The words of the wall of a class, which a projector shows to all."""

from game.prose.exam import format_span
from game.prose.lines import count_noun

JOIN, EXAM, ALL_OVER = "Come in", "Exam under way", "All have handed in"
JOIN_BADGE, EXAM_BADGE, CLASS_BADGE = "JOIN", "EXAM", "CLASS"
QR_CODE = "QR code that opens this class"
JOIN_HERE = "Open"
WITH_CODE = "and type"
PUPILS_BY_ANSWERS = "Pupils by answers given"
ALL = "all"
FOR_THE_WALL = (
    "This page is for the projector: open it with the address that the program printed, or from the teacher’s board."
)
WALL = "Class wall"


def spell_code(code: str) -> str:
    """A code as it is read aloud.

    >>> spell_code("K7QMPX")
    'Code: K, 7, Q, M, P, X'
    """
    return f"Code: {', '.join(code)}"


def split_code(code: str) -> str:
    """A code as it is read from far away.

    >>> split_code("K7QMPX")
    'K7Q MPX'
    """
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


def count_in(number: int) -> tuple[str, str]:
    """How many are in: the number, and what it counts."""
    # The same words for each number: news of a join change the number alone.
    return str(number), "in the class"


def count_answers(answered: int, total: int) -> tuple[str, str]:
    """How many answers there are: the number, and of how many."""
    return str(answered), f"of {count_noun(total, 'answer')}"


def count_not_begun(number: int) -> tuple[str, str]:
    """How many may begin and have not: the number, and what it counts."""
    return str(number), "may begin"


def describe_left_for_most(seconds: float) -> str:
    """The time that most have left, where clocks differ. It does not say who has another.

    >>> describe_left_for_most(492)
    '8:12 left for most'
    """
    return f"{format_span(seconds)} left for most"


def count_over(over: int, pupils: int) -> tuple[str, str]:
    """How many have handed in: the number, and of how many."""
    return str(over), f"of {pupils} {'has' if over == 1 else 'have'} handed in"


def name_range(first: int, last: int) -> str:
    """A group of numbers.

    >>> name_range(2, 3), name_range(4, 4)
    ('2–3', '4')
    """
    return str(first) if first == last else f"{first}–{last}"


def describe_bars(bars: list[tuple[str, int]]) -> str:
    """A histogram for those who do not see it."""
    return f"{PUPILS_BY_ANSWERS}. " + "; ".join(f"{label}: {number}" for label, number in bars if number)
