"""The attempt of an exam session: events are written when they happen; marks are given at the end."""

from datetime import datetime
from typing import Literal

from game.app.quiz_clock import QuizClock
from game.app.quiz_view import ItemStatus, Lines
from game.pack.kinds import FULL_MARK_THRESHOLD, Item, Response, mark
from game.pack.world import World
from game.prose import exam, quiz
from game.store.attempt_events import Event, Gap, HandedIn, Left, Rules
from game.store.attempt_file import OpenElsewhereError
from game.store.attempts import Attempt

MIN_GAP_SECONDS = 1.0
"""A shorter absence is not recorded: the time of day of an event has whole seconds."""


class ExamRecord:
    """The attempt of one exam session, with the clock by which its events are dated."""

    def __init__(self, attempt: Attempt, clock: QuizClock, items: tuple[Item, ...], world: World) -> None:
        self.attempt = attempt
        self.is_elsewhere = False
        """Whether another window has taken the attempt over. Then nothing more is written."""
        self._clock = clock
        self._items = items
        self._world = world

    @property
    def rules(self) -> Rules:
        """The rules of this exam."""
        return self.attempt.begun.rules

    @property
    def answered(self) -> list[bool]:
        """Which items are answered, in their order."""
        responses = self.attempt.responses
        return [item.id in responses for item in self._items]

    @property
    def is_perfect(self) -> bool:
        """Whether it was handed in with every item right."""
        end = self.attempt.handed_in
        return end is not None and all(worth >= FULL_MARK_THRESHOLD for worth in end.marks.values())

    def keep(self, kind: type[Event], **fields: object) -> Lines:
        """Write an event; returns a message if it could not be written."""
        elapsed = round(max(0.0, self._clock.elapsed), 3)
        at = self._clock.clocks.wall().isoformat(timespec="seconds")
        event = kind(elapsed=elapsed, at=at, **fields)  # type: ignore[arg-type] # the fields of each kind are its own
        try:
            self.attempt.append(event)
        # Before OSError, its base class: after a full disk we can try again, but not after another window took over.
        except OpenElsewhereError:
            self.is_elsewhere = True
            return (exam.render_elsewhere(),)
        except OSError as bad:
            return (quiz.render_not_kept(bad.strerror or str(bad)),)
        return ()

    def keep_gap(self) -> Lines:
        """Write a gap between the two clocks, and report it; nothing while they agree."""
        gap = self._clock.find_gap()
        if gap is None:
            return ()
        problem = self.keep(Gap, seconds=round(gap.seconds, 1), why=gap.why)
        return (*problem, exam.render_gap(gap.seconds, gap.why))

    def measure_absence(self) -> tuple[float, bool]:
        """Seconds since the last event on file, by the wall clock, and whether the exam's clock ran meanwhile."""
        last = self.attempt.events[-1]
        away = (self._clock.clocks.wall() - datetime.fromisoformat(last.at)).total_seconds()
        # A candidate who leaves on purpose could look things up. A candidate whose program crashed should lose no time.
        return away, isinstance(last, Left) and not self.rules.pausable

    def keep_absence(self, away: float) -> None:
        """Write the time during which the exam was not open."""
        if abs(away) < MIN_GAP_SECONDS:
            return
        why: Literal["clock set back", "left", "interrupted"] = "interrupted"
        if away < 0:
            why = "clock set back"
        elif isinstance(self.attempt.events[-1], Left):
            why = "left"
        self.keep(Gap, seconds=round(away, 1), why=why)

    def find_last_seen(self) -> int:
        """The index of the item that was in sight last; 0 when none was."""
        ids = [item.id for item in self._items]
        return ids.index(self.attempt.last_seen) if self.attempt.last_seen in ids else 0

    def hand_in(self, why: Literal["candidate", "time"]) -> Lines:
        """Mark all items, write the end of the attempt, and give its result sheet."""
        responses = self.attempt.responses
        marks = {item.id: mark(item, responses.get(item.id, ()), self._world) for item in self._items}
        problem = self.keep(HandedIn, why=why, marks={item_id: round(worth, 6) for item_id, worth in marks.items()})
        return (*problem, *self._render_result(marks))

    def find_response(self, item: Item) -> Response:
        """What was answered to an item; empty when nothing was."""
        return self.attempt.responses.get(item.id, ())

    def find_statuses(self) -> tuple[ItemStatus, ...]:
        """The status of each item that may be shown: marks only after handing in, and only if the rules allow it."""
        end = self.attempt.handed_in
        marks = end.marks if end and not self.rules.hides_marks else {}
        return tuple(
            _find_status(is_answered=is_answered, worth=marks.get(item.id))
            for item, is_answered in zip(self._items, self.answered, strict=True)
        )

    def _render_result(self, marks: dict[str, float]) -> Lines:
        """The sheet as the rules allow it, and the signature of the file."""
        attempt = self.attempt
        gaps = [(gap.why, gap.seconds) for gap in attempt.gaps]
        signature = exam.render_signature(attempt.elapsed, gaps, attempt.seal, str(attempt.path))
        if self.rules.hides_marks:
            return (*exam.render_handed_in(len(attempt.responses), len(self._items)), *signature)
        perfect = (exam.render_perfect(),) if self.is_perfect else ()
        return (*exam.render_sheet(self._items, attempt, marks, self._world), *perfect, *signature)


def _find_status(*, is_answered: bool, worth: float | None) -> ItemStatus:
    """The status of an item; ``worth`` is None while marks are hidden."""
    if not is_answered:
        return "open"
    if worth is None:
        return "answered"
    return "right" if worth >= FULL_MARK_THRESHOLD else "part" if worth else "wrong"
