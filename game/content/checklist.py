"""What an author has to do next: steps in their order, each with how much of it is left and where to go on.

Unlike a problem, nothing here is wrong: a pack with steps left can be played.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from game.content.deciding.waiting import list_waiting
from game.content.documents import Document, ValuePath
from game.content.file_kinds import FactsFile, ItemsFile
from game.content.known import list_told_facts
from game.content.pack_documents import PackDocuments
from game.content.picture_rules import list_pictures
from game.pack.world import Room, facts_in
from game.prose.checklist_lines import HEADING, StepName, render_step

NOTES_SUFFIX = "-notes"
"""How the id ends of a thing in which the drafts of a room lie: such a thing furnishes nothing."""


class Step(NamedTuple):
    """One kind of work that is left."""

    name: StepName
    left: int
    """Of drafts, differences, facts or rooms, as the step has it."""
    where: str
    """The first: its id, file and line. Empty for what has been listed already."""


class _Left(NamedTuple):
    step: StepName
    document: Document
    path: ValuePath
    id: str


def list_steps(pack: PackDocuments, errors: int) -> tuple[Step, ...]:
    """The steps of which something is left, in the order in which they are best taken.

    Args:
        pack: The pack.
        errors: How many problems a check and lint have found that must be mended.
    """
    left: dict[StepName, list[_Left]] = {step: [] for step in get_args(StepName)}
    for each in list_waiting(pack):
        left[each.step].append(_Left(each.step, each.document, each.path, each.record.id))
    for listing in (_list_hidden, _list_bare_rooms, _list_undrawn_rooms, _list_unasked_rooms):
        for one in listing(pack):
            left[one.step].append(one)
    found = [Step("mend", errors, "")] if errors else []
    for step, entries in left.items():
        if entries:
            line, _ = entries[0].document.mark(entries[0].path)
            found.append(Step(step, len(entries), f"{entries[0].id}, {entries[0].document.shown}:{line}"))
    return tuple(found)


def render_checklist(steps: Sequence[Step]) -> tuple[str, ...]:
    """The steps as lines under a heading; nothing when nothing is left."""
    lines = (render_step(number, *step) for number, step in enumerate(steps, start=1))
    return (HEADING, *lines) if steps else ()


def _list_hidden(pack: PackDocuments) -> Iterator[_Left]:
    # A file that cannot be read may tell any of them.
    if not (pack.is_whole("room") and pack.is_whole("tour")):
        return
    shown = list_told_facts(pack)
    for name, file in pack.of(FactsFile).items():
        for index, fact in enumerate(file.facts):
            if fact.id not in shown:
                yield _Left("place", pack.documents[name], ("facts", index), fact.id)


def _list_bare_rooms(pack: PackDocuments) -> Iterator[_Left]:
    for name, room in pack.of(Room).items():
        if all(thing.id == f"{room.id}{NOTES_SUFFIX}" for thing in room.things):
            yield _Left("furnish", pack.documents[name], ("things",), room.id)


def _list_undrawn_rooms(pack: PackDocuments) -> Iterator[_Left]:
    scenes = list_pictures(pack, "scenes")
    for name, room in pack.of(Room).items():
        if (room.picture or room.id) not in scenes:
            yield _Left("draw", pack.documents[name], ("alt",), room.id)


def _list_unasked_rooms(pack: PackDocuments) -> Iterator[_Left]:
    # Questions also stand in files of their own, which name the room.
    elsewhere = {asked.room for file in pack.of(ItemsFile).values() for asked in file.rooms if asked.items}
    elsewhere |= {made.room_id for made in pack.asked}
    for name, room in pack.of(Room).items():
        # Where nothing is told nothing can be asked.
        if facts_in(room) and not room.items and room.id not in elsewhere:
            yield _Left("ask", pack.documents[name], ("id",), room.id)
