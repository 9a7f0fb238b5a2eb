"""Settings, honours and decks: several windows change them, and what cannot be read is never written over."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.learner_record import LearnerRecord
from game.app.practice_plan import PracticePlan
from game.core.disk import Unusable, Why, decode
from game.pack.world import World
from game.prose.text import render_text
from game.quiz.bank import Bank
from game.quiz.review import review_card
from game.store import decks, honour_file, settings
from game.store.decks import Deck, keep_deck, load_deck, path_of
from game.store.settings import FoundSettings, Settings, keep_settings, load_settings
from game.store.shared_file import MAX_ASIDE_FILES, Kept, NotKept, Outcome, change_file, is_damaged, set_aside
from game.store.short_lock import short_lock

START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

DAMAGE = [b"", b"{", b"[" * 200_000, b"\xff\xfe{}", b"null", b"3", b"\x00" * 100, b'{"a":' * 5_000]


def deck_of(*facts: str, at: datetime = START) -> Deck:
    return Deck(tour="tiny", cards={fact: review_card(None, 1.0, at) for fact in facts})


def closed_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file be closed to us, as ``chmod 000`` does for everybody but root."""
    real = os.open

    def refuse(name: Any, *arguments: Any, **named: Any) -> int:
        if Path(os.fsdecode(name)) == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(name))
        return real(name, *arguments, **named)

    monkeypatch.setattr(os, "open", refuse)


def keep_each(folder: Path, data: bytes, monkeypatch: pytest.MonkeyPatch | None = None) -> dict[Path, object]:
    """Change each of the three files over the same bytes; returns what was said."""
    changes: dict[Path, Callable[[], object]] = {
        folder / settings.FILE: lambda: keep_settings(folder, Settings(theme="day"), Settings()),
        folder / honour_file.FILE: lambda: honour_file.earn(folder, "all-facts"),
        folder / "deck.json": lambda: keep_deck(folder / "deck.json", deck_of("a")),
    }
    said = {}
    for path, change in changes.items():
        path.write_bytes(data)
        if monkeypatch is not None:
            with monkeypatch.context() as patched:
                closed_to(path, patched)
                said[path] = change()
        else:
            said[path] = change()
    return said


@pytest.mark.parametrize("data", DAMAGE)
def test_a_damaged_file_is_set_aside_whole_under_the_name_that_is_said(data: bytes, tmp_path: Path) -> None:
    for path, outcome in keep_each(tmp_path, data).items():
        assert isinstance(outcome, Kept)
        assert outcome.aside
        assert path.with_name(outcome.aside).read_bytes() == data
        assert path.read_bytes() != data


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "deck.json"
    names = []
    for number in range(3):
        path.write_bytes(b"%d" % number)
        names.append(set_aside(path))
    assert names == ["deck.aside", "deck.1.aside", "deck.2.aside"]
    assert [(tmp_path / name).read_bytes() for name in names] == [b"0", b"1", b"2"]


def test_a_file_that_may_not_be_read_is_left_as_it_is_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, outcome in keep_each(tmp_path, b"secret", monkeypatch).items():
        assert outcome == NotKept("Permission denied", is_closed=True)
        assert path.read_bytes() == b"secret"
    assert not list(tmp_path.glob("*.aside"))


