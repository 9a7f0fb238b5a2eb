"""Pasted lines: performed in order after one question, or dropped."""

from textual import events

from game.pack.world import World
from game.tui.widgets.log import Log
from game.tui.widgets.prompt import Prompt
from tests.tui.test_app import playing


async def test_pasted_lines_are_performed_in_order_after_one_question(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        log, prompt = app.play.query_one(Log), app.play.query_one(Prompt)
        before = log.text
        app.post_message(events.Paste("look\n\n  exits\r\nscore\n"))
        await pilot.pause()
        assert "3 pasted lines" in prompt.placeholder
        assert log.text == before
        await pilot.press("enter")
        told = log.text.removeprefix(before)
        assert told.index("look") < told.index("exits") < told.index("score")
        assert "pasted" not in prompt.placeholder


async def test_escape_drops_pasted_lines(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        before = app.play.query_one(Log).text
        app.post_message(events.Paste("look\nexits"))
        await pilot.press("escape", "x", "backspace")
        assert "pasted" not in app.play.query_one(Prompt).placeholder
        assert app.play.query_one(Log).text == before


async def test_one_pasted_line_is_text_to_be_changed(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        app.post_message(events.Paste("x bench"))
        await pilot.pause()
        assert app.play.query_one(Prompt).value == "x bench"
