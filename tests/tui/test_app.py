"""Keys, focus, mouse and sizes, driven through the real app."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widget import Widget

from game.app.game import Game
from game.core.characters import strip_controls
from game.core.paths import shipped
from game.pack.world import World
from game.prose.lines import Line
from game.prose.text import render_text
from game.store import settings
from game.store.saves import Saves
from game.store.settings import Settings
from game.tui.actions import ACTIONS
from game.tui.screens.board_screens import Board, TimelineBoard
from game.tui.screens.desk_screen import Desk
from game.tui.screens.end_screen import End, Ticket
from game.tui.screens.front_page_screen import FrontPageScreen
from game.tui.screens.journeys_screen import Chart, JourneysScreen, Legs
from game.tui.screens.notebook_screen import NotebookScreen, NoteRows, PairLines
from game.tui.screens.picture_screen import PictureScreen, PictureWords
from game.tui.screens.play_screen import PlayScreen
from game.tui.screens.sheet import Sheet
from game.tui.screens.title_screen import Title
from game.tui.tour_app import TourApp
from game.tui.widgets.chips import Chips
from game.tui.widgets.job_line import JobLine
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.log import Log
from game.tui.widgets.panel import Panel
from game.tui.widgets.popup import Popup, PopupRow
from game.tui.widgets.prompt import Prompt
from game.tui.widgets.scene_picture import ScenePicture
from game.tui.widgets.small import TooSmall
from game.tui.widgets.strip import RoomStrip
from tests.test_walks import WALKS, read_walk
from tests.tui.steady import wait_until


@asynccontextmanager
async def playing(world: World, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[TourApp, Pilot[None]]]:
    """The app with its curtain up."""
    app = TourApp(lambda: Game(world, art=shipped("assets")))
    async with app.run_test(size=size) as pilot:
        await app.signal.wait_until_ready()
        app.animation_level = "none"
        await pilot.pause()
        yield app, pilot


async def type_line(pilot: Pilot[None], line: str) -> None:
    await pilot.press(*("space" if character == " " else character for character in line), "enter")
    await pilot.pause()


def told(lines: Iterable[Line]) -> Iterator[str]:
    """What the log shows of some lines: all but the picture's words, for the picture is there."""
    return (strip_controls(line.text) for line in lines if line.role != "picture")


def shown(app: TourApp, kind: type[Widget]) -> str:
    """The text a widget paints, row by row."""
    widget = app.play.query_one(kind)
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


