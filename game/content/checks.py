"""What no single file can know: that names lead somewhere, that ids are unique, that text is sourced or staged.

One function a rule, all of them listed in ``run``. Each adds its problems to the document to blame.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.content.documents import Document, Path_
from game.content.files import DifferencesFile, EntitiesFile, FactsFile, SourcesFile
from game.content.pack import Pack
from game.content.problems import unknown
from game.items import Choice
from game.ledger import Fact
from game.names import key
from game.records import Record
from game.state import CARRIED
from game.world import Passage, Room, Thing, Tour

LONGEST_ROOM = 110
"""Words a room's own text may have; the rest lies in things."""


class Found(NamedTuple):
    """A value and where it stands."""

    value: str
    document: Document
    path: Path_


class Ids(NamedTuple):
    """The names of one kind that a pack declares."""

    kind: str
    known: frozenset[str]
    is_complete: bool
    """False when a file of that kind cannot be read; then nothing can be said to be missing."""

    def problem(self, wanted: str) -> str:
        """What is wrong with a name; empty when it is declared."""
        if wanted in self.known or not self.is_complete:
            return ""
        return unknown(self.kind, wanted, sorted(self.known))


class Known(NamedTuple):
    """What the rules look names up in."""

    rooms: Ids
    facts: Ids
    entities: Ids
    cites: frozenset[str]
    fact_records: dict[str, Fact]
    """Fact id -> fact, of the files that fit their type."""


def run(pack: Pack) -> None:
    """Add to the pack's documents every problem that shows only when its files are read together."""
    known = _known(pack)
    _unique("room", ((room.id, pack.documents[name], ("id",)) for name, room in pack.of(Room).items()))
    _unique("fact", _ids(pack, FactsFile, "facts"))
    _unique("entity", _ids(pack, EntitiesFile, "entities"))
    _unique("difference", _ids(pack, DifferencesFile, "differences"))
    _unique("thing", _things(pack))
    _unique("question", _items(pack))
    _unique("source", _ids(pack, SourcesFile, "sources"))
    _numbers(pack)
    _paragraphs(pack)
    _tour(pack, known)
    _exits(pack, known)
    _reachable(pack)
    _facts(pack, known)
    _ledger(pack, known)
    _passages(pack, known)
    _shown(pack)
    _asked(pack)
    _covered(pack)
    _questions(pack, known)
    _called(pack)
    _names(pack)
    _lengths(pack)


def _known(pack: Pack) -> Known:
    sources = [source for file in pack.of(SourcesFile).values() for source in file.sources]
    return Known(
        rooms=Ids("room", frozenset(pack.declared("room")), pack.is_readable("room")),
        facts=Ids("fact", frozenset(pack.declared("facts", "facts")), pack.is_readable("facts")),
        entities=Ids("entity", frozenset(pack.declared("entities", "entities")), pack.is_readable("entities")),
        cites=frozenset(f"{source.id}¶{paragraph.number}" for source in sources for paragraph in source.paragraphs),
        fact_records={fact.id: fact for file in pack.of(FactsFile).values() for fact in file.facts},
    )


def _ids(pack: Pack, kind: type[Record], field: str) -> Iterator[Found]:
    for name, file in pack.of(kind).items():
        for index, record in enumerate(getattr(file, field)):
            yield Found(record.id, pack.documents[name], (field, index, "id"))


def _things(pack: Pack) -> Iterator[Found]:
    for document, path, thing in _each_thing(pack):
        yield Found(thing.id, document, (*path, "id"))


def _items(pack: Pack) -> Iterator[Found]:
    for name, room in pack.of(Room).items():
        for index, item in enumerate(room.items):
            yield Found(item.id, pack.documents[name], ("items", index, "id"))


def _unique(kind: str, found: Iterable[tuple[str, Document, Path_]]) -> dict[str, Found]:
    declared: dict[str, Found] = {}
    for value, document, path in found:
        if value in declared:
            first = declared[value].document.shown
            document.add(path, f"another {kind} is already called {value!r}, in {first}; ids are unique")
        else:
            declared[value] = Found(value, document, path)
    return declared


def _numbers(pack: Pack) -> None:
    taken: dict[int, str] = {}
    for name, room in pack.of(Room).items():
        if room.number is None:
            continue
        if room.number in taken:
            pack.documents[name].add(("number",), f"room {taken[room.number]!r} already has the number {room.number}")
        taken.setdefault(room.number, room.id)
        if room.id == CARRIED:
            pack.documents[name].add(("id",), f"a room cannot be called {CARRIED!r}: that is where carried things are")


