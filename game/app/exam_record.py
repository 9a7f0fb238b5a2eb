"""The attempt of an exam session: events are written when they happen; marks are given at the end."""

from typing import Literal

from game import __version__
from game.app.quiz_clock import QuizClock
from game.app.quiz_view import ItemStatus, Lines
from game.core.clock import moment_of
from game.pack.kinds import FULL_MARK_THRESHOLD, Item, Response, mark
from game.prose import exam, quiz
from game.prose.lines import Line
from game.quiz.papers import Paper
from game.store.absences import give_back, measure_absence, read_line_clock
from game.store.attempt_events import Beat, Event, Gap, HandedIn, Left, Paused, Resumed, Rules, TeacherLine
from game.store.attempt_file import OpenElsewhereError
from game.store.attempts import Attempt

SECONDS_BETWEEN_BEATS = 10.0
"""At most so long the file is silent while the program runs."""


class ExamRecord:
    """The attempt of one exam session, with the clock by which its events are dated."""

    def __init__(self, attempt: Attempt, clock: QuizClock, paper: Paper) -> None:
        self.attempt = attempt
        self.is_elsewhere = False
        """Whether another window has taken the attempt over. Then nothing more is written."""
        self._clock = clock
        self._paper = paper
        self._items = paper.items
        self._world = paper.bank.world

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
    def flagged(self) -> frozenset[int]:
        """Indices of the items that the candidate wants to look at again."""
        flagged = self.attempt.flagged
        return frozenset(place for place, item in enumerate(self._items) if item.id in flagged)

    @property
    def is_perfect(self) -> bool:
        """Whether it was handed in with every item right."""
        end = self.attempt.handed_in
        return end is not None and bool(end.marks) and all(worth >= FULL_MARK_THRESHOLD for worth in end.marks.values())

    def keep(self, kind: type[Event], **fields: object) -> Lines:
        """Write an event; returns a message if it could not be written."""
        elapsed = round(max(0.0, self._clock.elapsed), 3)
        clocks = self._clock.clocks
        at, boot = clocks.wall().isoformat(timespec="milliseconds"), clocks.boot()
        boot = None if boot is None else round(boot, 3)
        event = kind(elapsed=elapsed, at=at, boot=boot, **fields)  # type: ignore[arg-type] # the fields of each kind are its own
        try:
            self.attempt.append(event)
        # Before OSError, its base class: after a full disk we can try again, but not after another window took over.
        except OpenElsewhereError:
            self.is_elsewhere = True
            return (exam.render_elsewhere(),)
        except OSError as bad:
            return (quiz.render_not_kept(bad.strerror or str(bad)),)
        return ()

    def beat(self) -> None:
        """Write that the program runs, if the file has been silent for long. A failure is told at the next answer."""
        # One server that is silent says nothing where another may go on.
        if self._clock.clocks.are_shared:
            return
        if self._clock.elapsed - self.attempt.elapsed >= SECONDS_BETWEEN_BEATS and not self.is_elsewhere:
            self.keep(Beat)

    def keep_gaps(self) -> Lines:
        """Write the gaps between the clocks, and report them; nothing while they agree."""
        told: list[Line] = []
        for gap in self._clock.find_gaps():
            if gap.why == "away":
                self._give_back(gap.seconds)
            told += (*self.keep(Gap, seconds=round(gap.seconds, 1), why=gap.why), exam.render_gap(gap.seconds, gap.why))
        return tuple(told)

    def keep_return(self) -> Lines:
        """Count the time during which the exam was not open, write it, and say it."""
        attempt, now = self.attempt, self._clock.clocks.read_all()
        last = attempt.events[-1]
        is_stopped = self.is_stopped
        gaps = measure_absence(read_line_clock(last, attempt.boot_id), now, self._clock.seconds_left)
        for gap in gaps:
            self._clock.add(0.0 if is_stopped else gap.counted)
        for gap in gaps:
            if gap.why == "away" and not is_stopped:
                self._give_back(gap.seconds)
        problem = self.keep(Resumed, program=__version__, boot_id=now.boot_id)
        for gap in gaps:
            problem = (*problem, *self.keep(Gap, seconds=round(gap.seconds, 1), why=gap.why))
        return (*problem, *(exam.render_absence(gap, is_stopped=is_stopped) for gap in gaps))

    @property
    def is_paused(self) -> bool:
        """Whether the candidate has stopped the clock with the last line."""
        own = (event for event in reversed(self.attempt.events) if not isinstance(event, TeacherLine))
        return self.rules.pausable and isinstance(next(own, None), Left | Paused)

    @property
    def is_stopped(self) -> bool:
        """Whether the clock stands since the last line: for the candidate, or because a teacher holds the exam."""
        return self.attempt.is_held or self.is_paused

    def count_silence(self) -> None:
        """Count the time since the last line, where another server wrote it and the clock has not stood."""
        if not self.is_stopped:
            last = self.attempt.events[-1]
            self._clock.add(max(0.0, (self._clock.clocks.wall() - moment_of(last.at)).total_seconds()))

    def _give_back(self, away: float) -> None:
        earlier = sum(gap.seconds for gap in self.attempt.gaps if gap.why == "away")
        self._clock.add(-give_back(away, earlier, self.rules.outage))

    def find_last_seen(self) -> int:
        """The index of the item that was in sight last; 0 when none was."""
        ids = [item.id for item in self._items]
        return ids.index(self.attempt.last_seen) if self.attempt.last_seen in ids else 0

    def hand_in(self, why: Literal["candidate", "time", "teacher"]) -> Lines:
        """Mark all items, write the end of the attempt, and give its result sheet."""
        if self.attempt.begun.is_keyless:
            return (*self.keep(HandedIn, why=why), *self._render_result({}))
        responses = self.attempt.responses
        marks = {item.id: mark(item, responses.get(item.id, ()), self._world) for item in self._items}
        problem = self.keep(HandedIn, why=why, marks={item_id: round(worth, 6) for item_id, worth in marks.items()})
        return (*problem, *self._render_result(marks))

    def find_response(self, item: Item) -> Response:
        """What was answered to an item; empty when nothing was."""
        kept = self.attempt.responses.get(item.id, ())
        return self._paper.find_response(self._paper.show(item, self.attempt.begun.candidate), kept) if kept else ()

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
        receipt = exam.render_receipt(attempt.receipt, len(attempt.responses), len(self._items))
        signature = (receipt, *exam.render_signature(attempt.elapsed, gaps, attempt.seal, str(attempt.path)))
        if self.rules.hides_marks or attempt.begun.is_keyless:
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
