"""The outermost guard: whatever goes wrong in a command or on a screen ends in one sentence and a status.

An exception that comes here is a bug of ours. The player is told where the tour stands and where the trace lies; a page
of code on the terminal helps nobody. The trace holds no values of variables: they could be a pupil's answers.
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
    """Run a command, and return the exit status; nothing but the end of the process itself passes."""
    try:
        status = _run_to_end(run)
        # Here and not at the end of the process, where a failure could no longer be told in words.
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _say("", INTERRUPTED)
    except UsageError as bad:
        return _say(str(bad), USAGE)
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody to tell. Python would complain while closing it.
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
    """The status of a command, also where argparse ends it: after --help, or where an option makes no sense."""
    try:
        return run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else OK if end.code is None else USAGE


def _report(bad: Exception) -> int:
    """Keep the trace in a file and say where."""
    from game.prose.crash_lines import describe_crash

    where = write_trace(bad)
    with suppress(Exception):
        sys.stdout.flush()
    return _say(describe_crash(type(bad).__name__, str(where) if where else ""), CRASHED)


def _say(text: str, status: int) -> int:
    """Print a last sentence to standard error; where even that fails, the status must do."""
    with suppress(Exception):
        print(text, file=sys.stderr, flush=True)
    return status


def write_trace(bad: BaseException) -> Path | None:
    """Write what led to an error to a file in the player's folder, else in the system's folder for such things.

    Returns:
        The file; None where none could be written.
    """
    import traceback  # only after an error

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
