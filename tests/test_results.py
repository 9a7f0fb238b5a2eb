"""Results: collected as often as one likes, indexed, analysed, reported, sent, forgotten; nothing merged in silence."""

import csv
import io
import json
import stat
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.classroom import roster
from game.classroom.analysis import Analysis, analyse
from game.classroom.collecting import collect_attempts
from game.classroom.index import find_kept_index, open_index
from game.classroom.index_rows import ResponseRow, read_attempt_summaries, read_rows
from game.classroom.lrs import check_address
from game.classroom.lrs_faults import LrsError
from game.classroom.statistics import MIN_CANDIDATES_FOR_STATISTICS
from game.classroom.xapi import build_statements
from game.exports.class_tables import render_gradebook, render_long_csv, render_wide_csv
from game.exports.report_page import SmallGroupError, render_report
from game.pack.kinds.two_tier import MARK_FOR_WRONG_PROOF
from game.pack.world import World
from game.prose.attempt_problems import describe_warning
from game.prose.class_errors import describe_lrs_fault
from game.store.attempt_folder import SUFFIX, load_attempt
from tests.bots import paper_of, sit
from tests.others import needs_node, node
from tests.test_cli import carriages


@pytest.fixture(scope="session")
def class_(tour: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of thirty, collected."""
    folder = tmp_path_factory.mktemp("class")
    sit(tour, folder / "from", 30)
    collect_attempts([folder / "from"], folder / "results")
    return folder / "results"


@pytest.fixture(scope="session")
def found(class_: Path) -> tuple[ResponseRow, ...]:
    """Its responses."""
    with open_index(class_) as index:
        return read_rows(index, TOUR)


@pytest.fixture(scope="session")
def analysis(found: tuple[ResponseRow, ...], tour: World) -> Analysis:
    """What it has shown."""
    return analyse(found, tour)


TOUR = "twenty-one-carriages"


# --- Collecting -------------------------------------------------------------------------------------------------------


def test_collecting_twice_changes_nothing(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "from", 3)
    first = collect_attempts([tmp_path / "from"], tmp_path / "to")
    before = {path.name: path.read_bytes() for path in (tmp_path / "to").iterdir()}
    second = collect_attempts([tmp_path / "from", tmp_path / "from"], tmp_path / "to")
    assert (first.new, second.new, second.known) == (3, 0, 6)
    assert {path.name: path.read_bytes() for path in (tmp_path / "to").iterdir()} == before


def test_an_attempt_that_has_grown_takes_the_place_of_its_beginning(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "from", 1)
    (path,) = (tmp_path / "from").rglob(f"*{SUFFIX}")
    whole = path.read_bytes()
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:5]))
    collect_attempts([tmp_path / "from"], tmp_path / "to")
    path.write_bytes(whole)
    assert collect_attempts([tmp_path / "from"], tmp_path / "to").grown == 1
    (kept,) = (tmp_path / "to").iterdir()
    assert kept.read_bytes() == whole
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:5]))
    assert collect_attempts([tmp_path / "from"], tmp_path / "to").known == 1
    assert kept.read_bytes() == whole


def test_what_cannot_be_collected_is_told_and_left_out(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "one", 1, seed=1)
    sit(tour, tmp_path / "two", 1, seed=2)
    (one,) = (tmp_path / "one").rglob(f"*{SUFFIX}")
    (two,) = (tmp_path / "two").rglob(f"*{SUFFIX}")
    collect_attempts([tmp_path / "one"], tmp_path / "to")
    (kept,) = (tmp_path / "to").iterdir()
    # Another attempt under the first one's id, sealed anew, as a file copied and edited by somebody would be.
    from game.store.attempt_file import seal_line

    attempt = load_attempt(two)
    forged, seal = b"", ""
    for line in (replace(attempt.begun, attempt=load_attempt(one).begun.attempt), *attempt.events):
        data, seal = seal_line(line, seal)
        forged += data + b"\n"
    two.write_bytes(forged)
    (tmp_path / "two" / f"junk{SUFFIX}").write_bytes(b"junk\n")
    before = kept.read_bytes()
    warnings = collect_attempts([tmp_path / "two", tmp_path / "nowhere"], tmp_path / "to").warnings
    told = [describe_warning(warning) for warning in warnings]
    assert kept.read_bytes() == before
    assert len(told) == 3
    assert any("another attempt with the same id and other content" in text for text in told)
    assert any(f"junk{SUFFIX}:1:" in text for text in told)
    assert any("there is no such folder" in text for text in told)


def test_the_index_is_made_from_the_files_again(class_: Path, found: tuple[ResponseRow, ...]) -> None:
    find_kept_index(class_).write_bytes(b"this is no database at all")
    with open_index(class_) as index:
        assert read_rows(index, TOUR) == found
    find_kept_index(class_).unlink()
    with open_index(class_) as index:
        assert read_rows(index, TOUR) == found


def test_a_file_that_is_gone_is_gone_from_the_index(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path, 2)
    with open_index(tmp_path) as index:
        assert len({row.candidate for row in read_rows(index, TOUR)}) == 2
    next(tmp_path.rglob(f"*{SUFFIX}")).unlink()
    with open_index(tmp_path) as index:
        assert len({row.candidate for row in read_rows(index, TOUR)}) == 1


def test_who_is_still_answering_is_told_apart(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path, 2)
    first = sorted(tmp_path.rglob(f"*{SUFFIX}"))[0]
    first.write_bytes(b"".join(first.read_bytes().splitlines(keepends=True)[:5]))
    with open_index(tmp_path) as index:
        one, two = read_attempt_summaries(index, TOUR)
        assert len({row.candidate for row in read_rows(index, TOUR)}) == 1
    assert (one.is_handed_in, two.is_handed_in) == (False, True)
    assert one.answered < one.asked


# --- Analysis ---------------------------------------------------------------------------------------------------------


def test_a_class_is_analysed(analysis: Analysis, tour: World) -> None:
    assert len(analysis.candidates) == 30
    assert [item.item.id for item in analysis.items] == [item.id for item in paper_of(tour).items]
    assert analysis.figures is not None
    assert analysis.figures.mean == pytest.approx(sum(analysis.scores) * 12 / 30)
    for item, column in zip(analysis.items, zip(*analysis.marks, strict=True), strict=True):
        assert item.facility == pytest.approx(sum(mark or 0 for mark in column) / 30)
        assert sum(one.number for one in item.chosen) + item.blank == 30
        assert item.visited[1] + item.unvisited[1] == 30
        shares = item.visited[0] * item.visited[1] + item.unvisited[0] * item.unvisited[1]
        assert shares / 30 == pytest.approx(item.facility)


def test_below_ten_there_are_counts_and_no_statistics(found: tuple[ResponseRow, ...], tour: World) -> None:
    few = sorted({row.candidate for row in found})[: MIN_CANDIDATES_FOR_STATISTICS - 1]
    analysis = analyse([row for row in found if row.candidate in few], tour)
    assert analysis.figures is None
    assert analysis.no_statistics == "too few candidates"
    assert all(item.figures is None and item.flags == () for item in analysis.items)


def test_the_first_attempt_counts(found: tuple[ResponseRow, ...], tour: World) -> None:
    who = found[0].candidate
    again = [replace_row(row, attempt="later", mark=0.0) for row in found if row.candidate == who]
    analysis = analyse([*found, *again], tour)
    assert analysis.repeated == (who,)
    assert analysis.scores == analyse(found, tour).scores


def replace_row(row: ResponseRow, **fields: object) -> ResponseRow:
    """A response with something changed."""
    return row._replace(**fields)  # type: ignore[arg-type] # names of its own


def test_an_item_that_was_reworded_is_another_one(found: tuple[ResponseRow, ...], tour: World) -> None:
    item = found[0].item
    changed = [
        replace_row(row, item=replace(item, stem="Reworded?"), digest="other")
        if row.item.id == item.id and row.candidate == "Stoker-01"
        else row
        for row in found
    ]
    analysis = analyse(changed, tour)
    assert analysis.reworded == (item.id,)
    assert next(one for one in analysis.items if one.item.id == item.id).number == 29


def test_a_miskey_is_suspected_where_the_weak_know_better(found: tuple[ResponseRow, ...], tour: World) -> None:
    scores = dict(zip(analyse(found, tour).candidates, analyse(found, tour).scores, strict=True))
    middle = sorted(scores.values())[15]
    item_id = found[0].item.id
    turned = [
        replace_row(row, mark=float(scores[row.candidate] < middle)) if row.item.id == item_id else row for row in found
    ]
    (item,) = (one for one in analyse(turned, tour).items if one.item.id == item_id)
    assert "miskeyed" in [flag.kind for flag in item.flags]


def test_right_for_the_wrong_reason_is_counted(tour: World, tmp_path: Path) -> None:
    code = sit(tour, tmp_path, 12, items=60)
    with open_index(tmp_path) as index:
        analysis = analyse(read_rows(index, TOUR, code), tour)
    for item in analysis.items:
        expected = sum(
            mark == MARK_FOR_WRONG_PROOF for mark in [row[analysis.items.index(item)] for row in analysis.marks]
        )
        assert item.wrong_reason == (expected if item.kind == "two-tier" else 0)


def test_misconceptions_are_counted_by_what_was_mixed_up(analysis: Analysis) -> None:
    assert analysis.misconceptions
    numbers = [one.number for one in analysis.misconceptions]
    assert numbers == sorted(numbers, reverse=True)
    texts = {one.because for item in analysis.items for one in item.chosen if one.because and not one.is_right}
    assert {one.because for one in analysis.misconceptions} == texts


# --- Reports ----------------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """Reads a page and sees that every tag is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "line", "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_the_page_is_whole_and_stands_alone(analysis: Analysis, tour: World) -> None:
    page = render_report(analysis, tour)
    read_ = Page(page)
    assert read_.open == []
    assert "script" not in read_.tags
    assert "http" not in page
    text = " ".join(read_.texts)
    for part in ("30 candidates", "To teach again", "Coefficient of internal consistency", "What was mixed up"):
        assert part in text


def test_a_hostile_name_never_becomes_markup(found: tuple[ResponseRow, ...], tour: World) -> None:
    hostile = '<script>alert("x")</script>'
    twice = [replace_row(row, attempt=f"{row.attempt}2") for row in found if row.candidate == "Stoker-01"]
    changed = [replace_row(row, candidate=hostile) if row.candidate == "Stoker-01" else row for row in (*found, *twice)]
    read_ = Page(render_report(analyse(changed, tour), tour))
    assert "script" not in read_.tags
    assert hostile in " ".join(read_.texts)


def test_few_are_not_reported_and_small_groups_are_left_out(found: tuple[ResponseRow, ...], tour: World) -> None:
    four = sorted({row.candidate for row in found})[:4]
    analysis = analyse([row for row in found if row.candidate in four], tour)
    with pytest.raises(SmallGroupError, match="only 4"):
        render_report(analysis, tour)
    assert "4 candidates" in render_report(analysis, tour, with_small=True)
    six = analyse([row for row in found if row.candidate in sorted({r.candidate for r in found})[:6]], tour)
    assert "fewer than 5" in render_report(six, tour)


def test_tables_have_a_column_an_item_and_a_row_a_response(
    analysis: Analysis, found: tuple[ResponseRow, ...], tour: World
) -> None:
    wide = list(csv.DictReader(io.StringIO(render_wide_csv(analysis))))
    assert len(wide) == 30
    assert list(wide[0])[2:] == [item.item.id for item in analysis.items]
    long = list(csv.DictReader(io.StringIO(render_long_csv(found, tour))))
    assert len(long) == len(found) == 360
    assert len({row["response"] for row in long}) == 360
    total = sum(float(row["mark"]) for row in long if row["candidate"] == wide[0]["candidate"])
    assert float(wide[0]["percent"]) == pytest.approx(100 * total / 12, abs=0.01)


def test_the_gradebook_has_plain_figures_and_nothing_for_the_absent(analysis: Analysis) -> None:
    names = {"Stoker-01": "=anna@example.org", "Signal-99": "ben@example.org"}
    text = render_gradebook(analysis, "Exam", names, "email")
    table = {row["email"]: row["Exam"] for row in csv.DictReader(io.StringIO(text))}
    assert table["ben@example.org"] == ""
    assert (
        table["'=anna@example.org"]
        == f"{100 * dict(zip(analysis.candidates, analysis.scores, strict=True))['Stoker-01']:.2f}"
    )
    for grade in table.values():
        assert grade == "" or 0 <= float(grade) <= 100


# --- Pseudonyms -------------------------------------------------------------------------------------------------------


def test_a_pseudonym_tells_nothing_of_its_name_and_stays(tmp_path: Path) -> None:
    first = roster.enrol({}, ["Anna Müller", "Ben", "Anna  Müller"])
    assert sorted(first.values()) == ["Anna Müller", "Ben"]
    assert all("Anna" not in pseudonym for pseudonym in first)
    assert roster.enrol(first, ["Cem"]).items() >= first.items()
    roster.save_roster(tmp_path, first)
    assert roster.load_roster(tmp_path) == first


@pytest.mark.skipif(sys.platform == "win32", reason="there, folders guard files, not modes")
def test_the_roster_is_for_its_owner_only(tmp_path: Path) -> None:
    roster.save_roster(tmp_path, {"Stoker-07": "Anna"})
    assert stat.S_IMODE((tmp_path / roster.ROSTER_FILE).stat().st_mode) == 0o600


def test_somebody_is_forgotten_with_all_attempts(tour: World, tmp_path: Path) -> None:
    folder = tmp_path / "results"
    sit(tour, folder, 3)
    roster.save_roster(folder, {"Stoker-02": "Anna Müller"})
    done = carriages("results", "forget", "anna müller", home=tmp_path)
    assert "Forgotten: the line in the roster, and 1 attempt." in done.stdout
    assert roster.load_roster(folder) == {}
    left = {load_attempt(path).begun.candidate for path in folder.rglob(f"*{SUFFIX}")}
    assert left == {"Stoker-01", "Stoker-03"}
    assert b"Stoker-02" not in b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert carriages("results", "forget", "Nobody", home=tmp_path).returncode == 2


def test_what_a_class_in_browsers_still_holds_of_somebody_is_named(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results", 2)
    sit(tour, tmp_path / "classes" / "9a" / "attempts", 2)
    (tmp_path / "classes" / "9a" / "joins.json").write_text('{"stoker02": {"name": "Stoker-02"}}')
    done = carriages("results", "forget", "Stoker-02", home=tmp_path)
    assert done.returncode == 1
    assert "still be in 2 files" in done.stdout
    assert "joins.json" in done.stdout
    assert "of another class" in done.stdout
    assert len(list((tmp_path / "classes").rglob(f"*{SUFFIX}"))) == 2


# --- xAPI -------------------------------------------------------------------------------------------------------------


@needs_node
def test_every_statement_is_valid_to_another_program(
    found: tuple[ResponseRow, ...], tour: World, tmp_path: Path
) -> None:
    sit(tour, tmp_path, 2, items=120, seed=99)
    with open_index(tmp_path) as index:
        more = read_rows(index, TOUR)
    made = list(build_statements((*found, *more), tour))
    assert len({statement["id"] for statement in made}) == len(made)
    assert node("xapi.cjs", json.dumps(made)) == []


def test_a_statement_tells_no_name_and_is_the_same_every_time(found: tuple[ResponseRow, ...], tour: World) -> None:
    one, two = list(build_statements(found, tour)), list(build_statements(found, tour))
    assert one == two
    for statement in one:
        assert set(statement["actor"]) == {"objectType", "account"}
        assert "null" not in json.dumps(statement)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://lrs.example.org/xapi", "only https"),
        ("lrs.example.org", "begins with https://"),
        ("ftp://x/y", "begins with https://"),
    ],
)
def test_an_open_line_is_not_sent_over(url: str, says: str) -> None:
    with pytest.raises(LrsError) as bad:
        check_address(url)
    assert says in describe_lrs_fault(bad.value.fault)


