"""What ``carriages`` does with questions besides the tour: quiz, exam, paper. One function a command.

Imports stay inside the functions that need them, so that each command loads what it uses.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from game.paths import cache_folder, data_folder, shipped
from game.terminal import has_screen, is_poor

if TYPE_CHECKING:
    from game.quiz.bank import Bank
    from game.quiz.papers import Paper, Selection
    from game.results.attempts import Attempt
    from game.rounds import Round

OK, USAGE = 0, 2


class UsageError(Exception):
    """What was typed after the command cannot be done; the message says why, and what can."""


def quiz(options: Namespace) -> int:
    """A round of practice."""
    from game.practice import Plan, Practice
    from game.results.decks import path_of
    from game.rounds import on_the_wall

    bank = _bank(options)
    if options.tags:
        print(*bank.tags, sep="\n")
        return OK
    seed = str(options.seed) if options.seed is not None else on_the_wall().isoformat()
    deck = path_of(data_folder(), bank.world.tour.id, options.learner)
    plan = Plan(selection=_selection(options, bank), seed=seed, only_due=options.due, deck=deck)
    return _run(Practice(bank, plan), options)


def exam(options: Namespace) -> int:
    """Sit a paper."""
    from game.saves import RUNNING, Saves
    from game.sitting import Sitting

    bank = _bank(options)
    paper, code = _paper(options, bank)
    if not paper.items:
        _fail("exam", "no question fits that choice")
    candidate = " ".join((options.name or _asked_for_name()).split())
    if not candidate:
        _fail("exam", "an exam needs a name or a code: --name Stoker-07")
    tour = Saves(data_folder()).read(RUNNING, bank.world).state
    attempt = _attempt(options, paper, code, candidate, sorted(tour.visited) if tour else ())
    noted = tour.noted if tour else ()
    notebook = tuple(bank.world.facts[fact_id] for fact_id in bank.world.facts if fact_id in noted)
    sitting = Sitting(_with_items(paper, attempt), attempt, notebook=notebook if options.open_book else ())
    status = _run(sitting, options)
    if sitting.is_perfect:
        from game.results import honours

        honours.earn(data_folder(), "perfect-exam")
    return status


def _attempt(options: Namespace, paper: "Paper", code: str, candidate: str, visited: Iterable[str]) -> "Attempt":
    """The candidate's unfinished attempt at this paper, or a new one by someone who has been in some rooms."""
    from uuid import uuid4

    from game import __version__
    from game.results.attempts import FORMAT, Begun, Rules, create, waiting
    from game.rounds import on_the_wall

    folder = options.folder or data_folder() / "attempts"
    found = waiting(folder, candidate, code)
    for damaged in found.damaged:
        print(f"{damaged}. The file is left as it is, and nothing of it is marked.", file=sys.stderr)
    if found.unfinished and not options.fresh:
        return found.unfinished[0]
    begun = Begun(
        format=FORMAT,
        attempt=str(uuid4()),
        candidate=candidate,
        tour=paper.bank.world.tour.id,
        bank=paper.bank.digest,
        code=code,
        seed=paper.seed,
        is_shuffled=paper.is_shuffled,
        rules=Rules(
            minutes=options.minutes, factor=options.factor, open_book=options.open_book, pausable=options.pausable
        ),
        items=paper.items,
        visited=tuple(visited),
        program=__version__,
        at=on_the_wall().isoformat(timespec="seconds"),
    )
    try:
        return create(folder, begun)
    except OSError as bad:
        _fail("exam", f"the attempt cannot be kept in {folder}: {bad.strerror or bad}. Nothing was begun")


def _with_items(paper: "Paper", attempt: "Attempt") -> "Paper":
    """The paper with the very items that an attempt was begun with."""
    from game.quiz.papers import Paper

    begun = attempt.begun
    return Paper(paper.bank, begun.seed, paper.selection, is_shuffled=begun.is_shuffled, items=begun.items)


def _asked_for_name() -> str:
    """The candidate's name or code, asked for where there is somebody to answer."""
    if not sys.stdin.isatty():
        return ""
    print("Your name or code: ", end="", flush=True)
    return sys.stdin.readline().strip()


