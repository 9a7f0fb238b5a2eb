"""About the tour itself: notebook, score, help, and what only a front end can do (save, restore, quit)."""

from collections.abc import Callable, Sequence
from typing import get_args

from game.commands import Command
from game.events import (
    AboutShown,
    DifferencesShown,
    Event,
    ExportAsked,
    HelpShown,
    NotebookShown,
    QuitAsked,
    RestartAsked,
    RestoreAsked,
    SaveAsked,
    Scored,
    TimelineShown,
)
from game.ledger import Fact, Source, Strength
from game.quiz import key_of
from game.scope import Scope
from game.state import elapsed
from game.verbs.outcome import Outcome
from game.world import Room

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
        case _:
            groups = [_noted_in(scope, room) for room in _noted_rooms(scope)]
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
        return _shown(scope, [])
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
    return tuple(sorted((facts[i] for i in scope.state.noted), key=lambda fact: scope.lexicon.fact_places[fact.id]))


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
    world = scope.lexicon.world
    ids = {d for fact_id in scope.state.noted for d in world.differing.get(fact_id, ())}
    known = tuple(world.differences[d] for d in world.differences if d in ids)
    return Outcome(scope.state, (DifferencesShown(differences=known, total=len(world.differences)),))


def score(scope: Scope, _: Command) -> Outcome:
    """Counts of what was seen, noted and answered."""
    world, state = scope.lexicon.world, scope.state
    items = scope.lexicon.items
    right = sum(1 for item_id, response in state.answered.items() if response == key_of(items[item_id]))
    event = Scored(
        facts=len(state.noted),
        facts_total=len(world.facts),
        carriages=state.carriages,
        carriages_total=world.carriages,
        right=right,
        answered=len(state.answered),
        items_total=len(items),
        minutes=elapsed(world, state),
        minutes_total=world.tour.minutes,
    )
    return Outcome(state, (event,))


def help_(scope: Scope, command: Command) -> Outcome:
    """The commands, or one of them when it is named."""
    return Outcome(scope.state, (HelpShown(verb=command.text),))


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


def restart(scope: Scope, _: Command) -> Outcome:
    """Ask for a new tour."""
    return _only(scope, RestartAsked())


def quit_(scope: Scope, _: Command) -> Outcome:
    """Ask to leave."""
    return _only(scope, QuitAsked())


def _only(scope: Scope, event: Event) -> Outcome:
    return Outcome(scope.state, (event,))
