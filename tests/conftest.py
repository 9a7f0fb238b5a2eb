"""What many tests start from: a world of three rooms, and games that play it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.app.game import Game
from game.content.load import load
from game.core.paths import shipped
from game.pack.world import World
from game.store.saves import Saves
from game.tour.session import Session
from tests.own_postgres import OwnPostgres, own_postgres

TESTS = Path(__file__).parent
TINY = TESTS / "tiny"
LIGHTHOUSE = TESTS / "packs" / "lighthouse"
ONE_ROOM = TESTS / "packs" / "one-room"

SLOW = (
    "tui",
    "test_class_sitting.py",
    "test_class_behind_proxy.py",
    "test_class_nodes.py",
    "test_commands.py",
    "test_docs.py",
    "test_exam_class.py",
    "test_exam_processes.py",
    "test_guard.py",
    "test_hostile_attempts.py",
    "test_lighthouse.py",
    "test_identity.py",
    "test_imports.py",
    "test_line_contract.py",
    "test_live_chromium.py",
    "test_live_nodes.py",
    "test_lrs.py",
    "test_postgres_store.py",
    "test_pty.py",
    "test_pty_plain.py",
    "test_quizzes.py",
    "test_results.py",
    "test_serve_command.py",
    "test_web_board_chromium.py",
    "test_web_chromium.py",
    "test_web_following_chromium.py",
    "test_web_marks_chromium.py",
    "test_web_walk_chromium.py",
    "test_web_hostile_forms.py",
    "test_web_looks.py",
    "test_wheel.py",
)
"""Folders and files whose tests start screens, terminals or other programs, or ask hundreds of questions.

``make test-fast`` leaves them out.

One list instead of a marker in each file, so that the cost of the fast set can be read, and changed, in one place. A
single slow test of a fast file carries the marker itself.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the slow files; a name in the list that is no file any more is an error."""
    slow = [TESTS / name for name in SLOW]
    assert all(path.exists() for path in slow), "SLOW names a file that is gone"
    for item in items:
        if any(item.path.is_relative_to(path) for path in slow):
            item.add_marker(pytest.mark.slow)


def copy_shipped_pack(pack: Path) -> Path:
    """Our rooms at another place, to be changed there, with the sprites that leads draw with."""
    shutil.copytree(shipped("rooms"), pack)
    shutil.copytree(shipped("assets") / "sprites", pack / "sprites")
    return pack


def environ_without_coverage() -> dict[str, str]:
    """The environment for programs whose lines are not counted: pip, a type checker, a server, a copy of the game.

    Coverage would else trace every Python that is started, which takes as long as what the program does.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def loaded(folder: Path) -> World:
    """The world in a folder that has no problems."""
    world, problems = load(folder)
    assert world is not None, "\n".join(map(str, problems))
    return world


@pytest.fixture(scope="session")
def tiny() -> World:
    """Three rooms: a platform, a salon with a lamp, an end."""
    return loaded(TINY)


@pytest.fixture(scope="session")
def tour() -> World:
    """The pack we ship."""
    return loaded(shipped("rooms"))


@pytest.fixture(scope="session")
def lighthouse() -> World:
    """Six rooms, stairs, and two sources that contradict each other: a tour that has nothing to do with ours."""
    return loaded(LIGHTHOUSE)


@pytest.fixture(scope="session")
def one_room() -> World:
    """The smallest pack that plays."""
    return loaded(ONE_ROOM)


@pytest.fixture(scope="session")
def worlds(tiny: World, tour: World, lighthouse: World, one_room: World) -> dict[str, World]:
    """All of them, by the names that walks use."""
    return {"tiny": tiny, "shipped": tour, "lighthouse": lighthouse, "one-room": one_room}


@pytest.fixture
def session(tiny: World) -> Session:
    """A session at the start of the tiny world."""
    return Session(tiny)


@pytest.fixture
def new_game(tiny: World, tmp_path: Path) -> Callable[[], Game]:
    """Makes games that keep their tour in one and the same folder."""
    return lambda: Game(tiny, Saves(tmp_path))


@pytest.fixture(scope="session")
def mypy_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where mypy keeps what it knows of the standard library from one run to the next."""
    return tmp_path_factory.mktemp("mypy")


@pytest.fixture(scope="session")
def postgres() -> Iterator[OwnPostgres]:
    """A PostgreSQL server of our own; without the package, what needs it is skipped."""
    with own_postgres() as server:
        yield server


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test writes into the folders of whoever runs it: the index of a class is kept in the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARRIAGES_HOME", str(tmp_path_factory.mktemp("home")))
        yield
