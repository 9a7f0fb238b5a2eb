"""How far a tour has come: counts of what was seen, noted and answered."""

from collections import Counter
from typing import get_args

from game.pack.kinds import is_right
from game.pack.ledger import Strength
from game.pack.world import facts_in
from game.tour.commands import Bare
from game.tour.events import Progress, ProgressShown, Scored
from game.tour.scope import Scope
from game.tour.state import count_made, count_minutes
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, Verb, split_words


def count_score(scope: Scope, _: Bare) -> Outcome:
    """Counts of what was seen, noted and answered."""
    world, state = scope.lexicon.world, scope.state
    items = scope.lexicon.items
    noted = Counter(world.facts[fact_id].strength for fact_id in state.noted)
    event = Scored(
        carriages=(state.carriages, world.carriages),
        facts=(len(state.noted), len(world.facts)),
        strengths=tuple((s, noted[s], scope.lexicon.facts.strengths[s]) for s in get_args(Strength)),
        things=(len(state.examined), scope.lexicon.examinable),
        differences=count_made(world, state.compared),
        right=sum(1 for item_id, response in state.answered.items() if is_right(items[item_id], response, world)),
        answered=len(state.answered),
        items=len(items),
        minutes=(count_minutes(world, state), world.tour.minutes),
    )
    return report(scope, event)


def count_progress(scope: Scope, _: Bare) -> Outcome:
    """For each room visited, what was noted and answered, and what is still there."""
    state, rooms = scope.state, scope.lexicon.world.rooms
    # In the pack's order and not as visited: the rows are read beside the map.
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
    return report(scope, ProgressShown(rows=rows, here=state.room, left=len(rooms) - len(rows)))


VERBS = (
    Verb(
        id="score",
        words=split_words(
            "score, points, time, clock, what time is it, what is the time, how am i doing, stats, status, how much "
            "longer, are we there yet, when do we arrive, how many points do i have, how many points, did i win, "
            "how far have i come, how long until we arrive, am i winning, have i won, what is my score"
        ),
        takes=NOTHING,
        perform=count_score,
        group="tour",
    ),
    Verb(
        id="progress",
        words=split_words("progress, what is left, what's left, what did i miss, what have i missed, how much is left"),
        takes=NOTHING,
        perform=count_progress,
        group="tour",
    ),
)
