"""What ``carriages results`` does: collect, show, report, send, certify, forget. One function a command.

Imports stay inside the functions that need them, so that each command loads what it uses.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.choosing import bank_of, fail, keep, progress
from game.paths import data_folder
from game.terminal import has_screen, is_poor

if TYPE_CHECKING:
    from game.classes import ClassView
    from game.prose.lines import Line
    from game.results.analysis import Analysis
    from game.results.attempts import Attempt
    from game.results.index import Row
    from game.world import World

OK, DIFFERS = 0, 1


def results(options: Namespace) -> int:
    """Run what was typed after ``carriages results``."""
    from game.results.roster import RosterError

    makes_folder = options.action in ("collect", "roster")
    if options.folder and not options.folder.is_dir() and not makes_folder:
        fail("results", f"there is no folder {options.folder}; carriages results collect DIR --folder makes it")
    options.folder = options.folder or data_folder() / "results"
    try:
        return ACTIONS[options.action or "show"](options)
    except RosterError as bad:
        fail("results", str(bad))
    except OSError as bad:
        fail("results", f"{bad.filename or options.folder}: {bad.strerror or bad}")


def collect(options: Namespace) -> int:
    """Bring attempts into the folder of results."""
    from game.prose.classes import collected
    from game.results.collecting import collect as bring

    folders = options.folders or [data_folder() / "attempts"]
    found = bring(folders, options.folder)
    for trouble in found.troubles:
        print(trouble, file=sys.stderr)
    lines = [collected(found.new, found.longer, found.known, str(options.folder)), *_amiss(options)]
    _say(lines, options)
    return DIFFERS if found.troubles else OK


def _amiss(options: Namespace) -> "Iterator[Line]":
    """What a teacher should know of what was collected: who is missing, who is there twice, what is of another bank."""
    from collections import Counter

    from game.prose import classes
    from game.results import roster
    from game.results.index import opened, standings

    bank = bank_of(options)
    with opened(options.folder) as index:
        found = standings(index, bank.world.tour.id, _code(options))
    begun = {standing.candidate for standing in found}
    enrolled = roster.read(options.folder)
    if missing := tuple(name for name in sorted(enrolled) if name not in begun):
        yield classes.missing(missing)
    if enrolled and (strange := tuple(sorted(begun - enrolled.keys()))):
        yield classes.strange(strange)
    limits = Counter(standing.minutes for standing in found)
    if len(limits) > 1:
        usual = limits.most_common(1)[0][0]
        yield classes.other_limits(usual, {s.candidate: s.minutes for s in found if s.minutes != usual})
    times = Counter((standing.candidate, standing.code) for standing in found)
    if twice := tuple(sorted({who for (who, _), number in times.items() if number > 1})):
        yield classes.twice(twice)
    if others := Counter(standing.bank for standing in found if standing.bank != bank.digest):
        yield classes.other_banks(dict(others), bank.digest)


def show(options: Namespace) -> int:
    """The class: on the screen, painted anew as attempts arrive, or in lines."""
    look = _Look(options)

    if options.plain or not has_screen():
        _say(_lines(look()), options)
        return OK
    from game import tui

    tui.run_class(look, home=data_folder(), is_ascii=options.ascii or is_poor())
    return OK


class _Look:
    """Looks into the folder of results; what has not changed since is not counted again."""

    def __init__(self, options: Namespace) -> None:
        self._options = options
        self._world = bank_of(options).world
        self._seen: object = None
        self._view: ClassView | None = None

    def __call__(self) -> "ClassView":
        from game.classes import view
        from game.results import roster
        from game.results.analysis import analyse
        from game.results.index import first_attempts, opened, rows, signature, standings

        folder, code, tour = self._options.folder, _code(self._options), self._world.tour.id
        with opened(folder) as index:
            expected = sorted(roster.read(folder))
            seen = (signature(index), expected)
            if self._view is not None and seen == self._seen:
                return self._view
            standing = standings(index, tour)
            papers = sorted(
                {each.code for each in standing}, key=lambda one: max(s.at for s in standing if s.code == one)
            )
            code = code or (papers[-1] if papers else "")
            found = rows(index, tour, code)
        self._seen = seen
        analysis = analyse(found, self._world) if found else None
        others = tuple(paper for paper in papers if paper != code)
        own = first_attempts([each for each in standing if each.code == code])
        self._view = view(analysis, own, expected, code, others)
        return self._view


def _lines(shown: "ClassView") -> "Iterator[Line]":
    from game.prose import classes
    from game.prose.lines import Line

    yield Line(shown.title, "headline")
    yield classes.figures(shown.figures)
    yield from (classes.item(n, each.label, each.share, each.flags) for n, each in enumerate(shown.items, start=1))
    yield from classes.scores(shown.scores)
    for row in shown.candidates:
        yield classes.candidate(row.name, row.answered, row.asked, row.score, is_handed_in=row.is_handed_in)
    if shown.missing:
        yield classes.missing(shown.missing)
    if shown.note:
        yield Line(shown.note, "note")


def _code(options: Namespace) -> str:
    """The code of the paper, as attempts have it."""
    from game.quiz.codes import canonical

    return canonical(options.paper or "")


def report(options: Namespace) -> int:
    """Write the report of a class: a page, or a table."""
    from game.exports.class_tables import as_gradebook, as_long_csv, as_wide_csv
    from game.exports.report import SmallGroupError, as_html
    from game.results import roster

    if options.out is None:
        fail("results", "report needs a file: -o report.html, or -o report.csv")
    kind = options.out.suffix.casefold()
    wanted = (".csv",) if options.long or options.gradebook else (".html", ".csv")
    if kind not in wanted:
        fail("results", f"expected a file that ends in {' or '.join(wanted)}, found {options.out.name!r}")
    world = bank_of(options).world
    rows = _rows(options, world, ("exam", "practice", "checkpoint") if options.long else ("exam",))
    if options.long:
        text = as_long_csv(rows, world)
    else:
        analysis = _analysed(rows, world)
        try:
            if kind == ".html":
                text = as_html(analysis, world, _gaps(options, world), with_small=options.small)
            elif options.gradebook:
                names = roster.read(options.folder)
                text = as_gradebook(analysis, f"{world.tour.title} {analysis.code}".strip(), names, options.gradebook)
            else:
                text = as_wide_csv(analysis)
        except SmallGroupError as bad:
            fail("results", f"{bad}; --small writes it all the same")
    # Spreadsheets take UTF-8 for something else without a mark of byte order.
    keep(options.out, text.encode("utf-8" if kind == ".html" else "utf-8-sig"), "results", is_forced=options.force)
    number = len({row.candidate for row in rows})
    print(f"{options.out}: {number} {'candidate' if number == 1 else 'candidates'}.")
    return OK


def _gaps(options: Namespace, world: "World") -> "dict[str, tuple[tuple[str, float], ...]]":
    """Candidate -> time away, of the attempts that count."""
    from game.results.index import first_attempts, opened, standings

    with opened(options.folder) as index:
        found = first_attempts(standings(index, world.tour.id, _code(options)))
    return {standing.candidate: standing.gaps for standing in found if standing.gaps}


def _rows(options: Namespace, world: "World", modes: Sequence[str] = ("exam",)) -> "tuple[Row, ...]":
    from game.results.index import opened, rows

    with opened(options.folder) as index:
        found = rows(index, world.tour.id, _code(options), modes)
    if not found:
        paper = f" of paper {options.paper}" if options.paper else ""
        fail("results", f"{options.folder} has no finished attempts{paper}. carriages results collect DIR brings them")
    return found


def _analysed(rows: "Sequence[Row]", world: "World") -> "Analysis":
    from game.results.analysis import analyse

    codes = sorted({row.code for row in rows})
    if len(codes) > 1:
        fail(
            "results", f"these are of several papers; choose one by --paper: {', '.join(code or '-' for code in codes)}"
        )
    return analyse(rows, world)


def xapi(options: Namespace) -> int:
    """Write responses as xAPI statements, or send them to a store."""
    import json

    from game.results.xapi import LrsError, checked, send, statements

    if bool(options.out) == bool(options.lrs):
        fail("results", "xapi needs a file or a store: -o statements.json, or --lrs URL")
    world = bank_of(options).world
    made = list(statements(_rows(options, world, ("exam", "practice", "checkpoint")), world))
    if options.out:
        if options.out.suffix.casefold() != ".json":
            fail("results", f"expected a file that ends in .json, found {options.out.name!r}")
        keep(options.out, json.dumps(made, ensure_ascii=False, indent=1).encode(), "results", is_forced=options.force)
        print(f"{options.out}: {len(made)} statements.")
        return OK
    try:
        checked(options.lrs)
        credentials = (os.environ.get("CARRIAGES_LRS_USER", ""), os.environ.get("CARRIAGES_LRS_PASSWORD", ""))
        number = send(made, options.lrs, credentials, options.folder, progress)
    except LrsError as bad:
        fail("results", str(bad))
    print(f"{options.lrs}: {number} statements sent, {len(made) - number} were there already.")
    return OK


def certificate(options: Namespace) -> int:
    """Write a certificate for each candidate who handed in, or for one."""
    from game.exports.certificate import as_html
    from game.results import roster
    from game.results.attempts import DamagedError, read
    from game.results.collecting import attempts_in

    title = bank_of(options).world.tour.title
    candidates = {options.candidate, *roster.pseudonyms_of(roster.read(options.folder), options.candidate)}
    found: list[Attempt] = []
    for path in attempts_in(options.folder):
        try:
            attempt = read(path)
        except DamagedError as bad:
            print(bad, file=sys.stderr)
            continue
        is_meant = attempt.begun.candidate in candidates and _code(options) in ("", attempt.begun.code)
        if is_meant and attempt.handed_in and attempt.begun.mode == "exam":
            found.append(attempt)
    if not found:
        fail("results", f"{options.candidate!r} has handed in nothing here")
    latest = max(found, key=lambda attempt: attempt.begun.at)
    papers = {attempt.begun.code for attempt in found}
    if len(papers) > 1:
        fail("results", f"several papers were handed in; choose one by --paper: {', '.join(sorted(papers))}")
    out = options.out or Path(f"certificate-{latest.begun.candidate}.html")
    if out.suffix.casefold() != ".html" and not out.is_dir():
        fail("results", f"expected a file that ends in .html, found {out.name!r}")
    keep(out, as_html(latest, title, options.name or options.candidate).encode(), "results", is_forced=options.force)
    print(f"{out}: {options.name or options.candidate}.")
    return OK


def roster_(options: Namespace) -> int:
    """Give pseudonyms to names, or list them."""
    from game.results import roster

    known = roster.read(options.folder)
    names = list(options.names)
    if options.list:
        try:
            names += options.list.read_text("utf-8-sig").splitlines()
        except UnicodeDecodeError:
            fail("results", f"{options.list}: expected UTF-8 text, a name a line")
    made = roster.enrol(known, names)
    if made != known:
        roster.write(options.folder, made)
    print(*(f"{pseudonym}\t{name}" for pseudonym, name in sorted(made.items())), sep="\n")
    return OK


def forget(options: Namespace) -> int:
    """Delete somebody: from the roster, and every attempt under the pseudonym."""
    from game.results import roster
    from game.results.attempts import DamagedError, read
    from game.results.collecting import attempts_in
    from game.results.index import opened

    known = roster.read(options.folder)
    gone = {*roster.pseudonyms_of(known, options.name), options.name}
    number = 0
    for path in list(attempts_in(options.folder)):
        try:
            is_theirs = read(path).begun.candidate in gone
        except DamagedError:
            continue
        if is_theirs:
            path.unlink()
            number += 1
    if gone & set(known):
        roster.write(options.folder, {pseudonym: name for pseudonym, name in known.items() if pseudonym not in gone})
    elif not number:
        fail("results", f"nobody is known as {options.name!r}")
    with opened(options.folder):
        pass  # opening drops what has no file any more
    entry = "the line in the roster, and " if gone & set(known) else ""
    attempts = f"{number} {'attempt' if number == 1 else 'attempts'}"
    print(f"Forgotten: {entry}{attempts}. Copies elsewhere are not touched, and collecting them brings them back.")
    return OK


def _say(lines: "Sequence[Line] | Iterator[Line]", options: Namespace) -> None:
    from game.plain import width_of
    from game.prose.text import paragraphs

    text = paragraphs(lines, width_of(sys.stdout))
    if options.ascii:
        from game.prose.transliterate import in_ascii

        text = in_ascii(text)
    print(text, end="")


ACTIONS: Mapping[str, Callable[[Namespace], int]] = {
    "show": show,
    "collect": collect,
    "report": report,
    "xapi": xapi,
    "certificate": certificate,
    "roster": roster_,
    "forget": forget,
}
"""What is typed after ``carriages results`` -> what answers."""

COMMANDS: Mapping[str, Callable[[Namespace], int]] = {"results": results}
"""What is typed after ``carriages`` -> what answers."""
