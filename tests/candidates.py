"""Candidates of an exam that is a file: their attempts, as the program would write them, and as cheats would."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from game.app.exam_making import ExamTerms, make_exam
from game.core.identity import pseudonym_key
from game.pack.kinds import find_key, write_response
from game.pack.kinds.keyless import show_question
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.papers import Paper, Selection
from game.store.attempt_events import FORMAT, Beat, Begun, Event, HandedIn, Responded, Resumed, Rules, Seen
from game.store.attempt_file import compute_seal
from game.store.attempt_folder import create_attempt
from game.store.attempts import Attempt
from game.store.exam_files import Allowance, TeachersExam

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
Lines = list[dict[str, Any]]


def make_class_exam(
    world: World, items: int = 12, rules: Rules | None = None, *, secret: str = "of a test", **more: Allowance
) -> TeachersExam:
    """An exam of half an hour."""
    paper = Paper(Bank(world), 7, Selection(items=items))
    rules = rules or Rules(minutes=30)
    return make_exam(paper, ExamTerms("Train", rules, more), code="", bank=paper.bank.digest, secret=secret)


class Candidate:
    """Writes an attempt line by line, by three clocks of its own."""

    def __init__(
        self, exam: TeachersExam, folder: Path, name: str, number: int, *, rules: Rules | None = None, late: float = 0
    ) -> None:
        self.exam, self.name = exam, name
        self.wall, self.boot, self.elapsed = START + timedelta(seconds=number + late), 1000.0 + number, 0.0
        self.chance = Random(number)
        begun = Begun(
            format=FORMAT,
            attempt=str(UUID(int=Random(f"{name}:{number}").getrandbits(128), version=4)),
            candidate=name,
            tour=exam.tour,
            bank="",
            code=exam.hash,
            seed=0,
            rules=rules or exam.find_rules(name),
            items=(),
            program="0.2.0",
            at=self.wall.isoformat(),
            boot=self.boot,
            boot_id="start",
            paper=exam.hash,
            questions=len(exam.questions),
        )
        self.attempt: Attempt = create_attempt(folder, begun)

    def go(self, seconds: float, *, counts: bool = True) -> None:
        """Let time pass."""
        self.wall += timedelta(seconds=seconds)
        self.boot += seconds
        self.elapsed += seconds if counts else 0

    def write(self, kind: type[Event], **fields: object) -> None:
        """Write a line."""
        event = kind(elapsed=round(self.elapsed, 3), at=self.wall.isoformat(), boot=round(self.boot, 3), **fields)  # type: ignore[arg-type]
        self.attempt.append(event)

    def think(self, seconds: float) -> None:
        """Let time pass in an open program."""
        while seconds > 10:
            self.go(10)
            self.write(Beat)
            seconds -= 10
        self.go(seconds)

    def answer(self, world: World, place: int, *, is_right: bool = True, seconds: float = 12) -> None:
        """See a question and answer it, rightly or with the first letter."""
        question, item = self.exam.questions[place], self.exam.items[place]
        self.write(Seen, item=question.id)
        self.think(seconds + self.chance.random())
        shown = show_question(question, item, pseudonym_key(self.name), self.exam.hash, self.exam.row_ids[place])
        line = write_response(shown, find_key(item, world)) if is_right else "A"
        self.write(Responded, item=question.id, response=(line,))

    def answer_all(self, world: World, right: int, first: int = 0) -> None:
        """Answer all questions from one on, so many of all of them rightly."""
        for place in range(first, len(self.exam.items)):
            self.answer(world, place, is_right=place < right)

    def resume(self, away: float, boot_id: str = "start") -> None:
        """The program was closed for a while and is opened again."""
        self.go(away)
        self.write(Resumed, program="0.2.0", boot_id=boot_id)

    def hand_in(self) -> str:
        """End it; returns the receipt."""
        self.write(HandedIn, why="candidate")
        return self.attempt.receipt


def read_lines(path: Path) -> Lines:
    """What the lines of a file say, without their seals."""
    lines: Lines = [json.loads(raw) for raw in path.read_bytes().splitlines()]
    for line in lines:
        del line["seal"]
    return lines


def write_sealed(path: Path, lines: Lines) -> None:
    """Write lines as the file of an attempt, with good seals: what a cheat can do."""
    data, seal = b"", ""
    for line in lines:
        body = json.dumps(line, separators=(",", ":")).encode()[:-1]
        seal = compute_seal(body, seal)
        data += body + f',"seal":"{seal}"}}\n'.encode()
    path.write_bytes(data)
