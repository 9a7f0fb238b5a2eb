"""``carriages write``: watch a pack while its author writes, and show at each save what is wrong and how it plays."""

import queue
import sys
import threading
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from game.app.game import Game
from game.commandline.exit_status import DIFFERS, OK, USAGE
from game.commandline.usage_error import fail
from game.content.checklist import Step, render_checklist
from game.content.drafting.new_pack import ARTICLES_FOLDER
from game.content.drafting.rehearsal_walk import WALK_FILE, find_way_between, read_walk
from game.content.linting import LintedPack, lint_pack
from game.content.scan import list_paragraph_lines
from game.core.disk import Unusable, is_folder, read_text
from game.pack.ledger import Fact
from game.pack.world import World
from game.plain.line_mode import width_of
from game.prose import writing_lines as words
from game.prose.text import render_text

COMMAND = "write"

POLL_SECONDS = 0.3
"""How often the files are looked at: no slower than an author looks up, and too seldom to cost anything."""

MAX_SHOWN_PROBLEMS = 12
"""Problems that are shown at once, so that the room stays on the screen."""

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
    desk = WritingDesk(folder, options.room)
    if options.once:
        print(*desk.look(), sep="\n")
        return USAGE if desk.is_broken else DIFFERS if desk.has_errors else OK
    try:
        _watch(desk)
    except KeyboardInterrupt:
        print(f"\n{words.GOODBYE}")
    return OK


class WritingDesk:
    """What is shown beside an author's editor: problems, what to do next, and the room that is worked on."""

    def __init__(self, folder: Path, room_id: str = "") -> None:
        self.is_broken = False
        self.has_errors = False
        self._folder = folder
        self._wanted = room_id
        self._typed: list[str] = []
        self._world: World | None = None
        """The last world without a fatal problem: while a file is broken, its room stays."""
        self._times: dict[Path, int] = {}
        self._room = ""

    def notice_changes(self) -> bool:
        """Whether a file was saved, added or deleted since this was asked last."""
        times = dict(self._list_times())
        changed = [path for path, saved in times.items() if self._times.get(path) != saved]
        is_changed = bool(changed) or times.keys() != self._times.keys()
        if self._times and changed:
            self._room = max(changed, key=times.__getitem__).name
        self._times = times
        return is_changed

    def _list_times(self) -> Iterator[tuple[Path, int]]:
        for path in (*sorted(self._folder.rglob("*.y*ml")), self._folder / WALK_FILE):
            try:
                yield path, path.stat().st_mtime_ns
            except OSError:  # deleted a moment ago, or no walk
                continue

    def type_line(self, line: str) -> None:
        """Add a line to the walk; a hyphen alone takes the last one back."""
        if line == "-":
            del self._typed[-1:]
        elif line:
            self._typed.append(line)

    def look(self) -> list[str]:
        """Check the pack, and everything that is shown of it."""
        if not self._times:
            self.notice_changes()
        began = time.perf_counter()
        checked = lint_pack(self._folder)
        self.is_broken, self.has_errors = checked.world is None, bool(checked.errors)
        self._world = checked.world or self._world
        spent = time.perf_counter() - began
        title = self._world.tour.title if self._world else self._folder.name
        lines = [words.render_head(title, time.strftime("%H:%M:%S"), spent, sum(f.draft for f in self._list_facts()))]
        lines += _list_problems(checked)
        lines += render_checklist(checked.steps)
        lines += self._show_next_paragraph(checked.steps)
        return [*lines, *self._play()]

    def _list_facts(self) -> list[Fact]:
        return list(self._world.facts.values()) if self._world else []

    def _show_next_paragraph(self, steps: tuple[Step, ...]) -> Iterator[str]:
        """The paragraph of the first draft, where the author has the article at hand."""
        draft = next((fact for fact in self._list_facts() if fact.draft), None)
        if draft is None or not any(step.name == "confirm" for step in steps):
            return
        letter, _, number = draft.cites[0].partition("¶")
        text = read_text(self._folder / ARTICLES_FOLDER / f"{letter}.txt")
        lines = [] if isinstance(text, Unusable) else list_paragraph_lines(text)
        if int(number) <= len(lines):
            yield words.render_paragraph(draft.id, draft.cites[0], lines[int(number) - 1])

    def _play(self) -> Iterator[str]:
        """The room that is worked on, as a visitor who comes by the walk reads it."""
        if self._world is None:
            yield words.NO_ROOM_YET
            return
        walk = read_walk(self._folder)
        with TemporaryDirectory() as home:
            yield from _replay(self._world, Path(home), self._find_room(self._world), walk, self._typed)

    def _find_room(self, world: World) -> str:
        if self._wanted in world.rooms:
            return self._wanted
        stem = self._room.removesuffix(".yaml").lstrip("0123456789-")
        return stem if stem in world.rooms else ""


def _list_problems(checked: LintedPack) -> Iterator[str]:
    """What must be mended first; what is only to be looked at waits until nothing must."""
    fatal = [problem for problem in checked.problems if problem.is_fatal]
    errors = [*checked.remarks, *(placed for placed in checked.found if placed.finding.is_error)]
    shown = fatal or errors or [*checked.problems, *(placed for placed in checked.found if placed.finding.is_warning)]
    yield from (words.render_problem(str(each)) for each in shown[:MAX_SHOWN_PROBLEMS])
    if len(shown) > MAX_SHOWN_PROBLEMS:
        yield words.render_more_problems(len(shown) - MAX_SHOWN_PROBLEMS)


def _replay(world: World, home: Path, room_id: str, walk: Sequence[str], typed: Sequence[str]) -> Iterator[str]:
    """Play the walk, go on to the room, and there what was typed; of the walk only its end and what failed is shown."""
    from game.store.saves import Saves

    game = Game(world, Saves(home), is_rehearsal=True)
    width = width_of(sys.stdout)
    try:
        shown = render_text(game.open(fresh=True, lessons=0), width)
        for line in walk:
            reply = game.perform(line)
            shown = f"> {line}\n{render_text(reply, width)}"
            if any(each.role == "refused" for each in reply):
                yield words.render_failed_line(line, reply[0].text)
        if room_id:
            for way in find_way_between(world.rooms, game.state.room, room_id):
                shown = render_text(game.perform(f"go {way}"), width)
        name = world.rooms[game.state.room].name
        for line in typed:
            shown += f"\n> {line}\n{render_text(game.perform(line), width)}"
    finally:
        game.close()
    yield words.render_room_head(name, (*walk, *typed))
    yield shown.rstrip()


def _watch(desk: WritingDesk) -> None:
    """Show the desk at each save and each typed line, until Ctrl+C or the end of what is typed."""
    typed: queue.SimpleQueue[str] = queue.SimpleQueue()
    # A thread and no select: on Windows nothing else can wait for a terminal. It dies with the program.
    threading.Thread(target=_read_lines, args=(typed,), daemon=True).start()
    is_due = True
    while True:
        is_due = desk.notice_changes() or is_due
        while not typed.empty():
            desk.type_line(typed.get())
            is_due = True
        if is_due:
            start = CLEAR if sys.stdout.isatty() else ""
            _show(start, desk.look())
            is_due = False
        time.sleep(POLL_SECONDS)


def _show(start: str, lines: list[str]) -> None:
    from game.commandline.streams import write_trusted

    write_trusted(start)
    print(*lines, words.HELP, sep="\n", flush=True)


def _read_lines(typed: "queue.SimpleQueue[str]") -> None:
    for line in sys.stdin:
        typed.put(line.strip())
