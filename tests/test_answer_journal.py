"""Answers that are marked at once, as they are kept: when, of whom, and each question whole."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.pack.world import World
from game.quiz.bank import Bank
from game.store.answer_journal import Journal
from game.store.attempt_events import ItemRecorded, Responded
from game.store.attempt_folder import find_creator, load_attempt
from tests.items import CHOICE, STATEMENT

NOW = datetime(2026, 11, 27, 12, 0, 0, 123456, tzinfo=UTC)


def test_an_attempt_begins_with_the_first_answer(tiny: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([100.0, 102.0004, 107.5])
    monkeypatch.setattr("game.store.answer_journal.monotonic", lambda: next(moments))
    journal = Journal(find_creator(tmp_path / "practice"), Bank(tiny), "practice", "Anna")
    assert not (tmp_path / "practice").exists()
    journal.responded(CHOICE, ("blue",), 0.12345678, ["salon", "platform"], NOW)
    journal.responded(CHOICE, ("green",), 1.0, [], NOW)
    (path,) = (tmp_path / "practice").iterdir()
    attempt = load_attempt(path)
    begun = attempt.begun
    assert (begun.mode, begun.candidate, begun.code, begun.seed, begun.items) == ("practice", "Anna", "", 0, ())
    assert (begun.tour, begun.bank, begun.visited) == ("tiny", Bank(tiny).digest, ("platform", "salon"))
    assert begun.at == "2026-11-27T12:00:00+00:00"
    asked, first, second = attempt.events
    assert isinstance(asked, ItemRecorded)
    assert isinstance(first, Responded)
    assert isinstance(second, Responded)
    assert asked.item == CHOICE
    assert (asked.elapsed, first.elapsed, second.elapsed) == (2.0, 2.0, 7.5)
    assert (first.response, first.mark, second.mark) == (("blue",), 0.123457, 1.0)


def test_each_question_is_kept_whole_once(tiny: World, tmp_path: Path) -> None:
    journal = Journal(find_creator(tmp_path), Bank(tiny), "checkpoint")
    for item in (CHOICE, STATEMENT, CHOICE):
        journal.responded(item, (), 0.0, [], NOW)
    (path,) = tmp_path.iterdir()
    attempt = load_attempt(path)
    assert [event.item.id for event in attempt.events if isinstance(event, ItemRecorded)] == ["choice", "statement"]
    assert len(attempt.events) == 5
    assert (attempt.begun.mode, attempt.begun.candidate) == ("checkpoint", "")


def test_without_a_folder_nothing_is_kept(tiny: World) -> None:
    Journal(find_creator(None), Bank(tiny), "practice").responded(CHOICE, ("green",), 1.0, [], NOW)
