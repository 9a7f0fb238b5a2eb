"""Statements of xAPI field by field, and the batches in which they are sent to a store."""

import json
from collections.abc import Callable
from email.message import Message
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request

import pytest

from game.classroom import lrs
from game.classroom.lrs import (
    MAX_QUOTED_BYTES,
    MAX_STATEMENTS_PER_REQUEST,
    AddressOpen,
    AddressWrong,
    LrsError,
    StoreAway,
    StoreRefused,
    check_address,
    send_statements,
)
from game.classroom.response_ids import make_response_id
from game.classroom.xapi import Statement, build_statements
from game.pack.kinds import FULL_MARK_THRESHOLD
from game.pack.world import World
from tests.items import CHOICE
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


class Store:
    """A store that remembers what it was sent, and may refuse."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.refusal: Exception | None = None
        self.accepts = 1_000

    def __call__(self, request: Request, *, timeout: float) -> Any:
        assert timeout == 20.0
        if self.refusal is not None and len(self.requests) >= self.accepts:
            raise self.refusal
        self.requests.append(request)
        return BytesIO(b"[]")

    @property
    def batches(self) -> list[list[str]]:
        return [[s["id"] for s in json.loads(bytes(request.data))] for request in self.requests]  # type: ignore[arg-type]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = Store()
    monkeypatch.setattr(lrs, "urlopen", made)
    return made


def made(*numbers: int) -> list[Statement]:
    return [{"id": str(number)} for number in numbers]


def send(folder: Path, statements: list[Statement], *credentials: str) -> tuple[int, list[tuple[int, int]]]:
    """What was sent, and what was said of it on the way."""
    said: list[tuple[int, int]] = []
    keep: Callable[[int, int], None] = lambda sent, of: said.append((sent, of))  # noqa: E731 - as it is handed in
    name, password = credentials or ("", "")
    return send_statements(statements, "http://localhost/xapi/", (name, password), folder, keep), said


def test_statements_are_sent_once_each_and_in_batches_of_500(tmp_path: Path, store: Store) -> None:
    assert MAX_STATEMENTS_PER_REQUEST == 500
    assert send(tmp_path, made(*range(501))) == (501, [(500, 501), (501, 501)])
    assert [len(batch) for batch in store.batches] == [500, 1]
    assert send(tmp_path, made(*range(502))) == (1, [(1, 1)])
    assert store.batches[2:] == [["501"]]
    assert send(tmp_path, made(1)) == (0, [])
    assert json.loads((tmp_path / lrs.SENT_FILE).read_bytes()).keys() == {ADDRESS}


def test_what_was_sent_before_a_refusal_stays_sent(tmp_path: Path, store: Store) -> None:
    store.accepts, store.refusal = 1, URLError("no route")
    with pytest.raises(LrsError) as bad:
        send(tmp_path, made(*range(501)))
    assert bad.value.fault == StoreAway(ADDRESS, "no route")
    store.refusal = None
    assert send(tmp_path, made(*range(501))) == (1, [(1, 1)])


def test_a_refusal_is_quoted_up_to_300_bytes(tmp_path: Path, store: Store) -> None:
    said = b"x" * (MAX_QUOTED_BYTES + 1)
    store.accepts, store.refusal = 0, HTTPError(ADDRESS, 403, "Forbidden", Message(), BytesIO(said))
    with pytest.raises(LrsError) as bad:
        send(tmp_path, made(1, 2))
    assert MAX_QUOTED_BYTES == 300
    assert bad.value.fault == StoreRefused(ADDRESS, 2, 403, "Forbidden", "x" * 300)


@pytest.mark.parametrize("kept", ["", "[1]", "{", "3"])
def test_a_damaged_list_of_what_was_sent_sends_all_again(kept: str, tmp_path: Path, store: Store) -> None:
    (tmp_path / lrs.SENT_FILE).write_text(kept)
    assert send(tmp_path, made(1, 2))[0] == 2
    assert send(tmp_path, made(1, 2))[0] == 0
    assert len(store.requests) == 1


@pytest.mark.parametrize(
    ("credentials", "header"), [((), None), (("name", "word"), "Basic bmFtZTp3b3Jk"), (("name", ""), "Basic bmFtZTo=")]
)
def test_a_name_or_a_password_is_sent_as_basic_authorization(
    credentials: tuple[str, ...], header: str | None, tmp_path: Path, store: Store
) -> None:
    send(tmp_path, made(1), *credentials)
    (request,) = store.requests
    assert request.get_header("Authorization") == header
    assert request.get_header("X-experience-api-version") == "1.0.3"
    assert request.get_method() == "POST"


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
