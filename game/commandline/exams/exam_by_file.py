"""``carriages exam FILE.exam``: take an exam by the rules that stand in its file."""

from argparse import Namespace
from pathlib import Path

from game.app.exam_beginning import find_missed_beginning, write_beginning
from game.app.exam_policy import ExamPolicy
from game.app.quiz_session import QuizSession
from game.commandline.exam_attempt import attempt_folder, print_damaged
from game.commandline.exams.exam_choice import load_candidates_exam
from game.commandline.session_start import run_session
from game.commandline.usage_error import fail
from game.content import open_pack
from game.core.clock import now
from game.core.paths import cache_folder, data_folder, shipped
from game.pack.ledger import Fact
from game.prose import exam_file_messages as messages
from game.prose.exam_messages import describe_unwritable_attempt
from game.quiz.keyless_paper import KeylessPaper
from game.store.attempt_folder import create_attempt, find_attempts
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam
from game.store.saves import Saves

RULE_OPTIONS = (
    "paper",
    "minutes",
    "open_book",
    "pausable",
    "hide_marks",
    "fresh",
    "only",
    "level",
    "kind",
    "without",
    "include",
    "replace",
)
"""Options that would change what stands in the file."""


def take_exam(options: Namespace, candidate: str) -> int:
    """Take the exam in a file: the unfinished attempt if there is one, else a new one."""
    exam = load_candidates_exam(options.file)
    paper = KeylessPaper(exam.questions, exam.title, exam.tour)
    attempt = _find_unfinished(options, paper, candidate) or _begin(options, exam, paper, candidate)
    notebook = _find_notebook(options, exam.tour) if attempt.begun.rules.open_book else ()
    policy = ExamPolicy(paper, attempt, notebook=notebook)
    return run_session(QuizSession(policy), options, paper.bank.world.tour)


def refuse_rules(options: Namespace) -> None:
    """Fail if an option was typed that would change the rules.

    Raises:
        UsageError: One was.
    """
    typed = [f"--{name.replace('_', '-')}" for name in RULE_OPTIONS if getattr(options, name, None)]
    typed = ["--with" if name == "--include" else name for name in typed]
    typed += ["--factor"] if options.factor != 1 else []
    typed += ["--seed"] if options.seed else []
    if typed:
        fail("exam", messages.describe_rules_in_file(options.file, typed))


def _find_unfinished(options: Namespace, paper: KeylessPaper, candidate: str) -> Attempt | None:
    found = find_attempts(attempt_folder(options), candidate, paper.hash)
    print_damaged(found.damaged)
    if found.handed_in:
        fail("exam", messages.describe_handed_in(candidate))
    return found.unfinished[0] if found.unfinished else None


def _begin(options: Namespace, exam: CandidatesExam, paper: KeylessPaper, candidate: str) -> Attempt:
    """Begin an attempt.

    Raises:
        UsageError: It is too late, or it cannot be kept.
    """
    last = find_missed_beginning(exam.find_rules(candidate), now())
    if last is not None:
        fail("exam", messages.describe_too_late(last.astimezone()))
    folder = attempt_folder(options)
    try:
        return create_attempt(folder, write_beginning(exam, paper, candidate))
    except OSError as bad:
        fail("exam", describe_unwritable_attempt(folder, bad.strerror or bad))


def _find_notebook(options: Namespace, tour: str) -> tuple[Fact, ...]:
    """The facts that the candidate has noted, where the pack of the exam is on this machine."""
    world, _ = open_pack(Path(options.pack) if options.pack else shipped("rooms"), cache_folder())
    if world is None or world.tour.id != tour:
        return ()
    state = Saves(data_folder()).find_state(world)
    noted = state.noted if state else ()
    return tuple(world.facts[fact_id] for fact_id in world.facts if fact_id in noted)
