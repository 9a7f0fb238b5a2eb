"""What a text says, taken apart, so that facts can be asked how much of it they bear out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from game.pack.claims.figures import find_figures, find_list_lengths, is_figure_supported
from game.pack.claims.mentions import Mentions
from game.pack.claims.timespans import find_dates, is_date_supported
from game.pack.claims.word_classes import FORMS
from game.pack.claims.wording import list_stems, stem
from game.pack.ledger import NO_SPEAKER, Entity, Fact

NAME_WEIGHT = 2
"""A name, a figure or a date says as much as so many words."""

_DIGITS = re.compile(r"\b\d[\d.,]*\b")
_QUANTITY = re.compile(r"\b(every|each|all|another|first|last|both)\b", re.IGNORECASE)
"""Words that say little alone, and yet are what some questions ask for."""

_ALIKE = re.split(
    r"[|\n]",
    """fly aeroplane|write author|tell told|make manufactured|take took|long lengthy|cost price worth|stocked carried
like enjoy enjoys|leave left|stand stood|secret secretive|car sedan|footage video""",
)
"""Words for the same, beside those that are forms of one word."""
_SPOKEN_OF = frozenset({"articl", "tell", "call", "speak", "describ", "mention"})
"""Stems of words that speak of texts: an item says them, and a fact need not."""

_OPEN = re.compile(
    r"\b(?:not clear|unclear|does not (?:say|name|tell)|not (?:said|named|told|known)|left unnamed|unnamed|undated"
    r"|nobody (?:is )?named|leaves? (?:it )?open)\b",
    re.IGNORECASE,
)


class Gist(NamedTuple):
    """What a text says: stems of its words, ids of the entities it names, figures, dates."""

    stems: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How much it says."""
        return len(self.stems) + NAME_WEIGHT * (len(self.names) + len(self.figures) + len(self.dates))

    def without(self, other: "Gist") -> "Gist":
        """What it says beyond another text."""
        return Gist(*(mine - its for mine, its in zip(self, other, strict=True)))

    def join(self, others: Iterable["Gist"]) -> "Gist":
        """What it says together with others."""
        joined = self
        for other in others:
            joined = Gist(*(mine | its for mine, its in zip(joined, other, strict=True)))
        return joined

    def measure_share_in(self, source: "Gist") -> float:
        """How much of it another text says too, 0 to 1; 0 where it says nothing."""
        figures, dates = tuple(source.figures), tuple(source.dates)
        found = len(self.stems & source.stems) + NAME_WEIGHT * (
            len(self.names & source.names)
            + sum(is_figure_supported(figure, figures) for figure in self.figures)
            + sum(is_date_supported(date, dates) for date in self.dates)
        )
        return found / self.weight if self.weight else 0.0


class GistReader:
    """Reads the gist of texts and of facts, with the names of one pack."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._mentions = Mentions(entities)

    def read(self, text: str) -> Gist:
        """What a text says."""
        return Gist(
            stems=_list_stems(text),
            names=frozenset(self._mentions.find(text)),
            figures=frozenset(find_figures(text)),
            dates=frozenset(date.when for date in find_dates(text)),
        )

    def read_fact(self, fact: Fact) -> Gist:
        """What a fact says: its claim, its speaker, its terms and what it is about."""
        speaker = "" if fact.said_by == NO_SPEAKER else fact.said_by
        text = " / ".join((fact.claim, speaker, *fact.terms))
        told = self.read(text)
        when = frozenset({fact.about.when} if fact.about.when else ())
        dates = told.dates | when
        # A fact that is dated answers "in which year", and one with a day "on which day".
        asked = {"year"} if dates else set()
        asked |= {"day"} if _list_days(dates) else set()
        return Gist(
            stems=told.stems | asked,
            names=told.names | frozenset(fact.about.who),
            figures=told.figures | frozenset(find_list_lengths(text)) | _list_days(dates),
            dates=dates,
        )


def leaves_open(text: str) -> bool:
    """Whether a text says that something is not told, or who tells it.

    >>> leaves_open("That it is not clear"), leaves_open("unnamed reports"), leaves_open("In Switzerland")
    (True, True, False)
    """
    return bool(_OPEN.search(text))


def _list_days(dates: Iterable[str]) -> frozenset[str]:
    """The days of the month among some dates: 2023-09-12 answers “on the 12th”."""
    exact = (date.rpartition("-")[2] for date in dates if len(date) == len("2019-04-24") and "/" not in date)
    return frozenset(day.lstrip("0") for day in exact)


def _shorten(found: str) -> str:
    """A stem as spelling alone leaves it when an -e before -ing is lost, too: waves, waving."""
    return found[:-1] if len(found) > 3 and found.endswith("e") else found


# The first word of a row stands for all.
_MEANT = {_shorten(stem(word)): _shorten(stem(row.split()[0])) for row in _ALIKE for word in row.split()}


def unify_stem(found: str) -> str:
    """One stem for all forms of a word, and for a few words that mean the same.

    >>> unify_stem("lengthy"), unify_stem("wave"), unify_stem("flew")
    ('long', 'wav', 'fly')
    """
    short = _MEANT.get(_shorten(found), _shorten(FORMS.get(found, found)))
    return _MEANT.get(short, short)


def _list_stems(text: str) -> frozenset[str]:
    found = [unify_stem(each) for each in list_stems(_DIGITS.sub(" ", text))]
    found += [word.casefold() for word in _QUANTITY.findall(text)]
    return frozenset(found) - _SPOKEN_OF
