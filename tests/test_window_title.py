"""The title of the window: what it costs before the first frame."""

import subprocess
import sys

PROGRAM = """
import os, sys
os.environ["TERM"] = "xterm"
from game.tui.window_title import TitleShown

class Shown(TitleShown):
    written = ""

    def write(self, data):
        self.written += data

shown = Shown()
shown.show_title("")
shown.show_title("Sal\\x1bon")
print(repr(shown.written), *(name for name in sys.modules if name.startswith("game.")), sep="\\n")
"""


def test_a_title_is_shown_without_the_words_of_the_game() -> None:
    """The driver begins with a title, before anything is painted: what it imports, each start waits for."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    written, *imported = done.stdout.splitlines()
    assert written == repr("\x1b]2;Salon\x07")
    assert "game.tui.window_title" in imported
    assert all(name.startswith(("game.core", "game.tui")) for name in imported), imported
