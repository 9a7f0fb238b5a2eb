"""Textual's command palette, but a key that comes before its list is painted does nothing instead of ending the app."""

from contextlib import suppress
from typing import Any

from textual.command import CommandPalette
from textual.worker import Worker


class SturdyPalette(CommandPalette):
    """The palette for keys that are faster than the screen."""

    def _action_command_list(self, action: str) -> None:
        # PAGE DOWN asks for the line of the first entry, of which there is none before the list has been painted.
        with suppress(KeyError):
            super()._action_command_list(action)

    def run_worker(self, *arguments: Any, **named: Any) -> Worker[Any]:
        """Run a search that may fail alone: a late one looks for the list of a palette that is closed."""
        return super().run_worker(*arguments, **named | {"exit_on_error": False})
