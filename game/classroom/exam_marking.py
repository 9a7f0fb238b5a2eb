"""Marks of an exam from the teacher's own paper: letters become options, options become marks.

A candidate's file holds no item, no key and no mark that counts.
"""

from collections.abc import Mapping
from typing import NamedTuple

from game.classroom.exam_decisions import KeyChange
from game.classroom.exam_timing import ExamTiming
from game.core.identity import pseudonym_key
from game.pack.kinds import Item, Response, Shown, find_key, mark, read_response
from game.pack.kinds.keyless import KeylessQuestion, show_question
from game.pack.kinds.mending import make_choice, mark_as_key, replace_key
from game.pack.world import World
from game.store.attempt_events import Responded
from game.store.attempts import Attempt
from game.store.exam_files import TeachersExam

LATE_SLACK_SECONDS = 1.0
"""A response may be written so long after the end: the line is written after the clock was looked at."""


class MarkedExam(NamedTuple):
    """What one attempt is worth."""

    responses: dict[str, Response]
    """Item id -> the last response that counts."""
    marks: dict[str, float]
    """Item id -> 0..1, for all items."""
    foreign: int
    """Lines about questions that the paper does not have, or that give no answer to theirs."""
    late: int
    """Responses after the end, which do not count."""

    @property
    def total(self) -> float:
        """Sum of the marks."""
        return sum(self.marks.values())


class ExamMarker:
    """Marks attempts at one exam."""

    def __init__(self, exam: TeachersExam, world: World, changes: Mapping[str, KeyChange]) -> None:
        self._exam = exam
        self._world = world
        self._changes = changes
        self._hash = exam.hash
        self._questions = {question.id: place for place, question in enumerate(exam.questions)}

    @property
    def items(self) -> tuple[Item, ...]:
        """The items, each with the key that counts."""
        return tuple(
            self._rekey(item, question) for item, question in zip(self._exam.items, self._exam.questions, strict=True)
        )

    @property
    def changes(self) -> dict[str, KeyChange]:
        """Item id -> what was decided about its key."""
        pairs = zip(self._exam.items, self._exam.questions, strict=True)
        return {item.id: self._changes[question.id] for item, question in pairs if question.id in self._changes}

    def find_keys(self) -> dict[str, Response]:
        """Item id -> the response that is right as it was decided, whatever the kind of the item can say of it."""
        found: dict[str, Response] = {}
        for item, question in zip(self._exam.items, self._exam.questions, strict=True):
            change = self._changes.get(question.id)
            other = self.read_key(question.id, change.key) if change and change.key else None
            found[item.id] = other or find_key(item, self._world)
        return found

    def read_key(self, number: str, line: str) -> Response | None:
        """The response that a teacher's words give to a question; None for no question or no response."""
        place = self._questions.get(number)
        if place is None:
            return None
        question = self._exam.questions[place]
        shown = Shown(question.options, question.rows, self._exam.row_ids[place], item=self._exam.items[place])
        return read_response(shown, line)

    def show(self, number: str, candidate: str) -> Shown | None:
        """A question as a candidate saw it; None for none of the paper."""
        place = self._questions.get(number)
        if place is None:
            return None
        exam = self._exam
        who = pseudonym_key(candidate)
        return show_question(exam.questions[place], exam.items[place], who, self._hash, exam.row_ids[place])

    def mark_attempt(self, attempt: Attempt, timing: ExamTiming) -> MarkedExam:
        """What an attempt is worth by the responses that came in time."""
        responses: dict[str, Response] = {}
        foreign = late = 0
        for event, elapsed, limit in timing.events:
            number = getattr(event, "item", None)
            if not isinstance(number, str):
                continue
            shown = self.show(number, attempt.begun.candidate)
            if shown is None:
                foreign += 1
            elif isinstance(event, Responded):
                if limit and elapsed > limit + LATE_SLACK_SECONDS:
                    late += 1
                    continue
                response = read_response(shown, event.response[0]) if event.response else ()
                foreign += response is None
                responses[shown.item.id] = response or ()
        given = {item_id: response for item_id, response in responses.items() if response}
        return MarkedExam(given, self.mark_responses(given), foreign, late)

    def mark_responses(self, responses: Mapping[str, Response]) -> dict[str, float]:
        """Item id -> mark, for all items."""
        pairs = zip(self._exam.items, self._exam.questions, strict=True)
        return {item.id: self._mark(item, question, responses.get(item.id, ())) for item, question in pairs}

    def _mark(self, item: Item, question: KeylessQuestion, response: Response) -> float:
        change = self._changes.get(question.id)
        if change is None:
            return mark(item, response, self._world)
        if change.void:
            return 1.0
        right = [self.read_key(question.id, line) for line in change.also]
        key = self.read_key(question.id, change.key) if change.key else None
        first = mark_as_key(item, key, response, self._world) if key else mark(item, response, self._world)
        return max(first, *(mark_as_key(item, each, response, self._world) for each in right if each), 0.0)

    def _rekey(self, item: Item, question: KeylessQuestion) -> Item:
        change = self._changes.get(question.id)
        key = self.read_key(question.id, change.key) if change and change.key else None
        if not key:
            return item
        other = replace_key(item, key, self._world)
        if other is None and question.instruction == "letter":
            return make_choice(item, key, question.options)
        return other or item
