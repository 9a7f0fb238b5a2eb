"""Questions of pupils and players, asked of the shipped pack: right, pointing, silent or wrong; each set has a bar.

The questions stand in tests/questions, with what each may be answered by. What is printed is the table of the four.
"""

from collections import Counter
from difflib import unified_diff

import pytest

from game.pack.world import World
from game.prose.answer_lines import render_not_told
from game.tour import events as e
from tests.answer_checks import Asked, Verdict, judge, make_session, read_questions
from tests.kept_answers import KEPT, list_answers

MIN_RIGHT_OR_POINTING = 0.95
"""Share of the questions that an article answers which must be answered, or led to where the answer is told."""

MIN_QUESTIONS = 200
MIN_UNANSWERABLE = 60


MIN_HELD_OUT_LED = 0.68
MAX_HELD_OUT_WRONG = 1
"""The same for questions not looked at while the rules were made, and how many of them may be answered wrong."""

MIN_SPOKEN_LED = 0.83
MAX_SPOKEN_WRONG = 0.05
"""For questions in other words than the claims'."""

MIN_STEMS_LED = 0.75
MAX_STEMS_WRONG = 0.08
"""For the stems of the pack's own questions: shares led to a fact of theirs, and answered by another fact."""


def count_verdicts(world: World, name: str, *, is_full: bool) -> tuple[Counter[Verdict], list[str]]:
    counts: Counter[Verdict] = Counter()
    wrong: list[str] = []
    for asked in read_questions(name):
        verdict, what = judge(make_session(world, is_full=is_full), asked)
        counts[verdict] += 1
        if verdict == "wrong":
            wrong.append(f"{asked.line} | {what}")
    print(name, "all noted" if is_full else "nothing noted", dict(counts))  # noqa: T201 - the table is for whoever runs it with -s
    return counts, wrong


@pytest.mark.parametrize("is_full", [True, False])
def test_questions_are_answered_or_led_to_their_answer(tour: World, *, is_full: bool) -> None:
    counts, wrong = count_verdicts(tour, "asked.txt", is_full=is_full)
    assert not wrong
    assert counts.total() >= MIN_QUESTIONS
    assert counts["right"] + counts["pointing"] >= MIN_RIGHT_OR_POINTING * counts.total()


@pytest.mark.parametrize("is_full", [True, False])
def test_what_no_article_tells_is_answered_by_no_fact(tour: World, *, is_full: bool) -> None:
    counts, wrong = count_verdicts(tour, "unanswerable.txt", is_full=is_full)
    assert not wrong
    assert counts.total() >= MIN_UNANSWERABLE


@pytest.mark.parametrize("is_full", [True, False])
def test_questions_nobody_tuned_for_are_seldom_answered_wrong(tour: World, *, is_full: bool) -> None:
    counts, wrong = count_verdicts(tour, "held_out.txt", is_full=is_full)
    assert len(wrong) <= MAX_HELD_OUT_WRONG, wrong
    assert counts["right"] + counts["pointing"] >= MIN_HELD_OUT_LED * counts.total()


@pytest.mark.parametrize("is_full", [True, False])
@pytest.mark.parametrize("name", ["spoken.txt", "spoken_later.txt", "spoken_last.txt"])
def test_questions_in_other_words_are_led_to_their_answer(tour: World, name: str, *, is_full: bool) -> None:
    counts, wrong = count_verdicts(tour, name, is_full=is_full)
    assert len(wrong) <= MAX_SPOKEN_WRONG * counts.total(), wrong
    assert counts["right"] + counts["pointing"] >= MIN_SPOKEN_LED * counts.total()


@pytest.mark.parametrize("line", [asked.line for asked in read_questions("statements.txt")])
def test_who_tells_of_himself_is_answered_by_no_fact(tour: World, line: str) -> None:
    told = make_session(tour, is_full=True).perform(line)
    assert not any(isinstance(event, e.Recalled | e.ToldElsewhere | e.NearTold | e.EntityDescribed) for event in told)


def test_a_change_of_the_rules_shows_which_answers_it_changes(tour: World) -> None:
    kept, now = KEPT.read_text("utf-8").splitlines(), list(list_answers(tour))
    changed = "\n".join(unified_diff(kept, now, "kept", "now", lineterm="", n=0))
    assert not changed, f"{changed}\nread it; where each answer is as good as before: python -m tests.kept_answers"


def test_stems_of_the_pack_lead_to_their_facts(tour: World) -> None:
    session = make_session(tour, is_full=True)
    items = [item for room in tour.rooms.values() for item in room.items if item.stem.endswith("?")]
    counts = Counter(judge(session, Asked(item.stem, item.facts))[0] for item in items)
    assert counts["right"] + counts["pointing"] >= MIN_STEMS_LED * len(items), counts
    assert counts["wrong"] <= MAX_STEMS_WRONG * len(items), counts


def test_what_is_not_told_is_said_of_what_was_asked(tour: World) -> None:
    told = e.NotTold(entity=tour.entities["putin"], attribute="first-trip")
    assert render_not_told(told)[0].text.startswith("Neither article tells the first trip of Vladimir Putin.")
