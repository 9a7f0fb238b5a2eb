"""What a player's disk holds beside saves, decks and transcripts: settings, rules, and the formats of all files."""

from pathlib import Path

import pytest

from game.store import attempt_events, decks, paper_files, settings, state_values, turn_records
from game.store.attempt_events import Rules
from game.store.settings import CHOICES, FoundSettings, Settings
from game.store.shared_file import NotKept


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


def test_an_exam_without_rules_has_no_limit_and_hides_nothing() -> None:
    rules = Rules()
    assert (rules.minutes, rules.factor, rules.seconds) == (0, 1, 0)
    assert (rules.open_book, rules.pausable, rules.hides_marks) == (False, False, False)
    assert Rules(minutes=20, factor=1.25).seconds == 1500


def test_the_formats_of_files_are_those_that_were_written() -> None:
    formats = (attempt_events.FORMAT, decks.VERSION, turn_records.FORMAT, paper_files.FORMAT, state_values.VERSION)
    assert formats == (3, 1, 2, 1, 1), "a later one needs a reader, too"


def test_a_difference_of_states_tells_a_dictionary_from_a_value() -> None:
    assert turn_records.difference({"a": 1}, {"a": {"x": 1}}) == {"a": {"to": {"x": 1}}}
    assert turn_records.difference({"a": {"x": 1}}, {"a": 1}) == {"a": {"to": 1}}


def test_what_a_log_keeps_has_limits() -> None:
    assert (turn_records.MAX_KEPT_TURNS, turn_records.MAX_SHOWN_TURNS) == (2_000, 200)
    assert turn_records.MAX_LOG_BYTES == 64 * 1024 * 1024
