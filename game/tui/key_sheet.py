"""The sheet that lists the keys of a screen: those that its footer shows."""

from textual.screen import Screen

from game.prose.action_words import KEYS_TITLE, SCREEN_KEYS_HEADING, describe_screen_key
from game.prose.lines import Line
from game.tui.screens.sheet import Sheet
from game.tui.widgets.keybar import KeyBar


def make_key_sheet(screen: Screen[None]) -> Sheet:
    """The keys of a screen, one a line."""
    keys = (key for bar in screen.query(KeyBar) for key in bar.keys)
    lines = [Line(describe_screen_key(key.label, key.text), "option", is_tight=True) for key in keys]
    return Sheet("KEYS", KEYS_TITLE, (Line(SCREEN_KEYS_HEADING, "heading"), *lines), {})
