"""Lines about files that the player asked for: the notebook, the ticket, transcripts, records, replays."""

from collections.abc import Iterable
from typing import assert_never

from game.prose.lines import Line, count_noun, strip_controls
from game.store.transcripts import ByteNotText, ReplayError, TextTooLarge


def render_exported(path: str, number: int) -> Line:
    """The notebook written to a file."""
    return Line(f"Notebook with {count_noun(number, 'fact')} written to {strip_controls(path)}.", "note")


def render_export_name_missing() -> Line:
    """Nothing named to export to."""
    return Line("Into which file? NOTEBOOK EXPORT NOTES.MD writes it as Markdown.", "refused")


def render_not_written(what: str, path: str, why: str) -> Line:
    """A file that could not be made, and why."""
    return Line(
        f"The {what} cannot be written to {strip_controls(path)}: {strip_controls(why)}. Nothing was changed.",
        "refused",
    )


def describe_existing_file() -> str:
    """Why a file is not written: another one has its name."""
    return "a file of that name is there already"


def render_file_name_missing(command: str) -> Line:
    """A command that wants a file, without one."""
    return Line(f"Which file? {command} NAME.TXT, for example.", "refused")


def render_no_file(what: str, path: str, why: str, command: str) -> Line:
    """A file that was not made: why, or, when it was not named, how to name it."""
    return render_not_written(what, path, why) if why else render_file_name_missing(command)


# Row by row and with a role of its own: a front end must neither wrap nor reflow what is drawn in characters.
def render_ticket(rows: Iterable[str]) -> tuple[Line, ...]:
    """The ticket, row by row, just as it is printed."""
    return tuple(Line(row, "ticket", is_tight=place > 0) for place, row in enumerate(rows))


def render_ticket_saved(path: str) -> Line:
    """The ticket in a file."""
    return Line(f"Your ticket is in {strip_controls(path)}.", "note")


def render_transcript_on(path: str) -> Line:
    """The session goes to a file, too."""
    return Line(
        f"This session, from its first line on, goes to {strip_controls(path)}. TRANSCRIPT OFF ends that.", "note"
    )


def render_transcript_off(*, was_copied: bool) -> Line:
    """The session no longer goes to a file."""
    if not was_copied:
        return Line(
            "No transcript is being written to a file of yours. TRANSCRIPT ON and a name begins one.", "refused"
        )
    return Line("The transcript ends here.", "note")


def render_record_on(path: str) -> Line:
    """Typed lines go to a file."""
    return Line(f"What you type from here on goes to {strip_controls(path)}. RECORD OFF ends that.", "note")


def render_record_off(*, was_recorded: bool) -> Line:
    """Typed lines no longer go to a file."""
    if not was_recorded:
        return Line("Nothing is being recorded. RECORD ON and a name begins it.", "refused")
    return Line("The record ends here.", "note")


def render_replay_begins(path: str, number: int) -> Line:
    """Said before the lines of a file are performed."""
    return Line(f"Typing {count_noun(number, 'line')} from {strip_controls(path)}:", "note")


def render_not_replayed(path: str, why: str) -> Line:
    """A file that cannot be replayed, and why."""
    return Line(f"{strip_controls(path)} cannot be replayed: {strip_controls(why)}.", "refused")


def render_nested_replay() -> Line:
    """A replay does not replay."""
    return Line("A replay inside a replay is left out.", "refused")


def describe_replay_error(bad: OSError | ValueError) -> str:
    """Why a file cannot be replayed: by what it holds, or in the words of the system."""
    if not isinstance(bad, ReplayError):
        return getattr(bad, "strerror", None) or str(bad)
    match bad.fault:
        case TextTooLarge(limit=limit):
            return f"it is larger than {limit:,} bytes"
        case ByteNotText(place=place):
            return f"byte {place} is no UTF-8 text"
        case _:
            assert_never(bad.fault)
