"""Makes a pack one file that travels: checked before it is written, the same bytes for the same content."""

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from game import __version__
from game.content.compiled import digest_pack
from game.content.file_kinds import DifferencesFile, EntitiesFile, FactsFile
from game.content.folder import FOLDERS
from game.content.linting import LintedPack, lint_pack
from game.content.pack_documents import PackDocuments
from game.content.tour_file import (
    FORMAT,
    HEAD,
    MAX_UNPACKED_BYTES,
    PACK_FILE,
    SUFFIX,
    PackHead,
    encode_head,
    parse_tour_file,
    read_tour_file,
)
from game.core.disk import Unusable, read_file
from game.exchange.archives import zip_files
from game.pack.ledger import Comparison, Entity, Fact
from game.pack.world import World

ART_FOLDERS = ("scenes", "sprites")


class PackedTour(NamedTuple):
    """A pack as one file."""

    title: str
    head: PackHead
    data: bytes


class CheckedPack(NamedTuple):
    """What speaks for or against packing a pack."""

    linted: LintedPack
    drafts: int
    """Facts, entities and comparisons that wait for their author."""

    @property
    def is_ready(self) -> bool:
        """Whether it can be packed."""
        return self.linted.world is not None and not self.linted.errors and not self.drafts


def check_for_packing(folder: Path) -> CheckedPack:
    """Check and lint a pack, and count its drafts."""
    linted = lint_pack(folder)
    return CheckedPack(linted, count_drafts(linted.pack) if linted.world and linted.pack else 0)


def count_drafts(pack: PackDocuments) -> int:
    """How many records of a pack are drafts. Those on which nobody has decided are in no world."""
    records: list[Fact | Entity | Comparison] = []
    for facts in pack.of(FactsFile).values():
        records += facts.facts
    for entities in pack.of(EntitiesFile).values():
        records += entities.entities
    for file in pack.of(DifferencesFile).values():
        records += (*file.differences, *file.mix_ups)
    return sum(record.draft for record in records)


def pack_tour(folder: Path, world: World, art: Path) -> PackedTour:
    """A checked pack as one file.

    Args:
        folder: The pack, or a file that holds one.
        world: What it holds.
        art: The folder with its scenes and sprites.

    Raises:
        OSError: A file cannot be read, or the pack is larger than a pack may be.
    """
    files = read_tour_file(folder).files if folder.is_file() else _read_files(folder, art)
    licence: dict[str, str] = {source.id: source.licence for source in world.sources.values() if source.licence}
    head = PackHead(
        format=FORMAT,
        id=world.tour.id,
        version=world.tour.revised,
        digest=digest_pack(files),
        engine=__version__,
        languages=world.tour.languages,
        licence=licence,
    )
    packed = _write(world.tour.title, head, files)
    # Read again as a stranger will: what we write must be what we accept.
    parse_tour_file(packed.data, folder.with_suffix(SUFFIX))
    return packed


def rename_packed(packed: PackedTour, name: str) -> PackedTour:
    """The same pack, to be kept under another id."""
    files = parse_tour_file(packed.data, Path(name)).files
    return _write(packed.title, replace(packed.head, id=name), files)


def _write(title: str, head: PackHead, files: dict[str, bytes]) -> PackedTour:
    return PackedTour(title, head, zip_files({HEAD: encode_head(head), **files}))


def _read_files(folder: Path, art: Path) -> dict[str, bytes]:
    """The files of a pack that travel, in the order of their names: articles and notes stay where they are."""
    paths = [(inner, folder / inner) for inner in ("", *FOLDERS)] + [(inner, art / inner) for inner in ART_FOLDERS]
    found: dict[str, Path] = {}
    for inner, place in paths:
        for path in place.iterdir() if place.is_dir() else ():
            name = f"{inner}/{path.name}" if inner else path.name
            if PACK_FILE.fullmatch(name) and not path.name.startswith(".") and path.is_file():
                found[name] = path
    files = {}
    for name, path in sorted(found.items()):
        data = read_file(path, MAX_UNPACKED_BYTES)
        if isinstance(data, Unusable):
            raise OSError(0, data.detail or data.why, str(path))
        files[name] = data
    return files
