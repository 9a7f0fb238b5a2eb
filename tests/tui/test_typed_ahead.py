"""Lines that come faster than screens: each reaches whoever is asked, and none is performed behind anybody's back."""

from game.app.game import Game
from game.core.paths import shipped
from game.pack.world import World
from game.tui.screens.quiz_screen import QuizScreen
from game.tui.tour_app import TourApp
from game.tui.widgets.log import Log


async def test_a_line_typed_ahead_of_the_quiz_screen_goes_to_practice(tour: World) -> None:
    app = TourApp(lambda: Game(tour, art=shipped("assets")))
    async with app.run_test():
        await app.signal.wait_until_ready()
        app.say("x press board")
        before = app.signal.painted
        app.say("practice 2")
        app.say("help")
        await app.signal.wait_until_painted(before + 2)
        assert isinstance(app.screen, QuizScreen)
        assert app.game.transcript.split("\n>")[-1].startswith("help\n")
        assert "help" not in app.play.query_one(Log).text.split("\n")
        assert app.screen.session.view.notice


async def test_a_line_typed_after_the_goodbye_is_not_performed(tour: World) -> None:
    app = TourApp(lambda: Game(tour, art=shipped("assets")))
    async with app.run_test():
        await app.signal.wait_until_ready()
        app.say("quit")
        app.say("look")
    assert ">look" not in app.game.transcript


async def test_the_palette_offers_lines_on_the_play_screen_alone(tour: World) -> None:
    app = TourApp(lambda: Game(tour, art=shipped("assets")))
    async with app.run_test():
        await app.signal.wait_until_ready()
        play = {command.title for command in app.get_system_commands(app.screen)}
        before = app.signal.painted
        app.say("practice all")
        await app.signal.wait_until_painted(before + 1)
        quiz = {command.title for command in app.get_system_commands(app.screen)}
    assert {"Practice", "Dispatch", "Question", "Notebook", "Settings"} <= play
    assert {"Notebook", "Settings"} <= quiz
    assert quiz.isdisjoint({"Practice", "Dispatch", "Question"})
