"""A PostgreSQL server of Debian's package, for tests: it is started in a folder of its own, at a free port."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

OWNER = "postgres"
CONFIGURATION = """
listen_addresses = '127.0.0.1'
log_min_messages = fatal
max_connections = 200
"""
WHO_MAY = """
local all all trust
host all locked 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust
"""

WATCH = 'while kill -0 "$1" 2>/dev/null; do sleep 1; done; folder=$2; shift 2; "$@"; rm -rf "$folder"'


def find_programs() -> Path | None:
    """The folder of PostgreSQL's programs; Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    program = str(found[-1]) if found else shutil.which("postgres")
    return Path(program).parent if program else None


def find_free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


class OwnPostgres:
    """A server that a test may stop, kill and start again."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self.folder = programs, folder
        self.port = find_free_port()

    def make_address(self, database: str = "postgres", user: str = OWNER) -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def prepare(self) -> None:
        # PostgreSQL refuses to run as root, and its own user may not look into the folders of tests.
        if os.getuid() == 0:
            shutil.chown(self.folder, OWNER, OWNER)
        self._run("initdb", "-D", str(self.data), "-A", "trust", "-U", OWNER, "-E", "UTF8", "--no-sync")
        with (self.data / "postgresql.conf").open("a") as configuration:
            configuration.write(f"{CONFIGURATION}port = {self.port}\nunix_socket_directories = '{self.folder}'\n")
        (self.data / "pg_hba.conf").write_text(WHO_MAY)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def start(self) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.folder / "log"), "start")

    def stop(self, mode: str = "immediate") -> None:
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", mode, "stop")

    def ask(self, query: str, database: str = "postgres") -> str:
        """What psql prints for a query."""
        return self._run(
            "psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", OWNER, "-d", database, "-Atqc", query
        ).strip()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Let the server end, and its folder go, also where the tests are killed."""
        end = self._make_command("pg_ctl", "-D", str(self.data), "-m", "immediate", "stop")
        command = ["sh", "-c", WATCH, "watch", str(os.getpid()), str(self.folder), *end]
        with subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as watch:
            try:
                yield
            finally:
                watch.kill()

    def _make_command(self, program: str, *arguments: str) -> list[str]:
        command = [str(self._programs / program), *arguments]
        return ["runuser", "-u", OWNER, "--", *command] if os.getuid() == 0 else command

    def _run(self, program: str, *arguments: str) -> str:
        command = self._make_command(program, *arguments)
        # A server that goes on inherits what it is given: a pipe would never end.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, cwd=self.folder, check=False)
            output.seek(0)
            text = output.read()
        assert done.returncode == 0, text
        return text


@contextmanager
def own_postgres() -> Iterator[OwnPostgres]:
    """A server that runs; the test is skipped where there is no PostgreSQL."""
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="carriages-postgres-"))
    server = OwnPostgres(programs, folder)
    try:
        server.prepare()
        server.start()
        try:
            with server.watched():
                yield server
        finally:
            if (server.data / "postmaster.pid").exists():
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
