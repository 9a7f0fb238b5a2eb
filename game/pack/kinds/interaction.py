"""An item as an interaction of xAPI: what a learning record store gets to know about the question itself.

Source: Experience API 1.0.3, Part Two, appendix C (interaction definitions), after SCORM 2004's cmi.interactions.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

InteractionType = Literal["choice", "sequencing", "matching", "true-false", "numeric", "fill-in"]
Components = tuple[tuple[str, str], ...]
"""Id and text of each thing that can be chosen, in a fixed order, so that one response is always written alike."""

BETWEEN, PAIRED, TO = "[,]", "[.]", "[:]"
"""What separates the parts of a response, the two sides of a pair, and the two ends of a range."""


class Interaction(Struct, frozen=True, kw_only=True):
    """The kind of interaction, its components, and the responses that are right."""

    type: InteractionType
    right: tuple[str, ...]
    """Any of them is right."""
    choices: Components = ()
    source: Components = ()
    target: Components = ()


def name_components(letter: str, texts: Iterable[str]) -> Components:
    """Components with ids made of a letter and their place.

    >>> name_components("c", ["red", "blue"])
    (('c1', 'red'), ('c2', 'blue'))
    """
    # Texts cannot be ids: record stores refuse spaces in an id, and two ids that are the same.
    return tuple((f"{letter}{place}", text) for place, text in enumerate(texts, start=1))


def write_choice(response: tuple[str, ...], options: tuple[str, ...]) -> str:
    """The ids of the options chosen, in the options' order; a text that is no option is kept as it is.

    >>> write_choice(("blue",), ("red", "blue")), write_choice(("blue", "red"), ("red", "blue"))
    ('c2', 'c1[,]c2')
    """
    known = [f"c{place}" for place, text in enumerate(options, start=1) if text in response]
    return BETWEEN.join((*known, *(text for text in response if text not in options)))
