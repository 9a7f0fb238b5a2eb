"""The checklist of an author: what to do next, in order."""

from collections.abc import Mapping
from typing import Literal

from game.prose.lines import count_noun

StepName = Literal["mend", "confirm", "describe", "decide", "place", "furnish", "draw", "ask", "read"]
"""A kind of work of an author; here, since it is the very word that is printed."""

NEXT = "← next"
HEADING = "To do, in this order:"


def render_step(number: int, name: StepName, count: int, where: str) -> str:
    """A step: its number, how much of it is left, and where to go on; the first is marked."""
    place = f", first {where}" if where else ""
    mark = f"  {NEXT}" if number == 1 else ""
    return f"  {number} {name:<9}{describe_step(name, count)}{place}{mark}"


def describe_step(name: StepName, count: int) -> str:
    """How much of a step is left."""
    noun, rest = _NOUNS[name]
    return f"{count_noun(count, noun)}{rest}"


_NOUNS: Mapping[StepName, tuple[str, str]] = {
    "mend": ("error", ""),
    "confirm": ("draft", " of facts"),
    "describe": ("draft", " of names"),
    "decide": ("possible difference", ""),
    "place": ("fact", " that no text tells"),
    "furnish": ("room", " without a thing"),
    "draw": ("room", " without a picture"),
    "ask": ("room", " without a question"),
    "read": ("fact", " that nobody has signed"),
}
"""Step -> what is counted, and the words after it."""
