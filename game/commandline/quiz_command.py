"""``carriages quiz``: practise with feedback; missed facts come back."""

from argparse import ArgumentParser, Namespace

from game.app.practice_plan import PracticePlan
from game.app.practice_policy import PracticePolicy
from game.app.quiz_session import QuizSession
from game.commandline.exit_status import OK
from game.commandline.option_types import parse_seed
from game.commandline.question_choice import choose_selection, load_bank
from game.commandline.session_start import run_session
from game.commandline.shared_options import add_front_end_options, add_selection_options
from game.core.clock import now
from game.core.paths import data_folder
from game.store.decks import path_of
from game.store.saves import Saves


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    add_front_end_options(command)
    add_selection_options(command, items=10)
    command.add_argument(
        "--seed",
        type=parse_seed,
        metavar="N",
        help="the number that decides which questions are asked (default: a new one each time)",
    )
    command.add_argument("--due", action="store_true", help="ask only questions that are due for review")
    command.add_argument(
        "--learner",
        default="",
        metavar="NAME",
        help="whose progress is used and kept, when several learners share a computer",
    )
    command.add_argument("--tags", action="store_true", help="list the values that --only takes, then stop")


def run(options: Namespace) -> int:
    """Practise, or print the tags."""
    bank = load_bank(options)
    if options.tags:
        print(*bank.tags, sep="\n")
        return OK
    tour = Saves(data_folder()).find_state(bank.world)
    plan = PracticePlan(
        selection=choose_selection(options, bank),
        # The time as a seed: without --seed, two sessions in a row must not ask the same.
        seed=str(options.seed) if options.seed is not None else now().isoformat(),
        only_due=options.due,
        deck=path_of(data_folder(), bank.world.tour.id, options.learner),
        attempts=data_folder() / "attempts",
        learner=options.learner,
        visited=tuple(tour.visited) if tour else (),
    )
    return run_session(QuizSession(PracticePolicy(bank, plan)), options, bank.world.tour)
