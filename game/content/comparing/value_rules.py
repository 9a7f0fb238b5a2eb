"""Rules for the values of a sentence: its figures, dates and names must be in a fact that it can be about."""

from collections.abc import Iterator

from game.content.comparing.cases import Case
from game.content.sentence_maps import hash_stem
from game.core.english import is_english
from game.pack.claims.figures import find_figures, is_figure_supported
from game.pack.claims.timespans import is_date_supported
from game.pack.claims.word_classes import MEASURES, SOURCE_TALK, find_root, find_roots
from game.pack.claims.wording import list_stems, stem
from game.prose import text_remarks as remarks

NAMED_KINDS = ("person", "press", "place", "vehicle", "institution")
"""Kinds of entity that a sentence may name only if one of its facts names them."""

MAX_OWN_COUNT = 21
"""Up to this number a text may count its own exhibits: three labels, two prints."""


def find_figures_not_told(case: Case) -> Iterator[str]:
    """Figures and dates that no fact supports."""
    told = tuple(f for side in case.close for f in (*side.claim.figures, *side.claim.list_lengths))
    # A reason may name the wrong figure that it is about, unless a fact has that figure with its unit.
    amounts = {figure.partition(" ")[0] for figure in told}
    about = find_figures(case.text.about) if case.is_reason else ()
    told += tuple(figure for figure in about if figure.partition(" ")[0] not in amounts)
    for figure in case.sentence.figures:
        amount, _, unit = figure.partition(" ")
        if not _is_own_count(case, amount, unit, told) and not is_figure_supported(figure, told):
            yield remarks.describe_figure(figure, told)
    dates = tuple(date for side in case.close for date in side.dates) + case.ledger.published
    for when in case.sentence.dates:
        if not is_date_supported(when, dates):
            yield remarks.describe_date(when, dates)


def _is_own_count(case: Case, amount: str, unit: str, told: tuple[str, ...]) -> bool:
    """Whether the museum counts its own labels and prints.

    If a fact counts the same things, it is the fact's figure.
    """
    if unit in ("th", "st", "nd", "rd"):
        return True
    if not amount.isdigit() or int(amount) > MAX_OWN_COUNT or (unit in MEASURES and not case.is_ours):
        return False
    counted = [figure.partition(" ") for figure in told]
    if any(unit == its for _, _, its in counted if its):
        return False
    return stem(unit) in SOURCE_TALK | case.near or all(amount != other for other, _, _ in counted)


def find_names_not_told(case: Case) -> Iterator[str]:
    """Persons, publishers and places that are in no fact that the sentence can be about."""
    if case.text.role == "alt":
        return
    told = frozenset(name for side in case.close for name in side.names) | case.ledger.titles
    told |= frozenset(case.ledger.mentions.find(case.text.near))
    for name in sorted(case.names - told):
        entity = case.ledger.entities[name]
        # A claim about Moscow that says "Russian" also supports "in Russia".
        if entity.kind in NAMED_KINDS and not set(list_stems(entity.name)) <= case.told_stems:
            yield remarks.describe_name(entity.name, [side.fact.id for side in case.close])


def find_unknown_names(case: Case) -> Iterator[str]:
    """Capitalised words that are neither in the facts nor in their paragraphs."""
    if case.text.role == "alt" and case.names:
        return
    cited = {h for side in case.sides for h in side.cited}
    known = case.told_words | case.near | SOURCE_TALK
    # A reason may name wrong options and say that they are in no article.
    roots = find_roots(case.near) if case.is_reason else frozenset()
    first = () if is_english(case.sentence.first.casefold()) else (case.sentence.first,)
    for word in (*first, *case.sentence.capitals):
        missing = [
            s for s in list_stems(word) if s not in known and hash_stem(s) not in cited and find_root(s) not in roots
        ]
        if (
            missing
            and len(word) > 1
            and not word.isupper()
            and not set(case.ledger.mentions.find(word)) & case.ledger.titles
        ):
            yield remarks.describe_unknown(word)
