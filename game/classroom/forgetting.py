"""Deletes a person's attempts, then lists all files that still hold the name or the pseudonym.

Files that cannot be read as attempts are not deleted, because it is not known whose they are. Their raw text is still
searched for the name.
"""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from game.classroom.collecting import find_attempt_files
from game.classroom.evidence import load_evidence
from game.classroom.roster import ROSTER_FILE
from game.core.disk import Unusable, read_file
from game.core.identity import name_key, pseudonym_key
from game.core.paths import file_stem
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import SUFFIX, read_attempt

Reason = Literal["attempt not deleted", "attempt elsewhere", "name of file", "holds the name", "not looked into"]

PACKED_ENDINGS = (".zip", ".gz", ".7z", ".rar", ".xlsx", ".ods")
"""Endings of compressed files, where a search for a name finds nothing."""


class Remainder(NamedTuple):
    """A remaining file that is about the person, or may be."""

    path: Path
    reason: Reason


class Deletion(NamedTuple):
    """What was deleted."""

    attempts: int
    failed: tuple[Remainder, ...]
    """Attempts that the system does not let us delete."""


def delete_attempts(folder: Path, candidates: Collection[str]) -> Deletion:
    """Delete every attempt of a person in a folder and its subfolders, with the file it was marked from.

    Args:
        folder: Where attempts are.
        candidates: Names and pseudonyms of one person, in any spelling.
    """
    wanted, number, failed = {pseudonym_key(each) for each in candidates}, 0, []
    for path in list(find_attempt_files(folder)):
        try:
            is_theirs = pseudonym_key(read_attempt(path).candidate) in wanted
        except DamagedError:
            continue  # `find_remainders` looks at it
        if not is_theirs:
            continue
        try:
            path.unlink()
            number += 1
        except OSError:
            failed.append(Remainder(path, "attempt not deleted"))
    for each in load_evidence(folder):
        if pseudonym_key(each.candidate) in wanted:
            try:
                each.path.unlink()
            except OSError:
                failed.append(Remainder(each.path, "attempt not deleted"))
    return Deletion(number, tuple(failed))


def find_remainders(folders: Iterable[Path], candidates: Collection[str]) -> Iterator[Remainder]:
    """Find the files that still hold a person's name or pseudonym, in the file name or in the text."""
    # As in a file name: "Stoker-07" is in "stoker-07-20261120-090000-374cb756.attempt.jsonl".
    stems = {stem for each in candidates if (stem := file_stem(each))}
    keys, wanted = {name_key(each) for each in candidates}, {pseudonym_key(each) for each in candidates}
    for path in _walk(folders):
        if (candidate := _find_candidate(path)) is not None:
            # Not deleted here: in the folder of another class the same pseudonym may be another person's.
            if pseudonym_key(candidate) in wanted:
                yield Remainder(path, "attempt elsewhere")
            continue
        name = path.name.casefold()
        if any(name == f"{stem}{path.suffix.casefold()}" or name.startswith(f"{stem}-") for stem in stems):
            yield Remainder(path, "name of file")
        elif name.endswith(PACKED_ENDINGS):
            yield Remainder(path, "not looked into")
        elif reason := _look_into(path, keys):
            yield Remainder(path, reason)


def _find_candidate(path: Path) -> str | None:
    """Whose attempt a file is; None where it is none."""
    try:
        return read_attempt(path).begun.candidate if SUFFIX in path.name.casefold() else None
    except DamagedError:
        return None


def _look_into(path: Path, keys: Collection[str]) -> Reason | None:
    data = read_file(path)
    if isinstance(data, Unusable):
        return "not looked into" if data.is_there and data.why != "not a file" else None
    text = name_key(data.decode("utf-8", "replace"))
    return "holds the name" if any(_stands_in(key, text) for key in keys) else None


def _stands_in(key: str, text: str) -> bool:
    """Whether a text contains a name as a whole word: Stoker-1 is not in Stoker-12."""
    return re.search(rf"(?<![^\W_]){re.escape(key)}(?![^\W_])", text) is not None


def _walk(folders: Iterable[Path]) -> Iterator[Path]:
    """Every file in the folders, each once, without the roster, which is handled separately."""
    seen: set[Path] = set()
    for folder in folders:
        for above, _, names in os.walk(folder):
            for name in sorted(names):
                path = Path(above, name)
                if path not in seen and name != ROSTER_FILE:
                    seen.add(path)
                    yield path
