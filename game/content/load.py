"""Reads and checks a folder of YAML: gives a world, or all problems."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from game import __version__
from game.content import checks
from game.content.drafts import fill_room, fill_tour, list_decided, show_as_draft, show_entity_as_draft
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile, ItemsFile, LeadsFile, SourcesFile
from game.content.folder import FOLDERS, find_unread_files, read_folder
from game.content.pack_documents import PackDocuments
from game.content.problems import Problem
from game.pack.claims.fact_reading import read_facts
from game.pack.kinds import Item
from game.pack.ledger import Difference, Source
from game.pack.newsroom import Newsroom
from game.pack.world import Room, Tour, World
from game.prose import file_problems as problems
from game.prose.tour_file_problems import describe_later_engine


class LoadedPack(NamedTuple):
    """The result of loading a folder."""

    world: World | None
    """None when a problem is fatal."""
    problems: tuple[Problem, ...]
    """All problems, in the order of the files, including warnings."""


def load(folder: Path, articles_in: Path | None = None) -> LoadedPack:
    """The world in a folder, with all problems of the folder; never raises for an author's mistake.

    Args:
        folder: The pack.
        articles_in: A folder with the articles as text files, to check the pack against; None to do without.
    """
    return read_and_check(folder, articles_in)[1]


def read_and_check(folder: Path, articles_in: Path | None = None) -> tuple[PackDocuments | None, LoadedPack]:
    """What ``load`` gives, and the files it was read from; None when they could not be read."""
    try:
        raw = read_folder(folder)
    except OSError as bad:
        return None, LoadedPack(None, (report_unreadable(folder, bad),))
    missing = [name for name in ("tour.yaml", "sources.yaml") if name not in raw]
    if missing:
        message = problems.describe_missing_file()
        return None, LoadedPack(None, tuple(Problem(str(folder / name), 1, 1, "", message) for name in missing))
    pack = PackDocuments(folder, raw)
    world, found = _check(pack, articles_in)
    unread = tuple(
        Problem(str(folder / name), 1, 1, "", problems.describe_unread_file(name, FOLDERS))
        for name in find_unread_files(folder)
    )
    later = () if world is not None or not folder.is_file() else _tell_later_engine(folder)
    return pack, LoadedPack(None if unread else world, (*later, *found, *unread))


def _tell_later_engine(file: Path) -> tuple[Problem, ...]:
    """That a later version of the program has written a file that cannot be used, if it has."""
    from game.content.tour_file import is_newer, read_tour_file  # whoever plays a folder needs no zip

    engine = read_tour_file(file).head.engine
    message = describe_later_engine(engine, __version__)
    return (Problem(str(file), 1, 1, "", message),) if is_newer(engine, __version__) else ()


def report_unreadable(folder: Path, bad: OSError) -> Problem:
    """What is told of a file or folder that cannot be read."""
    return Problem(str(bad.filename or folder), 1, 1, "", problems.describe_unreadable_file(bad.strerror))


def build_from_bytes(folder: Path, raw: Mapping[str, bytes]) -> LoadedPack:
    """The world in those files, checked."""
    return _check(PackDocuments(folder, raw), None)


def _check(pack: PackDocuments, articles_in: Path | None) -> LoadedPack:
    checks.check_pack(pack)
    if articles_in is not None:
        from game.content import articles  # needed by authors, not by players

        articles.check_against_articles(pack, articles_in)
    problems = pack.problems
    # All rules run even after a fatal problem: authors fix a list faster than one problem in each run.
    return LoadedPack(None if any(problem.is_fatal for problem in problems) else _build_world(pack), problems)


def _build_world(pack: PackDocuments) -> World:
    (tour,) = pack.of(Tour).values()
    rooms = sorted(pack.of(Room).items())
    more = [(asked.room, item) for file in pack.of(ItemsFile).values() for asked in file.rooms for item in asked.items]
    more += [(made.room_id, made.item) for made in pack.asked]
    compared = list(pack.of(DifferencesFile).values())
    differences = list_decided(record for file in compared for record in file.differences)
    sources = {source.id: _drop_sentences(source) for file in pack.of(SourcesFile).values() for source in file.sources}
    facts = {fact.id: show_as_draft(fact, sources) for file in pack.of(FactsFile).values() for fact in file.facts}
    entities = {
        entity.id: show_entity_as_draft(entity) for file in pack.of(EntitiesFile).values() for entity in file.entities
    }
    return World(
        tour=fill_tour(tour, facts),
        sources=sources,
        facts=facts,
        entities=entities,
        differences=differences,
        agreements=list_decided(record for file in compared for record in file.agreements),
        mix_ups=list_decided(record for file in compared for record in file.mix_ups),
        leads={lead.id: lead for file in pack.of(LeadsFile).values() for lead in file.leads},
        rooms={room.id: fill_room(_add_items(room, more), facts) for _, room in rooms},
        # Computed here once and kept in the compiled pack: a turn must not search all differences or claims.
        readings=read_facts(facts, entities),
        differing=_index_differences(differences),
        newsroom=next(iter(pack.of(Newsroom).values()), None),
        has_works=any(thing.works is not None for _, room in rooms for thing in room.things),
        carriages=sum(1 for _, room in rooms if room.number is not None),
    )


def _drop_sentences(source: Source) -> Source:
    """The source without the data that only a check needs, so that the start of the game need not decode it."""
    bare = tuple(msgspec.structs.replace(paragraph, sentences=()) for paragraph in source.paragraphs)
    return msgspec.structs.replace(source, paragraphs=bare)


def _add_items(room: Room, more: Iterable[tuple[str, Item]]) -> Room:
    """The room with the questions that other files add to it."""
    added = [item for room_id, item in more if room_id == room.id]
    return msgspec.structs.replace(room, items=(*room.items, *added)) if added else room


def _index_differences(differences: Mapping[str, Difference]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for difference in differences.values():
        for fact_id in {fact_id for side in difference.sides for fact_id in side.facts}:
            found[fact_id] = (*found.get(fact_id, ()), difference.id)
    return dict(sorted(found.items()))
