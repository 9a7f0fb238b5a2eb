"""What commands write: files, problems, lines of text, and a progress bar."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from game.commandline.exit_status import OK, USAGE
from game.commandline.usage_error import fail
from game.core.disk import is_folder, is_there, write_atomically
from game.prose import command_messages as messages
from game.prose.lines import Line

PROGRESS_BAR_COLUMNS = 30


def require_ending(out: Path, endings: Sequence[str], command: str) -> str:
    """The ending of a file to write, in small letters.

    Raises:
        UsageError: It is none of the endings that the command writes.
    """
    ending = out.suffix.casefold()
    if ending not in endings:
        fail(command, messages.describe_wrong_ending(endings, out.name))
    return ending


def write_output(out: Path, data: bytes, command: str, *, is_forced: bool) -> None:
    """Write a complete file or nothing. Replace an existing file only on request.

    Raises:
        UsageError: It cannot be written.
    """
    if is_folder(out) or not out.name:
        fail(command, messages.describe_folder_named(out))
    if is_there(out) and not is_forced:
        fail(command, messages.describe_existing_file(out))
    try:
        write_atomically(out, data)
    except OSError as bad:
        fail(command, messages.describe_unwritable(out, bad.strerror or bad))


def print_problems(problems: Sequence[object], sink: TextIO) -> int:
    """Print problems, one on each line, and return the exit status of the worst one."""
    for problem in problems:
        print(problem, file=sink)
    fatal = sum(1 for problem in problems if getattr(problem, "is_fatal", True))
    if fatal:
        print(messages.render_fatal_problems(fatal), file=sink)
    return USAGE if fatal else OK


def print_lines(lines: Iterable[Line], options: Namespace, sink: TextIO | None = None) -> None:
    """Print lines as wide as the terminal, in ASCII on request."""
    from game.plain.line_mode import width_of
    from game.prose.text import render_text
    from game.prose.transliterate import transliterate

    sink = sink or sys.stdout
    text = render_text(lines, width_of(sink))
    print(transliterate(text) if options.ascii else text, end="", file=sink)


def show_progress(done: int, total: int) -> None:
    """Paint a progress bar if standard error is a terminal."""
    if sys.stderr.isatty():
        bar = "#" * (PROGRESS_BAR_COLUMNS * done // max(1, total))
        end = "\n" if done == total else ""
        print(f"\r[{bar:<{PROGRESS_BAR_COLUMNS}}] {done} of {total}", end=end, file=sys.stderr, flush=True)
