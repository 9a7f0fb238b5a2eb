"""The words for how a line is printed, as a player types them. Pure."""

from collections.abc import Mapping

from game.core.names import words
from game.tour.dispatch import PRINTS, Print

PRINT_WAYS: Mapping[Print, tuple[str, ...]] = {
    "plain": ("plain", "plainly", "as it stands", "as fact", "as a fact", "flatly"),
    "attributed": tuple(
        "attributed | with the name | with the name of who says so | with name | with a name | named | name".split(
            " | "
        )
    ),
    "hedged": tuple("hedged | with a hedge | with hedge | with a hedge, as likely or reportedly | hedge".split(" | ")),
    "picture": tuple("picture | as a picture | as picture | as what a picture shows | photo".split(" | ")),
}
"""Way -> its words; the first one is that of the commands."""


def split_way(text: str) -> tuple[str, Print | None]:
    """A text without the way to print at its end, and that way; None where it names none.

    >>> split_way("3 with the name"), split_way("37 mph")
    (('3', 'attributed'), ('37 mph', None))
    """
    typed = words(text)
    named = [(words(name), way) for way in PRINTS for name in PRINT_WAYS[way]]
    for name, way in sorted(named, key=lambda entry: -len(entry[0])):
        if typed[-len(name) :] == name:
            return " ".join(typed[: -len(name)]), way
    return " ".join(typed), None
