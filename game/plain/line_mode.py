"""Line mode: for pipes, screen readers, tests and dumb terminals. Reads lines, writes lines, draws nothing."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, TextIO

from game.app.game import Game, notice_loss
from game.prose.lines import Line
from game.prose.text import PROMPT, render_text

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.quiz_view import RunningQuiz  # loaded only when a quiz session begins

SECONDS_BETWEEN_BEATS = 10.0

MAX_LINE_CHARACTERS = 10_000
"""Characters of a line that are read; the game says which part of a longer line it ignored."""

PAGE_COLUMNS = 80
"""Columns of the front page where nothing is wrapped."""

MAX_TEXT_COLUMNS = 84
"""Columns of text on a terminal that is wider; the measure of a comfortable line."""


def run(  # noqa: PLR0913 - what a front end needs, as it is typed
    game: Game,
    source: TextIO,
    sink: TextIO,
    *,
    fresh: bool = False,
    width: int | None = None,
    is_ascii: bool = False,
    home: "Path | None" = None,
) -> int:
    """Play until the player quits or the input ends.

    Args:
        game: A game not yet opened.
        source: Where lines come from.
        sink: Where lines go.
        fresh: True to begin a new tour.
        width: Columns to wrap at; None leaves each paragraph on one line.
        is_ascii: True when nothing but ASCII is to be written.
        home: The folder that settings are kept in; None keeps none.

    Returns:
        The exit status: 0.
    """
    game.columns = width or PAGE_COLUMNS
    try:
        _write(sink, game.open(fresh=fresh, is_attended=source.isatty()), width, is_ascii=is_ascii)
        while not game.is_over:
            # Only here and after each line: a message during typing would appear in the middle of the typed line.
            if lost := notice_loss(game):
                _write(sink, lost, width, is_ascii=is_ascii)
            sink.write(PROMPT)
            sink.flush()
            line = read_line(source)
            # The end of the input is not QUIT: the tour is kept, and no goodbye is printed.
            if not line:
                sink.write("\n")
                break
            lines = _set(game, line, home) if home is not None else ()
            _write(sink, lines or game.perform(line), width, is_ascii=is_ascii)
        sink.flush()
    finally:
        game.close()
    return 0


def _set(game: Game, line: str, home: "Path") -> tuple[Line, ...]:
    """What a typed setting answers; empty where the line is none, or may be the answer to a question."""
    if game.state.asking or game.practice is not None:
        return ()
    from game.app.typed_settings import change_setting, find_setting, is_list_wanted, render_settings

    if is_list_wanted(line):
        return render_settings(home)
    found = find_setting(line)
    return change_setting(home, *found) if found is not None else ()


def run_quiz_session(
    session: "RunningQuiz", source: TextIO, sink: TextIO, *, width: int | None = None, is_ascii: bool = False
) -> int:
    """Run a quiz session until it is over or the input ends.

    Args:
        session: A session that is not opened yet.
        source: Where lines come from.
        sink: Where lines go.
        width: Columns to wrap at; None leaves each paragraph on one line.
        is_ascii: True when nothing but ASCII is to be written.

    Returns:
        The exit status: 0.
    """
    from game.app.quiz_view import leave_at_once  # loaded only when a quiz session begins

    _write(sink, session.open(), width, is_ascii=is_ascii)
    with _beating(session) as lock:
        while not session.is_over:
            sink.write(PROMPT)
            sink.flush()
            line = read_line(source)
            with lock:
                # Without a line the input has ended: an exam must record that the candidate left.
                reply = session.perform(line.rstrip("\r\n")) if line else leave_at_once(session)
            _write(sink, reply, width, is_ascii=is_ascii)
            if not line:
                break
    sink.flush()
    return 0


@contextmanager
def _beating(session: "RunningQuiz") -> "Iterator[Lock]":
    """Tell a session every few seconds that the program runs: reading a line blocks for as long as somebody thinks."""
    lock, is_over = Lock(), Event()

    def beat() -> None:
        while not is_over.wait(SECONDS_BETWEEN_BEATS):
            with lock:
                session.beat()

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield lock
    finally:
        is_over.set()
        thread.join()


def read_line(source: TextIO) -> str:
    """The next line; empty at the end of the input, or if it cannot be read any further.

    A line ends only at its line break. Text over the limit is read and thrown away in pieces, so that a file of
    gigabytes without a line break does not fill the memory.
    """
    try:
        line = source.readline(MAX_LINE_CHARACTERS)
        rest = line
        while len(rest) == MAX_LINE_CHARACTERS and not rest.endswith("\n"):
            rest = source.readline(MAX_LINE_CHARACTERS)
    except OSError:
        return ""
    return line


def width_of(sink: TextIO) -> int | None:
    """The columns to wrap at: those of the terminal, at most ``MAX_TEXT_COLUMNS``; None if it is not a terminal."""
    if not sink.isatty():
        return None
    try:
        # One column less than there are: some terminals wrap a line that fills the last one.
        return max(20, min(MAX_TEXT_COLUMNS, os.get_terminal_size(sink.fileno()).columns - 1))
    except OSError:
        return None


def _write(sink: TextIO, lines: Iterable[Line], width: int | None, *, is_ascii: bool) -> None:
    text = render_text(lines, width)
    if is_ascii:
        from game.prose.transliterate import transliterate  # few ask for ASCII

        text = transliterate(text)
    sink.write(text)
    sink.flush()
