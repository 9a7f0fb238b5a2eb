"""What many tests start from: a world of three rooms, and games that play it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.app.game import Game
from game.content.load import load
from game.core.paths import shipped
from game.pack.world import World
from game.store.saves import Saves
from game.tour.session import Session

TINY = Path(__file__).parent / "tiny"


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


@pytest.fixture
def session(tiny: World) -> Session:
    """A session at the start of the tiny world."""
    return Session(tiny)


@pytest.fixture
def new_game(tiny: World, tmp_path: Path) -> Callable[[], Game]:
    """Makes games that keep their tour in one and the same folder."""
    return lambda: Game(tiny, Saves(tmp_path))
