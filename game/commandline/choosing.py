"""What a command line chooses: the pack, the paper, the questions, the file to write; and a clear word where it cannot.

Imports stay inside the functions that need them, so that each command loads what it uses.
"""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from game.core.paths import cache_folder, shipped

if TYPE_CHECKING:
    from game.quiz.bank import Bank
    from game.quiz.papers import Paper, Selection


class UsageError(Exception):
    """What was typed after the command cannot be done; the message says why, and what can."""


class Named(NamedTuple):
    """A paper, and what it is known by."""

    paper: "Paper"
    code: str
    """Empty for a mixture that no code draws."""
    bank: str
    """Digest of the bank its questions are from."""


def paper_of(options: Namespace, bank: "Bank") -> Named:
    """The paper asked for, by a file, a code or a selection."""
    from game.quiz.codes import BadCodeError, canonical, code_of
    from game.quiz.codes import paper_of as paper_named
    from game.quiz.papers import Paper

    if not options.paper:
        drawn = Paper(bank, options.seed or 0, selection_of(options, bank), is_shuffled=options.shuffle != "off")
        if options.items and len(drawn.items) < options.items:
            print(
                f"Only {len(drawn.items)} questions fit that choice; {options.items} were asked for.", file=sys.stderr
            )
        return Named(drawn, code_of(drawn), bank.digest)
    if options.only or options.level or options.kind or options.without or options.seed is not None:
        fail(
            options.command,
            f"the paper {options.paper} is chosen already: leave out --only, --level, --kind and the like",
        )
    if is_file(options.paper):
        return _paper_on_file(options, bank)
    try:
        return Named(paper_named(options.paper, bank), canonical(options.paper), bank.digest)
    except BadCodeError as bad:
        fail(options.command, f"{bad}. A paper kept as a file (-o paper.json) can be sat whatever becomes of the bank")


def is_file(paper: str) -> bool:
    """Whether a paper is named by a file, not by a code."""
    return bool(Path(paper).suffix) or Path(paper).exists()


def _paper_on_file(options: Namespace, bank: "Bank") -> Named:
    """The paper in a file; where the pack has changed since, the educator says which is meant."""
    from game.quiz.codes import code_of
    from game.quiz.papers import Paper
    from game.store.paper_files import BadPaperError, read

    path = Path(options.paper)
    try:
        found = read(path, bank)
    except BadPaperError as bad:
        fail(options.command, str(bad))
    except OSError as bad:
        fail(options.command, f"{path} cannot be read: {bad.strerror or bad}")
    if found.lost and not options.as_now:
        names = ", ".join(item.id for item in found.lost)
        fail(options.command, f"{path} rests on facts that this pack does not have ({names}); --pack names its own")
    for item in found.gone if options.as_now else ():
        print(f"{path}: {item.id} is no longer in the pack, and is left out: {item.stem}", file=sys.stderr)
    if found.changed and not options.as_drawn and not options.as_now:
        for item in found.changed:
            print(f"{path}: {item.id} has changed since: {item.stem}", file=sys.stderr)
        fail(options.command, "say which is meant: --as-drawn takes the paper as it was, --as-now as the pack is now")
    if not options.as_now:
        return Named(found.drawn, found.code, found.bank)
    drawn = Paper(bank, found.now.seed, found.now.selection, is_shuffled=found.now.is_shuffled)
    is_same = drawn.items == found.now.items
    return Named(found.now, code_of(drawn) if is_same else "", bank.digest)


def selection_of(options: Namespace, bank: "Bank") -> "Selection":
    """Which questions are chosen."""
    from game.pack.items import KINDS
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
            from game.prose.suggestions import suggest

            fail(command, f"{option} {value}: there is no such thing. {suggest(value, names)}")


def bank_of(options: Namespace) -> "Bank":
    """The bank of the pack."""
    from game.content import open_pack
    from game.quiz.bank import Bank

    world, problems = open_pack(options.pack or shipped("rooms"), cache_folder())
    if world is None:
        raise UsageError("\n".join(map(str, problems)))
    bank = Bank(world)
    if not bank.items:
        fail(options.command, "this pack has no questions")
    return bank


def fail(command: str, why: str) -> NoReturn:
    """Say why a command cannot be done."""
    raise UsageError(f"carriages {command}: {why if why.endswith(('?', '.')) else why + '.'}")


def keep(out: Path, data: bytes, command: str, *, is_forced: bool) -> None:
    """Write a file whole or not at all; never over one that is there, unless that is wanted."""
    from game.core.paths import write_atomically

    if out.is_dir() or not out.name:
        fail(command, f"{out} is a folder; name a file in it")
    if out.exists() and not is_forced:
        fail(command, f"{out} is there already; --force writes over it")
    try:
        write_atomically(out, data)
    except OSError as bad:
        fail(command, f"{out} cannot be written: {bad.strerror or bad}")


def progress(done: int, total: int) -> None:
    """A bar that tells how far something has come, where somebody looks."""
    if sys.stderr.isatty():
        bar = "#" * (30 * done // max(1, total))
        print(f"\r[{bar:<30}] {done} of {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)
