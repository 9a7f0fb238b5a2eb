"""Reads a pack that travels as one file: a zip with the files of a pack and ``pack.json``.

It may come from anywhere, so nothing of it is trusted and nothing is written to the disk: names are compared before
any byte is unpacked, and bytes are counted while they are. What ``carriages pack`` does not write is refused.
"""

import io
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from game.content.compiled import digest_pack
from game.content.folder import MAX_FILE_BYTES
from game.core.disk import Unusable, decode, read_file
from game.core.identity import compose
from game.core.zips import ZIP_DAMAGE, count_entries, is_absolute, is_locked, leads_up, read_entry
from game.pack.world import World
from game.prose import tour_file_problems as problems

FORMAT = 1
"""Of the file. A reader knows its own format and those before it."""

SUFFIX = ".tour"
"""What the name of such a file ends in."""

HEAD = "pack.json"

MAX_FILES = 2_000

MAX_UNPACKED_BYTES = 50 * 1000 * 1000
"""Of all files together, unpacked; also of the file itself."""

PACK_FILE = re.compile(r"(?:(?:facts|items)/)?[^/]+\.yaml|(?:scenes|sprites)/[^/]+\.txt")
"""A name that a file of a pack can have."""


class PackHead(Struct, frozen=True, kw_only=True):
    """What ``pack.json`` says of the pack, so that nobody must unpack it to know."""

    format: int
    id: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,62}(_[2-9])?(?!\n)$")]
    """Of the tour; with ``_2`` and so on where another pack of that id was there already."""
    version: str = ""
    """The day on which the questions of the pack were last changed; empty when it does not say."""
    digest: str
    """Of all its files: names this very content."""
    engine: str
    """The version of the game that wrote the file."""
    languages: tuple[str, ...] = ("en",)
    licence: dict[str, str] = {}
    """Id of a source -> own or permission; the others are left out."""


class TourFile(NamedTuple):
    """A pack that was read from one file."""

    head: PackHead
    files: dict[str, bytes]
    """Path inside the pack -> bytes, in the order of the paths; ``pack.json`` is left out."""


class BadTourFileError(OSError):
    """A file that cannot be used as a pack; ``strerror`` says why, ``filename`` which."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(0, why, str(path))


class _Format(Struct):
    format: int


def read_tour_file(path: Path) -> TourFile:
    """The pack in a file.

    Raises:
        BadTourFileError: It cannot be read, or is no pack that this version knows.
    """
    data = read_file(path, MAX_UNPACKED_BYTES)
    if isinstance(data, Unusable):
        raise BadTourFileError(path, data.detail or data.why)
    return parse_tour_file(data, path)


def parse_tour_file(data: bytes, path: Path) -> TourFile:
    """The pack in the bytes of a file.

    Raises:
        BadTourFileError: They are no pack that this version knows.
    """
    try:
        files = _unpack(data)
        head = _read_head(files.pop(HEAD, None))
    except _RefusedError as bad:
        raise BadTourFileError(path, bad.why) from None
    except ZIP_DAMAGE as bad:
        raise BadTourFileError(path, problems.describe_damaged_zip(str(bad))) from bad
    if head.digest != digest_pack(files):
        raise BadTourFileError(path, problems.describe_wrong_digest())
    return TourFile(head, files)


class _RefusedError(Exception):
    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def _unpack(data: bytes) -> dict[str, bytes]:
    """The files in a zip, by name; never more than the limits, whatever the zip says of their sizes."""
    if (found := count_entries(data)) > MAX_FILES:
        raise _RefusedError(problems.describe_too_many_files(found, MAX_FILES))
    with ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        _check_names(entries)
        _check_entries(entries)
        files: dict[str, bytes] = {}
        left = MAX_UNPACKED_BYTES
        for entry in sorted(entries, key=lambda entry: entry.filename):
            unpacked = read_entry(archive, entry, min(left, MAX_FILE_BYTES))
            if len(unpacked) > MAX_FILE_BYTES:
                raise _RefusedError(problems.describe_large_file(entry.filename, MAX_FILE_BYTES))
            left -= len(unpacked)
            if left < 0:
                raise _RefusedError(problems.describe_too_many_bytes(MAX_UNPACKED_BYTES))
            files[entry.filename] = unpacked
        return files


def _check_names(entries: list[ZipInfo]) -> None:
    """Every name is that of a file of a pack, and no two are one name on any system."""
    seen: dict[str, str] = {}
    for entry in entries:
        # As it stands in the zip: ``filename`` ends before a NUL, and Windows reads its backslashes as slashes.
        name = entry.orig_filename
        if is_absolute(name):
            raise _RefusedError(problems.describe_absolute_name(name))
        if leads_up(name):
            raise _RefusedError(problems.describe_name_upwards(name))
        if name != entry.filename or (name != HEAD and not PACK_FILE.fullmatch(name)) or name.startswith("."):
            raise _RefusedError(problems.describe_foreign_name(name))
        if (other := seen.setdefault(compose(name).casefold(), name)) is not name:
            raise _RefusedError(problems.describe_doubled_name(name, other))


def _check_entries(entries: list[ZipInfo]) -> None:
    """Every entry is a plain file that can be unpacked without a password."""
    for entry in entries:
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            raise _RefusedError(problems.describe_special_file(entry.filename, is_link=stat.S_ISLNK(mode)))
        if is_locked(entry):
            raise _RefusedError(problems.describe_encrypted_file(entry.filename))
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _RefusedError(problems.describe_compression(entry.filename))


def _read_head(data: bytes | None) -> PackHead:
    if data is None:
        raise _RefusedError(problems.describe_missing_head(HEAD))
    # The format first: a later one may have another shape, and is no damage.
    head = decode(data, _Format)
    if isinstance(head, Unusable):
        raise _RefusedError(problems.describe_bad_head(HEAD, head.detail))
    if head.format > FORMAT:
        raise _RefusedError(problems.describe_later_format(head.format, FORMAT))
    found = decode(data, PackHead)
    if isinstance(found, Unusable):
        raise _RefusedError(problems.describe_bad_head(HEAD, found.detail))
    return found


def is_newer(engine: str, ours: str) -> bool:
    """Whether a version is later than another, by its numbers alone.

    >>> is_newer("0.10.0", "0.9.1"), is_newer("0.2.0", "0.2.0.dev3"), is_newer("new", "0.2.0")
    (True, False, False)
    """
    mine, other = (tuple(map(int, re.findall(r"\d+", each)[:3])) for each in (ours, engine))
    return other > mine


def name_world(path: Path, world: World) -> World:
    """The world of a file under the id that the file has been given; only a second pack of one id is called otherwise.

    Tours, decks and results are kept by this id, so that those of two packs never mix.

    Raises:
        BadTourFileError: It calls itself by the id of another tour, or has been replaced since the world was read.
    """
    head = read_tour_file(path).head
    if head.id.partition("_")[0] != world.tour.id:
        raise BadTourFileError(path, problems.describe_other_id(head.id, world.tour.id))
    return world if head.id == world.tour.id else replace(world, tour=replace(world.tour, id=head.id))


def encode_head(head: PackHead) -> bytes:
    """``pack.json``, for people to read too."""
    return msgspec.json.format(msgspec.json.encode(head), indent=1) + b"\n"


def list_yaml(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a pack that a world is made of."""
    return {name: data for name, data in files.items() if name.endswith(".yaml")}
