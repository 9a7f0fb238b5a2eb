"""The settings: one row each, changed with the arrow keys or a click, with effect at once."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style

from game.prose import screen_labels as labels
from game.store.settings import CHOICES, Settings
from game.tui.screens.sized import Sized
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler

KEYS = (
    Key("esc", labels.BACK_KEY, "screen.dismiss"),
    Key("↑↓", "Choose", "screen.choose(1)"),
    Key("←→", "Change", "screen.change(1)"),
)

SETTING_LABELS = {
    "theme": labels.THEME_SETTING,
    "picture": labels.PICTURE_SETTING,
    "motion": labels.MOTION_SETTING,
    "paragraphs": labels.PARAGRAPHS_SETTING,
    "notices": labels.NOTICES_SETTING,
    "bell": labels.BELL_SETTING,
    "plain": labels.PLAIN_SETTING,
}
"""Name of a setting -> its label and its meaning, in the order of the rows."""


INDENT = 4
"""Columns before the meaning of a setting."""


class Rows(Block):
    """The settings with their values."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(id="settings")
        self.settings = settings
        self.place = 0

    def make_rows(self, width: int) -> list[Content]:
        """Two lines for each setting: its value, and the meaning of the value; then what texts look like."""
        rows: list[Content] = []
        preview = _make_preview(width)
        room = self.size.height - len(preview)
        # Blank rows give way first, then the meanings of the others: on a low screen the samples would fall off.
        gap = [Content("")] * (room >= 3 * len(SETTING_LABELS))
        is_each_told = room >= 2 * len(SETTING_LABELS)
        for place, (name, (label, meaning)) in enumerate(SETTING_LABELS.items()):
            chosen = getattr(self.settings, name)
            row = Content.styled(f"{'›' if place == self.place else ' '} {label:12}", "bold $gold")
            for choice in CHOICES[name]:
                is_chosen = choice == chosen
                style = "bold $ink on $badge" if is_chosen else "$muted"
                # In brackets as well: without colours nothing else tells the chosen value.
                row += Content(" ") + Content.styled(f"[{choice}]" if is_chosen else f" {choice} ", style).stylize(
                    Style.from_meta({"setting": name, "choice": choice})
                )
            is_told = is_each_told or place == self.place
            lines = Content.styled(meaning, "$muted").wrap(max(8, width - INDENT)) if is_told else []
            told = [line.pad_left(INDENT) for line in lines]
            rows += [row, *told, *gap]
        return [*rows, *preview]

    async def on_click(self, event: events.Click) -> None:
        """Change the setting that was clicked."""
        meta = event.style.meta
        if "setting" in meta:
            event.stop()
            steps = CHOICES[meta["setting"]]
            by = steps.index(meta["choice"]) - steps.index(getattr(self.settings, meta["setting"]))
            await self.screen.run_action(f"change({by}, {meta['setting']!r})")


def _make_preview(width: int) -> list[Content]:
    """What texts look like with these settings."""
    words = labels.PREVIEW_WORDS
    rows = (
        Content.assemble(
            (f"  {words.text}  ", "$foreground"), (f"{words.link}  ", "$link"), (f"✦ {words.fact}", "$fact")
        ),
        Content.assemble(
            (f"  ≠ {words.differ}  ", "$gold"),
            (f"✓ {words.right}  ", "bold $success"),
            (f"✗ {words.wrong}", "bold $error"),
        ),
    )
    return [Content.styled(labels.PREVIEW_HEADING, "bold $khaki"), *(row.truncate(width) for row in rows)]


class SettingsScreen(Sized):
    """A row for each setting."""

    CSS_PATH = "../tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f9", "dismiss", "Back", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("left", "change(-1)", show=False),
        Binding("right,enter,space", "change(1)", show=False),
    ]

    def __init__(self, settings: Settings, apply: Callable[[Settings], None]) -> None:
        super().__init__()
        self._rows = Rows(settings)
        self._apply = apply

    def compose(self) -> ComposeResult:
        """The line, the rows, the keys."""
        yield Ruler("SET", "Settings", id="ruler")
        yield self._rows
        yield KeyBar(KEYS, id="keys")

    def action_choose(self, by: int) -> None:
        """Go to another row."""
        self._rows.place = (self._rows.place + by) % len(SETTING_LABELS)
        self._rows.repaint()

    def action_change(self, by: int, name: str = "") -> None:
        """Change the chosen setting, or the given one."""
        name = name or list(SETTING_LABELS)[self._rows.place]
        self._rows.settings = self._rows.settings.next(name, by)
        self._rows.repaint()
        # At once, without OK, because a player must see a theme to judge it.
        self._apply(self._rows.settings)
