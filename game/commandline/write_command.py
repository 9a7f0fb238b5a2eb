"""``carriages write``: watch a pack while its author writes, and show at each save what is wrong and how it plays."""

import queue
import sys
import threading
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exit_status import DIFFERS, OK, USAGE
from game.commandline.text_editor import find_editor, open_editor
from game.commandline.usage_error import fail
from game.commandline.writing_desk import WritingDesk
from game.core.disk import is_folder
from game.prose import writing_lines as words

COMMAND = "write"

POLL_SECONDS = 0.3
"""How often the files are looked at: no slower than an author looks up, and too seldom to cost anything."""

CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    command.add_argument("pack_folder", type=Path, metavar="DIR", help="folder of the pack that you write")
    command.add_argument("--room", default="", metavar="ID", help="show this room (default: the one saved last)")
    command.add_argument("--once", action="store_true", help="check and show once, then stop; for editors and scripts")


def run(options: Namespace) -> int:
    """Watch until Ctrl+C; with --once, show once and say by the status whether anything must be mended."""
    folder: Path = options.pack_folder
    if not is_folder(folder):
        fail(COMMAND, words.describe_no_folder(folder))
    desk = WritingDesk(folder, options.room, is_watching=not options.once)
    if options.once:
        print(*desk.look(), sep="\n")
        return USAGE if desk.is_broken else DIFFERS if desk.has_errors else OK
    try:
        _watch(desk)
    except KeyboardInterrupt:
        print(f"\n{words.GOODBYE}")
    return OK


def _watch(desk: WritingDesk) -> None:
    """Show the desk at each save and each typed line, until Ctrl+C or the end of what is typed."""
    typed: queue.SimpleQueue[str] = queue.SimpleQueue()
    is_taken = threading.Semaphore(0)
    # A thread and no select: on Windows nothing else can wait for a terminal. It dies with the program.
    threading.Thread(target=_read_lines, args=(typed, is_taken), daemon=True).start()
    is_due = True
    while True:
        is_due = desk.notice_changes() or is_due
        if is_due:
            _show(CLEAR if sys.stdout.isatty() else "", desk)
        if is_due := take_typed(desk, typed, POLL_SECONDS):
            is_taken.release()


def take_typed(desk: WritingDesk, typed: "queue.SimpleQueue[str]", seconds: float) -> bool:
    """Take one typed line, or wait so long for one; whether there was one.

    Only one, since the desk has to be laid out before the next: that may be about another draft already.
    """
    try:
        take_line(desk, typed.get(timeout=seconds))
    except queue.Empty:
        return False
    return True


def take_line(desk: WritingDesk, line: str) -> None:
    """Open the next draft in the author's editor where that is wanted and there is one; else take the line."""
    entry = desk.deciding.entry
    command = find_editor() if line == "e" and sys.stdin.isatty() and not desk.deciding.question else ()
    if entry is None or not command or entry.step == "read":
        desk.type_line(line)
        return
    desk.deciding.told = open_editor(command, entry.document.path, entry.document.mark(entry.path)[0])


def _show(start: str, desk: WritingDesk) -> None:
    from game.commandline.streams import write_trusted

    lines = desk.look()
    write_trusted(start)
    print(*lines, sep="\n")
    if desk.deciding.question:
        # The answer is typed behind it.
        print(desk.deciding.question, end="", flush=True)
    else:
        print(words.HELP, flush=True)


def _read_lines(typed: "queue.SimpleQueue[str]", is_taken: threading.Semaphore) -> None:
    """Read lines, each only when the one before it was taken: meanwhile the terminal may be an editor's."""
    for line in sys.stdin:
        typed.put(line.strip())
        is_taken.acquire()
