"""Practice: feedback at once, missed questions again, facts that come back when FSRS says so."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.app.practice import Plan, PracticeSession, told_in
from game.pack.items import Choice
from game.pack.world import World
from game.prose.text import paragraphs
from game.quiz import key_of, written
from game.quiz.bank import Bank
from game.quiz.papers import Selection
from game.quiz.review import find_due_facts, review_card
from game.store import decks
from game.tour.lexicon import Lexicon

START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class Round:
    """A round of practice as text, and answers right or wrong at will."""

    def __init__(self, world: World, plan: Plan, now: datetime = START) -> None:
        self.practice = PracticeSession(Bank(world), plan, now=lambda: now)
        self.opening = paragraphs(self.practice.open(), None)

    def say(self, line: str) -> str:
        return paragraphs(self.practice.perform(line), None)

    def right(self) -> str:
        shown = self.practice.shown
        assert shown is not None
        return self.say(written(shown, key_of(shown.item, self.practice.bank.world)))

    def wrong(self) -> str:
        shown = self.practice.shown
        assert shown is not None
        (key,) = key_of(shown.item, self.practice.bank.world)
        return self.say(next(option for option in shown.options if option != key))


def plan(deck: Path | None = None, items: int = 4, **fields: object) -> Plan:
    """A round about choices: each can be answered wrongly."""
    return Plan(selection=Selection(items=items, kinds=("choice",)), seed="7", deck=deck, **fields)  # type: ignore[arg-type]


def test_an_answer_is_marked_at_once_with_its_source(tour: World) -> None:
    round_ = Round(tour, plan())
    item = round_.practice.item
    assert item is not None
    told = round_.right()
    assert item.feedback in told
    assert "Article A, 11 September 2023, par. 1" in told
    assert "Question 2 of 4" in told


def test_a_wrong_answer_is_told_its_misconception_and_comes_again(tour: World) -> None:
    round_ = Round(tour, plan())
    item, shown = round_.practice.item, round_.practice.shown
    assert isinstance(item, Choice)
    assert shown is not None
    wrong = item.distractors[0]
    told = round_.say(wrong.text)
    assert wrong.because in told
    assert item.key in told
    assert "Question 2 of 5" in told
    for _ in range(3):
        round_.right()
    asked = round_.practice.item
    assert asked is not None
    assert set(asked.facts) & set(item.facts)
    end = round_.right()
    assert "3 of 4 questions right at the first try" in end
    assert tour.facts[item.facts[0]].claim in end
    assert round_.practice.is_over


def test_a_question_missed_again_and_again_is_let_go(tour: World) -> None:
    round_ = Round(tour, plan(items=1))
    answers = 0
    while not round_.practice.is_over:
        round_.say("skip")
        answers += 1
        assert answers < 20
    assert answers >= 3


def test_asked_again_its_options_stand_in_another_order(tour: World) -> None:
    bank = Bank(tour)
    alone = (i for i in bank.items.values() if all(len(bank.asking[fact_id]) == 1 for fact_id in i.facts))
    item = next(item for item in alone if isinstance(item, Choice) and len(item.distractors) > 2)
    round_ = Round(tour, plan(items=1, facts=frozenset(item.facts)))
    orders = []
    while not round_.practice.is_over:
        shown = round_.practice.shown
        assert shown is not None
        assert shown.item is item
        orders.append(shown.options)
        round_.say("skip")
    assert len(set(orders)) > 1


def test_a_line_that_is_no_answer_counts_nothing(tour: World) -> None:
    round_ = Round(tour, plan())
    assert "no answer here, and nothing was counted" in round_.say("purple elephants")
    assert "0 of 0 right" in round_.say("score")


def test_commands_tell_and_do_not_answer(tour: World) -> None:
    round_ = Round(tour, plan())
    for line in ("hint", "source", "read", "help", "score", "next"):
        assert round_.say(line)
    assert "Question 1 of 4" in round_.say("next")
    round_.right()
    assert round_.say("read last")
    assert round_.say("source last")
    assert "1 of 1 question right" in round_.say("leave")
    assert round_.practice.is_over


def test_every_fact_that_is_asked_can_be_read_where_it_is_told(tour: World) -> None:
    lexicon = Lexicon(tour)
    lost = [item.id for item in Bank(tour).items.values() if told_in(lexicon, item)[0] is None]
    assert lost == []


def test_what_was_missed_is_due_first_and_what_was_known_later(tour: World, tmp_path: Path) -> None:
    deck = tmp_path / "practice" / "deck.json"
    round_ = Round(tour, plan(deck, items=2))
    missed = round_.practice.item
    assert missed is not None
    round_.wrong()
    known = round_.practice.item
    assert known is not None
    round_.right()
    cards = decks.read(deck, tour.tour.id)[0].cards
    later = START + timedelta(minutes=5)
    assert missed.facts[0] in find_due_facts(cards, later)
    assert known.facts[0] not in find_due_facts(cards, later)
    again = Round(tour, plan(deck, items=2, only_due=True), now=later)
    assert "due to be asked again" in again.opening
    assert again.practice.item is not None
    assert again.practice.item.facts[0] in missed.facts


def test_fsrs_waits_longer_each_time_a_fact_is_known() -> None:
    card, now, gaps = None, START, []
    for _ in range(5):
        card = review_card(card, 1.0, now)
        until = datetime.fromisoformat(card["due"])
        gaps.append(until - now)
        now = until
    assert gaps == sorted(gaps)
    assert gaps[-1] > timedelta(days=10)
    missed = review_card(card, 0.0, now)
    assert datetime.fromisoformat(missed["due"]) - now < timedelta(days=1)


def test_nothing_due_is_said_and_no_round_begins(tour: World, tmp_path: Path) -> None:
    round_ = Round(tour, plan(tmp_path / "deck.json", only_due=True))
    assert "Nothing is due today" in round_.opening
    assert round_.practice.is_over


def test_days_in_a_row_are_counted(tour: World, tmp_path: Path) -> None:
    deck = tmp_path / "deck.json"
    for day in range(3):
        round_ = Round(tour, plan(deck), now=START + timedelta(days=day))
        assert (f"Day {day + 1} in a row" in round_.opening) == (day > 0)
        round_.right()
        assert f"{day + 1} day" in round_.say("leave")
    assert "Day 3 in a row" in Round(tour, plan(deck), now=START + timedelta(days=2)).opening
    assert "in a row" not in Round(tour, plan(deck), now=START + timedelta(days=9)).opening


@pytest.mark.parametrize("data", [b"", b"{", b'{"tour": "other"}', b'{"version": 99, "tour": "carriages"}', b"\xff"])
def test_a_deck_that_cannot_be_read_is_set_aside_not_lost(tour: World, tmp_path: Path, data: bytes) -> None:
    deck = tmp_path / "deck.json"
    deck.write_bytes(data)
    round_ = Round(tour, plan(deck))
    assert "kept aside as deck.aside" in round_.opening
    assert (tmp_path / "deck.aside").read_bytes() == data
    round_.right()
    assert decks.read(deck, tour.tour.id)[0].cards


def test_a_deck_that_cannot_be_written_is_told_and_the_round_goes_on(tour: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    round_ = Round(tour, plan(tmp_path / "file" / "deck.json"))
    told = round_.right()
    assert "could not be kept" in told
    assert "Question 2 of 4" in told


def test_in_the_tour_only_what_was_noted_is_asked(tour: World) -> None:
    facts = frozenset(fact_id for passage in tour.rooms["cellar"].passages for fact_id in passage.facts)
    round_ = Round(tour, plan(items=50, facts=facts))
    asked = list(round_.practice._items)
    assert asked
    assert all(facts.issuperset(item.facts) for item in asked)


def test_first_answers_are_kept_for_results(tour: World, tmp_path: Path) -> None:
    from game.store.attempt_folder import load_attempt

    round_ = Round(tour, plan(items=2, attempts=tmp_path, learner="Stoker-07", visited=("cellar",)))
    round_.wrong()
    round_.right()
    while not round_.practice.is_over:
        round_.right()
    (path,) = tmp_path.iterdir()
    attempt = load_attempt(path)
    assert (attempt.begun.mode, attempt.begun.candidate) == ("practice", "Stoker-07")
    assert attempt.begun.visited == ("cellar",)
    assert list(attempt.marks.values()) == [0.0, 1.0]
    assert set(attempt.items) == set(attempt.marks)
