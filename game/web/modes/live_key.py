"""The key of a question of a live round. It is read from the teacher's exam when it is shown, and not before."""

from collections.abc import Sequence
from typing import NamedTuple

from game.classroom.exam_marking import ExamMarker
from game.pack.kinds import (
    FULL_MARK_THRESHOLD,
    Response,
    describe_response,
    find_key,
    mark,
    read_response,
)
from game.pack.kinds.parts import Paired, Proved, list_picked
from game.pack.world import World
from game.prose.lines import Line
from game.prose.live_words import FACT_CHOSEN
from game.prose.questions import render_sources, render_verdict
from game.store.exam_files import TeachersExam
from game.web.modes.live_tally import Given, Tally


class PublicKey(NamedTuple):
    """What all may see of a key once it is told."""

    lines: tuple[Line, ...] = ()
    """What is right, why, and the source."""
    right_rows: frozenset[tuple[str, str]] = frozenset()
    """Group and text of the rows of the tally that are right."""


class LiveKey:
    """The keys of one exam."""

    def __init__(self, exam: TeachersExam, world: World) -> None:
        self._exam, self._world = exam, world
        self._marker = ExamMarker(exam, world, {})

    def tell(self, place: int, tally: Tally) -> PublicKey:
        """The key of a question, for all."""
        item, key = self._exam.items[place], find_key(self._exam.items[place], self._world)
        spoken = describe_response(item, key)
        right = {("", text) for text in list_picked(spoken)}
        if isinstance(spoken, Proved):
            right.add((FACT_CHOSEN, self._world.facts[spoken.fact_id].claim))
        if isinstance(spoken, Paired):
            right.update(spoken.pairs)
        right.update((row.group, row.text) for row in tally.rows if row.sample and self._is_right(place, row.sample))
        lines = self._list_lines(place, key, 1.0)
        # Where a row is marked as right, the first line would only say it again.
        is_marked = any((row.group, row.text) in right for row in tally.rows)
        return PublicKey(tuple(lines[is_marked:]), frozenset(right))

    def tell_one(self, place: int, candidate: str, line: str) -> Sequence[Line]:
        """The key for one pupil: whether the own answer was right, why, and the source."""
        response, worth = self._mark(place, candidate, line)
        return self._list_lines(place, response, worth)

    def _list_lines(self, place: int, response: Response, worth: float) -> list[Line]:
        item, facts = self._exam.items[place], self._world.facts
        proofs = (facts[fact_id] for fact_id in item.facts if fact_id in facts)
        return [*render_verdict(item, response, worth, self._world), *render_sources(proofs, self._world)]

    def _is_right(self, place: int, given: Given) -> bool:
        return self._mark(place, given.candidate, given.line)[1] >= FULL_MARK_THRESHOLD

    def _mark(self, place: int, candidate: str, line: str) -> tuple[Response, float]:
        """The response that a line of a candidate gives, and what it is worth."""
        shown = self._marker.show(self._exam.questions[place].id, candidate)
        response = (read_response(shown, line) if shown is not None and line else None) or ()
        return response, mark(self._exam.items[place], response, self._world)
