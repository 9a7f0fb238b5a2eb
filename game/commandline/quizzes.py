"""What ``carriages`` does with questions besides the tour: quiz, exam, paper. One function a command.

Imports stay inside the functions that need them, so that each command loads what it uses.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.commandline.choosing import bank_of, fail, is_file, keep, paper_of, selection_of
from game.core.paths import data_folder
from game.core.terminal import has_screen, is_poor

if TYPE_CHECKING:
    from game.app.quiz_session import QuizSession
    from game.quiz.bank import Bank
    from game.quiz.papers import Paper
    from game.store.attempts import Attempt

OK = 0


def quiz(options: Namespace) -> int:
    """A round of practice."""
    from game.app.practice import Plan, PracticeSession
    from game.core.clock import now
    from game.store.decks import path_of
    from game.store.saves import RUNNING, Saves

    bank = bank_of(options)
    if options.tags:
        print(*bank.tags, sep="\n")
        return OK
    seed = str(options.seed) if options.seed is not None else now().isoformat()
    deck = path_of(data_folder(), bank.world.tour.id, options.learner)
    tour = Saves(data_folder()).read(RUNNING, bank.world).state
    plan = Plan(
        selection=selection_of(options, bank),
        seed=seed,
        only_due=options.due,
        deck=deck,
        attempts=data_folder() / "attempts",
        learner=options.learner,
        visited=tuple(tour.visited) if tour else (),
    )
    return _run(PracticeSession(bank, plan), options)


def exam(options: Namespace) -> int:
    """Sit a paper."""
    from game.app.exam_session import ExamSession
    from game.store.saves import RUNNING, Saves

    if options.factor != 1 and not options.minutes:
        fail("exam", "--factor extends a limit: it needs --minutes")
    bank = bank_of(options)
    candidate = " ".join((options.name or _asked_for_name()).split())
    if not candidate:
        fail("exam", "an exam needs a name or a code: --name Stoker-07")
    tour = Saves(data_folder()).read(RUNNING, bank.world).state
    attempt = _waiting(options, bank, candidate) or _begun(
        options, bank, candidate, sorted(tour.visited) if tour else ()
    )
    noted = tour.noted if tour else ()
    notebook = tuple(bank.world.facts[fact_id] for fact_id in bank.world.facts if fact_id in noted)
    is_open = attempt.begun.rules.open_book
    sitting = ExamSession(_sat(attempt, bank), attempt, notebook=notebook if is_open else ())
    status = _run(sitting, options)
    if sitting.is_perfect and not attempt.begun.rules.hides_marks:
        from game.store import honour_file

        honour_file.earn(data_folder(), "perfect-exam")
    return status


def _folder(options: Namespace) -> Path:
    """Where attempts are kept."""
    return Path(options.folder) if options.folder else data_folder() / "attempts"


def _waiting(options: Namespace, bank: "Bank", candidate: str) -> "Attempt | None":
    """The candidate's unfinished attempt at this paper, whatever has become of the bank since."""
    from game.store.attempt_folder import find_attempts

    found = find_attempts(_folder(options), candidate, _code(options, bank))
    for damaged in found.damaged:
        print(f"{damaged}. The file is left as it is, and nothing of it is marked.", file=sys.stderr)
    if options.fresh:
        return None
    if found.unfinished:
        return found.unfinished[0]
    if found.handed_in:
        fail("exam", f"{candidate} has handed in this paper already; --fresh begins another attempt")
    return None


def _code(options: Namespace, bank: "Bank") -> str:
    """The code of the paper that is to be sat, found without drawing it anew."""
    from game.quiz.codes import canonical
    from game.store.paper_files import BadPaperError, read

    if not options.paper:
        return paper_of(options, bank).code
    if not is_file(options.paper):
        return canonical(options.paper)
    try:
        return read(Path(options.paper), bank).code
    except (BadPaperError, OSError):
        return paper_of(options, bank).code  # which says what is wrong


