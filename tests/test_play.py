import errno
import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.app.game import Game
from game.pack.world import World
from game.prose.lines import Line

NewGame = Callable[[], Game]


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def test_a_tour_goes_on_where_it_was_left(new_game: NewGame) -> None:
    first = new_game()
    first.open()
    first.perform("take leaflet")
    first.perform("f")
    first.close()
    again = new_game()
    opening = text(again.open())
    assert "Welcome back" in opening
    assert "Green salon" in opening
    assert again.state == first.state


def test_a_new_tour_can_be_asked_for(new_game: NewGame) -> None:
    first = new_game()
    first.open()
    first.perform("f")
    first.close()
    again = new_game()
    assert "Welcome back" not in text(again.open(fresh=True))
    assert again.state.room == "platform"


def test_points_are_kept_by_name_and_restored(new_game: NewGame) -> None:
    game = new_game()
    game.open()
    game.perform("f")
    assert "before-the-end" in text(game.perform("save Before the end!"))
    game.perform("f")
    assert "Green salon" in text(game.perform("restore before the end"))
    game.perform("undo")
    assert game.state.room == "end"


def test_a_name_that_was_never_kept_is_told_with_those_there_are(new_game: NewGame) -> None:
    game = new_game()
    game.open()
    game.perform("save one")
    assert "one" in text(game.perform("restore two"))
    assert "name" in text(game.perform("save ???"))
    assert "one" in text(game.perform("restore"))


def test_restart_begins_anew_and_undo_brings_the_old_tour_back(new_game: NewGame) -> None:
    game = new_game()
    game.open()
    game.perform("f")
    old = game.state
    assert "YES or NO" in text(game.perform("restart"))
    assert game.state == old
    game.perform("yes")
    assert game.state.room == "platform"
    assert not game.state.noted
    game.perform("undo")
    assert (game.state.room, game.state.noted, game.state.turn) == (old.room, old.noted, old.turn)


def test_quit_says_goodbye_and_where_the_tour_goes_on(new_game: NewGame) -> None:
    game = new_game()
    game.open()
    game.perform("f")
    goodbye = text(game.perform("quit"))
    assert game.is_over
    assert "Green salon" in goodbye
    assert "kept" in goodbye


def test_a_damaged_save_of_an_earlier_version_is_told_and_a_new_tour_begins(new_game: NewGame, tmp_path: Path) -> None:
    (tmp_path / "running.json").write_text("rubbish")
    game = new_game()
    opening = text(game.open())
    assert "damaged" in opening
    assert "Nothing was deleted" in opening
    assert game.state.room == "platform"
    assert (tmp_path / "running.json").read_text(encoding="utf-8") == "rubbish"


def test_a_full_disk_is_told_once_and_the_game_goes_on_and_uses_it_again(
    new_game: NewGame, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    game = new_game()
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        assert "This tour cannot be kept: No space left" in text(game.open())
        assert "This tour cannot be kept" not in text(game.perform("f"))
        assert game.state.room == "salon"
    game.perform("x lamp")
    assert "is kept" in text(game.perform("quit"))
    again = new_game()
    again.open()
    assert again.state == game.state


def test_a_tour_that_cannot_be_kept_says_so_at_the_end(new_game: NewGame, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    game = new_game()
    game.open()
    monkeypatch.setattr(os, "write", full)
    assert "No space left" in text(game.perform("f"))
    assert "could not be kept" in text(game.perform("quit"))


def test_a_game_without_saves_says_so_when_asked(tiny: World) -> None:
    game = Game(tiny)
    game.open()
    assert "name" in text(game.perform("save here"))
    game.perform("f")
    assert game.state.room == "salon"


def test_the_ticket_is_shown_and_saved_as_text_and_as_a_picture(new_game: NewGame, tmp_path: Path) -> None:
    game = new_game()
    game.open()
    for line in ("f", "quiz", "green"):
        game.perform(line)
    shown = game.perform("ticket")
    rows = [line.text for line in shown]
    assert len({len(row) for row in rows}) == 1
    assert any("Carriages seen" in row and "1 of 1" in row for row in rows)
    assert any("Questions right" in row and "1 of 1 answered" in row for row in rows)
    assert f"ticket is in {tmp_path / 'files' / 'mine.txt'}" in text(game.perform("ticket save mine"))
    assert (tmp_path / "files" / "mine.txt").read_text(encoding="utf-8").splitlines() == rows
    game.perform("ticket save mine.svg")
    root = ElementTree.parse(tmp_path / "files" / "mine.svg").getroot()
    assert root.tag.endswith("svg")
    assert "TINY TOUR" in "".join(root.itertext())
    assert "already exists" in text(game.perform("ticket save mine.svg"))
    assert "Which file" in text(game.perform("ticket save"))
