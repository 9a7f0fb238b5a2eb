"""The standard streams for commands: UTF-8 in any locale, no control sequences, and errors of their own for failures.

Everything that a command prints passes ``SafeWriter``. File names, pupils' answers and texts of packs can hold escape
sequences. Many places print them, and one of these places could forget to make them safe. So the last place does it.
"""

import io
import os
import re
import sys
from typing import TextIO

_ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that a terminal acts on, except line breaks, tabs and the carriage return of a progress bar."""


class OutputLostError(Exception):
    """The output could not be written: the disk is full, or the terminal was closed."""


class SafeWriter(io.TextIOWrapper):
    """A stream that writes control characters as their code, and raises its own error if writing fails."""

    def write(self, text: str) -> int:
        """Write text with all control characters made visible."""
        return self.write_trusted(_ACTING.sub(_show_code, text))

    def write_trusted(self, text: str) -> int:
        """Write text that may hold control sequences: the colours of our own pictures.

        Raises:
            BrokenPipeError: The reader has closed the stream. OutputLostError: It could not be written.
        """
        try:
            return super().write(text)
        except BrokenPipeError:
            raise
        except OSError as bad:
            raise OutputLostError(bad.strerror or str(bad)) from bad

    def flush(self) -> None:
        """Write everything that is still buffered; raises the same errors as ``write_trusted``."""
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
    # A stream that the calling program has closed is None, and every print to it would fail.
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
    # A second stream on the same file, because the screen writes its own escape sequences to the first one.
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
    """Stop all output of a failed stream, also when Python closes it at the end of the process."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return
