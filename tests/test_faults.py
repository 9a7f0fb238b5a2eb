"""Whatever call of the system fails: the old or the new is there, whole, and what was said is true."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from game.app.game import Game
from game.classroom import roster
from game.classroom.collecting import collect_attempts
from game.classroom.lrs import send_statements
from game.classroom.lrs_faults import LrsError
from game.classroom.lrs_ledger import SENT_FILE, SendingLedger
from game.commandline.output import write_output
from game.commandline.usage_error import UsageError
from game.content import compiled, open_pack
from game.core.disk import Unusable, write_atomically
from game.pack.world import World
from game.prose.text import render_text
from game.quiz.bank import Bank
from game.quiz.papers import Paper, Selection
from game.quiz.review import review_card
from game.store import honour_file, paper_files, transcripts
from game.store.attempt_events import FORMAT, Begun, Responded, Rules
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import SUFFIX, create_attempt, load_attempt
from game.store.attempts import Attempt
from game.store.decks import Deck, keep_deck, load_deck
from game.store.saves import Saves
from game.store.settings import Settings, keep_settings, load_settings
from game.store.shared_file import Kept
from tests.conftest import TINY
from tests.faults import FAULTS, Operation, check_every_fault, failing_at
from tests.test_lrs_answers import FakeStore, statements

WORLD = cast(World, open_pack(TINY, None)[0])
START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
AT = START.isoformat()
STORE = "http://127.0.0.1/xAPI/statements"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the calls are those of POSIX")


def succeeds(act: Callable[[], object]) -> bool:
    try:
        act()
    except (OSError, UsageError, LrsError):
        return False
    return True


def deck_of(fact: str) -> Deck:
    return Deck(tour="tiny", cards={fact: review_card(None, 1.0, START)})


def begun() -> Begun:
    return Begun(
        format=FORMAT,
        attempt="5f0c4a8e-8f0b-4c8e-9d5a-0123456789ab",
        candidate="Stoker-01",
        tour="tiny",
        bank="0" * 16,
        code="",
        seed=0,
        rules=Rules(),
        items=(),
        visited=(),
        program="1",
        at=AT,
    )


def lines_in(folder: Path) -> object:
    """What every attempt in a folder says; "damaged" for one that cannot be read."""
    found: list[object] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            attempt = load_attempt(path)
        except DamagedError:
            found.append("damaged")
        else:
            found.append((attempt.begun, tuple(attempt.events)))
    return found


def answer(attempt: Attempt) -> None:
    attempt.append(Responded(elapsed=1.0, at=AT, item="lamp", response=("a",)))


def lists_of(folder: Path) -> object:
    """What the lists of a store say."""
    ledger = SendingLedger(folder, STORE)
    return sorted(ledger.sent), sorted(ledger.undelivered)


def collect(folder: Path, prepared: object) -> bool:
    try:
        found = collect_attempts([folder / "desk"], folder / "class")
    except OSError:  # which the command says in words
        return False
    return not found.warnings and found.new == 1


def prepare_desk(folder: Path) -> None:
    (folder / "class").mkdir()
    create_attempt(folder / "desk", begun())


def write_cache(folder: Path, prepared: object) -> bool:
    compiled.write_compiled(folder, compiled.set_digest(WORLD, "1" * 16))
    return compiled.read_compiled(folder, "1" * 16) is not None


def append_turn(folder: Path, prepared: object) -> bool:
    return transcripts.append(folder / "session.txt", ">look\nA lamp.\n")


OPERATIONS: dict[str, Operation] = {
    "a file": Operation(
        lambda folder: (folder / "file").write_bytes(b"old"),
        lambda folder, _: succeeds(lambda: write_atomically(folder / "file", b"new content")),
        lambda folder: (folder / "file").read_bytes(),
    ),
    "the output of a command": Operation(
        lambda folder: None,
        lambda folder, _: succeeds(lambda: write_output(folder / "deep" / "out.md", b"new", "paper", is_forced=True)),
        lambda folder: (folder / "deep" / "out.md").read_bytes() if (folder / "deep" / "out.md").exists() else None,
    ),
    "settings": Operation(
        lambda folder: keep_settings(folder, Settings(theme="day"), Settings()),
        lambda folder, _: isinstance(keep_settings(folder, Settings(motion="off"), Settings()), Kept),
        load_settings,
    ),
    "honours": Operation(
        lambda folder: honour_file.earn(folder, "all-facts"),
        lambda folder, _: isinstance(honour_file.earn(folder, "all-carriages"), Kept),
        honour_file.load_honours,
    ),
    "a deck": Operation(
        lambda folder: keep_deck(folder / "deck.json", deck_of("a")),
        lambda folder, _: isinstance(keep_deck(folder / "deck.json", deck_of("b")), Kept),
        lambda folder: load_deck(folder / "deck.json", "tiny").deck.cards.keys(),
    ),
    "a damaged deck": Operation(
        lambda folder: (folder / "deck.json").write_bytes(b"damaged"),
        lambda folder, _: isinstance(keep_deck(folder / "deck.json", deck_of("b")), Kept),
        lambda folder: (
            sorted(path.read_bytes() for path in folder.glob("deck*") if path.read_bytes() == b"damaged"),
            (folder / "deck.json").exists() and (folder / "deck.json").read_bytes() != b"damaged",
        ),
    ),
    "a paper": Operation(
        lambda folder: paper_files.write(folder / "paper.json", Paper(Bank(WORLD), 1, Selection(items=1))),
        lambda folder, _: succeeds(
            lambda: paper_files.write(folder / "paper.json", Paper(Bank(WORLD), 2, Selection(items=2)))
        ),
        lambda folder: paper_files.read(folder / "paper.json", Bank(WORLD)).drawn.items,
    ),
    "a new attempt": Operation(
        lambda folder: None,
        lambda folder, _: succeeds(lambda: create_attempt(folder, begun())),
        lines_in,
    ),
    "an answer": Operation(
        lambda folder: create_attempt(folder, begun()),
        lambda folder, attempt: succeeds(lambda: answer(attempt)),
        lines_in,
    ),
    "the roster": Operation(
        lambda folder: roster.save_roster(folder, {"Stoker-01": "Anna"}),
        lambda folder, _: succeeds(lambda: roster.save_roster(folder, {"Stoker-01": "Anna", "Stoker-02": "Ben"})),
        roster.load_roster,
    ),
    "a file that is collected": Operation(
        prepare_desk,
        collect,
        lambda folder: lines_in(folder / "class"),
    ),
    "the list of what a store has taken": Operation(
        lambda folder: SendingLedger(folder, STORE).acknowledge({"a"}),
        lambda folder, _: succeeds(lambda: SendingLedger(folder, STORE).acknowledge({"b"})),
        lists_of,
    ),
    "the list of what a store has refused": Operation(
        lambda folder: SendingLedger(folder, STORE).refuse("a", "400"),
        lambda folder, _: succeeds(lambda: SendingLedger(folder, STORE).refuse("b", "400")),
        lists_of,
    ),
    "what was refused and is taken": Operation(
        lambda folder: SendingLedger(folder, STORE).refuse("a", "400"),
        lambda folder, _: succeeds(lambda: SendingLedger(folder, STORE).acknowledge({"a"})),
        lists_of,
    ),
    "a damaged list of what a store has taken": Operation(
        lambda folder: (folder / SENT_FILE).write_bytes(b"damaged"),
        lambda folder, _: succeeds(lambda: SendingLedger(folder, STORE).acknowledge({"b"})),
        lambda folder: (
            sum(path.read_bytes() == b"damaged" for path in folder.glob("xapi*")),
            (folder / SENT_FILE).exists() and (folder / SENT_FILE).read_bytes() != b"damaged",
        ),
    ),
    "the cache": Operation(
        lambda folder: None,
        write_cache,
        lambda folder: compiled.read_compiled(folder, "1" * 16) is not None,
    ),
    "a turn of a transcript": Operation(
        lambda folder: (folder / "session.txt").write_bytes(b"head\n"),
        append_turn,
        lambda folder: (folder / "session.txt").read_bytes(),
    ),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_whatever_fails_the_old_or_the_new_is_whole_and_what_was_said_is_true(name: str, tmp_path: Path) -> None:
    calls = check_every_fault(OPERATIONS[name], tmp_path)
    assert calls > 3, "hardly a call was seen: it does not go through os"


def test_answers_that_could_not_be_written_are_written_with_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk that cannot even be cut back; then there is room again."""
    attempt = create_attempt(tmp_path, begun())
    real, is_full = os.write, False

    def full(*arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    def half(handle: int, data: bytes) -> int:
        nonlocal is_full
        if is_full:
            full()
        is_full = True
        return real(handle, bytes(data)[: len(data) // 2])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", half)
        patched.setattr(os, "ftruncate", full)
        assert not succeeds(lambda: answer(attempt))
    answer(attempt)
    assert len(load_attempt(attempt.path).events) == 2


def play(folder: Path, *lines: str) -> str:
    game = Game(WORLD, Saves(folder))
    said = render_text(game.open(), None)
    return said + "".join(render_text(game.perform(line), None) for line in lines)


def open_game(folder: Path) -> Game:
    play(folder, "x bench", "save before")
    game = Game(WORLD, Saves(folder))
    game.open()
    return game


def performs(line: str, is_done: Callable[[str], bool]) -> Callable[[Path, Game], bool]:
    def act(folder: Path, game: Game) -> bool:
        return is_done(render_text(game.perform(line), None))

    return act


def state_of(folder: Path) -> object:
    game = Game(WORLD, Saves(folder))
    game.open()
    return game.state.room, game.state.turn


def point_of(folder: Path) -> object:
    """Where RESTORE leads, tried on a copy, since it changes the tour."""
    copy = folder.with_name(f"{folder.name}-copy")
    shutil.copytree(folder, copy)
    game = Game(WORLD, Saves(copy))
    game.open()
    said = render_text(game.perform("restore here"), None)
    shutil.rmtree(copy)
    return "Nothing is kept" in said, "cannot be read" in said


def named_file(name: str) -> Callable[[Path], object]:
    """What stands in a file that the player has named; None while there is none."""

    def read(folder: Path) -> object:
        path = folder / "files" / name
        # Of a transcript only the beginning is the same each time: its lines tell how the turn went.
        return path.read_bytes()[:60] if path.exists() else None

    return read


GAME_OPERATIONS: dict[str, Operation] = {
    "the notebook": Operation(
        open_game, performs("notebook export notes", lambda said: "written to" in said), named_file("notes.md")
    ),
    "the ticket": Operation(
        open_game, performs("ticket save card.svg", lambda said: "Your ticket is in" in said), named_file("card.svg")
    ),
    "a copy of the transcript": Operation(
        open_game, performs("transcript on mine", lambda said: "goes to" in said), named_file("mine.txt")
    ),
    "a record": Operation(
        open_game, performs("record on typed", lambda said: "goes to" in said), named_file("typed.rec")
    ),
    "a turn": Operation(open_game, performs("f", lambda said: "cannot be kept" not in said), state_of),
    "a named point": Operation(open_game, performs("save here", lambda said: "Kept as here" in said), point_of),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", GAME_OPERATIONS)
def test_whatever_fails_a_tour_is_whole_and_what_was_said_is_true(name: str, tmp_path: Path) -> None:
    check_every_fault(GAME_OPERATIONS[name], tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("code", FAULTS)
def test_whatever_fails_while_statements_are_sent_no_more_counts_as_sent_than_the_store_has(
    code: int, tmp_path: Path
) -> None:
    made = statements(3)

    def send(folder: Path, store: FakeStore, number: int) -> tuple[int, bool]:
        folder.mkdir()
        store.answer = lambda store, got: (400, b"no", {}) if made[1] in got else store.take(got)
        with failing_at(number, code) as calls:
            is_said = succeeds(lambda: send_statements(made, store.url, ("", ""), folder, lambda *_: None))
        return len(calls), is_said

    number, count = 0, 1
    while number < count:
        store = FakeStore()
        try:
            folder = tmp_path / str(number)
            made_calls, is_said = send(folder, store, number)
            count = count if number else made_calls + 1
            ledger = SendingLedger(folder, f"{store.url}/statements")
            assert ledger.sent <= store.held.keys()
            assert not is_said or ledger.sent == {made[0]["id"], made[2]["id"]}
            assert not is_said or ledger.undelivered.keys() == {made[1]["id"]}
            # Whatever it was, the next command completes it.
            store.answer = FakeStore.take
            for is_retry in (False, True):
                send_statements(made, store.url, ("", ""), folder, lambda *_: None, is_retry=is_retry)
            assert SendingLedger(folder, f"{store.url}/statements").sent == {each["id"] for each in made}
        finally:
            store.server.shutdown()
            store.server.server_close()
        number += 1
    assert count > 10


def open_with_an_earlier_tour(folder: Path) -> Game:
    game = open_game(folder)
    game.perform("f")
    game.perform("restart")
    game.perform("yes")
    return game


@pytest.mark.slow
@pytest.mark.parametrize("code", FAULTS)
def test_whatever_fails_when_a_tour_is_taken_back_both_tours_are_there(code: int, tmp_path: Path) -> None:
    def take_back(number: int) -> int:
        folder = tmp_path / str(number)
        game = open_with_an_earlier_tour(folder)
        (log,) = folder.rglob("tour.jsonl")
        old = log.read_bytes()
        (earlier,) = folder.rglob("earlier/*.jsonl")
        back = earlier.read_bytes()
        with failing_at(number, code) as made:
            said = render_text(game.perform("tours 1"), None)
        is_back = "The earlier tour goes on here" in said
        kept = [path.read_bytes() for path in folder.rglob("*.jsonl")]
        for tour in (old, back):
            assert any(data.startswith(tour) for data in kept), f"call {number}: {said}"
        assert log.read_bytes().startswith(back if is_back else old), f"call {number}: {said}"
        # The window goes on with what it said that it has.
        assert game.state.room == ("salon" if is_back else "platform")
        assert "another window" not in render_text(game.perform("x bench" if not is_back else "x rug"), None)
        game.close()
        assert state_of(folder) == (game.state.room, game.state.turn), f"call {number}: {said}"
        return len(made)

    calls = take_back(0)
    assert calls > 10
    for number in range(1, calls + 1):
        take_back(number)


@pytest.mark.slow
@pytest.mark.parametrize("code", FAULTS)
def test_whatever_fails_at_restart_no_other_window_is_blamed(code: int, tmp_path: Path) -> None:
    def restart(number: int) -> int:
        folder = tmp_path / str(number)
        game = open_game(folder)
        game.perform("f")
        game.perform("restart")
        with failing_at(number, code) as made:
            game.perform("yes")
        assert "another window" not in render_text(game.perform("x bench"), None), f"call {number}"
        game.close()
        assert state_of(folder) == (game.state.room, game.state.turn), f"call {number}"
        return len(made)

    calls = restart(0)
    assert calls > 10
    for number in range(1, calls + 1):
        restart(number)


@pytest.mark.slow
@pytest.mark.parametrize("code", FAULTS)
def test_whatever_fails_when_a_new_tour_begins_the_old_one_is_there(code: int, tmp_path: Path) -> None:
    """It runs on, or lies whole among the earlier ones, or it is said that it does not, and UNDO goes back to it."""

    def begin_anew(folder: Path, number: int) -> tuple[int, str]:
        game = Game(WORLD, Saves(folder))
        with failing_at(number, code) as made:
            said = render_text(game.open(fresh=True), None)
            game.close()
        return len(made), said

    first = tmp_path / "0"
    open_game(first).close()
    (kept,) = first.rglob("tour.jsonl")
    number_of_calls, _ = begin_anew(first, 0)
    assert number_of_calls > 10
    for number in range(1, number_of_calls + 1):
        folder = tmp_path / str(number)
        open_game(folder).close()
        old = (folder / kept.relative_to(first)).read_bytes()
        _, said = begin_anew(folder, number)
        kept_files = [path.read_bytes() for path in folder.rglob("*.jsonl")]
        # Only what follows the last turn may differ: who looks at a tour leaves a mark there.
        is_whole = any(data.startswith(old.rpartition(b"\n")[0]) for data in kept_files)
        assert is_whole or "could not be put among the earlier ones" in said, f"call {number}"


def fill(path: Path) -> None:
    """Write until there is no room left."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4_096):
            pass


def is_root() -> bool:
    return os.name != "nt" and os.geteuid() == 0


def test_nothing_said_on_a_full_disk_is_untrue(tmp_path: Path) -> None:
    """A real file system of 64 kB that is full."""
    import subprocess

    small = tmp_path / "small"
    small.mkdir()
    mounted = is_root() and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("a file system of 64 kB can only be mounted by root, where mounting is allowed at all")
    try:
        assert keep_deck(small / "deck.json", deck_of("a")) == Kept()
        fill(small / "ballast")
        for number in range(3):
            assert not isinstance(keep_deck(small / "deck.json", deck_of(f"b{number}")), Kept)
            assert not isinstance(keep_settings(small, Settings(theme="day"), Settings()), Kept)
            assert not isinstance(honour_file.earn(small, "all-facts"), Kept)
            assert not succeeds(lambda: create_attempt(small / "attempts", begun()))
            assert not succeeds(lambda: write_output(small / "out.md", b"x" * 5_000, "paper", is_forced=False))
        assert load_deck(small / "deck.json", "tiny").deck.cards.keys() == {"a"}
        assert sorted(path.name for path in small.rglob("*") if path.is_file()) == [
            *[".deck.json.lock", ".honours.json.lock", ".settings.json.lock", "ballast", "deck.json"],
        ]
        (small / "ballast").unlink()
        assert keep_deck(small / "deck.json", deck_of("b")) == Kept()
        assert not isinstance(honour_file.load_honours(small), Unusable)
    finally:
        subprocess.run(["umount", str(small)], check=True)
