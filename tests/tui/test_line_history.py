"""Earlier lines: stepped through with what was being typed at the end, and searched."""

from game.tui.widgets.line_history import MAX_FOUND_LINES, LineHistory


def history(*lines: str) -> LineHistory:
    made = LineHistory()
    for line in lines:
        made.remember(line)
    return made


def test_one_steps_back_to_the_first_line_and_on_to_what_was_being_typed() -> None:
    lines = history("look", "exits")
    assert [lines.step_back("x"), lines.step_back("exits"), lines.step_back("look")] == ["exits", "look", None]
    assert [lines.step_on(), lines.step_on(), lines.step_on()] == ["exits", "x", None]


def test_empty_lines_and_repetitions_are_not_kept() -> None:
    lines = history("look", "look", "  ", "")
    assert [lines.step_back(""), lines.step_back("")] == ["look", None]


def test_a_search_finds_the_newest_first_each_once_and_no_more_than_fit() -> None:
    lines = history("x lamp", "look", "x LAMP two", "look")
    assert lines.find("lamp") == ["x LAMP two", "x lamp"]
    assert lines.find("") == ["look", "x LAMP two", "x lamp"]
    many = history(*(f"x {number}" for number in range(MAX_FOUND_LINES + 1)))
    assert many.find("x") == [f"x {number}" for number in range(MAX_FOUND_LINES, 0, -1)]
