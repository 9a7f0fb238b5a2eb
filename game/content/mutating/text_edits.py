"""Edits that make a sentence false: each takes a text and returns a changed one, or none if nothing can be edited."""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import NamedTuple

from game.content.mutating import edit_words as its

_DIGITS = re.compile(r"(?<![\w¶.,-])\d+(?:,\d{3})*(?![\w.,]\d)(?!-\d)")
_NUMBERS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
_MONTHS = "January February March April May June July August September October November December".split()
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|does|did|do|will|can|could|may)\b(?! not)")
_DENIALS = (
    (re.compile(r"\b(is|are|was|were|has|have|had|will|can|could|may|is|did|does|do) not\b"), r"\1"),
    (re.compile(r"\bcannot\b"), "can"),
    (re.compile(r"\b(?:never|hardly) "), ""),
    (re.compile(r"\bno (?=[a-z])"), "a "),
    (re.compile(r"\b[Nn]either article\b"), "Each article"),
    (re.compile(r"\bNot much\b"), "Much"),
    (re.compile(r"\bnot (?=[a-z])"), ""),
)


class Names(NamedTuple):
    """The names that a pack knows, by what they name."""

    persons: Sequence[str]
    houses: Sequence[str]
    places: Sequence[str]


Edit = Callable[[str, Random, Names], str]


def _replace_one(text: str, pattern: re.Pattern[str], random: Random, make: Callable[[str], str]) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return ""
    match = random.choice(found)
    return text[: match.start()] + make(match.group()) + text[match.end() :]


def _swap_word(text: str, table: Mapping[str, str], random: Random) -> str:
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, table)) + r")(?!\w)")
    return _replace_one(text, pattern, random, lambda word: table[word])


def change_figure(text: str, random: Random, names: Names) -> str:
    """Another figure; years have a separate edit."""
    del names
    digits = [m for m in _DIGITS.finditer(text) if not re.fullmatch(r"(?:1[89]|20)\d\d", m.group())]
    wordy = [m for m in re.finditer(rf"\b(?:{'|'.join(_NUMBERS)})\b", text)]
    if not digits and not wordy:
        return ""
    match = random.choice([*digits, *wordy])
    if match.group().isalpha():
        new = random.choice([word for word in _NUMBERS if word != match.group()])
    else:
        amount = int(match.group().replace(",", ""))
        new = str(max(1, amount + random.choice([-9, -3, -1, 1, 2, 10, 100]))) if amount > 1 else str(amount + 3)
        new = new if new != match.group() else str(amount + 1)
    return text[: match.start()] + new + text[match.end() :]


def change_unit(text: str, random: Random, names: Names) -> str:
    """Another unit behind a figure."""
    del names
    units = "|".join(map(re.escape, sorted((unit for unit in its.UNITS if unit != "$"), key=len, reverse=True)))
    numbers = "|".join(("one", *_NUMBERS))
    pattern = re.compile(
        rf"(?<=\d )(?:{units})\b|(?<=\d-)(?:{units})\b|(?<=\d)(?:km/h|mph)\b|\$(?=\d)|(?<=\d million )won"
    )
    wordy = re.compile(rf"\b(?:{numbers})[- ](?P<unit>{units})\b", re.IGNORECASE)
    if match := wordy.search(text):
        return text[: match.start("unit")] + its.UNITS[match["unit"]] + text[match.end("unit") :]
    return _replace_one(text, pattern, random, lambda unit: its.UNITS.get(unit, "dollars"))


def change_date(text: str, random: Random, names: Names) -> str:
    """Another year, month or day."""
    del names
    years = re.compile(r"\b(?:19|20)\d\d(?!\d)")
    months = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b(?=,? \d)|(?<=\d )(?:{'|'.join(_MONTHS)})\b")
    if random.random() < 0.5 and (
        new := _replace_one(
            text, months, random, lambda month: random.choice([other for other in _MONTHS if other != month])
        )
    ):
        return new
    return _replace_one(text, years, random, lambda year: str(int(year) + random.choice([-7, -1, 1, 2, 4])))


