"""Writes questions as YAML, in the form that an author would write."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import yaml

from game.pack.kinds import Item

SCHEMA_COMMENT = "# yaml-language-server: $schema=schema/items.json\n"


def render_items_file(rooms: Mapping[str, Sequence[Item]]) -> str:
    """A file of the kind items/*.yaml: id of a room -> its items."""
    held = {
        "rooms": [{"room": room_id, "items": [_write_item(item) for item in items]} for room_id, items in rooms.items()]
    }
    return SCHEMA_COMMENT + yaml.safe_dump(held, sort_keys=False, allow_unicode=True, width=118)


def _write_item(item: Item) -> dict[str, Any]:
    """An item with its level and skill where they are not those of its kind: left out, they would be read as these."""
    written: dict[str, Any] = msgspec.to_builtins(item)
    if (item.level, item.skill) != (item.usual_level, item.usual_skill):
        written |= {"level": item.level, "skill": item.skill}
    return written
