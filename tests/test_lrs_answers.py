"""What counts as sent: only what a store names by its id. Stores here are made to answer in every wrong way."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from game.classroom import lrs_answers
from game.classroom.lrs import SendingResult, check_address, send_statements
from game.classroom.lrs_answers import is_loopback, read_retry_after
from game.classroom.lrs_faults import (
    AddressWithCredentials,
    AddressWrong,
    LrsError,
    NotAStore,
    SentListUnusable,
    StoreAway,
    StoreBusy,
    StoreRedirects,
    StoreRefused,
)
from game.classroom.lrs_ledger import MAX_LIST_BYTES, SENT_FILE, UNDELIVERED_FILE, SendingLedger
from game.pack.world import World
from game.prose.class_errors import describe_lrs_fault
from tests.bots import sit
from tests.test_cli import carriages

Statements = list[dict[str, Any]]
Reply = tuple[int, bytes, dict[str, str]]


def statements(number: int) -> Statements:
    return [{"id": str(UUID(int=place + 1, version=4)), "place": place} for place in range(number)]


class FakeStore:
    """A store that answers as it is told, and remembers what it was asked."""

    def __init__(self, answer: Callable[["FakeStore", Statements], Reply] | None = None) -> None:
        self.answer = answer or FakeStore.take
        self.find: Callable[[str], Reply] = self.find_held
        self.asked: list[str] = []
        self.posts: list[Statements] = []
        self.logins: list[str | None] = []
        self.held: dict[str, dict[str, Any]] = {}
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Nothing."""

            def do_POST(self) -> None:
                owner.logins.append(self.headers.get("Authorization"))
                got = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                owner.posts.append(got)
                self._reply(owner.answer(owner, got))

            def do_GET(self) -> None:
                owner.logins.append(self.headers.get("Authorization"))
                owner.asked.append(self.path.partition("statementId=")[2])
                self._reply(owner.find(owner.asked[-1]))

            def _reply(self, reply: Reply) -> None:
                status, body, headers = reply
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/xAPI"

    def take(self, got: Statements) -> Reply:
        self.held.update((each["id"], each) for each in got)
        return json_reply([each["id"] for each in got])

    def find_held(self, statement_id: str) -> Reply:
        found = self.held.get(statement_id)
        return json_reply(found) if found else (404, b"none", {})


def json_reply(value: object, status: int = 200) -> Reply:
    return status, json.dumps(value).encode(), {"Content-Type": "application/json"}


Make = Callable[..., FakeStore]


