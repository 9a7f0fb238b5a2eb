"""Makes the screens that open over the play screen, so that the app need not know them.

A screen shows data from the app layer. Opening one takes no turn and adds no line to the session, so it does not affect
AGAIN or a replayed transcript.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, assert_never

from textual.events import Key
from textual.screen import Screen

from game.app.game import Game
from game.prose import screen_labels as labels
from game.store.settings import Settings
from game.tui.screens.play_screen import PlayScreen

if TYPE_CHECKING:
    from game.app.boards import SheetCommand  # only for types: boards load verbs that the play screen may never need

OwnScreen = Literal[
    "notebook",
    "desk",
    "page",
    "end",
    "title",
    "timeline",
    "differences",
    "journeys",
    "settings",
    "picture",
    "teachers",
    "places",
]

FIRST_HELP_LINES = 2
"""Lines at the beginning of HELP that say how to type, and what helps here."""

ScreenName: TypeAlias = "OwnScreen | SheetCommand"
"""The screens that a key, the palette or a reply can open."""


class Host(Protocol):
    """What the screens need of the app."""

    settings: Settings

    @property
    def game(self) -> Game:
        """The game that is played."""

    @property
    def play(self) -> PlayScreen:
        """The play screen, even if another screen lies over it."""

    def say(self, line: str) -> None:
        """Perform a line as if it had been typed."""

    def change_settings(self, wanted: Settings) -> None:
        """Put settings in force, and keep them."""


def make_screen(name: ScreenName, host: Host) -> Screen[None]:  # noqa: C901, PLR0911 - one case a screen
    """Make the screen of that name, for the present state of the game.

    The screens are imported when they are opened: most tours open few of them, and each import slows the start.
    """
    match name:
        case "help" | "progress":
            return _make_sheet(name, host.game)
        case "timeline" | "differences" | "journeys":
            return _make_board(name, host.game)
        case "title" | "end":
            return _make_cover(name, host)
        case "places":
            from game.tui.screens.plan_screen import PlanScreen

            return PlanScreen(host.game.boards.read_plan(), labels.title_places(host.game.world.tour.nouns.whole))
        case "notebook":
            from game.tui.screens.notebook_screen import NotebookScreen

            return NotebookScreen(lambda: host.game.boards, host.say)
        case "desk":
            from game.tui.screens.desk_screen import Desk

            # The desk does not get the game: it can only send a line, and then reads the new state.
            return Desk(lambda: host.game.boards.read_desk(), host.say)
        case "page":
            from game.tui.screens.front_page_screen import FrontPageScreen

            return FrontPageScreen(host.game.boards.read_page(host.game.art), host.say)
        case "teachers":
            return _make_teachers()
        case "settings":
            from game.tui.screens.settings_screen import SettingsScreen

            return SettingsScreen(host.settings, host.change_settings)
        case "picture":
            return _make_picture(host)
    assert_never(name)


def _make_sheet(command: "SheetCommand", game: Game) -> Screen[None]:
    from game.tui.screens.sheet import Sheet

    if command == "help":
        return _make_help(game)
    label = labels.PROGRESS_SHEET
    return Sheet(label.name, label.text, game.boards.read_sheet(command), {})


def _make_picture(host: Host) -> Screen[None]:
    from game.tui.screens.picture_screen import PictureScreen
    from game.tui.widgets.scene_picture import ScenePicture

    lit_thing = host.play.query_one(ScenePicture).lit_thing

    def go_on() -> None:
        host.change_settings(host.settings.next("picture"))

    return PictureScreen(host.game.view, host.game.art, lit_thing, go_on)


def _make_help(game: Game) -> Screen[None]:
    from game.prose.help_lines import list_helped_verbs
    from game.tui.actions import list_key_lines
    from game.tui.screens.help_sheet import HelpSheet

    keys = list_key_lines(has_map=game.world.tour.map is not None)
    rows = [*list_helped_verbs(game.world), *((labels.KEYS_GROUP, line.text) for line in keys)]
    return HelpSheet(game.boards.read_sheet("help")[:FIRST_HELP_LINES], rows)


def _make_board(name: Literal["timeline", "differences", "journeys"], game: Game) -> Screen[None]:
    from game.tui.screens.board_screens import Board, DifferenceColumns, TimelineBoard
    from game.tui.screens.journeys_screen import JourneysScreen

    match name:
        case "timeline":
            return TimelineBoard(game.boards.read_timeline())
        case "differences":
            return Board("≠", labels.DIFFERENCES_TITLE, DifferenceColumns(game.boards.read_differences()))
        case "journeys":
            return JourneysScreen(game.boards.read_journeys())
    assert_never(name)


def _make_cover(name: Literal["title", "end"], host: Host) -> Screen[None]:
    game, view = host.game, host.game.view
    if name == "title":
        from game.tui.screens.title_screen import Title

        return Title(view, game.art, _pass_on(host), host.say)
    from game.tui.screens.end_screen import End

    has_page = game.boards.read_page(game.art) is not None
    return End(view, game.boards.read_ticket(), game.art, _pass_on(host), host.say, has_page=has_page)


def _pass_on(host: Host) -> Callable[[Key], None]:
    """Gives a key to the prompt."""
    return lambda key: host.play.type_keys([key])


def _make_teachers() -> Screen[None]:
    from game.prose.cover_lines import TEACHERS_TITLE, render_teaching
    from game.tui.screens.sheet import Sheet

    return Sheet("CLASS", TEACHERS_TITLE, render_teaching(), {})
