"""Pages of the notebook: the facts noted, in groups, in time and on journeys, and the points where sources differ."""

from collections.abc import Callable, Iterable, Sequence
from typing import get_args

from game.pack.claims.timespans import find_dates, order_dates
from game.pack.ledger import AnyComparison, Fact, Source, Strength
from game.pack.world import Journey, Passage, Room, Tour
from game.tour.commands import Bare, Text
from game.tour.events import (
    DatedFacts,
    DifferencesShown,
    ExportAsked,
    JourneysShown,
    Note,
    NotebookFormUnknown,
    NotebookShown,
    TimelineShown,
)
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, TEXT, Verb, split_words

Group = tuple[Room | Source | str, Callable[[Fact], bool]]
"""What a group of the notebook is headed by, and whether a fact belongs to it."""


def show_notebook(scope: Scope, wish: Text) -> Outcome:
    """The facts noted so far: all by room, or as the words after NOTEBOOK want them."""
    typed = wish.text.strip()
    # As in many pagers; nobody is told of it, and who tries it gets what they expect.
    if typed.startswith("/"):
        return _search_notes(scope, typed[1:])
    first, _, rest = typed.partition(" ")
    groups: list[Group]
    match first.casefold():
        case "find" | "search":
            return _search_notes(scope, rest)
        case "export":
            return report(scope, ExportAsked(name=rest.strip()))
        case "by" if rest.casefold().startswith("source"):
            groups = [_group_by_source(source) for source in scope.lexicon.world.sources.values()]
        case "by" if rest.casefold().startswith("strength"):
            groups = [_group_by_strength(strength) for strength in get_args(Strength)]
        case _ if numbers := [int(each) for each in typed.split() if each.isdecimal()]:
            return _show_numbered(scope, numbers)
        case "":
            groups = [_group_by_room(scope, room) for room in _list_noted_rooms(scope)]
        case _:
            return report(scope, NotebookFormUnknown())
    return _show_groups(scope, groups)


def _show_numbered(scope: Scope, numbers: Sequence[int]) -> Outcome:
    """The notes of some numbers; of a number that no note has, it is said."""
    by_number = {note.id: Note(scope.state.numbers[note.id], note) for note in _list_noted(scope)}
    notes = tuple(note for note in by_number.values() if note.number in numbers)
    event = NotebookShown(entries=(("", notes),), total=len(by_number), numbers=tuple(dict.fromkeys(numbers)))
    read = tuple(Passage(text=note.fact.claim, facts=(note.fact.id,)) for note in notes)
    return Outcome(scope.state, (event,), read)


def _group_by_source(source: Source) -> Group:
    return source, lambda fact: any(cite.startswith(source.id) for cite in fact.cites)


def _group_by_strength(strength: str) -> Group:
    return strength, lambda fact: fact.strength == strength


def _group_by_room(scope: Scope, room: Room) -> Group:
    return room, lambda fact: scope.state.noted[fact.id] == room.id


def _search_notes(scope: Scope, word: str) -> Outcome:
    wanted = word.strip().casefold()
    if not wanted:
        return report(scope, NotebookFormUnknown())
    return _show_groups(
        scope, [(word.strip(), lambda fact: wanted in f"{fact.claim} {fact.said_by}".casefold())], word.strip()
    )


def _show_groups(scope: Scope, groups: Sequence[Group], word: str = "") -> Outcome:
    noted = _list_noted(scope)
    numbers = scope.state.numbers
    entries = tuple(
        (head, tuple(Note(numbers[fact.id], fact) for fact in noted if belongs(fact))) for head, belongs in groups
    )
    shown = tuple((head, facts) for head, facts in entries if facts)
    return report(scope, NotebookShown(entries=shown, total=len(scope.lexicon.world.facts), word=word))


def _list_noted(scope: Scope) -> tuple[Fact, ...]:
    """The noted facts, in the order of their numbers."""
    facts, numbers = scope.lexicon.world.facts, scope.state.numbers
    return tuple(sorted((facts[i] for i in scope.state.noted), key=lambda fact: numbers[fact.id]))


