"""Reads the terminal's bytes as Textual's driver does, but accepts bytes that are not UTF-8.

Textual decodes strictly, so one such byte ends the program: a paste from an old document, a terminal set to Latin-1, a
key of a foreign layout. Here it becomes the replacement character, which the line then shows.
"""

from codecs import IncrementalDecoder, getincrementaldecoder
from functools import partial

from textual.driver import Driver

from game.tui.guarding import GuardedApp


def make_tolerant(kind: type[Driver]) -> type[Driver]:
    """A driver class like the given one that accepts every byte and reports its errors to the app.

    The driver of Windows reads no bytes.
    """
    if not hasattr(kind, "run_input_thread"):
        return kind

    class TolerantDriver(kind):  # type: ignore[valid-type, misc] # the class that Textual chose for this terminal
        """The driver of this terminal."""

        def run_input_thread(self) -> None:
            """Read until the app ends."""
            from textual.drivers import linux_driver, linux_inline_driver

            # The driver looks up a decoder by this name in its module. There is no other way to replace it.
            for module in (linux_driver, linux_inline_driver):
                module.getincrementaldecoder = _tolerant_decoder  # type: ignore[attr-defined]
            super().run_input_thread()

        def _run_input_thread(self) -> None:
            """Pass an error to the app, which ends properly. Textual would print the error with all local variables."""
            try:
                self.run_input_thread()
            except Exception as bad:
                app = self._app
                if isinstance(app, GuardedApp):
                    app.call_later(app.fail, bad)

    return TolerantDriver


def _tolerant_decoder(encoding: str) -> "partial[IncrementalDecoder]":
    return partial(getincrementaldecoder(encoding), errors="replace")
