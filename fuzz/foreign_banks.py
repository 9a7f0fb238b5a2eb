"""Section: files of questions of other programs, damaged outside and inside of their packages, and read by every reader."""

import csv
import io
import zipfile
from functools import cache
from pathlib import Path
from random import Random

from openpyxl import Workbook

from fuzz.corpus import GIFT, TINY
from fuzz.mutations import mutate
from fuzz.outcome import CaseFailedError
from fuzz.sandbox import Sandbox
from game.content import open_pack
from game.exchange import FORMATS, collect_questions
from game.exchange.importing import make_items
from game.exchange.opening import open_questions
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.papers import Selection, select_entries

AIKEN = "Which lamp?\nA. green\nB. blue\nANSWER: A\n\nWho?\nA) Jane\nB) Joe\nANSWER: B\n"

ENDINGS = {"gift": ".gift", "csv": ".csv", "moodle-xml": ".xml", "qti21": ".zip", "qti30": ".zip", "anki": ".apkg"}


def run_case(sandbox: Sandbox, template: Path, chance: Random) -> None:
    """Damage one file and read it.

    Raises:
        CaseFailedError: Something is told without its place, or what was taken cannot be made an item.
    """
    world, files = _make_files()
    name = chance.choice(sorted(files))
    data = files[name]
    is_inside = data[:2] == b"PK" and chance.random() < 0.7
    data = _damage_inside(data, chance) if is_inside else mutate(data, chance)[0]
    path = Path(name)
    opened = open_questions(data, path)
    made = make_items(opened.drafts, path, world, "salon", ("lamp-is-green",))
    for told in (*opened.troubles, *made.troubles, *made.changes):
        if told.line < 1 or told.column < 1 or not told.text.strip():
            raise CaseFailedError(f"told without its place: {told!r}")
    if len(made.items) > len(opened.drafts):
        raise CaseFailedError("more items than questions")


@cache
def _make_files() -> tuple[World, dict[str, bytes]]:
    """The small pack, and a file of its questions in every format that is read."""
    world, problems = open_pack(TINY, None)
    if world is None:
        raise CaseFailedError(str(problems))
    bank = Bank(world)
    made = collect_questions(bank, None, select_entries(bank, Selection()), "")
    files = {f"{name}{ending}": FORMATS[name].write(made) for name, ending in ENDINGS.items()}
    with zipfile.ZipFile(io.BytesIO(files["qti21.zip"])) as package:
        item = next(each for each in package.namelist() if each.startswith("items/"))
        files["item.xml"] = package.read(item)
    book = Workbook()
    for row in csv.reader(io.StringIO(files["csv.csv"].decode("utf-8-sig"), newline="")):
        book.worksheets[0].append(row)
    sheet = io.BytesIO()
    book.save(sheet)
    return world, {**files, "sheet.xlsx": sheet.getvalue(), "more.gift": GIFT.encode(), "aiken.txt": AIKEN.encode()}


def _damage_inside(data: bytes, chance: Random) -> bytes:
    """A package in which one file is damaged, and its name perhaps, too."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(files))
    damaged, _ = mutate(files.pop(name), chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for each, inside in files.items():
            package.writestr(each, inside)
        package.writestr(chance.choice((name, name, name, f"../{name}", f"/{name}", name.upper(), "a\\b")), damaged)
    return out.getvalue()
