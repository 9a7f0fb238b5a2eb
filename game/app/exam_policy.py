"""An exam: each answer is kept at once, can be changed, and is marked only after handing in."""

from typing import ClassVar, assert_never

from msgspec.structs import replace

from game.app.exam_record import ExamRecord
from game.app.quiz_clock import Clocks, QuizClock
from game.app.quiz_policy import PolicyCommand, PolicyFacts, QuestionList, QuizPolicy
from game.app.quiz_view import Lines, QuizReply
from game.core.boot_clock import read_boot_id
from game.core.names import words
from game.pack.kinds import Response, Shown
from game.pack.ledger import Fact
from game.prose import exam, exam_acts, quiz_commands
from game.quiz.papers import Paper
from game.store.attempt_events import MAX_TEXT_CHARACTERS, Flagged, Left, Paused, Responded, Seen, WentOn
from game.store.attempts import Attempt

MAX_NUMBER_DIGITS = 9
"""Digits of a question's number that are read. Python refuses to read numbers of thousands of digits."""


class ExamPolicy(QuizPolicy):
    """The decisions of an exam."""

    badge: ClassVar[str] = "EXAM"
    marks_at_once: ClassVar[bool] = False

    def __init__(
        self, paper: Paper, attempt: Attempt, *, notebook: tuple[Fact, ...] = (), clocks: Clocks | None = None
    ) -> None:
        """Make a policy; nothing is asked before ``open``.

        Args:
            paper: The items.
            attempt: The attempt that keeps everything. An attempt that already has events is continued.
            notebook: The facts that a candidate may search, if the rules open the notebook.
            clocks: The clocks; None for the computer's.
        """
        super().__init__(paper.bank.world)
        self.paper = paper
        self.questions = QuestionList(paper.items)
        self.is_covered = True
        clocks = clocks or Clocks(boot_id=read_boot_id(attempt.begun.attempt))
        self.clock = QuizClock(clocks, attempt.limit.seconds, attempt.elapsed)
        self.record = ExamRecord(attempt, self.clock, paper)
        self._notebook = notebook
        self._result: Lines = ()
        self._runs_on = True
        """Whether the clock goes on when a teacher lets it."""

    @property
    def shown(self) -> Shown | None:
        """The question in sight; None once the exam is over."""
        item = self.questions.item
        return self.paper.show(item, self.record.attempt.begun.candidate) if item and not self.is_over else None

    def open(self) -> QuizReply:
        """The rules; for an interrupted exam, also the place where it continues."""
        attempt = self.record.attempt
        if not attempt.events:
            return QuizReply(notice=(*exam.render_rules(attempt.begun, self.world.tour.title), exam.render_start()))
        if self.clock.clocks.are_shared:
            return self._follow()
        told = self.record.keep_return()
        self.is_held = self.is_covered = attempt.is_held
        if not self.is_held:
            self.clock.start()
        self.questions.place = self.record.find_last_seen()
        answered, left = sum(self.record.answered), self.clock.seconds_left
        resumed = exam.render_resumed(answered, len(self.questions.items), left)
        if self.record.is_elsewhere:
            return self._end(told)
        if self.is_held:
            return QuizReply(notice=(resumed, *told, *exam_acts.render_held()))
        on = self.tick() if self.clock.is_up else self.ask()
        return replace(on, notice=(resumed, *told, *on.notice))

    def _follow(self) -> QuizReply:
        """Go on where another server has come to. That is no interruption, so no line tells of it."""
        self.record.count_silence()
        self.is_held, self.is_covered = self.record.attempt.is_held, self.record.is_stopped
        self._runs_on = not self.record.is_paused
        self.questions.place = self.record.find_last_seen()
        if self.is_covered:
            return QuizReply(notice=exam_acts.render_held() if self.is_held else (exam.render_paused(),))
        self.clock.start()
        # The other server has given those that are due; here each would come again after each turn.
        self.clock.find_warning()
        return self.tick() if self.clock.is_up else self._show()

    def uncover(self) -> QuizReply:
        """Begin, or end a pause."""
        if self.is_held:
            return QuizReply(notice=exam_acts.render_held())
        is_first = not self.record.attempt.events
        self.clock.start()
        self.is_covered = False
        # Only the end of a pause is an event of its own: the first question begins the exam.
        if not is_first:
            self.record.keep(WentOn)
        return self.ask()

    def ask(self) -> QuizReply:
        """The question in sight, with the answer given so far."""
        problem = self.record.keep(Seen, item=self.questions.items[self.questions.place].id)
        return self._end(problem) if self.record.is_elsewhere else self._show(problem)

    def _show(self, problem: Lines = ()) -> QuizReply:
        item, place = self.questions.items[self.questions.place], self.questions.place
        response = self.record.find_response(item)
        kept = (exam.render_kept(response, item, place + 1, self.world),) if response else ()
        return QuizReply(notice=problem, question=self.render_question(), after=kept)

    def answer(self, response: Response, typed: str = "") -> QuizReply:
        """Keep a response; an empty one takes back what was answered."""
        item = self.questions.items[self.questions.place]
        shown = self.paper.show(item, self.record.attempt.begun.candidate)
        kept_as = self.paper.keep_response(shown, response)
        raw = "" if not response or (typed,) == kept_as else typed[:MAX_TEXT_CHARACTERS]
        problem = self.record.keep(Responded, item=item.id, response=kept_as, raw=raw)
        if self.record.is_elsewhere:
            return self._end(problem)
        kept = exam.render_kept(response, item, self.questions.place + 1, self.world)
        return QuizReply(notice=(*problem, kept if response else exam.render_taken_back()))

    def advance(self) -> QuizReply:
        """The next question that is not answered; the first one after the last. Without any, ask to confirm."""
        open_ = [place for place, is_done in enumerate(self.record.answered) if not is_done]
        if not open_:
            return self._ask_to_hand_in()
        return self._go(next((place for place in open_ if place > self.questions.place), open_[0]))

    def go_on(self) -> QuizReply:
        """After an answer, where work is left; else the next question."""
        return self.advance() if self.record.answered[self.questions.place] else self.perform("next", "")

    def ask_again(self) -> QuizReply:
        """Say that nothing was handed in or left yet, and ask once more."""
        asked = self._ask_to_leave() if self.confirming == "leave" else self._ask_to_hand_in()
        return replace(asked, notice=(exam.render_not_yet(), *asked.notice))

    def perform(self, command: PolicyCommand, argument: str) -> QuizReply:  # noqa: C901, PLR0911, PLR0912 - one case a command
        """Do a command, or refuse it with the reason."""
        place, total, rules = self.questions.place, len(self.questions.items), self.record.rules
        match command:
            case "next":
                return self._go((place + 1) % total)
            case "back":
                return self._go((place - 1) % total)
            case "repeat":
                return self.ask()
            case "go to":
                there = self.questions.find_place(int(argument[:MAX_NUMBER_DIGITS]))
                return QuizReply(notice=(exam.render_no_such_question(total),)) if there is None else self._go(there)
            case "list":
                return QuizReply(notice=tuple(exam.render_overview(self.record.answered, self.record.flagged, place)))
            case "flag":
                return self._flag(place)
            case "clear":
                return self.answer(())
            case "time":
                return QuizReply(notice=(exam.render_time_left(self.clock.seconds_left, self.clock.elapsed),))
            case "hand in":
                return self._ask_to_hand_in()
            case "leave":
                return self._ask_to_leave() if self.clock.is_running else self.leave()
            case "pause" if rules.pausable:
                return self._pause()
            case "notes" if rules.open_book:
                return QuizReply(notice=tuple(exam.render_notes(_search(self._notebook, argument), argument)))
            case "hint" | "source" | "source last" | "read" | "read last" | "score" | "pause" | "notes":
                return QuizReply(notice=(quiz_commands.render_exam_refusal(command),))
            case _:
                assert_never(command)

    def hand_in(self) -> QuizReply:
        """Mark everything and show the result sheet."""
        return self._end((), self.record.hand_in("candidate"))

    def hold(self) -> None:
        """Stop the clock for a teacher."""
        self._runs_on = self.clock.is_running
        self.clock.stop()
        self.is_held = self.is_covered = True
        self.confirming = ""

    def release(self) -> None:
        """Let the clock go on, where it ran."""
        self.is_held = False
        if self._runs_on:
            self.clock.start()
            self.is_covered = False

    def hand_in_for(self) -> QuizReply:
        """Hand in for the candidate."""
        return self._end((), (exam_acts.render_handed_in_by_teacher(), *self.record.hand_in("teacher")))

    def leave(self) -> QuizReply:
        """Close the exam; it can be opened again until its time is over."""
        problem = self.record.keep(Left) if self.clock.is_running else ()
        return self._end((*problem, exam.render_left(is_pausable=self.record.rules.pausable)))

    def tick(self, typed: str = "") -> QuizReply:
        """A gap between the clocks, a warning, or the end."""
        if not self.clock.is_running:
            return QuizReply()
        notice = self.record.keep_gaps()
        late = self.clock.seconds_late
        self.record.beat()
        if self.record.is_elsewhere:
            return self._end(notice)
        if self.clock.is_up:
            self.clock.stop_at_limit()
            too_late = (exam.render_too_late(late),) if typed else ()
            return self._end((*too_late, *notice), (exam.render_time_up(), *self.record.hand_in("time")))
        warning = self.clock.find_warning()
        return QuizReply(notice=(*notice, exam.render_warning(warning)) if warning is not None else notice)

    def beat(self) -> None:
        """Write that the program runs, while nobody types."""
        if self.clock.is_running and not self.is_over and not self.clock.is_up:
            self.record.beat()

    def describe(self) -> PolicyFacts:
        """What a screen shows of an exam."""
        statuses, item = self.record.find_statuses(), self.questions.item
        done, rules = sum(status != "open" for status in statuses), self.record.rules
        optional = {"pause": rules.pausable, "notes": rules.open_book}
        more = {word: text for word, text in quiz_commands.OPTIONAL_EXAM_COMMANDS.items() if optional[word]}
        return PolicyFacts(
            statuses=statuses,
            tally=exam.render_exam_tally(done, len(self.record.flagged)),
            commands=quiz_commands.EXAM_COMMANDS | more,
            response=self.record.find_response(item) if item else (),
            flagged=self.record.flagged,
            result=self._result,
            seconds_left=self.clock.seconds_left,
            limit_seconds=self.clock.limit_seconds,
        )

    def _go(self, place: int) -> QuizReply:
        self.questions.place = place
        return self.ask()

    def _pause(self) -> QuizReply:
        # Written before the clock stops, so that the event carries the time at which it stopped.
        problem = self.record.keep(Paused)
        self.clock.stop()
        self.is_covered = True
        return QuizReply(notice=(*problem, exam.render_paused()))

    def _flag(self, place: int) -> QuizReply:
        is_on = place not in self.record.flagged
        problem = self.record.keep(Flagged, item=self.questions.items[place].id, is_on=is_on)
        if self.record.is_elsewhere:
            return self._end(problem)
        return QuizReply(notice=(*problem, exam.render_flagged(place + 1, is_on=is_on)))

    def _ask_to_hand_in(self) -> QuizReply:
        self.confirming = "hand in"
        flagged = [place + 1 for place in sorted(self.record.flagged)]
        return QuizReply(notice=exam.render_confirmation(self.record.answered, flagged))

    def _ask_to_leave(self) -> QuizReply:
        self.confirming = "leave"
        return QuizReply(notice=(exam.render_leaving(is_pausable=self.record.rules.pausable),))

    def _end(self, notice: Lines, result: Lines = ()) -> QuizReply:
        self.is_over, self._result = True, result
        return QuizReply(notice=notice, feedback=result)


def _search(notebook: tuple[Fact, ...], text: str) -> list[Fact]:
    """The facts whose claim or speaker has all words of a text."""
    wanted = set(words(text))
    return [fact for fact in notebook if wanted <= set(words(f"{fact.claim} {fact.said_by}"))]
