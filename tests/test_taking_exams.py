"""Taking an exam: a mark can be changed, a flag reminds, and nothing ends without being confirmed."""

from pathlib import Path

import pytest

from game.app.quiz_view import leave_at_once
from game.pack.kinds import FULL_MARK_THRESHOLD
from game.pack.world import World
from game.store.attempt_events import Flagged, HandedIn, Left, Responded, Rules
from game.store.attempt_folder import load_attempt
from tests.test_exam_session import Exam


@pytest.fixture
def begun(tour: World, tmp_path: Path) -> Exam:
    """An exam of questions with one letter, begun."""
    exam = Exam(tour, tmp_path, kinds=("choice",))
    exam.open()
    exam.say("")
    return exam


def test_a_second_mark_changes_the_first_and_enter_goes_on(begun: Exam) -> None:
    for letter in ("a", "b"):
        begun.session.mark(letter)
        assert begun.session.view.place == 0
        assert begun.session.view.kept_line == letter.upper()
    assert [event.raw for event in begun.attempt.events if isinstance(event, Responded)] == ["a", "b"]
    begun.say("")
    assert begun.session.view.place == 1
    assert begun.session.view.kept_line == ""


def test_a_command_is_no_mark(begun: Exam) -> None:
    begun.session.mark("hand in")
    assert begun.session.view.confirming == ""
    assert begun.session.mark("purple elephants")


def test_enter_goes_through_unanswered_questions_and_round(begun: Exam) -> None:
    places = []
    for _ in range(6):
        begun.say("")
        places.append(begun.session.view.place)
    assert places == [1, 2, 3, 4, 0, 1]


def test_enter_at_the_last_answer_asks_to_hand_in(begun: Exam) -> None:
    for place in range(5):
        begun.session.mark(begun.key(place))
        begun.say("")
    assert begun.session.view.confirming == "hand in"
    assert not begun.session.is_over
    begun.say("yes")
    assert begun.session.policy.record.is_perfect


def test_flags_are_counted_listed_and_kept(begun: Exam, tmp_path: Path) -> None:
    begun.say("flag")
    begun.say("go to 4")
    begun.say("flag")
    assert begun.session.view.flagged == {0, 3}
    assert begun.session.view.tally == "0 answered, 2 flagged"
    assert "1·?" in begun.say("list")
    asked = begun.say("hand in")
    assert "2 flagged: 1 and 4." in asked
    begun.say("no")
    begun.say("flag")
    assert begun.session.view.flagged == {0}
    assert "flagged: 1." in begun.say("hand in")
    begun.resume(tmp_path)
    assert begun.session.view.flagged == {0}
    assert [event.is_on for event in begun.attempt.events if isinstance(event, Flagged)] == [True, True, False]


def test_without_flags_nothing_is_told_of_them(begun: Exam) -> None:
    assert "flag" not in begun.say("hand in") + begun.say("no") + begun.say("list")


def test_enter_alone_hands_nothing_in_and_says_so(begun: Exam) -> None:
    begun.say("hand in")
    assert "Nothing has been done yet." in begun.say("")
    assert begun.session.view.confirming == "hand in"
    assert begun.session.view.place == 0
    begun.say("y")
    assert begun.session.is_over
    assert isinstance(begun.attempt.events[-1], HandedIn)


@pytest.mark.parametrize("word", ["hand in", "submit", "finish"])
def test_the_word_once_more_hands_in(begun: Exam, word: str) -> None:
    begun.say("hand in")
    begun.say(word)
    assert begun.session.is_over


def test_leaving_asks_and_no_goes_on(begun: Exam) -> None:
    assert "Leave without handing in?" in begun.say("leave")
    assert not begun.session.is_over
    assert "Question 1 of 5" in begun.say("no")
    begun.say("quit")
    begun.say("quit")
    assert begun.session.is_over
    assert isinstance(begun.attempt.events[-1], Left)


def test_hand_in_is_not_what_a_confirmed_leaving_does(begun: Exam) -> None:
    begun.say("leave")
    begun.say("hand in")
    assert begun.session.view.confirming == "hand in"
    assert not begun.session.is_over


def test_a_closed_window_leaves_without_asking(begun: Exam) -> None:
    leave_at_once(begun.session)
    assert begun.session.is_over
    assert isinstance(begun.attempt.events[-1], Left)


def test_where_nothing_has_begun_leaving_does_not_ask(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(minutes=10))
    exam.open()
    exam.say("leave")
    assert exam.session.is_over


def test_a_flag_gives_no_marks(begun: Exam) -> None:
    begun.say("flag")
    begun.say("hand in")
    begun.say("yes")
    end = load_attempt(begun.attempt.path).handed_in
    assert end is not None
    assert max(end.marks.values()) < FULL_MARK_THRESHOLD
