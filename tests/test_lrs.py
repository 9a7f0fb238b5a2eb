"""A learning record store that others wrote, on this machine: statements go in once, however often they are sent."""

import base64
import json
import os
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from game.pack.world import World
from tests.bots import sit
from tests.conftest import environ_without_coverage
from tests.test_cli import carriages

pytestmark = pytest.mark.skipif(
    find_spec("ralph") is None or find_spec("uvicorn") is None, reason="the store is not installed: make test does it"
)

ROOT = Path(__file__).parent.parent
USER, PASSWORD = "name", "secret"
"""As the guide has them."""


class Store:
    """A running store."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/xAPI"

    def statements(self) -> list[dict[str, object]]:
        """All that it holds."""
        found: list[dict[str, object]] = []
        path = "/statements?limit=500"
        while path:
            held = self.get(path)
            found += held["statements"]  # type: ignore[arg-type] # a list of them
            more = str(held.get("more", ""))
            path = more.partition("/xAPI")[2] if more else ""
        return found

    def get(self, path: str) -> dict[str, object]:
        """What it answers."""
        login = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        headers = {"Authorization": f"Basic {login}", "X-Experience-API-Version": "1.0.3"}
        with urlopen(Request(self.url + path, headers=headers), timeout=10) as answer:
            return dict(json.loads(answer.read()))


def read_recipe() -> list[str]:
    """The commands of the guide to marks that set up a store, as they stand there."""
    guide = (ROOT / "docs" / "marking.md").read_text("utf-8")
    lines = [line[4:].partition("   ")[0].strip() for line in guide.splitlines() if line.startswith("    ")]
    first = next(place for place, line in enumerate(lines) if "ralph-malph" in line)
    return lines[first : first + 4]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of the guide, set up as it is written there, but for the port and the place of its files."""
    home = tmp_path_factory.mktemp("store")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    _, export, login, start = read_recipe()
    name, _, value = export.removeprefix("export ").partition("=")
    folder = str(Path(sys.executable).parent)
    environment = {
        **environ_without_coverage(),
        name: value,
        "PATH": os.pathsep.join((folder, os.environ.get("PATH", ""))),
        "RALPH_APP_DIR": str(home),
        "RALPH_AUTH_FILE": str(home / "auth.json"),
    }
    subprocess.run(shlex.split(login), env=environment, cwd=home, check=True, capture_output=True, timeout=60)
    program, script, _ = shlex.split(start)
    server = subprocess.Popen(
        [str(Path(folder, program)), str(ROOT / script), str(port)],
        env=environment,
        cwd=home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    found = Store(port)
    for _ in range(150):
        try:
            found.get("/statements?limit=1")
            break
        except URLError:
            time.sleep(0.2)
    else:
        server.kill()
        pytest.fail("the store did not come up")
    yield found
    server.terminate()
    server.wait(timeout=20)


def test_statements_are_taken_once(store: Store, tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results", 3)
    credentials = {"CARRIAGES_LRS_USER": USER, "CARRIAGES_LRS_PASSWORD": PASSWORD}
    send = ("results", "xapi", "--lrs", store.url)
    first = carriages(*send, home=tmp_path, **credentials)
    assert (first.returncode, first.stderr) == (0, "")
    assert "39 statements sent, 0 were already there" in first.stdout
    assert len(store.statements()) == 39
    assert "0 statements sent, 39 were already there" in carriages(*send, home=tmp_path, **credentials).stdout
    # Another machine, which does not know what was sent: the store finds each one there already.
    (tmp_path / "results" / "xapi-sent.json").unlink()
    again = carriages(*send, home=tmp_path, **credentials)
    assert (again.returncode, again.stderr) == (0, "")
    assert "39 statements sent, 0 were already there" in again.stdout
    assert len(store.statements()) == 39
    # A class that has grown: the second request that brings anything new.
    sit(tour, tmp_path / "results" / "more", 1, seed=99, first=9)
    more = carriages(*send, home=tmp_path, **credentials)
    assert (more.returncode, more.stderr) == (0, "")
    assert "13 statements sent, 39 were already there" in more.stdout
    assert len({held["id"] for held in store.statements()}) == len(store.statements()) == 52
    # Another machine sends what is known and what is new in one request; the store names only what is new to it.
    (tmp_path / "results" / "xapi-sent.json").unlink()
    sit(tour, tmp_path / "results" / "late", 1, seed=98, first=10)
    mixed = carriages(*send, home=tmp_path, **credentials)
    assert (mixed.returncode, mixed.stderr) == (0, "")
    assert "65 statements sent, 0 were already there" in mixed.stdout
    assert len(store.statements()) == 65


def test_a_wrong_password_is_told(store: Store, tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results", 1, seed=5)
    done = carriages("results", "xapi", "--lrs", store.url, home=tmp_path, CARRIAGES_LRS_PASSWORD="wrong")
    assert done.returncode == 2
    assert "refused" in done.stderr
    assert "401" in done.stderr
