"""``carriages results certificate``: write a page for a candidate who handed in."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Set
from pathlib import Path

from game.classroom import roster
from game.classroom.collecting import find_attempt_files
from game.commandline.exit_status import OK
from game.commandline.output import require_ending, write_output
from game.commandline.question_choice import load_bank
from game.commandline.results.class_choice import add_class_options, choose_code
from game.commandline.shared_options import add_output_options
from game.commandline.usage_error import fail
from game.core.clock import moment_of
from game.core.disk import is_folder
from game.core.identity import pseudonym_key
from game.core.paths import file_stem
from game.exports.certificate import render_certificate
from game.prose import class_messages as messages
from game.prose.attempt_problems import describe_damage
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import read_attempt
from game.store.attempts import Attempt


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument(
        "candidate", metavar="CANDIDATE", help="the name or pseudonym in the attempt, such as Stoker-07"
    )
    command.add_argument(
        "--name", default="", metavar="NAME", help="the name to print on the certificate; it is not kept"
    )
    add_output_options(command, help="page to write, ending in .html (default: certificate-CANDIDATE.html)")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Write the certificate of a candidate's first attempt that was handed in."""
    title = load_bank(options).world.tour.title
    known = roster.find_pseudonyms(roster.load_roster(options.folder), options.candidate)
    candidates = {pseudonym_key(each) for each in (options.candidate, *known)}
    found = list(_find_handed_in(options.folder, candidates, choose_code(options)))
    if not found:
        fail("results", messages.describe_nothing_handed_in(options.candidate))
    first = min(found, key=lambda attempt: moment_of(attempt.begun.at))
    papers = {attempt.begun.code for attempt in found}
    if len(papers) > 1:
        fail("results", messages.describe_several_handed_in(sorted(papers)))
    out = options.out or _name_page(first.candidate)
    if not is_folder(out):
        require_ending(out, (".html",), "results")
    page = render_certificate(first, title, options.name or options.candidate)
    write_output(out, page.encode(), "results", is_forced=options.force)
    print(f"{out}: {options.name or options.candidate}.")
    return OK


def _find_handed_in(folder: Path, candidates: Set[str], code: str) -> Iterator[Attempt]:
    """The exams that a person has handed in.

    Args:
        folder: With attempts.
        candidates: The keys of the names under which the person took part.
        code: Of the paper; empty for every paper.
    """
    for path in find_attempt_files(folder):
        try:
            attempt = read_attempt(path)
        except DamagedError as bad:
            print(describe_damage(bad.damage), file=sys.stderr)
            continue
        is_meant = pseudonym_key(attempt.candidate) in candidates and code in ("", attempt.begun.code)
        if is_meant and attempt.handed_in and attempt.begun.mode == "exam":
            yield attempt


def _name_page(candidate: str) -> Path:
    """The file name of a page if none was typed.

    The candidate's name comes from a file, so it is not used as a path.
    """
    stem = file_stem(candidate)
    return Path(f"certificate-{candidate if stem == candidate.casefold() else stem or 'candidate'}.html")
