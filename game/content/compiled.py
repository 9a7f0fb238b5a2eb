"""A checked pack, kept compiled, so that a warm start reads no YAML.

The file's name is the hash of the pack's content, so an edited pack is never mistaken for the old one. It holds a
digest of its own bytes and then msgpack, decoded into our own types. Without the digest a flipped bit of a disk would
give another sentence under the same source, and nobody would notice; with it any damage costs one compilation.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from game.core.digests import blake2b
from game.core.disk import Unusable, decode, read_file, sweep_temporaries, write_atomically
from game.pack.world import World

LAYOUT = "ad47642b"
"""Names the shape of World; ``make schema`` writes it when a type has changed."""

MAX_COMPILED_PACKS = 6
"""Compiled packs the cache holds before the oldest are deleted."""

MAX_COMPILED_BYTES = 256 * 1024 * 1024
"""Of one compiled pack: several times what ten thousand rooms take."""

CHECKSUM_BYTES = 16


def digest_pack(raw: Mapping[str, bytes]) -> str:
    """16 hex digits that name the content of a pack's files: names, lengths and bytes."""
    hashed = blake2b(digest_size=8)
    for name, data in raw.items():
        # Lengths keep apart what would else run together: a file "ab" with "c" and a file "a" with "bc".
        # A name that is no UTF-8 comes with surrogates, which nothing else can encode.
        hashed.update(b"%s\0%d\0%s" % (name.encode(errors="surrogateescape"), len(data), data))
    return hashed.hexdigest()


def read_compiled(cache: Path, name: str) -> World | None:
    """The world kept under that digest; None when there is none, or its file is not as it was written."""
    data = read_file(_path(cache, name), MAX_COMPILED_BYTES)
    if isinstance(data, Unusable):
        return None
    # A view and no slice: the copy would cost a start as much as the digest does.
    payload = memoryview(data)[CHECKSUM_BYTES:]
    if data[:CHECKSUM_BYTES] != _sum(name, payload):
        return None
    world = decode(payload, World, msgspec.msgpack.decode)
    return None if isinstance(world, Unusable) else world


def write_compiled(cache: Path, world: World) -> None:
    """Keep a world under its digest. A cache that cannot be written costs time at the next start and nothing else."""
    payload = msgspec.msgpack.encode(world)
    try:
        write_atomically(_path(cache, world.digest), _sum(world.digest, payload) + payload)
        # Several, not one: an author who switches between packs would else compile at every start.
        for old in sorted(cache.glob("*.msgpack"), key=lambda path: path.stat().st_mtime)[:-MAX_COMPILED_PACKS]:
            old.unlink(missing_ok=True)
    except OSError:
        return
    sweep_temporaries(cache)


def _path(cache: Path, name: str) -> Path:
    # The 2 says how the file is laid out: a version that knew no checksum finds no file of ours, and we none of its.
    return cache / f"{name}-{LAYOUT}-2.msgpack"


def _sum(name: str, payload: bytes | memoryview) -> bytes:
    """The checksum of a compiled pack. The name counts, so that a file that was renamed is no other pack's."""
    hashed = blake2b(name.encode(), digest_size=CHECKSUM_BYTES)
    hashed.update(payload)
    return hashed.digest()


def set_digest(world: World, name: str) -> World:
    """The world with its digest written into it."""
    return replace(world, digest=name)
