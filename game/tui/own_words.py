"""Lines that are about the screen and not about the tour: the screen performs them, and they take no turn."""

from dataclasses import replace
from typing import TYPE_CHECKING

from game.app.typed_settings import find_setting
from game.prose.action_words import KEYS_HEADING, KEYS_TITLE, NOTHING_TO_COPY, describe_copied
from game.prose.lines import Line
from game.prose.setting_notices import describe_setting
from game.tui.actions import find_action, list_key_lines
from game.tui.screens.sheet import Sheet

if TYPE_CHECKING:
    from game.tui.tour_app import TourApp


def perform_own(app: "TourApp", line: str) -> bool:
    """Perform a line of the screen; False where the session is to read it."""
    # Where a question waits, any word may be its answer.
    if app.game.state.asking:
        return False
    if setting := find_setting(line):
        name, value = setting
        app.change_settings(replace(app.settings, **{name: value}))
        app.play.add_lines((Line(describe_setting(name, value), "note"),), echo=line)
        return True
    action = find_action(line)
    if action is None:
        return False
    app.call_later(app.run_action, action.run)
    return True


def make_key_sheet(*, has_map: bool) -> Sheet:
    """All keys with their words."""
    return Sheet("KEYS", KEYS_TITLE, (Line(KEYS_HEADING, "heading"), *list_key_lines(has_map=has_map)), {})


def copy_last(app: "TourApp") -> None:
    """Copy the last text of the log with its source to the clipboard."""
    text = app.play.read_last()
    if text:
        text = "\n".join((text, *(line.text for line in app.game.boards.read_source())))
        app.copy_to_clipboard(text)
    app.tell(describe_copied(len(text)) if text else NOTHING_TO_COPY)
