"""Finds the attempt that ``carriages exam`` continues, or begins a new one."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from game import __version__
from game.commandline.paper_choice import choose_paper, names_file
from game.commandline.usage_error import fail
from game.core.boot_clock import read_boot_clock, read_boot_id
from game.core.clock import now
from game.core.paths import data_folder
from game.pack.kinds import is_resolved
from game.prose import exam_messages as messages
from game.prose.attempt_problems import describe_damage
from game.prose.command_messages import describe_no_match
from game.quiz.bank import Bank
from game.quiz.codes import normalise_code
from game.quiz.papers import Paper, Selection
from game.store.attempt_events import FORMAT, Begun, Rules
from game.store.attempt_faults import AttemptDamage
from game.store.attempt_folder import create_attempt, find_attempts
from game.store.attempts import Attempt
from game.store.paper_files import BadPaperError, read


def find_unfinished_attempt(options: Namespace, bank: Bank, candidate: str) -> Attempt | None:
    """Find the candidate's unfinished attempt at this paper, even if the bank has changed in the meantime.

    Raises:
        UsageError: The candidate has handed in this paper already.
    """
    found = find_attempts(attempt_folder(options), candidate, _find_code(options, bank))
    print_damaged(found.damaged)
    if options.fresh:
        return None
    if found.unfinished:
        return found.unfinished[0]
    if found.handed_in:
        fail("exam", messages.describe_handed_in(candidate))
    return None


def print_damaged(found: Iterable[AttemptDamage]) -> None:
    """Print which files of a candidate cannot be used."""
    for damaged in found:
        print(messages.render_damaged_attempt(describe_damage(damaged)), file=sys.stderr)


def attempt_folder(options: Namespace) -> Path:
    """The folder in which attempts are kept."""
    return Path(options.folder) if options.folder else data_folder() / "attempts"


def _find_code(options: Namespace, bank: Bank) -> str:
    """The code of the paper that is asked for."""
    # The paper is not drawn: a code of an older bank draws nothing now, but its unfinished attempt can be continued.
    if not options.paper or options.replace:
        return choose_paper(options, bank).code
    if not names_file(options.paper):
        return normalise_code(options.paper)
    try:
        return read(Path(options.paper), bank).code
    except BadPaperError:
        return choose_paper(options, bank).code  # which says what is wrong


def begin_attempt(options: Namespace, bank: Bank, candidate: str, visited: Iterable[str]) -> Attempt:
    """Begin an attempt.

    Args:
        options: What was typed.
        bank: The questions.
        candidate: Name or code.
        visited: Ids of the rooms the candidate has been in.

    Raises:
        UsageError: There is no such paper, or the attempt cannot be kept.
    """
    chosen = choose_paper(options, bank)
    if not chosen.paper.items:
        fail("exam", describe_no_match())
    name, boot = str(uuid4()), read_boot_clock()
    begun = Begun(
        format=FORMAT,
        attempt=name,
        candidate=candidate,
        tour=bank.world.tour.id,
        bank=chosen.bank,
        code=chosen.code,
        seed=chosen.paper.seed,
        is_shuffled=chosen.paper.is_shuffled,
        rules=_rules(options),
        items=chosen.paper.items,
        visited=tuple(visited),
        program=__version__,
        at=now().isoformat(timespec="milliseconds"),
        boot=None if boot is None else round(boot, 3),
        boot_id=read_boot_id(name),
    )
    return keep_attempt(options, begun)


def keep_attempt(options: Namespace, begun: Begun) -> Attempt:
    """The file of a new attempt, with its first line.

    Raises:
        UsageError: The folder cannot be written.
    """
    folder = attempt_folder(options)
    try:
        return create_attempt(folder, begun)
    except OSError as bad:
        fail("exam", messages.describe_unwritable_attempt(folder, bad.strerror or bad))


def _rules(options: Namespace) -> Rules:
    return Rules(
        minutes=options.minutes,
        factor=options.factor,
        open_book=options.open_book,
        pausable=options.pausable,
        hides_marks=options.hide_marks,
    )


def reopen_paper(attempt: Attempt, bank: Bank) -> Paper:
    """Return the paper with the same items that the attempt began with.

    Raises:
        UsageError: The items rest on facts that the pack no longer has.
    """
    begun = attempt.begun
    if unresolved := [item.id for item in begun.items if not is_resolved(item, bank.world)]:
        fail("exam", messages.describe_missing_facts(unresolved))
    return Paper(bank, begun.seed, Selection(), is_shuffled=begun.is_shuffled, items=begun.items)
