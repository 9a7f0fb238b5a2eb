"""One fact as a frame: all that a question can be compared with, worked out from its claim and what is stated of it."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from game.core.names import ARTICLES, in_digits, words
from game.pack.ledger import Fact
from game.pack.world import World
from game.tour.answering.name_finder import NameFinder
from game.tour.answering.word_families import join, load_families
from game.tour.answering.word_forms import SIDES, content_stems, stem

COUNT_REACH = 3
"""Words after a figure within which stands what it counts: 21 carriages, 20 years old."""

_REASON = re.compile(
    r"\b(?:because|so that|owed to|thanks to|due to|in order to|to make sure|to ensure|for fear|reason|reasons|why"
    r"|since (?:he|she|it|they)|as a sign|for a sign|makes it|to meet|to visit|to attend"
    r"|for (?:his|her|its|their) (?:\w+ )?(?:meeting|visit|talks))\b"
)
_MONTH = re.compile(r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\ds?\b")
_UNNAMED_PEOPLE = re.compile(
    r"\b(?:officials|people|experts|guards|personnel|agents|soldiers|many|outlets|nobody|witnesses|journalists|reporters|passengers|persons)\b"
)


class FactFrame(Struct, frozen=True, kw_only=True):
    """One fact, with all that a question can be compared with."""

    fact: Fact
    subject: str
    attribute: str
    entities: frozenset[str]
    stems: frozenset[str]
    """What its claim says, and the names it is about."""
    named: frozenset[str]
    """Ids of what its claim itself names."""
    has_people: bool
    """True when it speaks of people without a name: officials, experts."""
    claim_stems: frozenset[str]
    """What its claim itself says."""
    common_stems: frozenset[str]
    """The same without the names in it: BUSINESS INSIDER is no business. With its phrases, each as one word."""
    speakers: frozenset[str]
    """Ids of those the claim rests on."""
    actor: str
    """Id of the first person it names who is not the speaker; empty without one."""
    years: frozenset[str]
    sources: frozenset[str]
    counted: frozenset[str]
    """Stems of what its figures count."""
    subjects: frozenset[str]
    """Ids of what it is about: its subject, or who and where to of its journey."""
    has_date: bool
    has_month: bool
    """True when it tells the month or the day, and not only a year."""
    has_number: bool
    gives_reason: bool


class FrameMaker:
    """Makes the frames of one world."""

    def __init__(self, world: World, names: NameFinder) -> None:
        self._world = world
        self._names = names

    def make_frame(self, fact: Fact) -> FactFrame:
        """The frame of one fact."""
        typed = words(fact.claim)
        named = self._names.list_named(typed)
        about = tuple(who for who in fact.about.who if who in self._world.entities)
        entities = frozenset((*about, *named))
        names = (self._world.entities[e].name for e in about)
        held = (*typed, *(w for name in names for w in words(name)), *words(fact.said_by))
        when = (fact.about.when or "").replace("/", "-").split("-")
        years = {part for part in when if len(part) == 4} | {y[:4] for y in _YEAR.findall(fact.claim)}
        claim = " ".join(typed)
        # OUTSIDE tells in claims only of what lies outside a country.
        sides = (SIDES["inside"],) if "inside" in typed else ()
        speakers = frozenset(self._names.list_named(words(fact.said_by)))
        persons = [who for who in (*named, *about) if self._names.kinds[who] == "person"]
        subject, _, attribute = fact.of.partition(".")
        entities |= self._stops.get(fact.id, frozenset())
        return FactFrame(
            fact=fact,
            subject=subject or next(iter(about), ""),
            attribute=attribute,
            entities=entities,
            stems=frozenset(content_stems(held)),
            claim_stems=frozenset((*content_stems(typed), *sides)),
            common_stems=frozenset((*content_stems(self._names.drop_named(typed)), *_list_phrases(typed), *sides)),
            speakers=speakers,
            actor=next((who for who in persons if who not in speakers), next(iter(persons), "")),
            named=frozenset(named),
            has_people=bool(_UNNAMED_PEOPLE.search(claim)),
            years=frozenset(years),
            sources=frozenset(cite.partition("¶")[0] for cite in fact.cites),
            counted=_find_counted(typed),
            subjects=self._journey_parts.get(subject, frozenset({subject})) if subject else frozenset(about[:1]),
            has_date=bool(years) or bool(_MONTH.search(claim)),
            has_month=bool(_MONTH.search(claim)),
            has_number=any(in_digits(word)[0].isdigit() and not _YEAR.fullmatch(word) for word in typed),
            gives_reason=bool(_REASON.search(claim)),
        )

    @cached_property
    def _stops(self) -> dict[str, frozenset[str]]:
        """Fact id -> where the journey it tells of led, and the places these lie in."""
        found: dict[str, frozenset[str]] = {}
        for journey in self._world.tour.journeys:
            # The first stop is where the traveller lives: it says nothing of a journey.
            stops = {stop for stop in journey.stops[1:] if stop in self._names.kinds}
            lent = frozenset((*stops, *self._list_lands(journey.stops)))
            for fact_id in journey.facts:
                found[fact_id] = found.get(fact_id, frozenset()) | lent
        return found

    def _list_lands(self, stops: Sequence[str]) -> list[str]:
        """What the stops of a journey lie in. The first one is where the traveller lives: it says nothing."""
        entities = self._world.entities
        return [entities[stop].lies_in for stop in stops[1:] if stop in entities and entities[stop].lies_in]

    @cached_property
    def _journey_parts(self) -> dict[str, frozenset[str]]:
        """Journey id -> itself, where it led, and who went."""
        return {
            journey.id: frozenset((journey.id, *journey.stops[1:], *self._list_lands(journey.stops), *journey.who))
            for journey in self._world.tour.journeys
        }


def _list_phrases(typed: tuple[str, ...]) -> Iterator[str]:
    """The phrases of word families in a claim, each as one word: SET OUT may be asked for by DEPART."""
    plain = tuple(word for word in typed if word not in ARTICLES)
    for place in range(len(plain)):
        if phrase := load_families().find_phrase(plain, place):
            yield join(phrase)


def _find_counted(typed: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for place, word in enumerate(typed):
        # ONE OF THE CARRIAGES counts nothing.
        if in_digits(word).isdecimal() and not _YEAR.fullmatch(word) and typed[place + 1 : place + 2] != ("of",):
            found.update(map(stem, typed[place + 1 : place + 1 + COUNT_REACH]))
    return frozenset(found)
