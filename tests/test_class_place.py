"""``carriages class --store``: what is told where the database cannot be used, and how attempts come out of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.commandline.main import main
from game.prose import store_words
from game.store.attempt_folder import read_attempt
from game.web.stores.class_store import FolderStore
from game.web.stores.postgres_store import PostgresStore
from tests.own_postgres import OwnPostgres, find_free_port
from tests.test_class_stores import EVENTS, begin

WORD = "red-lamp-7"


@pytest.mark.parametrize(
    "typed", [f"mysql://anna:{WORD}@school/db", WORD, f"postgresql://anna:{WORD}@school:x/db", f"postgresql://[{WORD}"]
)
def test_an_address_of_no_database_is_told_without_it(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["class", "--store", typed]) == 2
    told = capsys.readouterr()
    assert store_words.BAD_ADDRESS in " ".join(told.err.split())
    assert WORD not in told.err + told.out


def test_a_database_that_does_not_answer_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    port = find_free_port()
    for more in ([], ["--export", "there"]):
        assert main(["class", "--store", f"postgresql://anna:{WORD}@127.0.0.1:{port}/school", *more]) == 2
        told = capsys.readouterr()
        assert store_words.describe_store_fault(f"school at 127.0.0.1:{port}", "away") in told.err
        assert WORD not in told.err + told.out
        assert "Traceback" not in told.err


def test_the_attempts_of_a_folder_are_written_to_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    attempt = FolderStore(tmp_path / "class").shelf.create(begin())
    there = tmp_path / "there"
    assert main(["class", "--class", str(tmp_path / "class"), "--export", str(there)]) == 0
    assert capsys.readouterr().out == f"{store_words.describe_exported(1, there)}\n"
    assert [path.read_bytes() for path in there.iterdir()] == [attempt.path.read_bytes()]


@pytest.mark.slow
def test_the_attempts_of_a_database_become_files(postgres: OwnPostgres, tmp_path: Path) -> None:
    store = PostgresStore(postgres.make_address(), "exported")
    for name in ("Signal-63", "Guard-05"):
        attempt = store.shelf.create(begin(name))
        for event in EVENTS:
            attempt.append(event)
    store.close()
    typed = ["class", "--store", postgres.make_address(), "--class", "exported", "--export", str(tmp_path / "there")]
    assert main(typed) == 0
    assert main(typed) == 0, "a second time changes nothing"
    assert {read_attempt(path).begun.candidate for path in (tmp_path / "there").iterdir()} == {"Signal-63", "Guard-05"}


def test_where_the_rest_of_the_disk_is_full_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    FolderStore(tmp_path / "class").shelf.create(begin())
    (tmp_path / "there").write_text("a file")
    assert main(["class", "--class", str(tmp_path / "class"), "--export", str(tmp_path / "there")]) == 2
    assert "there" in capsys.readouterr().err


def test_without_its_part_it_says_how_to_install_it(tmp_path: Path) -> None:
    # A finder that knows no asyncpg is what an installation without it is.
    done = run_python(
        tmp_path,
        "import sys\n"
        "import game.commandline.main as c\n"
        "from importlib.machinery import PathFinder\n"
        "real = PathFinder.find_spec\n"
        "PathFinder.find_spec = lambda name, *rest: None if name == 'asyncpg' else real(name, *rest)\n"
        "sys.exit(c.main(['class', '--store', 'postgresql://127.0.0.1/school']))",
    )
    assert done.returncode == 2
    assert store_words.NOT_INSTALLED in done.stderr


def test_a_class_in_a_folder_loads_no_driver(tmp_path: Path) -> None:
    FolderStore(tmp_path / "class").shelf.create(begin())
    done = run_python(
        tmp_path,
        "import sys\n"
        "import game.web.teaching.class_service\n"
        "import game.commandline.main as c\n"
        f"c.main(['class', '--class', {str(tmp_path / 'class')!r}, '--export', {str(tmp_path / 'there')!r}])\n"
        "print([name for name in sys.modules if name.startswith(('asyncpg', 'game.web.postgres'))])",
    )
    assert done.stdout.splitlines()[-1] == "[]"


def run_python(home: Path, program: str) -> "subprocess.CompletedProcess[str]":
    environ = {**os.environ, "CARRIAGES_HOME": str(home)}
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environ, check=False)
