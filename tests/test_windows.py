"""What is kept is kept under the rules of Windows as well."""

import os
import sys
from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace

from game.app.game import Game, notice_loss
from game.content import open_pack
from game.pack.world import World
from game.prose.lines import Line
from game.store.attempt_folder import create_attempt, load_attempt
from game.store.decks import load_deck, path_of
from game.store.ownership import Ownership
from game.store.player_files import MAX_NAME_CHARACTERS, NameRefused, create
from game.store.saves import Saves
from game.store.settings import Settings, keep_settings, load_settings
from game.store.shared_file import Kept, NotKept
from game.store.short_lock import MAX_WAIT_SECONDS, short_lock, try_lock
from tests.conftest import TINY
from tests.test_faults import answer, begun
from tests.windows import SimulatedWindows, simulate

WORLD = cast(World, open_pack(TINY, None)[0])


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SimulatedWindows:
    return simulate(monkeypatch, tmp_path)


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def test_the_simulation_refuses_what_windows_refuses(windows: SimulatedWindows, tmp_path: Path) -> None:
    """A simulation that lets all pass would prove nothing."""
    (tmp_path / "open").write_bytes(b"")
    handle = os.open(tmp_path / "open", os.O_RDWR)
    with pytest.raises(PermissionError):
        (tmp_path / "open").replace(tmp_path / "other")
    with pytest.raises(PermissionError):
        (tmp_path / "open").unlink()
    with pytest.raises(OSError, match="Invalid"):
        (tmp_path / "aux.txt").mkdir()
    with pytest.raises(FileNotFoundError):
        os.open(tmp_path / ("x" * 200) / ("y" * 100), os.O_RDONLY)
    other = os.open(tmp_path / "open", os.O_RDWR)
    assert try_lock(handle)
    assert not try_lock(other)
    os.close(handle)
    assert try_lock(other)
    os.close(other)
    with pytest.raises(ImportError):
        import fcntl  # noqa: F401
    assert len(windows.refused) == 3


def test_a_tour_is_kept_begun_anew_taken_back_and_gone_on_with(windows: SimulatedWindows, tmp_path: Path) -> None:
    game = Game(WORLD, Saves(tmp_path))
    game.open()
    for line in ("f", "x lamp", "save here", "restart", "yes", "x bench", "tours 1", "undo", "restore here"):
        assert "cannot be kept" not in text(game.perform(line)), line
        assert "another window" not in text(game.perform("look")), line
    state = game.state
    game.close()
    again = Game(WORLD, Saves(tmp_path))
    assert "Welcome back" in text(again.open())
    assert again.state == state
    again.close()
    third = Game(WORLD, Saves(tmp_path))
    assert "UNDO goes back to the one before, and TOURS lists it" in text(third.open(fresh=True))
    third.perform("x bench")
    assert "1 Green salon" in text(third.perform("tours"))
    third.close()
    assert windows.refused == []
    assert windows.open == {}


def test_two_windows_have_one_tour(windows: SimulatedWindows, tmp_path: Path) -> None:
    first, second, third = (Game(WORLD, Saves(tmp_path)) for _ in range(3))
    first.open()
    first.perform("f")
    assert "open in another window since" in text(second.open())
    assert "in this window now" in text(second.perform("take over"))
    assert second.state.room == "salon"
    second.perform("x rug")
    assert "open in another window now" in text(notice_loss(first))
    assert "only reads" in text(first.perform("f"))
    second.close()
    assert "Welcome back" in text(third.open())
    third.close()
    assert windows.refused == []


