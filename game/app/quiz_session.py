"""The common part of all quiz sessions: how a line is read, what a screen shows, when the candidate must confirm.

Practice and exams differ by their policy (``practice_policy``, ``exam_policy``), never by a second loop: both read
answers and commands here, from one table of words.

The questions in the tour share what can be shared: the same reading of an answer (``game.pack.kinds``), the same table
of words (``game.quiz.command_words``) and the same rendering of questions and feedback (``game.prose.questions``). They
are not a quiz session. A question at a door is part of a turn: it is a field of the tour's state, UNDO takes it back,
a save holds it, and every other command of the tour still works while it waits. A session inside the tour would be a
second loop with a state that undo and saves do not know.
"""

from typing import Generic, TypeVar

from msgspec.structs import replace

from game.app.quiz_policy import QuizPolicy
from game.app.quiz_view import Lines, QuizReply, QuizView, find_answer_form, find_option_signs, find_row_signs
from game.pack.kinds import Item, Response, Shown, find_key, write_response
from game.prose import questions, quiz, quiz_commands
from game.prose.lines import quote_typed
from game.quiz.command_words import TypedCommand, read_command, read_quiz_line

PolicyT = TypeVar("PolicyT", bound=QuizPolicy)

YES_WORDS = frozenset({"yes", "y", "ok", "sure"})
NO_WORDS = frozenset({"no", "n"})


