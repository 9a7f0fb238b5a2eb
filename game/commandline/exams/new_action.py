"""``carriages exam new``: make the file of an exam."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import datetime
from pathlib import Path

from game.app.exam_making import ExamTerms, make_exam, read_end
from game.commandline.exams.exam_choice import write_private
from game.commandline.exit_status import OK
from game.commandline.option_types import MAX_MINUTES, parse_figure, parse_minutes, parse_time_factor
from game.commandline.paper_choice import choose_paper
from game.commandline.question_choice import load_bank
from game.commandline.shared_options import add_drawing_options, add_pack_option
from game.commandline.usage_error import fail
from game.core.identity import tidy
from game.core.paths import shipped
from game.prose import exam_file_messages as messages
from game.prose.command_messages import describe_no_match
from game.store.attempt_events import Rules
from game.store.exam_files import Allowance


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("exam", type=Path, metavar="FILE", help="file to write, such as class.exam")
    command.add_argument("--paper", metavar="PAPER", help="code or file of the paper (default: draw one)")
    add_pack_option(command)
    add_drawing_options(command)
    command.add_argument("--title", default="", help="what the exam is called (default: the title of the tour)")
    command.add_argument(
        "--minutes", type=parse_minutes, default=0.0, metavar="N", help="time limit in minutes (default: no limit)"
    )
    command.add_argument(
        "--factor",
        action="append",
        type=parse_candidate_factor,
        default=[],
        metavar="NAME=X",
        help="multiply the time of one candidate: Stoker-07=1.25; may be repeated",
    )
    command.add_argument(
        "--end", metavar="TIME", help="when it ends for everybody: 10:45, or a date and a time with T between"
    )
    command.add_argument(
        "--end-for",
        action="append",
        type=parse_candidate_end,
        default=[],
        metavar="NAME=+N",
        help="a later common end for one candidate, in minutes; may be repeated",
    )
    command.add_argument(
        "--late",
        type=parse_short_minutes,
        default=0.0,
        metavar="N",
        help="with --end and --minutes: minutes after the beginning in which one may begin (default 0)",
    )
    command.add_argument(
        "--outage",
        type=parse_short_minutes,
        default=0.0,
        metavar="N",
        help="minutes in all that a machine may be away, asleep or off, without cost (default 0)",
    )
    command.add_argument("--open-book", action="store_true", help="candidates may search the notebook of the tour")
    command.add_argument("--pausable", action="store_true", help="candidates may pause the clock")
    command.add_argument("--force", action="store_true", help="replace the file if it exists")


def parse_candidate_factor(text: str) -> tuple[str, float]:
    """A candidate and by how much the time is extended."""
    name, _, figure = text.rpartition("=")
    if not tidy(name):
        raise ArgumentTypeError(messages.describe_no_candidate(text))
    return tidy(name), parse_time_factor(figure)


def parse_candidate_end(text: str) -> tuple[str, float]:
    """A candidate and by how many minutes the common end is later."""
    name, _, figure = text.rpartition("=")
    if not tidy(name):
        raise ArgumentTypeError(messages.describe_no_candidate(text))
    return tidy(name), parse_figure(figure, 0, MAX_MINUTES)


def parse_short_minutes(text: str) -> float:
    """Minutes of which there may be none."""
    return parse_figure(text, 0, MAX_MINUTES)


def run(options: Namespace) -> int:
    """Make the file of an exam."""
    if options.factor and not options.minutes:
        fail("exam", messages.describe_factor_without_minutes())
    if options.late and not (options.end and options.minutes):
        fail("exam", messages.describe_late_without_end())
    bank = load_bank(options)
    chosen = choose_paper(options, bank)
    if not chosen.paper.items:
        fail("exam", describe_no_match())
    title = tidy(options.title) or bank.world.tour.title
    terms = ExamTerms(title, _read_rules(options), _read_allowances(options))
    exam = make_exam(chosen.paper, terms, code=chosen.code, bank=chosen.bank)
    write_private(options.exam, exam, is_forced=options.force)
    print(messages.render_made_exam(options.exam, len(exam.questions), exam.rules.minutes))
    if options.pack is None or options.pack == shipped("rooms"):
        print(messages.SHIPPED_KEYS, file=sys.stderr)
    return OK


def _read_rules(options: Namespace) -> Rules:
    return Rules(
        minutes=options.minutes,
        open_book=options.open_book,
        pausable=options.pausable,
        end=_read_end(options.end) if options.end else "",
        late=options.late,
        outage=options.outage,
    )


def _read_end(text: str) -> str:
    """When the exam ends for everybody.

    Raises:
        UsageError: It is no time, or has passed.
    """
    end = read_end(text, datetime.now().astimezone())
    if end == "bad":
        fail("exam", messages.describe_bad_end(text))
    if end == "past":
        fail("exam", messages.describe_past_end(text))
    return end.isoformat(timespec="seconds")


def _read_allowances(options: Namespace) -> dict[str, Allowance]:
    factors, ends = dict(options.factor), dict(options.end_for)
    names = dict.fromkeys((*factors, *ends))
    return {name: Allowance(factor=factors.get(name, 1), end_minutes=ends.get(name, 0)) for name in names}
