"""Asks the shipped pack questions and compares what comes back with what a file expects."""

from pathlib import Path
from typing import Literal, NamedTuple

from game.pack.world import World
from game.tour import events as e
from game.tour.lexicon import Lexicon
from game.tour.session import Session

FOLDER = Path(__file__).parent / "questions"

Verdict = Literal["right", "pointing", "silent", "wrong"]


class Asked(NamedTuple):
    """One line of a file."""

    line: str
    expected: tuple[str, ...]
    """What it may be answered by; empty where the file does not say."""


def read_questions(name: str) -> tuple[Asked, ...]:
    """The questions of a file, in order."""
    rows = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    pairs = (row.partition(" => ") for row in rows if row and not row.startswith("#"))
    return tuple(Asked(line, tuple(part.strip() for part in right.split(",") if part)) for line, _, right in pairs)


_INDEXED: dict[int, Lexicon] = {}
"""Id of a world -> its names, which hold the world."""


def index_once(world: World) -> Lexicon:
    """The names of a world, for all sessions that play it: to index them takes as long as a hundred questions."""
    # By id, since a world has no hash. As its names hold it, no other world gets that id.
    if id(world) not in _INDEXED:
        _INDEXED[id(world)] = Lexicon(world)
    return _INDEXED[id(world)]


def make_session(world: World, *, is_full: bool) -> Session:
    """A session at the start, with nothing noted or with everything."""
    session = Session(index_once(world))
    session.open()
    if is_full:
        session.state = session.state.note(tuple(world.facts))
    return session


def judge(session: Session, asked: Asked) -> tuple[Verdict, str]:  # noqa: C901 - one case a kind of reply
    """How good the answer to a question is, and what it was."""
    reply = session.perform(asked.line)
    told = next((event for event in reply if not isinstance(event, e.Corrected | e.Taught | e.LessonGiven)), None)
    wanted = set(asked.expected)
    match told:
        case e.Recalled():
            ids = {fact.id for fact in told.facts}
            return ("right" if ids & wanted else "wrong"), f"recalled {sorted(ids)}"
        case e.ToldElsewhere():
            rooms = {room for fact in wanted for room in session.lexicon.facts.find_rooms(fact)}
            return ("pointing" if told.room.id in rooms else "wrong"), f"told in {told.room.id}"
        case e.EntityDescribed():
            ids = {fact.id for fact in told.facts}
            is_meant = f"card:{told.entity.id}" in wanted
            verdict: Verdict = "right" if is_meant else "pointing" if ids & wanted else "silent"
            return verdict, f"card of {told.entity.id}"
        case e.TourExplained():
            return ("right" if f"tour:{told.topic}" in wanted else "wrong"), f"tour: {told.topic}"
        case e.WordExplained():
            return ("right" if f"word:{told.word}" in wanted else "wrong"), f"word: {told.word}"
        case e.Acted() | e.ThingExamined() | e.HelpShown():
            is_of_tour = any(part.startswith("tour:") for part in wanted)
            return ("right" if is_of_tour else "wrong"), type(told).__name__
        case e.NearTold():
            ids = {*told.entity.facts, *(fact.id for fact in told.facts)}
            verdict = "right" if wanted == {"none"} else "pointing" if ids & wanted else "silent"
            return verdict, f"near {told.entity.id}"
        case e.NotTold():
            return ("right" if wanted == {"none"} else "wrong"), f"not told: {told.entity.id} {told.attribute}"
        case e.Unanswered() | e.UnknownTopic() | e.NotUnderstood():
            return ("right" if wanted == {"none"} else "silent"), type(told).__name__
        case _:
            return "wrong", type(told).__name__
