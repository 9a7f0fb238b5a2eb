"""Pseudonyms: how many there are, who gets one, and who is found by which name."""

import os
from pathlib import Path

import pytest

from game.classroom import roster
from game.classroom.roster import MAX_PSEUDONYMS_PER_WORD, PSEUDONYM_WORDS, RosterError
from game.commandline.main import main
from game.prose.class_errors import describe_roster_fault

CAPACITY = len(PSEUDONYM_WORDS) * MAX_PSEUDONYMS_PER_WORD


def test_a_roster_is_full_with_the_last_pseudonym_and_not_before() -> None:
    assert CAPACITY == 1000
    full = roster.enrol({}, [f"name {number}" for number in range(CAPACITY)])
    assert len(full) == CAPACITY
    assert {"Blue-00", "Otter-99"} <= full.keys()
    assert roster.enrol(full, ["name 7"]) == full
    with pytest.raises(RosterError) as bad:
        roster.enrol(full, ["one more"])
    assert "holds 1000 names" in describe_roster_fault(bad.value.fault)


def test_a_name_is_known_whatever_its_case_and_spaces() -> None:
    known = {"Stoker-07": "Anna Müller"}
    assert roster.enrol(known, ["anna  MÜLLER", " ", ""]) == known
    made = roster.enrol(known, ["Ben", "BEN", " Ben "])
    assert sorted(made.values()) == ["Anna Müller", "Ben"]


def test_somebody_is_found_by_name_or_pseudonym_and_nobody_by_a_part() -> None:
    known = {"Stoker-07": "Anna Müller", "Signal-01": "Ben"}
    assert roster.find_pseudonyms(known, " anna   müller ") == ("Stoker-07",)
    assert roster.find_pseudonyms(known, "STOKER-07") == ("Stoker-07",)
    assert roster.find_pseudonyms(known, "anna") == ()


def test_a_file_that_is_no_roster_is_refused(tmp_path: Path) -> None:
    assert roster.load_roster(tmp_path) == {}
    for data in (b"[]", b"{", b'{"Stoker-07": 1}', b"\xff"):
        (tmp_path / roster.ROSTER_FILE).write_bytes(data)
        with pytest.raises(RosterError) as bad:
            roster.load_roster(tmp_path)
        assert "not a roster" in describe_roster_fault(bad.value.fault)


def test_a_roster_is_kept_as_a_text_that_only_its_owner_reads(tmp_path: Path) -> None:
    known = {"Stoker-07": "Anna Müller", "Signal-01": "Ben"}
    roster.save_roster(tmp_path, known)
    path = tmp_path / roster.ROSTER_FILE
    assert path.read_text("utf-8") == '{\n "Stoker-07": "Anna Müller",\n "Signal-01": "Ben"\n}\n'
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
    assert roster.load_roster(tmp_path) == known


@pytest.mark.parametrize(
    ("name", "code"), [("\udcff.json", "U+DCFF"), ("Anna\x1b[2J", "U+001B"), ("Ben\u202e", "U+202E")]
)
def test_a_name_that_acts_on_a_terminal_or_is_no_text_is_refused(
    name: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["results", "--folder", str(tmp_path), "roster", "Carla", name]) == 2
    assert f"this one holds the character {code}" in capsys.readouterr().err
    assert not list(tmp_path.iterdir()), "nobody of the line is enrolled"


def test_a_pack_has_words_of_its_own_for_pseudonyms() -> None:
    made = roster.enrol({}, [f"name {number}" for number in range(100)], ("Beacon", "Beacon"))
    assert made.keys() == {f"Beacon-{number:02}" for number in range(100)}
    with pytest.raises(RosterError):
        roster.enrol(made, ["one more"], ("Beacon",))