def _swap_name(text: str, known: Sequence[str], strange: Sequence[str], random: Random) -> str:
    here = [name for name in known if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    if not here:
        return ""
    name = random.choice(here)
    # As often a person whom the pack names (who looks plausible) as one whom it does not name.
    others = [n for n in known if n not in here] if random.random() < 0.6 else list(strange)
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return _replace_one(text, pattern, random, lambda _: random.choice(others or list(strange)))


def change_person(text: str, random: Random, names: Names) -> str:
    """Another person."""
    return _swap_name(text, names.persons, its.PEOPLE, random)


def change_house(text: str, random: Random, names: Names) -> str:
    """Another agency or paper, or another article."""
    if random.random() < 0.5 and (new := swap_articles(text, random, names)):
        return new
    return _swap_name(text, names.houses, its.HOUSES, random)


def change_place(text: str, random: Random, names: Names) -> str:
    """Another place."""
    return _swap_name(text, names.places, its.TOWNS, random)


def change_relation(text: str, random: Random, names: Names) -> str:
    """Another relation between two persons."""
    del names
    return _swap_word(text, its.RELATIVES, random)


def turn_agency(text: str, random: Random, names: Names) -> str:
    """The two persons of a sentence change places. No edit if they only meet, because the meaning would not change."""
    for sentence in random.sample(parts := re.split(r"(?<=[.;]) ", text), len(parts)):
        here = sorted(
            (m.start(), m.end(), name) for name in names.persons for m in re.finditer(re.escape(name), sentence)
        )
        if re.search(r"\bm[ee]e?t|\bbetween\b|\bwith\b|\band\b|\bseen\b", sentence) or len(here) < 2:
            continue
        (a, b, one), (c, d, other) = here[0], here[1]
        if one != other and b <= c:
            return text.replace(sentence, sentence[:a] + other + sentence[b:c] + one + sentence[d:])
    return ""


def flip_negation(text: str, random: Random, names: Names) -> str:
    """A denial is removed or added."""
    del names
    if random.random() < 0.5:
        for pattern, without in _DENIALS:
            if pattern.search(text):
                return pattern.sub(without, text, count=1)
    return _replace_one(text, _AUXILIARY, random, lambda word: f"{word} not" if word != "can" else "cannot")


def cut_hedge(text: str, random: Random, names: Names) -> str:
    """A hedge or a speaker is removed."""
    del names
    for pattern, without in random.sample(its.HEDGES_CUT, len(its.HEDGES_CUT)):
        new = re.sub(pattern, without, text, count=1)
        if new != text and len(new) > len(text) // 3:
            return new
    return ""


def raise_strength(text: str, random: Random, names: Names) -> str:
    """Words that make a sentence more certain than its source."""
    del names
    return _replace_one(text, _AUXILIARY, random, lambda word: f"{word} {random.choice(its.SURER)}")


def change_colour(text: str, random: Random, names: Names) -> str:
    """Another colour."""
    del names
    colours = r"\b(?:green|khaki|yellow|pink|white|red|black|blue|grey|brown|silver|gold)\b"
    return _replace_one(text, re.compile(colours), random, lambda _: random.choice(its.SHADES))


def turn_word(text: str, random: Random, names: Names) -> str:
    """A word that reverses the meaning of the sentence."""
    del names
    return _swap_word(text, its.TURNED, random)


def widen(text: str, random: Random, names: Names) -> str:
    """The text says all, although the source says some."""
    del names
    return _swap_word(text, its.WIDENED, random)


def invent_detail(text: str, random: Random, names: Names) -> str:
    """A detail that no article contains, inside a sentence or as a separate one."""
    del names
    if random.random() < 0.4:
        return f"{text.rstrip()} {random.choice(its.INVENTIONS)}"
    detail = random.choice(its.DETAILS)
    return _replace_one(text, re.compile(r"(?<=[a-z])[.;,](?= |$)"), random, lambda stop: f", {detail}{stop}")


def claim_in_staged(text: str, random: Random, names: Names) -> str:
    """A claim about the world in a staged text."""
    del names
    return f"{text.rstrip()} {random.choice(its.STAGED_CLAIMS)}"


def swap_articles(text: str, random: Random, names: Names) -> str:
    """The name of one article instead of the other."""
    del names
    pattern = re.compile(r"(?<=rticle )[AB]\b|(?<!\w)[AB](?=’s | says | tells | finds | has | names | calls )")
    return _replace_one(text, pattern, random, lambda label: "B" if label == "A" else "A")


TEXT_EDITS: Mapping[str, Edit] = {
    "figure": change_figure,
    "unit": change_unit,
    "date": change_date,
    "person": change_person,
    "relation": change_relation,
    "agency": turn_agency,
    "place": change_place,
    "negation": flip_negation,
    "hedge": cut_hedge,
    "strength": raise_strength,
    "attribution": change_house,
    "colour": change_colour,
    "opposite": turn_word,
    "quantity": widen,
    "detail": invent_detail,
    "staged claim": claim_in_staged,
    "sides": swap_articles,
}
"""Kind -> the edit."""