class QuizSession(Generic[PolicyT]):
    """A running quiz session."""

    def __init__(self, policy: PolicyT) -> None:
        """Make a session; nothing is read or asked before ``open``."""
        self.policy = policy
        self.last = QuizReply()
        """The reply to the last line or tick."""
        self._just_answered: QuizView | None = None

    @property
    def is_over(self) -> bool:
        """Whether it has ended and its last words were given."""
        return self.policy.is_over

    @property
    def item(self) -> Item | None:
        """The question in sight; None when there is none."""
        return self.policy.questions.item

    @property
    def shown(self) -> Shown | None:
        """The question in sight as it is shown."""
        return self.policy.shown

    def open(self) -> Lines:
        """The first words."""
        return self._finish(self.policy.open())

    def mark(self, line: str) -> Lines:
        """The reply to an answer that may be changed: where answers are not marked at once, its question stays."""
        return self._take(line, stays=not self.policy.marks_at_once)

    def perform(self, line: str) -> Lines:
        """The reply to a typed line: an answer is taken, a command is done or refused."""
        return self._take(line)

    def _take(self, line: str, *, stays: bool = False) -> Lines:
        if self.is_over:
            return ()
        typed = " ".join(line.split())
        self._just_answered = None
        # The clock first: an answer that comes after the limit must not be taken.
        ticked = self.policy.tick(typed)
        if self.is_over:
            return self._finish(ticked)
        reply = self._uncover(typed) if self.policy.is_covered else self._react(typed, stays=stays)
        return self._finish(replace(reply, notice=(*ticked.lines, *reply.notice)))

    def tick(self) -> Lines:
        """The messages of the clock."""
        if self.is_over:
            return ()
        reply = self.policy.tick()
        # Most ticks give no message; then the last reply stays in sight.
        return self._finish(reply) if reply.lines else ()

    def say(self, reply: QuizReply) -> Lines:
        """Show what somebody else has done to the session."""
        return self._finish(reply)

    def beat(self) -> None:
        """Some seconds have gone by in which nobody typed. Line mode calls this, where no clock is shown."""
        self.policy.beat()

    @property
    def view(self) -> QuizView:
        """What a screen shows now."""
        facts, asked, is_covered = self.policy.describe(), self.policy.questions, self.policy.is_covered
        shown = None if is_covered else self.policy.shown
        done = sum(status != "open" for status in facts.statuses)
        is_paused = is_covered and not self.is_over
        is_flagged = asked.place in facts.flagged
        position = quiz.format_position(asked.place + 1, len(asked.items), is_flagged=is_flagged)
        return QuizView(
            badge=self.policy.badge,
            title=position if shown else quiz.format_cover(is_paused=is_paused, is_begun=done > 0),
            tally=facts.tally,
            is_marked_at_once=self.policy.marks_at_once,
            statuses=facts.statuses,
            share_done=done / len(facts.statuses) if facts.statuses else 1.0,
            place=asked.place,
            shown=shown,
            form=find_answer_form(shown.item) if shown else None,
            response=facts.response,
            option_signs=find_option_signs(shown, facts.response, ()) if shown else (),
            row_signs=find_row_signs(shown, facts.response, ()) if shown else (),
            help=questions.describe_how_to_answer(shown.item) if shown else "",
            feedback=facts.result,
            # The result sheet is the last thing shown; it includes the other messages.
            notice=() if facts.result else (*self.last.notice, *self.last.after),
            commands=tuple(facts.commands.items()),
            seconds_left=facts.seconds_left,
            limit_seconds=facts.limit_seconds,
            is_paused=is_paused,
            is_held=self.policy.is_held and not self.is_over,
            confirming="" if self.is_over else self.policy.confirming,
            flagged=facts.flagged,
            kept_line=write_response(shown, facts.response) if shown and facts.response else "",
            just_answered=self._just_answered,
        )

    def _finish(self, reply: QuizReply) -> Lines:
        """Remember a reply for the screen, and give its lines."""
        self.last = reply
        return reply.lines

    def _uncover(self, typed: str) -> QuizReply:
        """Any line except LEAVE begins or continues the session."""
        asked = read_command(typed)
        if asked is not None and asked.command == "leave":
            return self.policy.perform("leave", "")
        reply = self.policy.uncover()
        # Who hands in during a pause need not find the question first.
        is_open = not self.is_over and not self.policy.is_held
        return self._do(asked) if asked is not None and asked.command == "hand in" and is_open else reply

    def _react(self, typed: str, *, stays: bool) -> QuizReply:
        """What a line does while a question is in sight."""
        shown = self.policy.shown
        if shown is None:
            return QuizReply()
        if self.policy.confirming and (decided := self._decide(typed.casefold().strip(".!"))) is not None:
            return decided
        if not typed:
            return self.policy.go_on()
        meant = read_quiz_line(shown, typed)
        if meant is None:
            return QuizReply(
                notice=(quiz.render_no_answer(quote_typed(typed), questions.describe_how_to_answer(shown.item)),)
            )
        if isinstance(meant, TypedCommand):
            return QuizReply() if stays else self._do(meant)
        return self._answer(meant, shown, typed, stays=stays)

    def _decide(self, word: str) -> QuizReply | None:
        """What a line does while something waits for yes or no; None for a line that says neither."""
        asked, self.policy.confirming = self.policy.confirming, ""
        command = read_command(word)
        # Who types the same word once more means it.
        if word in YES_WORDS or (command is not None and command.command == asked):
            return self.policy.leave() if asked == "leave" else self.policy.hand_in()
        if word in NO_WORDS:
            return self.policy.ask()
        if word:
            return None
        # Enter alone is pressed by habit. It must neither do it nor look as if it were done.
        self.policy.confirming = asked
        return self.policy.ask_again()

    def _do(self, asked: TypedCommand) -> QuizReply:
        if asked.command == "help":
            return QuizReply(notice=tuple(quiz_commands.render_quiz_help(self.policy.describe().commands.items())))
        if asked.command == "skip":
            # If answers are marked at once, a skipped question counts as wrong, so it is an empty answer.
            shown = self.policy.shown
            is_answer = self.policy.marks_at_once and shown is not None
            return self._answer((), shown) if is_answer and shown else self.policy.perform("next", "")
        return self.policy.perform(asked.command, asked.argument)

    def _answer(self, response: Response, shown: Shown, typed: str = "", *, stays: bool = False) -> QuizReply:
        """Take an answer and go on. If it was marked, the answered question is kept, so that the screen can show it."""
        taken = self.policy.answer(response, typed)
        if self.policy.marks_at_once:
            key = find_key(shown.item, self.policy.world)
            self._just_answered = replace(
                self.view,
                response=response,
                key=key,
                option_signs=find_option_signs(shown, response, key),
                row_signs=find_row_signs(shown, response, key),
                feedback=taken.feedback,
                notice=(),
                just_answered=None,
            )
        if self.is_over or stays:
            return taken
        on = self.policy.advance()
        return replace(on, notice=(*taken.notice, *on.notice), feedback=(*taken.feedback, *on.feedback))
