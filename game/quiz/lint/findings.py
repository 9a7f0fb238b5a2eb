"""What lint says: a rule, an item, what is wrong with it and how to mend it; and the words rules compare texts by."""

import re
from typing import NamedTuple
from unicodedata import normalize

from game.core.names import STOP, singular, words

RULES = {
    "E01": "A wrong option is marked as right.",
    "E02": "The key is not among what is shown.",
    "E03": "Two options are the same.",
    "E04": "A text is empty.",
    "E05": "An id that other programs would not take.",
    "E06": "A cited fact is unknown.",
    "E07": "The key has a figure or a name that no cited fact bears out.",
    "E08": "A wrong figure lies within the tolerance of the key.",
    "E09": "A text holds characters that no text should.",
    "E10": "The item's own key is not marked as right.",
    "E11": "The sources contradict each other here, and the stem names none of them.",
    "E13": "A wrong option is what the other source says, and the stem names no source.",
    "E14": "The ledger does not bear out which source says it.",
    "E15": "The ledger does not bear out whether the sources agree.",
    "W20": "The key is told from the other options by its length.",
    "W21": "Over the bank, the longest or the shortest option is the key too often.",
    "W22": "Over the bank, the key stands in one place too often.",
    "W23": "An option speaks of other options.",
    "W24": "A word like always or never stands only in the key, or only in wrong options.",
    "W25": "A vague word like usually stands only in the key.",
    "W26": "A rare word of the stem stands in the key and in no other option.",
    "W27": "The key shares most with the other options.",
    "W28": "One option is of another kind than the rest.",
    "W30": "One option holds another.",
    "W31": "Two options are nearly the same.",
    "W32": "The grammar of the stem gives the key away.",
    "W33": "Only the key begins or ends differently.",
    "W34": "A wrong option is used in many items, or names what no source knows.",
    "W35": "All options begin with the same words.",
    "W40": "A negative stem whose negation is not in capitals.",
    "W41": "A stem that asks nothing.",
    "W42": "A gap that is not at the end, or more than one.",
    "W43": "A stem that says much before it asks.",
    "W44": "A stem that is hard to read.",
    "W45": "A stem that asks for an opinion.",
    "W47": "Too many statements to be judged, or too many of them true or false.",
    "W50": "Two stems are nearly the same.",
    "W51": "The stem of one item gives the answer of another.",
    "W52": "An item that needs another one before it.",
    "W53": "A room, a source or a skill that is hardly asked about.",
    "W55": "One answer is the key of many items.",
    "W56": "A wrong option here is the key of the same question elsewhere.",
    "W57": "Feedback that hardly says why.",
    "W59": "A comment that ignores a rule without a reason, or for nothing.",
    "I54": "How the levels are spread.",
}
"""Rule id -> what it is about. E is an error, W a warning, I for information."""


_NAME = re.compile(r"(?<![.!?“‘:] )(?<!^)(?<![“‘])\b[A-Z][\w’-]+")


class Finding(NamedTuple):
    """One thing a rule has found."""

    rule: str
    item_id: str
    """Empty for the bank as a whole."""
    field: tuple[str | int, ...]
    """Where in the item; empty for the item as a whole."""
    text: str
    fix: str

    @property
    def is_error(self) -> bool:
        """Whether the item must not be used as it is."""
        return self.rule.startswith("E")

    @property
    def is_note(self) -> bool:
        """Whether it is there to be known, not mended."""
        return self.rule.startswith("I")


def folded(text: str) -> str:
    """A text as options are compared: case, width, spaces and a last stop do not count.

    >>> folded("  The  KEY. ")
    'the key'
    """
    return " ".join(normalize("NFKC", text).casefold().split()).rstrip(".?!")


def content(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, in their singular form."""
    return frozenset(singular(word) for word in words(text) if word not in STOP)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's index of two sets of words: what they share over what they have, 0..1."""
    return len(one & other) / len(one | other) if one | other else 0.0


def names(text: str) -> list[str]:
    """The words of a text that are names, as far as capitals tell; a possessive is taken off.

    >>> names("The memoir of Kim’s guard")
    ['Kim']
    """
    return [name.removesuffix("’s") for name in _NAME.findall(text)]
