"""Tours on file: gone on with, begun anew, taken back, damaged, unreadable, open in two windows."""

import io
import json
import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.app import practice_policy
from game.app.game import Game, notice_loss
from game.app.practice_policy import PracticePolicy
from game.core.clock import now
from game.core.disk import Unusable
from game.pack.world import World
from game.plain import line_mode
from game.prose.lines import Line
from game.store import tour_opening
from game.store.saves import Saves
from game.store.state_values import dump
from game.store.tour_folder import MAX_EARLIER_TOURS
from game.tour.state import State, begin_tour

NewGame = Callable[[], Game]


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def played(game: Game, *lines: str) -> Game:
    """A window that was opened, played in, and closed."""
    game.open()
    for line in lines:
        game.perform(line)
    game.close()
    return game


def same(state: State) -> State:
    return replace(state, turn=0)


def log_of(home: Path, name: str = "tiny") -> Path:
    return home / "tours" / name / "tour.jsonl"


def test_undo_and_redo_lead_across_sessions(new_game: NewGame) -> None:
    first = played(new_game(), "x bench", "f", "x lamp", "undo")
    again = new_game()
    again.open()
    assert again.state == first.state
    assert "Done again: x lamp" in text(again.perform("redo"))
    for line in ("x lamp", "f", "x bench"):
        assert f"Undone: {line}" in text(again.perform("undo"))
    assert "Nothing to undo" in text(again.perform("undo"))
    assert again.state.room == "platform"
    again.close()
    third = new_game()
    third.open()
    for line in ("x bench", "f", "x lamp"):
        assert f"Done again: {line}" in text(third.perform("redo"))


def test_redo_never_leads_to_a_wrong_state_after_a_line_of_several_commands(new_game: NewGame) -> None:
    played(new_game(), "f", "undo", "x bench. undo")
    again = new_game()
    again.open()
    again.perform("redo")
    assert again.state.room == "platform"


def test_the_words_of_earlier_sessions_are_there_again(new_game: NewGame) -> None:
    first = new_game()
    opening = first.open()
    told = first.perform("x bench")
    first.close()
    again = new_game()
    again.open()
    shown = again.kept.list_turns()
    assert [turn.line for turn in shown] == ["", "x bench"]
    assert shown[0].lines == opening
    assert shown[1].lines == told


def test_another_pack_sets_no_tour_aside(tiny: World, tmp_path: Path) -> None:
    other = replace(tiny, tour=replace(tiny.tour, id="other"))
    played(Game(tiny, Saves(tmp_path)), "f")
    played(Game(other, Saves(tmp_path)), "x bench")
    for world, room in ((tiny, "salon"), (other, "platform")):
        game = Game(world, Saves(tmp_path))
        assert "Welcome back" in text(game.open())
        assert game.state.room == room


def test_a_tour_of_an_earlier_version_goes_on_and_its_file_stays(tiny: World, tmp_path: Path) -> None:
    state = begin_tour(tiny).enter(tiny.rooms["salon"]).note(("lamp-is-green",))
    (tmp_path / "running.json").write_bytes(dump(tiny, state))
    game = played(Game(tiny, Saves(tmp_path)), "f")
    assert game.state.room == "end"
    assert (tmp_path / "running.json").read_bytes() == dump(tiny, state)
    again = Game(tiny, Saves(tmp_path))
    again.open()
    assert again.state.room == "end", "the log is read, and the old file no longer"
    again.perform("undo")
    assert (again.state.room, dict(again.state.noted)) == ("salon", {"lamp-is-green": "salon"})


def test_an_earlier_version_s_tour_of_another_pack_is_left_alone(tiny: World, tmp_path: Path) -> None:
    kept = json.loads(dump(tiny, begin_tour(tiny))) | {"tour": "other"}
    (tmp_path / "running.json").write_text(json.dumps(kept))
    game = Game(tiny, Saves(tmp_path))
    assert "other" not in text(game.open())[:60]
    assert json.loads((tmp_path / "running.json").read_text(encoding="utf-8")) == kept


