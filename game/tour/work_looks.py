"""How far a player has come with the works of a tour, and what a look at one tells as it stands."""

from game.pack.works import Machine, Sort, ToldText, read_told
from game.pack.world import Passage, Thing, World
from game.tour.state import State


def find_machine_state(thing: Thing, machine: Machine, state: State) -> str:
    """Id of the state that a machine is in."""
    return state.worked.get(thing.id, machine.start)


def list_hung(thing: Thing, state: State) -> tuple[str, ...]:
    """Ids of the cards of a sort that hang where they belong, in the order they were hung."""
    return tuple(state.worked.get(thing.id, "").split())


def list_free_cards(thing: Thing, state: State) -> tuple[str, ...]:
    """Ids of the cards of a sort that do not hang yet, in the pack's order."""
    if not isinstance(thing.works, Sort):
        return ()
    hung = list_hung(thing, state)
    return tuple(card_id for card_id in thing.works.cards if card_id not in hung)


def find_sprites(thing: Thing, state: State) -> str:
    """The sprites drawn for a work as it stands; empty where they are those of the scene."""
    match thing.works:
        case Machine() as machine:
            return machine.sprites.get(find_machine_state(thing, machine, state), "")
        case Sort(sprites=sprites):
            hung = len(list_hung(thing, state))
            return next((sprites[f"{count}"] for count in range(hung, -1, -1) if f"{count}" in sprites), "")
        case _:
            return ""


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


def read_passages(told: ToldText) -> tuple[Passage, ...]:
    """The text of a work as a passage: sourced where it names facts, else staged."""
    text = read_told(told)
    return (Passage(text=text, facts=told.tells, staged=not told.tells),) if text else ()


def read_claims(world: World, told: tuple[ToldText, ...]) -> tuple[Passage, ...]:
    """The facts that texts of a work show, as a passage of their claims; empty when there are none."""
    ids = tuple(dict.fromkeys(fact_id for text in told for fact_id in text.shows))
    claims = " ".join(world.facts[fact_id].claim for fact_id in ids)
    return (Passage(text=claims, facts=ids),) if ids else ()


def describe_places(sort: Sort) -> tuple[str, ...]:
    """The places of a sort as they are printed, with what each stands for."""
    return tuple(
        f"{names[0]} ({sort.stands[place_id]})" if place_id in sort.stands else names[0]
        for place_id, names in sort.places.items()
    )


def name_places(sort: Sort) -> tuple[str, ...]:
    """The places of a sort, as they are printed."""
    return tuple(names[0] for names in sort.places.values())
