"""The clock that runs since the machine was started, sleep included, and the name of that start.

Nobody can set this clock, and it goes on while a program is closed. So the time between two runs of a program can be
measured by it as long as the machine was not started again.
"""

import sys
import time
from pathlib import Path

from game.core.digests import blake2b

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def read_boot_clock() -> float | None:
    """Seconds since the machine was started; None where the system has no such clock."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        # There the clock of Python's own monotonic() stops in sleep; this one does not.
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    # On Windows it counts sleep. Elsewhere nothing is known of it.
    return time.monotonic() if sys.platform == "win32" else None


def read_boot_id(salt: str) -> str:
    """A name of this start of the machine; empty where the system has none.

    Args:
        salt: Makes the name another one for each use, so that two files cannot be linked to one machine.
    """
    try:
        found = _BOOT_ID.read_text(encoding="ascii").strip()
    except (OSError, UnicodeError):
        return ""
    return blake2b(f"{salt}:{found}".encode(), digest_size=8).hexdigest()
