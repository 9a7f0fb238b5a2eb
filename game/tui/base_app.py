"""The common part of all our apps: themes, the player's settings, and the filters for each line of output."""

import os
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.filter import LineFilter, Monochrome
from textual.signal import Signal
from textual.widgets import Input

from game.store import settings
from game.store.settings import Settings
from game.store.shared_file import NotKept
from game.tui.guarding import GuardedApp
from game.tui.no_colour import is_colourless
from game.tui.ready_signal import ReadySignal
from game.tui.themes import DAY, GREY, NIGHT, NIGHT_256, THEMES, make_accented
from game.tui.window_title import TitleShown, join_title

if TYPE_CHECKING:
    from game.pack.looks import Accent  # as a type alone: the first frame needs nothing of a pack

WARNING_SECONDS = 12
"""Seconds that a warning stays: enough to read two sentences twice."""


class StyledApp(GuardedApp):
    """The base class of our apps."""

    TITLE = "21 Carriages"
    CSS_PATH = "app.tcss"

    def __init__(self, *, home: Path | None = None, is_ascii: bool = False) -> None:
        """Make the app.

        Args:
            home: The folder that settings are kept in; None keeps none.
            is_ascii: True when nothing but ASCII is to be written.
        """
        super().__init__(ansi_color=True if is_colourless() else None)
        self.signal = ReadySignal()
        """Says when the app can take keys, and when it has painted the reply to a line."""
        self.is_leave_asked = False
        """Whether the player was asked about leaving, and has typed nothing since."""
        self._home = home
        self.is_writing = True
        """Whether settings may be kept; False in a window that only reads the tour of another window."""
        self._ascii = _make_ascii_filters() if is_ascii else ()
        self._grey = Monochrome()
        found = settings.load_settings(home) if home else settings.FoundSettings(Settings())
        self.settings = found.settings
        self._settings_trouble = found.trouble
        self.settings_signal: Signal[Settings] = Signal(self, "settings")
        """Published when settings are changed, so that the app need not know which widgets depend on them."""
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = self.choose_theme()

    def set_accent(self, accent: "Accent") -> None:
        """Show headings and hairlines in the quiet colour of a pack."""
        themes = make_accented(accent)
        for each in themes:
            self.register_theme(each)
        if any(each.name == self.theme for each in themes):
            self._watch_theme(self.theme)  # another theme under the same name is no change that Textual would see

    def name_window(self) -> None:
        """Call the window of the terminal as the screen on top is called."""
        from game.prose.transliterate import transliterate  # like the screens that have names, not for the first frame
        from game.tui.widgets.ruler import Ruler

        if isinstance(self._driver, TitleShown) and self.screen_stack:
            title = join_title(*(ruler.title for ruler in self.screen.query("#ruler").results(Ruler)), self.title)
            self._driver.show_title(transliterate(title) if self._ascii else title)

    def announce_painted(self) -> None:
        """Give the signal as soon as the latest changes are on the screen."""
        self.call_after_refresh(self.signal.announce_painted)

    @property
    def has_pixels(self) -> bool:
        """Whether pictures can be shown in half blocks. If not, they are drawn in characters."""
        return not self.native_ansi_color and not self._ascii and self.console.color_system in ("truecolor", "256")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The filters for every line of output: no colour, grey, ASCII."""
        grey = (self._grey,) if self.theme == GREY.name and not self.native_ansi_color else ()
        return (*super().get_line_filters(), *grey, *self._ascii)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names."""
        # The style sheet is read before the theme is active, and an unknown name is an error.
        return dict(NIGHT.variables)

    def on_mount(self) -> None:
        """Warn if the settings could not be read: the screen then uses the defaults."""
        if found := self._settings_trouble:
            from game.prose import setting_notices  # the first frame needs no words of the game

            self.warn(setting_notices.describe_unreadable(found.detail or found.why))

    def warn(self, text: str) -> None:
        """Show a sentence over the screen for some seconds, if it does not belong in the log."""
        self._ring()
        self.notify(text, severity="warning", timeout=WARNING_SECONDS, markup=False)

    def tell(self, text: str) -> None:
        """Say that something was done; in the log where the player wants no notices over the screen."""
        if self.settings.notices == "on" or not self.write_notice(text):
            self._ring()
            self.notify(text, markup=False)

    def write_notice(self, text: str) -> bool:
        """Write a notice where it covers nothing; False where there is no such place."""
        return False

    def _ring(self) -> None:
        if self.settings.bell == "on":
            self.bell()

    def change_settings(self, wanted: Settings) -> None:
        """Apply settings and keep them."""
        before, self.settings = self.settings, wanted
        self.theme = self.choose_theme()
        self.settings_signal.publish(wanted)
        if self._home is not None and self.is_writing:
            from game.prose import setting_notices

            outcome = settings.keep_settings(self._home, wanted, before)
            if isinstance(outcome, NotKept):
                self.warn(setting_notices.describe_not_kept(outcome.why))
            elif outcome.aside:
                self.warn(setting_notices.describe_set_aside(outcome.aside))

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text to the clipboard of the terminal, also over SSH."""
        super().copy_to_clipboard(text)
        # Inside tmux the sequence ends at tmux, unless it is wrapped.
        if os.environ.get("TMUX") and self._driver is not None:
            self._driver.write(wrap_for_tmux(text))

    def action_interrupt(self) -> None:
        """Copy what is selected; if nothing is, ask before leaving, and leave when asked again."""
        chosen = self.focused.selected_text if isinstance(self.focused, Input) else ""
        if text := chosen or self.screen.get_selected_text():
            self.copy_to_clipboard(text)
            self.screen.clear_selection()
        elif self.is_leave_asked:
            self.call_later(self.run_action, "leave")
        else:
            from game.prose.action_words import LEAVE_ASKED

            self.is_leave_asked = True
            self.warn(LEAVE_ASKED)

    def action_command_palette(self) -> None:
        """Open the palette."""
        from game.tui.palette_commands import OrderedCommands
        from game.tui.sturdy_palette import SturdyPalette

        if self.use_command_palette and not SturdyPalette.is_open(self):  # type: ignore[arg-type] # of an app of any result
            self.push_screen(SturdyPalette([OrderedCommands], id="--command-palette"))

    def action_switch_theme(self) -> None:
        """Change from the night theme to the day theme, and back."""
        self.change_settings(replace(self.settings, theme="night" if self.theme == DAY.name else "day"))

    def action_next_picture(self) -> None:
        """A larger picture, a smaller one, none."""
        self.change_settings(self.settings.next("picture"))

    def choose_theme(self) -> str:
        """The theme in the settings; for the night, the one that this terminal can show."""
        if self.settings.theme in ("auto", "night"):
            return NIGHT.name if self.console.color_system == "truecolor" else NIGHT_256.name
        return self.settings.theme


def _make_ascii_filters() -> Sequence[LineFilter]:
    """The filter that lets only ASCII through."""
    # Imported late: it needs the game's words, which the first frame does not need.
    from game.tui.filters import Ascii

    return (Ascii(),)


def wrap_for_tmux(text: str) -> str:
    """The sequence that copies a text, for the terminal around tmux."""
    return f"\x1bPtmux;\x1b\x1b]52;c;{b64encode(text.encode()).decode()}\x07\x1b\\"