def test_a_lock_is_given_back_and_waited_for(windows: SimulatedWindows, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    with short_lock(path) as is_held:
        assert is_held
        assert len(windows.locked) == 1
    assert windows.locked == {}
    assert windows.open == {}
    idle = Ownership(tmp_path)
    idle.claim()
    assert Ownership(tmp_path).claim() is not None
    idle.release()
    assert Ownership(tmp_path).claim() is None


def test_a_lock_that_is_held_too_long_is_gone_on_without(
    windows: SimulatedWindows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([0.0, 0.0, MAX_WAIT_SECONDS, MAX_WAIT_SECONDS + 0.1])
    monkeypatch.setattr("game.store.short_lock.time.monotonic", lambda: next(moments))
    monkeypatch.setattr("game.store.short_lock.time.sleep", lambda _: None)
    with short_lock(tmp_path / "file"):
        windows.locked = {place: -1 for place in windows.locked}
        with short_lock(tmp_path / "file") as is_held:
            assert not is_held


def test_an_error_of_the_lock_that_is_no_lock_is_told(
    windows: SimulatedWindows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(22, "no locks on this share")

    monkeypatch.setattr(sys.modules["msvcrt"], "locking", fail)
    with short_lock(tmp_path / "file") as is_held:
        assert not is_held
    owner = Ownership(tmp_path)
    assert owner.claim() is None, "without locks the token decides"
    assert Ownership(tmp_path).claim() is not None


def test_settings_decks_and_attempts_are_kept(windows: SimulatedWindows, tmp_path: Path) -> None:
    for theme in ("day", "night"):
        assert keep_settings(tmp_path, Settings(theme=theme), Settings()) == Kept()
    assert load_settings(tmp_path).settings.theme == "night"
    game = Game(WORLD, Saves(tmp_path))
    game.open()
    for line in ("practice all", "skip", "skip", "leave"):
        game.perform(line)
    game.close()
    assert len(load_deck(path_of(tmp_path, "tiny"), "tiny").deck.cards) > 1
    attempt = create_attempt(tmp_path / "desk", begun())
    answer(attempt)
    assert len(load_attempt(attempt.path).events) == 1
    assert windows.refused == []


def test_a_file_that_another_program_has_open_is_not_lost(windows: SimulatedWindows, tmp_path: Path) -> None:
    keep_settings(tmp_path, Settings(theme="day"), Settings())
    scanner = os.open(tmp_path / "settings.json", os.O_RDONLY)
    assert isinstance(keep_settings(tmp_path, Settings(theme="night"), Settings()), NotKept)
    os.close(scanner)
    assert load_settings(tmp_path).settings.theme == "day"
    assert [path.name for path in tmp_path.glob("*.tmp")] == []


@pytest.mark.parametrize("tour_id", ["con", "nul", "com1", "aux"])
def test_a_pack_named_like_a_device_is_kept(tour_id: str, windows: SimulatedWindows, tmp_path: Path) -> None:
    world = replace(WORLD, tour=replace(WORLD.tour, id=tour_id))
    game = Game(world, Saves(tmp_path))
    game.open()
    for line in ("f", "save con", "practice all", "skip", "leave"):
        assert "cannot be kept" not in text(game.perform(line))
    second = Game(world, Saves(tmp_path))
    assert f"{tour_id}___2" in text(second.open(fresh=True))
    for each in (game, second):
        each.close()
    again = Game(world, Saves(tmp_path))
    assert "Welcome back" in text(again.open())
    assert "Back at con" in text(again.perform("restore con"))
    assert windows.refused == []


def test_a_path_that_is_too_long_is_told_and_harms_nothing(windows: SimulatedWindows, tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 120) / ("y" * 120)
    game = Game(WORLD, Saves(deep))
    assert "cannot be kept" in text(game.open())
    assert "salon" in text(game.perform("f")).casefold()
    game.close()
    assert isinstance(create(deep / f"{'n' * 60}.md", "text"), NameRefused)
    fitting = Game(WORLD, Saves(tmp_path))
    fitting.open()
    told = text(fitting.perform(f"notebook export {'n' * MAX_NAME_CHARACTERS}"))
    assert "written to" in told or "cannot" in told


def test_signs_that_no_name_may_hold_are_refused_before_windows_is_asked(
    windows: SimulatedWindows, tmp_path: Path
) -> None:
    game = Game(WORLD, Saves(tmp_path))
    game.open()
    for name in ("con", "a:b", "why?no", "lpt1.txt", "x*y", "folder./x"):
        assert "written to" not in text(game.perform(f"notebook export {name}")), name
    assert windows.refused == []
