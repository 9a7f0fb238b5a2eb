"""Rules for data that are not sentences: the dates, means and stops of journeys, and the standing of rooms."""

from collections.abc import Iterator
from typing import NamedTuple

from game.content.comparing.fact_sides import FactSide, Ledger
from game.content.comparing.sentences import Sentence
from game.content.documents import Document, ValuePath
from game.content.pack_documents import PackDocuments
from game.core.names import STOP, words
from game.pack.claims.timespans import is_date_supported
from game.pack.claims.wording import list_stems, stem
from game.pack.world import NOT_TOLD, Journey, Room, Tour
from game.prose import text_remarks as remarks

_BY = {
    "train": ("train", "rail", "carriage"),
    "plane": ("flew", "fly", "flight", "plane", "boeing", "jet", "chammae"),
    "ship": ("ship", "sail", "boat", "steamer", "ferry", "aboard", "voyage"),
    "foot": ("foot", "walk", "hike", "march"),
    "car": ("car", "drove", "drive", "driven", "convoy"),
}
"""Means of travel -> words for it in a claim; of any other means it is the word itself."""


class PlaceRemark(NamedTuple):
    """One thing that is in a record of the tour and not in its facts."""

    rule: str
    document: Document
    path: ValuePath
    record: ValuePath
    owner: str
    text: str


def find_place_remarks(pack: PackDocuments, ledger: Ledger) -> Iterator[PlaceRemark]:
    """The remarks of the rules for journeys and rooms."""
    for name, tour in pack.of(Tour).items():
        places = {place.id: place.name for place in tour.places}
        for index, journey in enumerate(tour.journeys):
            path: ValuePath = ("journeys", index)
            for rule, field, text in compare_journey(journey, places, ledger):
                yield PlaceRemark(rule, pack.documents[name], (*path, *field), path, journey.id, text)
    for name, room in pack.of(Room).items():
        if text := compare_standing(room):
            yield PlaceRemark("R-STANDING", pack.documents[name], ("standing",), ("standing",), room.id, text)


def compare_journey(journey: Journey, places: dict[str, str], ledger: Ledger) -> Iterator[tuple[str, ValuePath, str]]:
    """Rule, field and remark for everything in a journey that its facts do not support."""
    sides = ledger.list_sides(journey.facts)
    dates = tuple(date for side in sides for date in side.dates)
    for when in Sentence(journey.when).dates:
        if not is_date_supported(when, dates):
            yield "J-WHEN", ("when",), remarks.describe_journey_date(when, dates)
    told = {found for side in sides for found in map(stem, words(side.fact.claim))}
    # If a person always used one means of travel, it was also used on this journey.
    habits = [s for s in ledger.sides.values() if s.fact.of in [f"{who}.transport" for who in journey.who]]
    told |= {found for side in habits for found in map(stem, words(side.fact.claim))}
    if journey.means != NOT_TOLD and told.isdisjoint(_list_means_stems(journey.means)):
        yield "J-MEANS", ("means",), remarks.describe_journey_means(journey.means)
    last = len(journey.stops) - 1
    named = _list_named(sides)
    # No fact says where a journey begins; the first stop is the common beginning of all journeys.
    if journey.stops[last] not in named and not set(list_stems(places.get(journey.stops[last], ""))) <= told:
        name = places.get(journey.stops[last], journey.stops[last])
        yield "J-MEANS", ("stops", last), remarks.describe_journey_stop(name)
    for place, who in enumerate(journey.who):
        if who not in named and who in ledger.entities:
            yield "J-MEANS", ("who", place), remarks.describe_journey_stop(ledger.entities[who].name)


def _list_means_stems(means: str) -> tuple[str, ...]:
    """Stems of the words by which a claim says how one travelled."""
    return tuple(stem(other) for word in words(means) if word not in STOP for other in _BY.get(word, (word,)))


def _list_named(sides: tuple[FactSide, ...]) -> frozenset[str]:
    return frozenset(name for side in sides for name in side.names)


def compare_standing(room: Room) -> str:
    """What is wrong with the standing of a room; empty when nothing is."""
    if words(room.plaque.text)[:1] != (room.standing,):
        return remarks.describe_standing(room.standing)
    if room.standing in ("attested", "implied") and not room.plaque.facts:
        return remarks.describe_no_facts(room.standing)
    return ""
