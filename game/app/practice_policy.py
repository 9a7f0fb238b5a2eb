"""Practice: each answer is marked at once, with feedback and source; missed facts are asked again at the end."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar, assert_never

from game.app.fact_context import find_telling_place, render_fact_context
from game.app.learner_record import LearnerRecord
from game.app.practice_plan import PracticePlan, find_follow_up, plan_items
from game.app.quiz_policy import PolicyCommand, PolicyFacts, QuestionList, QuizPolicy
from game.app.quiz_view import ItemStatus, Lines, QuizReply
from game.core.clock import now
from game.pack.kinds import FULL_MARK_THRESHOLD, Item, Response, Shown, mark, show
from game.pack.ledger import Fact
from game.prose import questions, quiz, quiz_commands
from game.quiz.bank import Bank
from game.tour.lexicon import Lexicon

MAX_TIMES_ASKED = 3
"""How often one session asks one question. After that it is not asked again on this day."""


class PracticePolicy(QuizPolicy):
    """The decisions of practice."""

    badge: ClassVar[str] = "QUIZ"
    marks_at_once: ClassVar[bool] = True

    def __init__(
        self, bank: Bank, plan: PracticePlan, *, now: Callable[[], datetime] = now, lexicon: Lexicon | None = None
    ) -> None:
        """Make a policy; nothing is read before ``open``.

        Args:
            bank: What to ask from.
            plan: What is asked.
            now: Gives the moment, with its time zone.
            lexicon: Names of the pack; None to make them.
        """
        super().__init__(bank.world)
        self.bank = bank
        self._plan, self._now = plan, now
        self.record = LearnerRecord(bank, plan)
        """Keeps the answers. It is replaced after a practice was restored, so that no answer is kept twice."""
        self._lexicon = lexicon or Lexicon(bank.world)
        self._first_count = 0
        """How many items the session began with. The items after them are repetitions."""
        self._statuses: list[ItemStatus] = []
        self._last: Item | None = None
        """The item that was answered last."""
        self._mark = 0.0
        """The mark of the last answer."""
        self._missed: dict[str, Fact] = {}
        """Fact id -> fact, in the order in which they were missed."""

    @property
    def item_ids(self) -> tuple[str, ...]:
        """Ids of the items that the session began with."""
        return tuple(item.id for item in self.questions.items[: self._first_count])

    @property
    def shown(self) -> Shown | None:
        """The question in sight. When it is asked again, its options have another order."""
        item, place = self.questions.item, self.questions.place
        # With the old order, a learner could remember the place of the right option instead of the answer.
        salt = f":again{place}" if place >= self._first_count else ""
        return show(item, self.world, 0, f"{self._plan.seed}{salt}") if item else None

    def open(self) -> QuizReply:
        """A description of the session, and its first question."""
        notice, moment = self.record.load(), self._now()
        due_facts = self.record.find_due(moment)
        known = frozenset(self.record.cards) if self._plan.by_deck else frozenset()
        chosen = tuple(self.bank.items[item_id] for item_id in self._plan.items if item_id in self.bank.items)
        self.questions = QuestionList(chosen or tuple(plan_items(self.bank, self._plan, due_facts, known)))
        self._first_count = len(self.questions.items)
        self._statuses = ["open"] * self._first_count
        if not self._first_count:
            self.is_over = True
            return QuizReply(notice=(*notice, quiz.render_nothing_to_ask(is_due=self._plan.only_due)))
        day = self.record.count_day(moment)
        opening = quiz.render_practice_opening(self._first_count, len(due_facts), day)
        return QuizReply(notice=(*notice, opening), question=self.ask().question)

    def uncover(self) -> QuizReply:
        """Practice covers nothing."""
        return self.ask()

    def ask(self) -> QuizReply:
        """The question in sight."""
        return QuizReply(question=self.render_question(is_again=not self._is_first))

    def answer(self, response: Response, typed: str = "") -> QuizReply:
        """Mark a response, give feedback and keep it."""
        item = self.questions.items[self.questions.place]
        self._mark, facts = mark(item, response, self.world), self._find_facts(item)
        status: ItemStatus = "right" if self._mark >= FULL_MARK_THRESHOLD else "part" if self._mark else "wrong"
        self._statuses[self.questions.place] = status
        lines = [
            *questions.render_verdict(item, response, self._mark, self.world),
            *questions.render_sources(facts, self.world),
        ]
        lines += self.record.keep(item, response, self._mark, self._now(), is_first=self._is_first)
        self._last = item
        return QuizReply(feedback=tuple(lines))

    def advance(self) -> QuizReply:
        """The next question; a missed one is put at the end. After the last one the summary."""
        asked, item = self.questions.items, self.questions.items[self.questions.place]
        if self._mark < FULL_MARK_THRESHOLD:
            self._missed |= {fact.id: fact for fact in self._find_facts(item)}
            follow_up = find_follow_up(self.bank, self._plan, item, asked)
            if asked.count(follow_up) < MAX_TIMES_ASKED:
                asked.append(follow_up)
                self._statuses.append("open")
        self.questions.place += 1
        return self.ask() if self.questions.item else self.hand_in()

    def perform(self, command: PolicyCommand, argument: str) -> QuizReply:
        """Do a command, or refuse it with the reason."""
        match command:
            # Only an answer leads to the next question, so NEXT shows the waiting question again.
            case "next" | "repeat":
                return self.ask()
            case "hint" | "source" | "source last" | "read" | "read last":
                return QuizReply(notice=self._render_help_with(command))
            case "score":
                done = sum(status != "open" for status in self._statuses)
                return QuizReply(notice=(quiz.render_practice_score(self._first_right, done),))
            # In practice nothing is handed in, so both words end it.
            case "leave" | "hand in":
                return self.hand_in()
            case "back" | "go to" | "list" | "clear" | "flag" | "notes" | "time" | "pause":
                return QuizReply(notice=(quiz_commands.render_practice_refusal(command),))
            case _:
                assert_never(command)

    def hand_in(self) -> QuizReply:
        """End the session with its summary."""
        self.is_over = True
        moment = self._now()
        done = sum(status != "open" for status in self._statuses[: self._first_count])
        summary = quiz.render_practice_summary(
            self._first_right,
            done,
            tuple(self._missed.values()),
            self.record.count_streak(moment),
            self.record.count_due_tomorrow(moment),
        )
        return QuizReply(after=tuple(summary))

    def tick(self, typed: str = "") -> QuizReply:
        """Practice has no clock."""
        return QuizReply()

    def describe(self) -> PolicyFacts:
        """What a screen shows of practice."""
        tally = quiz.render_practice_tally(self._statuses.count("right"))
        return PolicyFacts(statuses=tuple(self._statuses), tally=tally, commands=quiz_commands.PRACTICE_COMMANDS)

    def _render_help_with(self, command: PolicyCommand) -> Lines:
        """Where the answer can be read, for the question in sight or the one before."""
        item = self.questions.items[self.questions.place]
        if command.endswith("last") and self._last:
            item = self._last
        if command == "hint":
            return (quiz.render_hint(*find_telling_place(self._lexicon, item)),)
        if command.startswith("source"):
            return tuple(questions.render_sources(self._find_facts(item), self.world))
        return tuple(render_fact_context(self._lexicon, item))

    @property
    def _is_first(self) -> bool:
        """Whether the question in sight is asked for the first time."""
        return self.questions.place < self._first_count

    @property
    def _first_right(self) -> int:
        """How many questions were answered right the first time."""
        return self._statuses[: self._first_count].count("right")

    def _find_facts(self, item: Item) -> tuple[Fact, ...]:
        return tuple(self.world.facts[fact_id] for fact_id in item.facts)
