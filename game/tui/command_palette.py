"""The commands of the palette: those of the keys of the play screen, and those without a key."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.app import SystemCommand

from game.prose import screen_labels as labels
from game.prose.screen_labels import TitledLabel
from game.tui.screens.play_screen import KEYS, MAP_KEY


class PaletteEntry(NamedTuple):
    """One entry and the action it runs."""

    label: TitledLabel
    action: str


ENTRIES = (
    PaletteEntry(labels.PRACTICE_COMMAND, "app.say('practice')"),
    PaletteEntry(labels.TICKET_COMMAND, "app.open('end')"),
    PaletteEntry(labels.DISPATCH_COMMAND, "app.say('dispatch')"),
    PaletteEntry(labels.TIMELINE_COMMAND, "app.open('timeline')"),
    PaletteEntry(labels.DIFFERENCES_COMMAND, "app.open('differences')"),
    PaletteEntry(labels.TITLE_COMMAND, "app.open('title')"),
    *(
        PaletteEntry(TitledLabel(sheet.text, labels.describe_sheet(command)), f"app.open({command!r})")
        for command, sheet in (
            ("help", labels.HELP_SHEET),
            ("notebook", labels.NOTEBOOK_SHEET),
            ("places", labels.PLACES_SHEET),
            ("progress", labels.PROGRESS_SHEET),
        )
    ),
    *(PaletteEntry(TitledLabel(key.text, labels.describe_key(key.label)), key.action) for key in KEYS),
)


def list_commands(run: Callable[[str], Any], *, takes_lines: bool, has_map: bool) -> Iterator[SystemCommand]:
    """The entries of the palette.

    Args:
        run: Runs an action, as a key does.
        takes_lines: Whether the play screen lies on top. Under a desk or a quiz session no line is offered: its reply
        would not be visible, or it would be read as an answer.
        has_map: Whether the pack has a map to draw journeys on.
    """
    # Commands that only open a screen are offered everywhere, because they take no turn.
    for entry in ENTRIES:
        if entry.action == MAP_KEY.action and not has_map:
            continue
        if takes_lines or not entry.action.startswith("app.say"):
            yield SystemCommand(entry.label.name, entry.label.text, partial(run, entry.action))
