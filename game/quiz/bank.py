"""The bank: all items of a pack by id, and the tags that select them."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from game.core.digests import blake2b
from game.pack.kinds import Item, describe_form, name_kind, show
from game.pack.world import Room, World


class BankEntry:
    """An item and where it belongs."""

    __slots__ = ("item", "kind", "place", "room", "tags")

    def __init__(self, item: Item, room: Room, tags: frozenset[str], place: int) -> None:
        self.item = item
        self.room = room
        self.kind = name_kind(item)
        self.tags = tags
        """What ``--only`` finds it by: its room, its topics, its skill, whom and what its facts are about."""
        self.place = place
        """Its place in the order of ids, from 0; codes of papers name it by this."""


class Bank:
    """The items of a world.

    Every view of them is a cached property, because most commands need one or two of them and starting must be quick.
    """

    def __init__(self, world: World) -> None:
        self.world = world

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Item id -> item, in the order of the rooms."""
        return {item.id: item for room in self.world.rooms.values() for item in room.items}

    @cached_property
    def entries(self) -> Mapping[str, BankEntry]:
        """Item id -> entry, in the order of ids."""
        # By id, not by room: renaming a file of the pack must not change what a seed draws.
        found = sorted((item.id, item, room) for room in self.world.rooms.values() for item in room.items)
        return {
            item_id: BankEntry(item, room, frozenset(self._tags(item, room)), place)
            for place, (item_id, item, room) in enumerate(found)
        }

    def _tags(self, item: Item, room: Room) -> Iterator[str]:
        yield room.id
        yield item.skill
        yield from room.topics
        yield from item.tags
        for fact_id in item.facts:
            yield from self.world.facts[fact_id].about.who

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Every tag, sorted."""
        return tuple(sorted({tag for entry in self.entries.values() for tag in entry.tags}))

    @cached_property
    def asking(self) -> Mapping[str, tuple[Item, ...]]:
        """Fact id -> the items that rest on it."""
        found: dict[str, list[Item]] = {}
        for entry in self.entries.values():
            for fact_id in entry.item.facts:
                found.setdefault(fact_id, []).append(entry.item)
        return {fact_id: tuple(items) for fact_id, items in found.items()}

    @cached_property
    def digest(self) -> str:
        """8 hex digits that identify this bank: the BLAKE2b of all items and of what they show of the ledger."""
        hashed = blake2b(digest_size=4)
        for entry in self.entries.values():
            hashed.update(self._bytes(entry.item))
        return hashed.hexdigest()

    def digest_of(self, item: Item) -> str:
        """8 hex digits that change with anything that a candidate is shown or marked by."""
        return blake2b(self._bytes(item), digest_size=4).hexdigest()

    def _bytes(self, item: Item) -> bytes:
        # Only claims that a candidate is shown count; laying out every item of a large bank would cost seconds.
        has_proof = describe_form(item).has_proof
        shown = show(item, self.world, 0, is_shuffled=False).rows if has_proof else ()
        strengths = tuple(self.world.facts[fact_id].strength for fact_id in item.facts)
        return msgspec.json.encode((item, strengths, shown))
