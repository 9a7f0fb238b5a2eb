"""Rooms that were called otherwise in an earlier version of a pack."""

from collections.abc import Mapping


def follow_renamed(renamed: Mapping[str, str], room_id: str) -> str:
    """What a room is called now. It may have been renamed several times; names in a circle end at one of them.

    >>> follow_renamed({"attic": "loft", "loft": "studio"}, "attic"), follow_renamed({"a": "b", "b": "a"}, "a")
    ('studio', 'b')
    """
    seen = {room_id}
    while (after := renamed.get(room_id)) is not None and after not in seen:
        seen.add(after)
        room_id = after
    return room_id
