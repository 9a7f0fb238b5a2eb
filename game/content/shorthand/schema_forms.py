"""The short forms in the JSON Schema: what may be left out, and what may stand in place of a long form."""

from collections.abc import Mapping
from typing import Any

from game.pack.kinds import KINDS
from game.prose.left_out_texts import LEFT_OUT

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_HEADED: Schema = {
    "type": "object",
    "not": {"anyOf": [{"required": ["name"]}, {"required": ["topic"]}]},
}
"""An entry under what it is called."""
_SIDES: tuple[Schema, ...] = (_TEXT, {"type": "object", "additionalProperties": _TEXT})
_UNDER: Schema = {"type": "object", "additionalProperties": {"type": "object"}}
"""Entries under what they share."""

_ALSO: Mapping[tuple[str, str], tuple[Schema, ...]] = {
    ("FactsFile", "facts"): (_UNDER,),
    ("EntitiesFile", "entities"): (_UNDER,),
    ("ItemsFile", "rooms"): ({"type": "object", "additionalProperties": {"type": "array"}},),
    **{(record, "sides"): _SIDES for record in ("Difference", "AgreedPoint", "MixUp")},
    ("Fact", "ask"): ({"type": "object", "additionalProperties": _TEXT},),
    **{(record, "passages"): (_TEXT,) for record in ("Room", "Thing")},
    **{("Tour", field): (_TEXT,) for field in ("opening", "about")},
}
"""Record and field -> what may stand there as well."""

_ENTRIES: Mapping[str, Schema] = {
    "Passage": _TEXT,
    "Ask": {"enum": ["source", "strength"]},
    "Attribute": _TEXT,
    **dict.fromkeys(("Thing", "Difference", "AgreedPoint", "MixUp"), _HEADED),
}
"""Record -> what may stand in its place, wherever it is an entry."""

_HOLDERS = ("items", "additionalProperties")
"""Keys of a schema under which those of entries stand."""


def add_short_forms(made: Schema) -> None:
    """Allow in the schema of a file of a pack what its short forms allow."""
    for name, record in made["$defs"].items():
        if name in {kind.__name__ for kind in KINDS.values()}:
            (tag,) = record["properties"]["kind"]["enum"]
            record["properties"]["level"]["default"] = KINDS[tag].usual_level
            record["properties"]["skill"]["default"] = KINDS[tag].usual_skill
        for field, meant in LEFT_OUT.get(name, {}).items():
            record["required"].remove(field)
            value = record["properties"][field]
            told = value.get("description", "")
            value["description"] = f"{told} Left out: {meant}.".strip()
        record["properties"] = {
            field: _allow(_add_entries(value), _ALSO.get((name, field), ()))
            for field, value in record["properties"].items()
        }
        # An item with a stem, a key and its facts fits into one line.
        if name in ("Room", "RoomItems"):
            items = record["properties"]["items"]
            items["items"] = {"anyOf": [*items["items"]["anyOf"], _TEXT]}
        if not record.get("required", True):
            del record["required"]


def _allow(value: Schema, also: tuple[Schema, ...]) -> Schema:
    """A value that may also be something else; what is said of it stays beside."""
    if not also:
        return value
    beside: Schema = {key: value[key] for key in ("description", "examples", "default") if key in value}
    shape = {key: kept for key, kept in value.items() if key not in beside}
    return {**beside, "anyOf": [shape, *also]}


def _add_entries(value: Any) -> Any:
    """A value in which records may stand in their short form."""
    if isinstance(value, list):
        return [_add_entries(each) for each in value]
    if not isinstance(value, dict):
        return value
    if (also := _ENTRIES.get(str(value.get("$ref", "")).rpartition("/")[2])) is not None:
        return _allow(value, (also,))
    return {
        key: _add_entries(kept) if key in ("items", "additionalProperties") else kept for key, kept in value.items()
    }
