"""Taking things along and leaving them behind."""

from typing import assert_never

from msgspec.structs import replace

from game.pack.world import Thing
from game.tour.commands import Bare, Noun, OnAll, OnThings
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
from game.tour.state import CARRIED, State
from game.tour.verbs.looking import give_reply
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, THINGS, Verb, split_words


def take(scope: Scope, wanted: OnThings | OnAll) -> Outcome:
    """Carry what was named, or everything here that can be carried."""
    nouns = _choose_taken(scope, wanted)
    if not nouns:
        return report(scope, NothingToTake())
    outcome = Outcome(scope.state)
    for noun in nouns:
        part = _take_one(scope, outcome.state, noun)
        outcome = Outcome(part.state, (*outcome.events, *part.events))
    return outcome


def _choose_taken(scope: Scope, wanted: OnThings | OnAll) -> tuple[Noun, ...]:
    match wanted:
        case OnThings():
            return wanted.nouns
        case OnAll():
            left_out = (*wanted.but, *scope.carried)
            return tuple(thing for thing in scope.things if thing.portable and thing not in left_out)
        case _ as never:
            assert_never(never)


def _take_one(scope: Scope, state: State, noun: Noun) -> Outcome:
    if not isinstance(noun, Thing):
        return Outcome(state, (NotAThing(noun=noun),))
    # The pack may say why a thing stays where it is; that is better than our own refusal.
    if "take" in noun.replies and not noun.portable:
        told = give_reply(scope, state, noun.replies["take"])
        return Outcome(told.state, told.events)
    if not noun.portable:
        return Outcome(state, (NotPortable(thing=noun),))
    if state.moved.get(noun.id) == CARRIED:
        return Outcome(state, (AlreadyCarried(thing=noun),))
    return Outcome(replace(state, moved=state.moved.insert(noun.id, CARRIED)), (Taken(thing=noun),))


def drop(scope: Scope, unwanted: OnThings | OnAll) -> Outcome:
    """Leave what was named here, or all that is carried."""
    match unwanted:
        case OnThings():
            nouns = unwanted.nouns
        case OnAll():
            nouns = tuple(thing for thing in scope.carried if thing not in unwanted.but)
        case _ as never:
            assert_never(never)
    state, events = scope.state, list[Event]()
    for noun in nouns:
        if isinstance(noun, Thing) and state.moved.get(noun.id) == CARRIED:
            state = replace(state, moved=state.moved.insert(noun.id, state.room))
            events.append(Dropped(thing=noun, room=scope.room))
        else:
            events.append(NotCarried(thing=noun) if isinstance(noun, Thing) else NotAThing(noun=noun))
    # DROP ALL with empty hands is answered like INVENTORY, which says just that.
    return Outcome(state, tuple(events) or (Carrying(things=()),))


def list_carried(scope: Scope, _: Bare) -> Outcome:
    """Say what is carried."""
    return report(scope, Carrying(things=scope.carried))


VERBS = (
    Verb(
        id="take",
        words=split_words("take, get, pick up, take out, get out, carry, grab, collect, keep, snatch, bring"),
        takes=THINGS,
        perform=take,
        group="carry",
        is_turn=True,
        forms=("all",),
    ),
    Verb(
        id="drop",
        words=split_words("drop, put down, leave behind, leave, put back, discard, throw away, let go of"),
        takes=THINGS,
        perform=drop,
        group="carry",
        is_turn=True,
        forms=("all",),
    ),
    Verb(
        id="inventory",
        words=split_words(
            "inventory, i, inv, what am i carrying, what do i have, what have i got, what is in my bag, bag, what "
            "do i carry, my things, my stuff, pockets, check inventory, show inventory, open bag, check bag, items"
        ),
        takes=NOTHING,
        perform=list_carried,
        group="carry",
    ),
)
