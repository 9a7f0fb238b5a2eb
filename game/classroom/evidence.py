"""The files of an exam as they came, each kept once and never changed.

They lie in a folder of their own, apart from the marked attempts: reports read only those. A file that is damaged is
kept, too, for a teacher may have to show it.

Whoever has the program can write a teacher's line, such as 30 more minutes, into a file of their own and seal it again.
So such lines are believed only in files of which the teacher says that ``carriages class`` has kept them. In all others
they are taken out, with all that stands behind the first end, before anything else looks at the attempt.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from game.classroom.collecting import AttemptDamaged, CollectingWarning, sort_incoming
from game.classroom.intake import IncomingAttempt
from game.core.characters import find_unsafe
from game.core.digests import blake2b
from game.core.disk import Unusable, decode, make_folder, read_file, write_atomically
from game.store.attempt_events import Event, HandedIn, TeacherLine
from game.store.attempt_faults import AttemptDamage
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import parse_changed
from game.store.attempts import Attempt

EVIDENCE_FOLDER = "evidence"

ENDING = ".jsonl"
"""Not that of attempts: else reports would read these files."""

KEPT_ENDING = ".class.jsonl"
"""Of files that a class on the teacher's machine has kept. In the name, so that nothing inside a file can say it."""

MAX_NAME_CHARACTERS = 200


class Evidence(NamedTuple):
    """One file of a candidate."""

    path: Path
    candidate: str
    """As its first line has it; empty where even that cannot be read."""
    attempt: Attempt | None
    damage: AttemptDamage | None
    """Why it cannot be used; None where it can."""
    part: Attempt | None = None
    """What the lines before the damage say; it counts only where a teacher accepts the file."""
    is_kept: bool = False
    """Whether a class on the teacher's machine has kept it."""
    taken_out: int = 0
    """Lines of a teacher that were not believed."""
    paper: str | None = None
    """Which paper its first line names; None where it cannot be read."""

    def is_elsewhere(self, paper: str) -> bool:
        """Whether the class has kept it for another paper, so that it says nothing about this one."""
        return self.is_kept and self.paper not in (paper, None)


class Gathered(NamedTuple):
    """What came of gathering files."""

    new: int
    known: int
    warnings: tuple[CollectingWarning, ...]
    others: tuple[Path, ...]
    receipts: dict[str, str]
    """Receipt -> candidate, of each file that was handed in."""


def gather_evidence(folders: Iterable[Path], into: Path, *, are_kept: bool = False, paper: str = "") -> Gathered:
    """Copy every file that is or was an attempt into the folder of evidence.

    Args:
        folders: Where the files are.
        into: The folder of the class.
        are_kept: Whether a class on the teacher's machine has kept them, so that the lines of the teacher are believed.
        paper: Hash of the only paper whose files are wanted; empty for all.

    Raises:
        OSError: The folder cannot be written.
    """
    warnings: list[CollectingWarning] = []
    others: list[Path] = []
    kept = _keep_all(sort_incoming(folders, warnings, others), into, warnings, are_kept=are_kept, paper=paper)
    return kept._replace(others=tuple(others))


def keep_files(files: Iterable[tuple[str, bytes]], into: Path, paper: str = "") -> Gathered:
    """Keep attempts that a class on this machine has kept: names, and bytes.

    Args:
        files: All that the class has kept.
        into: The folder of the class.
        paper: Hash of the only paper whose files are wanted; empty for all.

    Raises:
        OSError: The folder cannot be written.
    """
    return _keep_all((IncomingAttempt(Path(name), data) for name, data in files), into, [], are_kept=True, paper=paper)


def _keep_all(
    incoming: Iterable[IncomingAttempt],
    into: Path,
    warnings: list[CollectingWarning],
    *,
    are_kept: bool,
    paper: str = "",
) -> Gathered:
    """Keep what comes in; the list of warnings is filled while it comes."""
    new = known = 0
    receipts: dict[str, str] = {}
    for found in incoming:
        if paper and find_paper(found.data) not in (paper, None):
            continue
        attempt, data, problem = _restore(found)
        if attempt is not None and attempt.handed_in:
            receipts[attempt.receipt] = attempt.candidate if are_kept else attempt.begun.candidate
        warnings += problem
        is_new = _keep(data, into / EVIDENCE_FOLDER, KEPT_ENDING if are_kept else ENDING)
        new, known = new + is_new, known + (not is_new)
    return Gathered(new, known, tuple(warnings), (), receipts)


