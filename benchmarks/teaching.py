"""What a teacher waits for: exports of 10,000 items, the analysis and the report of 1,000 candidates by 60 items."""

import csv
import io
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from msgspec.structs import replace

from game.classroom.analysis import analyse
from game.classroom.index_rows import ResponseRow
from game.classroom.response_ids import compute_item_digest, make_response_id
from game.content import open_pack
from game.core.memory import pause_collector
from game.core.paths import shipped
from game.exchange import FORMATS, collect_questions
from game.exchange.opening import open_questions
from game.exports.class_tables import render_wide_csv
from game.exports.report_page import render_report
from game.pack.kinds import Item, find_key, mark, show
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.papers import Paper, Selection, select_entries

ITEMS, CANDIDATES, ASKED = 10_000, 1_000, 60


def report() -> Iterator[str]:
    """Seconds, and how memory grows."""
    world, problems = open_pack(shipped("rooms"), None)
    if world is None:
        yield f"the shipped pack has problems: {problems[0]}"
        return
    bank = Bank(_large(world))
    made = collect_questions(bank, None, select_entries(bank, Selection()), "")
    written = {}
    for name, kind in FORMATS.items():
        seconds = _timed(lambda: written.update({name: kind.write(made)}))  # noqa: B023 - called at once
        yield _row(f"{len(made.questions):,} questions as {name}", seconds, 10.0 if name == "anki" else 2.0)
    for name, data in _list_files(written):
        path = Path(name)
        seconds = _timed(partial(open_questions, data, path))
        found = len(open_questions(data, path).drafts)
        yield _row(f"{found:,} questions read from {name}", seconds, 3.0)
    rows = _class(world, CANDIDATES)
    analysis = analyse(rows, world)
    yield _row(f"{CANDIDATES:,} candidates by {ASKED} items analysed", _timed(lambda: analyse(rows, world)), 1.0)
    yield _row("their report as a page", _timed(lambda: render_report(analysis, world)), 3.0)
    yield _row("their report as a table", _timed(lambda: render_wide_csv(analysis)), 3.0)
    few, many = (_peak(partial(_analyse_class, world, number)) for number in (250, 1_000))
    yield f"{'memory of 4 times the candidates':44} {many / few:6.2f} times   linear: at most 4.4"


def _list_files(written: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """A file of each format that is read."""
    names = {
        "gift": ".gift",
        "moodle-xml": ".xml",
        "qti21": ".2.1.zip",
        "qti30": ".3.0.zip",
        "anki": ".apkg",
        "csv": ".csv",
    }
    yield from ((f"bank{ending}", written[name]) for name, ending in names.items())
    rows = [f"Which is number {n}?\nA. one\nB. two\nC. three\nANSWER: B\n" for n in range(ITEMS)]
    yield "aiken.txt", "\n".join(rows).encode()
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in csv.reader(io.StringIO(written["csv"].decode("utf-8-sig"), newline="")):
        sheet.append([cell or None for cell in row])
    out = io.BytesIO()
    book.save(out)
    yield "bank.xlsx", out.getvalue()


def _analyse_class(world: World, number: int) -> object:
    return analyse(_class(world, number), world)


def _large(world: World) -> World:
    """The world with its questions over and over, each under a name of its own."""
    rooms = {}
    total = sum(len(room.items) for room in world.rooms.values())
    for room in world.rooms.values():
        count = ITEMS * len(room.items) // total
        items = (replace(item, id=f"{item.id}-{n}") for n, item in enumerate(islice(cycle(room.items or ()), count)))
        rooms[room.id] = replace(room, items=tuple(items))
    return replace(world, rooms=rooms)


def _class(world: World, number: int) -> tuple[ResponseRow, ...]:
    """The responses of so many candidates, right at random."""
    chance = random.Random(21)
    paper = Paper(Bank(world), 7, Selection(items=ASKED))
    asked = [(item, compute_item_digest(item), _answers(item, world)) for item in paper.items]
    visited = frozenset(list(world.rooms)[:10])
    found = []
    for place in range(number):
        who, ability = f"c{place:04}", chance.random()
        for item, digest, answers in asked:
            right = chance.random() < ability
            response = answers[0] if right else chance.choice(answers)
            worth = mark(item, response, world)
            name = make_response_id(who, item.id, 1)
            found.append(ResponseRow(name, who, who, "exam", "", "b", "", item, digest, response, worth, 9.0, visited))
    return tuple(found)


def _answers(item: Item, world: World) -> list[tuple[str, ...]]:
    """The key, then other answers."""
    key = find_key(item, world)
    return [key, *[(option, *key[1:]) for option in show(item, world, 0).options[:3]]]


def _timed(what: Callable[[], object]) -> float:
    """Seconds of the processor: those of the clock tell how busy the machine is, too."""
    began = time.process_time()
    with pause_collector():
        what()
    return time.process_time() - began


def _peak(what: Callable[[], object]) -> int:
    tracemalloc.start()
    what()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _row(what: str, seconds: float, bar: float) -> str:
    return f"{what:44} {seconds:6.2f} s   below {bar:g} s"
