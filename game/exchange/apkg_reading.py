"""Reads deck packages of Anki: each note by the names of its fields, as a table is read. Never raises.

The place of a note is its number in the deck, in the order in which notes were made, and the number of its field.
"""

import re
from collections.abc import Callable, Mapping
from itertools import groupby
from pathlib import Path

from game.exchange.anki import NOTE_FIELDS
from game.exchange.apkg_notes import Note, NoteType, read_notes
from game.exchange.apkg_own import take_own
from game.exchange.csv_reading import TableReader
from game.exchange.draft_ids import make_id
from game.exchange.drafts import Draft, Trouble, add_foreign_tag
from game.exchange.html_text import make_plain, shows_file
from game.exchange.moodle_text import MAX_TEXT_LENGTH, BadQuestionError
from game.exchange.own_marks import restore_own
from game.exchange.table_head import name_columns
from game.exchange.zip_reading import BadArchiveError
from game.pack.kinds.neutral import Option
from game.prose import apkg_problems, import_problems

_SOUND = "[sound:"
_GAP = re.compile(r"\{\{c\d+::(.*?)(?:::(.*?))?\}\}", re.DOTALL)


def read(data: bytes, path: Path, mapped: Mapping[str, str]) -> tuple[list[Draft], list[Trouble]]:
    """The questions in a package, and what could not be read of it.

    Args:
        data: The file.
        path: Its path, for what is told.
        mapped: What a field is called, in small letters -> our name for it.
    """
    try:
        notes = read_notes(data)
    except BadArchiveError as bad:
        return [], [Trouble(path, 1, 1, str(bad))]
    drafts: list[Draft] = []
    troubles: list[Trouble] = []
    for _, alike in groupby(sorted(notes, key=_name_type), key=_name_type):
        found, unread = _read_alike(list(alike), path, mapped)
        drafts += found
        troubles += unread
    drafts.sort(key=lambda draft: draft.line)
    return drafts, troubles


def _name_type(note: Note) -> tuple[str, list[str]]:
    return (note.type.name, note.type.fields) if note.type else ("", [])


def _read_alike(notes: list[Note], path: Path, mapped: Mapping[str, str]) -> tuple[list[Draft], list[Trouble]]:
    """The questions of notes of one type."""
    kind = notes[0].type
    if kind is None:
        return [], [Trouble(path, note.number, 1, apkg_problems.NO_FIELDS) for note in notes]
    if tuple(kind.fields) == NOTE_FIELDS:
        return _read_each(notes, path, _read_own)
    if kind.is_cloze:
        return _read_each(notes, path, _read_cloze)
    if "stem" not in name_columns(kind.fields, mapped):
        return [], [Trouble(path, notes[0].number, 1, apkg_problems.describe_fields(kind.name, kind.fields))]
    return _read_table(notes, kind, path, mapped)


def _read_table(
    notes: list[Note], kind: NoteType, path: Path, mapped: Mapping[str, str]
) -> tuple[list[Draft], list[Trouble]]:
    """The questions of notes whose fields are named as columns of a table are."""
    reader = TableReader(path, mapped, ".", "")
    troubles: list[Trouble] = []
    rows = [(notes[0].number, kind.fields)]
    for note in notes:
        try:
            rows.append((note.number, _make_texts(note)))
        except _BadFieldError as bad:
            troubles.append(Trouble(path, note.number, bad.place, str(bad)))
    reader.read_rows(rows)
    tags = {note.number: note.tags for note in notes}
    for draft in reader.drafts:
        for tag in tags[draft.line]:
            add_foreign_tag(draft, tag)
    return reader.drafts, [*reader.troubles, *troubles]


class _BadFieldError(ValueError):
    """A field that cannot be read, with its number from 1."""

    def __init__(self, text: str, place: int = 1) -> None:
        super().__init__(text)
        self.place = place


def _make_texts(note: Note) -> list[str]:
    """The fields of a note as plain text.

    Raises:
        _BadFieldError: One shows a picture or plays a sound, or is too long.
    """
    for place, field in enumerate(note.fields, start=1):
        if len(field) > MAX_TEXT_LENGTH:
            raise _BadFieldError(import_problems.LONG_TEXT, place)
        if shows_file(field):
            raise _BadFieldError(import_problems.SHOWS_A_FILE, place)
        if _SOUND in field:
            raise _BadFieldError(apkg_problems.SOUND, place)
    return [make_plain(field) for field in note.fields]


def _read_each(notes: list[Note], path: Path, read_one: Callable[[Note], Draft]) -> tuple[list[Draft], list[Trouble]]:
    drafts: list[Draft] = []
    troubles: list[Trouble] = []
    for note in notes:
        try:
            drafts.append(read_one(note))
        except (_BadFieldError, BadQuestionError) as bad:
            troubles.append(Trouble(path, note.number, getattr(bad, "place", 1), str(bad)))
    return drafts, troubles


def _read_own(note: Note) -> Draft:
    """A question that our own writer made a note of."""
    texts = dict(zip(NOTE_FIELDS, _make_texts(note), strict=True))
    draft = Draft(line=note.number, id=make_id(texts["QID"]), stem=texts["Stem"], feedback=texts["Feedback"])
    for tag in note.tags:
        add_foreign_tag(draft, tag)
    raw = dict(zip(NOTE_FIELDS, note.fields, strict=True))
    take_own(draft, raw["Options"], raw["Answer"])
    restore_own(draft)
    return draft


def _read_cloze(note: Note) -> Draft:
    """A sentence with a gap: its first field; the second one tells more."""
    texts = _make_texts(note)
    gaps = _GAP.findall(texts[0])
    if len(gaps) != 1:
        raise _BadFieldError(import_problems.CLOZE if gaps else import_problems.NO_ANSWERS)
    draft = Draft(line=note.number, kind="short", stem=_GAP.sub("____", texts[0]), feedback="\n".join(texts[1:2]))
    draft.options = [Option(gaps[0][0].strip(), is_right=True)]
    for tag in note.tags:
        add_foreign_tag(draft, tag)
    return draft
