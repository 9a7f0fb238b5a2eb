"""What lines mean (tests/readings) and what they do (tests/plays). ``python -m tests.kept_readings`` writes both anew.

A line may be read in ten ways, and which of them comes first decides. So the whole reading is compared, and not only
whether a line is understood: the verb, its object, the short form that is taught, the slip, the choice, the mistake.
The lines of a play are typed in one session, one after the other: beside each stands what happens, and the turn then.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields, replace

from game.pack.kinds import Distractor, Item, Number, Order, Short, show
from game.pack.world import Thing, World
from game.tour.lexicon import Lexicon
from game.tour.parser import read_line
from game.tour.parser.splitting import split
from game.tour.scope import Scope
from game.tour.session import Session
from game.tour.state import begin_tour
from tests.conftest import TINY, loaded

FOLDER = Path(__file__).parent / "readings"
PLAYS = Path(__file__).parent / "plays"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
PLAY_NAMES = sorted(path.stem for path in PLAYS.glob("*.txt"))
ARROW = " => "

FACTS = ("lamp-is-green",)
WAITING: dict[str, Item] = {
    "figure": Number(id="n", stem="?", key="37", unit="mph", feedback=".", facts=FACTS),
    "words": Short(
        id="s", stem="?", key="lamp", feedback=".", facts=FACTS, distractors=(Distractor(text="rug", because="."),)
    ),
    "order": Order(id="o", stem="?", steps=("one", "two", "three"), feedback=".", facts=FACTS),
}
"""File -> the question that waits there."""

HARD_NAMES = (
    "watch",
    "pass",
    "salt and pepper",
    "red box",
    "blue box",
    "map on the wall",
    "story",
    "old man",
    "lid of the red box",
)
"""Names that hold a verb, a preposition or AND, or that share a word."""


def make_scope(name: str, world: World) -> Scope:
    """What can be named where the lines of a file are typed."""
    if name == "later":
        session = Session(world)
        for line in ("x porter", "take leaflet", "f", "x lamp", "x rug"):
            session.perform(line)
        return session.scope
    if name == "names":
        return Scope(Lexicon(_give_names(world)), begin_tour(world))
    if name in ("choice", "statement"):
        item = world.rooms["salon"].items[name == "statement"]
        return Scope(Lexicon(world), begin_tour(world).enter(world.rooms["salon"]), show(item, world, 0))
    return Scope(Lexicon(world), begin_tour(world), show(WAITING[name], world, 0) if name in WAITING else None)


def _give_names(world: World) -> World:
    """The world with things on its platform whose names are hard to read."""
    platform = world.rooms["platform"]
    more = tuple(Thing(id=name, name=name, passages=platform.things[0].passages) for name in HARD_NAMES)
    return replace(world, rooms={**world.rooms, "platform": replace(platform, things=(*platform.things, *more))})


def read_kept(folder: Path, name: str) -> list[str]:
    """The lines of a file with what they mean or do."""
    return (folder / f"{name}.txt").read_text("utf-8").splitlines()


def list_happenings(name: str, world: World) -> Iterator[str]:
    """The lines of a play with what they do now."""
    session = Session(world)
    yield f"{ARROW}{' · '.join(map(describe, session.open(lessons=2)))}"
    for kept in read_kept(PLAYS, name)[1:]:
        line = kept.partition(ARROW)[0]
        happened = [describe(event) for event in session.perform(line)]
        yield f"{line}{ARROW}{' · '.join((*happened, f'turn {session.state.turn}'))}"


def list_readings(name: str, world: World, lines: slice = slice(None)) -> Iterator[str]:
    """Lines of a file with what they mean now."""
    scope = make_scope(name, world)
    for kept in read_kept(FOLDER, name)[lines]:
        line = kept.partition(ARROW)[0]
        reading = read_line(line, scope)
        said = [describe(event) for event in reading.said]
        said += [f"read as “{reading.line}”"] * (reading.line != line)
        said += [describe(reading.command)] * (reading.command is not None)
        said += [f"choices {', '.join(reading.choices.names)}"] if reading.choices else []
        said += [f"oops “{reading.unknown}”"] * bool(reading.unknown)
        said += [f"{len(parts)} parts"] if len(parts := split(line)) != 1 else []
        yield f"{line}{ARROW}{' · '.join(said)}"


def describe(value: object) -> str:
    """A value by its ids, without what it has by default."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(describe, value))}]"
    if isinstance(value, Struct):
        if named := getattr(value, "id", ""):
            return str(named)
        shown = [
            f"{field.name}={describe(held)}"
            for field in fields(value)
            if (held := getattr(value, field.name)) not in (field.default, None, False, "", ())
            or (field.default is NODEFAULT and held is True)
        ]
        return f"{type(value).__name__}({', '.join(shown)})".removesuffix("()")
    return str(value)


if __name__ == "__main__":
    for name in NAMES:
        renewed = "".join(f"{line}\n" for line in list_readings(name, loaded(TINY)))
        (FOLDER / f"{name}.txt").write_text(renewed, "utf-8")
    for name in PLAY_NAMES:
        renewed = "".join(f"{line}\n" for line in list_happenings(name, loaded(TINY)))
        (PLAYS / f"{name}.txt").write_text(renewed, "utf-8")