def _begun(options: Namespace, bank: "Bank", candidate: str, visited: Iterable[str]) -> "Attempt":
    """A new attempt by someone who has been in some rooms."""
    from uuid import uuid4

    from game import __version__
    from game.core.clock import now
    from game.store.attempt_events import FORMAT, Begun, Rules
    from game.store.attempt_folder import create_attempt

    named = paper_of(options, bank)
    if not named.paper.items:
        fail("exam", "no question fits that choice")
    begun = Begun(
        format=FORMAT,
        attempt=str(uuid4()),
        candidate=candidate,
        tour=bank.world.tour.id,
        bank=named.bank,
        code=named.code,
        seed=named.paper.seed,
        is_shuffled=named.paper.is_shuffled,
        rules=Rules(
            minutes=options.minutes,
            factor=options.factor,
            open_book=options.open_book,
            pausable=options.pausable,
            hides_marks=options.hide_marks,
        ),
        items=named.paper.items,
        visited=tuple(visited),
        program=__version__,
        at=now().isoformat(timespec="seconds"),
    )
    try:
        return create_attempt(_folder(options), begun)
    except OSError as bad:
        fail("exam", f"the attempt cannot be kept in {_folder(options)}: {bad.strerror or bad}. Nothing was begun")


def _sat(attempt: "Attempt", bank: "Bank") -> "Paper":
    """The paper with the very items that an attempt was begun with."""
    from game.quiz.papers import Paper, Selection

    begun = attempt.begun
    if lost := [item.id for item in begun.items if not bank.world.facts.keys() >= set(item.facts)]:
        fail(
            "exam", f"this exam rests on facts that the pack no longer has: {', '.join(lost)}. Nothing of it is changed"
        )
    return Paper(bank, begun.seed, Selection(), is_shuffled=begun.is_shuffled, items=begun.items)


def _asked_for_name() -> str:
    """The candidate's name or code, asked for where there is somebody to answer."""
    if not sys.stdin.isatty():
        return ""
    print("Your name or code: ", end="", flush=True)
    return sys.stdin.readline().strip()


def paper(options: Namespace) -> int:
    """Print a paper with its key, or write it to a file."""
    from game.exports.printed_paper import VERSIONS, as_html, as_markdown
    from game.store import paper_files

    bank = bank_of(options)
    drawn = paper_of(options, bank).paper
    if not drawn.items:
        fail("paper", "no question fits that choice")
    versions, out = VERSIONS[: options.versions], options.out
    if out is None:
        print(as_markdown(drawn, versions, with_key=not options.no_key), end="")
        return OK
    kind = out.suffix.casefold()
    if kind not in (".md", ".html", ".json"):
        fail("paper", f"expected a file that ends in .md, .html or .json, found {out.name!r}")
    with_key = not options.no_key
    if kind == ".json":
        data = paper_files.dump(drawn)
    elif kind == ".html":
        data = as_html(drawn, versions, with_key=with_key, is_large=options.large).encode()
    else:
        data = as_markdown(drawn, versions, with_key=with_key).encode()
    keep(out, data, "paper", is_forced=options.force)
    from game.quiz.codes import code_of

    print(f"{out}: paper {code_of(drawn)}, {len(drawn.items)} questions.")
    return OK


def _run(round_: "QuizSession", options: Namespace) -> int:
    """Go through a round on the screen, or in lines."""
    if options.plain or not has_screen():
        from game.plain import line_mode

        return line_mode.run_round(
            round_, sys.stdin, sys.stdout, width=line_mode.width_of(sys.stdout), is_ascii=options.ascii
        )
    from game import tui

    tui.run_round(round_, home=data_folder(), is_ascii=options.ascii or is_poor())
    return OK


COMMANDS: Mapping[str, Callable[[Namespace], int]] = {"quiz": quiz, "exam": exam, "paper": paper}
"""What is typed after ``carriages`` -> what answers."""