async def test_a_typed_line_is_performed_and_shown(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await type_line(pilot, "x press board")
        log = app.play.query_one(Log)
        assert "x press board" in log.text
        assert "South Korean media" in log.text
        assert app.play.query_one(Prompt).value == ""


async def test_a_reply_that_fits_is_shown_to_its_end(tour: World) -> None:
    async with playing(tour, (80, 34)) as (app, pilot):
        for _ in range(4):
            await type_line(pilot, "exits")
            log = app.play.query_one(Log)
            assert log.scroll_offset.y == log.max_scroll_y > 0
            assert "not visited" in shown(app, Log).split("\n")[-1]


async def test_a_reply_that_does_not_fit_is_shown_from_its_beginning(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        assert "21 Carriages" in shown(app, Log).split("\n")[0]
        await type_line(pilot, "places")
        rows = shown(app, Log).split("\n")
        assert "places" in rows[0]
        assert "more: Enter" in rows[-1]
        await pilot.press(*["pagedown"] * 6)
        await pilot.pause()
        assert "Vladivostok platform" in shown(app, Log).split("\n")[-1]


async def test_plain_mode_and_the_screen_say_the_same_words(tour: World) -> None:
    lines = [
        "x press board",
        "source",
        "f",
        "quiz",
        "b",
        "x story",
        "x nothing",
        "notebook",
        "",
        "go to 9",
        "undo",
        "score",
    ]
    async with playing(tour, (120, 36)) as (app, pilot):
        for line in lines:
            while app.play.query_one(Log).has_more:
                await pilot.press("enter")  # an empty line reads on before it means anything
            await type_line(pilot, line)
        on_screen = app.play.query_one(Log).text
    game = Game(tour)
    in_lines = list(told(game.open()))
    for typed in lines:
        in_lines += [strip_controls(typed), *told(game.perform(typed))]
    assert on_screen.split("\n") == in_lines
    assert "Noted" in render_text(game.open(), None) or "Welcome back" not in on_screen


async def test_the_prompt_keeps_the_focus_whatever_is_clicked_or_pressed(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        for target in ("#log", "#panel", "#strip", "#ruler", "#keys"):
            await pilot.click(target)
            await pilot.press("tab", "shift+tab")
            await pilot.pause()
            assert isinstance(app.focused, Prompt), target


async def test_letters_are_text_and_never_shortcuts(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await pilot.press("q", "n", "1", "question_mark")
        assert app.play.query_one(Prompt).value == "qn1?"
        assert isinstance(app.screen_stack[-1], PlayScreen)


async def test_a_click_on_a_word_is_the_line_one_would_type(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await pilot.click("#chips", offset=(8, 0))
        await pilot.pause()
        assert app.game.state.room == "boarding"
        assert "\nin\n" in app.play.query_one(Log).text or "\nforward\n" in app.play.query_one(Log).text


async def test_a_click_on_an_exit_in_the_panel_walks(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        rows = shown(app, Panel).split("\n")
        row = next(index for index, text in enumerate(rows) if "1 Boarding carriage" in text)
        await pilot.click("#panel", offset=(rows[row].index("Boarding") + 3, row + 1))
        await pilot.pause()
        assert app.game.state.room == "boarding"


async def test_a_click_on_the_next_carriage_of_the_strip_walks_there(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        await pilot.click("#strip", offset=(60 + 20, 2))
        await pilot.pause()
        assert app.game.state.room == "boarding"


async def test_history_steps_back_and_on_and_keeps_the_draft(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await type_line(pilot, "look")
        await type_line(pilot, "exits")
        prompt = app.play.query_one(Prompt)
        await pilot.press("x", "up")
        assert prompt.value == "exits"
        await pilot.press("up", "up")
        assert prompt.value == "look"
        await pilot.press("down", "down")
        assert prompt.value == "x"


async def test_arrows_walk_on_an_empty_line_and_move_the_cursor_in_a_full_one(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await pilot.press("right")
        await pilot.pause()
        assert app.game.state.room == "boarding"
        await pilot.press("x", "left", "y")
        assert app.play.query_one(Prompt).value == "yx"
        assert app.game.state.room == "boarding"


async def test_tab_takes_the_only_completion_and_opens_the_pop_up_of_several(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        prompt, popup = app.play.query_one(Prompt), app.play.query_one(Popup)
        await pilot.press(*"x", "space", *"leaf", "tab")
        assert prompt.value == "x leaflet"
        assert not popup.is_open
        await pilot.press("escape", *"x", "space", *"press", "tab")
        assert popup.is_open
        assert popup.line == "x press board"
        await pilot.press("tab", "down", "up")
        assert popup.line == "x press leaflet"
        await pilot.press("shift+tab", "enter")
        assert prompt.value == "x press board"
        assert not popup.is_open
        await pilot.press("enter")
        await pilot.pause()
        assert "South Korean media" in app.play.query_one(Log).text


async def test_without_colours_words_to_click_are_underlined_and_a_chosen_row_has_a_sign(
    tour: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(tour, (120, 36)) as (app, pilot):
        await type_line(pilot, "look")
        log = app.play.query_one(Log)
        painted = [segment for y in range(log.size.height) for segment in log.render_line(y) if segment.style]
        marked = " ".join(segment.text for segment in painted if segment.style and segment.style.underline)
        assert "press board" in marked
        assert "Pyongyang platform" not in marked
        await pilot.press("x", "space", "tab", "tab")
        popup = app.play.query_one(Popup)
        assert [row.plain.startswith("›") for row in popup.make_rows(40)][:3] == [False, True, False]


async def test_tab_on_an_empty_line_walks_what_is_in_the_room_and_then_the_ways_out(tour: World) -> None:
    async with playing(tour, (60, 20)) as (app, pilot):
        prompt, popup = app.play.query_one(Prompt), app.play.query_one(Popup)
        await pilot.press("tab", "tab")
        await pilot.pause()
        rows = [row.plain.strip() for row in popup.make_rows(40)]
        assert rows[0].startswith("press board")
        assert rows[1].startswith("›timetable card")
        assert rows[-1].split()[-1] == "in"
        assert popup.region.y >= 0
        assert popup.region.bottom <= 20
        await pilot.press("enter")
        assert prompt.value == "x timetable card"
        await pilot.press("enter")
        assert "wooden holder" in app.play.query_one(Log).text
        await pilot.press("shift+tab", "x")
        assert prompt.value == "x"
        assert isinstance(app.focused, Prompt)


async def test_a_long_pop_up_stays_on_the_screen_and_shows_what_is_chosen(tour: World) -> None:
    async with playing(tour, (60, 20)) as (app, pilot):
        popup = app.play.query_one(Popup)
        popup.open([PopupRow(f"x {number}", f"thing {number}", "") for number in range(40)])
        await pilot.pause()
        assert popup.region.y > 0
        assert len(popup.make_rows(40)) == popup.size.height == 14
        for _ in range(30):
            popup.move(1)
        assert [row.plain.strip() for row in popup.make_rows(40) if "›" in row.plain] == ["›thing 30"]
        popup.move(20)
        assert "›thing 10" in "".join(row.plain for row in popup.make_rows(40))


async def test_the_pop_up_follows_what_is_typed_and_a_click_takes_a_row(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        prompt, popup = app.play.query_one(Prompt), app.play.query_one(Popup)
        await pilot.press(*"x", "space", *"p", "tab")
        first = len(popup.make_rows(40))
        await pilot.press("r")
        await pilot.pause()
        assert 0 < len(popup.make_rows(40)) < first
        await pilot.click(Popup, offset=(4, 2))
        await pilot.pause()
        assert prompt.value.startswith("x pr")
        assert not popup.is_open
        await pilot.press("escape", "z", "z", "tab")
        assert not popup.is_open


async def test_earlier_lines_are_searched(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        prompt, popup = app.play.query_one(Prompt), app.play.query_one(Popup)
        for line in ("x bench", "exits", "x board"):
            await type_line(pilot, line)
        await pilot.press(*"x", "space", "ctrl+r")
        assert popup.line == "x board"
        await pilot.press("ctrl+r")
        assert popup.line == "x bench"
        await pilot.press("enter")
        assert prompt.value == "x bench"
        await pilot.press("escape", "ctrl+r", "escape")
        assert not popup.is_open
        assert prompt.value == ""


@pytest.mark.parametrize(("key", "words"), [("f1", "Type what you want")])
async def test_a_key_opens_a_sheet_and_escape_puts_it_away(tour: World, key: str, words: str) -> None:
    async with playing(tour) as (app, pilot):
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, Sheet)
        assert words in app.screen.query_one(Log).text
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        assert isinstance(app.focused, Prompt)


async def test_the_help_has_every_action_in_its_group_and_is_searched(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await pilot.press("f1")
        await pilot.pause()
        log = app.screen.query_one(Log)
        assert log.scroll_offset.y == 0
        whole = log.text
        assert all(f"{action.words.word.upper()}. {action.words.text}." in whole for action in ACTIONS)
        assert whole.index("Walk") < whole.index("EXITS: ") < whole.index("Look") < whole.index("X THING: ")
        await pilot.press(*"xyzzy")
        await pilot.pause()
        assert "Nothing in the help" in log.text
        await pilot.press("ctrl+u", *"clipboard")
        await pilot.pause()
        assert (
            log.text
            == "Keys, and the word for each\nCtrl+Y: COPY. Copy the last text with its source to the clipboard."
        )
        await pilot.press("ctrl+u")
        await pilot.pause()
        assert log.text == whole
        await pilot.press("pagedown")
        await pilot.pause()
        assert log.scroll_offset.y > 0


async def test_a_long_sheet_opens_at_its_beginning_and_scrolls(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        app.action_open("teachers")
        await pilot.pause()
        await pilot.pause()
        log = app.screen.query_one(Log)
        assert log.scroll_offset.y == 0
        await pilot.press("end")
        await pilot.pause()
        assert log.scroll_offset.y == log.max_scroll_y > 0


async def test_the_question_key_asks(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await pilot.press("f4")
        await pilot.pause()
        assert app.game.state.asking == "pyongyang-confirmed"


async def test_the_palette_offers_what_the_keys_do(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        commands = {command.title: command.callback for command in app.get_system_commands(app.screen)}
        assert {"Help", "Notebook", "Map", "Question", "Source", "Day/night", "Leave"} <= set(commands)
        await commands["Help"]()
        await pilot.pause()
        assert isinstance(app.screen, Sheet)


async def test_day_and_night_change_colours_and_nothing_else(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        log = app.play.query_one(Log)
        before = log.text
        assert app.theme.startswith("night")
        await pilot.press("f6")
        await pilot.pause()
        await pilot.pause()
        assert app.theme == "day"
        assert log.text == before
        colours = {
            str(segment.style.color.name) for segment in log.render_line(0) if segment.style and segment.style.color
        }
        assert colours == {"#23271a"} or colours <= {"#6a5200", "#23271a", "#1c557f", "#5b5f4b"}, colours
        await pilot.press("f6")
        assert app.theme.startswith("night")


@pytest.mark.parametrize(
    ("size", "strip", "panel", "chips"),
    [((80, 24), 4, False, True), ((120, 36), 5, True, False), ((160, 48), 6, True, False), ((70, 21), 0, False, True)],
)
async def test_each_size_has_its_layout(
    tour: World, size: tuple[int, int], strip: int, panel: bool, chips: bool
) -> None:
    async with playing(tour, size) as (app, _):
        assert app.play.query_one(RoomStrip).size.height == strip
        assert (app.play.query_one(Panel).size.width > 0) == panel
        assert (app.play.query_one(Chips).size.height == 1) == chips
        assert app.play.query_one(Log).size.height >= 7


async def test_a_window_too_small_says_so_and_goes_on_when_it_grows(tour: World) -> None:
    async with playing(tour, (50, 15)) as (app, pilot):
        assert "too small" in shown(app, TooSmall)
        assert "50x15" in shown(app, TooSmall)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await type_line(pilot, "f")
        assert app.game.state.room == "boarding"


async def test_a_storm_of_resizes_loses_no_line(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await type_line(pilot, "f")
        before = app.play.query_one(Log).text
        chance = Random(21)
        for _ in range(60):
            await pilot.resize_terminal(chance.randint(10, 250), chance.randint(3, 80))
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.play.query_one(Log).text == before
        assert "Boarding carriage" in shown(app, Log)


async def test_markup_in_a_pack_or_a_line_is_shown_as_text(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        await type_line(pilot, "f")
        assert "[b]table[/b]" in shown(app, Log)
        prompt = app.play.query_one(Prompt)
        prompt.value = "x [bold red]dragon[/] \x1b[31m"
        await pilot.press("enter")
        await pilot.pause()
        assert "[bold red]dragon[/]" in shown(app, Log)
        assert "\x1b" not in app.play.query_one(Log).text


async def test_quitting_ends_the_app_in_good_order(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await type_line(pilot, "quit")
        await pilot.pause()
        assert app.return_code == 0


async def test_a_pack_with_problems_ends_the_app_behind_the_curtain() -> None:
    app = TourApp(lambda: None)
    async with app.run_test():
        await wait_until(lambda: app.return_code is not None)
    assert app.return_code == 0


async def test_two_games_in_one_process_do_not_know_each_other(
    tour: World, new_game: Callable[[], Game], tmp_path: object
) -> None:
    async with playing(tour) as (first, pilot):
        await type_line(pilot, "f")
        async with playing(tour) as (second, _):
            assert second.game.state.room == "pyongyang"
        assert first.game.state.room == "boarding"
    assert new_game().state.room == "platform"


@pytest.mark.parametrize("path", WALKS, ids=lambda path: path.stem)
async def test_a_walk_says_the_same_on_the_screen(path: Path, worlds: dict[str, World]) -> None:
    walk = read_walk(path)
    async with playing(worlds[walk.pack]) as (app, pilot):
        game = Game(worlds[walk.pack], seed=app.game.state.seed)
        game.open()
        log = app.play.query_one(Log)
        for line in walk.lines:
            before = len(log.text)
            if isinstance(app.screen, End | Board | JourneysScreen):
                await pilot.press("escape")
                await pilot.pause()
            app.play.query_one(Prompt).fill(line)
            await pilot.press("enter")
            await pilot.pause()
            expected = "\n".join((strip_controls(line), *told(game.perform(line))))
            assert log.text[before:].strip() == expected.strip(), line


async def test_the_title_passes_on_what_is_typed_and_leaves(tour: World) -> None:
    app = TourApp(lambda: Game(tour, art=shipped("assets")), has_title=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(lambda: isinstance(app.screen, Title))
        await pilot.press(*"exits", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        assert "exits" in app.play.query_one(Log).text
        app.action_open("title")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        assert app.play.query_one(Prompt).value == ""


async def test_settings_are_in_force_at_once_and_kept(tour: World, tmp_path: Path) -> None:
    app = TourApp(lambda: Game(tour, art=shipped("assets")), home=tmp_path)
    async with app.run_test(size=(80, 34)) as pilot:
        await app.signal.wait_until_ready()
        await pilot.pause()
        assert app.play.query_one(ScenePicture).size.height == 12
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("right", "right", "down", "left", "escape")
        await pilot.pause()
        assert app.theme == "day"
        assert app.play.query_one(ScenePicture).size.height == 0
        await pilot.press("f7", "f7")
        await pilot.pause()
        assert app.play.query_one(ScenePicture).size.height == 12
    assert settings.load_settings(tmp_path).settings == Settings(theme="day", picture="auto")
    (tmp_path / "settings.json").write_text('{"theme": "plaid", "picture": "off", "motion": 3}')
    assert settings.load_settings(tmp_path).settings == Settings(picture="off")
    (tmp_path / "settings.json").write_text("rubbish")
    assert settings.load_settings(tmp_path).settings == Settings()


async def test_on_24_rows_a_reporter_sees_the_picture_on_a_key_and_others_at_once(tour: World) -> None:
    async with playing(tour, (80, 24)) as (app, pilot):
        assert app.play.query_one(ScenePicture).size.height == 0
        await pilot.press("f7", "f7")
        await pilot.pause()
        assert app.play.query_one(ScenePicture).size.height == 9
    async with playing(replace(tour, leads={}), (80, 24)) as (app, pilot):
        assert app.play.query_one(ScenePicture).size.height == 9
        assert not app.play.query_one(JobLine).display


async def test_the_job_line_says_the_question_its_notes_and_the_trust(tour: World) -> None:
    async with playing(tour, (80, 24)) as (app, pilot):
        line = app.play.query_one(JobLine)
        assert line.make_rows(78)[0].plain == f"Job  How fast does this train go?{'notes □□□   trust ●○○':>45}"
        await type_line(pilot, "x timetable")
        assert "notes ■□□" in line.make_rows(78)[0].plain
        assert line.make_rows(40)[0].cell_length == 40
        for typed in (
            "x leaflet",
            "compare 4 with 5 as differ",
            "close as 4",
            "forward",
            "forward",
            "job 6",
            "x scales",
        ):
            await type_line(pilot, typed)
        strip = app.play.query_one(RoomStrip)
        assert [label.text.strip() for label in strip._labels if label.is_next] == ["6"]


async def test_no_page_key_is_needed_before_the_first_command_on_24_rows(tour: World, tmp_path: Path) -> None:
    app = TourApp(lambda: Game(tour, Saves(tmp_path), art=shipped("assets")))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.signal.wait_until_ready()
        await pilot.pause()
        assert app.game.state.lessons
        assert app.play.query_one(Log).max_scroll_y == 0


async def test_a_wide_screen_has_the_job_at_the_side(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        await type_line(pilot, "x board")
        rows = [row.plain for row in app.play.query_one(Panel).make_rows(34)]
        for expected in ("JOB", "□ this journey", "Next: in this room", "OPEN QUESTIONS", "0 headlines, 0 of 6 lines"):
            assert expected in rows
        assert rows[rows.index("OPEN QUESTIONS") + 1].startswith("Has he left")


async def test_a_thing_in_the_picture_can_be_clicked(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        picture = app.play.query_one(ScenePicture)
        box = next(box for box in picture._boxes.boxes if box.thing == "press-board")
        await pilot.click(ScenePicture, offset=(box.x + 4, box.y + 2))
        await pilot.pause()
        assert "South Korean media" in app.play.query_one(Log).text


async def test_the_picture_is_told_on_a_key(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        await pilot.press("f8")
        await pilot.pause()
        assert tour.rooms["pyongyang"].alt.strip() in app.play.query_one(Log).text


async def test_a_walk_is_seen_and_any_key_ends_it(tour: World) -> None:
    async with playing(tour) as (app, pilot):
        app.animation_level = "full"
        strip = app.play.query_one(RoomStrip)
        app.say("f")
        await wait_until(lambda: 0 < strip.here < 1)
        await pilot.press("x")
        await pilot.pause()
        assert strip.here == 1
        assert app.play.query_one(Prompt).value == "x"


async def test_the_end_of_the_line_is_shown_once_with_the_ticket(tiny: World) -> None:
    async with playing(tiny) as (app, pilot):
        await type_line(pilot, "f")
        assert isinstance(app.screen, PlayScreen)
        await type_line(pilot, "f")
        assert isinstance(app.screen, End)
        rows = [row.plain for row in app.screen.query_one(Ticket).make_rows(80)]
        assert any("Carriages seen" in row and "1 of 1" in row for row in rows)
        await pilot.press("b", "enter")
        await pilot.pause()
        assert app.game.state.room == "salon"
        await type_line(pilot, "f")
        assert isinstance(app.screen, PlayScreen)


async def test_the_map_shows_only_journeys_read_of(tiny: World) -> None:
    async with playing(tiny, (120, 36)) as (app, pilot):
        await pilot.press("f10")
        await pilot.pause()
        assert isinstance(app.screen, JourneysScreen)
        legs = app.screen.query_one(Legs)
        assert "1 more to be found" in "".join(row.plain for row in legs.make_rows(38))
        await pilot.press("escape")
        await type_line(pilot, "f")
        await pilot.press("f10")
        await pilot.pause()
        legs = app.screen.query_one(Legs)
        assert "2019: There" in "".join(row.plain for row in legs.make_rows(38))
        await pilot.press("down")
        chart = app.screen.query_one(Chart)
        assert "There" in "".join(strip.text for strip in chart.make_strips(80, 30))


async def test_a_spotlight_stays_on_what_was_looked_at_until_the_next_thing(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        picture = app.play.query_one(ScenePicture)
        before = picture.make_strips(82, 14)
        await type_line(pilot, "x press board")
        assert picture.lit_thing == "press-board"
        lit = picture.make_strips(82, 14)
        assert lit != before
        await type_line(pilot, "inventory")
        assert picture.make_strips(82, 14) == lit
        await type_line(pilot, "x bench")
        assert picture.lit_thing == "platform-bench"
        assert picture.make_strips(82, 14) not in (before, lit)
        await type_line(pilot, "f")
        assert picture.lit_thing == ""


async def test_a_turn_that_changes_nothing_in_the_picture_does_not_paint_it_again(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        picture = app.play.query_one(ScenePicture)
        strips = picture._strips
        assert strips is not None
        await type_line(pilot, "inventory")
        assert picture._strips is strips
        await type_line(pilot, "turn flap")
        assert picture._strips is not strips


async def test_a_door_in_the_picture_can_be_clicked_and_what_is_under_the_mouse_tells_its_name(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        picture = app.play.query_one(ScenePicture)
        door = next(box for box in picture._boxes.boxes if box.thing == "@forward")
        x, y = door.x + door.width // 2, door.y + door.height // 2
        bare = [picture.render_line(row).text for row in range(14)]
        await pilot.hover(ScenePicture, offset=(x, y))
        assert " Boarding carriage " in picture.render_line(y - 1).text
        assert {strip.cell_length for strip in map(picture.render_line, range(14))} == {picture.size.width}
        await pilot.hover("#prompt")
        assert [picture.render_line(row).text for row in range(14)] == bare
        await pilot.click(ScenePicture, offset=(x, y))
        await pilot.pause()
        assert app.game.view.room.id == "boarding"
        assert [picture._find_line(thing) for thing in ("@back", "@me", "@guide", "@window", "hat-mirror", "")] == [
            *("back", "x me", "x conductor", "x window", "x mirror", ""),
        ]


@pytest.mark.parametrize(("size", "scale"), [((80, 24), 1), ((120, 36), 2), ((60, 20), 1), ((200, 60), 2)])
async def test_a_key_shows_the_picture_on_the_whole_screen_with_its_words(
    tour: World, size: tuple[int, int], scale: int
) -> None:
    async with playing(tour, size) as (app, pilot):
        await type_line(pilot, "x press board")
        await pilot.press("f7")
        await pilot.pause()
        assert isinstance(app.screen, PictureScreen)
        picture = app.screen.picture
        assert picture.size == (size[0], min(size[1] - 5, 14 * scale))
        assert picture.lit_thing == "press-board"
        words = app.screen.query_one(PictureWords).make_rows(size[0])
        assert [row.plain for row in words] == ["Pyongyang platform", tour.rooms["pyongyang"].alt]
        box = next(box for box in picture._boxes.boxes if box.thing == "red-carpet-start")
        await pilot.click("#whole", offset=(box.x + 5, box.y + box.height - 1))
        await pilot.pause()
        assert isinstance(app.screen_stack[-1], PlayScreen)
        assert app.play.query_one(ScenePicture).lit_thing == "red-carpet-start"


async def test_the_key_of_the_picture_goes_on_from_the_whole_screen_to_a_smaller_one_and_to_none(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        seen = []
        for _ in range(4):
            await pilot.press("f7")
            await pilot.pause()
            seen.append((type(app.screen).__name__, app.settings.picture))
        assert seen == [
            ("PictureScreen", "auto"),
            ("PlayScreen", "small"),
            ("PlayScreen", "off"),
            ("PlayScreen", "auto"),
        ]


async def test_the_timeline_board_is_filtered_by_person_and_means(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, pilot):
        session = app.game._window.session
        session.state = session.state.note(tuple(tour.facts))
        await pilot.press("f11")
        await pilot.pause()
        board = app.screen
        assert isinstance(board, TimelineBoard)
        everything = len(board.block.make_rows(100))
        assert any("Dalian" in row.plain for row in board.block.make_rows(100))
        await pilot.press("t")
        assert 0 < len(board.block.make_rows(100)) < everything
        assert not any("Boeing" in row.plain for row in board.block.make_rows(100))
        for _ in board.means[1:]:
            await pilot.press("t")
        assert len(board.block.make_rows(100)) == everything
        await pilot.press("p", "down", "pagedown", "escape")
        assert isinstance(app.screen, PlayScreen)


async def test_the_board_of_differences_sets_the_sides_beside_one_another(tour: World) -> None:
    async with playing(tour, (80, 24)) as (app, pilot):
        app.say("compare travelling with set out as surer")
        await pilot.press("f12")
        await pilot.pause()
        board = app.screen
        assert isinstance(board, Board)
        row = next(row.plain for row in board.block.make_rows(76) if "travelling" in row.plain)
        assert "reportedly" in row
        assert max(row.cell_length for row in board.block.make_rows(76)) <= 78


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 20)])
async def test_two_notes_are_marked_laid_together_and_judged(tour: World, size: tuple[int, int]) -> None:
    async with playing(tour, size) as (app, pilot):
        for line in ("x timetable", "take timetable", "f", "f", "put timetable in dials", "x dials"):
            app.say(line)
        numbers = app.game.state.numbers
        wanted = sorted(numbers[fact_id] for fact_id in ("speed-50-kmh", "average-37"))
        await pilot.press("f2")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, NotebookScreen)
        rows = [row.number for row in screen.query_one(NoteRows).rows]
        assert sorted(rows) == sorted(numbers.values())
        assert rows[:2] == wanted, "the notes of the question come first"
        # A third mark drops the first one.
        await pilot.press("pagedown", "pagedown", "space", "pageup", "pageup", "pageup", "space", "down", "space")
        assert screen.query_one(NoteRows).marked == tuple(wanted)
        await pilot.press("2")
        assert not app.game.state.compared, "there is nothing to judge before they lie together"
        await pilot.press("enter")
        assert screen.query_one(PairLines).pair.is_asked
        await pilot.press("2")
        assert app.game.state.compared["speed"] == "differ"
        told = " ".join(row.plain for row in screen.query_one(PairLines).make_rows(size[0] - 4))
        assert "You have compared these. They differ, and both may stand." in told
        await pilot.press("escape")
        assert isinstance(app.screen, PlayScreen)
        assert "≠ The train’s speed" in app.play.query_one(Log).text


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_chosen_note_is_read_whole_and_so_is_what_is_asked_of_two(tour: World, size: tuple[int, int]) -> None:
    async with playing(tour, size) as (app, pilot):
        for line in ("x timetable", "x departure pictures"):
            await type_line(pilot, line)
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(app.screen, NotebookScreen)
        notes, pair = app.screen.query_one(NoteRows), app.screen.query_one(PairLines)
        for note in notes.rows:
            seen = " ".join(strip.text.strip() for strip in pair.make_strips(*pair.size)[: pair.size.height])
            assert " ".join(note.text.split()) in " ".join(seen.split())
            await pilot.press("down")
        await pilot.press("space", "up", "space", "enter")
        await pilot.pause()
        seen = " ".join(strip.text.strip() for strip in pair.make_strips(*pair.size)[: pair.size.height])
        assert seen.split()[-1] == "one."
        keys = app.screen.query_one(KeyBar).make_rows(size[0] - 2)[0].plain
        assert all(label in keys for label in ("Space", "Enter", "1-5", "esc"))


async def test_a_panel_that_is_cut_says_so(tour: World) -> None:
    async with playing(tour, (120, 36)) as (app, _pilot):
        panel = app.play.query_one(Panel)
        assert panel.make_strips(34, 33)[-1].text.strip() == "▾ more: LOOK"
        assert "more: LOOK" not in panel.make_strips(34, 200)[-1].text


async def test_an_empty_notebook_has_nothing_to_mark(tiny: World) -> None:
    async with playing(tiny, (80, 24)) as (app, pilot):
        await pilot.press("f2", "space", "enter", "down", "3")
        screen = app.screen
        assert isinstance(screen, NotebookScreen)
        assert screen.query_one(NoteRows).marked == ()
        assert "empty" in screen.query_one(NoteRows).make_rows(76)[0].plain


async def test_a_dispatch_is_written_and_filed_at_the_desk(tour: World) -> None:
    async with playing(tour, (80, 24)) as (app, pilot):
        await type_line(pilot, "dispatch")
        assert isinstance(app.screen, PlayScreen)
        for _ in range(21):
            app.say("f, x all, x all")
        await type_line(pilot, "dispatch")
        assert isinstance(app.screen, Desk)
        for _ in range(5):
            await pilot.press("down", "enter")
        assert len(app.game.state.draft) == 5
        await pilot.press("pageup", "pageup", "3", "right", "down", "up")
        assert [printed for _, printed in app.game.state.draft].index("hedged") == 1
        await pilot.press("enter")
        assert len(app.game.state.draft) == 4
        await pilot.press("pagedown", "enter", "f")
        await pilot.pause()
        assert isinstance(app.screen, FrontPageScreen)
        await pilot.press("escape")
        assert app.game.state.filed
        assert "not seen: The blank column" in app.play.query_one(Log).text
