"""The sheets of an exam, one for each candidate who counts: made at once, and written as texts."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from game.classroom.class_exam import ClassExam
from game.classroom.integrity import Judged
from game.classroom.released_sheets import ReleasedSheet
from game.core.disk import make_folder, write_atomically
from game.core.paths import file_stem
from game.prose.sheet_lines import render_sheet
from game.prose.sheet_making import make_sheet
from game.prose.text import render_text


def make_sheets(opened: ClassExam, judged: Iterable[Judged]) -> dict[str, ReleasedSheet]:
    """Id of an attempt -> its sheet, of each candidate who counts."""
    marker = opened.marker
    made: dict[str, ReleasedSheet] = {}
    for each in judged:
        sheet = make_sheet(marker, each, opened.exam.title, opened.world) if each.is_counted else None
        if sheet is not None and each.attempt is not None:
            made[each.attempt.begun.attempt] = sheet
    return made


def write_sheets(sheets: Mapping[str, ReleasedSheet], out: Path) -> None:
    """Write each sheet as a text that is named after its candidate.

    Raises:
        OSError: They could not be written.
    """
    make_folder(out)
    for sheet in sheets.values():
        stem = file_stem(sheet.candidate) or "candidate"
        write_atomically(out / f"{stem}.txt", render_text(render_sheet(sheet), None).encode())
