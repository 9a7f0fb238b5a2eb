"""The tables of classes in a database, and the numbered steps that make them of earlier ones."""

from game.prose.store_words import describe_store_fault
from game.web.stores.kept_values import StoreAwayError
from game.web.stores.postgres_link import Connection

LOCK = 21_000_017
"""Number of the lock under which tables are changed: two servers may start at once."""

MIGRATIONS = (
    """
    CREATE TABLE carriages.attempt (
        id uuid PRIMARY KEY,
        class text NOT NULL,
        who text NOT NULL,
        code text NOT NULL,
        nth int NOT NULL,
        UNIQUE (class, who, code, nth)
    );
    CREATE TABLE carriages.line (
        attempt uuid NOT NULL REFERENCES carriages.attempt ON DELETE CASCADE,
        n int NOT NULL CHECK (n > 0),
        body bytea NOT NULL,
        PRIMARY KEY (attempt, n)
    );
    CREATE FUNCTION carriages.refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'a line of an attempt is never changed'; END $$;
    CREATE TRIGGER never_changed BEFORE UPDATE ON carriages.line
        FOR EACH ROW EXECUTE FUNCTION carriages.refuse();
    CREATE SEQUENCE carriages.version;
    CREATE TABLE carriages.value (
        class text NOT NULL,
        kind text NOT NULL,
        key text NOT NULL,
        version bigint NOT NULL,
        writer uuid NOT NULL,
        body bytea NOT NULL,
        PRIMARY KEY (class, kind, key)
    );
    """,
)
"""The steps. One that was ever released is never changed; another one is added."""

BEGINNING = """
    CREATE SCHEMA IF NOT EXISTS carriages;
    CREATE TABLE carriages.migration (number int PRIMARY KEY, at timestamptz DEFAULT now());
"""
IS_THERE = "SELECT FROM pg_tables WHERE schemaname = 'carriages' AND tablename = 'migration'"
NUMBER = "SELECT coalesce(max(number), 0) FROM carriages.migration"


async def migrate(connection: Connection, place: str) -> None:
    """Bring the tables of a database up to date.

    Args:
        connection: To the database.
        place: Its name, for messages.

    Raises:
        StoreAwayError: They are of a newer program.
    """
    # Without the lock first: a user who may only read and add can still start, once the tables are there.
    if await _find_number(connection, place) == len(MIGRATIONS):
        return
    async with connection.transaction():
        await connection.execute(f"SELECT pg_advisory_xact_lock({LOCK})")
        done = await _find_number(connection, place)
        if not done:
            await connection.execute(BEGINNING)
        for number, step in enumerate(MIGRATIONS[done:], start=done + 1):
            await connection.execute(step)
            await connection.execute(f"INSERT INTO carriages.migration (number) VALUES ({number})")


async def _find_number(connection: Connection, place: str) -> int:
    """How many steps have been taken."""
    # Not to_regclass: after waiting for the lock, that may still answer from before another server made the table.
    if not await connection.fetch(IS_THERE):
        return 0
    ((number,),) = await connection.fetch(NUMBER)
    if number > len(MIGRATIONS):
        raise StoreAwayError(0, describe_store_fault(place, "newer"))
    return int(number)
