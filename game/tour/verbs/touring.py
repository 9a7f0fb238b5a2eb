"""About the tour itself: notebook, score, help, and what only a front end can do (save, restore, quit)."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import cast, get_args

from msgspec.structs import replace

from game.pack.ledger import Difference, Fact, Source, Strength
from game.pack.world import Journey, Room, Tour, facts_in
from game.quiz import is_right
from game.tour.commands import Command
from game.tour.events import (
    AboutShown,
    CreditsShown,
    DifferencesShown,
    Event,
    ExportAsked,
    HelpShown,
    HonoursAsked,
    JourneysShown,
    NotebookFormUnknown,
    NotebookShown,
    PracticeAsked,
    Progress,
    ProgressShown,
    QuitAsked,
    RecordAsked,
    Remarked,
    ReplayAsked,
    RestoreAsked,
    SaveAsked,
    Scored,
    TicketAsked,
    TimelineShown,
    TranscriptAsked,
    TutorialSet,
    UnitsSet,
    VerbsShown,
    VersionShown,
)
from game.tour.scope import Scope
from game.tour.state import LESSONS, State, Units, elapsed
from game.tour.verbs import asking
from game.tour.verbs.outcome import Outcome, exits

Group = tuple[Room | Source | str, Callable[[Fact], bool]]
"""What a group of the notebook is headed by, and whether a fact belongs to it."""


def notebook(scope: Scope, command: Command) -> Outcome:
    """The facts noted so far: all by room, or as the words after NOTEBOOK want them."""
    wish = command.text.strip()
    if wish.startswith("/"):
        return _found(scope, wish[1:])
    first, _, rest = wish.partition(" ")
    groups: list[Group]
    match first.casefold():
        case "find" | "search":
            return _found(scope, rest)
        case "export":
            return Outcome(scope.state, (ExportAsked(name=rest.strip()),))
        case "by" if rest.casefold().startswith("source"):
            groups = [_cited(source) for source in scope.lexicon.world.sources.values()]
        case "by" if rest.casefold().startswith("strength"):
            groups = [_as_sure(strength) for strength in get_args(Strength)]
        case "":
            groups = [_noted_in(scope, room) for room in _noted_rooms(scope)]
        case _:
            return _only(scope, NotebookFormUnknown())
    return _shown(scope, groups)


def _cited(source: Source) -> Group:
    return source, lambda fact: any(cite.startswith(source.id) for cite in fact.cites)


def _as_sure(strength: str) -> Group:
    return strength, lambda fact: fact.strength == strength


def _noted_in(scope: Scope, room: Room) -> Group:
    return room, lambda fact: scope.state.noted[fact.id] == room.id


def _found(scope: Scope, word: str) -> Outcome:
    wanted = word.strip().casefold()
    if not wanted:
        return _only(scope, NotebookFormUnknown())
    return _shown(
        scope, [(word.strip(), lambda fact: wanted in f"{fact.claim} {fact.said_by}".casefold())], word.strip()
    )


def _shown(scope: Scope, groups: Sequence[Group], word: str = "") -> Outcome:
    noted = _noted(scope)
    entries = tuple((head, tuple(fact for fact in noted if belongs(fact))) for head, belongs in groups)
    shown = tuple((head, facts) for head, facts in entries if facts)
    return Outcome(scope.state, (NotebookShown(entries=shown, total=len(scope.lexicon.world.facts), word=word),))


def _noted(scope: Scope) -> tuple[Fact, ...]:
    """The noted facts, in the ledger's order."""
    facts = scope.lexicon.world.facts
    return tuple(sorted((facts[i] for i in scope.state.noted), key=lambda fact: scope.lexicon.facts.places[fact.id]))


def _noted_rooms(scope: Scope) -> list[Room]:
    places = scope.lexicon.places
    return [scope.lexicon.world.rooms[i] for i in sorted(set(scope.state.noted.values()), key=places.__getitem__)]


def timeline(scope: Scope, _: Command) -> Outcome:
    """The noted facts in the order of their dates; a year stands before its months, a month before its days."""
    noted = _noted(scope)
    dated = sorted((fact for fact in noted if fact.about.when), key=lambda fact: fact.about.when or "")
    undated = tuple(fact for fact in noted if not fact.about.when and fact.kind == "event")
    left = sum(1 for fact in scope.lexicon.world.facts.values() if fact.about.when) - len(dated)
    return Outcome(scope.state, (TimelineShown(dated=tuple(dated), undated=undated, left=left),))


def differences(scope: Scope, _: Command) -> Outcome:
    """The points on which sources differ, as far as the player has found one side."""
    total = len(scope.lexicon.world.differences)
    return Outcome(scope.state, (DifferencesShown(differences=_known_differences(scope), total=total),))


def _known_differences(scope: Scope) -> tuple[Difference, ...]:
    world = scope.lexicon.world
    ids = {d for fact_id in scope.state.noted for d in world.differing.get(fact_id, ())}
    return tuple(world.differences[d] for d in world.differences if d in ids)


def journeys(scope: Scope, _: Command) -> Outcome:
    """The journeys of which something has been noted."""
    world = scope.lexicon.world
    told = tuple(
        (journey, tuple(world.facts[f] for f in journey.facts if f in scope.state.noted))
        for journey in known_journeys(world.tour, scope.state)
    )
    return Outcome(scope.state, (JourneysShown(journeys=told, total=len(world.tour.journeys)),))


