"""A learning record store that others wrote, on this machine: statements go in once, however often they are sent."""

import base64
import json
import os
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
from tests.test_cli import carriages

pytestmark = pytest.mark.skipif(
    find_spec("ralph") is None or find_spec("uvicorn") is None, reason="the store is not installed: make test does it"
)

USER, PASSWORD = "stoker", "secret"


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


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that keeps statements in files."""
    home = tmp_path_factory.mktemp("store")
    (home / "held").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "RALPH_APP_DIR": str(home),
        "RALPH_AUTH_FILE": str(home / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(home / "held"),
    }
    ralph = [sys.executable, "-m", "ralph"]
    login = ["-u", USER, "-p", PASSWORD, "-s", "all", "-M", "mailto:stoker@example.org"]
    subprocess.run([*ralph, "auth", *login, "-w"], env=environment, check=True, capture_output=True, timeout=60)
    server = subprocess.Popen(
        [
            *ralph,
            "runserver",
            "-b",
            "fs",
            "--fs-default-directory-path",
            str(home / "held"),
            "-h",
            "127.0.0.1",
            "-p",
            str(port),
        ],
        env=environment,
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
    assert "39 statements sent, 0 were there already" in first.stdout
    assert len(store.statements()) == 39
    assert "0 statements sent, 39 were there already" in carriages(*send, home=tmp_path, **credentials).stdout
    # Another machine, which does not know what was sent: the store finds each one there already.
    (tmp_path / "results" / "xapi-sent.json").unlink()
    again = carriages(*send, home=tmp_path, **credentials)
    assert again.returncode == 0, again.stderr
    assert len(store.statements()) == 39


def test_a_wrong_password_is_told(store: Store, tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "results", 1, seed=5)
    done = carriages("results", "xapi", "--lrs", store.url, home=tmp_path, CARRIAGES_LRS_PASSWORD="wrong")
    assert done.returncode == 2
    assert "refused" in done.stderr
    assert "401" in done.stderr
