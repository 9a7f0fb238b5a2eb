"""What a player's disk holds beside saves: the deck, the settings and transcripts, each at its limits."""

import json
import os
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from game.pack.world import World
from game.quiz.review import review_card
from game.store import attempt_events, decks, settings, transcripts, turn_records
from game.store.attempt_events import Rules
from game.store.decks import KEPT_DAYS, Deck, LoadedDeck
from game.store.settings import CHOICES, FoundSettings, Settings
from game.store.shared_file import NotKept
from game.store.transcripts import KEPT, LARGEST, Beginning, ByteNotText, TextTooLarge, TranscriptFile

TODAY = date(2026, 11, 21)


def deck(*days_ago: int) -> Deck:
    made = Deck(tour="tiny")
    for days in days_ago:
        made.practised(TODAY - timedelta(days=days))
    return made


@pytest.mark.parametrize(
    ("days_ago", "streak", "day"),
    [
        ((), 0, 1),
        ((0,), 1, 1),
        ((1,), 1, 2),
        ((2,), 0, 1),
        ((0, 1, 2), 3, 3),
        ((1, 2), 2, 3),
        ((0, 2), 1, 1),
    ],
)
def test_a_streak_counts_days_in_a_row_up_to_today_or_yesterday(
    days_ago: tuple[int, ...], streak: int, day: int
) -> None:
    assert (deck(*days_ago).streak(TODAY), deck(*days_ago).day(TODAY)) == (streak, day)


def test_a_day_is_remembered_once_and_in_order_and_400_are_kept() -> None:
    assert deck(0, 2, 0, 1).days == ["2026-11-19", "2026-11-20", "2026-11-21"]
    assert KEPT_DAYS == 400
    long = deck(*range(399))
    assert len(long.days) == 399
    long.practised(TODAY - timedelta(days=399))
    assert len(long.days) == 400
    long.practised(TODAY + timedelta(days=1))
    assert len(long.days) == 400
    assert long.days[-1] == "2026-11-22"
    assert long.days[0] == (TODAY - timedelta(days=398)).isoformat()


def test_a_deck_is_read_as_it_was_written_and_each_learner_has_one(tmp_path: Path) -> None:
    path = decks.path_of(tmp_path, "tiny", "Ann Lee")
    assert path != decks.path_of(tmp_path, "tiny") == tmp_path / "practice" / "tiny.own.json"
    kept = deck(0)
    kept.cards["lamp-is-green"] = review_card(None, 1.0, datetime(2026, 11, 21, 9, tzinfo=UTC))
    decks.keep_deck(path, kept)
    assert decks.load_deck(path, "tiny") == LoadedDeck(kept)
    assert decks.load_deck(tmp_path / "none.json", "tiny") == LoadedDeck(Deck(tour="tiny"))