def _paragraphs(pack: Pack) -> None:
    for name, file in pack.of(SourcesFile).items():
        for index, source in enumerate(file.sources):
            for place, paragraph in enumerate(source.paragraphs):
                if paragraph.number != place + 1:
                    path = ("sources", index, "paragraphs", place, "number")
                    pack.documents[name].add(path, f"expected {place + 1}: paragraphs are numbered in order from 1")


def _tour(pack: Pack, known: Known) -> None:
    for name, tour in pack.of(Tour).items():
        for field in ("start", "finish"):
            if message := known.rooms.problem(getattr(tour, field)):
                pack.documents[name].add((field,), message)


def _exits(pack: Pack, known: Known) -> None:
    rooms = {room.id: room for room in pack.of(Room).values()}
    for name, room in pack.of(Room).items():
        for direction, target in room.exits.items():
            path = ("exits", direction)
            if message := known.rooms.problem(target):
                pack.documents[name].add(path, message)
            elif target in rooms and room.id not in rooms[target].exits.values():
                pack.documents[name].add(path, f"{target!r} has no exit back to {room.id!r}")


def _reachable(pack: Pack) -> None:
    if not pack.is_whole("room"):
        return
    rooms = {room.id: (name, room) for name, room in pack.of(Room).items()}
    start = next((tour.start for tour in pack.of(Tour).values()), "")
    seen, edge = {start}, deque([start] if start in rooms else [])
    while edge:
        for target in rooms[edge.popleft()][1].exits.values():
            if target in rooms and target not in seen:
                seen.add(target)
                edge.append(target)
    if start in rooms:
        for room_id, (name, _) in rooms.items():
            if room_id not in seen:
                pack.documents[name].add(("id",), f"no way leads from {start!r} to this room")


def _facts(pack: Pack, known: Known) -> None:
    for name, file in pack.of(FactsFile).items():
        for index, fact in enumerate(file.facts):
            _fact(pack.documents[name], ("facts", index), fact, known)
            if fact.strength == "reported" and fact.said_by == "the article":
                message = "a reported fact needs said_by: whose word it is"
                pack.documents[name].add(("facts", index, "strength"), message)


def _fact(document: Document, path: Path_, fact: Fact, known: Known) -> None:
    for place, cite in enumerate(fact.cites):
        if known.cites and cite not in known.cites:
            document.add((*path, "cites", place), f"no source has a paragraph {cite}")
    for place, entity_id in enumerate(fact.about.who):
        if message := known.entities.problem(entity_id):
            document.add((*path, "about", "who", place), message)
    for place, other in enumerate(fact.differs_from):
        if message := known.facts.problem(other):
            document.add((*path, "differs_from", place), message)
        elif other in known.fact_records and fact.id not in known.fact_records[other].differs_from:
            document.add((*path, "differs_from", place), f"{other!r} does not say that it differs from {fact.id!r}")


def _ledger(pack: Pack, known: Known) -> None:
    for name, file in pack.of(EntitiesFile).items():
        for index, entity in enumerate(file.entities):
            _known_facts(pack.documents[name], ("entities", index, "facts"), entity.facts, known)
    for name, listing in pack.of(DifferencesFile).items():
        for index, difference in enumerate(listing.differences):
            for place, side in enumerate(difference.sides):
                _known_facts(pack.documents[name], ("differences", index, "sides", place, "facts"), side.facts, known)


def _known_facts(document: Document, path: Path_, fact_ids: Iterable[str], known: Known) -> None:
    for place, fact_id in enumerate(fact_ids):
        if message := known.facts.problem(fact_id):
            document.add((*path, place), message)


def _passages(pack: Pack, known: Known) -> None:
    for document, path, passage in _each_passage(pack):
        _known_facts(document, (*path, "facts"), passage.facts, known)
        if passage.staged and passage.facts:
            document.add(path, "expected either facts or staged: true, found both")
        if not passage.staged and not passage.facts:
            document.add(path, "expected either facts or staged: true, found neither")


def _shown(pack: Pack) -> None:
    """A fact that no passage rests on cannot be found in play; said only when every room could be read."""
    if not (pack.is_whole("room") and pack.is_whole("tour")):
        return
    shown = {fact_id for _, _, passage in _each_passage(pack) for fact_id in passage.facts}
    for name, listing in pack.of(DifferencesFile).items():
        for index, difference in enumerate(listing.differences):
            for place, side in enumerate(difference.sides):
                if not shown.intersection(side.facts):
                    path: Path_ = ("differences", index, "sides", place)
                    message = "no passage shows this side of the difference"
                    pack.documents[name].add(path, message, is_fatal=False)
    for fact_id, document, path in _ids(pack, FactsFile, "facts"):
        if fact_id not in shown:
            document.add(path, f"no passage of the tour rests on {fact_id!r}", is_fatal=False)


