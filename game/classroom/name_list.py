"""Reads names from a file: one name on each line, or columns of a table that a spreadsheet has saved.

It does not guess, because a wrong guess would enrol a pupil who does not exist. If a file can be read in two ways, it
is refused, with the line and with what the teacher should type.
"""

import csv
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from game.core.characters import find_unsafe
from game.core.disk import Unusable, Why, read_file
from game.core.identity import name_key, tidy

MAX_LIST_BYTES = 1024 * 1024
"""Largest file, in bytes: twice the size of a list of ten thousand pupils."""

MAX_NAME_CHARACTERS = 200

WHOLE_LINE = "0"
"""The value of the column option which says that each whole line is a name."""

HEADER_WORDS = frozenset(
    """
    name names full first firstname first-name last lastname last-name surname forename given family
    email e-mail mail address emailaddress username user login id idnumber student pupil candidate class group number nr
    vorname nachname familienname klasse schüler schülerin adresse benutzername gruppe nummer nom prénom prenom classe
    élève adresse-mail nombre apellido apellidos correo clase alumno alumna nome cognome sobrenome turma aluno naam
    voornaam achternaam klas imię imie nazwisko klasa ad soyad adı soyadı sınıf öğrenci имя фамилия класс ученик почта
    фио ism familiya sinf o‘quvchi pochta
    """.split()
)
"""What stands at the head of a column of names, in languages of schools that may use this."""


class ListUnusable(NamedTuple):
    """The system does not let us read the file."""

    path: Path
    why: Why
    detail: str


class ListIsWorkbook(NamedTuple):
    """The file is a spreadsheet, not text."""

    path: Path


class ListNotText(NamedTuple):
    """The file is not in UTF-8, so its letters would be a guess."""

    path: Path
    line: int


class ListIsTable(NamedTuple):
    """The file has several columns, and none was asked for."""

    path: Path
    line: int
    columns: tuple[str, ...]
    """The cells of that line."""
    has_head: bool


class ListHasCommas(NamedTuple):
    """The commas may separate columns, or a surname from a first name."""

    path: Path
    line: int
    text: str


class ColumnMissing(NamedTuple):
    """A column that the file, or a line of it, does not have."""

    path: Path
    line: int
    column: str
    columns: tuple[str, ...]


class LineUnusable(NamedTuple):
    """A line without a usable name: an open quotation mark, a control character, or a name that is too long."""

    path: Path
    line: int
    text: str


ListFault = ListUnusable | ListIsWorkbook | ListNotText | ListIsTable | ListHasCommas | ColumnMissing | LineUnusable


class ListError(ValueError):
    """A file from which no names can be taken."""

    def __init__(self, fault: ListFault) -> None:
        super().__init__(fault)
        self.fault = fault


class NameList(NamedTuple):
    """What a file holds."""

    names: tuple[str, ...]
    head: str
    """The first line, if it was taken for the head of the columns; empty if there is none."""


class _Row(NamedTuple):
    line: int
    """From 1."""
    cells: tuple[str, ...]


def read_names(path: Path, columns: Sequence[str] = ()) -> NameList:
    """The names in a file.

    Args:
        path: The file.
        columns: Heads of columns, or their numbers from 1; of several, the cells make one name. ``WHOLE_LINE`` for
            lines as they stand. Empty for a file without columns.

    Raises:
        ListError: It cannot be read, or not in one way only.
    """
    # Programs that join files leave byte order marks inside the text.
    lines = _read_text(path).replace("\ufeff", "").splitlines()
    if tuple(columns) == (WHOLE_LINE,):
        numbered = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
        return NameList(tuple(_check_name(path, number, line) for number, line in numbered), "")
    rows = _split_rows(path, lines, is_table=bool(columns))
    if not rows:
        return NameList((), "")
    if not columns and len(rows[0].cells) > 1:
        has_head = _find_head(rows, range(len(rows[0].cells)))
        raise ListError(ListIsTable(path, rows[0].line, rows[0].cells, has_head))
    places = _find_columns(path, rows, columns) if columns else [0]
    is_named = any(not each.isdecimal() for each in columns)
    head = rows[0] if is_named or _find_head(rows, places) else None
    names = []
    for row in rows[1:] if head else rows:
        if max(places) >= len(row.cells):
            raise ListError(ColumnMissing(path, row.line, str(max(places) + 1), row.cells))
        names.append(_check_name(path, row.line, " ".join(row.cells[place] for place in places)))
    return NameList(tuple(name for name in names if name), ", ".join(head.cells) if head else "")


