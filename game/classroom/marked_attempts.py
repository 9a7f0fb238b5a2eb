"""Attempts with the teacher's items and marks, as reports, the gradebook and statements read them.

They are made anew from the candidates' files after each decision, and those that count no longer are removed.
"""

from collections.abc import Iterable
from pathlib import Path

from game import __version__
from game.classroom.exam_marking import ExamMarker
from game.classroom.integrity import Judged
from game.core.disk import make_folder, write_atomically
from game.pack.kinds import Item
from game.store.attempt_events import FORMAT, AnyLine, Begun, HandedIn, Responded, Seen
from game.store.attempt_file import seal_line
from game.store.attempt_folder import SUFFIX
from game.store.exam_files import TeachersExam


def write_marked_attempts(
    folder: Path, exam: TeachersExam, marker: ExamMarker, judged: Iterable[Judged], written: Iterable[str]
) -> tuple[str, ...]:
    """Write an attempt for each candidate who counts; returns the names of the files.

    Args:
        folder: Of the class.
        exam: The exam.
        marker: Has the items with the keys that count.
        judged: The candidates.
        written: Names of the files that were written before. Those that count no longer are removed.

    Raises:
        OSError: A file could not be written.
    """
    make_folder(folder)
    items, names = marker.items, []
    for each in judged:
        if each.is_counted and each.attempt and each.marked and each.timing:
            name = f"{each.attempt.begun.attempt}{SUFFIX}"
            data = _seal_lines(_make_lines(exam, items, each))
            path = folder / name
            if not path.is_file() or path.read_bytes() != data:
                write_atomically(path, data)
            names.append(name)
    for name in set(written) - set(names):
        (folder / name).unlink(missing_ok=True)
    return tuple(names)


def _make_lines(exam: TeachersExam, items: tuple[Item, ...], judged: Judged) -> list[AnyLine]:
    attempt, timing, marked = judged.attempt, judged.timing, judged.marked
    if attempt is None or timing is None or marked is None:
        return []
    begun, end = attempt.begun, round(timing.elapsed, 3)
    lines: list[AnyLine] = [
        Begun(
            format=FORMAT,
            attempt=begun.attempt,
            candidate=judged.candidate,
            tour=exam.tour,
            bank=exam.bank,
            code=exam.code,
            seed=0,
            rules=judged.rules,
            items=items,
            program=__version__,
            at=begun.at,
        )
    ]
    ids = {question.id: item.id for question, item in zip(exam.questions, exam.items, strict=True)}
    at = begun.at
    for event, elapsed, _ in timing.events:
        at = event.at
        if isinstance(event, Seen) and event.item in ids:
            lines.append(Seen(elapsed=min(round(elapsed, 3), end), at=at, item=ids[event.item]))
    for item_id, response in marked.responses.items():
        lines.append(Responded(elapsed=end, at=at, item=item_id, response=response))
    marks = {item_id: round(worth, 6) for item_id, worth in marked.marks.items()}
    return [*lines, HandedIn(elapsed=end, at=at, why="candidate", marks=marks)]


def _seal_lines(lines: Iterable[AnyLine]) -> bytes:
    data, seal = b"", ""
    for line in lines:
        sealed, seal = seal_line(line, seal)
        data += sealed + b"\n"
    return data
