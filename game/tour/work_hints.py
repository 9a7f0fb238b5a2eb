"""What to do next with a work so that it shows something new: the first step of the shortest way there."""

from collections import deque
from collections.abc import Callable, Iterable

from msgspec import Struct

from game.pack.works import Machine, Sort, ToldText, WorkAction
from game.pack.world import Room, Thing, facts_of
from game.tour.scope import Scope
from game.tour.work_looks import find_machine_state, list_free_cards
from game.tour.work_offers import find_missing, list_wanted


class WorkHint(Struct, frozen=True, kw_only=True):
    """The next step with a work."""

    thing: Thing
    line: str = ""
    """What to type; empty when a tool is missing."""
    missing: Thing | None = None
    """The tool to be found first."""


def find_work_hint(scope: Scope) -> WorkHint | None:
    """The next step with something here that can still show more; None when nothing here can.

    What can be done at once comes before what needs a tool from elsewhere.
    """
    fresh = [thing for thing in scope.works if _is_fresh(scope, facts_of(thing))]
    found = [hint for thing in fresh if (hint := find_work_step(scope, thing))]
    return min(found, key=lambda hint: not hint.line, default=None)


def find_tool_room(scope: Scope, tool: Thing) -> Room:
    """The room in which a tool lies, or in which a work holds it."""
    rooms, homes = scope.lexicon.world.rooms, scope.lexicon.homes
    place = scope.state.moved.get(tool.id, tool.inside or homes[tool.id])
    return rooms[place if place in rooms else homes[place]]


def _is_fresh(scope: Scope, fact_ids: Iterable[str]) -> bool:
    return any(fact_id not in scope.state.noted for fact_id in fact_ids)


def _shows_fresh(scope: Scope, told: ToldText | None) -> bool:
    return told is not None and _is_fresh(scope, (*told.tells, *told.shows))


def find_work_step(scope: Scope, thing: Thing) -> WorkHint | None:
    """The next step with one thing that can be worked; None when it can show nothing more."""
    match thing.works:
        case Machine() as machine:
            return _find_deed(scope, thing, machine)
        case Sort() as sort:
            free = list_free_cards(thing, scope.state)
            fresh = [card for card in free if _shows_fresh(scope, sort.cards[card])]
            card = next(iter(fresh or (free if _shows_fresh(scope, sort.done) else ())), "")
            place = sort.places[sort.cards[card].at][0] if card else ""
            return WorkHint(thing=thing, line=f"put {sort.cards[card].names[0]} on {place}") if card else None
        case _:
            return None


def _find_deed(scope: Scope, thing: Thing, machine: Machine) -> WorkHint | None:
    """The first step of the shortest way to a new fact; or what must be done elsewhere before there is such a way."""
    if _shows_fresh(scope, machine.states[find_machine_state(thing, machine, scope.state)]):
        return WorkHint(thing=thing, line=f"x {thing.name}")

    def shows_fresh(action: WorkAction, to: str) -> bool:
        return _shows_fresh(scope, action) or _shows_fresh(scope, machine.states[to])

    return _find_way(scope, thing, machine, shows_fresh) or _find_condition(scope, machine)


Goal = Callable[[WorkAction, str], bool]
"""Whether an action, which leads to that state, is where a way ends."""


def _find_way(scope: Scope, thing: Thing, machine: Machine, is_goal: Goal) -> WorkHint | None:
    """The first step of the shortest way to a goal; a tool that is missing stands for the rest of its way."""
    start = find_machine_state(thing, machine, scope.state)
    ahead, seen = deque([(start, "")]), {start}
    missing: Thing | None = None
    while ahead:
        state, first = ahead.popleft()
        for offer in list_wanted(scope, thing, state):
            if lacks := find_missing(scope, offer.action):
                missing = missing or lacks
                continue
            line, to = first or offer.line, offer.action.to or state
            if is_goal(offer.action, to):
                return WorkHint(thing=thing, line=line)
            if to not in seen:
                seen.add(to)
                ahead.append((to, line))
    return WorkHint(thing=thing, missing=missing) if missing else None


def _find_condition(scope: Scope, machine: Machine) -> WorkHint | None:
    """The first step with another machine here, in whose state an action of this one shows something new."""
    for action in machine.actions:
        for other in scope.works if _shows_fresh(scope, action) else ():
            wanted = action.when.states.get(other.id)
            if wanted and isinstance(other.works, Machine) and (found := _lead_to(scope, other, other.works, wanted)):
                return found
    return None


def _lead_to(scope: Scope, thing: Thing, machine: Machine, wanted: str) -> WorkHint | None:
    """The first step of the shortest way to a state; None for a machine that is in it."""
    if find_machine_state(thing, machine, scope.state) == wanted:
        return None
    return _find_way(scope, thing, machine, lambda _, to: to == wanted)
