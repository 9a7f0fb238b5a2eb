"""The JSON Schema of each kind of file, made from the very types that read it."""

import json
from typing import Any

import msgspec

from game.content.files import KINDS

__all__ = ["KINDS", "schema", "text"]


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file."""
    made = msgspec.json.schema(KINDS[kind])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"21 Carriages: {kind} file", **made}


def text(*kinds: str) -> str:
    """Schemas as JSON: one kind as itself, several as an object of kind -> schema."""
    shown = schema(kinds[0]) if len(kinds) == 1 else {kind: schema(kind) for kind in kinds}
    return json.dumps(shown, indent=2, ensure_ascii=False)
