"""What kind of terminal there is, if there is one."""

import os
import sys


def has_screen() -> bool:
    """Whether a screen can be drawn: both ends are a terminal, and not a dumb one."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb",)


def is_poor() -> bool:
    """Whether the locale knows no more than ASCII; line mode speaks UTF-8 all the same."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    return wanted in ("C", "POSIX")
