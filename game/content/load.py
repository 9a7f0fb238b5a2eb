"""A folder of YAML, read and checked: a world, or everything that is wrong with it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from game.content import checks
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile, ItemsFile, SourcesFile
from game.content.folder import read
from game.content.pack_documents import Pack
from game.content.problems import Problem
from game.pack.ledger import Difference
from game.pack.world import Room, Tour, World


class Loaded(NamedTuple):
    """What a folder gave."""

    world: World | None
    """None when a problem is fatal."""
    problems: tuple[Problem, ...]
    """All of them, in the order of the files, warnings included."""


def load(folder: Path, articles_in: Path | None = None) -> Loaded:
    """The world in a folder, with all problems of the folder; never raises for an author's mistake.

    Args:
        folder: The pack.
        articles_in: A folder with the articles as text files, to check the pack against; None to do without.
    """
    return checked(folder, articles_in)[1]


def checked(folder: Path, articles_in: Path | None = None) -> tuple[Pack | None, Loaded]:
    """What ``load`` gives, and the files it was read from; None when they could not be read."""
    try:
        raw = read(folder)
    except OSError as bad:
        message = f"cannot be read: {bad.strerror}"
        return None, Loaded(None, (Problem(str(bad.filename or folder), 1, 1, "", message),))
    missing = [name for name in ("tour.yaml", "sources.yaml") if name not in raw]
    if missing:
        message = "a pack needs this file, and it is not there"
        return None, Loaded(None, tuple(Problem(str(folder / name), 1, 1, "", message) for name in missing))
    pack = Pack(folder, raw)
    return pack, _checked(pack, articles_in)


def build(folder: Path, raw: Mapping[str, bytes]) -> Loaded:
    """The world those files hold, checked."""
    return _checked(Pack(folder, raw), None)


def _checked(pack: Pack, articles_in: Path | None) -> Loaded:
    checks.run(pack)
    if articles_in is not None:
        from game.content import articles  # read by authors, not by players

        articles.check(pack, articles_in)
    problems = pack.problems
    return Loaded(None if any(problem.is_fatal for problem in problems) else _world(pack), problems)


def _world(pack: Pack) -> World:
    (tour,) = pack.of(Tour).values()
    rooms = sorted(pack.of(Room).items())
    more = list(pack.of(ItemsFile).values())
    differences = {record.id: record for file in pack.of(DifferencesFile).values() for record in file.differences}
    return World(
        tour=tour,
        sources={source.id: source for file in pack.of(SourcesFile).values() for source in file.sources},
        facts={fact.id: fact for file in pack.of(FactsFile).values() for fact in file.facts},
        entities={entity.id: entity for file in pack.of(EntitiesFile).values() for entity in file.entities},
        differences=differences,
        rooms={room.id: _asking(room, more) for _, room in rooms},
        differing=_differing(differences),
        carriages=sum(1 for _, room in rooms if room.number is not None),
    )


def _asking(room: Room, more: Iterable[ItemsFile]) -> Room:
    """The room with the questions that other files add to it."""
    added = [item for file in more for asked in file.rooms if asked.room == room.id for item in asked.items]
    return msgspec.structs.replace(room, items=(*room.items, *added)) if added else room


def _differing(differences: Mapping[str, Difference]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for difference in differences.values():
        for fact_id in {fact_id for side in difference.sides for fact_id in side.facts}:
            found[fact_id] = (*found.get(fact_id, ()), difference.id)
    return dict(sorted(found.items()))
