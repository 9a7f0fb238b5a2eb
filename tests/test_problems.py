"""How a problem is told: its place first, then what was expected, what was found, and what may have been meant."""

import pytest

from game.content.problems import Problem
from game.prose.suggestions import MAX_SUGGESTIONS, describe_unknown, suggest, suggest_nearest


def test_a_problem_is_told_by_file_line_column_and_key() -> None:
    problem = Problem("rooms/a.yaml", 3, 7, "things.0.name", "expected some text, found nothing")
    assert str(problem) == "rooms/a.yaml:3:7: things.0.name: expected some text, found nothing"


def test_a_problem_of_a_whole_file_has_no_key() -> None:
    assert str(Problem("a.yaml", 1, 1, "", "not there")) == "a.yaml:1:1: not there"


def test_a_warning_says_that_it_is_one() -> None:
    assert str(Problem("a.yaml", 1, 1, "", "long", is_fatal=False)) == "a.yaml:1:1: warning: long"


def test_problems_are_sorted_by_file_line_and_column() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1)]
    problems = sorted(Problem(path, line, column, "", "x") for path, line, column in places)
    assert [(p.path, p.line, p.column) for p in problems] == [("a", 9, 1), ("a", 9, 2), ("a", 10, 1), ("b", 1, 1)]


@pytest.mark.parametrize("typed", ["galey", "Galley", "gallley"])
def test_a_near_miss_is_asked_about(typed: str) -> None:
    assert suggest_nearest(typed, ["cellar", "galley"]) == "Did you mean 'galley'?"


def test_what_is_near_nothing_gets_the_list_of_what_is_allowed() -> None:
    assert suggest("zzz", ["forward", "back"]) == "Allowed: forward, back."
    assert suggest("zzz", []) == "There is none."


def test_a_long_list_is_cut_and_says_how_much_is_left() -> None:
    told = suggest("zzz", [f"name-{number}" for number in range(MAX_SUGGESTIONS + 3)])
    assert "name-0" in told
    assert f"name-{MAX_SUGGESTIONS}" not in told
    assert "and 3 more" in told


def test_an_unknown_name_is_quoted_as_it_stands() -> None:
    assert describe_unknown("room", "gal ley", ["galley"]) == "no room called 'gal ley'. Did you mean 'galley'?"
