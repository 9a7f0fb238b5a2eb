"""Judgements of the tour kept as answers, and what a teacher reads of them."""

from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from game.app.game import Game
from game.app.judgement_record import list_judgements
from game.pack.kinds import find_misconception
from game.pack.ledger import Judgement
from game.pack.world import World
from game.prose.compare_lines import JUDGEMENTS
from game.prose.judgement_items import (
    MIXED_UP,
    make_closing_item,
    make_comparison_item,
    make_printing_item,
    name_way,
)
from game.store.attempt_folder import read_attempt
from game.store.saves import Saves
from game.tour import events as e
from game.tour.dispatch import PRINTS, REMARK_BY_STRENGTH
from game.tour.session import Session
from game.tour.state import begin_tour


def test_every_wrong_judgement_says_what_was_mixed_up() -> None:
    kinds = get_args(Judgement)
    assert set(MIXED_UP) == {(right, judged) for right in kinds for judged in kinds if right != judged}
    assert len(set(MIXED_UP.values())) == len(MIXED_UP)


def test_each_comparison_is_a_question_with_its_judgement_as_the_key(tour: World) -> None:
    for comparison in tour.comparisons.values():
        item = make_comparison_item(comparison)
        assert item.key == JUDGEMENTS[comparison.judgement]
        assert {item.key, *(wrong.text for wrong in item.distractors)} == set(JUDGEMENTS.values())
        assert set(item.facts) <= set(tour.facts)


def test_who_takes_the_surer_for_the_truer_is_told_so(tour: World) -> None:
    item = make_comparison_item(tour.differences["departed"])
    assert find_misconception(item, (JUDGEMENTS["contradict"],)).startswith("Takes the surer source for the true one")
    assert find_misconception(item, (item.key,)) == ""


def test_each_question_of_the_tour_is_closed_by_its_honest_sentence(tour: World) -> None:
    for lead in tour.leads.values():
        item = make_closing_item(lead)
        assert item.key == lead.honest
        assert [wrong.because for wrong in item.distractors] == [wrong.because for wrong in lead.overreaches]


def test_each_way_to_print_a_fact_is_right_or_says_what_is_wrong(tour: World) -> None:
    for fact in tour.facts.values():
        item = make_printing_item(fact)
        for way in PRINTS:
            is_right = REMARK_BY_STRENGTH["rumour" if fact.rumour else fact.strength][way] == "stands"
            assert (name_way(fact, way) == item.key) is is_right
            assert bool(find_misconception(item, (name_way(fact, way),))) is not is_right


def test_the_first_sentence_chosen_counts(tour: World) -> None:
    lead = next(iter(tour.leads.values()))
    fresh = begin_tour(tour)
    overreached = replace(fresh, overreached=fresh.overreached.insert(lead.id, "x"))
    closed = e.LeadClosed(lead=lead, next=None)
    assert [judged.mark for judged in list_judgements(closed, fresh)] == [1]
    assert not list(list_judgements(closed, overreached))
    wrong = e.Overreached(lead=lead, overreach=lead.overreaches[0])
    assert [judged.mark for judged in list_judgements(wrong, fresh)] == [0]


def test_nothing_is_judged_by_looking(tour: World) -> None:
    session = Session(tour)
    assert not [
        judged for event in session.perform("x press board") for judged in list_judgements(event, session.state)
    ]


@pytest.fixture
def judged(tour: World, tmp_path: Path) -> Game:
    """A game in which both speeds were compared, and taken for a contradiction."""
    game = Game(tour, Saves(tmp_path / "home"))
    game.open()
    for line in ("take timetable", "x timetable", "f", "f", "put timetable in dials", "x dials"):
        game.perform(line)
    game.perform("compare 37 mph with timetable")
    game.perform("1")
    return game


def test_a_judgement_is_kept_as_an_attempt_once(judged: Game, tmp_path: Path) -> None:
    judged.perform("undo")
    judged.perform("compare 37 mph with timetable as differ")
    (path,) = (tmp_path / "home" / "attempts").iterdir()
    attempt = read_attempt(path)
    assert list(attempt.items) == ["compare-speed"]
    assert attempt.responses == {"compare-speed": (JUDGEMENTS["contradict"],)}
