"""What kind of terminal there is, if there is one."""

import os
import sys


def has_screen() -> bool:
    """Whether a screen can be drawn: input and output are a terminal, and TERM is not "dumb"."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb",)


def is_poor() -> bool:
    """Whether the locale has only ASCII. Line mode writes UTF-8 nevertheless."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    return wanted in ("C", "POSIX")
