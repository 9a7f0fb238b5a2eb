"""Steps that make two spellings of one answer equal, and the modes: which steps a question takes.

A mode is a list of steps, in the order of ``STEPS``. The key and the response are folded alike. A target of an export
takes some steps itself; the steps that it does not take are what its loss report names.

This is apart from ``game.core.names``, by which the game finds the things that a player names. A name may be meant
loosely; an answer that gets a mark may not: signs count, so ``C`` is not ``C++``.
"""

import re
import unicodedata
from collections.abc import Callable, Collection

from game.pack.marking.modes import Mode, Step

_QUOTES = dict.fromkeys(map(ord, "’‘ʼ‛′`´＇"), "'") | dict.fromkeys(map(ord, "“”„‟«»″＂"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_INVISIBLE = dict.fromkeys(
    (0x200B, 0x2060, 0xFEFF, 0xAD, 0xFE0E, 0xFE0F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Joiners, soft hyphens, marks of direction, and variation selectors: nobody types them on purpose."""

_LIGATURES = {0xFB00 + place: text for place, text in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
_ELLIPSIS = {0x2026: "..."}

_ARTICLES = ("the ", "a ", "an ")
_BEHIND_LETTER = ("minor", "major", "flat", "sharp", "level")
"""Words before which A is the name of a letter and no article: A MINOR is not MINOR."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def fold_width(text: str) -> str:
    """A text in letters of normal width, without ligatures and invisible characters.

    NFKC is not used: it also turns ² into 2 and ½ into 1/2, and those are other answers.

    >>> fold_width("ﬁnal Ｃ++ m²")
    'final C++ m²'
    """
    if text.isascii():
        return text
    wide = (unicodedata.normalize("NFKC", each) if _is_wide(each) else each for each in text)
    return "".join(wide).translate(_LIGATURES | _ELLIPSIS).translate(_INVISIBLE)


def _is_wide(character: str) -> bool:
    """Whether a character is the full or half width form of another one."""
    return unicodedata.decomposition(character).startswith(("<wide>", "<narrow>"))


def fold_dashes(text: str) -> str:
    """A text in which every kind of dash and minus is a hyphen."""
    return text.translate(_DASHES)


def write_number_words(text: str) -> str:
    """A text in which number words up to ninety-nine are digits, wherever they stand.

    >>> write_number_words("Twenty-one cars and seven"), write_number_words("often")
    ('21 cars and 7', 'often')
    """

    def write_digits(found: re.Match[str]) -> str:
        tens, ones = found[1], found[2] or found[3]
        return str(
            (10 * (_TENS.index(tens.casefold()) + 2) if tens else 0) + (_ONES.index(ones.casefold()) if ones else 0)
        )

    # The longest first: an alternation takes the first that fits, and SIX begins SIXTEEN.
    ones = "|".join(sorted(_ONES, key=len, reverse=True))
    pattern = rf"\b(?:({'|'.join(_TENS)})(?:[ -]({'|'.join(_ONES[1:10])}))?|({ones}))\b"
    return re.sub(pattern, write_digits, text, flags=re.IGNORECASE)


def _fold_end(text: str) -> str:
    """A text without quotes around it and without a sign that only ends a sentence."""
    bare = re.sub(r"^([\"'])(.*)\1$", r"\2", text.strip())
    # After a letter only: 5! is not 5. Of several points none goes, for ... is an answer.
    return re.sub(r"(?<=[^\W\d])[!?;,。]+$|(?<!\.)\.$", "", bare).strip() or text


def _fold_article(text: str) -> str:
    article = next((each for each in _ARTICLES if text.casefold().startswith(each)), "")
    if article == "a " and text[len(article) :].casefold().startswith(_BEHIND_LETTER):
        return text
    # An article alone stays: it may be the answer.
    return text[len(article) :] if text[len(article) :].strip() else text


def _fold_accents(text: str) -> str:
    """A text without accents. Only where an accent leaves the letter what it is: Й is another letter than И."""
    return text if text.isascii() else "".join(map(_strip_accent, text))


_ACCENTLESS = {"ё": "е", "Ё": "Е"}


def _strip_accent(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    is_kept = len(apart) == 1 or not unicodedata.name(apart[0], "").startswith(("LATIN", "GREEK"))
    return _ACCENTLESS.get(letter, letter) if is_kept else apart[0]


STEPS: dict[Step, Callable[[str], str]] = {
    "width": fold_width,
    "quote": lambda text: text.translate(_QUOTES),
    "dash": fold_dashes,
    "space": lambda text: " ".join(text.split()),
    "end": _fold_end,
    # The Turkish İ is folded to an i with a dot above it; the dot is none of its own.
    "case": lambda text: text.casefold().replace("i\u0307", "i"),
    # Of abbreviations (U.S.A., St.) and of a comma before a space, never of a figure.
    "point": lambda text: re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)|(?<=[^\W\d])\.(?=\s)|(?<=[^\W\d]),(?=\s)", "", text),
    # Beside a letter only: 5-6 is no 5 6.
    "hyphen": lambda text: re.sub(r"(?<=[^\W\d])-(?=\w)|(?<=\w)-(?=[^\W\d])", " ", text),
    "article": _fold_article,
    "and": lambda text: re.sub(r"\s&\s", " and ", text),
    "numeral": write_number_words,
    "accent": _fold_accents,
}
"""In the order in which they are taken."""

_LAST_FOLDED: Step = "article"
_STEP_NAMES: tuple[Step, ...] = tuple(STEPS)

STEPS_BY_MODE: dict[Mode, tuple[Step, ...]] = {
    "exact": (),
    "folded": _STEP_NAMES[: _STEP_NAMES.index(_LAST_FOLDED) + 1],
    "forgiving": _STEP_NAMES,
}

_MIN_FORGIVING_LETTERS = 5
"""Letters of the longest word of a key from which slips can be told from other words."""


def choose_mode(forms: Collection[str]) -> Mode:
    """The mode of a question whose author has not chosen one.

    >>> choose_mode(["Vladivostok"]), choose_mode(["C++"]), choose_mode(["IL-62"]), choose_mode(["Kim"])
    ('forgiving', 'folded', 'folded', 'folded')
    """
    texts = [re.sub(r"['\s.-]", "", STEPS["quote"](form)) for form in forms]
    are_words = all(text.isalpha() for text in texts)
    longest = max((len(word) for form in forms for word in form.split()), default=0)
    return "forgiving" if are_words and longest >= _MIN_FORGIVING_LETTERS else "folded"


def fold(text: str, steps: Collection[Step]) -> str:
    """A text after some steps; without any it is what Moodle compares too: in NFC, without blanks around it."""
    folded = unicodedata.normalize("NFC", text).strip()
    for name, take_step in STEPS.items():
        if name in steps:
            folded = take_step(folded)
    return folded


def list_needed_steps(form: str, given: str, steps: Collection[Step]) -> frozenset[Step]:
    """Those steps without which two texts, equal after all of them, would differ."""
    needed = [name for name in STEPS if name in steps]
    # From the last to the first, so that of two steps that do the same the gentler one is named.
    for name in reversed(needed.copy()):
        fewer = [each for each in needed if each != name]
        if fold(form, fewer) == fold(given, fewer):
            needed = fewer
    return frozenset(needed)
