"""One table of actions: every action has a word, a key, an entry of the palette and a row in the list of keys."""

import pytest

from game.app.typed_settings import find_setting
from game.pack.world import World
from game.prose.action_words import ACTION_WORDS
from game.prose.lines import Line
from game.store.settings import CHOICES
from game.tui.actions import ACTIONS, find_action, list_footer_keys
from game.tui.base_app import wrap_for_tmux
from game.tui.screens.board_screens import Board, TimelineBoard
from game.tui.screens.play_screen import PlayScreen
from game.tui.screens.settings_screen import SettingsScreen
from game.tui.screens.sheet import Sheet
from game.tui.widgets.log import Log
from tests.tui.test_app import playing, type_line


def test_every_action_has_a_word_a_key_and_a_description() -> None:
    assert {action.id for action in ACTIONS} == set(ACTION_WORDS)
    words = [action.words.word for action in ACTIONS]
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(set(words)) == len(words)
    assert len(set(keys)) == len(keys)
    assert all(action.keys and action.words.text and action.words.label for action in ACTIONS)


@pytest.mark.parametrize("key", ["f1", "f10", "f11", "f12"])
def test_keys_that_terminals_keep_have_a_second_one(key: str) -> None:
    action = next(action for action in ACTIONS if key in action.keys)
    assert len(action.keys) > 1


async def test_every_word_does_something(tour: World) -> None:
    """What the screen does not perform itself, the session understands."""
    async with playing(tour) as (app, pilot):
        for action in ACTIONS:
            if action.id in ("leave", "practice", "dispatch"):
                continue  # these leave the play screen for good, and have their own tests
            before = app.game.state, app.play.query_one(Log).text, app.theme, app.settings, app.screen, app.clipboard
            await type_line(pilot, action.words.word)
            told = app.play.query_one(Log).text.removeprefix(before[1])
            now = app.game.state, app.play.query_one(Log).text, app.theme, app.settings, app.screen, app.clipboard
            assert now != before, action.id
            assert "not understand" not in told, action.id
            while not isinstance(app.screen, PlayScreen):
                await pilot.press("escape")


async def test_every_action_is_in_the_palette_once(tour: World) -> None:
    async with playing(tour) as (app, _):
        names = [command.title for command in app.get_system_commands(app.screen)]
        assert len(set(names)) == len(names)
        assert all(names.count(action.words.label) == 1 for action in ACTIONS)
        texts = [command.help for command in app.get_system_commands(app.screen)]
        assert not [text for text in texts if text.startswith("The key")]
        assert any(text.startswith("Look closely at a thing") for text in texts)


async def test_a_word_opens_the_same_screen_as_its_key(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        for word, kind in (
            ("timeline", TimelineBoard),
            ("differences", Board),
            ("settings", SettingsScreen),
            ("keys", Sheet),
        ):
            await type_line(pilot, word)
            assert isinstance(app.screen, kind)
            await pilot.press("escape")
        turn = app.game.state.turn
        await pilot.press("ctrl+t")
        assert isinstance(app.screen, TimelineBoard)
        assert app.game.state.turn == turn


async def test_a_typed_setting_is_in_force_at_once(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await type_line(pilot, "theme day")
        assert app.theme == "day"
        await type_line(pilot, "settings picture off")
        assert app.settings.picture == "off"
        assert "Picture is now off." in app.play.query_one(Log).text


def test_only_lines_about_the_screen_are_taken_from_the_session() -> None:
    assert find_setting("theme plaid") is None
    assert find_setting("picture day") is None
    assert {find_setting(f"settings {name} {values[0]}") for name, values in CHOICES.items()} == {
        (name, values[0]) for name, values in CHOICES.items()
    }
    assert find_action("x map") is None
    assert find_action("  Map ") is not None


async def test_notices_switched_off_are_written_into_the_log_and_a_bell_rings_with_the_others(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        rung, said = list[None](), list[str]()
        # A test hears no terminal, and a notice goes away while it runs.
        app.bell = lambda: rung.append(None)  # type: ignore[method-assign]
        app.notify = lambda text, **_: said.append(text)  # type: ignore[method-assign]
        await pilot.press("ctrl+y")
        assert (len(said), len(rung)) == (1, 0)
        await type_line(pilot, "settings bell on")
        await pilot.press("ctrl+y")
        assert (len(said), len(rung)) == (2, 1)
        await type_line(pilot, "settings notices off")
        await pilot.press("ctrl+y")
        assert (len(said), len(rung)) == (2, 1)
        assert app.play.query_one(Log).text.rstrip().endswith("your terminal forbids programs to copy.")
        # Where the log is covered, a notice in it would not be seen.
        await pilot.press("f2")
        app.tell("Said")
        assert (len(said), len(rung)) == (3, 2)


async def test_a_question_mark_lists_the_keys_of_a_screen(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await pilot.press("f11", "question_mark")
        sheet = app.screen
        assert isinstance(sheet, Sheet)
        assert "Means of travel" in sheet.query_one(Log).text


async def test_copy_takes_the_last_text_with_its_source(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await type_line(pilot, "x press board")
        turn = app.game.state.turn
        await pilot.press("ctrl+y")
        assert "South Korean media" in app.clipboard
        assert "Article A, 11 September 2023, par. 5" in app.clipboard
        assert app.game.state.turn == turn


def test_a_pack_without_a_map_has_no_key_for_one() -> None:
    labels = [key.label for key in list_footer_keys(has_map=False)]
    assert "f10" not in labels
    assert "f11" in labels
    assert "f10" in [key.label for key in list_footer_keys(has_map=True)]


async def test_ctrl_c_asks_once_and_leaves_then(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        await pilot.press("ctrl+c")
        assert app.is_running
        await type_line(pilot, "look")
        await pilot.press("ctrl+c")
        assert app.is_running  # the line in between took the question back
        await pilot.press("ctrl+c")
        assert app.return_code is not None


async def test_what_is_selected_with_the_mouse_is_copied_by_ctrl_c(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        log = app.play.query_one(Log)
        log.add((Line("Copy these words.", "body"),), {}, echo="look")
        await pilot.pause()
        row = next(y for y in range(log.size.height) if "Copy these" in log.render_line(y).text)
        await pilot.mouse_down(Log, offset=(1, row))
        await pilot.hover(Log, offset=(10, row))
        await pilot.mouse_up(Log, offset=(10, row))
        await pilot.press("ctrl+c")
        assert app.clipboard.startswith("Copy thes")
        assert app.is_running
        assert not app.screen.get_selected_text()


def test_inside_tmux_the_sequence_is_wrapped() -> None:
    assert wrap_for_tmux("a") == "\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\"
