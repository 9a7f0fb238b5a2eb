"""A learner's deck on file: its days, its cards, its name, and two windows that change it."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from game.quiz.review import review_card
from game.store import decks
from game.store.decks import KEPT_DAYS, Deck, LoadedDeck

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
        assert json.loads((tmp_path / aside).read_text("utf-8")) == held
        assert not path.exists()


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
    assert json.loads(path.read_text("utf-8"))["version"] == 1


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
    (folder / "tiny.annl-ee.json").write_text("{}")
    (folder / "tiny.an-nlee.json").write_text("{}")
    assert decks.path_of(tmp_path, "tiny", "Ann Lee") == folder / "tiny.an-nlee.json"
    (folder / "tiny.annlee.json").write_text("{}")
    assert decks.path_of(tmp_path, "tiny", "Ann Lee") == folder / "tiny.annlee.json"
    (folder / "tiny.ann-lee.json").write_text("{}")
    assert decks.path_of(tmp_path, "tiny", "Ann Lee") == folder / "tiny.ann-lee.json"
    assert decks.path_of(tmp_path, "tiny", "ANN  lee!") == folder / "tiny.ann-lee.json"