def test_loopback_may_be_open(tmp_path: Path) -> None:
    assert check_address("http://127.0.0.1:8100/xAPI/") == "http://127.0.0.1:8100/xAPI/statements"


# --- The commands -----------------------------------------------------------------------------------------------------


def test_from_exams_to_a_report(tour: World, tmp_path: Path) -> None:
    code = sit(tour, tmp_path / "class", 12)
    collected = carriages("results", "collect", str(tmp_path / "class"), home=tmp_path)
    assert "12 new attempts" in collected.stdout
    shown = carriages("results", "--plain", home=tmp_path).stdout
    assert "12 of 12 handed in" in shown
    assert "Stoker-07: 12 of 12" in shown or "Stoker-07: 11 of 12" in shown
    for arguments, name in (
        (("report",), "report.html"),
        (("report",), "report.csv"),
        (("report", "--long"), "long.csv"),
        (("report", "--gradebook", "username"), "grades.csv"),
        (("xapi",), "statements.json"),
        (("certificate", "Stoker-07", "--name", "Anna"), "anna.html"),
    ):
        out = tmp_path / name
        done = carriages("results", *arguments, "--paper", code, "-o", str(out), home=tmp_path)
        assert done.returncode == 0, done.stderr
        assert ("There is no roster in" in done.stderr) == (name == "grades.csv")
        assert out.stat().st_size > 100
        refused = carriages("results", *arguments, "-o", str(out), home=tmp_path)
        assert refused.returncode == 2
        assert "--force replaces it" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("report", "-o", "x.html"), "has no finished attempts"),
        (("report",), "needs a file"),
        (("report", "-o", "x.docx"), "ends in .html or .csv"),
        (("xapi",), "needs a file or a store"),
        (("certificate", "Nobody"), "has handed in nothing"),
        (("--folder", "nowhere"), "no folder"),
        (("report", "--long", "-o", "long.html"), "ends in .csv"),
        (("xapi", "-o", "x.csv"), "has no finished attempts"),
        (("forget", "Nobody"), "no candidate has the name"),
    ],
)
def test_bad_input_is_told(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    done = carriages("results", *arguments, home=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_several_papers_are_not_mixed(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results" / "a", 6, items=5)
    sit(tour, tmp_path / "results" / "b", 6, items=6, seed=5)
    done = carriages("results", "report", "-o", str(tmp_path / "x.html"), home=tmp_path)
    assert done.returncode == 2
    assert "several papers; choose one with --paper" in done.stderr
    shown = carriages("results", "--plain", home=tmp_path).stdout
    assert "6 of 6 handed in" in shown
    assert "Other papers (choose one with --paper): " in shown


def test_an_empty_class_is_shown_as_such(tmp_path: Path) -> None:
    done = carriages("results", "--plain", home=tmp_path)
    assert done.returncode == 0
    assert "Nothing has been handed in yet." in done.stdout


def test_a_store_that_is_away_loses_nothing(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results", 1)
    done = carriages("results", "xapi", "--lrs", "http://127.0.0.1:9/xapi", home=tmp_path)
    assert done.returncode == 2
    assert "cannot be reached" in done.stderr
    assert "Nothing is lost" in done.stderr


def test_nothing_here_needs_the_screen(tmp_path: Path) -> None:
    commands = "game.commandline.results_command, game.commandline.results.class_screen"
    modules = f"{commands}, game.app.class_view, game.classroom.analysis"
    program = f"import {modules}, sys; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_collecting_tells_who_is_missing_twice_or_of_another_bank(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "one", 2, seed=1)
    sit(tour, tmp_path / "two", 1, seed=2)
    roster.save_roster(tmp_path / "results", {"Stoker-01": "Anna", "Signal-99": "Ben"})
    told = carriages("results", "collect", str(tmp_path / "one"), str(tmp_path / "two"), home=tmp_path).stdout
    assert "Not begun: Signal-99." in told
    assert "More than one attempt (the first one handed in counts): Stoker-01." in told
    assert "other wordings" not in told
    assert "Anna" not in told
    (path,) = (tmp_path / "two").rglob(f"*{SUFFIX}")
    attempt = load_attempt(path)
    from game.store.attempt_file import seal_line

    other, seal = b"", ""
    begun = replace(attempt.begun, attempt="3e5c7a52-0000-4000-8000-000000000009", bank="0ddba11")
    for line in (begun, *attempt.events):
        data, seal = seal_line(line, seal)
        other += data + b"\n"
    path.write_bytes(other)
    assert "1 attempt of bank 0ddba11" in carriages("results", "collect", str(path.parent), home=tmp_path).stdout


def resealed(path: Path, **changes: object) -> None:
    """Write an attempt anew, with something of its beginning changed."""
    from game.store.attempt_file import seal_line

    attempt = load_attempt(path)
    rows_, seal = b"", ""
    for line in (replace(attempt.begun, **changes), *attempt.events):
        data, seal = seal_line(line, seal)
        rows_ += data + b"\n"
    path.write_bytes(rows_)


def test_collecting_tells_of_strangers_and_of_other_limits(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "from", 3)
    one, two, _ = sorted((tmp_path / "from").rglob(f"*{SUFFIX}"))
    resealed(one, candidate="stocker-01")
    resealed(two, rules=replace(load_attempt(two).begun.rules, minutes=0))
    roster.save_roster(tmp_path / "results", {f"Stoker-0{n}": f"p{n}@example.org" for n in (1, 2, 3)})
    told = carriages("results", "collect", str(tmp_path / "from"), home=tmp_path).stdout
    assert "Not in the roster, and counted as other candidates: stocker-01." in told
    assert "Not begun: Stoker-01." in told
    assert "Another limit than most (30 min): Stoker-02 none." in told


def test_time_away_stands_in_the_report(analysis: Analysis, tour: World) -> None:
    page = render_report(analysis, tour, {"Stoker-04": (("left", 75.0), ("suspended", 3600.0))})
    text = " ".join(Page(page).texts)
    assert "Time away" in text
    assert "Stoker-04 left 1:15" in " ".join(text.split())
    assert "Time away" not in render_report(analysis, tour)


def test_a_folder_that_is_no_folder_of_attempts_is_told(tour: World, tmp_path: Path) -> None:
    archive = tmp_path / "class.zip"
    archive.write_bytes(b"PK")
    done = carriages("results", "collect", str(archive), home=tmp_path)
    assert done.returncode == 1
    assert "this archive is damaged" in done.stderr
    sit(tour, tmp_path / "from", 1)
    (path,) = (tmp_path / "from").rglob(f"*{SUFFIX}")
    path.rename(path.with_name(f"{path.name}.txt"))
    assert "1 new attempt" in carriages("results", "collect", str(tmp_path / "from"), home=tmp_path).stdout


def test_a_list_of_names_is_enrolled_once(tmp_path: Path) -> None:
    names = tmp_path / "class.txt"
    names.write_text("anna@example.org\nBen Kaya\n\nben kaya\n", "utf-8")
    told = carriages("results", "roster", "--list", str(names), home=tmp_path).stdout
    assert len(told.splitlines()) == 2
    assert carriages("results", "roster", "--list", str(names), home=tmp_path).stdout == told


def test_a_slip_in_a_pseudonym_is_mended_where_the_roster_leaves_no_doubt(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results", 6)
    one = sorted((tmp_path / "results").rglob(f"*{SUFFIX}"))[0]
    resealed(one, candidate="stoker 01")
    roster.save_roster(tmp_path / "results", {f"Stoker-0{n}": f"p{n}@example.org" for n in range(1, 7)})
    out = tmp_path / "grades.csv"
    done = carriages("results", "report", "--gradebook", "email", "-o", str(out), home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    marks = {row["email"] for row in csv.DictReader(io.StringIO(out.read_text("utf-8-sig")))}
    assert marks == {f"p{n}@example.org" for n in range(1, 7)}


def test_a_file_that_was_changed_later_is_told_and_counted_no_more(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results", 6)
    out = tmp_path / "report.csv"
    assert "6 candidates" in carriages("results", "report", "-o", str(out), home=tmp_path).stdout
    one = sorted((tmp_path / "results").rglob(f"*{SUFFIX}"))[0]
    one.write_bytes(one.read_bytes().replace(b"Stoker-01", b"Stoker-99"))
    done = carriages("results", "report", "-o", str(out), "--force", home=tmp_path)
    assert "5 candidates" in done.stdout
    assert f"{one}:1:" in done.stderr
    assert "It is not counted" in done.stderr
    assert "1 damaged, not counted." in carriages("results", "--plain", home=tmp_path).stdout


def test_the_first_attempt_that_was_handed_in_counts_everywhere(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results" / "one", 1, seed=1)
    sit(tour, tmp_path / "results" / "two", 1, seed=8)
    one, two = (load_attempt(next((tmp_path / "results" / name).rglob(f"*{SUFFIX}"))) for name in ("one", "two"))
    first = min(one, two, key=lambda attempt: attempt.begun.at)
    assert one.handed_in is not None
    assert two.handed_in is not None
    out = tmp_path / "report.csv"
    carriages("results", "report", "-o", str(out), home=tmp_path)
    (row,) = csv.DictReader(io.StringIO(out.read_text("utf-8-sig")))
    expected = 100 * sum(first.marks.values()) / 12
    assert float(row["percent"]) == pytest.approx(expected, abs=0.01)
    page = tmp_path / "certificate.html"
    carriages("results", "certificate", "Stoker-01", "-o", str(page), home=tmp_path)
    assert first.seal in page.read_text("utf-8")


def test_who_sat_fewer_items_is_measured_by_those(found: tuple[ResponseRow, ...], tour: World) -> None:
    who = found[0].candidate
    half = {row.item.id for row in found if row.candidate == who}
    kept = [row for row in found if row.candidate != who or row.item.id in sorted(half)[:6]]
    analysis = analyse(kept, tour)
    place = analysis.candidates.index(who)
    own = [row.mark for row in kept if row.candidate == who]
    assert analysis.scores[place] == pytest.approx(sum(own) / 6)


def test_every_spelling_that_was_right_is_ticked(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path, 12, items=60)
    with open_index(tmp_path) as index:
        found = read_rows(index, TOUR)
    shorts = [row for row in found if row.item.id == next(r.item.id for r in found if type(r.item).__name__ == "Short")]
    spelt = [replace_row(row, response=("Spelt",), mark=1.0) if n < 3 else row for n, row in enumerate(shorts)]
    (item,) = analyse(spelt, tour).items
    assert next(one for one in item.chosen if one.response == ("Spelt",)).is_right
