"""Which tour a window gets when it opens: the kept one, one of its own, or one that it can only read.

Nothing that cannot be read is written over: it may be readable again tomorrow. Then the window gets a tour in a folder
beside it. A damaged log is copied aside before it is cut off where it is damaged.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from game.core.disk import Unusable, read_file
from game.pack.world import World
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
    detail: str
    turns: int
    """How many turns could be used."""


class NotWritable(NamedTuple):
    """The folder cannot be written, so the tour cannot be kept."""

    why: str


TourNotice = OpenElsewhere | NotReadable | WasDamaged | NotWritable
"""What a player has to be told of the tour that was opened."""


class OpenedTour(NamedTuple):
    """The tour that a window got."""

    folder: TourFolder | None
    """None when it cannot be kept anywhere."""
    ownership: Ownership | None = None
    """None with a tour that another window has."""
    turns: Turns | None = None
    """None when the folder holds no tour yet."""
    state: State | None = None
    """Where the tour stands; None when it is to begin."""
    notices: tuple[TourNotice, ...] = ()
    is_apart: bool = False
    """Whether it lies beside the folder where a tour of this pack is looked for."""

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
    folder: TourFolder, world: World, saves: Saves, notices: list[TourNotice], *, is_apart: bool = False
) -> OpenedTour | None:
    """The tour in a folder; None when there is one that must be left alone. What is to be told is added to the list."""
    opened = OpenedTour(folder, is_apart=is_apart)
    found = folder.read()
    trouble = _find_trouble(found, world, folder)
    if trouble is not None:
        notices.append(trouble)
        return None
    if isinstance(found, Turns) and not found.damage:
        state = from_plain(world, found.state)
        if isinstance(state, State):
            return opened._replace(turns=found, state=state, notices=tuple(notices))
        found = found._replace(damage=state.detail)
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
    """Why a tour on file must be left alone for now; None when it can be used, or at least copied."""
    match found:
        case LaterFormat():
            return NotReadable(folder.log, "newer")
        case Turns():
            return NotReadable(folder.log, "foreign") if found.head.tour != world.tour.id else None
        case Unusable() if found.is_there and found.why != "damaged":
            return NotReadable(folder.log, "unreadable", found.detail or found.why)
        case Unusable():
            return None


def _copy_and_use(
    found: Turns | LaterFormat | Unusable, opened: OpenedTour, world: World, notices: list[TourNotice]
) -> OpenedTour | None:
    """What can be used of a damaged tour, once all of it was copied."""
    folder = opened.folder
    assert folder is not None
    detail = found.damage if isinstance(found, Turns) else getattr(found, "detail", "")
    data = read_file(folder.log, MAX_LOG_BYTES)
    try:
        copy = folder.keep_damaged(b"" if isinstance(data, Unusable) else data)
    except OSError:
        notices.append(NotReadable(folder.log, "damaged", detail))
        return None
    state = from_plain(world, found.state) if isinstance(found, Turns) else None
    usable = state if isinstance(state, State) else None
    turns = found if isinstance(found, Turns) and usable else None
    notices.append(WasDamaged(copy, detail, len(turns.entries) if turns else 0))
    return opened._replace(turns=turns, state=usable, notices=tuple(notices))
