"""One window's tour: the session that plays it, and the file that keeps it, opened and changed together.

Both must change together when a tour continues, begins again, comes back from the list of earlier tours or goes to
another window. ``Game`` handles the turns.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import assert_never

from game.app.earlier_turns import EarlierTurns
from game.app.kept_practice import find_practice
from game.app.kept_tour import KeptTour
from game.app.tour_files import TourFiles
from game.pack.world import World
from game.prose import save_notices, tour_notices
from game.prose.event_lines import render_event
from game.prose.lines import Line
from game.prose.units import convert_line
from game.store.moved_rooms import find_move
from game.store.saves import Saves
from game.store.state_values import dump
from game.store.tour_opening import OpenedTour
from game.store.transcripts import Beginning
from game.store.turn_records import NO_QUIZ, QuizPart, make_words_only
from game.tour import events as e
from game.tour.history import History
from game.tour.lexicon import Lexicon
from game.tour.session import Session
from game.tour.state import LESSON_COUNT, State, begin_tour

MAX_TOUR_DIGITS = 3
"""Digits of a number of the list that are read."""

Lines = tuple[Line, ...]


class TourWindow:
    """The tour of one window."""

    def __init__(self, known: World | Lexicon, saves: Saves | None, seed: int, files: TourFiles) -> None:
        """Make it; nothing is read or written before ``open``."""
        self.session = Session(known, seed)
        world = self.session.world
        self.kept = KeptTour(saves, world, seed)
        self.has_left = False
        """Whether the player has left a tour that was open only for reading."""
        self._world, self._seed, self._files = world, seed, files
        self._is_begun_anew = False
        self._earlier = EarlierTurns()

    def open(self, *, fresh: bool, lessons: int | None, is_attended: bool) -> Lines:
        """The first lines: the kept tour where the player left it, or a new one.

        For the arguments see ``Game.open``.
        """
        opened = self.kept.open()
        if opened.is_reading and (fresh or not is_attended):
            return self._play_apart()
        told = tour_notices.render_opened(opened)
        if opened.state is not None and not fresh:
            return (*told, *self._resume(opened))
        if lessons is None:
            # Lessons are for a first tour. A tour that is not kept is a test or a demonstration.
            lessons = LESSON_COUNT if opened.folder and not opened.state and not opened.notices else 0
        return (*told, *self._begin(opened, lessons))

    def notice_loss(self) -> datetime | None:
        """The moment at which another window took the tour over, or None. From then on this window only reads."""
        return self.kept.notice_loss()

    def look_around(self, line: str) -> Lines:
        """The reply in a window that only reads: only lines that change nothing are answered. Nothing is written."""
        session = self.session
        before, length = session.state, len(session.history)
        events = session.perform(line)
        is_changed = len(session.history) != length or session.state.room != before.room
        session.state = before
        session.history.forget_after(length)
        if any(isinstance(event, e.TakeOverAsked) for event in events):
            return self._take_over()
        if any(isinstance(event, e.RestartOffered) for event in events):
            return self._play_apart()
        if any(isinstance(event, e.QuitAsked) for event in events):
            self.has_left = True
            return (save_notices.render_goodbye(self._world, before, is_kept=True),)
        if is_changed or any(isinstance(event, e.WishEvent | e.Remarked) for event in events):
            return (tour_notices.render_reading_only(),)
        return self.render(events)

    def answer(self, event: e.RestartAsked | e.ToursAsked | e.TakeOverAsked) -> Lines:
        """The reply to a request about the tour as a whole."""
        match event:
            case e.RestartAsked():
                return self._restart()
            case e.ToursAsked():
                return self._show_earlier(event.wish)
            case e.TakeOverAsked():
                return (tour_notices.render_not_taken_over(),)
            case _:
                assert_never(event)

    def _restart(self) -> Lines:
        """Begin a new tour in this session, as a turn that UNDO can take back. The old tour is now in the list."""
        not_kept = self.kept.keep_earlier()
        self._is_begun_anew = True
        jumped = self.session.jump(begin_tour(self._world, self._seed), "restart")
        return (*not_kept, save_notices.render_restarted(), *self.render(jumped))

    def _show_earlier(self, wish: str) -> Lines:
        """TOURS: the list of the tours before this one, or one of them brought back."""
        tours = self.kept.list_earlier()
        wanted = wish.strip()
        if not wanted.isdecimal():
            return tour_notices.render_tours(tours, self._world)
        number = int(wanted) if len(wanted) <= MAX_TOUR_DIGITS else 0
        if not 1 <= number <= len(tours):
            return (tour_notices.render_no_such_tour(len(tours)),)
        try:
            opened = self.kept.take_back(tours[number - 1])
        except OSError as bad:
            return (tour_notices.render_tour_back(is_done=False, why=bad.strerror or str(bad)),)
        if opened is None or opened.turns is None or opened.state is None:
            return (tour_notices.render_no_place_left(),)
        history = self.kept.go_on(opened.turns, opened.state)
        self.session = Session(self.session.lexicon, self._seed, opened.state, history)
        self._earlier = EarlierTurns()  # the replay of a transcript has no other tours and says this
        moved = find_move(self._world, str(opened.turns.state["room"]), opened.state)
        told = (tour_notices.render_tour_back(is_done=True), *((tour_notices.render_move(moved),) if moved else ()))
        return (*told, *self.render(self.session.resume()))

    def keep(self, line: str, lines: Lines, quiz: QuizPart = NO_QUIZ) -> Lines:
        """Keep a turn and write it to the transcript; returns the words and any messages about failures."""
        if self._is_begun_anew:
            self._is_begun_anew = False
            lines = (*lines, *self.kept.begin(self.session, lines))
        else:
            lines = (*lines, *self.kept.keep(line, lines, self.session, quiz))
        return (*lines, *self._write_down(line, lines))

    def _write_down(self, line: str, lines: Lines) -> Lines:
        """Write a turn into the transcript, with the states of earlier sessions to which it went back."""
        used = self._earlier.take_used(self.session.history)
        return self._files.write_turn(line, lines, used.write(self._world))

    def leave(self, line: str, told: Sequence[Line], before: State) -> Lines:
        """Keep everything, return the goodbye, and give up the claim to the tour."""
        state = self.session.state
        lines = tuple(convert_line(each, state.units) for each in told)
        # First, because the goodbye says whether the tour is kept. QUIT alone changes nothing that must be kept.
        if state is not before or not self.kept.is_kept:
            lines = (*lines, *self.kept.keep(line, lines, self.session))
        lines = (
            *lines,
            save_notices.render_goodbye(self._world, state, is_kept=self.kept.is_kept, has_turns=self.kept.has_turns),
        )
        self.kept.close()
        return (*lines, *self._write_down(line, lines))

    def render(self, events: Iterable[e.Event]) -> Lines:
        """The words for some events, with figures as the player wants them."""
        lines = (line for event in events for line in render_event(event, self._world))
        return tuple(convert_line(line, self.session.state.units) for line in lines)

    def _resume(self, opened: OpenedTour) -> Lines:
        """Continue a kept tour: returns its session, and the player's place."""
        if opened.state is None:
            return self._begin(opened, 0)
        history = self.kept.go_on(opened.turns, opened.state) if opened.turns else None
        self.session = Session(self.session.lexicon, self._seed, opened.state, history)
        self._earlier = EarlierTurns(history)
        entries = find_practice(opened.turns.entries) if opened.turns and not self.kept.is_reading else ()
        beginning = Beginning(0, dump(self._world, opened.state), tuple(map(make_words_only, entries)))
        state = self.session.state
        # If the player can only look around, ENTER TO CONTINUE, NEW TO START OVER would be false.
        welcome = () if self.kept.is_reading else (save_notices.render_welcome_back(self._world, state),)
        lines = (*welcome, *self.render(self.session.resume()))
        self._files.begin_transcript(self._world, self._seed, beginning, lines)
        return lines if opened.turns else (*lines, *self.kept.begin(self.session, ()))

    def _begin(self, opened: OpenedTour, lessons: int) -> Lines:
        """Begin a new tour. UNDO brings an earlier one back; it is also in the list of earlier tours."""
        told: Lines = ()
        history = None
        if opened.state is not None:
            history = self.kept.go_on(opened.turns, opened.state) if opened.turns else History()
            history.record(opened.state, "new")
            not_kept = self.kept.keep_earlier()
            told = (*not_kept, tour_notices.render_begun_anew(is_listed=bool(opened.turns) and not not_kept))
        self.session = Session(self.session.lexicon, self._seed, None, history)
        self._earlier = EarlierTurns(history)
        lines = self.render(self.session.open(lessons))
        self._files.begin_transcript(self._world, self._seed, Beginning(lessons), lines)
        return (*told, *lines, *self.kept.begin(self.session, lines))

    def _play_apart(self) -> Lines:
        """Begin a separate tour, because another window has the first one."""
        opened = self.kept.open(is_apart=True)
        # If there is an old tour in this folder, it is kept as an earlier tour.
        return (tour_notices.render_own_tour(opened), *self._begin(opened, 0))

    def _take_over(self) -> Lines:
        opened = self.kept.open(takes_over=True)
        return (tour_notices.render_taken_over(), *tour_notices.render_opened(opened), *self._resume(opened))
