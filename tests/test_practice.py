"""Practice: feedback at once, missed questions again, facts that come back when FSRS says so."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.app.fact_context import MAX_CONTEXT_PASSAGES, find_telling_place, render_fact_context
from game.app.practice_plan import PracticePlan, plan_practice
from game.app.practice_policy import MAX_TIMES_ASKED, PracticePolicy
from game.app.quiz_session import QuizSession
from game.pack.kinds import Choice, find_key, write_response
from game.pack.thing_texts import read_whole_thing
from game.pack.world import World
from game.prose.text import render_text
from game.quiz.bank import Bank
from game.quiz.papers import Selection
from game.quiz.review import find_due_facts, review_card
from game.store import decks
from game.tour.lexicon import Lexicon
from game.tour.state import begin_tour

START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class Practice:
    """Practice as text, and answers right or wrong at will."""

    def __init__(self, world: World, plan: PracticePlan, now: datetime = START) -> None:
        self.session = QuizSession(PracticePolicy(Bank(world), plan, now=lambda: now))
        self.opening = render_text(self.session.open(), None)

    def say(self, line: str) -> str:
        return render_text(self.session.perform(line), None)

    def right(self) -> str:
        shown = self.session.shown
        assert shown is not None
        return self.say(write_response(shown, find_key(shown.item, self.session.policy.bank.world)))

    def wrong(self) -> str:
        shown = self.session.shown
        assert shown is not None
        (key,) = find_key(shown.item, self.session.policy.bank.world)
        return self.say(next(option for option in shown.options if option != key))


def plan(deck: Path | None = None, items: int = 4, **fields: object) -> PracticePlan:
    """Practice about choices: each can be answered wrongly."""
    return PracticePlan(selection=Selection(items=items, kinds=("choice",)), seed="7", deck=deck, **fields)  # type: ignore[arg-type]


def test_an_answer_is_marked_at_once_with_its_source(tour: World) -> None:
    practice = Practice(tour, plan())
    item = practice.session.item
    assert item is not None
    told = practice.right()
    assert item.feedback in told
    assert "Article B, 12 September 2023, par. 1" in told
    assert "Question 2 of 4" in told


def test_a_wrong_answer_is_told_its_misconception_and_comes_again(tour: World) -> None:
    practice = Practice(tour, plan())
    item, shown = practice.session.item, practice.session.shown
    assert isinstance(item, Choice)
    assert shown is not None
    wrong = item.distractors[0]
    told = practice.say(wrong.text)
    assert wrong.because in told
    assert item.key in told
    assert "Question 2 of 5" in told
    for _ in range(3):
        practice.right()
    asked = practice.session.item
    assert asked is not None
    assert set(asked.facts) & set(item.facts)
    end = practice.right()
    assert "3 of 4 questions right at the first try" in end
    assert tour.facts[item.facts[0]].claim in end
    assert practice.session.is_over


def find_item_alone(world: World) -> Choice:
    """An item whose facts no other item asks for, so that only itself can ask them again."""
    bank = Bank(world)
    alone = (i for i in bank.items.values() if all(len(bank.asking[fact_id]) == 1 for fact_id in i.facts))
    return next(item for item in alone if isinstance(item, Choice) and len(item.distractors) > 2)


def test_one_question_is_asked_three_times_and_then_let_go(tour: World) -> None:
    assert MAX_TIMES_ASKED == 3
    practice = Practice(tour, plan(items=1, facts=frozenset(find_item_alone(tour).facts)))
    for _ in range(MAX_TIMES_ASKED - 1):
        assert "again" in practice.say("skip")
    end = practice.say("skip")
    assert "0 of 1 question right at the first try" in end
    assert practice.session.is_over


def test_what_is_right_the_second_time_is_not_asked_a_third_time(tour: World) -> None:
    practice = Practice(tour, plan(items=1, facts=frozenset(find_item_alone(tour).facts)))
    practice.wrong()
    assert not practice.session.is_over
    assert "0 of 1 question right at the first try" in practice.right()
    assert practice.session.is_over


def test_an_answer_that_is_right_in_part_is_no_right_one_and_comes_again(tour: World) -> None:
    fields = {"items": 1, "kinds": ("match",)}
    order = PracticePlan(selection=Selection(**fields), seed="7")  # type: ignore[arg-type]
    practice = Practice(tour, order)
    shown = practice.session.shown
    assert shown is not None
    key = find_key(shown.item, tour)
    practice.say(write_response(shown, (key[1], key[0], *key[2:])))
    assert practice.session.view.statuses[0] == "part"
    assert len(practice.session.view.statuses) == 2
    assert "0 of 1 right" in practice.say("score")


def test_the_question_just_answered_is_shown_with_its_key(tour: World) -> None:
    practice = Practice(tour, plan())
    shown = practice.session.shown
    assert shown is not None
    practice.wrong()
    held = practice.session.view.just_answered
    assert held is not None
    assert held.shown == shown
    assert held.key == find_key(shown.item, tour)
    assert held.response != held.key
    assert held.title == "Question 1 of 4"
    assert held.statuses == ("wrong", "open", "open", "open")
    assert (held.share_done, held.tally) == (0.25, "✦ 0 right")
    assert held.option_signs.count("right") == held.option_signs.count("wrong") == 1
    assert held.option_signs[shown.options.index(held.key[0])] == "right"
    assert held.option_signs[shown.options.index(held.response[0])] == "wrong"
    assert held.feedback
    assert held.notice == ()
    assert practice.session.view.notice == ()
    practice.say("score")
    assert practice.session.view.just_answered is None


def test_of_a_proof_its_rows_are_signed_too(tour: World) -> None:
    practice = Practice(tour, PracticePlan(selection=Selection(items=1, kinds=("two-tier",)), seed="7"))
    shown = practice.session.shown
    assert shown is not None
    assert practice.session.view.row_signs == ("plain",) * len(shown.rows)
    option, proof = find_key(shown.item, tour)
    other = next(reason for reason in shown.reasons if reason != proof)
    practice.say(write_response(shown, (option, other)))
    held = practice.session.view.just_answered
    assert held is not None
    assert held.statuses == ("part",)
    assert held.option_signs.count("right") == 1
    assert "wrong" not in held.option_signs
    signs = dict(zip(shown.reasons, held.row_signs, strict=True))
    assert (signs[proof], signs[other]) == ("right", "wrong")


def test_of_an_order_nothing_is_signed(tour: World) -> None:
    practice = Practice(tour, PracticePlan(selection=Selection(items=1, kinds=("order",)), seed="7"))
    practice.right()
    held = practice.session.view.just_answered
    assert held is not None
    assert set(held.option_signs) == {"plain"}


@pytest.mark.parametrize("most", [2, 3, MAX_CONTEXT_PASSAGES])
def test_a_long_place_is_read_only_where_it_tells_the_fact(
    tour: World, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    assert MAX_CONTEXT_PASSAGES == 4
    monkeypatch.setattr("game.app.fact_context.MAX_CONTEXT_PASSAGES", most)
    lexicon, lengths = Lexicon(tour), set()
    for item in Bank(tour).items.values():
        room, thing = find_telling_place(lexicon, item)
        assert room is not None
        passages = read_whole_thing(thing, tour.facts) if thing else room.passages
        telling = [passage for passage in passages if item.facts[0] in passage.facts]
        read = [line for line in render_fact_context(lexicon, item) if line.role in ("body", "staged")]
        assert len(read) == (len(telling) if len(passages) > most else len(passages))
        lengths.add(len(passages))
    # Places as long as the limit, and longer ones, are among those of the train.
    assert 3 in lengths
    assert max(lengths) > MAX_CONTEXT_PASSAGES


@pytest.mark.parametrize(
    ("wish", "items"), [("", 10), ("0", 1), ("1", 1), ("255", 255), ("256", 255), ("all 7", 7), ("due", 10)]
)
def test_a_wish_is_read_with_its_limits(tiny: World, wish: str, items: int) -> None:
    planned = plan_practice(wish, begin_tour(tiny, 0), None)
    assert planned.selection.items == items
    assert planned.only_due == planned.by_deck == (wish == "due")
    assert (planned.facts is None) == (wish in ("all 7", "due"))


def test_asked_again_its_options_stand_in_another_order(tour: World) -> None:
    item = find_item_alone(tour)
    practice = Practice(tour, plan(items=1, facts=frozenset(item.facts)))
    orders = []
    while not practice.session.is_over:
        shown = practice.session.shown
        assert shown is not None
        assert shown.item is item
        orders.append(shown.options)
        practice.say("skip")
    assert len(set(orders)) > 1


def test_a_line_that_is_no_answer_counts_nothing(tour: World) -> None:
    practice = Practice(tour, plan())
    assert "no answer here, and nothing was counted" in practice.say("purple elephants")
    assert "0 of 0 right" in practice.say("score")


def test_commands_tell_and_do_not_answer(tour: World) -> None:
    practice = Practice(tour, plan())
    for line in ("hint", "source", "read", "help", "score", "next"):
        assert practice.say(line)
    assert "Question 1 of 4" in practice.say("next")
    practice.right()
    assert practice.say("read last")
    assert practice.say("source last")
    assert "1 of 1 question right" in practice.say("leave")
    assert practice.session.is_over


def test_every_fact_that_is_asked_can_be_read_where_it_is_told(tour: World) -> None:
    lexicon = Lexicon(tour)
    lost = [item.id for item in Bank(tour).items.values() if find_telling_place(lexicon, item)[0] is None]
    assert lost == []


def test_what_was_missed_is_due_first_and_what_was_known_later(tour: World, tmp_path: Path) -> None:
    deck = tmp_path / "practice" / "deck.json"
    practice = Practice(tour, plan(deck, items=2))
    missed = practice.session.item
    assert missed is not None
    practice.wrong()
    known = practice.session.item
    assert known is not None
    practice.right()
    cards = decks.load_deck(deck, tour.tour.id).deck.cards
    later = START + timedelta(minutes=5)
    assert missed.facts[0] in find_due_facts(cards, later)
    assert known.facts[0] not in find_due_facts(cards, later)
    again = Practice(tour, plan(deck, items=2, only_due=True), now=later)
    assert "due to be asked again" in again.opening
    assert again.session.item is not None
    assert again.session.item.facts[0] in missed.facts


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


def test_nothing_due_is_said_and_no_practicebegins(tour: World, tmp_path: Path) -> None:
    practice = Practice(tour, plan(tmp_path / "deck.json", only_due=True))
    assert "Nothing is due today" in practice.opening
    assert practice.session.is_over


def test_days_in_a_row_are_counted(tour: World, tmp_path: Path) -> None:
    deck = tmp_path / "deck.json"
    for day in range(3):
        practice = Practice(tour, plan(deck), now=START + timedelta(days=day))
        assert (f"Day {day + 1} in a row" in practice.opening) == (day > 0)
        practice.right()
        assert f"{day + 1} day" in practice.say("leave")
    assert "Day 3 in a row" in Practice(tour, plan(deck), now=START + timedelta(days=2)).opening
    assert "in a row" not in Practice(tour, plan(deck), now=START + timedelta(days=9)).opening


def test_a_day_begins_at_midnight_where_the_learner_is(
    tour: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Ten hours ahead of UTC: midnight there is 14:00 UTC, in the middle of one day of UTC.
    monkeypatch.setenv("TZ", "UTC-10")
    time.tzset()
    try:
        deck = tmp_path / "deck.json"
        before, after = START.replace(hour=13, minute=59), START.replace(hour=14, minute=0)
        Practice(tour, plan(deck), now=before).right()
        assert "in a row" not in Practice(tour, plan(deck), now=before).opening
        assert "Day 2 in a row" in Practice(tour, plan(deck), now=after).opening
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("data", [b"", b"{", b'{"tour": "other"}', b'{"version": 99, "tour": "carriages"}', b"\xff"])
def test_a_deck_that_cannot_be_read_is_set_aside_not_lost(tour: World, tmp_path: Path, data: bytes) -> None:
    deck = tmp_path / "deck.json"
    deck.write_bytes(data)
    practice = Practice(tour, plan(deck))
    assert "now called deck.aside" in practice.opening
    assert (tmp_path / "deck.aside").read_bytes() == data
    practice.right()
    assert decks.load_deck(deck, tour.tour.id).deck.cards


def test_a_deck_that_cannot_be_written_is_told_and_the_practicegoes_on(tour: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    practice = Practice(tour, plan(tmp_path / "file" / "deck.json"))
    told = practice.right()
    assert "could not be saved" in told
    assert "Question 2 of 4" in told


def test_in_the_tour_only_what_was_noted_is_asked(tour: World) -> None:
    facts = frozenset(fact_id for passage in tour.rooms["cellar"].passages for fact_id in passage.facts)
    practice = Practice(tour, plan(items=50, facts=facts))
    asked = list(practice.session.policy.questions.items)
    assert asked
    assert all(facts.issuperset(item.facts) for item in asked)


def test_first_answers_are_kept_for_results(tour: World, tmp_path: Path) -> None:
    from game.store.attempt_folder import load_attempt

    practice = Practice(tour, plan(items=2, attempts=tmp_path, learner="Stoker-07", visited=("cellar",)))
    practice.wrong()
    practice.right()
    while not practice.session.is_over:
        practice.right()
    (path,) = tmp_path.iterdir()
    attempt = load_attempt(path)
    assert (attempt.begun.mode, attempt.begun.candidate) == ("practice", "Stoker-07")
    assert attempt.begun.visited == ("cellar",)
    assert list(attempt.marks.values()) == [0.0, 1.0]
    assert set(attempt.items) == set(attempt.marks)
