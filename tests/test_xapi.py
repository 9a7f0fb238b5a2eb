"""Statements of xAPI field by field, and the addresses of stores. What is sent is in ``test_lrs_answers``."""

import json
from datetime import datetime

import pytest
from msgspec.structs import replace

from game.classroom.lrs import check_address
from game.classroom.lrs_faults import AddressOpen, AddressWrong, LrsError
from game.classroom.response_ids import make_response_id
from game.classroom.xapi import build_statements
from game.pack.kinds import FULL_MARK_THRESHOLD, WhichSource
from game.pack.world import World
from tests.items import CHOICE, MATCH, NUMBER, ONE_OF_EACH
from tests.rows import make_row

HOME = "https://21carriages.invalid"
ADDRESS = "http://localhost/xapi/statements"


def test_an_answer_is_a_statement_with_its_mark_and_its_place(tiny: World) -> None:
    row = make_row("Stoker-07", mark=0.123456789, seconds=12.34, visited=frozenset({"salon", "platform"}))
    answered, completed = build_statements([row], tiny)
    assert answered["id"] == row.id
    assert answered["timestamp"] == "2026-11-21T09:00:00.000+01:00"
    assert answered["actor"] == {"objectType": "Agent", "account": {"homePage": HOME, "name": "Stoker-07"}}
    assert answered["object"]["id"] == f"{HOME}/tours/tiny/items/{CHOICE.id}"
    assert answered["object"]["definition"]["interactionType"] == "choice"
    result = answered["result"]
    assert result["score"] == {"scaled": 0.123457}
    assert completed["result"]["score"] == {"scaled": 0.123457, "raw": 0.123457, "min": 0, "max": 1}
    assert result["success"] is False
    assert result["duration"] == "PT12.3S"
    assert result["extensions"][f"{HOME}/extensions/facts"] == list(CHOICE.facts)
    assert result["extensions"][f"{HOME}/extensions/cites"] == [
        cite for fact_id in CHOICE.facts for cite in tiny.facts[fact_id].cites
    ]
    assert result["extensions"][f"{HOME}/extensions/visited"] == ["platform", "salon"]
    parents = answered["context"]["contextActivities"]
    assert answered["context"]["registration"] == completed["context"]["registration"] == row.attempt
    assert [activity["id"] for activity in parents["parent"]] == [f"{HOME}/papers/K7Q2"]
    assert [activity["id"] for activity in parents["grouping"]] == [f"{HOME}/tours/tiny"]


@pytest.mark.parametrize(("mark", "is_success"), [(1.0, True), (FULL_MARK_THRESHOLD, True), (0.999, False)])
def test_only_a_full_mark_is_a_success(tiny: World, mark: float, *, is_success: bool) -> None:
    answered, _ = build_statements([make_row("a", mark=mark)], tiny)
    assert answered["result"]["success"] is is_success


def test_an_exam_is_completed_once_with_the_sum_of_its_marks(tiny: World) -> None:
    rows = [make_row("a", mark=1.0, id="1"), make_row("b", id="2"), make_row("a", mark=0.25, id="3", seconds=5.25)]
    made = list(build_statements(rows, tiny))
    assert [statement["id"] for statement in made[:3]] == ["1", "2", "3"]
    first, second = made[3:]
    assert first["id"] == make_response_id("attempt of a", "", 0)
    assert first["result"]["score"] == {"scaled": 0.625, "raw": 1.25, "min": 0, "max": 2}
    assert first["result"]["duration"] == "PT15.2S"
    assert first["result"]["completion"] is True
    assert first["object"]["definition"]["name"] == {"en": "Paper K7Q2"}
    assert second["result"]["score"]["max"] == 1


def test_practice_is_answered_and_never_completed(tiny: World) -> None:
    (only,) = build_statements([make_row("", mode="practice", code="")], tiny)
    assert only["actor"]["account"]["name"] == "player"
    assert only["context"]["contextActivities"]["parent"][0]["id"] == f"{HOME}/papers/00000000"


def test_a_paper_without_a_code_is_named_by_its_bank(tiny: World) -> None:
    _, completed = build_statements([make_row("a", code="")], tiny)
    assert completed["object"]["definition"]["name"] == {"en": "Paper"}
    assert completed["object"]["id"] == f"{HOME}/papers/00000000"


def test_a_question_without_an_answer_is_skipped_and_not_answered(tiny: World) -> None:
    """A report of a store counts what was *answered*, whatever the response is."""
    (blank,) = build_statements([make_row("a", mark=0.0, response=(), mode="practice")], tiny)
    assert blank["verb"]["id"] == "http://id.tincanapi.com/verb/skipped"
    assert "response" not in blank["result"]
    (given,) = build_statements([make_row("a", mark=0.0, mode="practice")], tiny)
    assert given["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
    assert given["result"]["response"]


def test_a_question_that_the_pack_no_longer_has_the_sources_of_is_still_sent(tiny: World) -> None:
    """An old attempt rests on the pack as it was; a later pack must not end the sending of a class."""
    item = next(each for each in ONE_OF_EACH if isinstance(each, WhichSource))
    for changed in (replace(item, key="gone"), replace(item, facts=("gone",))):
        (made,) = build_statements([make_row("a", changed, response=("The Times", "p"), mode="practice")], tiny)
        assert made["object"]["definition"]["interactionType"] == "other"
        assert made["result"]["response"] == "The Times[,]p"
        assert json.dumps(made)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://localhost/xapi", ADDRESS),
        ("http://localhost/xapi/statements/", ADDRESS),
        ("http://[::1]/xapi", "http://[::1]/xapi/statements"),
        ("https://lrs.example.org", "https://lrs.example.org/statements"),
    ],
)
def test_statements_are_taken_at_an_address_of_their_own(url: str, address: str) -> None:
    assert check_address(url) == address


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("http://lrs.example.org", AddressOpen()),
        ("ftp://localhost/xapi", AddressWrong("ftp://localhost/xapi")),
        ("localhost", AddressWrong("localhost")),
        ("http:///xapi", AddressWrong("http:///xapi")),
    ],
)
def test_only_this_machine_is_spoken_to_without_encryption(url: str, fault: object) -> None:
    with pytest.raises(LrsError) as bad:
        check_address(url)
    assert bad.value.fault == fault


def test_a_time_of_an_old_attempt_gets_its_offset(tiny: World) -> None:
    (made,) = build_statements([make_row("a", at="2026-11-21T09:00:00", mode="practice")], tiny)
    moment = datetime.fromisoformat(made["timestamp"])
    assert moment.replace(tzinfo=None) == datetime(2026, 11, 21, 9)
    assert moment.utcoffset() is not None


def test_an_interaction_lists_only_the_parts_that_it_has(tiny: World) -> None:
    parts = {}
    for item in (CHOICE, NUMBER, MATCH):
        (made,) = build_statements([make_row("a", item, mode="practice")], tiny)
        parts[item.id] = made["object"]["definition"].keys() & {"choices", "source", "target"}
    assert parts == {"choice": {"choices"}, "number": set(), "match": {"source", "target"}}
