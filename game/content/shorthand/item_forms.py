"""Short forms of questions: kind, level and skill follow from the rest, the id from the room, feedback from facts."""

import re
from collections.abc import Mapping
from typing import Any

from game.content.documents import Document
from game.content.shorthand.headed import Plain, list_of, split_ids
from game.pack.kinds import KINDS

_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")

_ONE_LINE = re.compile(r"(?P<stem>.+?)\s+=\s+(?P<key>[^={}]+?)\s*\{(?P<ids>[a-z][a-z0-9, -]*)\}", re.DOTALL)
"""A question with its key and its facts: ``How old was she? = 84 {holt-84}``."""


def write_out_room_items(document: Document, facts: Mapping[str, Plain]) -> None:
    """Give the questions in the file of a room their long form."""
    if isinstance(room := document.value, dict):
        _write_out_items(room.get("items"), room.get("id"), facts)


def write_out_items_file(document: Document, facts: Mapping[str, Plain]) -> None:
    """Give a file of questions its long form: a list of rooms, or questions under the ids of their rooms."""
    if not isinstance(document.value, dict):
        return
    rooms = document.value.get("rooms")
    if isinstance(rooms, dict):
        for place, room_id in enumerate(rooms):
            document.move(("rooms", place, "items"), ("rooms", room_id))
            document.move(("rooms", place), ("rooms", room_id))
        rooms = document.value["rooms"] = [{"room": room_id, "items": items} for room_id, items in rooms.items()]
    for asked in list_of(rooms):
        if isinstance(asked, dict):
            _write_out_items(asked.get("items"), asked.get("room"), facts)


def _write_out_items(items: Any, room_id: Any, facts: Mapping[str, Plain]) -> None:
    asked = list_of(items)
    for place, item in enumerate(asked):
        if isinstance(item, str) and (found := _ONE_LINE.fullmatch(item.strip())):
            asked[place] = item = {"stem": found["stem"], "key": found["key"], "facts": split_ids(found["ids"])}
        if not isinstance(item, dict):
            continue
        if "kind" not in item and (kind := _find_kind(item)):
            item["kind"] = kind
        if (known := KINDS.get(str(item.get("kind")))) is not None:
            item.setdefault("level", str(known.usual_level))
            item.setdefault("skill", known.usual_skill)
        listed = item.get("facts")
        if not isinstance(listed, list) or not listed:
            continue
        item.setdefault("id", f"{room_id}-{listed[0]}")
        claims = [facts.get(str(fact_id), {}).get("claim") for fact_id in listed]
        # How sure a source is stands in no claim: there the feedback must say it.
        if all(claims) and item.get("kind") != "how-sure":
            item.setdefault("feedback", " ".join(map(str, claims)))


def _find_kind(item: Plain) -> str:  # noqa: PLR0911 - one return a kind
    """The kind that only such fields fit; empty where several do."""
    key = item.get("key")
    if "keys" in item:
        return "multiple"
    if "reasons" in item:
        return "two-tier"
    if "distractors" in item:
        return "choice"
    if not isinstance(key, str):
        return ""
    if key in ("true", "false"):
        return "true-false"
    if key in ("agree", "differ"):
        return "agreement"
    if _NUMBER.fullmatch(key):
        return "number"
    # A capital letter alone may be a source, and a word may be one: the author says what is asked.
    return "short" if len(key) > 1 and key not in ("all", "none") else ""
