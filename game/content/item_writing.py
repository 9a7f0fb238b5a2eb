"""Writes questions as YAML, in the form that an author would write."""

from collections.abc import Mapping, Sequence

import msgspec
import yaml

from game.pack.kinds import Item

SCHEMA_COMMENT = "# yaml-language-server: $schema=schema/items.json\n"


def render_items_file(rooms: Mapping[str, Sequence[Item]]) -> str:
    """A file of the kind items/*.yaml: id of a room -> its items."""
    held = {
        "rooms": [
            {"room": room_id, "items": [msgspec.to_builtins(item) for item in items]}
            for room_id, items in rooms.items()
        ]
    }
    return SCHEMA_COMMENT + yaml.safe_dump(held, sort_keys=False, allow_unicode=True, width=118)
