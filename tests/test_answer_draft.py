"""Answers made by keys and clicks: each is a line that is read like a typed one."""

import pytest

from game.app.answer_draft import AnswerDraft
from game.pack.kinds import Shown, read_response, show
from game.pack.world import World
from game.quiz.bank import Bank


def shown_kind(tour: World, kind: str) -> Shown:
    """The first question of a kind."""
    item = next(item for item in Bank(tour).items.values() if item.__struct_config__.tag == kind)
    return show(item, tour, 0, "7")


def letters(places: "tuple[int, ...] | list[int]") -> str:
    return " ".join("ABCDEFGH"[place] for place in places)


def test_a_step_is_picked_up_moved_and_put_down(tour: World) -> None:
    draft = AnswerDraft(shown_kind(tour, "order"))
    count = draft.count
    draft.press()
    assert draft.line == ""  # no cursor yet
    draft.move(1)
    assert (draft.cursor, draft.line) == (0, "")
    draft.press()
    draft.move(1)
    assert draft.line == letters([1, 0, *range(2, count)])
    draft.press()
    draft.move(1)
    assert draft.line == letters([1, 0, *range(2, count)])
    assert draft.cursor == 2
    assert read_response(draft.shown, draft.line) is not None


def test_the_cursor_stays_between_the_first_and_the_last_step(tour: World) -> None:
    draft = AnswerDraft(shown_kind(tour, "order"))
    draft.move(-1)
    assert draft.cursor == draft.count - 1
    draft.move(1)
    assert draft.cursor == draft.count - 1
    for _ in range(20):
        draft.move(-1)
    assert draft.cursor == 0


def test_clicks_name_steps_in_their_order_and_take_them_back(tour: World) -> None:
    draft = AnswerDraft(shown_kind(tour, "order"))
    draft.pick_option(2)
    draft.pick_option(0)
    assert draft.line == "C A"
    assert draft.arranged[:2] == (2, 0)
    draft.pick_option(2)
    assert draft.line == "A"


def test_a_row_is_turned_through_the_letters(tour: World) -> None:
    draft = AnswerDraft(shown_kind(tour, "match"))
    draft.turn(1)
    assert draft.line == ""
    draft.move(1)
    draft.turn(1)
    assert draft.line == "1A"
    draft.turn(1)
    assert draft.line == "1B"
    draft.move(1)
    draft.turn(-1)
    last = "ABCDEFGH"[draft.count - 1]
    assert draft.line == f"1B 2{last}"


def test_a_letter_that_is_given_twice_is_exchanged(tour: World) -> None:
    draft = AnswerDraft(shown_kind(tour, "match"), "1A 2B")
    draft.cursor = 0
    draft.pick_option(1)
    assert draft.line.startswith("1B 2A")


def test_clicks_alone_match_all_rows(tour: World) -> None:
    draft = AnswerDraft(shown_kind(tour, "match"))
    for place in reversed(range(draft.count)):
        draft.pick_option(place)
    response = read_response(draft.shown, draft.line)
    assert response is not None
    draft.pick_row(1)
    assert draft.cursor == 1


@pytest.mark.parametrize("line", ["2B 1A", "1a, 2b", "A B", "ab"])
def test_typed_pairs_are_read_whatever_their_form(tour: World, line: str) -> None:
    assert AnswerDraft(shown_kind(tour, "match"), line).pairs == {0: 0, 1: 1}


def test_options_are_marked_and_unmarked(tour: World) -> None:
    draft = AnswerDraft(shown_kind(tour, "multiple"))
    draft.pick_option(2)
    draft.pick_option(0)
    assert draft.line == "A C"
    draft.move(1)
    draft.press()
    assert draft.line == "C"
    assert draft.named == (2,)


def test_an_answer_and_its_proof_are_two_marks(tour: World) -> None:
    draft = AnswerDraft(shown_kind(tour, "two-tier"))
    draft.pick_row(1)
    assert (draft.line, draft.proof) == ("2", 1)
    draft.move(1)
    draft.press()
    assert draft.line == "A2"
    draft.cursor = len(draft.shown.options)
    draft.press()
    assert draft.line == "A1"
    assert read_response(draft.shown, draft.line) is not None


def test_words_are_no_draft(tour: World) -> None:
    for kind in ("short", "number"):
        draft = AnswerDraft(shown_kind(tour, kind), "a cab")
        assert draft.count == 0
        draft.move(1)
        assert (draft.cursor, draft.named, draft.pairs, draft.proof) == (None, (), {}, None)
    assert AnswerDraft(shown_kind(tour, "order"), "hand in").named == ()
