"""Exports of one item of each kind as legible text. ``python -m tests.golden`` writes them anew, for a diff."""

import io
import zipfile
from pathlib import Path

from openpyxl import load_workbook

from game.exchange import FORMATS, Exported
from tests.conftest import TINY, loaded
from tests.items import ONE_OF_EACH

FOLDER = Path(__file__).parent / "kept" / "formats"


def whole() -> Exported:
    """What is exported."""
    from tests.test_formats import bank_of, made

    return made(bank_of(loaded(TINY), *ONE_OF_EACH))


def legible(name: str, data: bytes) -> str:
    """An export as text: a package file by file, a sheet with bars between cells, a deck field by field."""
    if name == "anki":
        from tests.test_formats import anki_notes

        notes = sorted((fields, tags) for fields, tags, _ in anki_notes(data).values())
        return "".join("\n".join([*fields, " ".join(tags), "", ""]) for fields, tags in notes)
    if name in ("kahoot", "wayground"):
        rows = load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True)
        return "".join(" | ".join("" if cell is None else str(cell) for cell in row) + "\n" for row in rows)
    if data[:2] == b"PK":
        archive = zipfile.ZipFile(io.BytesIO(data))
        texts = ((member, archive.read(member).decode().replace("><", ">\n<")) for member in archive.namelist())
        return "".join(f"== {member}\n{text.rstrip()}\n" for member, text in texts)
    return data.decode("utf-8-sig").replace("\r\n", "\n")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, kind in FORMATS.items():
        (FOLDER / f"{name}.txt").write_text(legible(name, kind.write(whole())), "utf-8")
