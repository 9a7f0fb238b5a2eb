"""What is told by more than colour: the chosen value of a setting, and the signs of a long exam."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import game.tui
from game.app.game import Game
from game.app.quiz_view import QuizView
from game.pack.world import World
from game.prose.transliterate import transliterate
from game.tui.screens.settings_screen import Rows
from game.tui.tour_app import TourApp
from game.tui.widgets.question_strip import QuizTrain
from tests.tui.test_pack_looks import paint


async def test_settings_bracket_what_is_chosen_and_show_how_it_looks(tour: World) -> None:
    app = TourApp(lambda: Game(tour))
    async with app.run_test(size=(60, 20)) as pilot:
        await app.signal.wait_until_ready()
        await pilot.press("f9", "right")
        shown = "\n".join(paint(app.screen.query_one(Rows)))
        assert "[night]" in shown
        assert "[auto]" in shown
        assert "[day]" not in shown
        assert "✓ right" in shown
        assert "✗ wrong" in shown


def test_sixty_questions_have_a_sign_each_in_tens() -> None:
    train = QuizTrain(strip="train")
    train.view = cast(
        QuizView, SimpleNamespace(statuses=("right", "wrong", *["open"] * 58), place=2, flagged=frozenset({4}))
    )
    for width, count in ((80, 1), (120, 1), (60, 2)):
        rows = train._format_tens(list(train.view.statuses), width)
        assert len(rows) == count
        assert all(row.cell_length <= width for row in rows)
        groups = " ".join(row.plain for row in rows).split()
        assert [len(group) for group in groups] == [10] * 6
        assert groups[0] == "✓✗··?·····"


def test_every_sign_of_the_screen_has_one_in_ascii() -> None:
    folder = Path(game.tui.__file__).parent
    signs = {sign for path in folder.rglob("*.py") for sign in path.read_text(encoding="utf-8") if not sign.isascii()}
    assert len(signs) > 20
    assert {sign for sign in signs if transliterate(sign) == "?"} == set()
