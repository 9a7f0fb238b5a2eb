"""About the tour itself: notebook, score, help, and what only a front end can do (save, restore, quit)."""

from game.commands import Command
from game.events import (
    AboutShown,
    Event,
    HelpShown,
    NotebookShown,
    QuitAsked,
    RestartAsked,
    RestoreAsked,
    SaveAsked,
    Scored,
)
from game.ledger import Fact
from game.quiz import key_of
from game.scope import Scope
from game.state import elapsed
from game.verbs.outcome import Outcome


def notebook(scope: Scope, _: Command) -> Outcome:
    """The facts noted so far, by the room they were noted in."""
    world = scope.lexicon.world
    by_room: dict[str, list[Fact]] = {}
    for fact_id, fact in world.facts.items():
        if room_id := scope.state.noted.get(fact_id):
            by_room.setdefault(room_id, []).append(fact)
    entries = tuple((world.rooms[room_id], tuple(by_room[room_id])) for room_id in world.rooms if room_id in by_room)
    return Outcome(scope.state, (NotebookShown(entries=entries, total=len(world.facts)),))


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