def _asked(pack: Pack) -> None:
    """Every fact is asked by a question, rumours apart: they are not scored."""
    if not pack.is_whole("room"):
        return
    asked = {fact_id for room in pack.of(Room).values() for item in room.items for fact_id in item.facts}
    for name, file in pack.of(FactsFile).items():
        for index, fact in enumerate(file.facts):
            if fact.id not in asked and not fact.rumour:
                path = ("facts", index, "id")
                pack.documents[name].add(path, f"no question asks for {fact.id!r}", is_fatal=False)


def _covered(pack: Pack) -> None:
    """Every paragraph of a source is cited by a fact, or is unused for a reason."""
    if not pack.is_whole("facts"):
        return
    cited = {cite for file in pack.of(FactsFile).values() for fact in file.facts for cite in fact.cites}
    for name, file in pack.of(SourcesFile).items():
        for index, source in enumerate(file.sources):
            for place, paragraph in enumerate(source.paragraphs):
                path = ("sources", index, "paragraphs", place)
                if f"{source.id}¶{paragraph.number}" not in cited and not paragraph.unused:
                    message = f"no fact cites {source.id}¶{paragraph.number}; say why with unused: or write the fact"
                    pack.documents[name].add(path, message, is_fatal=False)


def _each_passage(pack: Pack) -> Iterator[tuple[Document, Path_, Passage]]:
    for name, tour in pack.of(Tour).items():
        for field in ("opening", "about"):
            for index, passage in enumerate(getattr(tour, field)):
                yield pack.documents[name], (field, index), passage
    for name, room in pack.of(Room).items():
        yield pack.documents[name], ("plaque",), room.plaque
        for index, passage in enumerate(room.passages):
            yield pack.documents[name], ("passages", index), passage
    for document, path, thing in _each_thing(pack):
        for index, passage in enumerate(thing.passages):
            yield document, (*path, "passages", index), passage


def _each_thing(pack: Pack) -> Iterator[tuple[Document, Path_, Thing]]:
    for name, tour in pack.of(Tour).items():
        for field in ("carried", "everywhere"):
            for index, thing in enumerate(getattr(tour, field)):
                yield pack.documents[name], (field, index), thing
    for name, room in pack.of(Room).items():
        for index, thing in enumerate(room.things):
            yield pack.documents[name], ("things", index), thing


def _questions(pack: Pack, known: Known) -> None:
    for name, room in pack.of(Room).items():
        document = pack.documents[name]
        for index, item in enumerate(room.items):
            path: Path_ = ("items", index)
            _known_facts(document, (*path, "facts"), item.facts, known)
            for place, fact_id in enumerate(item.facts):
                if fact_id in known.fact_records and known.fact_records[fact_id].rumour:
                    document.add((*path, "facts", place), f"{fact_id!r} is a rumour; rumours are not scored as truths")
            if isinstance(item, Choice):
                _options(document, path, item)


def _options(document: Document, path: Path_, item: Choice) -> None:
    taken = {key(item.key)}
    for place, distractor in enumerate(item.distractors):
        if key(distractor.text) == key(item.key):
            document.add(
                (*path, "distractors", place, "text"), "this distractor is the key; a wrong option must be wrong"
            )
        elif key(distractor.text) in taken:
            document.add((*path, "distractors", place, "text"), "two distractors are the same")
        taken.add(key(distractor.text))


def _called(pack: Pack) -> None:
    """A thing can be called something, is no room's plaque, and can be carried if it is."""
    plaques = {f"{room_id}-plaque" for room_id in pack.declared("room")}
    for document, path, thing in _each_thing(pack):
        if thing.id in plaques:
            document.add((*path, "id"), f"{thing.id!r} is what the plaque of that room is called")
        for name, where in (
            (thing.name, (*path, "name")),
            *((n, (*path, "names", i)) for i, n in enumerate(thing.names)),
        ):
            if not key(name):
                document.add(where, f"expected a name with a word in it, found {name!r}")
        if path[0] == "carried" and not thing.portable:
            document.add(path, "what is carried from the start needs portable: true")


def _names(pack: Pack) -> None:
    """Within a room a full name means one thing; else no line could ever tell the two apart."""
    for name, room in pack.of(Room).items():
        taken: dict[tuple[str, ...], str] = {}
        for index, thing in enumerate(room.things):
            if (other := taken.setdefault(key(thing.name), thing.id)) != thing.id:
                pack.documents[name].add(
                    ("things", index, "name"), f"the thing {other!r} in this room has the same name"
                )


def _lengths(pack: Pack) -> None:
    for name, room in pack.of(Room).items():
        count = sum(len(passage.text.split()) for passage in room.passages)
        if count > LONGEST_ROOM:
            message = f"the room's text has {count} words; over {LONGEST_ROOM}, move some of it to things"
            pack.documents[name].add(("passages",), message, is_fatal=False)