def paper(options: Namespace) -> int:
    """Print a paper with its key, or write it to a file."""
    from game.exports.paper import VERSIONS, as_html, as_markdown
    from game.results import paper_files

    bank = _bank(options)
    drawn, _ = _paper(options, bank)
    if not drawn.items:
        _fail("paper", "no question fits that choice")
    versions, out = VERSIONS[: options.versions], options.out
    if out is None:
        print(as_markdown(drawn, versions, with_key=not options.no_key), end="")
        return OK
    if out.exists() and not options.force:
        _fail("paper", f"{out} is there already; --force writes over it")
    kind = out.suffix.casefold()
    if kind not in (".md", ".html", ".json"):
        _fail("paper", f"expected a file that ends in .md, .html or .json, found {out.name!r}")
    try:
        if kind == ".json":
            paper_files.write(out, drawn)
        else:
            from game.paths import write_atomically

            is_html, with_key = kind == ".html", not options.no_key
            text = (
                as_html(drawn, versions, with_key=with_key, is_large=options.large)
                if is_html
                else as_markdown(drawn, versions, with_key=with_key)
            )
            write_atomically(out, text.encode())
    except OSError as bad:
        _fail("paper", f"{out} cannot be written: {bad.strerror or bad}")
    from game.quiz.codes import code_of

    print(f"{out}: paper {code_of(drawn)}, {len(drawn.items)} questions.")
    return OK


def _paper(options: Namespace, bank: "Bank") -> tuple["Paper", str]:
    """The paper asked for, by a file, a code or a selection; and its code."""
    from game.quiz.codes import BadCodeError, code_of, paper_of
    from game.quiz.papers import Paper

    if not options.paper:
        drawn = Paper(bank, options.seed or 0, _selection(options, bank), is_shuffled=options.shuffle != "off")
        return drawn, code_of(drawn)
    if Path(options.paper).suffix or Path(options.paper).exists():
        return _paper_on_file(options, bank)
    try:
        return paper_of(options.paper, bank), options.paper
    except BadCodeError as bad:
        _fail(options.command, f"{bad}. A paper kept as a file (-o paper.json) can be sat whatever becomes of the bank")


def _paper_on_file(options: Namespace, bank: "Bank") -> tuple["Paper", str]:
    """The paper in a file; where the pack has changed since, the educator says which is meant."""
    from game.quiz.codes import code_of
    from game.results.paper_files import BadPaperError, read

    path = Path(options.paper)
    try:
        found = read(path, bank)
    except BadPaperError as bad:
        _fail(options.command, str(bad))
    except OSError as bad:
        _fail(options.command, f"{path} cannot be read: {bad.strerror or bad}")
    for item in found.gone:
        print(f"{path}: {item.id} is no longer in the pack, and is left out: {item.stem}", file=sys.stderr)
    if found.changed and not options.as_drawn and not options.as_now:
        for item in found.changed:
            print(f"{path}: {item.id} has changed since: {item.stem}", file=sys.stderr)
        _fail(options.command, "say which is meant: --as-drawn takes the paper as it was, --as-now as the pack is now")
    chosen = found.now if options.as_now else found.drawn
    return chosen, code_of(chosen)


def _selection(options: Namespace, bank: "Bank") -> "Selection":
    from game.items import KINDS
    from game.quiz.papers import Selection

    _known(options.command, "--only", options.only, bank.tags)
    _known(options.command, "--kind", options.kind, KINDS)
    _known(options.command, "--without", getattr(options, "without", ()), bank.items)
    return Selection(
        items=options.items,
        levels=tuple(sorted(set(options.level))),
        kinds=tuple(options.kind),
        only=tuple(options.only),
        without=tuple(getattr(options, "without", ())),
    )


def _known(command: str, option: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Each value given is one there is."""
    names = list(known)
    for value in given:
        if value not in names:
            from game.content.problems import suggest

            _fail(command, f"{option} {value}: there is no such thing. {suggest(value, names)}")


def _bank(options: Namespace) -> "Bank":
    from game.content import open_pack
    from game.quiz.bank import Bank

    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        raise UsageError("\n".join(map(str, problems)))
    bank = Bank(world)
    if not bank.items:
        _fail(options.command, "this pack has no questions")
    return bank


def _run(round_: "Round", options: Namespace) -> int:
    """Go through a round on the screen, or in lines."""
    if options.plain or not has_screen():
        from game import plain

        return plain.run_round(round_, sys.stdin, sys.stdout, width=plain.width_of(sys.stdout), is_ascii=options.ascii)
    from game import tui

    tui.run_round(round_, home=data_folder(), is_ascii=options.ascii or is_poor())
    return OK


def _fail(command: str, why: str) -> NoReturn:
    raise UsageError(f"carriages {command}: {why if why.endswith(('?', '.')) else why + '.'}")


COMMANDS: Mapping[str, Callable[[Namespace], int]] = {"quiz": quiz, "exam": exam, "paper": paper}
"""What is typed after ``carriages`` -> what answers."""
