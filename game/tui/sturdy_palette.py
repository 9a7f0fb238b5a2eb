"""Textual's command palette, except that a key before its list is painted does nothing instead of ending the app."""

from contextlib import suppress
from typing import Any

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.worker import Worker


class SturdyPalette(CommandPalette):
    """The palette for keys that are faster than the screen."""

    def _action_command_list(self, action: str) -> None:
        # PAGE DOWN uses the line of the first entry, which does not exist before the list is painted.
        with suppress(KeyError):
            super()._action_command_list(action)

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close the palette only once: a second quick ENTER would close the screen below it."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def run_worker(self, *arguments: Any, **named: Any) -> Worker[Any]:
        """Run a search whose failure does not end the app: a late one needs the list of a palette that is closed."""
        return super().run_worker(*arguments, **named | {"exit_on_error": False})
