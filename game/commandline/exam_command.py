"""``carriages exam``: take a paper without feedback; every answer is kept at once."""

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path

from game.app.exam_policy import ExamPolicy
from game.app.quiz_session import QuizSession
from game.commandline.command_table import EXAM_ACTIONS
from game.commandline.exam_attempt import begin_attempt, find_unfinished_attempt, reopen_paper
from game.commandline.lazy_parser import add_commands
from game.commandline.option_types import parse_minutes, parse_time_factor
from game.commandline.question_choice import load_bank
from game.commandline.session_start import run_session
from game.commandline.shared_options import add_drawing_options, add_front_end_options
from game.commandline.usage_error import fail
from game.core.characters import find_unsafe
from game.core.identity import tidy
from game.core.paths import data_folder
from game.prose import exam_messages as messages
from game.prose import honour_lines
from game.store import honour_file
from game.store.saves import Saves
from game.store.shared_file import NotKept

MAX_CANDIDATE_CHARACTERS = 200
"""Characters of the longest name or code: as many as a line of a table can show."""


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    add_front_end_options(command)
    command.add_argument("--file", type=Path, help=SUPPRESS)
    command.add_argument(
        "--paper", metavar="PAPER", help="code or file of the paper (default: draw a paper by the options below)"
    )
    add_drawing_options(command)
    command.add_argument(
        "--name", default="", metavar="NAME", help="name or code of the candidate (default: the program asks for it)"
    )
    command.add_argument(
        "--minutes", type=parse_minutes, default=0.0, metavar="N", help="time limit in minutes (default: no limit)"
    )
    command.add_argument(
        "--factor",
        type=parse_time_factor,
        default=1.0,
        metavar="X",
        help="multiply the time of this candidate: 1.25 gives a quarter more",
    )
    command.add_argument("--open-book", action="store_true", help="the candidate may search the notebook of the tour")
    command.add_argument("--pausable", action="store_true", help="the candidate may pause the clock")
    command.add_argument("--hide-marks", action="store_true", help="do not show the marks at the end")
    command.add_argument(
        "--folder", type=Path, metavar="DIR", help="folder for attempts (default: the folder of this player)"
    )
    command.add_argument("--fresh", action="store_true", help="start a new attempt, even if this candidate has one")
    add_commands(command, EXAM_ACTIONS, "exam_action", help="actions (without one, an exam is taken)")


def run(options: Namespace) -> int:
    """Do an action, or take an exam: the unfinished one if there is one, else a new one."""
    if options.exam_action is not None:
        return int(options.run_exam_action(options))
    if options.file:
        from game.commandline.exams.exam_by_file import refuse_rules, take_exam

        refuse_rules(options)
        return take_exam(options, _read_candidate(options.name or _ask_name()))
    if options.factor != 1 and not options.minutes:
        fail("exam", messages.describe_factor_without_limit())
    bank = load_bank(options)
    candidate = _read_candidate(options.name or _ask_name())
    tour = Saves(data_folder()).find_state(bank.world)
    attempt = find_unfinished_attempt(options, bank, candidate)
    if attempt is None:
        attempt = begin_attempt(options, bank, candidate, sorted(tour.visited) if tour else ())
    noted = tour.noted if tour else ()
    notebook = tuple(bank.world.facts[fact_id] for fact_id in bank.world.facts if fact_id in noted)
    # By the rules of the attempt, not by the options typed now: a restart must not make the notebook available.
    is_open_book = attempt.begun.rules.open_book
    policy = ExamPolicy(reopen_paper(attempt, bank), attempt, notebook=notebook if is_open_book else ())
    status = run_session(QuizSession(policy), options, bank.world.tour)
    # An honour would reveal marks that the rules hide.
    if policy.record.is_perfect and not attempt.begun.rules.hides_marks:
        outcome = honour_file.earn(honour_file.honour_folder(data_folder(), bank.world.tour.id), "perfect-exam")
        if isinstance(outcome, NotKept):
            print(honour_lines.render_not_kept(outcome.why).text, file=sys.stderr)
    return status


def _read_candidate(typed: str) -> str:
    """The candidate's name as it is kept and compared.

    Raises:
        UsageError: It is none.
    """
    candidate = tidy(typed)
    if not candidate:
        fail("exam", messages.describe_no_name())
    if len(candidate) > MAX_CANDIDATE_CHARACTERS:
        fail("exam", messages.describe_long_name(len(candidate), MAX_CANDIDATE_CHARACTERS))
    if unsafe := find_unsafe(candidate):
        fail("exam", messages.describe_name_that_acts(unsafe.code))
    return candidate


def _ask_name() -> str:
    """The candidate's name or code, typed by the candidate; empty if the input is not a person."""
    if not sys.stdin.isatty():
        return ""
    print(messages.ASK_NAME, end="", flush=True)
    return sys.stdin.readline().strip()
