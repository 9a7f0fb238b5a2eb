"""A checked pack, kept compiled, so that a warm start reads no YAML.

The file's name is the hash of the pack's content, so an edited pack is never mistaken for the old one. It holds
msgpack, decoded into our own types: a foreign or damaged file can give a wrong type, never run code.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from game.core.digests import blake2b
from game.core.paths import write_atomically
from game.pack.world import World

LAYOUT = "63f99123"
"""Names the shape of World; a test prints the new value when a type has changed."""

MAX_COMPILED_PACKS = 6
"""Compiled packs the cache holds before the oldest are deleted."""


def digest_pack(raw: Mapping[str, bytes]) -> str:
    """16 hex digits that name the content of a pack's files: names, lengths and bytes."""
    hashed = blake2b(digest_size=8)
    for name, data in raw.items():
        # Lengths keep apart what would else run together: a file "ab" with "c" and a file "a" with "bc".
        hashed.update(b"%s\0%d\0%s" % (name.encode(), len(data), data))
    return hashed.hexdigest()


def read_compiled(cache: Path, name: str) -> World | None:
    """The world kept under that digest; None when there is none, or none that can be read."""
    try:
        return msgspec.msgpack.decode((cache / f"{name}-{LAYOUT}.msgpack").read_bytes(), type=World)
    except (OSError, msgspec.MsgspecError):
        return None


def write_compiled(cache: Path, world: World) -> None:
    """Keep a world under its digest. A cache that cannot be written costs time at the next start and nothing else."""
    try:
        write_atomically(cache / f"{world.digest}-{LAYOUT}.msgpack", msgspec.msgpack.encode(world))
        # Several, not one: an author who switches between packs would else compile at every start.
        for old in sorted(cache.glob("*.msgpack"), key=lambda path: path.stat().st_mtime)[:-MAX_COMPILED_PACKS]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def with_digest(world: World, name: str) -> World:
    """The world with its digest written into it."""
    return replace(world, digest=name)
