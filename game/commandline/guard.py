"""The outermost error handler: any error in a command or on a screen ends in one sentence and an exit status.

An exception that arrives here is a bug of ours. The message tells the player whether the tour is safe and where the
trace is; a page of code on the terminal would not help. The trace holds no values of variables, because they could be a
pupil's answers.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from game import __version__
from game.commandline.exit_status import CRASHED, INTERRUPTED, OK, USAGE
from game.commandline.streams import OutputLostError, silence
from game.commandline.usage_error import UsageError
from game.core.clock import local_stamp, now
from game.core.disk import write_atomically
from game.core.paths import data_folder

MAX_CRASH_FILES = 5
"""How many traces are kept."""


def run_guarded(run: Callable[[], int]) -> int:
    """Run a command and return the exit status. No exception passes, except the end of the process itself."""
    try:
        status = _run_to_end(run)
        # Flushed here: at the end of the process, a failure could no longer be reported in words.
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _say("", INTERRUPTED)
    except UsageError as bad:
        return _say(str(bad), USAGE)
    except BrokenPipeError:
        # The reader of our output has closed it, so no message can arrive. Python would complain while closing the
        # stream.
        silence(sys.stdout)
        return OK
    except OutputLostError as bad:
        from game.prose.crash_lines import describe_lost_output

        silence(sys.stdout)
        return _say(describe_lost_output(str(bad)), USAGE)
    except Exception as bad:
        return _report(bad)
    return status


def _run_to_end(run: Callable[[], int]) -> int:
    """The status of a command, also if argparse ends it: after --help, or because of an invalid option."""
    try:
        return run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else OK if end.code is None else USAGE


def _report(bad: Exception) -> int:
    """Write the trace to a file and print its path."""
    from game.prose.crash_lines import describe_crash

    where = write_trace(bad)
    with suppress(Exception):
        sys.stdout.flush()
    return _say(describe_crash(type(bad).__name__, str(where) if where else ""), CRASHED)


def _say(text: str, status: int) -> int:
    """Print a last sentence to standard error. If even this fails, only the exit status remains."""
    with suppress(Exception):
        print(text, file=sys.stderr, flush=True)
    return status


def write_trace(bad: BaseException) -> Path | None:
    """Write the trace of an error to a file in the player's folder, else in the system's temporary folder.

    Returns:
        The file; None if it could not be written.
    """
    import traceback  # needed only after an error

    text = "".join(traceback.format_exception(bad))
    head = f"21 Carriages {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n"
    name = f"crash-{local_stamp(now())}.txt"
    for find_folder in (_crash_folder, _temporary_folder):
        with suppress(OSError, ValueError, RuntimeError):
            path = find_folder() / name
            write_atomically(path, (head + text).encode("utf-8", "replace"), is_private=True)
            for old in sorted(path.parent.glob("crash-*.txt"))[:-MAX_CRASH_FILES]:
                old.unlink(missing_ok=True)
            return path
    return None


def _crash_folder() -> Path:
    return data_folder() / "crashes"


def _temporary_folder() -> Path:
    import tempfile

    return Path(tempfile.gettempdir()) / f"21-carriages-{os.getuid() if hasattr(os, 'getuid') else 'crashes'}"