def _read_text(path: Path) -> str:
    data = read_file(path, MAX_LIST_BYTES)
    if isinstance(data, Unusable):
        raise ListError(ListUnusable(path, data.why, data.detail))
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise ListError(ListIsWorkbook(path))
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as bad:
        # Not read as cp1252: in another country, the same bytes are different letters.
        raise ListError(ListNotText(path, data[: bad.start].count(b"\n") + 1)) from None


def _split_rows(path: Path, lines: Sequence[str], *, is_table: bool) -> list[_Row]:
    """The rows that are not empty. Each line is one cell, unless the file is a table."""
    first, named = 0, re.fullmatch(r'"?sep=(.)"?', lines[0], re.IGNORECASE) if lines else None
    if named:
        first, separator = 1, named[1]
    else:
        separator = next((each for each in "\t;" if any(each in line for line in lines)), "")
    commas = next((number for number, line in enumerate(lines[first:], first + 1) if "," in line), 0)
    top = next((line for line in lines[first:] if line.strip()), "")
    if not separator and commas and (is_table or any(map(_is_head, top.split(",")))):
        separator = ","
    elif not separator and commas:
        raise ListError(ListHasCommas(path, commas, lines[commas - 1]))
    rows = []
    for number, line in enumerate(lines[first:], first + 1):
        cells = _split_line(path, number, line, separator) if separator else (line.strip(),)
        if any(cells):
            rows.append(_Row(number, cells))
    return rows


def _split_line(path: Path, number: int, line: str, separator: str) -> tuple[str, ...]:
    # Line by line: a name contains no line break, and an open quotation mark must not hide the following pupils.
    try:
        cells = next(csv.reader([line], delimiter=separator, strict=True), [])
    except (csv.Error, TypeError) as bad:
        raise ListError(LineUnusable(path, number, str(bad))) from None
    return tuple(cell.strip() for cell in cells)


def _is_head(cell: str) -> bool:
    """Whether a cell is the head of a column of names: it consists of known words, or ends like them."""
    words = [word for word in re.split(r"[\s_/.():]+", name_key(cell.strip('" '))) if word]
    if any(word.endswith(("name", "email", "e-mail")) for word in words):
        return True
    # More than half: "Klasse 9b" stands in a row of a pupil, "Imię i nazwisko" stands above them.
    return sum(word in HEADER_WORDS for word in words) * 2 > len(words)


def _find_head(rows: Sequence[_Row], places: Sequence[int]) -> bool:
    """Whether the first row is a heading. Only the chosen columns decide, because others may hold any word."""
    first = rows[0].cells
    if any(_is_head(first[place]) for place in places):
        return True
    # If every row except the first has an e-mail address, the first row is their heading, in any language.
    below = [any("@" in cell for cell in row.cells) for row in rows[1:]]
    return len(below) > 1 and all(below) and not any("@" in cell for cell in first)


def _find_columns(path: Path, rows: Sequence[_Row], columns: Sequence[str]) -> list[int]:
    heads = [name_key(cell) for cell in rows[0].cells]
    numbers = [str(number) for number in range(1, len(heads) + 1)]
    places = []
    for column in columns:
        if name_key(column) in heads:
            places.append(heads.index(name_key(column)))
        elif column in numbers:
            places.append(numbers.index(column))
        else:
            raise ListError(ColumnMissing(path, rows[0].line, column, rows[0].cells))
    return places


def _check_name(path: Path, line: int, text: str) -> str:
    name = tidy(text)
    if unsafe := find_unsafe(name):
        raise ListError(LineUnusable(path, line, unsafe.code))
    if len(name) > MAX_NAME_CHARACTERS:
        raise ListError(LineUnusable(path, line, f"{name[:20]}…"))
    return name