@pytest.fixture
def make_store() -> Iterator[Make]:
    """Makes stores, and closes them."""
    made: list[FakeStore] = []

    def make(answer: Callable[[FakeStore, Statements], Reply] | None = None) -> FakeStore:
        made.append(FakeStore(answer))
        return made[-1]

    yield make
    for store in made:
        store.server.shutdown()
        store.server.server_close()


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited, without waiting."""
    found: list[float] = []
    monkeypatch.setattr("game.classroom.lrs.time.sleep", found.append)
    return found


def send(store: FakeStore, made: Statements, folder: Path, *, is_retry: bool = False) -> SendingResult:
    return send_statements(made, store.url, ("name", "secret"), folder, lambda *_: None, is_retry=is_retry)


def read_sent(folder: Path) -> set[str]:
    path = folder / SENT_FILE
    return {each for ids in json.loads(path.read_bytes()).values() for each in ids} if path.exists() else set()


def test_statements_are_sent_once_each_and_in_batches_of_500(make_store: Make, tmp_path: Path) -> None:
    store, said = make_store(), list[tuple[int, int]]()
    send_statements(statements(501), store.url, ("", ""), tmp_path, lambda done, of: said.append((done, of)))
    assert said == [(500, 501), (501, 501)]
    assert [len(each) for each in store.posts] == [500, 1]
    assert send(store, statements(502), tmp_path) == (1, 501, (), 0)
    assert store.posts[2:] == [statements(502)[501:]]
    assert store.asked == []  # each was named in the answer
    assert send(store, statements(1), tmp_path) == (0, 1, (), 0)
    assert json.loads((tmp_path / SENT_FILE).read_bytes()).keys() == {f"{store.url}/statements"}


@pytest.mark.parametrize(
    ("credentials", "header"),
    [(("", ""), None), (("name", "word"), "Basic bmFtZTp3b3Jk"), (("name", ""), "Basic bmFtZTo=")],
)
def test_a_name_or_a_password_is_sent_as_basic_authorization(
    credentials: tuple[str, str], header: str | None, make_store: Make, tmp_path: Path
) -> None:
    store = make_store()
    send_statements(statements(1), store.url, credentials, tmp_path, lambda *_: None)
    assert store.logins == [header]


def test_a_refusal_is_quoted_up_to_300_characters(make_store: Make, tmp_path: Path) -> None:
    store = make_store(lambda _, __: (403, b"x" * 301, {}))
    with pytest.raises(LrsError) as bad:
        send(store, statements(2), tmp_path)
    assert bad.value.fault == StoreRefused(f"{store.url}/statements", 2, 403, "x" * 300)
    assert "a wrong name or password" in describe_lrs_fault(bad.value.fault)


PAGE = b"<html><title>Sign in</title></html>"


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        ((200, PAGE, {"Content-Type": "text/html"}), "Sign in"),
        ((200, b"", {}), "not a learning record store"),
        ((200, b"[]", {}), "[]"),
        ((200, b"{}", {}), "{}"),
        ((200, b'{"id": "x"}', {}), "not a learning record store"),
        ((200, b"null", {}), "null"),
        ((200, b"[" * 200_000, {}), "not a learning record store"),
        ((200, b"\xff\xfe", {}), "not a learning record store"),
        ((200, b'["00000000-0000-4000-8000-00000000ffff"]', {}), "not a learning record store"),
        ((200, b"[1, 2, 3]", {}), "not a learning record store"),
        ((201, b"[]", {}), "status 201"),
        ((203, b"[]", {}), "status 203"),
        ((205, b"[]", {}), "status 205"),
        ((299, b"[]", {}), "status 299"),
        ((204, b"", {}), "status 204"),
    ],
)
def test_an_answer_that_names_nothing_counts_nothing_as_sent(
    reply: Reply, says: str, make_store: Make, tmp_path: Path
) -> None:
    store = make_store(lambda _, __: reply)
    with pytest.raises(LrsError) as bad:
        send(store, statements(3), tmp_path)
    assert isinstance(bad.value.fault, NotAStore | StoreRefused)
    assert says in describe_lrs_fault(bad.value.fault)
    assert read_sent(tmp_path) == set()
    # A store that names nothing, and says so by its status, is asked for the first one; any other is believed nothing.
    assert len(store.asked) == (reply[0] == 204)
    # The next command sends all of them.
    store.answer = FakeStore.take
    assert send(store, statements(3), tmp_path) == (3, 0, (), 0)
    assert send(store, statements(3), tmp_path) == (0, 3, (), 0)


@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308, 399])
def test_a_redirect_is_told_and_never_followed(status: int, make_store: Make, tmp_path: Path) -> None:
    other = make_store()
    store = make_store(lambda _, __: (status, b"", {"Location": other.url}))
    with pytest.raises(LrsError) as bad:
        send(store, statements(3), tmp_path)
    assert bad.value.fault == StoreRedirects(f"{store.url}/statements", status, other.url)
    assert other.url in describe_lrs_fault(bad.value.fault)
    assert (other.logins, other.posts, read_sent(tmp_path)) == ([], [], set())


def test_a_store_that_names_only_what_is_new_is_asked_for_the_rest(make_store: Make, tmp_path: Path) -> None:
    def take_new(store: FakeStore, got: Statements) -> Reply:
        new = [each for each in got if each["id"] not in store.held]
        return store.take(new) if new else (204, b"", {})

    store = make_store(take_new)
    assert send(store, statements(2), tmp_path / "a").sent == 2
    assert send(store, statements(2), tmp_path / "b").sent == 2
    assert send(store, statements(5), tmp_path / "c").sent == 5
    # It names a part, and does not know the others: those are not counted.
    store.answer = lambda store, got: store.take(got[:2])
    made = statements(9)[5:]
    with pytest.raises(LrsError):
        send(store, made, tmp_path / "d")
    assert read_sent(tmp_path / "d") == {each["id"] for each in made[:2]}


@pytest.mark.parametrize("status", [400, 409, 413, 422])
def test_a_statement_that_is_refused_is_found_listed_and_sent_again_when_asked(
    status: int, make_store: Make, tmp_path: Path
) -> None:
    def refuse_some(store: FakeStore, got: Statements) -> Reply:
        return (status, b"no <b>good</b>", {}) if {37, 90} & {each["place"] for each in got} else store.take(got)

    store, made = make_store(refuse_some), statements(130)
    bad = [made[37]["id"], made[90]["id"]]
    found = send(store, made, tmp_path)
    assert (found.sent, [each for each, _ in found.refused]) == (128, bad)
    assert all(why == f"{status}: no <b>good</b>" for _, why in found.refused)
    listed = json.loads((tmp_path / UNDELIVERED_FILE).read_bytes())
    assert [each["id"] for each in listed] == bad
    assert len(store.posts) < 40
    # They are not sent again by themselves ...
    number = len(store.posts)
    assert send(store, made, tmp_path) == (0, 128, (), 2)
    assert len(store.posts) == number
    # ... but when that is asked for, and nothing else is.
    store.answer = FakeStore.take
    assert send(store, [*made, *statements(140)[130:]], tmp_path, is_retry=True) == (2, 128, (), 0)
    assert [each["id"] for each in store.posts[-1]] == bad
    assert json.loads((tmp_path / UNDELIVERED_FILE).read_bytes()) == []
    assert send(store, made, tmp_path, is_retry=True) == (0, 130, (), 0)


def test_a_store_that_refuses_everything_has_refused_no_statement(make_store: Make, tmp_path: Path) -> None:
    store = make_store(lambda _, __: (413, b"too large", {}))
    with pytest.raises(LrsError) as bad:
        send(store, statements(400), tmp_path)
    assert isinstance(bad.value.fault, StoreRefused)
    assert len(store.posts) < 60
    assert not (tmp_path / UNDELIVERED_FILE).exists()
    assert read_sent(tmp_path) == set()


def test_a_limit_on_the_size_of_a_request_is_kept(make_store: Make, tmp_path: Path) -> None:
    store = make_store(lambda store, got: (413, b"", {}) if len(got) > 40 else store.take(got))
    assert send(store, statements(130), tmp_path).sent == 130


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_store_is_asked_again(status: int, make_store: Make, tmp_path: Path, waits: list[float]) -> None:
    def be_busy(store: FakeStore, got: Statements) -> Reply:
        return (
            (status, b"slow down", {"Retry-After": "7"} if status == 429 else {}) if len(waits) < 3 else store.take(got)
        )

    assert send(make_store(be_busy), statements(3), tmp_path).sent == 3
    assert waits == ([7.0, 7.0, 7.0] if status == 429 else [1.0, 2.0, 4.0])


UNASKED = [1.0, 2.0, 4.0, 8.0, 16.0, 30.0]
"""Seconds between the requests to a store that does not say how long it is busy."""


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("", UNASKED),
        ("-5", UNASKED),
        ("soon", UNASKED),
        ("0", [0.0] * 6),
        ("5", [5.0] * 6),
        ("24", [24.0] * 5),  # 120 seconds in all
        ("25", [25.0] * 4),  # a fifth time would make 125
        ("30", [30.0] * 4),
        ("31", []),
        ("3600", []),
        ("9" * 400, []),
        ("Fri, 27 Nov 2099 10:00:00 GMT", []),
        ("Fri, 27 Nov 1998 10:00:00 GMT", [0.0] * 6),
    ],
)
def test_waiting_has_an_end(
    after: str, expected: list[float], make_store: Make, tmp_path: Path, waits: list[float]
) -> None:
    store = make_store(lambda _, __: (503, b"", {"Retry-After": after}))
    with pytest.raises(LrsError) as bad:
        send(store, statements(3), tmp_path)
    assert isinstance(bad.value.fault, StoreBusy)
    assert bad.value.fault == StoreBusy(f"{store.url}/statements", 503, sum(waits), "")
    assert len(store.posts) == len(waits) + 1
    assert waits == expected


def test_the_waiting_of_all_requests_of_a_command_is_counted_together(
    make_store: Make, tmp_path: Path, waits: list[float]
) -> None:
    def be_busy(store: FakeStore, got: Statements) -> Reply:
        is_time = len(waits) == 3 and len(got) == 500
        return store.take(got) if is_time else (503, b"", {"Retry-After": "1" if len(waits) == 4 else "30"})

    store = make_store(be_busy)
    with pytest.raises(LrsError) as bad:
        send(store, statements(501), tmp_path)
    assert bad.value.fault == StoreBusy(f"{store.url}/statements", 503, 120.0, "")
    assert waits == [30.0] * 4  # three for the first request, and one for the second
    assert len(read_sent(tmp_path)) == 500


@pytest.mark.parametrize("status", [401, 403, 404, 408, 410, 412, 414, 421, 423, 428, 430, 499, 501, 505])
def test_any_other_refusal_ends_the_command_at_once(
    status: int, make_store: Make, tmp_path: Path, waits: list[float]
) -> None:
    store = make_store(lambda _, __: (status, b"no", {}))
    with pytest.raises(LrsError) as bad:
        send(store, statements(3), tmp_path)
    assert bad.value.fault == StoreRefused(f"{store.url}/statements", 3, status, "no")
    assert (len(store.posts), waits) == (1, [])


def test_a_refused_batch_is_halved_until_the_statement_stands_alone(make_store: Make, tmp_path: Path) -> None:
    def refuse_one(store: FakeStore, got: Statements) -> Reply:
        return (400, b"", {}) if any(each["place"] == 2 for each in got) else store.take(got)

    store, made = make_store(refuse_one), statements(4)
    assert send(store, made, tmp_path) == (3, 0, ((made[2]["id"], "400"),), 0)
    assert [[each["place"] for each in post] for post in store.posts] == [[0, 1, 2, 3], [0, 1], [2, 3], [2], [3]]


@pytest.mark.parametrize(("number", "is_given_up"), [(4, False), (5, True)])
def test_a_store_that_takes_nothing_is_given_up_after_five_refusals(
    number: int, is_given_up: bool, make_store: Make, tmp_path: Path
) -> None:
    store = make_store(lambda _, __: (400, b"no", {}))
    if is_given_up:
        with pytest.raises(LrsError) as bad:
            send(store, statements(number), tmp_path)
        assert bad.value.fault == StoreRefused(f"{store.url}/statements", 5, 400, "no")
        assert not (tmp_path / UNDELIVERED_FILE).exists()
    else:
        assert len(send(store, statements(number), tmp_path).refused) == 4
        assert len(json.loads((tmp_path / UNDELIVERED_FILE).read_bytes())) == 4


def test_a_store_that_has_taken_one_statement_may_refuse_all_others(make_store: Make, tmp_path: Path) -> None:
    store = make_store(
        lambda store, got: store.take(got) if [each["place"] for each in got] == [0] else (400, b"no", {})
    )
    found = send(store, statements(8), tmp_path)
    assert (found.sent, len(found.refused)) == (1, 7)


@pytest.mark.parametrize(
    ("reply", "is_held"),
    [
        (lambda one: json_reply({"id": one}), True),
        (lambda one: json_reply({"statements": [{"id": "other"}, {"id": one}]}), True),
        (lambda one: json_reply({"id": one}, status=203), False),
        (lambda one: json_reply({"id": one}, status=404), False),
        (lambda _: json_reply({"id": "other"}), False),
        (lambda _: json_reply({"statements": []}), False),
        (lambda one: json_reply({"statements": [one]}), False),
        (lambda one: json_reply({"statements": {"id": one}}), False),
        (lambda one: json_reply([{"id": one}]), False),
        (lambda one: (200, one.encode(), {}), False),
    ],
)
def test_a_store_holds_what_it_shows_with_its_id(
    reply: Callable[[str], Reply], is_held: bool, make_store: Make, tmp_path: Path
) -> None:
    store, made = make_store(lambda _, __: (204, b"", {})), statements(2)
    store.find = reply
    if is_held:
        assert send(store, made, tmp_path).sent == 2
        assert len(store.asked) == 2
    else:
        with pytest.raises(LrsError):
            send(store, made, tmp_path)
        assert len(store.asked) == 1  # nor is it asked for the next one
        assert read_sent(tmp_path) == set()


def test_after_each_batch_it_is_on_file_what_was_acknowledged(make_store: Make, tmp_path: Path) -> None:
    """A kill loses one batch at most; it is sent again under the same ids."""
    store, made = make_store(), statements(1200)

    def stop(done: int, _: int) -> None:
        if done >= 1000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send_statements(made, store.url, ("", ""), tmp_path, stop)
    assert len(read_sent(tmp_path)) == 1000
    assert store.logins == [None, None]
    assert send(store, made, tmp_path) == (200, 1000, (), 0)


def test_a_list_of_what_was_sent_is_never_lost(make_store: Make, tmp_path: Path) -> None:
    store = make_store()
    (tmp_path / SENT_FILE).write_bytes(b"[" * 200_000)
    assert send(store, statements(2), tmp_path).sent == 2  # harmless: the store keeps each id once
    assert (tmp_path / "xapi-sent.damaged.json").stat().st_size == 200_000
    (tmp_path / SENT_FILE).write_bytes(b"damaged again")
    assert SendingLedger(tmp_path, "http://localhost/statements").sent == set()
    assert (tmp_path / "xapi-sent.damaged.json").stat().st_size == 200_000
    assert (tmp_path / "xapi-sent.damaged-2.json").read_bytes() == b"damaged again"
    (tmp_path / SENT_FILE).mkdir()
    with pytest.raises(LrsError) as bad:
        send(store, statements(3), tmp_path)
    assert isinstance(bad.value.fault, SentListUnusable)
    assert "Nothing was sent" in describe_lrs_fault(bad.value.fault)
    assert len(store.posts) == 1
    (tmp_path / "other" / SENT_FILE).mkdir(parents=True)
    with pytest.raises(LrsError):
        send(store, statements(3), tmp_path / "other")
    assert [path.name for path in (tmp_path / "other").iterdir()] == [SENT_FILE]  # it was not moved aside either


def test_a_list_stays_where_it_cannot_be_moved_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "not yours")

    (tmp_path / SENT_FILE).write_bytes(b"[")
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(LrsError) as bad:
        SendingLedger(tmp_path, "https://one")
    assert bad.value.fault == SentListUnusable(tmp_path / SENT_FILE, "damaged", "not yours")
    assert (tmp_path / SENT_FILE).read_bytes() == b"["


def test_the_lists_of_two_stores_do_not_mix(tmp_path: Path) -> None:
    one, two = SendingLedger(tmp_path, "https://one"), SendingLedger(tmp_path, "https://two")
    one.acknowledge({"b", "c", "a"})
    assert json.loads((tmp_path / SENT_FILE).read_bytes()) == {"https://one": ["a", "b", "c"]}
    assert not (tmp_path / UNDELIVERED_FILE).exists()  # there is nothing to list
    two.refuse("x", "400: no")
    two = SendingLedger(tmp_path, "https://two")
    assert two.sent == set()
    one = SendingLedger(tmp_path, "https://one")
    assert (one.sent, one.undelivered) == ({"a", "b", "c"}, {})
    one.refuse("x", "400: no")
    one.refuse("x", "409: known")
    one.refuse("y", "400: no")
    assert {each.id: each.why for each in one.undelivered.values()} == {"x": "409: known", "y": "400: no"}
    # The list is for a teacher's eyes: a line a field.
    assert (tmp_path / UNDELIVERED_FILE).read_text("utf-8").splitlines()[2] == '  "address": "https://two",'
    one.acknowledge({"x"})
    assert SendingLedger(tmp_path, "https://one").undelivered.keys() == {"y"}
    assert SendingLedger(tmp_path, "https://two").undelivered.keys() == {"x"}


def test_a_list_of_five_million_ids_is_read() -> None:
    assert MAX_LIST_BYTES == 256 * 1024 * 1024
    assert 5_000_000 * len(json.dumps([statements(1)[0]["id"]])) < MAX_LIST_BYTES


@pytest.mark.parametrize(
    "raw", [b"", b"garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[", b"\x00" * 100]
)
def test_what_does_not_speak_http_is_away(raw: bytes, tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            peer, _ = server.accept()
            peer.recv(65536)
            peer.sendall(raw)
            peer.close()

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(LrsError) as bad:
            send_statements(statements(1), f"http://127.0.0.1:{server.getsockname()[1]}", ("", ""), tmp_path, print)
    assert isinstance(bad.value.fault, StoreAway | NotAStore)


def test_an_endless_answer_ends(make_store: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lrs_answers, "MAX_ANSWER_BYTES", 1000)
    store = make_store(lambda _, __: (200, b"x" * 10_000_000, {}))
    with pytest.raises(LrsError) as bad:
        send(store, statements(1), tmp_path)
    assert isinstance(bad.value.fault, NotAStore)
    assert len(describe_lrs_fault(bad.value.fault)) < 1000


class Pieces(BytesIO):
    """An answer that comes in pieces."""

    def read1(self, size: int | None = -1) -> bytes:
        return super().read1(min(65536, size or 0))


def read_answer(body: bytes) -> bytes:
    return lrs_answers._read_answer(200, Message(), Pieces(body)).body


def test_an_answer_is_read_up_to_four_mebibytes_and_a_longer_one_is_no_list() -> None:
    limit = lrs_answers.MAX_ANSWER_BYTES
    assert limit == 4 * 1024 * 1024
    for number in (0, 1, limit - 1, limit):
        assert read_answer(b"x" * number) == b"x" * number
    # One byte more is read, so that no list is taken for whole which is not.
    assert len(read_answer(b"x" * (limit + 1))) == len(read_answer(b"x" * (limit + 70_000))) == limit + 1


@pytest.mark.parametrize(("seconds", "is_taken"), [(60.0, True), (60.5, False)])
def test_a_whole_answer_has_a_minute(
    seconds: float, is_taken: bool, make_store: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([1000.0, *[1000.0 + seconds] * 9])
    monkeypatch.setattr(lrs_answers, "time", SimpleNamespace(monotonic=lambda: next(moments)))
    store = make_store()
    if is_taken:
        assert send(store, statements(1), tmp_path).sent == 1
    else:
        with pytest.raises(LrsError) as bad:
            send(store, statements(1), tmp_path)
        assert bad.value.fault == StoreAway(f"{store.url}/statements", "answer too slow")


def test_a_store_that_says_nothing_is_away_after_twenty_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    assert lrs_answers.TIMEOUT_SECONDS == 20
    monkeypatch.setattr(lrs_answers, "TIMEOUT_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(LrsError) as bad:
        send_statements(statements(1), f"http://127.0.0.1:{silent.getsockname()[1]}", ("", ""), tmp_path, print)
    assert isinstance(bad.value.fault, StoreAway)
    assert bad.value.fault.why == "timed out"


def test_an_answer_is_quoted_by_its_beginning_in_one_line() -> None:
    def quote(body: str) -> str:
        return lrs_answers.StoreAnswer(400, body.encode(), "", "").quoted

    assert quote(" a\n\tb  c ") == "a b c"
    assert quote("\N{STEAM LOCOMOTIVE}" * 301) == "\N{STEAM LOCOMOTIVE}" * 300
    assert quote(" " * 1199 + "abc") == "a"  # only as many bytes are looked at as 300 characters can take


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0.0),
        ("7", 7.0),
        ("1234567890", 1234567890.0),
        ("", None),
        ("-5", None),
        ("7.5", None),
        ("\N{FULLWIDTH DIGIT SEVEN}", None),
        ("soon", None),
        ("Fri, 27 Nov 2026 10:01:30 GMT", 90.0),
        ("Fri, 27 Nov 2026 11:01:30 +0100", 90.0),
        ("Fri, 27 Nov 2026 09:59:59 GMT", 0.0),
        ("Fri, 27 Nov 2026 10:01:30", None),
    ],
)
def test_a_store_says_how_long_to_wait_in_seconds_or_by_a_date(
    text: str, seconds: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lrs_answers, "now", lambda: datetime(2026, 11, 27, 10, tzinfo=UTC))
    assert read_retry_after(text) == seconds


@pytest.mark.parametrize(
    ("host", "is_here"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.255.255.254", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("localhost.example.org", False),
        ("", False),
    ],
)
def test_this_machine_has_few_names(host: str, is_here: bool) -> None:
    assert is_loopback(host) is is_here


def test_a_store_elsewhere_is_reached_through_the_proxy_of_the_house(
    make_store: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = make_store()
    monkeypatch.setenv("https_proxy", proxy.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with pytest.raises(LrsError) as bad:
        send_statements(statements(1), "https://lrs.invalid", ("", ""), tmp_path, print)
    assert isinstance(bad.value.fault, StoreAway)
    assert "501" in bad.value.fault.why  # of the proxy, which has no tunnels


def test_no_proxy_is_asked_for_this_machine(make_store: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy, store = make_store(), make_store()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.url)
    assert send(store, statements(2), tmp_path).sent == 2
    assert proxy.posts == []


@pytest.mark.parametrize(
    "url",
    [
        "https://[::1",
        "https://x:port/",
        "https://x:99999999/",
        "https://user:secret@lrs.example.org/xAPI",
        "https://lrs.example.org/xAPI?x=1",
        "https://lrs.example.org/xAPI#x",
        "https://lrs.example.org/xAPI\x7f",
        "https://lrs.example.org/\N{LATIN SMALL LETTER E WITH ACUTE}",
        "https://lrs.example.org/x API",
        "https://lrs.example.org/\r\nHost: x",
        "https://",
        "http://127.0.0.1.example.org/",
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "",
    ],
)
def test_what_is_no_address_of_a_store_is_refused(url: str) -> None:
    with pytest.raises(LrsError) as bad:
        check_address(url)
    assert "secret" not in describe_lrs_fault(bad.value.fault)
    if "@" in url:
        assert bad.value.fault == AddressWithCredentials()
    elif url.startswith("https"):
        assert bad.value.fault == AddressWrong(url)


@pytest.mark.parametrize(
    "url", ["http://[::1]:8100/xAPI", "http://127.0.0.2/xAPI/", "https://lrs.example.org/statements"]
)
def test_this_machine_may_be_spoken_to_openly(url: str) -> None:
    assert check_address(url) == f"{url.rstrip('/').removesuffix('/statements')}/statements"


@pytest.mark.slow
def test_the_command_says_what_was_not_sent_and_sends_it_again(tour: World, tmp_path: Path, make_store: Make) -> None:
    sit(tour, tmp_path / "results", 2)
    store = make_store(lambda _, __: (200, PAGE, {}))
    xapi = ("results", "xapi", "--lrs", store.url)
    done = carriages(*xapi, home=tmp_path, CARRIAGES_LRS_USER="name", CARRIAGES_LRS_PASSWORD="secret")
    assert done.returncode == 2
    assert "this is not a learning record store" in done.stderr
    assert "sent," not in done.stdout
    store.answer = lambda store, got: (
        (400, b"bad verb", {}) if any("completed" in each["verb"]["id"] for each in got) else store.take(got)
    )
    done = carriages(*xapi, home=tmp_path)
    assert done.returncode == 1
    assert "24 statements sent, 0 were already there" in done.stdout
    assert "has refused 2 statements" in done.stderr
    assert "400: bad verb" in done.stderr
    done = carriages(*xapi, home=tmp_path)
    assert (done.returncode, "2 statements refused earlier" in done.stderr) == (1, True)
    store.answer = FakeStore.take
    done = carriages(*xapi, "--retry", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 statements sent, 24 were already there" in done.stdout
    refused = carriages("results", "xapi", "--retry", "-o", "x.json", home=tmp_path)
    assert (refused.returncode, "needs --lrs" in refused.stderr) == (2, True)