def test_a_new_tour_is_one_undo_away_from_the_old_one_and_lists_it(new_game: NewGame) -> None:
    old = played(new_game(), "f", "x lamp").state
    again = new_game()
    opening = text(again.open(fresh=True))
    assert "UNDO goes back to the one before, and TOURS lists it" in opening
    assert again.state.room == "platform"
    listed = text(again.perform("tours"))
    assert "1. 1 Green salon, 1 fact noted, left" in listed
    again.close()
    third = new_game()
    third.open()
    assert "Undone: new" in text(third.perform("undo"))
    assert same(third.state) == same(old)
    assert "Undone: x lamp" in text(third.perform("undo"))


def test_an_earlier_tour_comes_back_and_the_present_one_becomes_the_newest(new_game: NewGame) -> None:
    old = played(new_game(), "f", "x lamp").state
    game = new_game()
    game.open()
    game.perform("restart")
    game.perform("yes")
    assert game.state.room == "platform"
    game.perform("x bench")
    new = game.state
    assert "The earlier tour goes on here" in text(game.perform("tours 1"))
    assert same(game.state) == same(old)
    assert "Undone: x lamp" in text(game.perform("undo"))
    assert "1. Platform" in text(game.perform("my tours"))
    assert "2." not in text(game.perform("earlier tours"))
    game.perform("tours 1")
    assert same(game.state) == same(new)
    game.close()
    again = new_game()
    again.open()
    assert same(again.state) == same(new)


@pytest.mark.parametrize("line", ["tours 9", "tours 0", "tours 99999999999999999999"])
def test_a_tour_that_is_not_listed_cannot_come_back(line: str, new_game: NewGame) -> None:
    game = new_game()
    game.open()
    assert "no earlier tour" in text(game.perform(line))


def test_the_last_five_tours_are_kept(new_game: NewGame, tmp_path: Path) -> None:
    for _ in range(MAX_EARLIER_TOURS + 2):
        game = new_game()
        game.open(fresh=True)
        game.perform("f")
        game.close()
    game = new_game()
    game.open()
    listed = text(game.perform("tours"))
    assert "5. 1 Green salon" in listed
    assert "6." not in listed
    game.perform("tours 5")
    assert game.state.room == "salon"
    assert len(list(log_of(tmp_path).parent.glob("earlier/*.jsonl"))) == MAX_EARLIER_TOURS


