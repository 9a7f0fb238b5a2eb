"""Programs started in a pseudo-terminal, and how long they take to show something."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

SIZE = (36, 120)
PATIENCE = 30.0
"""Seconds after which a program that shows nothing is given up."""

BIN = Path(sys.executable).parent
BARE = [sys.executable, "-m", "benchmarks.bare"]
GAME = [str(BIN / "carriages")]


class Program:
    """A running program and what it has written so far."""

    def __init__(self, command: Sequence[str], home: Path, term: str = "xterm-256color") -> None:
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = dict(os.environ, TERM=term, COLORTERM="truecolor", CARRIAGES_HOME=str(home))
            # An installed game has its bytecode: what compiling it at each start would take is not what is measured.
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execvpe(command[0], list(command), environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        self.written = b""

    def until(self, needle: str) -> float:
        """Seconds since the start when a text has been written.

        Raises:
            TimeoutError: It was not written in time.
        """
        wanted = needle.encode()
        while wanted not in self.written:
            ready, _, _ = select.select([self.fd], [], [], PATIENCE)
            if not ready:
                raise TimeoutError(f"{needle!r} was never shown; the end was {self.written[-300:]!r}")
            try:
                self.written += os.read(self.fd, 65536)
            except OSError as gone:
                raise TimeoutError(f"ended without {needle!r}; the end was {self.written[-300:]!r}") from gone
        return time.perf_counter() - self.began

    def resident(self) -> float:
        """Resident memory in MB."""
        for row in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if row.startswith("VmRSS:"):
                return int(row.split()[1]) / 1024
        return 0.0

    def stop(self) -> None:
        """End it, whatever it is doing."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
