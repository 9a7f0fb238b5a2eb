"""The words for how a line is printed, as a player types them. Pure."""

from collections.abc import Mapping

from game.core.names import words
from game.tour.dispatch import PRINTS, Print

PRINT_WAYS: Mapping[Print, tuple[str, ...]] = {
    "plain": ("plain", "plainly", "as it stands", "as fact", "as a fact", "flatly"),
    "attributed": tuple(
        "attributed | with the name | with the name of who says so | with name | with a name | named | name | with its "
        "name | with names | with their names | with its source | with its source named | with the source | with the "
        "source named | with source | with a source | with sources | with their sources | needs its source | needs the "
        "source | needs a source | need their sources | needs its name | needs the name | needs a name".split(" | ")
    ),
    "hedged": tuple(
        "hedged | with a hedge | with hedge | with a hedge, as likely or reportedly | hedge | with its hedge | with "
        "the hedge | needs a hedge | needs its hedge".split(" | ")
    ),
    "picture": tuple("picture | as a picture | as picture | as what a picture shows | photo".split(" | ")),
}
"""Way -> its words; the first one is that of the commands."""

_AFTER = frozenset({"also", "please", "too"})
"""Words behind a way that change nothing; AS WELL is two."""


def split_way(text: str) -> tuple[str, Print | None]:
    """A text without the way to print at its end, and that way; None where it names none.

    >>> split_way("3 with the name"), split_way("3 needs its source as well"), split_way("37 mph")
    (('3', 'attributed'), ('3', 'attributed'), ('37 mph', None))
    """
    typed = words(text)
    bare = typed[:-2] if typed[-2:] == ("as", "well") else typed[:-1] if typed[-1:] and typed[-1] in _AFTER else typed
    named = [(words(name), way) for way in PRINTS for name in PRINT_WAYS[way]]
    for name, way in sorted(named, key=lambda entry: -len(entry[0])):
        if bare[-len(name) :] == name:
            return " ".join(bare[: -len(name)]), way
    return " ".join(typed), None