def _restore(found: IncomingAttempt) -> tuple[Attempt | None, bytes, list[CollectingWarning]]:
    """The attempt, its bytes as the exam wrote them, and what is wrong with them."""
    try:
        attempt, data = parse_changed(found.data, found.path)
    except DamagedError as bad:
        return None, found.data, [AttemptDamaged(bad.damage)]
    return attempt, data[: len(data) - attempt.partial_bytes], []


def _keep(data: bytes, folder: Path, ending: str) -> bool:
    """Keep the bytes of a file unless they are there; whether they are new."""
    path = folder / f"{blake2b(data, digest_size=12).hexdigest()}{ending}"
    if path.exists():
        return False
    make_folder(folder)
    write_atomically(path, data)
    return True


def load_evidence(folder: Path) -> tuple[Evidence, ...]:
    """All files of the folder of evidence, without those that are only the beginning of another one."""
    paths = set((folder / EVIDENCE_FOLDER).glob(f"*{ENDING}"))
    # The same bytes may have come from somewhere else, too; the class has kept them all the same.
    copies = {path.with_name(path.name.removesuffix(KEPT_ENDING) + ENDING) for path in paths if _is_kept(path)}
    found = [_load(path) for path in sorted(paths - copies)]
    return tuple(each for each in found if not any(_is_beginning(each, other) for other in found))


def _is_kept(path: Path) -> bool:
    return path.name.endswith(KEPT_ENDING)


def _load(path: Path) -> Evidence:
    data = read_file(path)
    if isinstance(data, Unusable):
        data = b""
    try:
        attempt, _ = parse_changed(data, path)
    except DamagedError as bad:
        part = _read_part(data, path, bad.damage.line)
        if part is not None and not _is_kept(path):
            part = drop_teacher_lines(part)
        return Evidence(path, _find_candidate(data), None, bad.damage, part, _is_kept(path), paper=find_paper(data))
    if _is_kept(path):
        return Evidence(path, attempt.candidate, attempt, None, is_kept=True, paper=attempt.begun.paper)
    claimed = sum(isinstance(event, TeacherLine) or _is_teachers_end(event) for event in attempt.events)
    own = drop_teacher_lines(attempt) if claimed else attempt
    return Evidence(path, own.candidate, own, None, taken_out=claimed, paper=own.begun.paper)


def drop_teacher_lines(attempt: Attempt) -> Attempt:
    """An attempt without what a teacher is said to have done: it ends with its first end."""
    events: list[Event] = []
    for event in attempt.events:
        if not isinstance(event, TeacherLine):
            events.append(event)
        if isinstance(event, HandedIn):
            break
    return Attempt(attempt.begun, attempt.file, events)


def _is_teachers_end(event: Event) -> bool:
    return isinstance(event, HandedIn) and event.why == "teacher"


def _read_part(data: bytes, path: Path, damaged_line: int) -> Attempt | None:
    """The attempt up to the line that is damaged; None where its first line is."""
    try:
        return parse_changed(b"".join(data.splitlines(keepends=True)[: damaged_line - 1]), path)[0]
    except DamagedError:
        return None


def _find_candidate(data: bytes) -> str:
    """The name in the first line of a damaged file."""
    head: Any = decode(data.partition(b"\n")[0], Any)
    name = head.get("candidate") if isinstance(head, dict) else None
    return name if isinstance(name, str) and not find_unsafe(name) and len(name) <= MAX_NAME_CHARACTERS else ""


def find_paper(data: bytes) -> str | None:
    """The paper that the first line of a file names, damaged or not; None where that line cannot be read."""
    head: Any = decode(data.partition(b"\n")[0], Any)
    return str(head.get("paper", "")) if isinstance(head, dict) else None


def _is_beginning(each: Evidence, other: Evidence) -> bool:
    if each.attempt is None or other.attempt is None or each.path == other.path:
        return False
    # A file from elsewhere, however much longer, never takes the place of what the class has kept.
    if each.is_kept and not other.is_kept:
        return False
    number = len(each.attempt.events)
    return (
        each.attempt.begun == other.attempt.begun
        and number < len(other.attempt.events)
        and each.attempt.events == other.attempt.events[:number]
    )
