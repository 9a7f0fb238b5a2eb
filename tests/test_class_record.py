"""A class as its folder has it: who counts, who is missing, and whose pseudonym was mistyped."""

from pathlib import Path

import pytest

from game.classroom import roster
from game.classroom.class_record import ClassRecord, load_class
from game.classroom.index_rows import AttemptSummary, choose_counted_attempts
from game.pack.world import World
from game.store.attempt_faults import AttemptDamage, FirstLineMissing
from tests.bots import sit
from tests.rows import make_row, make_summary
from tests.test_index import hand_in, keep


def make_record(*attempts: AttemptSummary, **enrolled: str) -> ClassRecord:
    return ClassRecord(code="", rows=(), attempts=attempts, enrolled=enrolled, damaged=())


def test_the_first_attempt_handed_in_counts_else_the_first_begun() -> None:
    begun = make_summary("Anna", is_handed_in=False, began=1.0)
    first, second = make_summary("Anna", began=2.0), make_summary("Anna", began=3.0)
    assert choose_counted_attempts([begun, first, second]) == (first,)
    assert choose_counted_attempts([first, begun, second]) == (first,)
    later = make_summary("Anna", is_handed_in=False, began=4.0)
    assert choose_counted_attempts([begun, later]) == (begun,)


def test_each_paper_of_a_candidate_counts() -> None:
    one, two = make_summary("Anna", code="1"), make_summary("Anna", code="2")
    assert choose_counted_attempts([one, two]) == (one, two)


def test_papers_are_named_the_latest_first() -> None:
    record = make_record(
        make_summary("Anna", code="old", began=1.0),
        make_summary("Ben", code="new", began=2.0),
        make_summary("Cem", code="old", began=0.0),
    )
    assert record.papers == ("new", "old")


def test_who_is_missing_and_who_is_not_in_the_roster() -> None:
    record = make_record(make_summary("Anna"), make_summary("Zoe"), Anna="a", Dan="d", Cem="c")
    assert record.missing == ("Cem", "Dan")
    assert record.not_in_roster == ("Zoe",)
    assert make_record(make_summary("Zoe")).not_in_roster == ()  # where there is no roster, nobody is outside of it


def test_who_has_not_handed_in_and_who_took_part_twice() -> None:
    record = make_record(
        make_summary("Zoe", is_handed_in=False),
        make_summary("Anna", is_handed_in=False),
        make_summary("Anna"),
        make_summary("Cem", code="1", is_handed_in=False),
        make_summary("Cem", code="2"),
    )
    assert record.unfinished == ("Cem", "Zoe")
    assert record.repeated == ("Anna",)


def test_other_limits_are_those_that_most_did_not_have() -> None:
    record = make_record(
        make_summary("Anna", minutes=45.0), make_summary("Ben", minutes=30.0), make_summary("Cem", minutes=30.0)
    )
    assert record.other_limits == (30.0, {"Anna": 45.0})
    assert make_record().other_limits == (0.0, {})


def test_attempts_at_other_banks_are_counted_by_bank() -> None:
    record = make_record(make_summary("Anna", bank="1"), make_summary("Ben", bank="1"), make_summary("Cem", bank="2"))
    assert record.other_banks("2") == {"1": 2}


def test_one_paper_is_taken_out_of_a_class() -> None:
    record = ClassRecord(
        code="",
        rows=(make_row("Anna", code="1"), make_row("Anna", code="2")),
        attempts=(make_summary("Anna", code="1"), make_summary("Anna", code="2")),
        enrolled={"Anna": "a"},
        damaged=(AttemptDamage("x", 1, FirstLineMissing()),),
    )
    one = record.of("1")
    assert (one.code, [row.code for row in one.rows], [each.code for each in one.attempts]) == ("1", ["1"], ["1"])
    assert (one.enrolled, one.damaged) == (record.enrolled, record.damaged)


@pytest.mark.parametrize(
    ("enrolled", "candidate"),
    [
        ("stoker 01", "stoker 01"),
        ("STOKER_01", "STOKER_01"),
        ("Stoker-02", "Stoker-01"),
        ("Stoker-1", "Stoker-01"),
    ],
    ids=["space", "case", "another number", "a digit less"],
)
def test_a_slip_in_a_pseudonym_is_corrected_where_letters_and_digits_agree(
    enrolled: str, candidate: str, tour: World, tmp_path: Path
) -> None:
    code = sit(tour, tmp_path, 1, items=2)
    roster.save_roster(tmp_path, {enrolled: "Anna"})
    record = load_class(tmp_path, tour.tour.id)
    assert {row.candidate for row in record.rows} == {each.candidate for each in record.attempts} == {candidate}
    assert load_class(tmp_path, tour.tour.id, code).rows == record.rows
    assert load_class(tmp_path, tour.tour.id, "OTHER").rows == ()
    assert load_class(tmp_path, "another-tour").attempts == ()
    assert load_class(tmp_path, tour.tour.id, modes=("practice",)).rows == ()


def test_two_spellings_are_one_candidate_and_the_attempt_that_began_first_counts(tmp_path: Path) -> None:
    """By their texts the spellings stand the other way round."""
    keep(tmp_path, hand_in(choice=0.0), candidate="Anna", at="2026-11-21T11:00:00+01:00", name="ANNA")
    keep(tmp_path, hand_in(choice=1.0), candidate="Ben", at="2026-11-21T10:00:00+01:00", name="anna")
    for enrolled, shown in (({}, "anna"), ({"a-n n.a": "Anna"}, "a-n n.a")):
        roster.save_roster(tmp_path, enrolled)
        record = load_class(tmp_path, "tiny")
        assert [each.candidate for each in record.attempts] == [shown, shown]
        assert [each.at[11:13] for each in record.attempts] == ["10", "11"]
        assert [(each.candidate, each.at[11:13]) for each in record.counted] == [(shown, "10")]
        assert {row.candidate for row in record.rows} == {shown}


def test_attempts_are_in_the_order_of_their_candidates(tmp_path: Path) -> None:
    keep(tmp_path, candidate="Ben", at="2026-11-21T09:00:00+01:00")
    keep(tmp_path, candidate="Anna", at="2026-11-21T10:00:00+01:00")
    assert [each.candidate for each in load_class(tmp_path, "tiny").attempts] == ["Anna", "Ben"]


def test_of_two_limits_that_as_many_had_the_first_is_usual() -> None:
    record = make_record(make_summary("Anna", minutes=45.0), make_summary("Ben", minutes=30.0))
    assert record.other_limits == (45.0, {"Ben": 30.0})
