import io
import re

from hypothesis import given, settings

from game.app.game import Game
from game.plain.line_mode import run
from game.prose.lines import Line
from game.prose.text import PROMPT, render_text
from tests.conftest import TINY, loaded
from tests.strategies import plays

WORLD = loaded(TINY)


def played(*lines: str, seed: int = 0, width: int | None = None) -> str:
    sink = io.StringIO()
    status = run(Game(WORLD, seed=seed), io.StringIO("".join(f"{line}\n" for line in lines)), sink, width=width)
    assert status == 0
    return sink.getvalue()


def test_the_prompt_is_exactly_a_line_break_and_an_angle() -> None:
    assert PROMPT == "\n>"
    assert played("look", "quit").count("\n>") == 2


def test_the_end_of_the_input_ends_the_game_in_good_order() -> None:
    assert played("look").endswith("\n>\n")


def test_the_same_lines_and_seed_give_the_same_bytes() -> None:
    lines = ("f", "quiz", "b", "x lamp", "notebook", "score")
    assert played(*lines, seed=5) == played(*lines, seed=5)


def test_another_seed_may_shuffle_options_and_nothing_else() -> None:
    outputs = {played("f", "quiz", seed=seed) for seed in range(12)}
    assert len(outputs) > 1
    assert len({"".join(sorted(output)) for output in outputs}) == 1


@settings(max_examples=80, deadline=None)
@given(plays)
def test_no_line_of_output_starts_with_an_angle_or_holds_a_control_byte(lines: list[str]) -> None:
    typed = [line.replace("\n", " ").replace("\r", " ") for line in lines]
    told = [render_text(Game(WORLD).perform(line), width) for line in typed for width in (None, 30)]
    output = "\n".join(told)
    assert not re.search(r"(?m)^>", output)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", output)
    output.encode("utf-8")


def test_a_line_that_begins_with_an_angle_is_moved_aside() -> None:
    assert render_text([Line("> not a prompt")], None) == " > not a prompt\n"


def test_wrapped_text_stays_within_its_width() -> None:
    assert max(len(row) for row in played("f", "x lamp", "quiz", "help", width=40).splitlines()) <= 40


def test_tight_lines_stand_under_the_line_before() -> None:
    assert render_text([Line("one"), Line("two", is_tight=True), Line("three")], None) == "one\ntwo\n\nthree\n"
