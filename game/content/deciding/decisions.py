"""What a decision of an author changes in a pack: some entries of some files, and one line of what was refused."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from game.content.comparing.compare import find_text_remarks
from game.content.deciding.refusals import REFUSALS_FILE, add_refusal
from game.content.entry_editing import Change, EntryEditError, edit_entries
from game.content.folder import read_folder
from game.content.load import build_from_bytes
from game.content.pack_documents import PackDocuments
from game.core.disk import write_atomically
from game.prose import deciding_lines as words


class Decision(NamedTuple):
    """What an author has decided on one entry."""

    changes: Mapping[str, tuple[Change, ...]]
    """File, as a pack names it -> what changes in it."""
    told: str
    """What is said once it is written."""
    refusal: str = ""
    """A line for the file of what was refused; empty when nothing was."""


class WrittenDecision(NamedTuple):
    """A decision that was written, so that it can be taken back."""

    files: Mapping[Path, tuple[bytes | None, bytes]]
    """File -> what was in it before, None for no file, and what is in it now."""


def find_remarks(pack: PackDocuments, decision: Decision, owner: str) -> tuple[str, ...]:
    """What the texts of an entry would say, after a decision, that their facts do not."""
    raw = {name: document.text.encode() for name, document in pack.documents.items()}
    try:
        for name, changes in decision.changes.items():
            raw[name] = edit_entries(pack.documents[name], changes).encode()
    except EntryEditError:  # told when it is to be written
        return ()
    after = PackDocuments(pack.folder, raw)
    return tuple(remark.text for remark in find_text_remarks(after) if remark.owner == owner)


def write_decision(pack: PackDocuments, decision: Decision) -> WrittenDecision | str:
    """Write a decision into the files of a pack; or why it is not written, and then nothing was.

    Raises:
        OSError: A file cannot be read or written.
    """
    made: dict[Path, tuple[bytes | None, bytes]] = {}
    raw = read_folder(pack.folder)
    for name, changes in decision.changes.items():
        document = pack.documents[name]
        # Its entries were counted in the text that was read; in another one they may be others.
        if raw.get(name) != document.text.encode():
            return words.describe_changed_file(document.shown)
        try:
            text = edit_entries(document, changes)
        except EntryEditError:
            return words.describe_uneditable_file(document.shown)
        made[document.path] = (raw[name], text.encode())
        raw[name] = text.encode()
    if problem := _find_new_problem(pack, raw):
        return words.describe_impossible_decision(problem)
    if decision.refusal:
        path = pack.folder / REFUSALS_FILE
        before = path.read_bytes() if path.exists() else None
        made[path] = (before, add_refusal((before or b"").decode(), decision.refusal).encode())
    for path, (_, after) in made.items():
        write_atomically(path, after)
    return WrittenDecision(made)


def _find_new_problem(pack: PackDocuments, raw: Mapping[str, bytes]) -> str:
    """What would be fatal in a pack with these files and is not in the one that was read; empty when nothing is."""
    known = {problem.message for problem in pack.problems}
    after = build_from_bytes(pack.folder, raw).problems
    return next((str(each) for each in after if each.is_fatal and each.message not in known), "")


def take_back(written: WrittenDecision) -> str:
    """Take a decision back, or say which file has been changed since, and then nothing is taken back.

    Raises:
        OSError: A file cannot be read or written.
    """
    for path, (_, after) in written.files.items():
        if not path.exists() or path.read_bytes() != after:
            return words.describe_changed_file(path)
    for path, (before, _) in written.files.items():
        if before is None:
            path.unlink()
        else:
            write_atomically(path, before)
    return ""
