"""Rules for the newsroom: its rooms and facts exist, and no fact has two news values."""

from collections.abc import Iterator, Mapping, Sequence

from game.content.documents import Document, ValuePath
from game.content.known import Known, check_fact_ids
from game.content.pack_documents import PackDocuments
from game.pack.newsroom import Newsroom, Wire
from game.pack.world import Room, Tour
from game.prose import newsroom_problems as problems


def check_newsroom(pack: PackDocuments, known: Known) -> None:
    """Check every name in newsroom.yaml, and that what it declares can happen in play."""
    for name, newsroom in pack.of(Newsroom).items():
        document = pack.documents[name]
        _check_halts(pack, document, newsroom, known)
        for path, fact_ids in _list_fact_ids(newsroom):
            check_fact_ids(document, path, fact_ids, known)
        _check_news(document, newsroom)
        _check_desk(pack, document)
        _check_lectern(pack, document, newsroom, known)


def _list_fact_ids(newsroom: Newsroom) -> Iterator[tuple[ValuePath, tuple[str, ...]]]:
    for index, clipping in enumerate(newsroom.clippings):
        yield ("clippings", index, "facts"), clipping.facts
    for index, news in enumerate(newsroom.news):
        yield ("news", index, "facts"), news.facts
    yield ("gaps",), newsroom.gaps


def _check_halts(pack: PackDocuments, document: Document, newsroom: Newsroom, known: Known) -> None:
    """Check that wires and clippings have their own ids and real rooms; no two wires share a room."""
    for index, clipping in enumerate(newsroom.clippings):
        if message := known.rooms.problem(clipping.at):
            document.add(("clippings", index, "at"), message)
    taken: dict[str, str] = {}
    for index, wire in enumerate(newsroom.wires):
        if message := _find_bad_halt(pack, wire, known, taken):
            document.add(("wires", index, "at"), message)
        taken.setdefault(wire.at, wire.id)
    _check_ids(document, "wires", [wire.id for wire in newsroom.wires])
    _check_ids(document, "clippings", [clipping.id for clipping in newsroom.clippings])


def _find_bad_halt(pack: PackDocuments, wire: Wire, known: Known, taken: Mapping[str, str]) -> str:
    """Why a wire cannot arrive in its room; empty when it can."""
    if message := known.rooms.problem(wire.at):
        return message
    if wire.at in taken:
        return problems.describe_two_wires(taken[wire.at], wire.at)
    numbers = {room.id: room.number for room in pack.of(Room).values()}
    # A room that could not be read may have a number all the same.
    return problems.describe_unnumbered_halt(wire.at) if numbers.get(wire.at, 0) is None else ""


def _check_ids(document: Document, field: str, ids: Sequence[str]) -> None:
    for index, each in enumerate(ids):
        if each in ids[:index]:
            document.add((field, index, "id"), problems.describe_repeated_id(each))


def _check_news(document: Document, newsroom: Newsroom) -> None:
    """Check that no fact has two news values."""
    valued: dict[str, int] = {}
    for index, news in enumerate(newsroom.news):
        for place, fact_id in enumerate(news.facts):
            if fact_id in valued:
                message = problems.describe_two_values(fact_id, valued[fact_id])
                document.add(("news", index, "facts", place), message)
            valued.setdefault(fact_id, news.value)


def _check_desk(pack: PackDocuments, document: Document) -> None:
    """Warn of a newsroom whose tour has no desk: nobody could file a report."""
    if any(not tour.desks for tour in pack.of(Tour).values()):
        document.add(("paper",), problems.describe_no_desk(), is_fatal=False)


def _check_lectern(pack: PackDocuments, document: Document, newsroom: Newsroom, known: Known) -> None:
    """Check that the lectern is a thing in a room with a desk."""
    desks = {room_id for tour in pack.of(Tour).values() for room_id in tour.desks}
    things = [thing.id for room in pack.of(Room).values() if room.id in desks for thing in room.things]
    if newsroom.lectern and newsroom.lectern not in things and known.rooms.is_complete:
        document.add(("lectern",), problems.describe_no_lectern(newsroom.lectern, things))
