"""What a player's disk holds beside saves: the deck, the settings and transcripts, each at its limits."""

import json
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
        assert json.loads((tmp_path / aside).read_text()) == held
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
    assert kept.read_text() == file.text == "opening\n>look\nA room.\n"


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
    assert (tmp_path / "copy.txt").read_text() == "one\ntwo\n"
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