def _list_noted_rooms(scope: Scope) -> list[Room]:
    places = scope.lexicon.places
    return [scope.lexicon.world.rooms[i] for i in sorted(set(scope.state.noted.values()), key=places.__getitem__)]


def show_timeline(scope: Scope, _: Bare) -> Outcome:
    """The noted facts in the order of their dates; a date that covers others stands after them, as a band."""
    noted = _list_noted(scope)
    dated = arrange_by_date(noted)
    undated = tuple(fact for fact in noted if not fact.about.when and fact.kind == "event")
    total = sum(1 for fact in scope.lexicon.world.facts.values() if fact.about.when)
    left = total - sum(len(entry.facts) for entry in dated)
    return report(scope, TimelineShown(dated=dated, undated=undated, left=left))


def arrange_by_date(facts: Iterable[Fact]) -> tuple[DatedFacts, ...]:
    """Those of some facts that have a date, in the order of their dates; a band stands after the dates it covers."""
    by_date: dict[str, dict[str, list[Fact]]] = {}
    for fact in facts:
        if fact.about.when:
            by_date.setdefault(fact.about.when, {}).setdefault(fact.about.era, []).append(fact)
    return tuple(
        DatedFacts(date, era, tuple(same)) for date in order_dates(by_date) for era, same in by_date[date.when].items()
    )


def show_differences(scope: Scope, _: Bare) -> Outcome:
    """What was found between notes; of pairs not compared yet only where their notes were made."""
    index, state = scope.lexicon.comparisons, scope.state
    made = tuple(each for each in index.by_id.values() if each.id in state.compared)
    waiting = index.list_waiting(state.compared, state.noted)
    event = DifferencesShown(
        made=made,
        unmade=tuple(_name_rooms(scope, each) for each in waiting),
        found=sum(1 for each in made if each.id in index.findings),
        total=len(index.findings),
    )
    return report(scope, event)


def _name_rooms(scope: Scope, comparison: AnyComparison) -> tuple[Room, Room]:
    """The rooms in which the notes of its first two sides were made; the topic would tell what is to be found."""
    one, other = comparison.choose_pair(scope.state.noted)
    rooms, noted = scope.lexicon.world.rooms, scope.state.noted
    return rooms[noted[one]], rooms[noted[other]]


def show_journeys(scope: Scope, _: Bare) -> Outcome:
    """The journeys of which something has been noted."""
    world = scope.lexicon.world
    told = tuple(
        (journey, tuple(world.facts[f] for f in journey.facts if f in scope.state.noted))
        for journey in list_known_journeys(world.tour, scope.state)
    )
    return report(scope, JourneysShown(journeys=told, total=len(world.tour.journeys)))


def list_known_journeys(tour: Tour, state: State) -> tuple[Journey, ...]:
    """The journeys of which something has been noted, in the order of their dates, as the timeline has it."""
    known = [journey for journey in tour.journeys if any(fact_id in state.noted for fact_id in journey.facts)]
    dates = {journey.id: date.when for journey in known for date in find_dates(journey.when)[:1]}
    places = {date.when: place for place, date in enumerate(order_dates(dates.values()))}
    return tuple(sorted(known, key=lambda journey: places.get(dates.get(journey.id, ""), len(places))))


VERBS = (
    Verb(
        id="notebook",
        words=split_words("notebook, notes, journal, facts, read notebook, open notebook, read notes, my notes, diary"),
        takes=TEXT,
        perform=show_notebook,
        group="tour",
        forms=("by source", "by strength", "find ", "export "),
    ),
    Verb(
        id="timeline",
        words=split_words("timeline, chronology, dates, history"),
        takes=NOTHING,
        perform=show_timeline,
        group="tour",
    ),
    Verb(
        id="differences",
        words=split_words(
            "differences, conflicts, contradictions, where do the sources differ, where do the articles differ, "
            "where do they differ, differ"
        ),
        takes=NOTHING,
        perform=show_differences,
        group="tour",
    ),
    Verb(
        id="journeys",
        words=split_words("routes, route map, map of journeys, journeys map, list journeys, trips"),
        takes=NOTHING,
        perform=show_journeys,
        group="tour",
    ),
)