def test_a_damaged_tour_is_copied_first_and_used_up_to_the_damage(new_game: NewGame, tmp_path: Path) -> None:
    played(new_game(), "f", "x lamp", "x rug")
    path = log_of(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    damaged = b"".join([*lines[:2], lines[2].replace(b"lamp", b"limp"), *lines[3:]])
    path.write_bytes(damaged)
    game = new_game()
    opening = text(game.open())
    assert "The end of your kept tour is damaged" in opening
    assert "1 turn kept; the last one is F. At least 2 turns after that cannot be read." in opening
    assert game.state.room == "salon"
    (copy,) = path.parent.glob("earlier/damaged-*")
    assert copy.read_bytes() == damaged
    assert str(copy) in opening
    game.perform("x bench")
    game.close()
    again = new_game()
    assert "damaged" not in text(again.open())


@pytest.mark.parametrize(
    ("tail", "says"),
    [
        (b"", "3 turns kept; the last one is X RUG"),
        (bytes(4_096), "3 turns kept; the last one is X RUG. What came after that cannot be read."),
        (b'{"type":"turn","line":"x do', "3 turns kept; the last one is X RUG. At least 1 turn after that cannot"),
    ],
)
def test_the_end_that_a_power_cut_has_left_is_told_and_kept_aside(
    tail: bytes, says: str, new_game: NewGame, tmp_path: Path
) -> None:
    kept = played(new_game(), "f", "x lamp", "x rug").state
    path = log_of(tmp_path)
    damaged = path.read_bytes() + tail
    path.write_bytes(damaged)
    for _ in range(2):  # to look at it makes no second copy, and takes nothing away
        game = new_game()
        assert (says in text(game.open())) == bool(tail)
        assert game.state == kept
        assert [turn.line for turn in game.kept.list_turns()][1:] == ["f", "x lamp", "x rug"]
        game.close()
        assert path.read_bytes() == damaged
        assert [copy.read_bytes() for copy in path.parent.glob("earlier/*")] == [damaged] * bool(tail)
    played(new_game(), "x bench")
    again = new_game()
    assert "damaged" not in text(again.open())
    assert [turn.line for turn in again.kept.list_turns()][1:] == ["f", "x lamp", "x rug", "x bench"]


def test_a_tour_whose_first_turn_is_damaged_goes_on_from_its_beginning(new_game: NewGame, tmp_path: Path) -> None:
    played(new_game(), "f")
    path = log_of(tmp_path)
    head, *_ = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(head + bytes(100))
    game = new_game()
    opening = text(game.open())
    assert "Only its beginning is kept" in opening
    assert "A new tour begins" not in opening
    assert game.state.room == "platform"


def test_a_damaged_tour_that_cannot_be_read_a_second_time_is_left_alone(
    new_game: NewGame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played(new_game(), "f")
    log_of(tmp_path).write_bytes(b"rubbish")
    monkeypatch.setattr(tour_opening, "read_file", lambda *_: Unusable("unreachable", "gone"))
    opening = text(new_game().open())
    assert "could not be copied (gone)" in opening
    assert log_of(tmp_path).read_bytes() == b"rubbish"
    assert not list(log_of(tmp_path).parent.glob("earlier/*"))


def without_old_rooms(tiny: World) -> World:
    """The pack as a later version may have it: without any carriage that the tour has seen."""
    end = replace(tiny.rooms["end"], exits={})
    return replace(tiny, rooms={"end": end}, tour=replace(tiny.tour, start="end"))


def test_a_tour_without_its_carriage_is_listed_and_its_words_stay(
    tiny: World, new_game: NewGame, tmp_path: Path
) -> None:
    old = new_game()
    told = (*old.open(), *old.perform("x bench"))
    old.perform("f")
    old.perform("practice all")
    old.close()
    kept = log_of(tmp_path).read_bytes()
    later = without_old_rooms(tiny)
    game = Game(later, Saves(tmp_path))
    opening = text(game.open())
    assert "stands in a room that this pack no longer has" in opening
    assert "damaged" not in opening
    assert game.practice is None
    assert game.state.room == "end"
    lines = ["", "x bench", "f", "practice all"]
    assert [turn.line for turn in game.kept.list_turns()] == lines
    assert "1. a room that is no more" in text(game.perform("tours"))
    assert "cannot be brought back" in text(game.perform("tours 1"))
    game.perform("x bench")
    game.close()
    again = Game(later, Saves(tmp_path))
    assert "no longer has" not in text(again.open())
    shown = again.kept.list_turns()
    assert [turn.line for turn in shown] == [*lines, "", "tours", "tours 1", "x bench"]
    assert sum((turn.lines for turn in shown[:2]), ()) == told
    assert [path.read_bytes() for path in log_of(tmp_path).parent.glob("earlier/*.jsonl")] == [kept]
    again.close()
    # The pack has the carriage again.
    back = new_game()
    back.open()
    assert "The earlier tour goes on here" in text(back.perform("tours 1"))
    assert back.state.room == "salon"


def test_a_tour_without_its_carriage_that_cannot_be_kept_is_left_alone(
    tiny: World, new_game: NewGame, tmp_path: Path
) -> None:
    played(new_game(), "f")
    kept = log_of(tmp_path).read_bytes()
    (log_of(tmp_path).parent / "earlier").write_text("in the way")
    game = Game(without_old_rooms(tiny), Saves(tmp_path))
    assert "It was left as it is" in text(game.open())
    game.perform("x bench")
    assert log_of(tmp_path).read_bytes() == kept
    assert log_of(tmp_path, "tiny__2").exists()


def test_an_earlier_tour_with_a_damaged_end_is_copied_before_it_goes_on(new_game: NewGame, tmp_path: Path) -> None:
    played(new_game(), "f")
    game = new_game()
    game.open(fresh=True)
    (earlier,) = log_of(tmp_path).parent.glob("earlier/*.jsonl")
    damaged = earlier.read_bytes() + bytes(64)
    earlier.write_bytes(damaged)
    assert "its end damaged" in text(game.perform("tours"))
    game.perform("tours 1")
    game.perform("x lamp")
    assert game.state.room == "salon"
    (copy,) = log_of(tmp_path).parent.glob("earlier/damaged-*")
    assert copy.read_bytes() == damaged


def test_temporary_files_of_dead_processes_are_swept_from_a_tour(new_game: NewGame, tmp_path: Path) -> None:
    played(new_game(), "f", "save here")
    folder = log_of(tmp_path).parent
    (folder / "earlier").mkdir(exist_ok=True)
    places = (folder, folder / "points", folder / "earlier")
    for place in places:
        for name, age in (("old", 7_200), ("new", 60)):
            path = place / f".carriages-{name}.tmp"
            path.write_text("half")
            os.utime(path, (time.time() - age,) * 2)
    new_game().open()
    left = sorted(path.name for place in places for path in place.glob("*.tmp"))
    assert left == [".carriages-new.tmp"] * 3


def test_a_tour_that_is_rubbish_is_copied_and_a_new_one_begins(new_game: NewGame, tmp_path: Path) -> None:
    played(new_game(), "f")
    log_of(tmp_path).write_bytes(b"[" * 200_000)
    game = new_game()
    assert "A new tour begins" in text(game.open())
    (copy,) = log_of(tmp_path).parent.glob("earlier/damaged-*")
    assert copy.read_bytes() == b"[" * 200_000


def test_a_damaged_tour_that_cannot_be_copied_is_left_alone(
    new_game: NewGame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played(new_game(), "f")
    log_of(tmp_path).write_bytes(b"rubbish")
    (log_of(tmp_path).parent / "earlier").write_text("in the way")
    game = new_game()
    opening = text(game.open())
    assert "could not be copied" in opening
    assert "tiny__2" in opening
    assert log_of(tmp_path).read_bytes() == b"rubbish"


def refuse(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Make one file unreadable; the tests may run as a user whom no permission stops."""
    real = os.open

    def open_or_refuse(name: "str | os.PathLike[str]", *rest: int, **named: int) -> int:
        if Path(name) == path:
            raise PermissionError(13, "Permission denied")
        return real(name, *rest, **named)

    monkeypatch.setattr(os, "open", open_or_refuse)


def test_a_tour_that_cannot_be_read_for_a_moment_is_never_written_over(
    new_game: NewGame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = played(new_game(), "f", "x lamp").state
    before = log_of(tmp_path).read_bytes()
    with monkeypatch.context() as patched:
        refuse(patched, log_of(tmp_path))
        game = new_game()
        opening = text(game.open())
        assert "cannot be read at the moment (Permission denied)" in opening
        assert str(log_of(tmp_path, "tiny__2").parent) in opening
        played(game, "x bench")
        # The tour beside it goes on while the first one stays shut.
        second = new_game()
        assert "Welcome back" in text(second.open())
        second.close()
    assert log_of(tmp_path).read_bytes() == before
    again = new_game()
    again.open()
    assert again.state == old
    assert "Platform, 0 facts noted" in text(again.perform("tours"))
    again.perform("tours 1")
    assert again.state.examined.get("bench") is not None


def test_an_old_tour_that_cannot_be_read_for_a_moment_is_read_the_next_time(
    tiny: World, new_game: NewGame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "running.json"
    path.write_bytes(dump(tiny, begin_tour(tiny).enter(tiny.rooms["salon"])))
    with monkeypatch.context() as patched:
        refuse(patched, path)
        game = new_game()
        assert "cannot be read at the moment" in text(game.open())
        game.perform("f")
        game.close()
    again = new_game()
    again.open()
    assert again.state.room == "salon"


def test_a_tour_of_a_later_version_is_left_alone(new_game: NewGame, tmp_path: Path) -> None:
    log_of(tmp_path).parent.mkdir(parents=True)
    later = b'{"format": 99, "whatever": []} #0123456789abcdef\n'
    log_of(tmp_path).write_bytes(later)
    game = new_game()
    assert "newer version" in text(game.open())
    played(game, "f")
    assert log_of(tmp_path).read_bytes() == later


def test_the_second_window_is_told_and_can_only_look(new_game: NewGame, tmp_path: Path) -> None:
    first, second = new_game(), new_game()
    first.open()
    first.perform("f")
    opening = text(second.open())
    assert "open in another window since" in opening
    assert "TAKE OVER" in opening
    assert second.state.room == "salon"
    before = log_of(tmp_path).read_bytes()
    assert "only reads" in text(second.perform("f"))
    assert "only reads" in text(second.perform("save here"))
    assert "Green salon" in text(second.perform("look"))
    assert second.state.room == "salon"
    assert log_of(tmp_path).read_bytes() == before
    first.perform("x lamp")
    assert log_of(tmp_path).read_bytes() != before


def test_a_window_that_takes_over_has_the_tour_and_the_other_reads(new_game: NewGame, tmp_path: Path) -> None:
    first, second = new_game(), new_game()
    first.open()
    second.open()
    first.perform("f")
    assert "in this window now" in text(second.perform("take over"))
    assert second.state.room == "salon", "the turns of the first window are all there"
    second.perform("x lamp")
    kept = log_of(tmp_path).read_bytes()
    told = text(first.perform("f"))
    assert "open in another window now, since" in told
    assert "not carried out" in told
    assert log_of(tmp_path).read_bytes() == kept
    assert "Undone: x lamp" in text(second.perform("undo"))
    assert "in this window now" in text(first.perform("take over"))
    assert first.state.room == "salon"
    assert "another window" in text(second.perform("x rug"))
    second.close()
    first.perform("x rug")
    first.close()
    third = new_game()
    third.open()
    assert same(third.state) == same(first.state)


def test_a_window_in_line_mode_says_that_it_lost_the_tour_before_the_next_prompt(
    new_game: NewGame, tmp_path: Path
) -> None:
    first, second = new_game(), new_game()
    sink = io.StringIO()
    perform = first.perform

    def perform_and_lose(line: str) -> tuple[Line, ...]:
        lines = perform(line)
        second.open()
        second.perform("take over")
        return lines

    first.perform = perform_and_lose  # type: ignore[method-assign] # the other window acts while this one answers
    line_mode.run(first, io.StringIO("x bench\n"), sink)
    answer, _, told = sink.getvalue().partition("\n>")[2].partition("This tour is open in another window now")
    assert "A bench" in answer or "Hard" in answer
    assert "not carried out" not in told
    assert "TAKE OVER" in told


def test_a_window_notices_once_that_it_lost_the_tour_and_can_take_it_back(new_game: NewGame) -> None:
    first, second = new_game(), new_game()
    first.open()
    assert notice_loss(first) == ()
    first.perform("practice all")
    second.open()
    assert notice_loss(first) == (), "who only looks takes nothing away"
    second.perform("take over")
    told = text(notice_loss(first))
    assert "can only look around" in told
    assert "TAKE OVER" in told
    assert notice_loss(first) == ()
    assert first.practice is None
    second.close()
    assert new_game().kept.open().is_reading is False
    assert "in this window now" in text(first.perform("take over"))


def test_a_turn_of_a_window_that_has_lost_the_tour_is_never_written_over_another(
    new_game: NewGame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = new_game(), new_game()
    first.open()
    second.open()
    second.perform("take over")
    second.perform("f")
    kept = log_of(tmp_path).read_bytes()
    # The first window has looked just before the other one took over.
    monkeypatch.setattr(first.kept, "notice_loss", lambda: None)
    assert "another window" in text(first.perform("x bench"))
    assert log_of(tmp_path).read_bytes() == kept
    assert "only reads" in text(first.perform("f"))


def test_a_second_window_can_have_a_tour_of_its_own(new_game: NewGame, tmp_path: Path) -> None:
    first, second = new_game(), new_game()
    first.open()
    second.open()
    assert "tiny__2" in text(second.perform("new"))
    second.perform("f")
    first.perform("x bench")
    assert (first.state.room, second.state.room) == ("platform", "salon")
    second.close()
    assert "1. 1 Green salon" in text(first.perform("tours"))
    assert log_of(tmp_path, "tiny__2").is_file()
    first.perform("tours 1")
    assert first.state.room == "salon"
    assert not log_of(tmp_path, "tiny__2").exists()


@pytest.mark.parametrize("wish", [{"fresh": True}, {"is_attended": False}])
def test_a_window_that_cannot_ask_gets_a_tour_of_its_own(wish: dict[str, bool], new_game: NewGame) -> None:
    first, second = new_game(), new_game()
    first.open()
    assert "goes on there" in text(second.open(**wish))
    second.perform("f")
    assert second.state.room == "salon"
    assert second.kept.is_kept
    third = new_game()
    assert "tiny__3" in text(third.open(is_attended=False))


def test_a_window_that_only_reads_can_be_left(new_game: NewGame) -> None:
    first, second = new_game(), new_game()
    first.open()
    second.open()
    second.perform("quit")
    assert second.is_over
    assert not first.is_over
    first.perform("f")
    assert first.state.room == "salon"


def test_take_over_where_nothing_is_open_elsewhere_says_so(new_game: NewGame) -> None:
    game = new_game()
    game.open()
    assert "has the tour already" in text(game.perform("take over"))


def decks_of(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.glob("practice/*")))


def test_a_practice_goes_on_after_a_restart_and_keeps_no_answer_twice(new_game: NewGame, tmp_path: Path) -> None:
    first = new_game()
    first.open()
    first.perform("practice all")
    assert first.practice is not None
    first.perform("skip")
    asked = first.practice.item
    view = first.practice.view
    first.close()
    deck = decks_of(tmp_path)
    attempts = sorted((path, path.read_bytes()) for path in tmp_path.glob("attempts/*"))
    assert deck
    again = new_game()
    opening = text(again.open())
    assert "practice goes on" in opening
    assert again.practice is not None
    assert again.practice.item is asked
    assert again.practice.view.statuses == view.statuses
    assert decks_of(tmp_path) == deck
    assert sorted((path, path.read_bytes()) for path in tmp_path.glob("attempts/*")) == attempts
    again.perform("skip")
    assert decks_of(tmp_path) != deck
    again.perform("leave")
    assert again.practice is None
    again.close()
    assert "practice" not in text(new_game().open())


def test_a_practice_of_what_is_due_goes_on_after_a_restart(new_game: NewGame, monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_game()
    first.open()
    first.perform("practice all")
    while first.practice is not None:
        first.perform("skip")
    later = now() + timedelta(days=30)
    monkeypatch.setattr(practice_policy, "now", lambda: later)
    monkeypatch.setattr(PracticePolicy.__init__, "__kwdefaults__", {"now": lambda: later})
    first.perform("practice due")
    assert first.practice is not None
    count = len(first.practice.view.statuses)
    assert count > 1
    first.perform("skip")
    asked, view = first.practice.item, first.practice.view
    first.close()
    again = new_game()
    assert "practice goes on" in text(again.open())
    assert again.practice is not None
    assert again.practice.item is asked
    assert again.practice.view.statuses == view.statuses
    again.close()


def test_a_practice_whose_questions_are_gone_is_dropped(tiny: World, new_game: NewGame, tmp_path: Path) -> None:
    played(new_game(), "practice all")
    rooms = {room_id: replace(room, items=room.items[:0]) for room_id, room in tiny.rooms.items()}
    again = Game(replace(tiny, rooms=rooms), Saves(tmp_path))
    assert "cannot go on" in text(again.open())
    assert again.practice is None


def test_a_practice_whose_questions_have_changed_is_dropped_and_told(
    tiny: World, new_game: NewGame, tmp_path: Path
) -> None:
    first = new_game()
    first.open()
    first.perform("practice all")
    first.perform("skip")
    first.close()
    rooms = {
        room_id: replace(room, items=tuple(replace(item, stem=f"Truly, {item.stem}") for item in room.items))
        for room_id, room in tiny.rooms.items()
    }
    again = Game(replace(tiny, rooms=rooms), Saves(tmp_path))
    assert "cannot go on" in text(again.open())
    assert again.practice is None
    again.perform("look")
    again.close()
    assert "cannot go on" not in text(Game(replace(tiny, rooms=rooms), Saves(tmp_path)).open())


def test_a_practice_ends_in_a_window_that_loses_the_tour(new_game: NewGame, tmp_path: Path) -> None:
    first, second = new_game(), new_game()
    first.open()
    first.perform("practice all")
    second.open()
    second.perform("take over")
    deck = decks_of(tmp_path)
    assert "another window now" in text(first.perform("skip"))
    assert first.practice is None
    assert decks_of(tmp_path) == deck
