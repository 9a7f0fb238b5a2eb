"""What ``carriages results`` does: collect, show, report, send, certify, forget. One function a command.

Imports stay inside the functions that need them, so that each command loads what it uses.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game.commandline.choosing import bank_of, fail, keep, progress
from game.core.paths import data_folder
from game.core.terminal import has_screen, is_poor

if TYPE_CHECKING:
    from game.app.class_view import ClassView
    from game.classroom.analysis import Analysis
    from game.classroom.class_record import ClassRecord
    from game.classroom.index import ResponseRow
    from game.pack.world import World
    from game.prose.lines import Line
    from game.quiz.bank import Bank
    from game.store.attempts import Attempt

OK, DIFFERS = 0, 1


def results(options: Namespace) -> int:
    """Run what was typed after ``carriages results``."""
    from game.classroom.roster import RosterError

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
    from game.classroom.class_record import load_class
    from game.classroom.collecting import collect as bring
    from game.prose.class_lines import collected

    folders = options.folders or [data_folder() / "attempts"]
    found = bring(folders, options.folder)
    for trouble in found.troubles:
        print(trouble, file=sys.stderr)
    bank = bank_of(options)
    record = load_class(options.folder, bank.world.tour.id, _code(options))
    told = collected(found.new, found.longer, found.known, str(options.folder))
    lines = [told, *_amiss(record, bank.digest)]
    _say(lines, options)
    return DIFFERS if found.troubles else OK


def _amiss(record: "ClassRecord", digest: str) -> "Iterator[Line]":
    """What a teacher should know of a class: who is missing, strange, there twice, of another bank, or not done."""
    from game.prose import class_lines

    if record.missing:
        yield class_lines.missing(record.missing)
    if record.not_in_roster:
        yield class_lines.not_in_roster(record.not_in_roster)
    if record.unfinished:
        yield class_lines.unfinished(record.unfinished)
    usual, others = record.other_limits
    if others:
        yield class_lines.other_limits(usual, others)
    if record.repeated:
        yield class_lines.twice(record.repeated)
    if banks := record.other_banks(digest):
        yield class_lines.other_banks(banks, digest)


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
        from time import time

        from game.app.class_view import view
        from game.classroom.analysis import analyse
        from game.classroom.class_record import load_class
        from game.classroom.index import opened, signature

        folder, wanted = self._options.folder, _code(self._options)
        with opened(folder) as index:
            seen = (signature(index), int(time() // MINUTE))
        if self._view is not None and seen == self._seen:
            return self._view
        everyone = load_class(folder, self._world.tour.id)
        code = wanted or (everyone.papers[0] if everyone.papers else "")
        record = everyone.of(code)
        self._seen = seen
        others = tuple(paper for paper in everyone.papers if paper != code)
        self._view = view(analyse(record.rows, self._world) if record.rows else None, record, others, time())
        return self._view


MINUTE = 60
"""Seconds after which the class is looked at anew, even when no file has changed: somebody may have stopped."""


def _lines(shown: "ClassView") -> "Iterator[Line]":
    from game.prose import class_lines
    from game.prose.lines import Line

    yield Line(shown.title, "headline")
    yield class_lines.figures(shown.figures)
    yield from (class_lines.item(n, each.label, each.share, each.flags) for n, each in enumerate(shown.items, start=1))
    yield from class_lines.scores(shown.scores)
    for row in shown.candidates:
        yield class_lines.candidate(row.name, row.answered, row.asked, row.score, row.state)
    if shown.missing:
        yield class_lines.missing(shown.missing)
    if shown.note:
        yield Line(shown.note, "note")


def _code(options: Namespace) -> str:
    """The code of the paper, as attempts have it."""
    from game.quiz.codes import canonical

    return canonical(options.paper or "")


def report(options: Namespace) -> int:
    """Write the report of a class: a page, or a table."""
    from game.exports.class_tables import as_long_csv

    if options.out is None:
        fail("results", "report needs a file: -o report.html, or -o report.csv")
    kind = options.out.suffix.casefold()
    wanted = (".csv",) if options.long or options.gradebook else (".html", ".csv")
    if kind not in wanted:
        fail("results", f"expected a file that ends in {' or '.join(wanted)}, found {options.out.name!r}")
    bank = bank_of(options)
    record = _load(options, bank, ("exam", "practice", "checkpoint") if options.long else ("exam",))
    text = as_long_csv(record.rows, bank.world) if options.long else _reported(options, record, bank, kind)
    # Spreadsheets take UTF-8 for something else without a mark of byte order.
    keep(options.out, text.encode("utf-8" if kind == ".html" else "utf-8-sig"), "results", is_forced=options.force)
    number = len({row.candidate for row in record.rows})
    print(f"{options.out}: {number} {'candidate' if number == 1 else 'candidates'}.")
    return OK


def _reported(options: Namespace, record: "ClassRecord", bank: "Bank", kind: str) -> str:
    """A page, a table, or a gradebook of what was handed in."""
    from game.exports.class_tables import as_gradebook, as_wide_csv
    from game.exports.report_page import SmallGroupError, as_html
    from game.prose import class_lines

    world, analysis = bank.world, _analysed(record.rows, bank.world)
    _say(_amiss(record, bank.digest), options, sys.stderr)
    if options.gradebook:
        if not record.enrolled:
            _say([class_lines.no_roster(str(options.folder))], options, sys.stderr)
        return as_gradebook(analysis, f"{world.tour.title} {analysis.code}".strip(), record.enrolled, options.gradebook)
    if kind == ".csv":
        return as_wide_csv(analysis)
    try:
        gaps = {standing.candidate: standing.gaps for standing in record.counted if standing.gaps}
        return as_html(analysis, world, gaps, with_small=options.small)
    except SmallGroupError as bad:
        fail("results", f"{bad}; --small writes it all the same")


def _load(options: Namespace, bank: "Bank", modes: Sequence[str]) -> "ClassRecord":
    """The class, with something handed in; what is damaged is told."""
    from game.classroom.class_record import load_class

    record = load_class(options.folder, bank.world.tour.id, _code(options), modes)
    for why in record.damaged:
        print(f"{why}. It is not counted", file=sys.stderr)
    if not record.rows:
        paper = f" of paper {options.paper}" if options.paper else ""
        fail("results", f"{options.folder} has no finished attempts{paper}. carriages results collect DIR brings them")
    return record


def _analysed(rows: "Sequence[ResponseRow]", world: "World") -> "Analysis":
    from game.classroom.analysis import analyse

    codes = sorted({row.code for row in rows})
    if len(codes) > 1:
        told = ", ".join(code or "-" for code in codes)
        fail("results", f"these are of several papers; choose one by --paper: {told}")
    return analyse(rows, world)


def xapi(options: Namespace) -> int:
    """Write responses as xAPI statements, or send them to a store."""
    import json

    from game.classroom.xapi import LrsError, checked, send, statements

    if bool(options.out) == bool(options.lrs):
        fail("results", "xapi needs a file or a store: -o statements.json, or --lrs URL")
    bank = bank_of(options)
    made = list(statements(_load(options, bank, ("exam", "practice", "checkpoint")).rows, bank.world))
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
    from game.classroom import roster
    from game.classroom.collecting import attempts_in
    from game.exports.certificate import as_html
    from game.store.attempt_file import DamagedError
    from game.store.attempt_folder import load_attempt

    title = bank_of(options).world.tour.title
    candidates = {options.candidate, *roster.pseudonyms_of(roster.read(options.folder), options.candidate)}
    found: list[Attempt] = []
    for path in attempts_in(options.folder):
        try:
            attempt = load_attempt(path)
        except DamagedError as bad:
            print(bad, file=sys.stderr)
            continue
        is_meant = attempt.begun.candidate in candidates and _code(options) in ("", attempt.begun.code)
        if is_meant and attempt.handed_in and attempt.begun.mode == "exam":
            found.append(attempt)
    if not found:
        fail("results", f"{options.candidate!r} has handed in nothing here")
    first = min(found, key=lambda attempt: attempt.begun.at)
    papers = {attempt.begun.code for attempt in found}
    if len(papers) > 1:
        fail("results", f"several papers were handed in; choose one by --paper: {', '.join(sorted(papers))}")
    out = options.out or Path(f"certificate-{first.begun.candidate}.html")
    if out.suffix.casefold() != ".html" and not out.is_dir():
        fail("results", f"expected a file that ends in .html, found {out.name!r}")
    keep(out, as_html(first, title, options.name or options.candidate).encode(), "results", is_forced=options.force)
    print(f"{out}: {options.name or options.candidate}.")
    return OK


def roster_(options: Namespace) -> int:
    """Give pseudonyms to names, or list them."""
    from game.classroom import roster

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
    from game.classroom import roster
    from game.classroom.collecting import attempts_in
    from game.classroom.index import opened
    from game.store.attempt_file import DamagedError
    from game.store.attempt_folder import load_attempt

    known = roster.read(options.folder)
    gone = {*roster.pseudonyms_of(known, options.name), options.name}
    number = 0
    for path in list(attempts_in(options.folder)):
        try:
            is_theirs = load_attempt(path).begun.candidate in gone
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


def _say(lines: "Iterable[Line]", options: Namespace, sink: TextIO | None = None) -> None:
    from game.plain.line_mode import width_of
    from game.prose.text import paragraphs

    sink = sink or sys.stdout
    text = paragraphs(lines, width_of(sink))
    if options.ascii:
        from game.prose.transliterate import in_ascii

        text = in_ascii(text)
    print(text, end="", file=sink)


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
