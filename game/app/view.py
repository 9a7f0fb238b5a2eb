"""What a screen shows beside the words: one frozen record of the player's place, made again after every turn."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from game.pack.ledger import Fact
from game.pack.world import Room, Tour
from game.tour.chase import find_pinned, list_met
from game.tour.events import Exit, LeadProgress
from game.tour.lexicon import Lexicon, make_plaque
from game.tour.report import count_room
from game.tour.scope import Scope
from game.tour.state import State, count_minutes
from game.tour.verbs.delivering import find_next_halt
from game.tour.verbs.outcome import find_exits, find_made_differences
from game.tour.work_looks import find_sprites

if TYPE_CHECKING:
    from game.tour.parser import Completion  # only for types: the first frame needs no parser

__all__ = ["Completion", "Job", "Sight", "Stop", "View", "build_view", "choose_arrow", "list_one_exit_a_room"]
# Exported again here, so that a front end can show completions without importing the parser.


class Sight(Struct, frozen=True):
    """A thing in the room, and whether it has been looked at."""

    name: str
    is_examined: bool
    is_fixture: bool
    """True for the plaque, which every room has."""


class Stop(Struct, frozen=True):
    """A room of the tour, as the strip draws it."""

    room: Room
    is_visited: bool


MAX_OTHER_QUESTIONS = 2
"""Open questions that are shown beside the one that is chased; JOB ALL lists the rest."""


class Job(Struct, frozen=True, kw_only=True):
    """What a reporter is at: the question that is chased, other open ones, and the standing with the paper."""

    progress: LeadProgress | None
    """The question that is chased; None when none is open."""
    others: tuple[LeadProgress, ...]
    closed: int
    """How many questions are closed."""
    lines: int
    """How many lines the report has so far."""
    limit: int
    """How many it may have."""
    trust: int | None
    """0 to MAX_TRUST; None where there is no newsroom."""
    next_wire: Room | None
    """Where the paper asks for the next line; None where it does not."""


_ARROWS = {**dict.fromkeys(("back", "out", "west", "left"), "◂"), "up": "▴", "down": "▾"}

REACH = 14
"""How many stops in each direction the strip may show: more than fit on 200 columns."""


class View(Struct, frozen=True, kw_only=True):
    """Everything that the panels show."""

    tour: Tour
    room: Room
    carriages: int
    stops: tuple[Stop, ...]
    """The rooms around this one, in the pack's order."""
    is_end_near: bool
    """True when the last of the stops is the last of the pack."""
    exits: tuple[Exit, ...]
    ways_along: tuple[str, str]
    """What leads to an earlier and to a later room of the pack, as a line; EXITS where nothing does."""
    sights: tuple[Sight, ...]
    recent: tuple[Fact, ...]
    """The latest facts, newest first."""
    differing: frozenset[str]
    """Ids of those facts on which sources differ."""
    noted: int
    facts: int
    is_new: bool
    """True before the first turn of a tour."""
    minutes: int
    """Journey time that has passed."""
    place: int
    """The room's place in the pack's order, from 0."""
    examined: frozenset[str]
    """Ids of the things here that have been looked at."""
    drawn: tuple[tuple[str, str], ...]
    """Id of a work here -> the sprites that are drawn for it as it stands, where they are not those of the scene."""
    thing_names: dict[str, str]
    """Id of a thing here -> the name it is looked at by."""
    job: "Job | None"
    """What the player chases; None in a pack without leads."""
    names: tuple[str, ...]
    """What can be named here and may be offered for completion."""


def _build_job(lexicon: Lexicon, state: State) -> Job | None:
    """What the player is at; None in a pack without leads."""
    world = lexicon.world
    if not world.leads:
        return None
    met = list_met(lexicon, state)
    others = (each for each in met if not each.is_closed and not each.is_pinned)
    return Job(
        progress=find_pinned(lexicon, state),
        others=tuple(islice(others, MAX_OTHER_QUESTIONS)),
        closed=len(state.closed),
        lines=len(state.draft),
        limit=count_room(world, state),
        trust=None if world.newsroom is None else state.trust,
        next_wire=None if world.newsroom is None else find_next_halt(Scope(lexicon, state)),
    )


def build_view(lexicon: Lexicon, state: State) -> View:
    """What there is to see for a player in that state."""
    world = lexicon.world
    scope = Scope(lexicon, state)
    recent = tuple(world.facts[fact_id] for fact_id in reversed(state.recent))
    plaque_id = make_plaque(scope.room).id
    place = lexicon.places[state.room]
    exits = find_exits(scope)
    # Only the rooms in reach: a pack may have thousands, and the time of a turn must not depend on their number.
    near = lexicon.order[max(0, place - REACH) : place + REACH + 1]
    sights = tuple(Sight(thing.name, thing.id in state.examined, thing.id == plaque_id) for thing in scope.things)
    return View(
        tour=world.tour,
        room=scope.room,
        carriages=world.carriages,
        stops=tuple(Stop(room, room.id in state.visited) for room in near),
        is_end_near=place + REACH + 1 >= len(lexicon.order),
        exits=exits,
        ways_along=(
            next((way.direction for way in exits if lexicon.places[way.room.id] < place), "exits"),
            next((way.direction for way in reversed(exits) if lexicon.places[way.room.id] > place), "exits"),
        ),
        sights=sights,
        recent=recent,
        differing=frozenset(
            fact.id for fact in recent if any(each.is_dispute for each in find_made_differences(scope, (fact,)))
        ),
        noted=len(state.noted),
        facts=len(world.facts),
        is_new=not state.turn,
        minutes=count_minutes(world, state),
        place=place,
        examined=frozenset(thing.id for thing in scope.things if thing.id in state.examined),
        drawn=tuple((thing.id, names) for thing in scope.works if (names := find_sprites(thing, state))),
        thing_names={thing.id: thing.name for thing in scope.things},
        names=tuple(dict.fromkeys(name for thing in (*scope.things, *scope.carried) for name in thing.all_names)),
        job=_build_job(lexicon, state),
    )


def choose_arrow(way: Exit) -> str:
    """The sign before a way out."""
    return _ARROWS.get(way.direction, "▸")


def list_one_exit_a_room(exits: Sequence[Exit]) -> list[Exit]:
    """The exits, only the first one of those that lead to the same room."""
    # IN and NORTH often lead to the same room; two rows would look like two exits.
    return list({way.room.id: way for way in reversed(exits)}.values())[::-1]
