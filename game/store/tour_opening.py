"""Which tour a window gets when it opens: the kept one, one of its own, or one that it can only read.

Nothing that cannot be read is written over: it may be readable again tomorrow. Then the window gets a tour in a folder
beside it. A damaged log is copied before its damaged end is cut off.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from game.core.disk import Unusable, read_file
from game.pack.world import World
from game.store.moved_rooms import RoomGone, find_move
from game.store.ownership import Elsewhere, Ownership
from game.store.saves import Saves
from game.store.state_values import from_plain
from game.store.tour_folder import TourFolder
from game.store.turn_records import MAX_LOG_BYTES, LaterFormat, Turns
from game.tour.state import State


class OpenElsewhere(NamedTuple):
    """The tour is open in another window."""

    since: datetime | None
    """None when it is not known."""


class NotReadable(NamedTuple):
    """A tour that cannot be used now and was left as it is."""

    path: Path
    why: Literal["unreadable", "newer", "foreign", "damaged"]
    detail: str = ""


class WasDamaged(NamedTuple):
    """A tour of which only the beginning could be used, or nothing; all of it was copied first."""

    copy: Path
    turns: int
    """How many turns could be used."""
    last: str = ""
    """The last line that could be used."""
    unread: int = 0
    """How many lines after it were written as turns and cannot be used; there may have been more."""
    goes_on: bool = False
    """Whether the tour goes on with what could be used."""


class NoPlaceLeft(NamedTuple):
    """An undamaged tour whose current room is no longer in the pack. It was put among the earlier tours."""


class NotWritable(NamedTuple):
    """The folder cannot be written, so the tour cannot be kept."""

    why: str


TourNotice = OpenElsewhere | NotReadable | WasDamaged | NoPlaceLeft | RoomGone | NotWritable
"""What the player must be told about the tour that was opened."""


class OpenedTour(NamedTuple):
    """The tour that a window got."""

    folder: TourFolder | None
    """None when it cannot be kept anywhere."""
    ownership: Ownership | None = None
    """None if another window has the tour."""
    turns: Turns | None = None
    """None when the folder holds no tour yet."""
    state: State | None = None
    """Where the tour stands; None when it is to begin."""
    notices: tuple[TourNotice, ...] = ()
    is_apart: bool = False
    """Whether it lies in another folder than the usual one for this pack."""
    words: Turns | None = None
    """A tour that cannot go on: only its words and typed lines are shown."""

    @property
    def is_reading(self) -> bool:
        """Whether another window has the tour."""
        return any(isinstance(notice, OpenElsewhere) for notice in self.notices) and not self.is_apart


def open_tour(saves: Saves, world: World, *, is_apart: bool = False, takes_over: bool = False) -> OpenedTour:
    """The tour for a window.

    Args:
        saves: The player's folder.
        world: The pack.
        is_apart: True for a tour beside the one that another window has.
        takes_over: True to have the tour although another window has it.
    """
    notices: list[TourNotice] = []
    for number, folder in enumerate(saves.tour_folders(world), start=1):
        if is_apart and number == 1:
            continue
        ownership = Ownership(folder.path)
        try:
            elsewhere = ownership.claim(takes_over=takes_over and number == 1)
        except OSError as bad:
            notices.append(NotWritable(bad.strerror or str(bad)))
            # It may be readable all the same, as from a disk that is full, and be written again later.
            return _read_in(folder, world, saves, notices, is_apart=number > 1) or OpenedTour(
                None, notices=tuple(notices)
            )
        if elsewhere is not None:
            if number == 1:
                return _look_into(folder, world, OpenElsewhere(_since(elsewhere)))
            continue
        opened = _read_in(folder, world, saves, notices, is_apart=number > 1)
        if opened is not None:
            folder.sweep()
            return opened._replace(ownership=ownership)
        ownership.release()
    return OpenedTour(None, notices=tuple(notices), is_apart=True)


def _look_into(folder: TourFolder, world: World, notice: OpenElsewhere) -> OpenedTour:
    """The tour that another window has, as it is now; nothing is written."""
    found = folder.read()
    state = from_plain(world, found.state) if isinstance(found, Turns) and found.head.tour == world.tour.id else None
    if not isinstance(found, Turns) or not isinstance(state, State):
        return OpenedTour(folder, notices=(notice,))
    return OpenedTour(folder, turns=found, state=state, notices=(notice,))


def _since(elsewhere: Elsewhere) -> datetime | None:
    with suppress(ValueError, AttributeError):
        return datetime.fromisoformat(elsewhere.owner.since) if elsewhere.owner else None
    return None


def _read_in(
    folder: TourFolder, world: World, saves: Saves, notices: list[TourNotice], *, is_apart: bool
) -> OpenedTour | None:
    """The tour in a folder; None if it must not be touched. Notices for the player are added to the list."""
    opened = OpenedTour(folder, is_apart=is_apart)
    found = folder.read()
    trouble = _find_trouble(found, world, folder)
    if trouble is not None:
        notices.append(trouble)
        return None
    if isinstance(found, Turns) and not found.damage:
        state = from_plain(world, found.state)
        if isinstance(state, State):
            if moved := find_move(world, str(found.state["room"]), state):
                notices.append(moved)
            return opened._replace(turns=found, state=state, notices=tuple(notices))
        return _begin_after(found, opened, notices)
    if isinstance(found, Unusable) and not found.is_there:
        # A tour of an earlier version lies outside; it begins this log, and stays where it is.
        old = saves.read_old_tour(world) if not is_apart else None
        if old and old.trouble == "unreadable":
            notices.append(NotReadable(saves.old_tour, "unreadable", old.why))
            return None
        if old and old.trouble in ("damaged", "newer"):
            notices.append(NotReadable(saves.old_tour, old.trouble, old.why))
        return opened._replace(state=old.state if old else None, notices=tuple(notices))
    return _copy_and_use(found, opened, world, notices)


def _find_trouble(found: Turns | LaterFormat | Unusable, world: World, folder: TourFolder) -> NotReadable | None:
    """Why a tour on file must not be touched now; None if it can be used or at least copied."""
    match found:
        case LaterFormat():
            return NotReadable(folder.log, "newer")
        case Turns():
            return NotReadable(folder.log, "foreign") if found.head.tour != world.tour.id else None
        case Unusable() if found.is_there and found.why != "damaged":
            return NotReadable(folder.log, "unreadable", found.detail or found.why)
        case Unusable():
            return None


def _begin_after(found: Turns, opened: OpenedTour, notices: list[TourNotice]) -> OpenedTour | None:
    """A new tour after one whose room is not in this pack; None if the old one could not be kept."""
    folder = opened.folder
    assert folder is not None
    data = read_file(folder.log, MAX_LOG_BYTES)
    try:
        if isinstance(data, Unusable):
            raise OSError(data.detail or data.why)
        folder.keep_earlier(data)
    except OSError as bad:
        notices.append(NotReadable(folder.log, "foreign", bad.strerror or str(bad)))
        return None
    folder.forget_oldest()
    notices.append(NoPlaceLeft())
    return opened._replace(notices=tuple(notices), words=found)


def _copy_and_use(
    found: Turns | LaterFormat | Unusable, opened: OpenedTour, world: World, notices: list[TourNotice]
) -> OpenedTour | None:
    """Copy a damaged tour, then return the part that can be used."""
    folder = opened.folder
    assert folder is not None
    data = read_file(folder.log, MAX_LOG_BYTES)
    try:
        if isinstance(data, Unusable):
            raise OSError(data.detail or data.why)
        copy = folder.keep_damaged(data)
    except OSError as bad:
        notices.append(NotReadable(folder.log, "damaged", bad.strerror or str(bad)))
        return None
    if not isinstance(found, Turns):
        notices.append(WasDamaged(copy, 0))
        return opened._replace(notices=tuple(notices))
    state = from_plain(world, found.state)
    goes_on = isinstance(state, State)
    last = next((entry.line for entry in reversed(found.entries) if entry.line), "")
    notices.append(WasDamaged(copy, len(found.entries), last, found.unread, goes_on))
    if not isinstance(state, State):
        return opened._replace(words=found, notices=tuple(notices))
    if moved := find_move(world, str(found.state["room"]), state):
        notices.append(moved)
    return opened._replace(turns=found, state=state, notices=tuple(notices))
