"""How much of an exam's time was lost because the machine that keeps it was away."""

from game.store.attempt_events import Extended, Gap, Held, Released, Resumed
from game.store.attempts import Attempt


def measure_outage(attempt: Attempt) -> float:
    """Seconds that the clock counted though nobody could answer, and that a teacher has not given back yet."""
    limit, lost, given = attempt.own_limit, 0.0, 0.0
    is_held, before = False, 0.0
    for event in attempt.events:
        now = min(event.elapsed, limit.seconds) if limit.seconds else event.elapsed
        if isinstance(event, Resumed):
            # Its gap stands in the next line, and began at the line before.
            continue
        if isinstance(event, Gap) and event.why in ("ended", "away") and not is_held:
            lost += max(0.0, min(event.seconds, now - before))
        if isinstance(event, Extended):
            limit = limit.extend(event.minutes, event.elapsed)
            given += event.minutes * 60 if event.gives_back else 0.0
        is_held = isinstance(event, Held) or (is_held and not isinstance(event, Released))
        before = now
    return max(0.0, lost - given)