def known_journeys(tour: Tour, state: State) -> tuple[Journey, ...]:
    """The journeys of which something has been noted."""
    return tuple(journey for journey in tour.journeys if any(fact_id in state.noted for fact_id in journey.facts))


def score(scope: Scope, _: Command) -> Outcome:
    """Counts of what was seen, noted and answered."""
    world, state = scope.lexicon.world, scope.state
    items = scope.lexicon.items
    noted = Counter(world.facts[fact_id].strength for fact_id in state.noted)
    event = Scored(
        carriages=(state.carriages, world.carriages),
        facts=(len(state.noted), len(world.facts)),
        strengths=tuple((s, noted[s], scope.lexicon.facts.strengths[s]) for s in get_args(Strength)),
        things=(len(state.examined), scope.lexicon.examinable),
        differences=(len(_known_differences(scope)), len(world.differences)),
        right=sum(1 for item_id, response in state.answered.items() if is_right(items[item_id], response, world)),
        answered=len(state.answered),
        items=len(items),
        minutes=(elapsed(world, state), world.tour.minutes),
    )
    return Outcome(state, (event,))


def progress(scope: Scope, _: Command) -> Outcome:
    """For each room visited, what was noted and answered, and what is still there."""
    state, rooms = scope.state, scope.lexicon.world.rooms
    visited = sorted(state.visited, key=scope.lexicon.places.__getitem__)
    rows = tuple(
        Progress(
            room=room,
            noted=sum(1 for fact_id in facts_in(room) if fact_id in state.noted),
            facts=len(facts_in(room)),
            answered=sum(1 for item in room.items if item.id in state.answered),
            items=len(room.items),
        )
        for room in map(rooms.__getitem__, visited)
    )
    return Outcome(state, (ProgressShown(rows=rows, here=state.room, left=len(rooms) - len(rows)),))


def ticket(scope: Scope, command: Command) -> Outcome:
    """Ask for the ticket, to be shown or saved."""
    return _only(scope, TicketAsked(wish=command.text))


def help_(scope: Scope, command: Command) -> Outcome:
    """What works here, or one command when it is named."""
    here = [f"X {thing.name.upper()}" for thing in scope.unseen[:2]]
    here.extend(way.direction.upper() for way in exits(scope)[:2])
    if asking.waiting(scope):
        here = ["B", "?", "SKIP", "HINT"]
    elif asking.unanswered_here(scope):
        here.append("QUESTION")
    return Outcome(scope.state, (HelpShown(verb=command.text, here=tuple(here)),))


def verbs(scope: Scope, _: Command) -> Outcome:
    """Every word a line may begin with."""
    return _only(scope, VerbsShown())


def tutorial(scope: Scope, command: Command) -> Outcome:
    """Switch the lessons on or off."""
    is_on = command.text.strip().casefold() not in ("off", "stop", "no", "end")
    state = replace(scope.state, lessons=LESSONS if is_on else 0)
    return Outcome(state, (TutorialSet(is_on=is_on),))


def units(scope: Scope, command: Command) -> Outcome:
    """Choose which conversions of our own stand beside the figures of the sources."""
    wish = command.text.strip().casefold().removesuffix("s") or "?"
    known = {name.removesuffix("s"): name for name in get_args(Units)} | {"off": "source", "none": "source"}
    if wish not in known:
        return _only(scope, UnitsSet(units=scope.state.units, is_known=False))
    chosen = cast(Units, known[wish])
    return Outcome(replace(scope.state, units=chosen), (UnitsSet(units=chosen),))


def remark(scope: Scope, _: Command) -> Outcome:
    """A remark for the transcript."""
    return _only(scope, Remarked())


def practice(scope: Scope, command: Command) -> Outcome:
    """Ask for practice."""
    return _only(scope, PracticeAsked(wish=command.text))


def honours(scope: Scope, _: Command) -> Outcome:
    """Ask what there is to be proud of."""
    return _only(scope, HonoursAsked())


def transcript(scope: Scope, command: Command) -> Outcome:
    """Ask for the session to be written to a file."""
    return _only(scope, TranscriptAsked(wish=command.text))


def record(scope: Scope, command: Command) -> Outcome:
    """Ask for the typed lines to be written to a file."""
    return _only(scope, RecordAsked(wish=command.text))


def replay(scope: Scope, command: Command) -> Outcome:
    """Ask for the lines in a file to be typed."""
    return _only(scope, ReplayAsked(name=command.text))


def credits_(scope: Scope, _: Command) -> Outcome:
    """What the tour is made from."""
    return _only(scope, CreditsShown())


def version(scope: Scope, _: Command) -> Outcome:
    """Which game and which pack this is."""
    return _only(scope, VersionShown())


def about(scope: Scope, _: Command) -> Outcome:
    """What the tour is and what in it is staged."""
    tour = scope.lexicon.world.tour
    return Outcome(scope.state, (AboutShown(title=tour.title, passages=tour.about),), tour.about)


def save(scope: Scope, command: Command) -> Outcome:
    """Ask for the state to be kept under a name."""
    return _only(scope, SaveAsked(name=command.text))


def restore(scope: Scope, command: Command) -> Outcome:
    """Ask for a kept state."""
    return _only(scope, RestoreAsked(name=command.text))


def quit_(scope: Scope, _: Command) -> Outcome:
    """Ask to leave."""
    return _only(scope, QuitAsked())


def _only(scope: Scope, event: Event) -> Outcome:
    return Outcome(scope.state, (event,))
