"""The Textual app: passes lines from prompt and mouse to the game, and shows the game's replies and view.

The first frame is a curtain that needs no module of the game; pack, session and play screen are loaded behind it. That
is why no module of the game is imported above: the player sees something before the pack is read.
"""

import gc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from game.tui.base_app import StyledApp
from game.tui.messages import Said
from game.tui.screens.curtain import Curtain

if TYPE_CHECKING:
    from game.app.game import Game
    from game.prose.lines import Line
    from game.tui.openings import ScreenName
    from game.tui.screens.play_screen import PlayScreen
    from game.tui.screens.quiz_screen import QuizScreen


LOOK_SECONDS = 2.0
"""Seconds after which a line that is being typed is kept, and the owner's file is read: has another window the tour?

Watching the file by the system would need another thread, does not work on network shares, and differs between systems.
Reading one small file every two seconds costs no measurable time. No timer that paints runs here."""


class TourApp(StyledApp):
    """One player's screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+c", "interrupt", "Copy or leave", show=False, priority=True),
    ]

    def __init__(
        self,
        open_game: "Callable[[], Game | None]",
        *,
        fresh: bool = False,
        home: Path | None = None,
        is_ascii: bool = False,
        has_title: bool = False,
        is_ours: bool = True,
    ) -> None:
        """Make the app; nothing of the game is loaded yet.

        Args:
            open_game: Called once, behind the curtain; None when there is no game to play.
            fresh: True to begin a new tour.
            home: The folder that settings are kept in; None keeps none.
            is_ascii: True when nothing but ASCII is to be written.
            has_title: True to show the title until a key is pressed.
            is_ours: False for another pack than the one we ship, whose name is known once it is loaded.
        """
        super().__init__(home=home, is_ascii=is_ascii)
        self._has_title = has_title
        if not is_ours:
            self.title = ""
        self._open_game = open_game
        self._fresh = fresh
        self._game: Game | None = None
        self._play: PlayScreen | None = None
        self._unsent = ""
        self._is_leaving = False
        self._quiz: QuizScreen | None = None
        """The screen of the quiz session that is going on."""

    @property
    def game(self) -> "Game":
        """The game that is played."""
        if self._game is None:
            raise RuntimeError("no game yet")
        return self._game

    @property
    def play(self) -> "PlayScreen":
        """The play screen, even if another screen lies over it."""
        if self._play is None:
            raise RuntimeError("no game yet")
        return self._play

    def get_default_screen(self) -> Curtain:
        """The curtain is the first screen."""
        return Curtain(self.title)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The commands of the palette: every action, and on the play screen what can be typed."""
        from game.tui.command_palette import list_commands, list_verbs

        is_playing = self._play is not None and screen is self._play
        yield from list_commands(self.run_action, takes_lines=is_playing, has_map=self._has_map)
        if is_playing:
            yield from list_verbs(self.game.world, self.play.fill)

    def on_mount(self) -> None:
        """Once the curtain is painted, load the game."""
        self.call_after_refresh(self._raise_curtain)

    async def _raise_curtain(self) -> None:
        """Open the game and show the play screen."""
        from game.tui.screens.play_screen import PlayScreen

        self._game = self._open_game()
        if self._game is None:
            self.exit()
            return
        curtain = self.screen
        self.title = self._game.world.tour.title
        self.set_accent(self._game.world.tour.theme)
        self._play = PlayScreen(self.game.completions, self.game.art)
        await self.push_screen(self._play)
        self._show(self.game.open(fresh=self._fresh))
        self.is_writing = not self.game.kept.is_reading
        # A player who types during the curtain wants to play, not to see a title.
        typed = curtain.typed if isinstance(curtain, Curtain) else []
        turns, self._unsent = self.game.kept.list_turns(), self.game.kept.unsent
        self._play.recall((turn.line for turn in turns), "" if typed else self._unsent)
        if self.game.practice is not None:
            self._open_quiz()
        elif self._has_title and not typed and not self.game.kept.has_notices:
            # A title would hide that the tour is open elsewhere or damaged, and would invite the player to continue it.
            self.action_open("title")
        self._play.type_keys(typed)
        self.set_interval(LOOK_SECONDS, self.look_after_tour)
        self.call_after_refresh(self.signal.announce_ready)
        if turns:
            # After the screen is shown, because wrapping some hundred paragraphs must not delay it.
            self.call_after_refresh(self._play.put_before, turns)
        self.call_after_refresh(_keep_from_collector)

    def exit(self, *args: Any, **named: Any) -> None:
        """Leave: keep the unsent line for the next time, and free the tour for the next window."""
        self._keep_unsent()
        self._is_leaving = True
        if self._game is not None:
            self._game.close()
        super().exit(*args, **named)

    def on_app_focus(self) -> None:
        """Check the owner: the player may come from another window that has taken over the tour."""
        self.look_after_tour()

    def look_after_tour(self) -> None:
        """Keep the line that is being typed; tell the player if another window has taken the tour over."""
        if self._game is None or not self._is_up:
            return
        from game.app.game import notice_loss

        self._keep_unsent()
        lost = notice_loss(self._game)
        if not lost:
            return
        self.is_writing = False
        if self._quiz is not None:
            while self._quiz in self.screen_stack:  # including all screens over it
                self.pop_screen()
            self._quiz = None
        self._show(lost)
        if self.screen is not self._play:
            self.warn("\n".join(line.text for line in lost))  # another screen covers the log
        self.announce_painted()

    @property
    def _is_up(self) -> bool:
        """Whether the play screen can be used; at the end its widgets are removed one by one."""
        is_there = self._play is not None and self._play.is_mounted and self.is_running
        return is_there and not self._is_leaving and not self.game.is_over

    def _keep_unsent(self) -> None:
        if self._play is not None and self._is_up and self._play.unsent != self._unsent:
            self._unsent = self._play.unsent
            self.game.kept.keep_unsent(self._unsent)

    def on_said(self, message: Said) -> None:
        """The player has entered a line."""
        self.say(message.line)

    def say(self, line: str) -> None:
        """Perform a line, show its reply and open its screen. The signal is given once that is painted."""
        if not self._is_up:
            # A line that was typed before the goodbye appeared, or while the screen closes. If it were performed, it
            # would be in the transcript after the end, and in a tour that another window may now have.
            return
        if self._quiz is not None:
            # The line was typed before the quiz screen appeared, and the game now passes every line to the quiz
            # session.
            self._quiz.call_later(self._quiz.say, line)
            return
        self.is_leave_asked = False
        if self._unsent:
            self._unsent = ""
            self.game.kept.keep_unsent("")
        from game.tui.own_words import perform_own

        if perform_own(self, line):
            self.announce_painted()
            return
        reply = self.game.reply(line)
        self.is_writing = not self.game.kept.is_reading
        if self.game.is_over:
            self.exit(message="\n".join(line.text for line in reply.lines))
        elif reply.opens == "quiz":
            self._show(reply.lines[:1], echo=line)
            self._open_quiz()
        else:
            self._show(reply.lines, echo=line)
            if reply.opens is not None:
                self.action_open(reply.opens)
        self.announce_painted()

    @property
    def _has_map(self) -> bool:
        return self._game is not None and self._game.world.tour.map is not None

    def action_leave(self) -> None:
        """Leave."""
        self.exit()

    def action_show_keys(self) -> None:
        """Show all keys with their words."""
        from game.tui.own_words import make_key_sheet

        self.push_screen(make_key_sheet(has_map=self._has_map))

    def action_copy_last(self) -> None:
        """Copy the last text of the log with its source."""
        from game.tui.own_words import copy_last

        copy_last(self)

    def write_notice(self, text: str) -> bool:
        """Write a notice into the log, if the log can be seen."""
        from game.prose.lines import Line

        is_seen = self._play is not None and self.screen is self._play
        if is_seen:
            self.play.add_lines((Line(text, "note"),))
        return is_seen

    def action_say(self, line: str) -> None:
        """A key sends a line."""
        self.say(line)

    def action_open(self, name: "ScreenName") -> None:
        """Open a screen over the play screen, for a key or for a reply."""
        if name == "journeys" and self.game.world.tour.map is None:
            return  # there is nothing to draw them on; ROUTES lists them
        from game.tui.openings import make_screen

        self.push_screen(make_screen(name, self))

    def action_next_picture(self) -> None:
        """The picture on the whole screen; the same key there, and after that: a smaller one, none, the usual one."""
        if self.settings.picture == "auto" and self.screen is self._play:
            self.action_open("picture")
        else:
            super().action_next_picture()

    def _open_quiz(self) -> None:
        """Show the quiz session that the game has just begun, until the tour goes on."""
        from game.app.tour_practice import TourPractice
        from game.tui.screens.quiz_screen import QuizScreen

        practice = TourPractice(self.game)

        def go_on() -> None:
            if self._quiz is None:
                return  # another window has taken the tour over, and the screen is closed
            self._quiz = None
            self.pop_screen()
            self._show(practice.last)

        self._quiz = QuizScreen(practice, on_end=go_on, strip=self.game.world.tour.strip)
        self.push_screen(self._quiz)

    def _show(self, lines: "tuple[Line, ...]", *, echo: str | None = None) -> None:
        self.play.show_view(self.game.view)
        self.play.add_lines(lines, echo=echo)


def _keep_from_collector() -> None:
    """Exclude the objects of the first frame from garbage collection, because they stay until the end."""
    # A full collection over pack and widgets finds nothing and takes longer than a turn may take.
    gc.freeze()
    gc.enable()
