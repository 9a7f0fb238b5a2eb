"""What can be done with a work as it stands, in lines that can be typed."""

from collections.abc import Iterator

from msgspec import Struct

from game.core.names import key, words
from game.pack.works import Deed, Machine, Sort, WorkAction
from game.pack.world import Thing
from game.tour.events import SortSeen
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.work_looks import describe_places, find_machine_state, list_free_cards, list_hung

_HOLLOW = frozenset("slot box drawer case lock basket tray holder chest cabin crate bag hole".split())
"""Last words of the names of things that something is put in, not on."""


class WorkOffer(Struct, frozen=True, kw_only=True):
    """One way to work a machine as it stands."""

    index: int
    """Of the action in its machine."""
    action: WorkAction
    line: str
    """What can be typed for it: pull lever."""


def describe_sort(thing: Thing, state: State) -> tuple[SortSeen, ...]:
    """How far a sort has come; nothing for any other thing."""
    sort = thing.works
    if not isinstance(sort, Sort):
        return ()
    hung = [sort.cards[card_id] for card_id in list_hung(thing, state)]
    free = tuple(sort.cards[card_id].names[0] for card_id in list_free_cards(thing, state))
    pairs = tuple((card.names[0], sort.places[card.at][0]) for card in hung)
    cards = (sort.cards[card_id] for card_id in list_free_cards(thing, state))
    reads = tuple((card.names[0], card.reads) for card in cards if card.reads)
    return (SortSeen(hung=pairs, free=free, places=describe_places(sort), reads=reads),)


def list_offers(scope: Scope, thing: Thing) -> tuple[WorkOffer, ...]:
    """All that can be done with a machine now, in the order of its actions."""
    if not isinstance(thing.works, Machine):
        return ()
    return tuple(offer for offer in list_wanted(scope, thing) if not find_missing(scope, offer.action))


def list_seen_offers(scope: Scope, thing: Thing) -> tuple[WorkOffer, ...]:
    """What can be done with a machine now, as far as the player has read the words for it."""
    return tuple(offer for offer in list_offers(scope, thing) if _is_seen(scope, thing, offer.action))


def _is_seen(scope: Scope, thing: Thing, action: WorkAction) -> bool:
    """Whether what an action is done to, and what it gives, has been named to the player."""
    named = [action.part[0]] if action.part else []
    if action.gives:
        named.append(scope.lexicon.portable[action.gives].name)
    if not named:
        return True
    known = {word for text in _list_told(scope, thing) for word in key(text)}
    return all(known.issuperset(key(name)) for name in named)


def _list_told(scope: Scope, thing: Thing) -> Iterator[str]:
    """What the player has read here, and of this work: as it stood at first, and what was done to it last."""
    machine, state = thing.works, scope.state
    yield thing.name
    yield from (passage.text for passage in scope.read_here())
    if not isinstance(machine, Machine) or not (thing.id in state.examined or thing.id in state.worked):
        return
    now = find_machine_state(thing, machine, state)
    yield from (machine.states[machine.start].see, machine.states[now].see)
    for action in machine.actions if thing.id in state.worked else ():
        if action.to == now:
            yield from (*action.part, action.text)


def is_tool_seen(scope: Scope, tool: Thing) -> bool:
    """Whether the player has seen a tool, wherever it is now; what a work holds is seen when it comes out."""
    state = scope.state
    is_shown = not tool.inside and scope.lexicon.homes.get(tool.id, "") in state.visited
    return tool.id in state.moved or tool.id in state.examined or is_shown


def list_wanted(scope: Scope, thing: Thing, state_id: str = "") -> Iterator[WorkOffer]:
    """What could be done with a machine, with or without its tool at hand: in that state, or as it stands."""
    machine = thing.works
    if not isinstance(machine, Machine):
        return
    now = state_id or find_machine_state(thing, machine, scope.state)
    for index, action in enumerate(machine.actions):
        if (not action.starts or now in action.starts) and _is_met(scope, action):
            yield WorkOffer(index=index, action=action, line=_write_line(scope, thing, action))


def _is_met(scope: Scope, action: WorkAction) -> bool:
    """Whether the conditions of an action are met, the tool left aside."""
    worked, works = scope.state.worked, scope.lexicon.works
    for other, wanted in action.when.states.items():
        machine = works[other].works
        if isinstance(machine, Machine) and worked.get(other, machine.start) != wanted:
            return False
    is_noted = all(fact_id in scope.state.noted for fact_id in action.when.noted)
    return is_noted and all(lead_id in scope.state.closed for lead_id in action.when.closed)


def find_missing(scope: Scope, action: WorkAction) -> Thing | None:
    """The tool that an action needs, when it is not at hand."""
    if not action.tool or any(thing.id == action.tool for thing in scope.at_reach):
        return None
    return scope.lexicon.portable[action.tool]


def _write_line(scope: Scope, thing: Thing, action: WorkAction) -> str:
    """What to type for an action, in the words of the pack."""
    deed: Deed = action.deeds[0]
    # SWITCH ON BUTTON is no English; SWITCH ON SCREEN is.
    named = action.part[0] if action.part and not deed.startswith("switch") else thing.name
    if action.gives and deed == "take":
        return f"{deed} {scope.lexicon.portable[action.gives].name}"
    if not action.tool:
        return f"knock on {named}" if deed == "knock" else f"{deed} {named}"
    tool = scope.lexicon.portable[action.tool].name
    if deed != "put":
        return f"{deed} {named} with {tool}"
    return f"put {tool} {'in' if words(named)[-1] in _HOLLOW else 'on'} {named}"
