"""The JSON Schema of each kind of file, made from the same types that read it."""

import json
from typing import Any

import msgspec

from game.content.file_kinds import FILE_KINDS as PACK_KINDS
from game.content.shorthand.schema_forms import add_short_forms
from game.store.attempt_events import AnyLine
from game.store.paper_files import PaperFile

SCHEMA_KINDS: dict[str, Any] = {**PACK_KINDS, "paper": PaperFile, "attempt": AnyLine}
"""Name of a schema -> the type that reads the file: the files of a pack, a paper, one line of an attempt."""

__all__ = ["SCHEMA_KINDS", "make_schema", "render_schema"]


def make_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file."""
    made = msgspec.json.schema(SCHEMA_KINDS[kind])
    if kind == "attempt":
        _add_seal(made)
    if kind in PACK_KINDS:
        add_short_forms(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"21 Carriages: {kind} file", **made}


def _add_seal(made: dict[str, Any]) -> None:
    """Allow the seal in every line of an attempt, which is in the file but in no type."""
    seal = {"type": "string", "pattern": "^[0-9a-f]{16}$", "description": "BLAKE2b of the seal before and this line."}
    for choice in made["anyOf"]:
        line = made["$defs"][choice["$ref"].rpartition("/")[2]]
        line["properties"]["seal"] = seal
        line["required"].append("seal")


def render_schema(*kinds: str) -> str:
    """Schemas as JSON: a single schema, or for several kinds an object of kind -> schema."""
    shown = make_schema(kinds[0]) if len(kinds) == 1 else {kind: make_schema(kind) for kind in kinds}
    return json.dumps(shown, indent=2, ensure_ascii=False)
