"""The standard streams as commands use them: UTF-8 in any locale, nothing that acts on a terminal, failures told apart.

Whatever a command prints passes ``SafeWriter``. A name of a file, a pupil's answer and a line of a pack can all hold an
escape sequence, and it is enough to forget one of the many places that print them. So the last place does it.
"""

import io
import os
import re
import sys
from typing import TextIO

_ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that a terminal acts on, but for line breaks, the tabulator and the return of a progress bar."""


class OutputLostError(Exception):
    """What was printed could not be written: the disk is full, or the terminal has gone."""


class SafeWriter(io.TextIOWrapper):
    """A stream that writes characters that act as their code, and whose failure is an error of its own."""

    def write(self, text: str) -> int:
        """Write text to be read."""
        return self.write_trusted(_ACTING.sub(_show_code, text))

    def write_trusted(self, text: str) -> int:
        """Write text that may act: the colours of our own pictures.

        Raises:
            BrokenPipeError: Whoever read it has gone.
            OutputLostError: It could not be written.
        """
        try:
            return super().write(text)
        except BrokenPipeError:
            raise
        except OSError as bad:
            raise OutputLostError(bad.strerror or str(bad)) from bad

    def flush(self) -> None:
        """Have everything written; raises as ``write_trusted``."""
        try:
            super().flush()
        except BrokenPipeError:
            raise
        except OSError as bad:
            raise OutputLostError(bad.strerror or str(bad)) from bad


def _show_code(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def prepare_streams() -> None:
    """Make the standard streams safe to use. Streams of a test or of another program are left as they are."""
    # A stream that was closed by whoever started us is None, and every print to it would be an error.
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - it lives as long as the process
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - the same
        elif type(stream) is io.TextIOWrapper:
            setattr(sys, name, _make_safe(stream))
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _make_safe(stream: io.TextIOWrapper) -> SafeWriter:
    stream.flush()
    # A second stream on the same file, for the screen writes to the first one: its escapes are meant.
    raw = open(stream.fileno(), "wb", closefd=False)  # noqa: SIM115 - the file stays open with the process
    # "replace": a lone surrogate in the name of a file is shown as a mark and is no error.
    return SafeWriter(raw, encoding="utf-8", errors="replace", line_buffering=stream.line_buffering)


def write_trusted(text: str) -> None:
    """Write text with colour codes of our own to standard output."""
    writer = sys.stdout
    if isinstance(writer, SafeWriter):
        writer.write_trusted(text)
    else:
        writer.write(text)


def silence(stream: TextIO) -> None:
    """Let nothing more come of a stream that has failed, also not when Python closes it at the end of the process."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return
