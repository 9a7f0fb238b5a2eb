"""What is shown beside an author's editor: problems, what is left to do, the next draft, and the room as played."""

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from game.app.game import Game
from game.content.checklist import render_checklist
from game.content.deciding.desk import DecidingDesk
from game.content.drafting.rehearsal_walk import WALK_FILE, find_way_between, read_walk
from game.content.linting import LintedPack, lint_pack
from game.pack.world import World
from game.plain.line_mode import width_of
from game.prose import writing_lines as words
from game.prose.text import render_text

DRAFT_STEPS = ("confirm", "describe", "decide")
"""Steps before which no warning is shown: a fact without a question is none as long as facts are drafts."""

MAX_SHOWN_PROBLEMS = 12
"""Problems that are shown at once, so that the room stays on the screen."""


class WritingDesk:
    """What is shown beside an author's editor: problems, what to do next, and the room that is worked on."""

    def __init__(self, folder: Path, room_id: str = "", *, is_watching: bool = True) -> None:
        self._is_watching = is_watching
        self.is_broken = False
        self.has_errors = False
        self.deciding = DecidingDesk()
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
        """Decide on the next draft, or add a line to the walk; a hyphen alone takes the last one back."""
        if self.deciding.type_line(line):
            return
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
        drafts = sum(fact.draft for fact in self._world.facts.values()) if self._world else 0
        lines = [words.render_head(title, time.strftime("%H:%M:%S"), spent, drafts)]
        lines += _list_problems(checked)
        lines += render_checklist(checked.steps)
        self.deciding.lay_out(checked.pack if checked.world is not None else None)
        # What is decided stands last, beside the keys; while it is asked about, the room makes way for it.
        lines += [] if self.deciding.question else self._play()
        told = [self.deciding.told] if self.deciding.told else []
        return [*lines, *self.deciding.render(with_keys=self._is_watching), *told]

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
    """What must be mended first; what is only to be looked at waits until nothing must and no draft is left."""
    fatal = [problem for problem in checked.problems if problem.is_fatal]
    errors = [*checked.remarks, *(placed for placed in checked.found if placed.finding.is_error)]
    warnings = [*checked.problems, *(placed for placed in checked.found if placed.finding.is_warning)]
    is_drafted = any(step.name in DRAFT_STEPS for step in checked.steps)
    shown = fatal or errors or ([] if is_drafted else warnings)
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
