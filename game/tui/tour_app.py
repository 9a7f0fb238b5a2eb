"""The Textual app: lines from prompt and mouse go into the game, its lines and its view come out to the screens.

The first frame is a curtain that needs nothing of the game; pack, session and play screen are loaded behind it.
"""

import signal
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from game.store import settings
from game.store.settings import Settings
from game.tui.base_app import StyledApp
from game.tui.messages import Said
from game.tui.screens.curtain import Curtain
from game.tui.themes import DAY

if TYPE_CHECKING:
    from game.app.game import Game
    from game.prose.lines import Line
    from game.tui.screens.play_screen import PlayScreen

SHEETS = {
    "help": ("HELP", "What you can type"),
    "notebook": ("NOTES", "Notebook"),
    "places": ("MAP", "The train"),
    "progress": ("SCORE", "How far you have come"),
}
"""Command -> badge and title of the sheet that shows what it says."""


class TourApp(StyledApp):
    """One player's screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+c", "quit", "Quit", show=False, priority=True),
    ]

    def __init__(
        self,
        open_game: "Callable[[], Game | None]",
        *,
        fresh: bool = False,
        home: Path | None = None,
        is_ascii: bool = False,
        has_title: bool = False,
    ) -> None:
        """Make the app; nothing of the game is loaded yet.

        Args:
            open_game: Called once, behind the curtain; None when there is no game to play.
            fresh: True to begin a new tour.
            home: The folder that settings are kept in; None keeps none.
            is_ascii: True when nothing but ASCII is to be written.
            has_title: True to show the title until a key is pressed.
        """
        super().__init__(home=home, is_ascii=is_ascii)
        self._has_title = has_title
        self._open_game = open_game
        self._fresh = fresh
        self._game: Game | None = None
        self._play: PlayScreen | None = None

    @property
    def game(self) -> "Game":
        """The game that is played."""
        if self._game is None:
            raise RuntimeError("the curtain is not up yet")
        return self._game

    @property
    def play(self) -> "PlayScreen":
        """The play screen, whatever lies over it."""
        if self._play is None:
            raise RuntimeError("the curtain is not up yet")
        return self._play

    def get_default_screen(self) -> Curtain:
        """The curtain is the first thing there is."""
        return Curtain(self.TITLE or "")

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers: what the keys do, then Textual's own."""
        from game.tui.screens.play_screen import KEYS

        yield SystemCommand("Practice", "Questions about what you have noted", partial(self.say, "practice"))
        yield SystemCommand("Ticket", "How far you have come, to keep", self.action_end)
        yield SystemCommand("Dispatch", "Sit down at the desk and write", self.action_desk)
        yield SystemCommand("Timeline", "What happened when, on a line", self.action_timeline)
        yield SystemCommand("Differences", "Where the sources differ, side by side", self.action_differences)
        yield SystemCommand("Title", "The train in its landscape", self.action_title)
        for command, (_, title) in SHEETS.items():
            yield SystemCommand(
                title, f"The command {command.upper()}, on a sheet", partial(self.action_sheet, command)
            )
        for key in KEYS:
            yield SystemCommand(key.text, f"The key {key.label.upper()}", partial(self.run_action, key.action))
        yield from super().get_system_commands(screen)

    def on_mount(self) -> None:
        """Once the curtain is painted, load what is behind it; leave in good order when told to."""
        self._on_signals()
        self.call_after_refresh(self._raise_curtain)

    async def _raise_curtain(self) -> None:
        """Open the game and put the play screen up."""
        from game.tui.screens.play_screen import PlayScreen

        self._game = self._open_game()
        if self._game is None:
            self.exit()
            return
        curtain = self.screen
        self._play = PlayScreen(self.game.completions)
        await self.push_screen(self._play)
        self._play.apply(self.settings)
        self._tell(self.game.open(fresh=self._fresh))
        typed = curtain.typed if isinstance(curtain, Curtain) else []
        if self._has_title and not typed:
            self.action_title()
        self.play.type(typed)
        self.call_after_refresh(self.signal.announce_ready)
        self.call_after_refresh(_collect_again)

    def on_said(self, message: Said) -> None:
        """The player has said a line."""
        self.say(message.line)

    def say(self, line: str) -> None:
        """Perform a line and show what came of it; the signal is given once that is painted."""
        self._perform(line)
        self.announce_painted()

    def _perform(self, line: str) -> None:
        lines = self.game.perform(line)
        if self.game.is_over:
            self.exit(message="\n".join(told.text for told in lines))
            return
        self._tell(lines if self.game.round is None else lines[:1], echo=line)
        if self.game.has_arrived:
            self.action_end()
        elif line.strip().casefold() == "dispatch":
            self._sit_down()
        if self.game.round is not None:
            self._practise()

    def action_say(self, line: str) -> None:
        """Perform a line, as a key does it."""
        self.say(line)

    def action_sheet(self, command: str) -> None:
        """Show what a command says on a sheet of its own."""
        from game.tui.screens.sheet import Sheet

        badge, title = SHEETS[command]
        links = self.play.place_links(self.game.world) if command == "places" else {}
        self.push_screen(Sheet(badge, title, self.game.perform(command), links))

    def action_switch_theme(self) -> None:
        """From night to day, and back."""
        self.set(replace(self.settings, theme="night" if self.theme == DAY.name else "day"))

    def action_title(self) -> None:
        """Show the title."""
        from game.tui.screens.title_screen import Title

        view = self.game.view
        self.push_screen(Title(view, is_new=not self.game.state.turn, pass_on=lambda key: self.play.type([key])))

    def action_end(self) -> None:
        """Show the end of the line, with the ticket as it is now."""
        from game.exports.ticket_card import as_text, ticket
        from game.tui.screens.title_screen import End

        shown = as_text(ticket(self.game.world, self.game.state)).splitlines()
        self.push_screen(End(self.game.view, shown, lambda key: self.play.type([key])))

    def action_timeline(self) -> None:
        """Open the board of dates."""
        from game.tui.screens.boards import TimelineBoard

        told = self.game.session.perform("timeline")[0]
        self.push_screen(TimelineBoard(self.game.world, getattr(told, "dated", ())))

    def action_differences(self) -> None:
        """Open the board of differences."""
        from game.tui.screens.boards import Board, Sides

        told = self.game.session.perform("differences")[0]
        sides = Sides(self.game.world, getattr(told, "differences", ()))
        self.push_screen(Board("≠", "Where the sources differ", sides))

    def action_desk(self) -> None:
        """Sit down at the desk, where there is one; elsewhere the game says where."""
        self.say("dispatch")

    def _practise(self) -> None:
        from game.tui.quiz_app import TourPractice
        from game.tui.screens.quiz_screen import QuizScreen

        on_train = TourPractice(self.game)

        def go_on() -> None:
            self.pop_screen()
            self._tell(on_train.last)

        self.push_screen(QuizScreen(on_train, on_end=go_on))

    def _sit_down(self) -> None:
        from game.tui.screens.desk_screen import Desk

        if self.game.state.room in self.game.world.tour.desks:
            self.push_screen(Desk(self.game.world, lambda: self.game.state, self.say))

    def action_journeys(self) -> None:
        """Open the map of journeys."""
        from game.tour.verbs.touring import known_journeys
        from game.tui.screens.journeys_screen import JourneysScreen

        tour = self.game.world.tour
        self.push_screen(JourneysScreen(tour, known_journeys(tour, self.game.state)))

    def action_settings(self) -> None:
        """Open the settings."""
        from game.tui.screens.settings_screen import SettingsScreen

        self.push_screen(SettingsScreen(self.settings, self.set))

    def action_next_picture(self) -> None:
        """A larger picture, a smaller one, none."""
        self.set(self.settings.next("picture"))

    def set(self, wanted: Settings) -> None:
        """Put settings in force, and keep them."""
        self.settings = wanted
        self.theme = self.theme_wanted()
        if self._play is not None:
            self._play.apply(wanted)
        if self._home is not None:
            settings.write(self._home, wanted)

    def action_nothing(self) -> None:
        """Do nothing: for keys that must not leave the prompt."""

    def _tell(self, lines: "tuple[Line, ...]", *, echo: str | None = None) -> None:
        self.play.show(self.game.view)
        self.play.tell(lines, echo=echo)

    def _on_signals(self) -> None:
        """Hang-up and termination leave through the front door: the terminal is restored, the tour is kept already."""
        import asyncio

        for name in ("SIGTERM", "SIGHUP"):
            if (number := getattr(signal, name, None)) is not None:
                try:
                    asyncio.get_running_loop().add_signal_handler(number, self.exit)
                except (NotImplementedError, RuntimeError, ValueError):
                    return  # a system or a thread without signal handlers: the tour is kept all the same


def _collect_again() -> None:
    """What is there at the first frame stays; the collector need not look at it again."""
    import gc

    gc.freeze()
    gc.enable()