def test_a_deck_that_may_not_be_read_is_not_written_in_that_session(
    tour: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, bank = tmp_path / "deck.json", Bank(tour)
    kept = msgspec.json.encode(Deck(tour=tour.tour.id, cards={"lost-without-it": review_card(None, 1.0, START)}))
    path.write_bytes(kept)
    record = LearnerRecord(bank, PracticePlan(deck=path))
    with monkeypatch.context() as patched:
        closed_to(path, patched)
        said = render_text(record.load(), None)
    assert "cannot be read now: Permission denied" in said
    assert "left as it is" in said
    # The file can be read again by now; the cards of this session have no past, and so they stay out of it.
    assert record.keep(next(iter(bank.items.values())), ("x",), 1.0, START, is_first=True) == []
    assert path.read_bytes() == kept


def test_settings_that_cannot_be_read_look_as_never_set_and_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load_settings(tmp_path) == FoundSettings(Settings())
    (tmp_path / settings.FILE).write_bytes(b'{"theme": "day", "picture": 7, "motion": ["on"]}')
    assert load_settings(tmp_path) == FoundSettings(Settings(theme="day"))
    (tmp_path / settings.FILE).write_bytes(b"[]")
    found = load_settings(tmp_path)
    assert found.settings == Settings()
    assert found.trouble is not None
    assert found.trouble.why == "damaged"
    closed_to(tmp_path / settings.FILE, monkeypatch)
    assert load_settings(tmp_path).trouble == Unusable("not permitted", "Permission denied")
    assert honour_file.load_honours(tmp_path) == frozenset()


def test_two_windows_that_change_two_settings_keep_both(tmp_path: Path) -> None:
    before = load_settings(tmp_path).settings
    assert keep_settings(tmp_path, Settings(theme="day"), before) == Kept()
    assert keep_settings(tmp_path, Settings(motion="off"), before) == Kept()
    assert load_settings(tmp_path).settings == Settings(theme="day", motion="off")


def test_a_setting_of_a_later_version_stays(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_bytes(b'{"volume": 11, "theme": "grey"}')
    before = load_settings(tmp_path).settings
    keep_settings(tmp_path, before.next("motion"), before)
    assert msgspec.json.decode((tmp_path / settings.FILE).read_bytes())["volume"] == 11
    assert load_settings(tmp_path).settings == Settings(theme="grey", motion="off")


def test_a_deck_takes_over_what_another_window_has_kept(tmp_path: Path) -> None:
    path = tmp_path / "deck.json"
    mine, others = load_deck(path, "tiny").deck, load_deck(path, "tiny").deck
    mine.cards["both"], others.cards["both"] = (
        review_card(None, 0.0, START),
        review_card(None, 1.0, START + timedelta(minutes=1)),
    )
    mine.cards["mine"], others.cards["others"] = review_card(None, 1.0, START), review_card(None, 1.0, START)
    mine.practised(date(2026, 11, 21))
    others.practised(date(2026, 11, 20))
    assert keep_deck(path, others) == Kept()
    assert keep_deck(path, mine) == Kept()
    united = load_deck(path, "tiny").deck
    assert united.cards.keys() == {"both", "mine", "others"}
    assert united.cards["both"] == others.cards["both"]
    assert united.days == ["2026-11-20", "2026-11-21"]
    assert mine.cards == united.cards


PROGRAM = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from game.quiz.review import review_card
from game.store import honour_file
from game.store.decks import keep_deck, load_deck
from game.store.settings import Settings, keep_settings
folder, who = Path(sys.argv[1]), sys.argv[2]
deck = load_deck(folder / "deck.json", "tiny").deck
for number in range(25):
    deck.cards[f"{who}-{number}"] = review_card(None, 1.0, datetime.now(UTC))
    assert keep_deck(folder / "deck.json", deck)[0] == ""
    assert honour_file.earn(folder, f"{who}-{number}")[0] == ""
changed = Settings(theme="day") if who == "a" else Settings(motion="off")
keep_settings(folder, changed, Settings())
"""


def test_two_processes_that_practise_at_once_lose_no_card_no_honour_and_no_setting(tmp_path: Path) -> None:
    both = [subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path), who]) for who in "ab"]
    assert [each.wait(timeout=120) for each in both] == [0, 0]
    every = {f"{who}-{number}" for who in "ab" for number in range(25)}
    assert load_deck(tmp_path / "deck.json", "tiny").deck.cards.keys() == every
    assert honour_file.load_honours(tmp_path) == frozenset(every)
    assert load_settings(tmp_path).settings == Settings(theme="day", motion="off")


def test_the_lock_excludes_and_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.store.short_lock.MAX_WAIT_SECONDS", 0.05)
    with short_lock(tmp_path / "file") as first, short_lock(tmp_path / "file") as second:
        assert (first, second) == (True, False)
    with short_lock(tmp_path / "file") as third:
        assert third
    (tmp_path / "in-the-way").write_text("")
    with short_lock(tmp_path / "in-the-way" / "file") as nowhere:
        assert not nowhere


GOOD: dict[str, Any] = review_card(None, 1.0, START)


@pytest.mark.parametrize(
    "field",
    [
        {"due": "never"},
        {"due": "2026-11-21T09:00:00"},
        {"due": None},
        {"state": 9},
        {"stability": 1e300},
        {"stability": "much"},
        {"difficulty": -5},
        {"step": None},
        {"state": 2, "stability": None},
        {"last_review": 3},
        {"card_id": [[]]},
    ],
)
def test_a_card_that_could_not_be_scheduled_is_damage(field: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "deck.json"
    path.write_bytes(msgspec.json.encode(Deck(tour="tiny", cards={"good": GOOD, "bad": GOOD | field})))
    found = load_deck(path, "tiny")
    assert found.deck == Deck(tour="tiny")
    assert found.aside == "deck.aside"


def test_a_card_that_was_kept_is_scheduled_again(tmp_path: Path) -> None:
    path, card = tmp_path / "deck.json", None
    for day, mark in enumerate((1.0, 1.0, 0.0, 0.5, 1.0, 1.0)):
        card = review_card(card, mark, START + timedelta(days=day))
        assert keep_deck(path, Deck(tour="tiny", cards={"fact": card})) == Kept()
        found = load_deck(path, "tiny")
        assert found.aside == ""
        assert found.deck.cards["fact"] == card


@given(st.dictionaries(st.text(max_size=9), st.none() | st.integers() | st.text(max_size=5) | st.floats(), max_size=7))
def test_no_card_raises(card: dict[str, Any]) -> None:
    data = msgspec.json.encode({"tour": "tiny", "cards": {"fact": card}})
    assert isinstance(decks._decode("tiny", data), Unusable | Deck)


def test_two_spellings_of_a_name_are_one_learner(tmp_path: Path) -> None:
    def name(learner: str) -> str:
        return path_of(tmp_path, "tiny", learner).name

    assert name("") == name("  ") == "tiny.own.json"
    assert name("Stoker 07") == name("ＳＴＯＫＥＲ-07") == "tiny.stoker07.json"
    assert name("Zoe\N{COMBINING ACUTE ACCENT}") == name("Zoé") == "tiny.zoé.json"
    others = {name(each) for each in ("own", "!!", "??", "nul", "x" * 5_000, "x" * 4_999 + "y")}
    assert len(others) == 6
    assert "tiny.own.json" not in others
    assert all(len(each.encode()) < 200 for each in others)


def test_a_deck_under_the_spelling_of_an_earlier_version_is_found_by_every_spelling(tmp_path: Path) -> None:
    former = tmp_path / "practice" / "tiny.stoker-07.json"
    former.parent.mkdir()
    former.write_bytes(b"")
    for learner in ("Stoker-07", "stoker 07", "STOKER07"):
        assert path_of(tmp_path, "tiny", learner) == former
    assert path_of(tmp_path, "tiny", "Stoker-08") != former
    assert path_of(tmp_path, "nul", "Stoker-07").name == "nul_.stoker07.json"


def test_why_a_change_was_not_kept_is_said_in_the_systems_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = OSError("the share has gone")
    monkeypatch.setattr("game.store.shared_file.write_atomically", lambda *_: raise_it(bad))
    path = tmp_path / "deck.json"
    assert change(path) == NotKept("the share has gone", is_closed=False)
    bad = OSError(28, "No space left on device")
    assert change(path) == NotKept("No space left on device")


def raise_it(bad: OSError) -> None:
    raise bad


def change(path: Path) -> Outcome:
    """A change of a file that holds a list."""
    return change_file(
        path, lambda data: decode(data, list[int]), lambda found: [*(found or ()), 1], msgspec.json.encode
    )


def test_a_damaged_file_that_cannot_be_set_aside_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.json"
    path.write_bytes(b"{")
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", lambda *_: raise_it(OSError(13, "not yours")))
        found = change(path)
    assert isinstance(found, NotKept)
    assert found.is_closed
    assert path.read_bytes() == b"{"
    assert change(path) == Kept("deck.aside")
    assert change(path) == Kept("")
    assert json.loads(path.read_bytes()) == [1, 1]


def test_a_thousand_damaged_files_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_ASIDE_FILES == 1_000
    monkeypatch.setattr("game.store.shared_file.MAX_ASIDE_FILES", 2)
    names = []
    for _ in range(3):
        (tmp_path / "deck.json").write_bytes(b"{")
        names.append(set_aside(tmp_path / "deck.json"))
    assert names == ["deck.aside", "deck.1.aside", ""]


@pytest.mark.parametrize(
    ("why", "may_be_set_aside"), [("damaged", True), ("too large", True), ("not permitted", False), ("missing", False)]
)
def test_only_what_can_be_read_and_is_nothing_of_ours_is_damage(why: Why, may_be_set_aside: bool) -> None:
    assert is_damaged(Unusable(why)) is may_be_set_aside


def test_honours_that_are_known_are_not_written_again(tmp_path: Path) -> None:
    assert honour_file.earn(tmp_path, "b", "a") == Kept()
    path = tmp_path / honour_file.FILE
    assert json.loads(path.read_bytes()) == ["a", "b"]
    os.utime(path, (1, 1))
    assert honour_file.earn(tmp_path, "a") == Kept()
    assert path.stat().st_mtime == 1
    assert honour_file.earn(tmp_path, "a", "c") == Kept()
    assert honour_file.load_honours(tmp_path) == frozenset("abc")


def test_settings_are_kept_as_a_text_with_a_line_for_each(tmp_path: Path) -> None:
    keep_settings(tmp_path, Settings(theme="day"), Settings())
    assert (tmp_path / settings.FILE).read_text().splitlines()[:2] == ["{", ' "theme": "day",']
