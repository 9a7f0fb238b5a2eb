"""The editor that an author has named in VISUAL or EDITOR, opened at a line of a file."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path

from game.prose.deciding_lines import describe_no_editor

_AT_LINE = frozenset("vi vim nvim nano pico emacs emacsclient micro joe mg ne kak".split())
"""Editors that take the number of a line, as +12, before the file."""


def find_editor() -> tuple[str, ...]:
    """The command of the editor; empty when none is named."""
    try:
        return tuple(shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""))
    except ValueError:  # a quote that is not closed
        return ()


def open_editor(command: Sequence[str], path: Path, line: int) -> str:
    """Open a file, and wait until the editor gives the terminal back. What is to be told; empty when all went well."""
    at_line = (f"+{line}",) if Path(command[0]).stem in _AT_LINE else ()
    try:
        subprocess.run([*command, *at_line, str(path)], check=False)
    except OSError as bad:
        return describe_no_editor(command[0], bad.strerror or bad)
    return ""
