"""Attempts that somebody made to do harm: sealed well, so that only what they say can give them away."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.app.class_view import build_class_view
from game.classroom.analysis import analyse
from game.classroom.class_record import load_class
from game.classroom.collecting import AttemptDamaged, collect_attempts
from game.classroom.xapi import build_statements
from game.exports.class_tables import render_gradebook, render_long_csv, render_wide_csv
from game.exports.report_page import render_report
from game.pack.world import World
from game.prose.attempt_problems import describe_warning
from game.store.attempt_file import DamagedError, compute_seal
from game.store.attempt_folder import SUFFIX, load_attempt
from tests.bots import sit
from tests.candidates import Lines, read_lines, write_sealed
from tests.test_cli import carriages

TOUR = "twenty-one-carriages"


@pytest.fixture
def lines(tour: World, tmp_path: Path) -> Lines:
    """The lines of a good attempt, to be spoilt."""
    sit(tour, tmp_path / "good", 1)
    (path,) = (tmp_path / "good").rglob(f"*{SUFFIX}")
    return read_lines(path)


def responses(lines: Lines) -> Lines:
    return [line for line in lines if line["type"] == "responded"]


def test_lines_that_are_sealed_anew_are_a_good_attempt(lines: Lines, tmp_path: Path) -> None:
    """Else the tests below would show nothing."""
    write_sealed(tmp_path / f"x{SUFFIX}", lines)
    assert load_attempt(tmp_path / f"x{SUFFIX}").begun.candidate == "Stoker-01"


SPOILT: dict[str, Callable[[Lines], object]] = {
    "id is a path": lambda lines: lines[0].update(attempt="../../../X"),
    "id is absolute": lambda lines: lines[0].update(attempt="/tmp/X"),
    "id has a NUL": lambda lines: lines[0].update(attempt=f"{lines[0]['attempt'][:-1]}\0"),
    "id with a line break": lambda lines: lines[0].update(attempt=f"{lines[0]['attempt']}\n"),
    "id is empty": lambda lines: lines[0].update(attempt=""),
    "id is long": lambda lines: lines[0].update(attempt="a" * 5000),
    "candidate is long": lambda lines: lines[0].update(candidate="a" * 5000),
    "candidate is an escape": lambda lines: lines[0].update(candidate="\x1b]52;c;ZXZpbA==\x07"),
    "candidate is turned": lambda lines: lines[0].update(candidate="Stoker\u202e10"),
    "candidate has a line break": lambda lines: lines[0].update(candidate="Stoker-01\nStoker-02"),
    "code is an escape": lambda lines: lines[0].update(code="\x9b31m"),
    "a stem is an escape": lambda lines: lines[0]["items"][0].update(stem="\x1b[2J"),
    "an item's id is a path": lambda lines: lines[0]["items"][0].update(id="../x"),
    "no such day": lambda lines: lines[0].update(at="2026-02-30T09:00:00+00:00"),
    "no time": lambda lines: lines[0].update(at="soon"),
    "no offset": lambda lines: lines[0].update(at="2026-02-20T09:00:00"),
    "a time before all times": lambda lines: lines[0].update(at="0001-01-01T00:00:00+14:00"),
    "no time of an event": lambda lines: lines[1].update(at="2026-02-20T25:00:00+00:00"),
    "seconds below 0": lambda lines: lines[1].update(elapsed=-1),
    "endless seconds": lambda lines: lines[1].update(elapsed=1e300),
    "a mark above 1": lambda lines: lines[-1].update(marks={"x": 1.5}),
    "a mark below 0": lambda lines: lines[-1].update(marks={"x": -0.5}),
    "a huge mark": lambda lines: responses(lines)[0].update(mark=1e308),
    "a huge seed": lambda lines: lines[0].update(seed=10**400),
    "a huge format": lambda lines: lines[0].update(format=10**30),
    "a million texts": lambda lines: responses(lines)[0].update(response=["x"] * 1_000_000),
    "an endless limit": lambda lines: lines[0]["rules"].update(minutes=1e300),
    "deep nesting": lambda lines: lines[0].update(visited=json.loads("[" * 900 + "]" * 900)),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_attempt_is_told_and_left_out(name: str, lines: Lines, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    SPOILT[name](lines)
    write_sealed(folder / f"x{SUFFIX}", lines)
    before = sorted(tmp_path.rglob("*"))
    found = collect_attempts([folder], tmp_path / "a" / "b" / "results")
    assert (found.new, found.grown, found.known) == (0, 0, 0)
    (warning,) = found.warnings
    assert isinstance(warning, AttemptDamaged)
    assert "x.attempt.jsonl:" in describe_warning(warning)
    assert sorted(tmp_path.rglob("*")) == before  # nothing was written, neither there nor elsewhere
    assert load_class(folder, TOUR).damaged == (warning.damage,)


@pytest.mark.parametrize("text", ["NaN", "1e999", "Infinity", '"\\ud800"'])
def test_what_is_no_figure_and_no_text_is_damage(text: str, lines: Lines, tmp_path: Path) -> None:
    body = json.dumps(lines[0]).replace('"seed": ', f'"seed": {text}, "x": ').encode()[:-1]
    (tmp_path / f"x{SUFFIX}").write_bytes(body + f',"seal":"{compute_seal(body, "")}"}}\n'.encode())
    with pytest.raises(DamagedError):
        load_attempt(tmp_path / f"x{SUFFIX}")


def test_what_a_pupil_answers_acts_nowhere(lines: Lines, tour: World, tmp_path: Path) -> None:
    """An answer is free text: it is taken as it is, and made safe wherever it is shown."""
    bad = "=1+1\x1b[2J</td><script>alert(1)</script>\u202e"
    lines[0].update(candidate="<b>'; drop table attempts; --")
    for line in responses(lines):
        line["response"] = [bad] * len(line["response"])
    write_sealed(tmp_path / f"x{SUFFIX}", lines)
    record = load_class(tmp_path, TOUR)
    analysis = analyse(record.rows, tour)
    page = render_report(analysis, tour, {lines[0]["candidate"]: (("left", 1e10),)}, with_small=True)
    assert "<script" not in page
    assert "<b>'" not in page
    tables = (
        render_long_csv(record.rows, tour),
        render_wide_csv(analysis),
        render_gradebook(analysis, "=Title", {lines[0]["candidate"]: "@name"}),
    )
    for table in tables:
        for row in csv.reader(io.StringIO(table)):
            assert not [cell for cell in row if cell.startswith(("=", "@", "+"))]
    assert json.loads(json.dumps(list(build_statements(record.rows, tour))))
    for text in (page, *tables):
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_one_bad_file_never_ends_a_command(tour: World, tmp_path: Path) -> None:
    """The whole class was out of reach for one file of 200 kB of ``[``."""
    folder = tmp_path / "results"
    code = sit(tour, folder, 5)
    (folder / f"deep{SUFFIX}").write_bytes(b"[" * 200_000 + b"\n")
    (folder / f"bytes{SUFFIX}").write_bytes(b"\xff\xfe\x00\n")
    (folder / f"folder{SUFFIX}").mkdir()
    for arguments in (
        (),
        ("collect", str(folder)),
        ("roster", "Anna"),
        ("report", "-o", str(tmp_path / "r.html")),
        ("report", "--long", "-o", str(tmp_path / "r.csv")),
        ("xapi", "-o", str(tmp_path / "x.json")),
        ("certificate", "Stoker-01", "-o", str(tmp_path / "c.html")),
        ("forget", "Stoker-02"),
    ):
        done = carriages("results", "--plain", *arguments, home=tmp_path)
        assert "Traceback" not in done.stderr
        assert done.returncode == (1 if "collect" in arguments else 0), done.stderr
        if "roster" not in arguments and "forget" not in arguments:
            assert "deep.attempt.jsonl" in done.stderr or "2 damaged" in done.stdout
    done = carriages("exam", "--paper", code, "--name", "deep", "--folder", str(folder), "--plain", home=tmp_path)
    assert "Traceback" not in done.stderr


def test_a_certificate_stays_in_the_folder_it_is_written_in(
    lines: Lines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines[0].update(candidate="../../X")
    (tmp_path / "results").mkdir()
    write_sealed(tmp_path / "results" / f"x{SUFFIX}", lines)
    before = set(tmp_path.rglob("*.html"))
    monkeypatch.chdir(tmp_path / "results")
    done = carriages("results", "certificate", "../../X", home=tmp_path)
    assert done.returncode == 0, done.stderr
    (page,) = set(tmp_path.rglob("*.html")) - before
    assert page == tmp_path / "results" / "certificate-x.html"


VALUES: tuple[object, ...] = (
    *("", "x", "\0", "\x1b[2J", "a" * 5000, "12", "-3.5", "999999999999.999999", "=1+1", "True", "none"),
    *(0, -1, 1, 0.5, 1e9, 1e308, 10**30, None, True, [], {}, ["x"], ["x", "y"], {"a": 1}, "2026-11-20T09:00:00Z"),
)


def find_places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a value of JSON."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*path, key)
        yield from find_places(inner, (*path, key))


def spoil(lines: Lines, chance: Random) -> None:
    """Change, remove or exchange something in an attempt, at any place."""
    places = list(find_places(lines))

    def find(path: tuple[Any, ...]) -> Any:
        found: Any = lines
        for key in path:
            found = found[key]
        return found

    path = chance.choice(places)
    parent = find(path[:-1])
    # From a place of the same name: such a value has the right type, and gets further.
    alike = [place for place in places if place[-1] == path[-1]]
    match chance.randrange(4):
        case 0:
            del parent[path[-1]]
        case 1:
            parent[path[-1]] = chance.choice(VALUES)
        case _:
            parent[path[-1]] = deepcopy(find(chance.choice(alike)))


def test_no_attempt_whatever_it_says_ends_what_is_made_of_a_class(tour: World, tmp_path: Path) -> None:
    chance, counted = Random(7), 0
    sit(tour, tmp_path / "good", 1, items=40)
    (path,) = (tmp_path / "good").rglob(f"*{SUFFIX}")
    whole = read_lines(path)
    folder = tmp_path / "bad"
    folder.mkdir()
    for _ in range(150):
        lines = deepcopy(whole)
        spoil(lines, chance)
        write_sealed(folder / f"x{SUFFIX}", lines)
        record = load_class(folder, TOUR, modes=("exam", "practice", "checkpoint"))
        assert record.attempts or record.damaged or record.rows or lines[0] != whole[0]
        if not record.rows:
            continue
        counted += 1
        analysis = analyse(record.rows, tour)
        render_report(analysis, tour, {each.candidate: each.gaps for each in record.counted}, with_small=True)
        render_long_csv(record.rows, tour)
        render_wide_csv(analysis)
        render_gradebook(analysis, "Title", {})
        json.dumps(list(build_statements(record.rows, tour)))
        build_class_view(analysis, record, (), 1e9)
    assert counted > 20  # else the door was shut to all, and nothing behind it was tried
