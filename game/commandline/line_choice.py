"""Whether a command writes lines or draws a screen."""

from typing import TYPE_CHECKING

from game.core.paths import data_folder
from game.core.terminal import has_screen

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace


def wants_lines(options: "Namespace | SimpleNamespace") -> bool:
    """Whether lines are wanted: by an option, by the terminal, by a variable, or by the setting that was kept."""
    if options.plain or not has_screen():
        return True
    from game.store.settings import load_settings  # a script has no screen, and need not read it

    return load_settings(data_folder()).settings.plain == "on"
