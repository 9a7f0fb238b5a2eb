"""Papers on file: sat as they were drawn, and what has changed since is said."""

import json
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from game.pack.kinds import Choice, WhichSource
from game.pack.world import World
from game.prose.paper_errors import describe_paper_fault
from game.quiz.bank import Bank
from game.quiz.papers import Paper, Selection
from game.store.paper_files import BadPaperError, dump, read, write


@pytest.fixture
def bank(tour: World) -> Bank:
    """The bank we ship."""
    return Bank(tour)


def edited(world: World, item_id: str, **fields: object) -> Bank:
    """The bank with one item reworded; taken out when there are no fields."""
    rooms = {}
    for room_id, room in world.rooms.items():
        items = tuple(
            replace(item, **fields) if item.id == item_id else item
            for item in room.items
            if fields or item.id != item_id
        )
        rooms[room_id] = replace(room, items=items)
    return Bank(replace(world, rooms=rooms))


@pytest.fixture
def kept(bank: Bank, tmp_path: Path) -> Path:
    """A paper of ten, on file."""
    path = tmp_path / "paper.json"
    write(path, Paper(bank, 7, Selection(items=10)))
    return path


def test_what_was_written_is_read(bank: Bank, kept: Path) -> None:
    found = read(kept, bank)
    assert found.drawn.items == Paper(bank, 7, Selection(items=10)).items
    assert (found.changed, found.removed) == ((), ())
    assert dump(found.drawn) == kept.read_bytes()


def test_an_item_that_was_reworded_is_offered_both_ways(tour: World, bank: Bank, kept: Path) -> None:
    first = read(kept, bank).drawn.items[0]
    found = read(kept, edited(tour, first.id, stem="Reworded?"))
    assert found.changed == (first,)
    assert found.drawn.items[0].stem == first.stem
    assert found.now.items[0].stem == "Reworded?"


def test_an_item_that_is_gone_is_named(tour: World, bank: Bank, kept: Path) -> None:
    first = read(kept, bank).drawn.items[0]
    found = read(kept, edited(tour, first.id))
    assert found.removed == (first,)
    assert len(found.drawn.items) == 10
    assert len(found.now.items) == 9


def test_an_item_whose_facts_are_not_there_can_neither_be_sat_nor_shown(tour: World, bank: Bank, kept: Path) -> None:
    first = read(kept, bank).drawn.items[0]
    facts = {fact_id: fact for fact_id, fact in tour.facts.items() if fact_id not in first.facts}
    rooms = {
        room_id: replace(room, items=tuple(i for i in room.items if facts.keys() >= set(i.facts)))
        for room_id, room in tour.rooms.items()
    }
    found = read(kept, Bank(replace(tour, facts=facts, rooms=rooms)))
    assert first in found.unresolved
    assert first not in found.drawn.items


def test_a_fact_that_was_weighed_anew_counts_as_a_change(tour: World, bank: Bank, kept: Path) -> None:
    first = next(item for item in read(kept, bank).drawn.items if isinstance(item, Choice))
    fact = tour.facts[first.facts[0]]
    other = "photo" if fact.strength != "photo" else "stated"
    world = replace(tour, facts=tour.facts | {fact.id: replace(fact, strength=other)})
    assert first in read(kept, Bank(world)).changed


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not a paper"),
        (b"{", "not a paper"),
        (b"\xff", "not a paper"),
        (b"[]", "not a paper"),
        (b'{"format": 1}', "not a paper"),
        (b'{"format": 99}', "later version"),
    ],
)
def test_what_is_no_paper_is_refused(bank: Bank, tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    with pytest.raises(BadPaperError) as bad:
        read(path, bank)
    words = describe_paper_fault(bad.value.fault)
    assert says in words
    assert words.startswith(f"{path}: ")


def test_a_paper_of_another_tour_is_refused(tiny: World, kept: Path) -> None:
    with pytest.raises(BadPaperError) as bad:
        read(kept, Bank(tiny))
    assert "a paper of the tour 'twenty-one-carriages'; this is 'tiny'" in describe_paper_fault(bad.value.fault)


def test_an_unknown_field_is_refused_not_dropped(bank: Bank, kept: Path) -> None:
    held = msgspec.json.decode(kept.read_bytes()) | {"extra": 1}
    kept.write_bytes(msgspec.json.encode(held))
    with pytest.raises(BadPaperError) as bad:
        read(kept, bank)
    assert "extra" in describe_paper_fault(bad.value.fault)


def test_a_paper_fits_the_published_schema(kept: Path) -> None:
    """Checked by another program than the one that wrote it."""
    import jsonschema

    from game.content.schema import make_schema

    jsonschema.validate(msgspec.json.decode(kept.read_bytes()), make_schema("paper"))


def test_a_paper_that_cannot_be_read_is_told_as_a_paper(bank: Bank, kept: Path, tmp_path: Path) -> None:
    deep, acting = tmp_path / "deep.json", tmp_path / "acting.json"
    deep.write_bytes(b"[" * 200_000)
    acting.write_bytes(kept.read_bytes().replace(b'"code": "', b'"code": "\\u001b[2J', 1))
    for path, says in (
        (deep, "this is not a paper"),
        (acting, "U+001B"),
        (tmp_path, "this is a folder"),
        (tmp_path / "no.json", "the file is not there"),
    ):
        with pytest.raises(BadPaperError) as bad:
            read(path, bank)
        assert says in describe_paper_fault(bad.value.fault)


def test_an_item_whose_source_is_not_there_can_neither_be_sat_nor_shown(bank: Bank, kept: Path) -> None:
    held = msgspec.json.decode(kept.read_bytes())
    item = next(each for each in bank.items.values() if isinstance(each, WhichSource))
    held["items"] = msgspec.to_builtins([replace(item, key="gone")])
    kept.write_bytes(msgspec.json.encode(held))
    found = read(kept, bank)
    assert [each.id for each in found.unresolved] == [item.id]
    assert found.drawn.items == ()


def test_a_paper_is_shuffled_unless_it_says_otherwise(bank: Bank, kept: Path) -> None:
    data = json.loads(kept.read_bytes())
    assert "is_shuffled" not in data
    assert read(kept, bank).drawn.is_shuffled
    kept.write_text(json.dumps({**data, "is_shuffled": False}), "utf-8")
    assert not read(kept, bank).drawn.is_shuffled
    assert not read(kept, bank).now.is_shuffled
