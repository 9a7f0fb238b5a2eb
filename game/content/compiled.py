"""A checked pack, kept compiled, so that a warm start reads no YAML.

The file's name is the hash of the pack's content, so an edited pack is never mistaken for the old one. It holds a
digest of its own bytes and then msgpack, decoded into our own types. Without the digest, a disk error could change a
sentence and nobody would notice. With it, damage only costs one compilation.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from game.core.digests import blake2b
from game.core.disk import Unusable, decode, read_file, sweep_temporaries, write_atomically
from game.pack.world import World

LAYOUT = "9387a8ca"
"""Names the shape of World; ``make schema`` writes it when a type has changed."""

MAX_COMPILED_PACKS = 6
"""Compiled packs the cache holds before the oldest are deleted."""

MAX_COMPILED_BYTES = 256 * 1024 * 1024
"""Bytes of the largest compiled pack: several times the size of ten thousand rooms."""

CHECKSUM_BYTES = 16


def digest_pack(raw: Mapping[str, bytes]) -> str:
    """16 hex digits that name the content of a pack's files: names, lengths and bytes."""
    hashed = blake2b(digest_size=8)
    for name, data in raw.items():
        # Without lengths, a file "ab" with content "c" and a file "a" with content "bc" would have the same digest. A
        # name that is no UTF-8 comes with surrogates, which nothing else can encode.
        hashed.update(b"%s\0%d\0%s" % (name.encode(errors="surrogateescape"), len(data), data))
    return hashed.hexdigest()


def read_compiled(cache: Path, name: str) -> World | None:
    """The world kept under that digest; None if there is none, or its file is damaged."""
    data = read_file(_path(cache, name), MAX_COMPILED_BYTES)
    if isinstance(data, Unusable):
        return None
    # A view and not a slice: a copy would take as much time as the digest.
    payload = memoryview(data)[CHECKSUM_BYTES:]
    if data[:CHECKSUM_BYTES] != _sum(name, payload):
        return None
    world = decode(payload, World, msgspec.msgpack.decode)
    return None if isinstance(world, Unusable) else world


def write_compiled(cache: Path, world: World) -> None:
    """Keep a world under its digest. If the cache cannot be written, only the next start is slower."""
    payload = msgspec.msgpack.encode(world)
    try:
        write_atomically(_path(cache, world.digest), _sum(world.digest, payload) + payload)
        # Several, not one: otherwise an author who switches between packs would compile at every start.
        for old in sorted(cache.glob("*.msgpack"), key=lambda path: path.stat().st_mtime)[:-MAX_COMPILED_PACKS]:
            old.unlink(missing_ok=True)
    except OSError:
        return
    sweep_temporaries(cache)


def _path(cache: Path, name: str) -> Path:
    # The 2 is the version of the layout: versions without a checksum do not find our files, and we do not find theirs.
    return cache / f"{name}-{LAYOUT}-2.msgpack"


def _sum(name: str, payload: bytes | memoryview) -> bytes:
    """The checksum of a compiled pack. It includes the name, so that a renamed file does not pass for another pack."""
    hashed = blake2b(name.encode(), digest_size=CHECKSUM_BYTES)
    hashed.update(payload)
    return hashed.digest()


def set_digest(world: World, name: str) -> World:
    """The world with its digest written into it."""
    return replace(world, digest=name)
