"""The play screen: the strip, the line, the log, the prompt, and beside them what can be seen.

It arranges widgets and passes views to them. The meaning of a click or a key is in the line that it sends.
"""

from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from game.app.view import View, list_one_exit_a_room
from game.art.scenes import MIN_SCENE_WIDTH
from game.prose.lines import Line, format_journey, number_room
from game.store.settings import Settings
from game.tui.actions import list_bindings, list_footer_keys
from game.tui.screens.sized import Sized
from game.tui.widgets.chips import Chips
from game.tui.widgets.job_line import CLASS as JOB_CLASS
from game.tui.widgets.job_line import JobLine
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.log import Links, Log
from game.tui.widgets.panel import Panel
from game.tui.widgets.popup import MAX_POPUP_COLUMNS, Popup, PopupRow
from game.tui.widgets.prompt import Complete, Mark, Prompt
from game.tui.widgets.ruler import Ruler
from game.tui.widgets.scene_picture import ScenePicture
from game.tui.widgets.small import TooSmall
from game.tui.widgets.strip import RoomStrip

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    from game.tui.base_app import StyledApp
    from game.tui.tour_app import TourApp

MIN_DOUBLE_ROWS, MIN_DOUBLE_COLUMNS = 46, 2 * MIN_SCENE_WIDTH + 44
"""From these rows and columns (with the panel) on, there is room for a picture of double size."""

MIN_SPACED_ROWS = 46
"""From this number of rows on, there is room for a blank line between paragraphs: an arrival is read whole, first."""

MIN_TALL_ENTRY_ROWS = 34
"""From this number of rows on, the prompt has an empty row above and below it."""

MIN_LINK_LETTERS = 3
"""Letters that a name must have so that it becomes clickable in the text."""


def list_around(view: View) -> list[PopupRow]:
    """What can be looked at in the room, then the ways out: where Tab goes on an empty line."""
    things = [PopupRow(f"x {sight.name}", sight.name, "✓" if sight.is_examined else "") for sight in view.sights]
    ways = [PopupRow(way.direction, number_room(way.room), way.direction) for way in list_one_exit_a_room(view.exits)]
    return [*things, *ways]


