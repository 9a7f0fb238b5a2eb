"""What is wrong with files of attempts, and what collecting has left out, in words."""

from typing import assert_never

from game.classroom.collecting import (
    AttemptDamaged,
    CollectingWarning,
    FolderMissing,
    NoAttemptFile,
    OtherAttemptInPlace,
    ResponseUnasked,
)
from game.classroom.intake import ArchiveUnusable, ArchiveWhy, FileUnreadable
from game.prose.file_problems import describe_unsafe_character, describe_unusable_file
from game.store.attempt_faults import (
    AttemptDamage,
    AttemptFault,
    BeginningMissing,
    FileUnusable,
    FirstLineMissing,
    LaterAttemptFormat,
    LineAfterEnd,
    LineNotSealed,
    LineUnreadable,
    MomentImpossible,
    OtherAttemptWithId,
    SealBroken,
    SecondBeginning,
    TextActs,
)


def describe_damage(damage: AttemptDamage) -> str:
    """Where an attempt is damaged, and how."""
    return f"{damage.path}:{damage.line}: {_describe_fault(damage.fault)}"


def describe_damage_briefly(damage: AttemptDamage) -> str:
    """How an attempt is damaged and at which line, where the file is known."""
    return f"line {damage.line}: {_describe_fault(damage.fault)}"


def _describe_fault(fault: AttemptFault) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a fault
    match fault:
        case OtherAttemptWithId():
            return f"another attempt with the same id and other content is in {fault.other}; ask whose file this is"
        case FileUnusable():
            return describe_unusable_file(fault.why, fault.detail)
        case TextActs():
            return describe_unsafe_character(fault.code, fault.name)
        case MomentImpossible():
            return f"this is not an attempt: {fault.text} is not a date and time"
        case SealBroken():
            return f"this line or one before it was changed: its seal is {fault.found}, not {fault.expected}"
        case LaterAttemptFormat():
            return f"written by a later version (format {fault.format}; this knows {fault.known})"
        case LineNotSealed():
            return "expected a sealed line of an attempt"
        case LineUnreadable():
            return f"this line cannot be read: {fault.detail}"
        case FirstLineMissing():
            return "this is not an attempt: its first line is missing or incomplete"
        case SecondBeginning():
            return "a second attempt begins here; a file can hold only one"
        case BeginningMissing():
            return "expected the beginning of an attempt, found a later part"
        case LineAfterEnd():
            return "there are more lines after the exam was handed in"
        case _:
            assert_never(fault)


_ARCHIVES: dict[ArchiveWhy, str] = {
    "not opened": "archives of this kind are not opened; unpack it, then collect the folder",
    "damaged": "this archive is damaged; ask for it again, or unpack it and collect the folder",
    "locked": "this archive has a password; unpack it, then collect the folder",
    "too deep": "too many archives inside archives; unpack it, then collect the folder",
    "too many files": "this archive holds too many files; unpack it, then collect the folder",
    "too large": "this file is too large for an attempt",
}


def describe_warning(warning: CollectingWarning) -> str:  # noqa: PLR0911 - one case a warning
    """What collecting has left out, and why."""
    # Every file that is left out is named with its reason: results that are incomplete in silence mislead a teacher.
    match warning:
        case FolderMissing():
            return f"{warning.path}: there is no such folder"
        case NoAttemptFile():
            kind = f"*{warning.suffix}"
            return f"{warning.path}: expected a folder, a zip, or a file of the kind {kind}"
        case AttemptDamaged():
            return f"{describe_damage(warning.damage)}. It is not counted"
        case FileUnreadable():
            return f"{warning.path}: {describe_unusable_file(warning.why, warning.detail)}"
        case ArchiveUnusable():
            return f"{warning.path}: {_ARCHIVES[warning.why]}"
        case ResponseUnasked():
            asked = f"a response to {warning.item_id!r}, which was not asked"
            return f"{warning.path}:{warning.line}: {asked}; it is not counted"
        case OtherAttemptInPlace():
            other = f"another attempt with the same id and other content is in {warning.target}"
            return f"{warning.path}: {other}; it was left out"
        case _:
            assert_never(warning)
