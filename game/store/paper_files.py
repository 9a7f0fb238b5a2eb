"""A paper on file, complete: it can be taken and printed as it was drawn, even if the pack changes."""

from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta

from game.core.disk import write_atomically
from game.core.paths import show_path
from game.core.records import Record
from game.pack.kinds import Item, is_resolved
from game.quiz.bank import Bank
from game.quiz.codes import encode_paper
from game.quiz.papers import Paper, Selection
from game.store.paper_faults import (
    PaperFault,
    PaperOfOtherTour,
)
from game.store.paper_reading import read_paper_record

FORMAT = 1
"""Of the file. A reader knows its own format and those before it."""


class PaperFile(Record, frozen=True, kw_only=True):
    """A paper with its items as they were when it was drawn."""

    format: Annotated[int, Meta(ge=1, description="Of the file; without a default, so that it always stands there.")]
    kind: Annotated[str, Meta(pattern="^paper$")]
    tour: str
    bank: Annotated[str, Meta(description="Digest of the bank it was drawn from.")]
    code: str
    seed: int
    selection: Selection
    is_shuffled: bool = True
    items: tuple[Item, ...]
    digests: Annotated[dict[str, str], Meta(description="Item id -> digest of all a candidate is shown or marked by.")]


class BadPaperError(ValueError):
    """A file that is no paper of this tour."""

    def __init__(self, fault: PaperFault) -> None:
        super().__init__(fault)
        self.fault = fault


class FoundPaper(NamedTuple):
    """A paper from a file, and how the pack has changed since it was drawn."""

    drawn: Paper
    """With the items as they were. Items whose facts the pack no longer has are left out."""
    now: Paper
    """With the same items as they are now. Removed items are left out."""
    changed: tuple[Item, ...]
    removed: tuple[Item, ...]
    """No longer among the pack's questions."""
    unresolved: tuple[Item, ...]
    """Ids of items whose facts the pack no longer has. They can be neither shown nor marked."""
    code: str
    """The code of the paper when it was drawn."""
    bank: str
    """Digest of the bank it was drawn from."""


def dump(paper: Paper) -> bytes:
    """A paper as the bytes of its file."""
    bank = paper.bank
    kept = PaperFile(
        format=FORMAT,
        kind="paper",
        tour=bank.world.tour.id,
        bank=bank.digest,
        code=encode_paper(paper),
        seed=paper.seed,
        selection=paper.selection,
        is_shuffled=paper.is_shuffled,
        items=paper.items,
        digests={item.id: bank.digest_of(item) for item in paper.items},
    )
    return msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n"


def write(path: Path, paper: Paper) -> None:
    """Keep a paper.

    Raises:
        OSError: It could not be written.
    """
    write_atomically(path, dump(paper))


def read(path: Path, bank: Bank) -> FoundPaper:
    """The paper in a file.

    Raises:
        BadPaperError: It cannot be read, is none, or is of another tour or of a later version.
    """
    kept = read_paper_record(path, PaperFile, FORMAT, longer=("items",))
    if not isinstance(kept, PaperFile):
        raise BadPaperError(kept)
    if kept.tour != bank.world.tour.id:
        raise BadPaperError(PaperOfOtherTour(show_path(path), kept.tour, bank.world.tour.id))
    unresolved = tuple(item for item in kept.items if not is_resolved(item, bank.world))
    whole = tuple(item for item in kept.items if item not in unresolved)
    removed = tuple(item for item in kept.items if item.id not in bank.items)
    there = [item for item in kept.items if item.id in bank.items]
    # By digest, not by equality: an item also shows claims of facts, which stand in the pack and not in the item.
    changed = tuple(item for item in there if kept.digests.get(item.id) != bank.digest_of(bank.items[item.id]))

    def paper(items: tuple[Item, ...]) -> Paper:
        return Paper(bank, kept.seed, kept.selection, is_shuffled=kept.is_shuffled, items=items)

    now = paper(tuple(bank.items[item.id] for item in there))
    return FoundPaper(paper(whole), now, changed, removed, unresolved, kept.code, kept.bank)
