"""What lint finds: a rule, an item, a code and its values; and the functions by which rules compare texts."""

import re
from typing import Literal, get_args
from unicodedata import normalize

from msgspec import Struct

from game.core.names import STOP, singular, words
from game.pack.kinds.parts import RemarkCode
from game.quiz.lint.finding_codes import BankCode, CommentCode, KeyCode, OptionCode, PatternCode, StemCode, TruthCode

# Packs name rules in comments and baselines. So a rule keeps its number, and the number of a removed rule is not used
# again.
Rule = Literal[
    "E01",
    "E02",
    "E03",
    "E04",
    "E05",
    "E06",
    "E07",
    "E08",
    "E09",
    "E10",
    "E11",
    "E13",
    "E14",
    "E15",
    "W20",
    "W21",
    "W22",
    "W23",
    "W24",
    "W25",
    "W26",
    "W27",
    "W28",
    "W30",
    "W31",
    "W32",
    "W33",
    "W34",
    "W35",
    "W36",
    "W40",
    "W41",
    "W42",
    "W43",
    "W44",
    "W45",
    "W47",
    "W50",
    "W51",
    "W52",
    "W53",
    "W55",
    "W56",
    "W57",
    "W59",
    "I54",
    "Q-KEY",
    "Q-LEAN",
    "Q-TWO",
    "Q-PROOF",
    "Q-TF",
    "Q-ORDER",
    "Q-PAIR",
    "Q-SURE",
    "Q-FEED",
    "Q-HEDGE",
    "Q-FORM",
]
"""E is an error, W a warning, I information. Q is about a key: an error, unless it is only about wording."""

_OF_WORDS = frozenset({"Q-FEED", "Q-HEDGE", "Q-FORM"})

RULES: tuple[Rule, ...] = get_args(Rule)

Value = str | int | float
Field = tuple[str | int, ...]


# A capital at the beginning of a sentence or of a quotation says nothing.
_NAME = re.compile(r"(?<![.!?“‘:] )(?<!^)(?<![“‘])\b[A-Z][\w’-]+")


class BaseFinding(Struct, frozen=True):
    """One thing that a rule has found. A subclass adds a code and the values that its sentence needs.

    The sentence itself is in prose: what is wrong, and how to fix it.
    """

    rule: Rule
    item_id: str
    """Empty for the bank as a whole."""
    field: Field
    """Where in the item; empty for the item as a whole."""

    @property
    def is_error(self) -> bool:
        """Whether the item must not be used as it is."""
        return self.rule.startswith(("E", "Q")) and self.rule not in _OF_WORDS

    @property
    def is_warning(self) -> bool:
        """Whether somebody should look at it."""
        return self.rule.startswith("W") or self.rule in _OF_WORDS

    @property
    def is_note(self) -> bool:
        """Whether it is only information and needs no fix."""
        return self.rule.startswith("I")


class StemFinding(BaseFinding, frozen=True):
    """About a stem or a feedback."""

    code: StemCode
    values: tuple[Value, ...] = ()


class OptionFinding(BaseFinding, frozen=True):
    """About the options of an item."""

    code: OptionCode
    values: tuple[Value, ...] = ()


class TruthFinding(BaseFinding, frozen=True):
    """About something that makes an item unusable."""

    code: TruthCode
    values: tuple[Value, ...] = ()


class LedgerFinding(BaseFinding, frozen=True):
    """About a key that concerns the sources and that the facts do not support."""

    code: RemarkCode
    values: tuple[Value, ...] = ()


class KeyFinding(BaseFinding, frozen=True):
    """About a key or a wrong answer, if the cited facts support the key too little or the wrong answer too much."""

    code: KeyCode
    values: tuple[Value, ...] = ()


class PatternFinding(BaseFinding, frozen=True):
    """About a pattern over many items."""

    code: PatternCode
    values: tuple[Value, ...] = ()


class BankFinding(BaseFinding, frozen=True):
    """About several items, or the whole bank."""

    code: BankCode
    values: tuple[Value, ...] = ()


class CommentFinding(BaseFinding, frozen=True):
    """About a comment that should make lint ignore a finding."""

    code: CommentCode
    values: tuple[Value, ...] = ()


Finding = (
    StemFinding
    | OptionFinding
    | TruthFinding
    | LedgerFinding
    | KeyFinding
    | PatternFinding
    | BankFinding
    | CommentFinding
)


def fold_text(text: str) -> str:
    """A text as options are compared: case, width, spaces and a last stop do not count.

    >>> fold_text("  The  KEY. ")
    'the key'
    """
    return " ".join(normalize("NFKC", text).casefold().split()).rstrip(".?!")


def find_content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, in their singular form."""
    return frozenset(singular(word) for word in words(text) if word not in STOP)


def measure_likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's index of two sets of words: what they share over what they have, 0..1."""
    return len(one & other) / len(one | other) if one | other else 0.0


def find_names(text: str) -> list[str]:
    """The words of a text that are names, as far as capitals tell; a possessive is taken off.

    >>> find_names("The memoir of Kim’s guard")
    ['Kim']
    """
    return [name.removesuffix("’s") for name in _NAME.findall(text)]
