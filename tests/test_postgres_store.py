"""A class in a real PostgreSQL: several servers at once, outages, wrong addresses, and tables of other versions."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from game.prose.store_words import StoreFault, describe_store_fault
from game.store.attempt_file import OpenElsewhereError
from game.web.stores.kept_values import EVERYTHING, ChangedElsewhereError, News, StoreAwayError
from game.web.stores.postgres_schema import MIGRATIONS
from game.web.stores.postgres_store import PostgresStore
from tests.class_stores import PostgresPlace
from tests.cut_lines import CutLine
from tests.own_postgres import OwnPostgres, find_free_port, own_postgres
from tests.test_class_stores import EVENTS, PAPER, begin

PASSWORD = "red-lamp-7"


@pytest.fixture
def own() -> Iterator[OwnPostgres]:
    """A server that the test may stop."""
    with own_postgres() as server:
        yield server


@pytest.fixture
def place(postgres: OwnPostgres) -> Iterator[PostgresPlace]:
    opened = PostgresPlace(postgres.make_address())
    yield opened
    opened.close()


def fail(address: str) -> str:
    with pytest.raises(StoreAwayError) as refused:
        PostgresStore(address, "class")
    told = refused.value.strerror
    assert PASSWORD not in str(refused.value) + repr(refused.value)
    assert refused.value.__suppress_context__
    return str(told)


@pytest.mark.parametrize(
    ("address", "fault", "detail"),
    [
        (
            "postgresql://locked:{word}@127.0.0.1:{port}/postgres",
            "refused",
            'password authentication failed for user "locked"',
        ),
        ("postgresql://nobody:{word}@127.0.0.1:{port}/postgres", "refused", 'role "nobody" does not exist'),
        ("postgresql://postgres:{word}@127.0.0.1:{port}/school", "unknown", 'database "school" does not exist'),
        ("postgresql://postgres:{word}@127.0.0.1:{free}/postgres", "away", ""),
        ("postgresql://postgres:{word}@no-such-host.invalid:{port}/postgres", "away", ""),
        ("postgresql://postgres:{word}@127.0.0.1:{port}/postgres?sslmode=sometimes", "address", ""),
    ],
)
def test_who_cannot_get_in_is_told_why_and_no_password(
    postgres: OwnPostgres, address: str, fault: StoreFault, detail: str
) -> None:
    if "locked" in address and not postgres.ask("SELECT 1 FROM pg_roles WHERE rolname = 'locked'"):
        postgres.ask("CREATE ROLE locked LOGIN PASSWORD 'another'")
    free = find_free_port()
    told = fail(address.format(word=PASSWORD, port=postgres.port, free=free))
    where = address.partition("@")[2].partition("?")[0].format(port=postgres.port, free=free)
    host, _, database = where.partition("/")
    assert told == describe_store_fault(f"{database} at {host}", fault, detail)


def test_a_newer_program_is_not_disturbed(postgres: OwnPostgres) -> None:
    postgres.ask("CREATE DATABASE newer")
    address = postgres.make_address("newer")
    PostgresStore(address, "class").close()
    number = len(MIGRATIONS) + 1
    postgres.ask(f"INSERT INTO carriages.migration (number) VALUES ({number})", "newer")
    assert fail(address) == describe_store_fault(f"newer at 127.0.0.1:{postgres.port}", "newer")
    assert postgres.ask("SELECT max(number) FROM carriages.migration", "newer") == str(number)


def test_many_servers_may_start_at_once(postgres: OwnPostgres) -> None:
    postgres.ask("CREATE DATABASE fresh")

    def open_one(number: int) -> str:
        store = PostgresStore(postgres.make_address("fresh"), "class")
        code = store.load_head().code
        store.close()
        return code

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(open_one, range(6)))) == 1
    wanted = "\n".join(str(number) for number in range(1, len(MIGRATIONS) + 1))
    assert postgres.ask("SELECT number FROM carriages.migration ORDER BY number", "fresh") == wanted


def test_a_user_with_too_few_rights_is_told(postgres: OwnPostgres) -> None:
    postgres.ask("CREATE DATABASE narrow")
    postgres.ask("CREATE ROLE guest LOGIN")
    address = postgres.make_address("narrow", "guest")
    assert "rights" in fail(address), "the tables cannot be made"
    PostgresStore(postgres.make_address("narrow"), "class").close()
    assert "rights" in fail(address), "the tables cannot be read"


def test_classes_of_one_database_do_not_meet(place: PostgresPlace, postgres: OwnPostgres) -> None:
    other = PostgresPlace(postgres.make_address())
    one, two = place.open(), other.open()
    told: list[News] = []
    two.listen(told.append)
    one.put("plan", "mode", b"1", 0)
    one.shelf.create(begin())
    two.put("plan", "mode", b"2", 0)
    assert two.shelf.find("Signal-63", PAPER) == ((), (), ())
    assert list(two.shelf.read_files()) == []
    assert one.get("plan")["mode"].value == b"1"
    two.shelf.create(begin())
    while len(told) < 2:
        pass
    assert [news.kind for news in told] == ["plan", "lines"]
    other.close()


async def test_what_was_kept_without_an_answer_is_not_kept_twice(postgres: OwnPostgres) -> None:
    line = CutLine(postgres.port)
    async with line.laid():
        place = PostgresPlace(f"postgresql://postgres@127.0.0.1:{line.port}/postgres?sslmode=disable")

        def try_all() -> None:
            store = place.open()
            line.loses_answer = True
            version = store.put("plan", "mode", b"1", 0)
            line.loses_answer = True
            attempt = store.shelf.create(begin())
            for event in EVENTS:
                line.loses_answer = True
                attempt.append(event)
            line.loses_answer = True
            store.put("plan", "mode", b"2", version)
            with pytest.raises(ChangedElsewhereError):
                store.put("plan", "mode", b"2", version)
            with pytest.raises(OpenElsewhereError):
                store.shelf.create(begin())
            assert attempt.file.count == store.shelf.count_lines(attempt) == 1 + len(EVENTS)
            (found,) = store.shelf.find("Signal-63", PAPER).handed_in
            assert (tuple(found.events), found.seal) == (EVENTS, attempt.seal)
            place.close()

        await asyncio.to_thread(try_all)
    assert line.lost == 3 + len(EVENTS)


def test_a_restart_of_the_database_is_waited_for(own: OwnPostgres) -> None:
    place = PostgresPlace(own.make_address())
    store = place.open()
    missed = Event()
    store.listen(lambda news: missed.set() if news.kind == EVERYTHING else None)
    attempt = store.shelf.create(begin())
    own.stop("immediate")
    own.start()
    attempt.append(EVENTS[0])
    assert missed.wait(30)
    again = Event()
    store.listen(lambda news: again.set())
    attempt.append(EVENTS[1])
    assert again.wait(30)
    (found,) = store.shelf.find("Signal-63", PAPER).unfinished
    assert tuple(found.events) == EVENTS[:2]
    place.close()


def test_while_the_database_is_away_nothing_is_kept_and_all_is_told_at_once(own: OwnPostgres) -> None:
    place = PostgresPlace(own.make_address())
    store = place.open()
    attempt = store.shelf.create(begin())
    own.stop("fast")
    # The first waits for it; whoever comes later is told at once.
    with pytest.raises(StoreAwayError):
        attempt.append(EVENTS[0])
    for ask in (
        lambda: store.get("plan"),
        lambda: store.put("plan", "mode", b"1", 0),
        lambda: store.shelf.create(begin("Guard-05")),
        lambda: store.shelf.find("Signal-63", PAPER),
        lambda: store.shelf.count_lines(attempt),
    ):
        with pytest.raises(StoreAwayError, match="does not answer"):
            ask()
    assert attempt.file.is_behind
    own.start()
    wait_until_back(store)
    assert store.get("plan") == {}
    assert store.shelf.find("Guard-05", PAPER) == ((), (), ())
    assert store.shelf.count_lines(attempt) == 1
    # The line that could not be kept goes before the next one.
    attempt.append(EVENTS[1])
    (found,) = store.shelf.find("Signal-63", PAPER).unfinished
    assert tuple(found.events) == EVENTS[:2]
    place.close()


def wait_until_back(store: PostgresStore) -> None:
    while True:
        try:
            store.get("plan")
        except StoreAwayError:
            continue
        return
