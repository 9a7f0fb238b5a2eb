"""``carriages class`` as a program, for tests that kill it."""

import re
import signal
import subprocess
import sys
from pathlib import Path

from game.web.serving.own_address import OwnAddress
from tests.conftest import environ_without_coverage

READY = re.compile(r"http://127\.0\.0\.1:(\d+)/ and type the code ([A-Z2-9]{6})\n.*board\?key=(\S+)")


class ClassProcess:
    """``carriages class`` as a program that can be killed and started again at the same port."""

    def __init__(self, home: Path, exam: Path, folder: Path) -> None:
        self._command = [sys.executable, "-m", "game", "class", str(exam), "--class", str(folder), "--port"]
        self._environ = environ_without_coverage() | {"CARRIAGES_HOME": str(home)}
        self._program: subprocess.Popen[str] | None = None
        self.port, self.code, self.board = 0, "", ""

    @property
    def address(self) -> OwnAddress:
        return OwnAddress(self.port)

    @property
    def pid(self) -> int:
        assert self._program is not None
        return self._program.pid

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [*self._command, str(self.port)]
        self._program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=self._environ)
        assert self._program.stdout is not None
        said = ""
        while not (found := READY.search(said)):
            line = self._program.stdout.readline()
            assert line, said
            said += line
        self.port, self.code, self.board = int(found[1]), found[2], found[3]

    def end(self, how: signal.Signals) -> None:
        """End it; with SIGKILL it cannot keep anything more."""
        if self._program is not None:
            self._program.send_signal(how)
            self._program.communicate(timeout=30)
            self._program = None
