"""Line mode: for pipes, screen readers, tests and dumb terminals. Reads lines, writes lines, draws nothing.

The prompt is exactly a line break and ``>``; no line of output starts with ``>``, none holds an escape byte.
"""

import os
import textwrap
from collections.abc import Iterable
from typing import TextIO

from game.play import Game
from game.prose.lines import Line, Role, plain

PROMPT = "\n>"
WIDEST = 84
"""Columns of text on a terminal that is wider; the measure of a comfortable line."""

MARKS: dict[Role, str] = {"fact": "* ", "claim": "* ", "option": "  "}
"""What a line of some role begins with, where the screen would show it by colour."""


def run(game: Game, source: TextIO, sink: TextIO, *, fresh: bool = False, width: int | None = None) -> int:
    """Play until the player quits or the input ends.

    Args:
        game: A game not yet opened.
        source: Where lines come from.
        sink: Where lines go.
        fresh: True to begin a new tour.
        width: Columns to wrap at; None leaves each paragraph on one line.

    Returns:
        The exit status: 0.
    """
    _write(sink, game.open(fresh=fresh), width)
    while not game.is_over:
        sink.write(PROMPT)
        sink.flush()
        line = source.readline()
        if not line:
            sink.write("\n")
            break
        _write(sink, game.perform(line), width)
    sink.flush()
    return 0


def width_of(sink: TextIO) -> int | None:
    """The columns to wrap at: the terminal's, up to the measure; None when it is no terminal."""
    if not sink.isatty():
        return None
    try:
        return max(20, min(WIDEST, os.get_terminal_size(sink.fileno()).columns - 1))
    except OSError:
        return None


def paragraphs(lines: Iterable[Line], width: int | None) -> str:
    """Lines as text: a blank line between paragraphs, none before a tight one."""
    parts: list[str] = []
    for line in lines:
        gap = "" if line.is_tight or not parts else "\n"
        parts.append(f"{gap}{_wrapped(line, width)}\n")
    return "".join(parts)


def _wrapped(line: Line, width: int | None) -> str:
    mark = MARKS.get(line.role, "")
    text = mark + plain(line.text)
    if text.startswith(">"):
        text = " " + text
    if width is None:
        return text
    indent = " " * len(mark)
    rows = textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=False) or [text]
    return "\n".join(f" {row}" if row.startswith(">") else row for row in rows)


def _write(sink: TextIO, lines: Iterable[Line], width: int | None) -> None:
    sink.write(paragraphs(lines, width))
    sink.flush()
