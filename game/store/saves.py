"""The folder of one player: where each tour lies, and the points of a tour that were saved under a name.

``tours/<id>/`` holds the tour of one pack, so tours of different packs do not touch each other. A second tour of the
same pack, begun while the first was open in another window or could not be read, lies beside it in ``tours/<id>__2/``.

Earlier versions kept one tour for all packs in ``running.json`` and the points of all packs in ``saves/``. Both are
read as they are and never changed.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game.core.disk import Unusable, is_folder, read_file, write_atomically
from game.core.paths import file_stem, is_reserved
from game.pack.world import World
from game.store.moved_rooms import RoomGone, find_move
from game.store.state_values import Trouble, dump, from_plain, parse, read_room, seal
from game.store.tour_folder import TourFolder
from game.store.turn_records import Turns
from game.tour.state import State

if TYPE_CHECKING:
    from game.store.answer_journal import CreateAttempt  # few tours keep an answer

MAX_TOUR_FOLDERS = 9
"""How many tours of one pack can lie beside each other."""


class AnswerKeeper(NamedTuple):
    """Whose answers are kept for results, and where."""

    find_candidate: Callable[[], str]
    """Tells whose they are now: a teacher may give a pupil another name."""
    create: "CreateAttempt"


class FoundSave(NamedTuple):
    """What reading a state gave."""

    state: State | None
    trouble: Trouble | None = None
    why: str = ""
    """In the words of the system; empty when ``trouble`` says all."""
    moved: RoomGone | None = None
    """Where the state goes on, if its room is gone or has another name."""


class Saves:
    """What one player keeps."""

    def __init__(
        self, folder: Path, files: Path | None = None, *, is_served: bool = False, keeper: AnswerKeeper | None = None
    ) -> None:
        """Name the folder; nothing is read or written yet.

        Args:
            folder: Of the player.
            files: The folder for files that the player names; None for the usual one.
            is_served: True where the game runs on somebody else's machine. Then the player can name no file.
            keeper: Where answers are kept for results; None for the folder of the player, under no name.
        """
        self.folder = folder
        self.files = files or folder / "files"
        self.is_served = is_served
        self.keeper = keeper

    @property
    def sessions(self) -> Path:
        """The folder of the sessions' transcripts."""
        return self.folder / "sessions"

    @property
    def old_tour(self) -> Path:
        """The tour of an earlier version."""
        return self.folder / "running.json"

    def tour_folder(self, world: World, number: int = 1) -> TourFolder:
        """The folder of a tour of that pack; from 2 on those beside the first."""
        # Windows takes a folder called con for a device. No id of a pack holds an underscore.
        name = f"{world.tour.id}_" if is_reserved(world.tour.id) else world.tour.id
        if number > 1:
            former = self.folder / "tours" / f"{name}-{number}"
            # Two underscores are in no id: a pack called tiny-2 must not meet the second tour of tiny. Earlier versions
            # did not know that, so a tour of this pack that lies there is still found.
            turns = TourFolder(former).read() if is_folder(former) else None
            if isinstance(turns, Turns) and turns.head.tour == world.tour.id:
                return TourFolder(former)
            name = f"{name}__{number}"
        return TourFolder(self.folder / "tours" / name)

    def tour_folders(self, world: World) -> Iterator[TourFolder]:
        """All folders that a tour of that pack can lie in."""
        return (self.tour_folder(world, number) for number in range(1, MAX_TOUR_FOLDERS + 1))

    def read_old_tour(self, world: World) -> FoundSave:
        """The tour of that pack that an earlier version kept."""
        return _read(self.old_tour, world)

    def find_state(self, world: World) -> State | None:
        """Read the state of the tour of that pack, without opening the tour; None if there is none."""
        turns = self.tour_folder(world).read()
        if isinstance(turns, Turns):
            state = from_plain(world, turns.state)
            return None if isinstance(state, Unusable) else state
        return self.read_old_tour(world).state

    def write_point(self, name: str, world: World, state: State) -> FoundSave:
        """Keep a state under a name.

        Returns the trouble if there is a file that cannot be read, so it must not be replaced.

        Raises:
            OSError: It could not be written; what was there before is untouched.
        """
        there = self.read_point(name, world)
        if not there.trouble:
            write_atomically(self._point(name, world), seal(dump(world, state)))
        return there

    def read_point(self, name: str, world: World) -> FoundSave:
        """The state kept under a name."""
        found = _read(self._point(name, world), world)
        if found.state or found.trouble:
            return found
        old = _read(self._old_point(name), world)
        # A point of another pack does not belong to this tour.
        return FoundSave(None) if old.trouble == "foreign" else old

    def point_names(self, world: World) -> tuple[str, ...]:
        """The names of the player's points in the tour of that pack, in order."""
        own = {path.stem for path in _list(self._point("x", world).parent)}
        old = {path.stem for path in _list(self._old_point("x").parent) if _read(path, world).trouble != "foreign"}
        return tuple(sorted(own | old))

    def _point(self, name: str, world: World) -> Path:
        stem = file_stem(name)
        # Windows takes con and its like for devices, whatever stands after the dot.
        return self.tour_folder(world).points / f"{'point-' if is_reserved(stem) else ''}{stem}.json"

    def _old_point(self, name: str) -> Path:
        return self.folder / "saves" / f"{file_stem(name)}.json"


def _list(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.glob("*.json"))
    except OSError:
        return ()


def _read(path: Path, world: World) -> FoundSave:
    data = read_file(path)
    if isinstance(data, Unusable):
        return FoundSave(None, "unreadable", data.detail or data.why) if data.is_there else FoundSave(None)
    result = parse(world, data)
    if not isinstance(result, State):
        return FoundSave(None, result)
    return FoundSave(result, moved=find_move(world, read_room(data), result))
