"""A paper on file, whole: so that it can be sat and printed as it was drawn, whatever becomes of the pack."""

from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta

from game.core.disk import write_atomically
from game.core.records import Record
from game.pack.kinds import Item
from game.quiz.bank import Bank
from game.quiz.codes import encode_paper
from game.quiz.papers import Paper, Selection
from game.store.paper_faults import LaterPaperFormat, NotAPaper, PaperFault, PaperOfOtherTour

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
    """With the items as they were; those whose facts the pack does not have are left out."""
    now: Paper
    """With the same items as they are now; those that are gone are left out."""
    changed: tuple[Item, ...]
    removed: tuple[Item, ...]
    """No longer among the pack's questions."""
    unresolved: tuple[Item, ...]
    """Resting on facts that the pack does not have: they can be neither shown nor marked."""
    code: str
    """Under which it was drawn."""
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
        BadPaperError: It is none, or of another tour, or of a later version.
        OSError: It cannot be read.
    """
    data = path.read_bytes()
    try:
        head = msgspec.json.decode(data)
        if isinstance(head, dict) and isinstance(head.get("format"), int) and head["format"] > FORMAT:
            raise BadPaperError(LaterPaperFormat(str(path), head["format"], FORMAT))
        kept = msgspec.convert(head, PaperFile)
    except (msgspec.MsgspecError, UnicodeDecodeError) as bad:
        raise BadPaperError(NotAPaper(str(path), str(bad))) from None
    if kept.tour != bank.world.tour.id:
        raise BadPaperError(PaperOfOtherTour(str(path), kept.tour, bank.world.tour.id))
    facts = bank.world.facts
    unresolved = tuple(item for item in kept.items if not facts.keys() >= set(item.facts))
    whole = tuple(item for item in kept.items if item not in unresolved)
    removed = tuple(item for item in kept.items if item.id not in bank.items)
    there = [item for item in kept.items if item.id in bank.items]
    # By digest, not by equality: an item also shows claims of facts, which stand in the pack and not in the item.
    changed = tuple(item for item in there if kept.digests.get(item.id) != bank.digest_of(bank.items[item.id]))

    def paper(items: tuple[Item, ...]) -> Paper:
        return Paper(bank, kept.seed, kept.selection, is_shuffled=kept.is_shuffled, items=items)

    now = paper(tuple(bank.items[item.id] for item in there))
    return FoundPaper(paper(whole), now, changed, removed, unresolved, kept.code, kept.bank)
