"""A tour on file as a log of turns."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.digests import blake2b
from game.core.disk import Unusable
from game.store import turn_log
from game.store.turn_log import MovedOnError, TurnLog
from game.store.turn_reading import make_line, read_turns
from game.store.turn_records import FORMAT, Entry, Head, LaterFormat, Plain, Turns, apply, difference, make_words_only

keys = st.text("abcd", min_size=1, max_size=2)
plain = st.fixed_dictionaries(
    {"room": keys, "turn": st.integers(0, 99), "noted": st.dictionaries(keys, keys, max_size=4)},
    optional={"units": keys, "recent": st.lists(keys, max_size=3)},
)


class Fake:
    """A state of a tour, told apart from an equal one by identity, as states are."""

    def __init__(self, values: Plain) -> None:
        self.values = values


def head_of(state: Plain) -> Head:
    return Head(format=FORMAT, tour="tiny", seed=3, at="2026-11-27T10:00:00+00:00", state=state)


def begun(path: Path, state: Plain | None = None) -> tuple[TurnLog[Fake], Fake]:
    first = Fake(state or {"room": "a", "turn": 0, "noted": {}})
    log = TurnLog[Fake](path, lambda fake: fake.values)
    log.begin(head_of(first.values), first)
    return log, first


def read(path: Path) -> Turns:
    found = read_turns(path)
    assert isinstance(found, Turns), found
    return found


@given(plain, plain)
def test_a_difference_makes_one_state_of_the_other(old: dict[str, Any], new: dict[str, Any]) -> None:
    made = apply(old, difference(old, new))
    assert {name: made[name] for name in new} == new
    assert difference(new, new) == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["push", "push two", "undo", "same"]), plain), max_size=12))
def test_whatever_is_played_is_read_again(tmp_path_factory: pytest.TempPathFactory, played: list[Any]) -> None:
    path = tmp_path_factory.mktemp("log") / "tour.jsonl"
    log, state = begun(path)
    earlier: list[tuple[str, Fake]] = []
    for number, (what, values) in enumerate(played):
        if what == "undo" and earlier:
            _, state = earlier.pop()
        elif what != "same":
            earlier.append((f"line {number}", state))
            state = Fake(values)
        if what == "push two":
            earlier.append((f"more {number}", state))
            state = Fake(dict(values, turn=100 + number))
        log.append(f"line {number}", (("text", "Told.", False),), state, earlier)
        found = read(path)
        assert found.damage == ""
        shared = set(state.values) & set(found.state)
        assert shared >= set(state.values)
        assert {name: found.state[name] for name in state.values} == state.values
        assert [line for line, _ in found.earlier] == [line for line, _ in earlier]
        for (_, kept), (_, fake) in zip(found.earlier, earlier, strict=True):
            assert {name: kept[name] for name in fake.values} == fake.values
    assert [entry.line for entry in read(path).entries] == [f"line {number}" for number in range(len(played))]


def play_two(path: Path) -> bytes:
    log, first = begun(path)
    second = Fake({"room": "b", "turn": 1, "noted": {"x": "a"}})
    log.append("f", (("text", "A salon.", False),), second, [("f", first)])
    third = Fake({"room": "b", "turn": 2, "noted": {"x": "a", "y": "b"}})
    log.append("x lamp", (), third, [("f", first), ("x lamp", second)])
    return path.read_bytes()


def test_wherever_a_log_is_cut_off_the_turns_before_are_there(tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    data = play_two(path)
    ends = [place for place, byte in enumerate(data, start=1) if byte == ord("\n")]
    for length in range(ends[0], len(data)):
        path.write_bytes(data[:length])
        found = read(path)
        whole = sum(end <= length + 1 for end in ends) - 1  # a last line that lacks only its line break is whole
        assert len(found.entries) == whole, length
        # Nobody knows what has followed half a line, so it is told.
        assert bool(found.damage) == (data[:length].rpartition(b"\n")[2] not in (b"", *data.split(b"\n"))), length


@pytest.mark.parametrize("zeros", [1, 4_096])
def test_a_tail_of_zeros_is_damage_and_what_stands_before_it_is_counted(zeros: int, tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    data = play_two(path)
    first, second = (line for line in data.split(b"\n")[1:] if line)
    for length in range(data.index(b"\n") + 1, len(data) + 1):
        path.write_bytes(data[:length] + bytes(zeros))
        found = read(path)
        assert len(found.entries) == (2 if length == len(data) else data[:length].count(b"\n") - 1)
        assert found.damage
    path.write_bytes(data.replace(first, bytes(len(first))))
    found = read(path)
    assert (len(found.entries), found.unread) == (0, 1)
    assert found.damage.startswith("line 2: ")
    path.write_bytes(data.replace(first, first[:-30]))
    assert (len(read(path).entries), read(path).unread) == (0, 2)
    path.write_bytes(data.replace(second, b"\n" + second))
    assert read(path).damage.startswith("line 3: "), "an empty line is none of ours"


def test_a_changed_byte_is_found_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    data = play_two(path)
    second = data.index(b"\n") + 1
    third = data.index(b"\n", second) + 1
    for place in range(second, third - 1):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        found = read(path)
        assert found.entries == ()
        assert found.damage.startswith("line 2: ")
        assert found.state["room"] == "a"


def test_a_line_taken_out_breaks_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    lines = play_two(path).splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[2] + lines[2])
    assert read(path).damage.startswith("line 2: the line was changed")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "damaged"),
        (b"[" * 200_000 + b" #0", "damaged"),
        (b"\xff\xfe\n", "damaged"),
        (b'{"type":"begun"} #0123456789abcdef\n', "damaged"),
    ],
)
def test_what_is_no_log_is_told(data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "tour.jsonl").write_bytes(data)
    found = read_turns(tmp_path / "tour.jsonl")
    assert isinstance(found, Unusable)
    assert found.why == why
    assert read_turns(tmp_path / "nothing") == Unusable("missing")


@pytest.mark.parametrize(("number", "is_read"), [(FORMAT, True), (FORMAT + 1, False)])
def test_a_log_of_a_later_version_is_not_misread(number: int, is_read: bool, tmp_path: Path) -> None:
    log = TurnLog[Fake](tmp_path / "tour.jsonl", lambda fake: fake.values)
    head = Head(format=number, tour="tiny", seed=0, at="", state={})
    log.begin(head, Fake({}))
    found = read_turns(tmp_path / "tour.jsonl")
    assert isinstance(found, Turns) == is_read
    assert is_read or found == LaterFormat(number)


@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_a_turn_that_could_not_be_kept_is_kept_with_the_next(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tour.jsonl"
    log, first = begun(path)
    before = path.read_bytes()
    second = Fake({"room": "b", "turn": 1, "noted": {}})

    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr(os, call, full)
        with pytest.raises(OSError, match="no space"):
            log.append("f", (), second, [("f", first)])
    assert path.read_bytes() == before
    third = Fake({"room": "c", "turn": 2, "noted": {}})
    log.append("f", (), third, [("f", first), ("f", second)])
    found = read(path)
    assert found.state == third.values
    assert [plain["room"] for _, plain in found.earlier] == ["a", "b"]


def test_a_resumed_log_goes_on_behind_its_last_whole_line(tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    play_two(path)
    with path.open("ab") as file:
        file.write(b'{"type":"turn","li')
    turns = read(path)
    log = TurnLog[Fake](path, lambda fake: fake.values)
    states = [Fake(values) for _, values in turns.earlier]
    now = Fake(turns.state)
    log.resume(turns, now, states)
    lines = [(line, state) for (line, _), state in zip(turns.earlier, states, strict=True)]
    log.append("undo", (), states[1], lines[:1])
    found = read(path)
    assert [entry.line for entry in found.entries] == ["f", "x lamp", "undo"]
    assert found.state == states[1].values
    assert len(found.earlier) == 1


@pytest.mark.parametrize("extra", [0, 1])
def test_a_log_is_made_shorter_when_it_is_too_long_and_loses_no_state(
    extra: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn_log, "MAX_KEPT_TURNS", 3)
    path = tmp_path / "tour.jsonl"
    log, state = begun(path)
    earlier: list[tuple[str, Fake]] = []
    for number in range(6 + extra):
        earlier.append((f"{number}", state))
        state = Fake({"room": "a", "turn": number, "noted": {}})
        log.append(f"{number}", (), state, earlier)
    turns = read(path)
    again = TurnLog[Fake](path, lambda fake: fake.values)
    again.resume(turns, Fake(turns.state), [Fake(values) for _, values in turns.earlier])
    shorter = read(path)
    assert shorter.state == state.values
    assert len(shorter.earlier) == (3 if extra else 6)
    assert shorter.earlier[-1] == turns.earlier[-1]


@pytest.mark.parametrize(
    ("earlier", "kept", "pushed"),
    [
        ("abc", 3, ""),
        ("abcd", 3, "d"),
        ("ab", 2, ""),
        ("", 0, ""),
        ("abx", 2, "x"),
        ("ax", 1, "x"),
        ("xyz", 0, "xyz"),
        ("abcxy", 3, "xy"),
    ],
)
def test_a_turn_says_which_states_are_still_there_and_which_came_in(
    earlier: str, kept: int, pushed: str, tmp_path: Path
) -> None:
    states = {name: Fake({"room": name, "turn": ord(name), "noted": {}}) for name in "abcdnxyz"}
    path = tmp_path / "tour.jsonl"
    log = TurnLog[Fake](path, lambda fake: fake.values)
    log.begin(head_of({}), states["n"], [(f"to {name}", states[name]) for name in "abc"])
    now = Fake({"room": "end", "turn": 0, "noted": {}})
    log.append("line", (), now, [(f"to {name}", states[name]) for name in earlier])
    found = read(path)
    assert (found.entries[-1].kept, len(found.entries[-1].pushed)) == (kept, len(pushed))
    assert found.state == now.values
    assert [(line, plain["room"]) for line, plain in found.earlier] == [(f"to {name}", name) for name in earlier]
    assert (found.damage, found.unread, found.size) == ("", 0, path.stat().st_size)


def test_a_state_that_did_not_change_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    dumped: list[Fake] = []

    def dump(fake: Fake) -> Plain:
        dumped.append(fake)
        return fake.values

    first, log = Fake({"room": "a", "turn": 0, "noted": {}}), TurnLog[Fake](path, dump)
    log.begin(head_of({}), first)
    log.append("look", (), first, [])
    assert dumped == [first]  # nor is it made into plain values again
    log.append("f", (), Fake({"room": "b", "turn": 1, "noted": {}}), [("f", first)])
    look, forward = read(path).entries
    assert (look.change, look.pushed) == ({}, ())
    assert forward.change == {"room": {"to": "b"}, "turn": {"to": 1}}
    assert forward.pushed == (("f", {}),)


def test_each_line_ends_in_a_digest_of_16_digits_chained_to_the_line_before(tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    play_two(path)
    before = b""
    for line in path.read_bytes().splitlines():
        body, _, digest = line.rpartition(b" #")
        assert digest.decode() == blake2b(before + body, digest_size=8).hexdigest()
        before = digest


def test_damage_is_told_by_its_line_and_the_turns_after_it_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    head, first, second, _ = play_two(path).split(b"\n")
    path.write_bytes(b"\n".join((head, first, second[:-1], second, b"")))
    found = read(path)
    assert (found.damage, found.unread) == ("line 3: the line was changed or is not whole", 2)
    assert found.size == len(head) + len(first) + 2
    path.write_bytes(b"\n".join((head, b"no turn", first, b"")))
    found = read(path)
    assert (found.damage, found.unread) == ("line 2: the line has no digest", 1)


@pytest.mark.parametrize(("kept", "is_read"), [(-1, False), (0, True), (1, True), (2, False)])
def test_a_turn_takes_back_no_more_than_there_is(kept: int, is_read: bool, tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    log = TurnLog[Fake](path, lambda fake: fake.values)
    log.begin(head_of({}), Fake({"room": "b"}), [("f", Fake({"room": "a"}))])
    with path.open("ab") as file:
        digest = path.read_bytes().rpartition(b" #")[2].strip().decode()
        file.write(make_line(Entry(line="undo", kept=kept, redo=1), digest)[0])
    found = read(path)
    assert found.damage == ("" if is_read else "line 2: it takes back more turns than there are")
    assert found.state["room"] == ("a" if kept == 0 else "b")
    assert [line for line, _ in found.ahead] == (["f"] if kept == 0 else [])


def test_a_line_that_could_not_be_written_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tour.jsonl"
    log, first = begun(path)
    whole = path.read_bytes()

    def fill(handle: int, data: bytes) -> None:
        os.write(handle, data[:5])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(turn_log, "write_all", fill)
        with pytest.raises(OSError, match="No space"):
            log.append("look", (), first, [])
    assert path.read_bytes() == whole
    log.append("look", (), first, [])
    assert [entry.line for entry in read(path).entries] == ["look"]


def test_half_a_line_of_another_window_is_cut_off_and_a_whole_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    one, first = begun(path)
    whole = path.read_bytes()
    for half in (b"x", b"x" * 10_000, b"no turn\n", b"\0" * 100):
        path.write_bytes(whole + half)
        one.append("look", (), first, [])
        assert [entry.line for entry in read(path).entries] == ["look"]
        path.write_bytes(whole)
        one, first = resumed(path)
    # A last line that lacks only its end is whole.
    path.write_bytes(whole[:-1])
    one.append("look", (), first, [])
    assert [entry.line for entry in read(path).entries] == ["look"]
    path.write_bytes(whole)
    (one, first), (two, same) = resumed(path), resumed(path)
    two.append("other", (), same, [])
    with pytest.raises(MovedOnError):
        one.append("look", (), first, [])
    with pytest.raises(MovedOnError):
        one.replace(b"new")
    path.write_bytes(whole[:-30])
    with pytest.raises(MovedOnError):
        one.append("look", (), first, [])


def resumed(path: Path) -> tuple[TurnLog[Fake], Fake]:
    """A log that was read and is gone on with."""
    turns = read(path)
    log, now = TurnLog[Fake](path, lambda fake: fake.values), Fake(turns.state)
    log.resume(turns, now, [Fake(plain) for _, plain in turns.earlier])
    return log, now


def test_what_is_gone_on_with_keeps_its_head(tmp_path: Path) -> None:
    path = tmp_path / "tour.jsonl"
    log = TurnLog[Fake](path, lambda fake: fake.values)
    assert not log.is_begun
    head = head_of({})
    log.begin(head, Fake({"room": "b"}), entries=[Entry(line="look", told=(("text", "A.", False),), kept=9)])
    assert log.is_begun
    found = read(path)
    assert (found.head.seed, found.head.state, found.state) == (3, {"room": "b"}, {"room": "b"})
    assert [(entry.line, entry.told, entry.kept, entry.redo, entry.quiz) for entry in found.entries] == [
        ("look", (("text", "A.", False),), 0, 0, "")
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"room": 3},
        {"noted": {"set": []}},
        {"noted": {"out": {}}},
        {"room": {"set": {"x": 1}}},
    ],
)
def test_what_is_no_difference_is_refused(change: Plain) -> None:
    with pytest.raises(ValueError, match="expected"):
        apply({"room": "a", "noted": {"x": 1}}, change)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ({"a": None}, {"a": None}, {}),
        ({}, {"a": None}, {"a": {"to": None}}),
        ({"a": {"x": 1}}, {"a": {"x": 1}}, {}),
        ({"a": {"x": 1}}, {"a": {"x": 2}}, {"a": {"set": {"x": 2}}}),
        ({"a": {"x": 1, "y": 2}}, {"a": {"x": 1, "z": 3}}, {"a": {"set": {"z": 3}, "out": ["y"]}}),
        ({"a": {"x": 1}}, {"a": 1}, {"a": {"to": 1}}),
    ],
)
def test_a_difference_holds_what_changed_and_nothing_else(old: Plain, new: Plain, change: Plain) -> None:
    assert difference(old, new) == change
    assert apply(old, change) == new


def test_a_line_that_takes_back_two_turns_can_be_done_again_in_two_steps(tmp_path: Path) -> None:
    states = {name: Fake({"room": name, "turn": 0, "noted": {}}) for name in "abcn"}
    path = tmp_path / "tour.jsonl"
    log = TurnLog[Fake](path, lambda fake: fake.values)
    log.begin(head_of({}), states["n"], [(f"from {name}", states[name]) for name in "abc"])
    ahead = [("from c", states["n"]), ("from b", states["c"])]
    log.append("undo undo", (), states["b"], [("from a", states["a"])], ahead)
    found = read(path)
    assert found.entries[-1].redo == 2
    assert [(line, plain["room"]) for line, plain in found.ahead] == [("from c", "n"), ("from b", "c")]
    assert found.state["room"] == "b"
    # Where REDO would lead elsewhere, it leads nowhere after a restart.
    log.append("look", (), states["b"], [("from a", states["a"])], [("other", Fake({}))])
    assert read(path).ahead == ()


def test_a_file_that_is_replaced_while_it_is_opened_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tour.jsonl"
    log, first = begun(path)
    whole = path.read_bytes()

    def begin_anew(_: int) -> None:
        (tmp_path / "new").write_bytes(whole)
        (tmp_path / "new").replace(path)

    monkeypatch.setattr(turn_log, "lock_file", begin_anew)
    with pytest.raises(MovedOnError):
        log.append("look", (), first, [])
    assert path.read_bytes() == whole


def test_a_log_is_gone_on_with_by_all_of_its_states(tmp_path: Path) -> None:
    play_two(tmp_path / "tour.jsonl")
    turns = read(tmp_path / "tour.jsonl")
    with pytest.raises(ValueError, match="zip"):
        TurnLog[Fake](tmp_path / "tour.jsonl", lambda fake: fake.values).resume(turns, Fake(turns.state), [])


def test_of_an_entry_without_states_only_the_words_are_left() -> None:
    entry = Entry(line="f", told=(("text", "A.", False),), kept=3, pushed=(("f", {}),), change={"a": {"to": 1}}, redo=2)
    assert make_words_only(entry) == Entry(line="f", told=(("text", "A.", False),), kept=0)