@pytest.mark.parametrize(
    "held",
    [{"tour": "other"}, {"tour": "tiny", "version": 2}, {"tour": 3}],
    ids=["another tour", "a later version", "no deck"],
)
def test_a_deck_that_cannot_be_used_is_set_aside_under_a_new_name(held: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "deck.json"
    for aside in ("deck.aside", "deck.1.aside", "deck.2.aside"):
        path.write_text(json.dumps(held))
        assert decks.load_deck(path, "tiny") == LoadedDeck(Deck(tour="tiny"), aside=aside)
        assert json.loads((tmp_path / aside).read_text(encoding="utf-8")) == held
        assert not path.exists()


@pytest.mark.parametrize("name", CHOICES)
def test_a_setting_moves_through_all_its_choices_and_round(name: str) -> None:
    choices = CHOICES[name]
    assert getattr(Settings(), name) == choices[0], "the first is what holds when nothing was set"
    forth = back = Settings()
    for place in range(1, len(choices) + 1):
        forth, back = forth.next(name), back.next(name, -1)
        assert getattr(forth, name) == choices[place % len(choices)]
        assert getattr(back, name) == choices[-place % len(choices)]


def test_settings_that_cannot_be_kept_are_said_to_be_lost(tmp_path: Path) -> None:
    settings.keep_settings(tmp_path, Settings(theme="day"), Settings())
    assert settings.load_settings(tmp_path) == FoundSettings(Settings(theme="day"))
    (tmp_path / "file").write_text("")
    assert isinstance(settings.keep_settings(tmp_path / "file", Settings(), Settings()), NotKept)


@pytest.mark.parametrize("text", ["[]", "3", "null", '{"theme": ["day"]}', '{"motion": null, "colour": "red"}'])
def test_settings_that_make_no_sense_are_as_if_never_set(text: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(text)
    assert settings.load_settings(tmp_path).settings == Settings()


def test_a_file_of_a_million_bytes_is_replayed_and_one_more_is_refused(tmp_path: Path) -> None:
    assert LARGEST == 1_000_000
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * LARGEST)
    assert len(transcripts.load_text(path)) == LARGEST
    path.write_bytes(b"a" * (LARGEST + 1))
    with pytest.raises(transcripts.ReplayError) as bad:
        transcripts.load_text(path)
    assert bad.value.args == (TextTooLarge(LARGEST),)
    path.write_bytes(b"ab\xff")
    with pytest.raises(transcripts.ReplayError) as bad:
        transcripts.load_text(path)
    assert bad.value.args == (ByteNotText(3),)


def test_a_header_is_read_as_it_was_written(tiny: World) -> None:
    play = transcripts.read(transcripts.header(tiny, -7, Beginning(3)) + ">look\n\nA room.\n>f\n")
    assert play == transcripts.Play(("look", "f"), Beginning(3), -7, True)
    assert transcripts.read("# begun state 7\n").beginning == Beginning(0, b"7")
    kept = transcripts.read(transcripts.header(tiny, 0, Beginning(0, b'{"room":"x"}')))
    assert (kept.beginning, kept.seed, kept.is_transcript) == (Beginning(0, b'{"room":"x"}'), 0, True)


@pytest.mark.parametrize(
    ("text", "lines", "is_transcript"),
    [
        ("look\n\n# a remark\nf\n", ("look", "f"), False),
        (">look\ntext\n", ("look",), True),
        ("# begun new x\n", (), True),
        ("", (), False),
    ],
)
def test_a_record_is_lines_alone(text: str, lines: tuple[str, ...], *, is_transcript: bool) -> None:
    assert transcripts.read(text) == transcripts.Play(lines, Beginning(0), 0, is_transcript)


def test_the_last_twenty_sessions_are_kept() -> None:
    assert KEPT == 20


def test_an_exam_without_rules_has_no_limit_and_hides_nothing() -> None:
    rules = Rules()
    assert (rules.minutes, rules.factor, rules.seconds) == (0, 1, 0)
    assert (rules.open_book, rules.pausable, rules.hides_marks) == (False, False, False)
    assert Rules(minutes=20, factor=1.25).seconds == 1500


def test_a_session_is_kept_from_its_first_typed_line_on(tmp_path: Path) -> None:
    file = TranscriptFile(tmp_path / "sessions")
    file.add("opening\n", is_typed=False)
    assert file.text == "opening\n"
    assert not (tmp_path / "sessions").exists()
    file.add(">look\n")
    file.add("A room.\n", is_typed=False)
    (kept,) = (tmp_path / "sessions").iterdir()
    assert kept.read_text(encoding="utf-8") == file.text == "opening\n>look\nA room.\n"


def test_a_copy_begins_with_all_of_the_session_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    file = TranscriptFile(None)
    file.add("one\n")
    assert not file.is_copied
    (tmp_path / "copy.txt").write_text(file.text)
    file.copy_to(tmp_path / "copy.txt")
    assert file.is_copied
    file.add("two\n")
    file.copy_to(None)
    file.add("three\n")
    assert not file.is_copied
    assert (tmp_path / "copy.txt").read_text(encoding="utf-8") == "one\ntwo\n"
    assert file.text == "one\ntwo\nthree\n"


def test_a_rehearsal_remembers_its_copy_and_writes_none(tmp_path: Path) -> None:
    file = TranscriptFile(None, is_rehearsal=True)
    file.copy_to(tmp_path / "copy.txt")
    file.add("one\n")
    assert file.is_copied
    assert list(tmp_path.iterdir()) == []


def test_the_formats_of_files_are_those_that_were_written() -> None:
    assert (attempt_events.FORMAT, decks.VERSION, turn_records.FORMAT) == (1, 1, 2), "a later one needs a reader, too"


def test_a_difference_of_states_tells_a_dictionary_from_a_value() -> None:
    assert turn_records.difference({"a": 1}, {"a": {"x": 1}}) == {"a": {"to": {"x": 1}}}
    assert turn_records.difference({"a": {"x": 1}}, {"a": 1}) == {"a": {"to": 1}}


MOMENT = "2026-11-21T09:00:00+00:00"
LEARNING: dict[str, object] = {"state": 1, "step": 0, "stability": None, "difficulty": None, "last_review": None}
KNOWN: dict[str, object] = {"state": 2, "step": None, "stability": 1.5, "difficulty": 5.0, "last_review": MOMENT}
AGAIN = KNOWN | {"state": 3, "step": 0}


@pytest.mark.parametrize(
    ("card", "is_whole"),
    [
        (LEARNING, True),
        (LEARNING | {"step": None}, False),
        (LEARNING | {"stability": 1.5}, True),
        (KNOWN, True),
        (KNOWN | {"step": 0}, True),
        (KNOWN | {"stability": None}, False),
        (KNOWN | {"difficulty": None}, False),
        (KNOWN | {"last_review": None}, False),
        (AGAIN, True),
        (AGAIN | {"step": None}, False),
        (AGAIN | {"stability": None}, False),
    ],
)
def test_a_card_has_what_its_state_needs(card: dict[str, object], is_whole: bool, tmp_path: Path) -> None:
    path = tmp_path / "deck.json"
    good = {"card_id": 0, "due": MOMENT, **KNOWN}
    path.write_text(
        json.dumps({"tour": "tiny", "cards": {"good": good, "lamp": {"card_id": 0, "due": MOMENT, **card}}})
    )
    assert (decks.load_deck(path, "tiny").aside == "") is is_whole


def test_a_deck_without_a_version_is_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "deck.json"
    path.write_text('{"tour": "tiny", "days": ["2026-11-21"]}')
    assert decks.load_deck(path, "tiny").deck.days == ["2026-11-21"]
    assert decks.keep_deck(path, decks.load_deck(path, "tiny").deck).__class__.__name__ == "Kept"
    assert json.loads(path.read_text())["version"] == 1


def test_of_two_cards_the_one_reviewed_later_is_kept() -> None:
    early = {"due": "2026-12-01T09:00:00+00:00", "last_review": "2026-11-21T09:00:00+00:00", "whose": 1}
    late = {"due": "2026-11-25T09:00:00+00:00", "last_review": "2026-11-22T09:00:00+00:00", "whose": 2}
    new = {"due": "2026-11-23T09:00:00+00:00", "last_review": None, "whose": 3}
    for one, other in ((early, late), (late, early)):
        assert decks.unite_cards({"x": one}, {"x": other})["x"] is late
    assert decks.unite_cards({"x": new}, {"x": late})["x"] is new  # without a review it is the day when it is due
    same = early | {"whose": 4}
    assert decks.unite_cards({"x": early}, {"x": same})["x"] is early
    assert decks.unite_cards({"a": early}, {"b": late}) == {"a": early, "b": late}


def test_the_days_of_two_windows_are_united_and_400_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "deck.json"
    decks.keep_deck(path, deck(*range(0, 600, 2)))
    mine = deck(*range(1, 600, 2))
    decks.keep_deck(path, mine)
    assert mine.days == [(TODAY - timedelta(days=days)).isoformat() for days in reversed(range(400))]


@pytest.mark.parametrize(
    ("learner", "name"),
    [
        ("Stoker-07", "tiny.stoker07.json"),
        (" ", "tiny.own.json"),
        ("own", r"tiny\.own_[0-9a-f]{12}\.json"),  # the player's own deck is nobody else's
        ("?!", r"tiny\._[0-9a-f]{12}\.json"),
        ("x" * 200, r"tiny\.x{20}_[0-9a-f]{12}\.json"),
        ("con", r"tiny\.con__[0-9a-f]{12}\.json"),
    ],
)
def test_the_file_of_a_deck_is_named_after_the_learner(learner: str, name: str, tmp_path: Path) -> None:
    assert re.fullmatch(name, decks.path_of(tmp_path, "tiny", learner).name)
    assert decks.path_of(tmp_path, "con", learner).name.startswith("con_.")


def test_a_deck_under_its_own_spelling_goes_before_one_under_another(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "tiny.own.json").write_text("{}")
    (folder / "other.ann-lee.json").write_text("{}")
    assert decks.path_of(tmp_path, "tiny", "Ann Lee") == folder / "tiny.annlee.json"
    (folder / "tiny.an-nlee.json").write_text("{}")
    assert decks.path_of(tmp_path, "tiny", "Ann Lee") == folder / "tiny.an-nlee.json"
    (folder / "tiny.annlee.json").write_text("{}")
    assert decks.path_of(tmp_path, "tiny", "Ann Lee") == folder / "tiny.annlee.json"
    (folder / "tiny.ann-lee.json").write_text("{}")
    assert decks.path_of(tmp_path, "tiny", "Ann Lee") == folder / "tiny.ann-lee.json"
    assert decks.path_of(tmp_path, "tiny", "ANN  lee!") == folder / "tiny.ann-lee.json"


@pytest.mark.parametrize("before", [18, 19, 25])
def test_the_oldest_sessions_make_room(before: int, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine")
    for number in range(before):
        (tmp_path / f"2001-{number:02}.txt").write_text("old")
    file = TranscriptFile(tmp_path)
    file.add(">look\n")
    kept = sorted(path.name for path in tmp_path.glob("*.txt"))
    assert len(kept) == min(before + 1, 20)
    assert kept[0] == f"2001-{max(0, before - 19):02}.txt"
    assert file.text == ">look\n"
    assert (tmp_path / "notes.md").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_transcript_has_the_mode_that_the_system_gives_and_is_added_to(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert transcripts.append(tmp_path / "copy.txt", "one\n")
    finally:
        os.umask(before)
    assert transcripts.append(tmp_path / "copy.txt", "two\n")
    assert (tmp_path / "copy.txt").read_text() == "one\ntwo\n"
    assert (tmp_path / "copy.txt").stat().st_mode & 0o777 == 0o666
    assert not transcripts.append(tmp_path / "none" / "copy.txt", "one\n")
    assert not transcripts.append(tmp_path / "a\0b", "one\n")


def test_of_a_line_that_does_not_fit_on_the_disk_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(handle: int, data: bytes) -> None:
        os.write(handle, data[:2])
        raise OSError(28, "No space left on device")

    file = TranscriptFile(None)
    file.add("one\n")
    transcripts.append(tmp_path / "copy.txt", file.text)
    file.copy_to(tmp_path / "copy.txt")
    with monkeypatch.context() as patch:
        patch.setattr(transcripts, "write_all", fill)
        file.add("two\n")
    assert not file.is_copied
    assert (tmp_path / "copy.txt").read_text() == "one\n"


@pytest.mark.parametrize(("text", "seed"), [("seed 12", 12), ("seed -3", -3), ("seed x", 0), ("seed 5 more", 0)])
def test_a_seed_stands_at_the_end_of_the_first_line(text: str, seed: int) -> None:
    assert transcripts.read(f"# 21 Carriages 1.0, pack tiny 0, {text}\n# begun new 2\n").seed == seed
    assert transcripts.is_ours(f"# 21 Carriages 1.0, pack tiny 0, {text}")
    assert not transcripts.is_ours(f" # 21 Carriages {text}")


def test_what_a_log_keeps_has_limits() -> None:
    assert (turn_records.MAX_KEPT_TURNS, turn_records.MAX_SHOWN_TURNS) == (2_000, 200)
    assert turn_records.MAX_LOG_BYTES == 64 * 1024 * 1024
