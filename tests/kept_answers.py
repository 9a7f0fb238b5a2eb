"""What the shipped pack answers to each question of tests/questions. ``python -m tests.kept_answers`` writes it anew.

The bars of test_answers.py say how good the answers are; this says which of them a change of the rules has changed.
"""

from collections.abc import Iterator
from pathlib import Path

from game.core.paths import shipped
from game.pack.world import World
from game.tour import events as e
from tests.answer_checks import make_session, read_questions
from tests.conftest import loaded

KEPT = Path(__file__).parent / "kept" / "answers.txt"
SETS = (
    "asked.txt",
    "held_out.txt",
    "unanswerable.txt",
    "varied.txt",
    "spoken.txt",
    "spoken_later.txt",
    "spoken_last.txt",
)


def list_answers(world: World) -> Iterator[str]:
    """A line for each question: what is answered when all facts are noted, and what when none is."""
    for name in SETS:
        for asked in read_questions(name):
            replies = (make_session(world, is_full=is_full).perform(asked.line) for is_full in (True, False))
            yield f"{asked.line} => {' | '.join(' + '.join(map(_describe, reply)) for reply in replies)}"


def _describe(event: e.Event) -> str:  # noqa: C901 - one case an event
    """What an event says, by ids and in order."""
    match event:
        case e.Recalled():
            said = [*(fact.id for fact in event.facts), *(f"≠{one.id}" for one in event.differences)]
            said += [f"in {room.id}" for room in event.rooms]
        case e.ToldElsewhere():
            said = [event.room.id, *(thing.id for thing in event.things)]
        case e.NearTold():
            said = [event.entity.id, *(fact.id for fact in event.facts), event.room.id if event.room else "all noted"]
        case e.NotTold():
            said = [event.entity.id, event.attribute]
        case e.EntityDescribed():
            said = [event.entity.id]
        case e.TourExplained():
            said = [event.topic, event.cite]
        case e.WordExplained():
            said = [event.word]
        case e.Unanswered():
            said = [*(thing.id for thing in event.things), *(entity.id for entity in event.entities)]
            said += [f"“{event.topic}”"] * bool(event.topic) + ["wide"] * event.is_wide + ["named"] * event.is_named
        case _:
            said = []
    return f"{type(event).__name__} {', '.join(said)}".strip()


if __name__ == "__main__":
    KEPT.write_text("".join(f"{line}\n" for line in list_answers(loaded(shipped("rooms")))), "utf-8")
