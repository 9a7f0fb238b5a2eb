"""The kinds of files in a pack, and the type of each.

tour.yaml  sources.yaml  entities.yaml  differences.yaml  leads.yaml  newsroom.yaml  facts/*.yaml  items/*.yaml
and every other *.yaml: one room
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from game.content.folder import FOLDERS
from game.core.records import Record
from game.pack.kinds import Item
from game.pack.leads import Lead
from game.pack.ledger import AgreedPoint, AnyComparison, Difference, Entity, Fact, MixUp, Source
from game.pack.newsroom import Newsroom
from game.pack.world import Room, Tour


class SourcesFile(Record, frozen=True, kw_only=True):
    """sources.yaml: the articles a pack rests on."""

    sources: Annotated[tuple[Source, ...], Meta(min_length=1)]


class FactsFile(Record, frozen=True, kw_only=True):
    """facts/*.yaml: what the articles say, claim by claim."""

    facts: tuple[Fact, ...]


class RoomItems(Record, frozen=True, kw_only=True):
    """Questions for one room."""

    room: Annotated[str, Meta(description="Id of the room in which they are asked.")]
    items: tuple[Item, ...]


class ItemsFile(Record, frozen=True, kw_only=True):
    """items/*.yaml: questions beside those in the rooms' own files."""

    rooms: tuple[RoomItems, ...]


class EntitiesFile(Record, frozen=True, kw_only=True):
    """entities.yaml: the people, places and things the articles name."""

    entities: tuple[Entity, ...]


class DifferencesFile(Record, frozen=True, kw_only=True):
    """differences.yaml: what can be compared: where the sources are not alike, where they agree, what is mixed up."""

    differences: tuple[Difference, ...]
    agreements: Annotated[tuple[AgreedPoint, ...], Meta(description="The points on which the sources agree.")] = ()
    mix_ups: Annotated[
        tuple[MixUp, ...], Meta(description="Things easily taken for one another, on which no source differs.")
    ] = ()

    def list_comparisons(self) -> Iterator[tuple[str, int, AnyComparison]]:
        """All that it holds, each with its section and its place there."""
        sections: dict[str, tuple[AnyComparison, ...]] = {
            "differences": self.differences,
            "agreements": self.agreements,
            "mix_ups": self.mix_ups,
        }
        for section, records in sections.items():
            for place, record in enumerate(records):
                yield section, place, record


class LeadsFile(Record, frozen=True, kw_only=True):
    """leads.yaml: the questions that a reporter chases through the tour. A pack can do without."""

    leads: tuple[Lead, ...]


FILE_KINDS: dict[str, type[Record]] = {
    "tour": Tour,
    "sources": SourcesFile,
    "facts": FactsFile,
    "items": ItemsFile,
    "entities": EntitiesFile,
    "differences": DifferencesFile,
    "newsroom": Newsroom,
    "leads": LeadsFile,
    "room": Room,
}
"""Kind of file -> the type of what it holds."""


def find_file_kind(name: str) -> str:
    """The kind of a file, by its path inside the pack.

    >>> find_file_kind("facts/train.yaml"), find_file_kind("tour.yaml"), find_file_kind("07-lounge.yaml")
    ('facts', 'tour', 'room')
    """
    folder, _, _ = name.rpartition("/")
    if folder in FOLDERS:
        return folder
    # "room.yaml" and "facts.yaml" in the top folder are rooms, although their names look like kinds.
    stem = name.removesuffix(".yaml")
    return stem if stem in FILE_KINDS and stem not in ("room", *FOLDERS) else "room"
