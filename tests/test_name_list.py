"""Class lists as spreadsheets save them: never a pupil who is none, never a pupil left out without a word."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from game.classroom.name_list import (
    ColumnMissing,
    LineUnusable,
    ListError,
    ListFault,
    ListHasCommas,
    ListIsTable,
    ListIsWorkbook,
    ListNotText,
    ListUnusable,
    NameList,
    read_names,
)
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
    assert "read as the heading, not as a pupil: name, email" in done.stderr
    alone = carriages("results", "roster", "--column", "email", home=tmp_path)
    assert (alone.returncode, "it needs --list" in alone.stderr) == (2, True)


def read_list(tmp_path: Path, text: str | bytes, *columns: str) -> NameList:
    path = tmp_path / "class.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_names(path, columns)


def find_fault(tmp_path: Path, text: str | bytes, *columns: str) -> ListFault:
    with pytest.raises(ListError) as bad:
        read_list(tmp_path, text, *columns)
    return bad.value.fault


def test_a_list_has_at_most_a_mebibyte(tmp_path: Path) -> None:
    lines = b"x" * 127 + b"\n"
    assert len(read_list(tmp_path, lines * 8192).names) == 8192
    fault = find_fault(tmp_path, lines * 8192 + b"\n")
    assert isinstance(fault, ListUnusable)
    assert fault.why == "too large"


def test_a_name_has_at_most_200_characters(tmp_path: Path) -> None:
    for columns in ((), ("0",)):
        assert read(tmp_path, f" {'a' * 200} \n", *columns) == ("a" * 200,)
        fault = find_fault(tmp_path, f"Anna\n\n{'a' * 201}", *columns)
        assert fault == LineUnusable(tmp_path / "class.csv", 3, f"{'a' * 20}…")


@pytest.mark.parametrize("beginning", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"])
def test_a_document_is_no_list(beginning: bytes, tmp_path: Path) -> None:
    assert find_fault(tmp_path, beginning + b"Anna") == ListIsWorkbook(tmp_path / "class.csv")


def test_a_list_may_be_in_utf_16_of_either_end(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xfe\xff" + "Zoé\n".encode("utf-16-be")) == ("Zoé",)
    assert read(tmp_path, b"\xff\xfe" + "Zoé\n".encode("utf-16-le")) == ("Zoé",)


@pytest.mark.parametrize(
    ("text", "columns", "names", "head"),
    [
        ("Vorname;x\nAnna;1", ("1",), ("Anna",), "Vorname, x"),
        ("Vorname;x\nAnna;1", ("2",), ("x", "1"), ""),
        ("xx;yy\nA;B", ("yy", "1"), ("B A",), "xx, yy"),  # a column by its head: then there is a head
        ("xx;yy\nA;B", ("2", "1"), ("yy xx", "B A"), ""),
        ("2;1\nA;B", ("2",), ("2", "A"), ""),  # a head that is a number goes before the number of a column
        ("name;name\nA;B", ("name",), ("A",), "name, name"),
        ("name;x\nAnna;1\n;2\n \nBen;3", ("name",), ("Anna", "Ben"), "name, x"),
        ("name;a,b\nAnna, A;x", ("name",), ("Anna, A",), "name, a,b"),  # commas part nothing beside a semicolon
        ("name\ta;b\nAnna;A\tx", ("name",), ("Anna;A",), "name, a;b"),
        ('"SEP=|"\nname|x;y\nAnna|1', ("name",), ("Anna",), "name, x;y"),
        ("sep=,\nMüller\nKaya", (), ("Müller", "Kaya"), ""),
        ("Anna\nben@x", (), ("Anna", "ben@x"), ""),  # one address is no column of addresses
        ("Mail hier\nben@x\ncem@x", (), ("ben@x", "cem@x"), "Mail hier"),
        ("xx\nben@x\ncem@x", (), ("ben@x", "cem@x"), "xx"),
        ("xx\nben@x\nCem", (), ("xx", "ben@x", "Cem"), ""),
        ("a@x\nben@x\ncem@x", (), ("a@x", "ben@x", "cem@x"), ""),
        ("Klasse Gruppe 9b Ost", (), ("Klasse Gruppe 9b Ost",), ""),  # half of the words are no head
        ("Klasse Gruppe 9b", (), (), "Klasse Gruppe 9b"),
        ("\n\nname\nAnna", (), ("Anna",), "name"),
    ],
)
def test_which_line_is_the_head_and_which_column_is_taken(
    text: str, columns: tuple[str, ...], names: tuple[str, ...], head: str, tmp_path: Path
) -> None:
    assert read_list(tmp_path, text, *columns) == NameList(names, head)


def test_a_fault_stands_where_it_was_found(tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    assert find_fault(tmp_path, "\n\nname,x\nA,B") == ListIsTable(path, 3, ("name", "x"), has_head=True)
    assert find_fault(tmp_path, "Anna,Nome\nB,x") == ListIsTable(path, 1, ("Anna", "Nome"), has_head=True)
    assert find_fault(tmp_path, "sep=;\nA;x\nB;y") == ListIsTable(path, 2, ("A", "x"), has_head=False)
    assert find_fault(tmp_path, "A;name\nB;y") == ListIsTable(path, 1, ("A", "name"), has_head=True)
    assert find_fault(tmp_path, "Anna\n\nKaya, Ben\nx, y") == ListHasCommas(path, 3, "Kaya, Ben")
    assert find_fault(tmp_path, "sep=;\nname;x\nAnna", "x", "name") == ColumnMissing(path, 3, "2", ("Anna",))
    assert find_fault(tmp_path, "\nname;x\nA;B", "3") == ColumnMissing(path, 2, "3", ("name", "x"))
    for column in ("0", "3", "-1", "01", "1000"):
        assert find_fault(tmp_path, "a;b\nA;B", column, "1") == ColumnMissing(path, 1, column, ("a", "b"))
    assert find_fault(tmp_path, "name\nAnna\n\n\x07", "0") == LineUnusable(path, 4, "U+0007")
    assert find_fault(tmp_path, 'name;x\n"Anna;1', "x") == LineUnusable(path, 2, "unexpected end of data")
    assert find_fault(tmp_path, b"Anna\nBen\nZo\xeb") == ListNotText(path, 3)
