"""The two files of an exam: the teacher's with items, keys, rules and a secret; the candidates' with rules alone.

Both are JSON, so that a teacher can read them. The candidates' file is made from the teacher's, and neither is changed
by an exam.
"""

from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, field

from game.core.digests import blake2b
from game.core.disk import Unusable, decode, read_file
from game.core.identity import pseudonym_key
from game.core.records import Record
from game.pack.kinds import Item
from game.pack.kinds.keyless import KeylessQuestion
from game.quiz.keyless_paper import compute_paper_hash
from game.store.attempt_events import MAX_PAPER_ITEMS, Moment, Rules
from game.store.paper_faults import PaperFault
from game.store.paper_reading import read_paper_record

FORMAT = 1
"""Of both files. A reader knows its own format and those before it."""

SUFFIX = ".exam"

MAX_QUESTIONS = 255

Questions = Annotated[tuple[KeylessQuestion, ...], Meta(min_length=1, max_length=MAX_QUESTIONS)]


class Allowance(Record, frozen=True, kw_only=True):
    """What one candidate has beyond the rules for all."""

    factor: Annotated[float, Meta(ge=1, le=10)] = 1
    end_minutes: Annotated[float, Meta(ge=-1440, le=1440, description="By how much the common end is later.")] = 0


class CandidatesExam(Record, frozen=True, kw_only=True):
    """What every candidate gets: questions without keys, and the rules."""

    format: Annotated[int, Meta(ge=1)]
    kind: Literal["candidates-exam"]
    title: Annotated[str, Meta(max_length=200)]
    tour: str
    rules: Rules
    allowances: Annotated[
        dict[str, Allowance], Meta(max_length=1000, description="Hash of a candidate's name -> what this one has.")
    ] = field(default_factory=dict)
    questions: Questions

    @property
    def hash(self) -> str:
        """Names the paper by all that is shown."""
        return compute_paper_hash(self.questions)

    def find_rules(self, candidate: str) -> Rules:
        """The rules for one candidate."""
        return apply_allowance(self.rules, self.allowances.get(hash_candidate(candidate, self.hash)))


class TeachersExam(Record, frozen=True, kw_only=True):
    """All of an exam. Who has this file has the keys."""

    format: Annotated[int, Meta(ge=1)]
    kind: Literal["exam"]
    title: Annotated[str, Meta(max_length=200)]
    tour: str
    bank: str
    code: str
    secret: Annotated[str, Meta(description="Has decided the order of options.")]
    made: Moment
    rules: Rules
    allowances: dict[str, Allowance] = field(default_factory=dict)
    """Name or pseudonym of a candidate -> what this one has beyond the rules."""
    items: Annotated[tuple[Item, ...], Meta(min_length=1, max_length=MAX_PAPER_ITEMS)]
    questions: Questions
    row_ids: Annotated[
        tuple[tuple[str, ...], ...], Meta(description="For each question, the ids of the facts in its rows.")
    ]

    @property
    def hash(self) -> str:
        """Names the paper by all that is shown."""
        return compute_paper_hash(self.questions)

    def find_rules(self, candidate: str) -> Rules:
        """The rules for one candidate."""
        known = {pseudonym_key(name): allowance for name, allowance in self.allowances.items()}
        return apply_allowance(self.rules, known.get(pseudonym_key(candidate)))

    def make_candidates_exam(self) -> CandidatesExam:
        """What is handed out."""
        digest = self.hash
        return CandidatesExam(
            format=FORMAT,
            kind="candidates-exam",
            title=self.title,
            tour=self.tour,
            rules=self.rules,
            # By hash: the file goes to the whole class, and nobody should read there who has more time.
            allowances={hash_candidate(name, digest): each for name, each in self.allowances.items()},
            questions=self.questions,
        )


def apply_allowance(rules: Rules, allowance: Allowance | None) -> Rules:
    """The rules with what one candidate has beyond them."""
    if allowance is None:
        return rules
    from datetime import timedelta

    from game.core.clock import moment_of

    end = rules.end
    if end and allowance.end_minutes:
        end = (moment_of(end) + timedelta(minutes=allowance.end_minutes)).isoformat()
    return msgspec.structs.replace(rules, factor=rules.factor * allowance.factor, end=end)


def hash_candidate(candidate: str, paper: str) -> str:
    """A candidate's name as the file for the class has it."""
    return blake2b(f"{paper}:{pseudonym_key(candidate)}".encode(), digest_size=8).hexdigest()


class BadExamError(ValueError):
    """A file that is no exam."""

    def __init__(self, fault: PaperFault) -> None:
        super().__init__(fault)
        self.fault = fault


ExamT = TypeVar("ExamT", CandidatesExam, TeachersExam)


def dump_exam(exam: CandidatesExam | TeachersExam) -> bytes:
    """An exam as the bytes of its file."""
    return msgspec.json.format(msgspec.json.encode(exam), indent=1) + b"\n"


def read_exam(path: Path, kind: type[ExamT]) -> ExamT:
    """The exam in a file.

    Raises:
        BadExamError: It cannot be read, is another kind of file, or of a later version.
    """
    found = read_paper_record(path, kind, FORMAT, longer=("items", "questions"))
    if isinstance(found, Record):
        return found
    raise BadExamError(found)


def find_exam_kind(path: Path) -> str:
    """What a file says that it is: ``exam``, ``candidates-exam``, ``paper``; empty for what cannot be read."""
    data = read_file(path)
    head: Any = {} if isinstance(data, Unusable) else decode(data, Any)
    return str(head.get("kind", "")) if isinstance(head, dict) else ""
