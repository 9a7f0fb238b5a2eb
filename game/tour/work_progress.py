"""How far a player has come with the works of a tour: how each stands, and what can be done with it now."""

from collections.abc import Iterator

from msgspec import Struct

from game.pack.works import Deed, Machine, Sort, ToldText, WorkAction, read_told
from game.pack.world import Passage, Thing, World
from game.tour.events import SortSeen
from game.tour.scope import Scope
from game.tour.state import State


class WorkOffer(Struct, frozen=True, kw_only=True):
    """One way to work a machine as it stands."""

    index: int
    """Of the action in its machine."""
    action: WorkAction
    line: str
    """What can be typed for it: pull lever."""


def find_machine_state(thing: Thing, machine: Machine, state: State) -> str:
    """Id of the state that a machine is in."""
    return state.worked.get(thing.id, machine.start)


def list_hung(thing: Thing, state: State) -> tuple[str, ...]:
    """Ids of the cards of a sort that hang where they belong, in the order they were hung."""
    return tuple(state.worked.get(thing.id, "").split())


def read_look(world: World, state: State, thing: Thing) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """What a look at a thing tells as it stands: its texts, and the claims that its work shows."""
    match thing.works:
        case Machine() as machine:
            now = machine.states[find_machine_state(thing, machine, state)]
            return (*thing.passages, *read_passages(now)), read_claims(world, (now,))
        case Sort(see=see):
            return (*thing.passages, Passage(text=see, staged=True)), ()
        case _:
            return thing.passages, ()


def read_claims(world: World, told: tuple[ToldText, ...]) -> tuple[Passage, ...]:
    """The facts that texts of a work show, as a passage of their claims; empty when there are none."""
    ids = tuple(dict.fromkeys(fact_id for text in told for fact_id in text.shows))
    claims = " ".join(world.facts[fact_id].claim for fact_id in ids)
    return (Passage(text=claims, facts=ids),) if ids else ()


def describe_sort(thing: Thing, state: State) -> tuple[SortSeen, ...]:
    """How far a sort has come; nothing for any other thing."""
    sort = thing.works
    if not isinstance(sort, Sort):
        return ()
    hung = [sort.cards[card_id] for card_id in list_hung(thing, state)]
    free = tuple(sort.cards[card_id].names[0] for card_id in list_free_cards(thing, state))
    pairs = tuple((card.names[0], sort.places[card.at][0]) for card in hung)
    return (SortSeen(hung=pairs, free=free, places=name_places(sort)),)


def name_places(sort: Sort) -> tuple[str, ...]:
    """The places of a sort, as they are printed."""
    return tuple(names[0] for names in sort.places.values())


def read_passages(told: ToldText) -> tuple[Passage, ...]:
    """The text of a work as a passage: sourced where it names facts, else staged."""
    text = read_told(told)
    return (Passage(text=text, facts=told.tells, staged=not told.tells),) if text else ()


def list_offers(scope: Scope, thing: Thing) -> tuple[WorkOffer, ...]:
    """All that can be done with a machine now, in the order of its actions."""
    if not isinstance(thing.works, Machine):
        return ()
    return tuple(offer for offer in list_wanted(scope, thing) if not find_missing(scope, offer.action))


def list_wanted(scope: Scope, thing: Thing) -> Iterator[WorkOffer]:
    """What could be done with a machine in its state, whether or not the tool for it is at hand."""
    machine = thing.works
    if not isinstance(machine, Machine):
        return
    now = find_machine_state(thing, machine, scope.state)
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
    return all(fact_id in scope.state.noted for fact_id in action.when.noted)


def find_missing(scope: Scope, action: WorkAction) -> Thing | None:
    """The tool that an action needs, when it is not at hand."""
    if not action.tool or any(thing.id == action.tool for thing in scope.at_reach):
        return None
    return scope.lexicon.portable[action.tool]


def _write_line(scope: Scope, thing: Thing, action: WorkAction) -> str:
    """What to type for an action, in the words of the pack."""
    deed: Deed = action.deeds[0]
    named = action.part[0] if action.part else thing.name
    if action.gives and not action.part and deed == "take":
        return f"{deed} {scope.lexicon.portable[action.gives].name}"
    if not action.tool:
        return f"knock on {named}" if deed == "knock" else f"{deed} {named}"
    tool = scope.lexicon.portable[action.tool].name
    return f"put {tool} in {named}" if deed == "put" else f"{deed} {named} with {tool}"


def list_free_cards(thing: Thing, state: State) -> tuple[str, ...]:
    """Ids of the cards of a sort that do not hang yet, in the pack's order."""
    if not isinstance(thing.works, Sort):
        return ()
    hung = list_hung(thing, state)
    return tuple(card_id for card_id in thing.works.cards if card_id not in hung)
