"""What kind of terminal there is, if there is one."""

import os
import sys


def has_screen() -> bool:
    """Whether a screen can be drawn and is wanted: a terminal that is not "dumb", and no CARRIAGES_PLAIN."""
    # Who hears the screen read aloud sets the variable once and need not type --plain each time.
    if os.environ.get("CARRIAGES_PLAIN"):
        return False
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb",)


def is_poor() -> bool:
    """Whether the locale has only ASCII. Line mode writes UTF-8 nevertheless."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    return wanted in ("C", "POSIX")
