"""Textual's command palette, but a key that comes before its list is painted does nothing instead of ending the app."""

from contextlib import suppress

from textual.command import CommandPalette


class SturdyPalette(CommandPalette):
    """The palette for keys that are faster than the screen."""

    def _action_command_list(self, action: str) -> None:
        # PAGE DOWN asks for the line of the first entry, of which there is none before the list has been painted.
        with suppress(KeyError):
            super()._action_command_list(action)
