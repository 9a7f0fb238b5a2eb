"""One person is one person, however the name is spelt: in the roster, in an exam, in a class, when forgotten."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.classroom import roster
from game.classroom.class_record import load_class
from game.core.identity import name_key, pseudonym_key
from game.pack.world import World
from game.store.attempt_file import seal_line
from game.store.attempt_folder import SUFFIX, find_attempts, load_attempt
from tests.bots import paper_of, sit
from tests.test_cli import carriages

COMPOSED, DECOMPOSED = "Zo\u00e9 M\u00fcller", "Zoe\u0301 Mu\u0308ller"
TOUR = "twenty-one-carriages"


def rename(path: Path, candidate: str, lines: int | None = None) -> None:
    """Write an attempt anew, under another name; of its events so many."""
    attempt = load_attempt(path)
    data, seal = b"", ""
    for line in (replace(attempt.begun, candidate=candidate), *attempt.events[:lines]):
        row, seal = seal_line(line, seal)
        data += row + b"\n"
    path.write_bytes(data)


def attempts(folder: Path) -> list[Path]:
    return sorted(folder.rglob(f"*{SUFFIX}"))


def test_names_that_differ_only_in_vowel_signs_are_two_people() -> None:
    """Hindi writes vowels as marks, which are no letters to Unicode; without them half a class would be one pupil."""
    assert pseudonym_key("राम") != pseudonym_key("रमा")
    assert pseudonym_key("กา") != pseudonym_key("กี")
    assert pseudonym_key("STOKER‑07") == pseudonym_key("\u200estoker 07")
    assert name_key("a@x.org") != name_key("ax.org")


def test_a_roster_holds_a_composed_and_a_decomposed_name_once(tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text(f"{COMPOSED}\n{DECOMPOSED}\n", "utf-8")
    told = carriages("results", "roster", "--list", str(names), home=tmp_path).stdout
    assert [line.partition("\t")[2] for line in told.splitlines()] == [COMPOSED]
    known = roster.load_roster(tmp_path / "results")
    assert roster.find_pseudonyms(known, DECOMPOSED.upper()) == tuple(known)


@pytest.mark.parametrize("spelling", ["stoker 01", "STOKER-01", "Stoker01", "\u200eStoker\u201001", "Ｓｔｏｋｅｒ-01"])
def test_a_second_spelling_finds_the_same_attempt(spelling: str, tour: World, tmp_path: Path) -> None:
    code = sit(tour, tmp_path, 1)
    (path,) = attempts(tmp_path)
    assert [each.path for each in find_attempts(path.parent, spelling, code).handed_in] == [path]
    assert find_attempts(path.parent, "Stoker-11", code) == ((), (), ())


def test_an_exam_under_a_second_spelling_goes_on_and_begins_no_second_one(tour: World, tmp_path: Path) -> None:
    code, folder = sit(tour, tmp_path / "a", 1), tmp_path / "a" / "01"
    (path,) = attempts(folder)
    rename(path, COMPOSED, lines=3)
    exam = ("exam", "--plain", "--paper", code, "--folder", str(folder), "--name")
    done = carriages(*exam, DECOMPOSED.upper(), home=tmp_path, typed="hand in\nyes\n")
    assert "Traceback" not in done.stderr
    assert attempts(folder) == [path]
    assert load_attempt(path).events[3:]
    done = carriages(*exam, f"  {DECOMPOSED}", home=tmp_path, typed="hand in\nyes\nyes\n")
    assert attempts(folder) == [path]


@pytest.mark.parametrize(
    ("name", "says"), [("a" * 300, "at most 200 characters"), ("a\x1b[2J", "U+001B"), ("\u200e", "needs a name")]
)
def test_what_is_no_name_begins_no_exam(name: str, says: str, tour: World, tmp_path: Path) -> None:
    done = carriages("exam", "--plain", "--items", "3", "--name", name, home=tmp_path)
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "attempts").exists()


def test_two_spellings_are_one_candidate_of_a_class_without_a_roster(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path, 2)
    one, two = attempts(tmp_path)
    rename(one, COMPOSED)
    rename(two, DECOMPOSED.lower())
    record = load_class(tmp_path, TOUR)
    assert len({row.candidate for row in record.rows}) == 1
    assert len(record.counted) == 1
    assert len(record.repeated) == 1


def test_a_certificate_is_found_by_any_spelling(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results", 1)
    (path,) = attempts(tmp_path)
    rename(path, COMPOSED)
    for number, spelling in enumerate((COMPOSED, DECOMPOSED, "zoé müller", "ZoéMüller")):
        out = tmp_path / f"{number}.html"
        done = carriages("results", "certificate", spelling, "-o", str(out), home=tmp_path)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("typed", ["stoker 01", "zoe\u0301 mu\u0308ller", "ZOÉ MÜLLER"])
def test_forgetting_by_any_spelling_deletes_all_and_says_what_is_left(typed: str, tour: World, tmp_path: Path) -> None:
    folder = tmp_path / "results"
    sit(tour, folder, 2)
    (one, two) = attempts(folder)
    rename(one, "STOKER01")
    roster.save_roster(folder, {"Stoker-01": COMPOSED, "Stoker-012": "Ben"})
    damaged = folder / f"stoker-01-20261120-090000-aaaaaaaa{SUFFIX}"
    damaged.write_bytes(b'{"half')
    unnamed = folder / f"copy{SUFFIX}"
    unnamed.write_bytes(b'{"candidate":"stoker-01"\n')
    (folder / "notes.txt").write_text(f"{DECOMPOSED} was ill", "utf-8")
    (folder / "other.txt").write_text("Stoker-012 and Stoker-02", "utf-8")
    (folder / "all.zip").write_bytes(b"PK")
    done = carriages("results", "forget", typed, home=tmp_path)
    assert "Forgotten: the line in the roster, and 1 attempt." in done.stdout
    assert "The name or the pseudonym may still be in 4 files:" in done.stdout
    for path in (damaged, unnamed, folder / "notes.txt", folder / "all.zip"):
        assert str(path) in done.stdout
    assert "other.txt" not in done.stdout
    assert done.returncode == 1
    assert not one.exists()
    assert two.exists()
    assert roster.load_roster(folder) == {"Stoker-012": "Ben"}


def test_who_is_nowhere_is_told_as_unknown(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results", 1)
    done = carriages("results", "forget", "Stoker-0", home=tmp_path)
    assert (done.returncode, "no candidate has the name" in done.stderr) == (2, True)
    assert len(attempts(tmp_path)) == 1


def test_the_order_of_the_options_is_that_of_the_first_spelling(tour: World, tmp_path: Path) -> None:
    """An exam that goes on shows the options where they were, so it goes by the name that it was begun with."""
    sit(tour, tmp_path, 1)
    (path,) = attempts(tmp_path)
    paper = paper_of(tour)
    item = paper.items[0]
    (found,) = find_attempts(path.parent, "stoker01", load_attempt(path).begun.code).handed_in
    assert paper.show(item, found.begun.candidate) == paper.show(item, "Stoker-01")


def test_a_damaged_attempt_is_told_in_every_spelling(tour: World, tmp_path: Path) -> None:
    code = sit(tour, tmp_path, 1)
    (path,) = attempts(tmp_path)
    path.write_bytes(b"{")
    for spelling in ("stoker01", "STOKER 01", "Stoker-01"):
        assert len(find_attempts(path.parent, spelling, code).damaged) == 1
    for other in ("Stoker-0", "Stoker-011", "Stoker"):
        assert find_attempts(path.parent, other, code).damaged == ()
