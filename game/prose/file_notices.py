"""Lines about files that the player asked for: the notebook, the ticket, transcripts, records, replays."""

from collections.abc import Iterable, Sequence
from typing import Literal, assert_never

from game.core.characters import strip_controls
from game.prose.lines import Line, count_noun, join_words, quote_typed
from game.store.player_files import NameRefused
from game.store.transcripts import ByteNotText, ReplayError, TextTooLarge

FileUse = Literal["notebook", "ticket", "page", "transcript", "record", "replay"]
"""What a file that a player names is for."""


def render_exported(path: str, number: int) -> Line:
    """The notebook written to a file."""
    return Line(f"Notebook with {count_noun(number, 'fact')} written to {strip_controls(path)}.", "note")


def render_refused_name(what: FileUse, name: str, refused: NameRefused, example: str) -> Line:
    """Why a file that was named is not used, and what would be right."""
    why = _describe_refusal(what, quote_typed(name), refused)
    is_mistyped = refused.why in ("no name", "signs", "reserved", "too long", "unknown user", "a folder")
    return Line(f"{why} For example: {example}." if is_mistyped else why, "refused")


def _describe_refusal(what: FileUse, name: str, refused: NameRefused) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a reason
    detail = strip_controls(refused.detail)
    match refused.why:
        case "no name":
            return "Which file?"
        case "signs":
            return f"A file name cannot hold {detail}; letters, digits, spaces, - and . are always right."
        case "reserved":
            return f"{detail} cannot be a file name on every computer. Choose another name."
        case "too long":
            return "That name is too long for a file."
        case "unknown user":
            return f"There is no user {detail} on this computer."
        case "a folder":
            return f"“{name}” is a folder, and a file is needed."
        case "there already":
            return f"A file with that name already exists: {detail}. It was not changed; choose another name."
        case "not there":
            return f"There is no file {detail}."
        case "not a file":
            return f"{detail} is no file."
        case "not served":
            return "No files can be named here."
        case "too large":
            return f"“{name}” cannot be read: it is larger than any {what} of this game."
        case "not text":
            return f"“{name}” cannot be read: byte {detail} is not UTF-8 text."
        case "not permitted":
            done = "read" if what == "replay" else "written"
            return f"“{name}” cannot be {done}: {detail}. Nothing was changed."
        case _:
            assert_never(refused.why)


def render_ask_first(what: FileUse, path: str) -> Line:
    """The question before a file is used that lies outside the player's folder."""
    wish = "Read" if what == "replay" else "Write"
    return Line(
        f"{strip_controls(path)} is outside the game's own folder. {wish} it there anyway? YES or NO.",
        "question",
    )


def render_declined() -> Line:
    """The player does not want a file outside the folder."""
    return Line("Nothing was read or written. A plain name, without slashes, means a file in your own folder.", "note")


def render_not_ours(path: str) -> Line:
    """A file that is no transcript and no record of this game."""
    return Line(
        f"{strip_controls(path)} is not a transcript or a record of this game, so it is not replayed. The command "
        "“carriages replay FILE” plays the lines of any text.",
        "refused",
    )


def render_ended(what: str) -> Line:
    """A transcript or record that can no longer be written."""
    return Line(f"The {what} can no longer be written, and ends before this turn. The tour goes on.", "refused")


# Row by row and with a role of its own: a front end must neither wrap nor reflow what is drawn in characters.
def render_ticket(rows: Iterable[str]) -> tuple[Line, ...]:
    """The ticket, row by row, just as it is printed."""
    return tuple(Line(row, "ticket", is_tight=place > 0) for place, row in enumerate(rows))


def render_ticket_saved(path: str) -> Line:
    """The ticket in a file."""
    return Line(f"Your ticket is in {strip_controls(path)}.", "note")


def render_page(rows: Iterable[str]) -> tuple[Line, ...]:
    """The front page, row by row, just as it is printed."""
    return tuple(Line(row, "ticket", is_tight=place > 0) for place, row in enumerate(rows))


def render_page_saved(paths: Sequence[str]) -> Line:
    """The front page in files."""
    return Line(f"Your page is in {join_words([strip_controls(path) for path in paths])}.", "note")


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


def render_nested_replay() -> Line:
    """A replay does not replay."""
    return Line("A replay cannot begin another replay.", "refused")


def describe_replay_error(bad: OSError | ValueError) -> str:
    """Why a file cannot be replayed: by what it holds, or in the words of the system."""
    if not isinstance(bad, ReplayError):
        return getattr(bad, "strerror", None) or str(bad)
    match bad.fault:
        case TextTooLarge(limit=limit):
            return f"it is larger than {limit:,} bytes"
        case ByteNotText(place=place):
            return f"byte {place} is not UTF-8 text"
        case _:
            assert_never(bad.fault)
