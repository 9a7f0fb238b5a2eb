"""Ids that are the same on every machine and at every run, so that importing twice adds nothing."""

from uuid import UUID, uuid5

import msgspec

from game.core.digests import blake2b
from game.pack.kinds import Item

RESPONSE_ID_NAMESPACE = UUID("6f0d5b8e-5a1c-4a0e-9c4b-2c1f21ca21ca")
"""The UUID namespace of the ids of responses."""


def make_response_id(attempt: str, item_id: str, number: int) -> str:
    """The id of a response: UUIDv5 of attempt, item and try."""
    return str(uuid5(RESPONSE_ID_NAMESPACE, f"{attempt}|{item_id}|{number}"))


def compute_item_digest(item: Item) -> str:
    """16 hex digits that name an item by all that it says."""
    return blake2b(msgspec.json.encode(item), digest_size=8).hexdigest()
