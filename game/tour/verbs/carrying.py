"""Taking things along and leaving them behind."""

from msgspec.structs import replace

from game.pack.world import Thing
from game.tour.commands import Command, Noun
from game.tour.events import (
    AlreadyCarried,
    Carrying,
    Dropped,
    Event,
    NotAThing,
    NotCarried,
    NothingToTake,
    NotPortable,
    Taken,
)
from game.tour.scope import Scope
from game.tour.state import CARRIED
from game.tour.verbs.looking import reply
from game.tour.verbs.outcome import Outcome


def take(scope: Scope, command: Command) -> Outcome:
    """Carry what was named, or everything here that can be carried."""
    nouns: tuple[Noun, ...] = command.nouns
    if command.text == "all":
        here = tuple(thing for thing in scope.things if thing.portable)
        nouns = tuple(thing for thing in here if thing not in (*command.but, *scope.carried))
        if not nouns:
            return Outcome(scope.state, (NothingToTake(),))
    state, events = scope.state, list[Event]()
    for noun in nouns:
        if isinstance(noun, Thing) and "take" in noun.replies and not noun.portable:
            told = reply(scope, state, noun.replies["take"])
            state, events = told.state, [*events, *told.events]
        elif not isinstance(noun, Thing):
            events.append(NotAThing(noun=noun))
        elif not noun.portable:
            events.append(NotPortable(thing=noun))
        elif state.moved.get(noun.id) == CARRIED:
            events.append(AlreadyCarried(thing=noun))
        else:
            state = replace(state, moved=state.moved.insert(noun.id, CARRIED))
            events.append(Taken(thing=noun))
    return Outcome(state, tuple(events))


def drop(scope: Scope, command: Command) -> Outcome:
    """Leave what was named here, or all that is carried."""
    nouns = command.nouns
    if command.text == "all":
        nouns = tuple(thing for thing in scope.carried if thing not in command.but)
    state, events = scope.state, list[Event]()
    for noun in nouns:
        if isinstance(noun, Thing) and state.moved.get(noun.id) == CARRIED:
            state = replace(state, moved=state.moved.insert(noun.id, state.room))
            events.append(Dropped(thing=noun, room=scope.room))
        elif not isinstance(noun, Thing):
            events.append(NotAThing(noun=noun))
        else:
            events.append(NotCarried(thing=noun))
    return Outcome(state, tuple(events) or (Carrying(things=()),))


def inventory(scope: Scope, _: Command) -> Outcome:
    """Say what is carried."""
    return Outcome(scope.state, (Carrying(things=scope.carried),))
