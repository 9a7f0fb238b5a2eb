"""The tour on file of one game, as long as this window has it.

It joins the folder, its owner and the log, and turns what happens to them into messages. It does not know what is
played: the caller passes the session after each line.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple, cast, get_args

from msgspec.structs import replace

from game.core.clock import now
from game.core.disk import Unusable, is_regular, read_file
from game.pack.world import World
from game.prose import tour_notices
from game.prose.lines import Line, Role
from game.store.ownership import Ownership
from game.store.saves import Saves
from game.store.state_values import from_plain, to_plain
from game.store.tour_folder import EarlierTour, TourFolder
from game.store.tour_opening import OpenedTour, open_tour
from game.store.turn_log import LazyState, MovedOnError, TurnLog
from game.store.turn_records import (
    FORMAT,
    MAX_LOG_BYTES,
    MAX_SHOWN_TURNS,
    NO_QUIZ,
    Entry,
    Head,
    Plain,
    QuizPart,
    Told,
    Turns,
)
from game.tour.history import History, Past, StateOnFile
from game.tour.session import Session
from game.tour.state import State, begin_tour

Held = State | StateOnFile
"""A state, or a state on file that is built when UNDO leads to it."""


class ShownTurn(NamedTuple):
    """A turn of an earlier session, to be shown again."""

    line: str
    """Empty for the words before the first line."""
    lines: tuple[Line, ...]


class KeptTour:
    """The tour on file of one game."""

    def __init__(self, saves: Saves | None, world: World, seed: int) -> None:
        """Make it; nothing is read or written before ``open``.

        Args:
            saves: The player's folder; None keeps nothing.
            world: The pack.
            seed: Of the game; a new log names it.
        """
        self._saves, self._world, self._seed = saves, world, seed
        self._opened = OpenedTour(None)
        self._log: TurnLog[Held] | None = None
        self.turns: Turns | None = None
        """The turns on file when the tour was opened."""
        self._words: Turns | None = None
        """The words of a tour that could not go on; the next log holds them as well."""
        self.is_kept = saves is not None
        """Whether the last write of the tour succeeded."""
        self.is_reading = False
        """Whether another window has the tour: then this one writes nothing."""

    @property
    def unsent(self) -> str:
        """The line in the prompt when the player left the tour."""
        folder = self._opened.folder
        return folder.read_unsent() if folder and not self.is_reading else ""

    @property
    def has_turns(self) -> bool:
        """Whether at least the beginning of the tour is on the disk."""
        return self._log is not None and self._log.is_begun

    @property
    def has_notices(self) -> bool:
        """Whether there were notices for the player when the tour was opened."""
        return bool(self._opened.notices)

    def open(self, *, is_apart: bool = False, takes_over: bool = False) -> OpenedTour:
        """Open the tour for this window."""
        self.close()
        if self._saves is None:
            return self._opened
        self._opened = opened = open_tour(self._saves, self._world, is_apart=is_apart, takes_over=takes_over)
        self.turns, self._words = opened.turns, opened.words
        self.is_reading = opened.is_reading
        self.is_kept = opened.ownership is not None
        self._log = TurnLog(opened.folder.log, _dump) if opened.folder else None
        return opened

    def go_on(self, turns: Turns, state: State) -> History:
        """Go on with the tour on file; its history."""
        make = partial(_make_state, self._world, self._seed)
        earlier = [Past(line, LazyState(plain, make)) for line, plain in turns.earlier]
        ahead = [Past(line, LazyState(plain, make)) for line, plain in turns.ahead]
        if self._log is not None and not self.is_reading:
            try:
                self._log.resume(turns, state, [past.held for past in earlier], [past.held for past in ahead])
            except OSError:
                self.is_kept = False
        return History(earlier, ahead)

    def begin(self, session: Session, told: Sequence[Line]) -> tuple[Line, ...]:
        """Begin the log with the present session; returns one line if this fails for the first time."""
        head = Head(format=FORMAT, tour=self._world.tour.id, seed=self._seed, at=now().isoformat(), told=_as_told(told))
        entries: tuple[Entry, ...] = ()
        if words := self._words:
            # In the order in which they were told: the old tour, then the first words of this one.
            entries = (*words.entries[-MAX_SHOWN_TURNS:], Entry(line="", told=head.told, kept=0))
            head = replace(head, told=words.head.told)
        self._words = None
        return self._try(lambda log: log.begin(head, session.state, session.history.past, entries))

    def keep(self, line: str, told: Sequence[Line], session: Session, quiz: QuizPart = NO_QUIZ) -> tuple[Line, ...]:
        """Add a line and its result; returns one line if this fails for the first time."""
        if self._log is not None and not self._log.is_begun:
            return self.begin(session, told)
        past, ahead = session.history.past, session.history.ahead
        return self._try(lambda log: log.append(line, _as_told(told), session.state, past, ahead, quiz=quiz))

    def keep_earlier(self) -> tuple[Line, ...]:
        """Keep the present tour among the earlier ones, before another one replaces it."""
        folder, log = self._opened.folder, self._log
        if folder is None or log is None or self.is_reading:
            return ()
        # We check the file and not the log: a tour that cannot go on still has a file.
        data = read_file(folder.log, MAX_LOG_BYTES)
        if isinstance(data, Unusable):
            return (tour_notices.render_not_kept_earlier(data.detail or data.why),) if data.is_there else ()
        try:
            folder.keep_earlier(data)
            folder.forget_oldest()
        except OSError as bad:
            return (tour_notices.render_not_kept_earlier(bad.strerror or str(bad)),)
        return ()

    def list_earlier(self) -> tuple[EarlierTour, ...]:
        """The earlier tours, the newest first, and the tours in the other folders that are not open."""
        folder, saves = self._opened.folder, self._saves
        if folder is None or saves is None:
            return ()
        beside = [other for other in saves.tour_folders(self._world) if other != folder]
        found = (_find_beside(other) for other in beside if is_regular(other.log))
        mine = tuple(tour for tour in folder.list_earlier() if tour.turns.head.tour == self._world.tour.id)
        return (*mine, *(tour for tour in found if tour and tour.turns.head.tour == self._world.tour.id))

    def take_back(self, tour: EarlierTour) -> OpenedTour | None:
        """Replace the present tour by an earlier one. The present one becomes the newest earlier tour.

        Returns:
            The tour to continue; None if its room is not in this pack.

        Raises:
            OSError: It cannot be read any more, or a write failed. Then nothing has changed, except that the present
            tour may be listed twice.
        """
        folder, log = self._opened.folder, self._log
        state = from_plain(self._world, tour.turns.state)
        data = read_file(tour.path, MAX_LOG_BYTES)
        if folder is None or log is None or isinstance(state, Unusable):
            return None
        if isinstance(data, Unusable):
            raise OSError(data.detail or data.why)
        if tour.turns.damage:
            folder.keep_damaged(data)  # the next turn cuts off what cannot be read
        present = read_file(folder.log, MAX_LOG_BYTES)
        if not isinstance(present, Unusable):
            folder.keep_earlier(present)
        elif present.is_there:
            raise OSError(present.detail or present.why)  # it must not be replaced before it is kept
        try:
            log.replace(data)
        except OSError:
            # If only the folder could not be synchronised, the tour is in place, so this is no failure.
            if read_file(folder.log, MAX_LOG_BYTES) != data:
                raise
        with suppress(OSError):
            tour.path.unlink(missing_ok=True)  # otherwise it is also listed, which does no harm
        folder.forget_oldest()
        self._log = TurnLog(folder.log, _dump)
        self.turns = tour.turns
        self._opened = self._opened._replace(turns=tour.turns, state=state)
        return self._opened

    def notice_loss(self) -> datetime | None:
        """The moment at which another window took the tour over; None if none did.

        From then on this window only reads.
        """
        owner = self._opened.ownership
        if owner is None or self.is_reading or owner.holds():
            return None
        self.is_reading = True
        found = owner.find_owner()
        owner.release()
        try:
            return datetime.fromisoformat(found.since) if found else now()
        except ValueError:
            return now()

    def keep_unsent(self, line: str) -> None:
        """Keep the line that is being typed."""
        folder, owner = self._opened.folder, self._opened.ownership
        if folder is not None and owner is not None and not self.is_reading and owner.holds():
            folder.write_unsent(line)

    def list_turns(self) -> tuple[ShownTurn, ...]:
        """The last turns of earlier sessions, to be shown again."""
        turns = self.turns or self._opened.words
        if turns is None:
            return ()
        first = (ShownTurn("", _as_lines(turns.head.told)),) if turns.head.told else ()
        shown = (ShownTurn(entry.line, _as_lines(entry.told)) for entry in turns.entries[-MAX_SHOWN_TURNS:])
        return (*(first if len(turns.entries) < MAX_SHOWN_TURNS else ()), *shown)

    def close(self) -> None:
        """Let the tour go, for the next window."""
        if self._opened.ownership is not None:
            self._opened.ownership.release()

    def _try(self, write: Callable[[TurnLog[Held]], None]) -> tuple[Line, ...]:
        if self._log is None or self.is_reading:
            return ()
        was_kept = self.is_kept
        try:
            self._claim()
            write(self._log)
        except MovedOnError:
            self.is_reading = True
            self.close()
            return (tour_notices.render_lost(now()),)
        except OSError as bad:
            self.is_kept = False
            return (tour_notices.render_not_kept(bad.strerror or str(bad)),) if was_kept else ()
        self.is_kept = True
        return ()

    def _claim(self) -> None:
        """Claim the tour now, if the folder could not be written when the tour was opened."""
        folder = self._opened.folder
        if self._opened.ownership is None and folder is not None:
            ownership = Ownership(folder.path)
            if ownership.claim() is not None:
                raise MovedOnError
            self._opened = self._opened._replace(ownership=ownership)


def _make_state(world: World, seed: int, plain: Plain) -> State:
    state = from_plain(world, plain)
    # The pack no longer has this room, so UNDO leads to the beginning.
    return state if isinstance(state, State) else begin_tour(world, seed)


def _dump(held: Held) -> Plain:
    if isinstance(held, LazyState):
        return held.plain
    return to_plain(held if isinstance(held, State) else held.state)


def _as_told(lines: Sequence[Line]) -> Told:
    return tuple((line.role, line.text, line.is_tight) for line in lines)


def _as_lines(told: Told) -> tuple[Line, ...]:
    roles = get_args(Role)
    # A role that this version does not know is shown as plain text.
    return tuple(
        Line(text, cast("Role", role) if role in roles else "body", is_tight=is_tight) for role, text, is_tight in told
    )


def _find_beside(folder: TourFolder) -> EarlierTour | None:
    """The tour in another folder; None if another window has it or it cannot be read."""
    ownership = Ownership(folder.path)
    try:
        if ownership.claim() is not None:
            return None
        turns, status = folder.read(), folder.log.stat()
    except OSError:
        return None
    finally:
        ownership.release()
    at = datetime.fromtimestamp(status.st_mtime, UTC)
    return EarlierTour(folder.log, at, turns) if isinstance(turns, Turns) else None
