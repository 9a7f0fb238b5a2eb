"""Class lists as spreadsheets save them: never a pupil who is none, never a pupil left out without a word."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from game.classroom.name_list import ListError, read_names
from game.prose.name_list_errors import describe_list_fault
from tests.test_cli import carriages

TABLE = "name;email\r\nPupil One;one@example.org\r\nPupil Two;two@example.org\r\n"
NAMES, ADDRESSES = ("Pupil One", "Pupil Two"), ("one@example.org", "two@example.org")


def read(tmp_path: Path, text: str | bytes, *columns: str) -> tuple[str, ...]:
    path = tmp_path / "class.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_names(path, columns).names


@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_the_column_that_was_asked_for_is_taken(separator: str, mark: bytes, end: str, tmp_path: Path) -> None:
    data = mark + TABLE.replace(";", separator).replace("\r\n", end).encode()
    for column in ("name", "NAME", " Name ", "1"):
        assert read(tmp_path, data, column) == NAMES
    for column in ("email", "E\u200eMAIL", "2"):
        assert read(tmp_path, data, column) == ADDRESSES
    assert read(tmp_path, TABLE.encode("utf-16"), "name") == NAMES
    assert read(tmp_path, f"sep={separator}{end}".encode() + data, "email") == ADDRESSES


@pytest.mark.parametrize(
    ("text", "columns", "says"),
    [
        (TABLE, (), "csv:1: this is a table (1 'name', 2 'email'); say which column holds the names, as --column name"),
        ("\ufeff" + TABLE, (), "--column name"),
        (TABLE.replace(";", "\t"), (), "this is a table"),
        (TABLE.replace(";", ","), (), "this is a table"),
        ("Anna;a@x.org\nBen;b@x.org", (), "as --column 1"),
        ("First name;Last name\nAnna;B", (), '--column "First name"'),
        ("Müller, Anna\nKaya, Ben", (), "csv:1: 'Müller, Anna' may be one name, or several columns; say --column 0"),
        ("Anna\nKaya, Ben", (), "csv:2:"),
        (TABLE, ("surname",), "there is no column 'surname' here (1 'name', 2 'email')"),
        (TABLE, ("3",), "there is no column '3'"),
        (TABLE + "Three\r\n", ("2",), "csv:4: there is no column '2'"),
        ('name;x\n"Anna;b\nBen;c', ("name",), "csv:2: no name can be read"),
        ("name\nAnna\x1b[2J", (), "csv:2: no name can be read in this line (U+001B)"),
        ("a" * 300, (), "csv:1: no name can be read"),
        ("Anna\nZo\xeb".encode("cp1252"), (), "csv:2: these letters are not in UTF-8"),
        (b"PK\x03\x04 a workbook", (), "this is a document"),
        (b"a" * 2_000_000, (), "this file is too large"),
    ],
)
def test_what_is_not_clear_is_refused_with_the_line(
    text: str | bytes, columns: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    with pytest.raises(ListError) as bad:
        read(tmp_path, text, *columns)
    assert says in describe_list_fault(bad.value.fault)


@pytest.mark.parametrize(
    "head", ["name", "Name", "E-Mail", "Vorname", "Full name", "ФИО", "Öğrenci", "Imię i nazwisko", "Name des Schülers"]
)
def test_a_head_is_never_a_pupil(head: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"{head}\nAnna\nBen\n") == ("Anna", "Ben")
    assert read(tmp_path, f"{head};x\nAnna;1\nBen;2\n", "1") == ("Anna", "Ben")
    # A pupil in the first line stays one, whatever the other columns hold.
    assert read(tmp_path, "Anna Nome;Klasse 9b;x\nBen;Klasse 9b;x\n", "1") == ("Anna Nome", "Ben")
    # A head in no language that we know, above addresses.
    assert read(tmp_path, "ელფოსტა;სახელი\na@x;A\nb@x;B\n", "2") == ("A", "B")


def test_a_list_without_columns_is_taken_line_by_line(tmp_path: Path) -> None:
    assert read(tmp_path, "Anna\n\n  Ben   Kaya \nZoe\u0301\n") == ("Anna", "Ben Kaya", "Zo\u00e9")
    assert read(tmp_path, "anna@x.org\nben@x.org\n") == ("anna@x.org", "ben@x.org")
    assert read(tmp_path, "Müller, Anna\nKaya, Ben", "0") == ("Müller, Anna", "Kaya, Ben")
    assert read(tmp_path, "Müller, Anna\nKaya, Ben", "2", "1") == ("Anna Müller", "Ben Kaya")
    assert read(tmp_path, "Vorname;Nachname\nAnna;Müller", "vorname", "nachname") == ("Anna Müller",)
    assert read(tmp_path, 'name;x\n"Müller; Anna";1', "name") == ("Müller; Anna",)
    assert read(tmp_path, "") == read(tmp_path, "\n;;\n", "1") == ()


def test_no_bytes_end_reading_in_another_way(tmp_path: Path) -> None:
    chance = random.Random(7)
    pieces = [*b';,\t"\n\r\xff\xfe\0@ ', *(b"name", "é".encode(), b"sep=")]
    pieces = [bytes([each]) if isinstance(each, int) else each for each in pieces]
    for _ in range(500):
        data = b"".join(chance.choice(pieces) for _ in range(chance.randrange(30)))
        columns = chance.choice([(), ("1",), ("name",), ("0",), ("2", "1"), ("99999999999",), ("",)])
        with suppress(ListError):
            read(tmp_path, data, *columns)


def test_the_command_adds_nobody_it_is_not_sure_of(tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_text(TABLE, "utf-8-sig", newline="")
    refused = carriages("results", "roster", "--list", str(path), home=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--column name. Nobody was added" in refused.stderr
    assert not (tmp_path / "results" / "roster.json").exists()
    done = carriages("results", "roster", "--list", str(path), "--column", "email", home=tmp_path)
    assert sorted(line.partition("\t")[2] for line in done.stdout.splitlines()) == list(ADDRESSES)
    assert "taken for the head of the list, and not for a pupil: name, email" in done.stderr
    alone = carriages("results", "roster", "--column", "email", home=tmp_path)
    assert (alone.returncode, "it needs --list" in alone.stderr) == (2, True)
