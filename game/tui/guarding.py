"""An app that restores the terminal: after an error, after a signal, and while it is suspended.

Textual restores the terminal when an app closes. But it prints an error with the local variables of each frame and
returns as if nothing had happened; and a signal ends the process before the terminal is restored.
"""

import asyncio
import signal
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver

ENDING_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""Signals that ask a program to end. While the screen is up, Ctrl+C is a key, so SIGINT comes from another program."""


class GuardedApp(App[None]):
    """An app that closes properly after errors and signals."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, priority=True),
    ]

    error: Exception | None = None
    """The error that ended the app, if there was one; ``run_app`` raises it once the terminal is restored."""

    def get_driver_class(self) -> type[Driver]:
        """The driver for this terminal, which accepts every byte."""
        from game.tui.driver import make_tolerant
        from game.tui.window_title import make_titled

        return make_titled(make_tolerant(super().get_driver_class()))

    def on_mount(self) -> None:
        """Close properly after a signal."""
        for name in ENDING_SIGNALS:
            if (number := getattr(signal, name, None)) is not None:
                try:
                    asyncio.get_running_loop().add_signal_handler(number, self._end, number)
                except (NotImplementedError, RuntimeError, ValueError):
                    return  # a system or a thread without signal handlers: every turn is on the disk anyway

    def _end(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def fail(self, error: Exception) -> None:
        """End the app because of an error."""
        self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        if self.error is None:
            self.error = error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close without the page of local variables that Textual prints here."""
        self._close_messages_no_wait()


def run_app(app: GuardedApp) -> int:
    """Run an app on the terminal and return the exit status.

    Raises the error that ended the app, if any, afterwards.
    """
    app.run()
    if app.error is not None:
        raise app.error
    return app.return_code or 0
