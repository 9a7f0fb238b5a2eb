"""A scratch folder in which a case lives, and the commands that are run there.

Commands run in this process, which is twenty times as fast as a new one. An audit hook sees every file that Python
opens to write, makes, renames or deletes; what lies outside the scratch folder is refused and counted as a failure.
"""

import io
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from fuzz.outcome import CaseFailedError, StuckError
from game.commandline.main import main

DOCUMENTED = (0, 1, 2)
"""Statuses that a command may end with here; 70 is a crash, and nobody interrupts."""

MAX_CASE_SECONDS = 60.0

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.mkdir": 1, "os.rename": 2, "os.remove": 1, "os.rmdir": 1, "os.link": 2, "os.symlink": 2, "os.truncate": 1,
    "os.chmod": 1, "os.chown": 1, "os.utime": 1, "sqlite3.connect": 1,
}  # fmt: skip
"""Event of the audit hook -> how many of its first arguments are paths that are changed."""
_PROCESSES = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.spawn")


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All it printed."""
        return self.out + self.err


class Fence:
    """Refuses and remembers what would leave the scratch folder. An audit hook can never be taken away again."""

    def __init__(self) -> None:
        self.root = ""
        """Nothing is refused while it is empty."""
        self.found: list[str] = []
        sys.addaudithook(self._see)

    def _see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.root:
            return
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                self._check(event, path)
        elif event in _CHANGES:
            for path in arguments[: _CHANGES[event]]:
                self._check(event, path)
        elif event in _PROCESSES or (event == "socket.connect" and not _is_loopback(arguments[1])):
            self._refuse(f"{event} {arguments}")

    def _check(self, event: str, path: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return  # an open file's number
        name = os.fsdecode(path)
        if name in ("/dev/null", ":memory:", ""):
            return
        name = name.removeprefix("file:").partition("?")[0] if event == "sqlite3.connect" else name
        real = os.path.realpath(name)
        if real != self.root and not real.startswith(self.root + os.sep):
            self._refuse(f"{event} {real}")

    def _refuse(self, what: str) -> None:
        self.found.append(what)
        raise PermissionError(f"outside the scratch folder: {what}")


def _is_loopback(address: object) -> bool:
    # An address that is no pair is a socket of this machine's own.
    return not isinstance(address, tuple) or address[0] in ("127.0.0.1", "::1", "localhost")


class Sandbox:
    """The scratch folder of one worker."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.fence = Fence()
        self.case = self.root / "case"
        """The folder of the case that runs."""

    @property
    def home(self) -> Path:
        """The player's folder."""
        return self.case / "home"

    @property
    def work(self) -> Path:
        """Where commands are run; so deep that ``..`` stays inside."""
        return self.case / "a" / "b" / "work"

    def enter(self) -> None:
        """Set up the process: folders, environment, nothing that leads outside."""
        for name in [name for name in os.environ if name.startswith(("XDG_", "CARRIAGES_", "LC_"))]:
            del os.environ[name]
        (self.root / "tmp").mkdir(parents=True, exist_ok=True)
        os.environ |= {
            "HOME": str(self.root / "user"), "TMPDIR": str(self.root / "tmp"), "CARRIAGES_HOME": str(self.home),
            "LANG": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor", "no_proxy": "*",
        }  # fmt: skip
        tempfile.tempdir = str(self.root / "tmp")
        sys.dont_write_bytecode = True
        signal.signal(signal.SIGALRM, _raise_stuck)
        self.fence.root = str(self.root)

    @contextmanager
    def fresh(self, template: Path | None) -> Iterator[None]:
        """A case's folder, copied from a template; everything of the case before is gone."""
        os.chdir(self.root)
        shutil.rmtree(self.case, ignore_errors=True)
        self.case.mkdir()
        if template is not None:
            shutil.copytree(template, self.case, dirs_exist_ok=True, symlinks=True)
        self.work.mkdir(parents=True, exist_ok=True)
        os.chdir(self.work)
        self.fence.found.clear()
        signal.setitimer(signal.ITIMER_REAL, MAX_CASE_SECONDS)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            os.chdir(self.root)
        if self.fence.found:
            raise CaseFailedError("it reached outside the scratch folder", "\n".join(self.fence.found))

    def run(self, arguments: Sequence[str], typed: str = "") -> Ran:
        """Run a command as if it had been typed, and hold it to what is documented."""
        before = sys.stdin, sys.stdout, sys.stderr
        out, err = io.StringIO(), io.StringIO()
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(typed), out, err
        try:
            status = main(arguments)
        except Exception as bad:
            raise CaseFailedError(f"{bad!r} came through the guard of {shown(arguments)}", _trace(bad)) from bad
        finally:
            sys.stdin, sys.stdout, sys.stderr = before
        ran = Ran(status, out.getvalue(), err.getvalue())
        if status not in DOCUMENTED or "Traceback" in ran.err:
            raise CaseFailedError(f"status {status} of {shown(arguments)}", ran.err[-400:] + self.read_crash())
        return ran

    def read_crash(self) -> str:
        """The latest trace that the guard has kept."""
        crashes = sorted((self.home / "crashes").glob("crash-*.txt"))
        return "\n" + crashes[-1].read_text(encoding="utf-8")[-2_500:] if crashes else ""


def shown(arguments: Sequence[str]) -> str:
    """Arguments in a line of bearable length."""
    return " ".join(repr(each)[:60] for each in arguments)[:400]


def _trace(bad: BaseException) -> str:
    import traceback

    return "".join(traceback.format_exception(bad))[-2_500:]


def _raise_stuck(number: int, frame: object) -> None:
    import traceback

    raise StuckError("".join(traceback.format_stack(frame)[-12:]))  # type: ignore[arg-type] # a frame it is