class PlayScreen(Sized):
    """The screen of the tour. It arranges widgets and decides nothing."""

    CSS_PATH = "../tour.tcss"
    AUTO_FOCUS = "#prompt"
    BINDINGS: ClassVar[list[BindingType]] = [*list_bindings()]

    def __init__(self, complete: Complete, art: "Traversable | None") -> None:
        super().__init__()
        self._art = art
        self._links: Links = {}
        self._complete = complete
        self._paragraphs = "auto"
        self._has_map = True

    def compose(self) -> ComposeResult:
        """The widgets, top to bottom."""
        yield RoomStrip(monotonic, id="strip")
        yield Ruler(id="ruler")
        yield JobLine(id="job")
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                yield ScenePicture(self._art, id="picture")
                yield Log(id="log")
                yield Chips(id="chips")
                with Horizontal(id="entry"):
                    yield Mark(id="mark")
                    yield Prompt(self._complete, self._perform, self.turn_page, id="prompt")
            yield Panel(id="panel")
        yield KeyBar(list_footer_keys(has_map=True), Key("^p", "palette", "app.command_palette"), id="keys")
        yield TooSmall(id="small")
        yield Popup(id="popup")

    def _perform(self, line: str) -> None:
        cast("TourApp", self.app).say(line)

    def on_popup_taken(self, message: Popup.Taken) -> None:
        """A completion was clicked."""
        message.stop()
        self.query_one(Prompt).take(message.line)

    def show_view(self, view: View) -> None:
        """Update every widget except the log."""
        has_map = view.tour.map is not None
        if has_map != self._has_map:
            self._has_map = has_map
            self.query_one(KeyBar).set_keys(list_footer_keys(has_map=has_map))
        room = view.room
        badge = f"{room.number:02}" if room.number is not None else ""
        # Who has a question to answer is not to collect all facts; SCORE counts them.
        count = f"✦ {view.noted}" if view.job is not None else f"✦ {view.noted}/{view.facts}"
        ends: tuple[tuple[str, str], ...] = ((count, "$fact"),)
        # Without a clock the line shows the facts found: there is no journey that could be done.
        progress = view.noted / max(1, view.facts)
        if view.tour.minutes:
            progress = view.minutes / view.tour.minutes
            journey = format_journey(view.minutes, view.tour.minutes)
            ends = (*ends, (journey, "$muted"), (view.tour.destination, "$muted"))
        # Shorter names ("a", "no") appear in every sentence by chance.
        things = {name.casefold(): f"examine {name}" for name in view.names if len(name) >= MIN_LINK_LETTERS}
        ways: dict[str, str] = {way.direction: way.direction for way in view.exits}
        self._links = {"body": things, "staged": things, "exits": ways}
        self.set_class(view.job is not None, JOB_CLASS)
        self.query_one(JobLine).show(view)
        self.query_one(RoomStrip).show(view)
        self.query_one(ScenePicture).show(view)
        self.query_one(Ruler).show(badge, room.name, progress, ends)
        prompt = self.query_one(Prompt)
        prompt.ways_along = view.ways_along
        prompt.around = list_around(view)
        self.query_one(Panel).show(view)
        self.query_one(Chips).show(view)

    def add_lines(self, lines: tuple[Line, ...], *, echo: str | None = None) -> None:
        """Write to the log, first the typed line."""
        self.query_one(Log).add(lines, self._links, echo=echo)

    def read_last(self) -> str:
        """The text of the latest reply."""
        return self.query_one(Log).last_text

    def put_before(self, turns: "Iterable[tuple[str, Iterable[Line]]]") -> None:
        """Show turns of earlier sessions at the top of the log."""
        self.query_one(Log).put_before(turns)

    def recall(self, lines: "Iterable[str]", unsent: str) -> None:
        """Put the lines of earlier sessions into the history, and the line that was not sent into the prompt."""
        prompt = self.query_one(Prompt)
        for line in lines:
            prompt.history.remember(line)
        if unsent and not prompt.value:
            prompt.fill(unsent)

    @property
    def unsent(self) -> str:
        """The text in the prompt."""
        return self.query_one(Prompt).value

    def fill(self, line: str) -> None:
        """Put a line into the prompt, to be completed and sent."""
        self.query_one(Prompt).fill(line)

    def type_keys(self, keys: list[events.Key]) -> None:
        """Put keys into the prompt that were pressed before it existed."""
        prompt = self.query_one(Prompt)
        for key in keys:
            # While a slow terminal is still in line mode, Enter sends Ctrl+J.
            if key.key in ("enter", "ctrl+j"):
                prompt.send()
            elif key.character and key.is_printable:
                prompt.fill(prompt.value + key.character)

    def on_key(self, event: events.Key) -> None:
        """Any key ends the animation of a walk, except the key that began it."""
        # The Enter key that sent the line arrives here as well, and would end the animation before it is visible.
        if event.key != "enter":
            self.query_one(RoomStrip).finish()

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is typed ends it, too. The prompt keeps keys of letters for itself, and is empty once a line is sent."""
        if event.value:
            self.query_one(RoomStrip).finish()

    def on_mount(self) -> None:
        """Apply the settings, now and after each change."""
        app = cast("StyledApp", self.app)
        self.apply_settings(app.settings)
        # At once, not with the next message: the next key may already ask for another change.
        app.settings_signal.subscribe(self, self.apply_settings, immediate=True)

    def apply_settings(self, settings: Settings) -> None:
        """Apply the settings."""
        self.set_class(settings.picture == "off", "-no-picture")
        self.set_class(settings.picture == "small", "-small-picture")
        self._paragraphs = settings.paragraphs
        self.query_one(RoomStrip).is_moving_shown = settings.motion == "on"
        self._set_spacing(self.size.height)

    def _set_spacing(self, height: int) -> None:
        is_spaced = height >= MIN_SPACED_ROWS if self._paragraphs == "auto" else self._paragraphs == "airy"
        self.query_one(Log).set_spacing(is_spaced=is_spaced)

    def on_resize(self, event: events.Resize) -> None:
        """Choose the spacing of the log by the height, and place the pop-up above the prompt."""
        popup = self.query_one(Popup)
        popup.styles.width = min(MAX_POPUP_COLUMNS, event.size.width - 2)
        popup.styles.margin = (0, 0, 4 if event.size.height >= MIN_TALL_ENTRY_ROWS else 2, 1)
        self._set_spacing(event.size.height)
        self.set_class(event.size.height >= MIN_DOUBLE_ROWS and event.size.width >= MIN_DOUBLE_COLUMNS, "-double")

    def action_scroll_log(self, by: int) -> None:
        """Scroll the log by a page."""
        self.query_one(Log).turn_page(by)

    def turn_page(self) -> bool:
        """Show the next page of the log; False where all of it has been shown."""
        log = self.query_one(Log)
        return log.has_more and log.turn_page()
