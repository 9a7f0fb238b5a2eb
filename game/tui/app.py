"""The Textual app: lines from prompt and mouse go into the game, its lines and its view come out to the screens."""

import signal
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from game.play import Game
from game.prose.lines import Line
from game.tui.art.train import Car
from game.tui.messages import Drafted, Said
from game.tui.screens.play import PlayScreen
from game.tui.widgets.prompt import Prompt
from game.tui.themes import DAY, NIGHT, NIGHT_256, THEMES

SHEETS = {"help": ("HELP", "What you can type"), "notebook": ("NOTES", "Notebook"), "places": ("MAP", "The train")}
"""Command -> badge and title of the sheet that shows what it says."""


class TourApp(App[None]):
    """One player's screen."""

    TITLE = "21 Carriages"
    CSS_PATH = "tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+c", "quit", "Quit", show=False, priority=True),
    ]

    def __init__(self, game: Game, *, fresh: bool = False, theme: str | None = None) -> None:
        """Make the app.

        Args:
            game: A game not yet opened.
            fresh: True to begin a new tour.
            theme: Name of a theme; None chooses by what the terminal can show.
        """
        import os

        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.game = game
        self._fresh = fresh
        self._room = ""
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = theme or (NIGHT.name if self._has_true_colour() else NIGHT_256.name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, which the style sheet needs before the theme is active."""
        return dict(NIGHT.variables)

    def get_default_screen(self) -> PlayScreen:
        """The play screen is the first thing there is."""
        return PlayScreen(self._begin)

    @property
    def play(self) -> PlayScreen:
        """The play screen, whatever lies over it."""
        screen = self.screen_stack[0]
        if not isinstance(screen, PlayScreen):
            raise TypeError(f"the play screen lies under all others, found {screen!r}")
        return screen

    def _begin(self) -> None:
        """Begin or go on with the tour, and leave in good order when told to."""
        self._tell(self.game.open(fresh=self._fresh))
        self._on_signals()

    def on_said(self, message: Said) -> None:
        """The player has said a line."""
        self.say(message.line)

    def on_drafted(self, message: Drafted) -> None:
        """The player wants a line to go on with."""
        self.play.query_one(Prompt).fill(message.line)

    def say(self, line: str) -> None:
        """Perform a line and show what came of it."""
        lines = self.game.perform(line)
        if self.game.is_over:
            self.exit(message="\n".join(told.text for told in lines))
            return
        self._tell(lines, echo=line)

    def action_say(self, line: str) -> None:
        """Perform a line, as a key does it."""
        self.say(line)

    def action_sheet(self, command: str) -> None:
        """Show what a command says on a sheet of its own."""
        from game.tui.screens.sheet import Sheet

        badge, title = SHEETS[command]
        self.push_screen(Sheet(badge, title, self.game.perform(command), self._places() if command == "places" else {}))

    def action_switch_theme(self) -> None:
        """From night to day, and back."""
        night = NIGHT.name if self._has_true_colour() else NIGHT_256.name
        self.theme = night if self.theme == DAY.name else DAY.name

    def action_nothing(self) -> None:
        """Do nothing: for keys that must not leave the prompt."""

    def _tell(self, lines: tuple[Line, ...], *, echo: str | None = None) -> None:
        view = self.game.view
        links = {name.casefold(): f"examine {name}" for name in view.names if len(name) > 2}  # noqa: PLR2004 - too short to be a word
        links |= {way.direction: way.direction for way in view.exits}
        self.play.show(view, *self._train())
        self.play.tell(lines, links, echo=echo)

    def _train(self) -> tuple[tuple[Car, ...], tuple[str, ...], int]:
        """The cars as the strip draws them, what a click on each says, and which one the player is in."""
        state, rooms = self.game.state, list(self.game.world.rooms.values())
        here = next(index for index, room in enumerate(rooms) if room.id == state.room)
        cars = tuple(
            Car("" if room.number is None else str(room.number), room.windows, room.id == state.room, room.id in state.visited)
            for room in rooms
        )
        return cars, tuple(f"go to {room.name}" for room in rooms), here

    def _places(self) -> dict[str, str]:
        return {room.name.casefold(): f"go to {room.name}" for room in self.game.world.rooms.values()}

    def _has_true_colour(self) -> bool:
        return self.console.color_system == "truecolor"

    def _on_signals(self) -> None:
        """Hang-up and termination leave through the front door: the terminal is restored, the tour is kept already."""
        import asyncio

        for name in ("SIGTERM", "SIGHUP"):
            if (number := getattr(signal, name, None)) is not None:
                try:
                    asyncio.get_running_loop().add_signal_handler(number, self.exit)
                except (NotImplementedError, RuntimeError, ValueError):
                    return  # a system or a thread without signal handlers: the tour is kept all the same
