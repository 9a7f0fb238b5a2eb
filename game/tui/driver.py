"""Reads the terminal's bytes as Textual's driver does, but accepts bytes that are not UTF-8.

Textual decodes strictly, so one such byte ends the program: a paste from an old document, a terminal set to Latin-1, a
key of a foreign layout. Here it becomes the replacement character, which a line then shows.
"""

from codecs import IncrementalDecoder, getincrementaldecoder
from functools import partial

from textual.driver import Driver

from game.tui.guarding import GuardedApp


def make_tolerant(kind: type[Driver]) -> type[Driver]:
    """A driver like that one which takes every byte, and whose errors reach the app. Windows' reads no bytes."""
    if not hasattr(kind, "run_input_thread"):
        return kind

    class TolerantDriver(kind):  # type: ignore[valid-type, misc] # the class that Textual chose for this terminal
        """The driver of this terminal."""

        def run_input_thread(self) -> None:
            """Read until the app ends."""
            from textual.drivers import linux_driver, linux_inline_driver

            # The driver asks its module for a decoder by this name; there is no other place to give it one.
            for module in (linux_driver, linux_inline_driver):
                module.getincrementaldecoder = _tolerant_decoder  # type: ignore[attr-defined]
            super().run_input_thread()

        def _run_input_thread(self) -> None:
            """Hand an error to the app, which ends in good order; Textual would print it with all local variables."""
            try:
                self.run_input_thread()
            except Exception as bad:
                app = self._app
                if isinstance(app, GuardedApp):
                    app.call_later(app.fail, bad)

    return TolerantDriver


def _tolerant_decoder(encoding: str) -> "partial[IncrementalDecoder]":
    return partial(getincrementaldecoder(encoding), errors="replace")
