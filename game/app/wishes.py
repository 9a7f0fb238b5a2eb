"""What the tour can only ask for, since it knows no files: one function a wish, each with the words that answer it.

They are functions and not methods of the game: none of them takes a turn, and each can be read and tested alone.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from game.app.tour_files import TourFiles
from game.core.paths import file_stem
from game.pack.world import World
from game.prose import notices
from game.prose.lines import Line
from game.quiz.bank import Bank
from game.store import transcripts
from game.tour.honours import reached
from game.tour.state import State

if TYPE_CHECKING:
    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession


def save_point(files: TourFiles, world: World, state: State, name: str) -> Line:
    """SAVE: keep this point of the tour under a name."""
    stem = file_stem(name)
    if files.saves is None or not stem:
        return notices.no_name(files.point_names)
    try:
        files.saves.write(stem, world, state)
    except OSError as bad:
        return notices.not_saved(bad.strerror or str(bad))
    return notices.saved(stem)


def find_point(files: TourFiles, world: World, name: str) -> tuple[State | None, tuple[Line, ...]]:
    """RESTORE: the state kept under a name, and the words; None when there is none to go back to."""
    stem = file_stem(name)
    if files.saves is None or not stem:
        return None, (notices.no_restore(files.point_names),)
    found = files.saves.read(stem, world)
    if found.trouble:
        return None, (notices.bad_save(stem, found.trouble, found.aside),)
    if found.state is None:
        return None, (notices.no_save(stem, files.point_names),)
    return found.state, (notices.restored(stem),)


def export_notebook(files: TourFiles, world: World, state: State, name: str) -> Line:
    """NOTEBOOK EXPORT: write the notebook to a file of the player's choice."""
    from game.exports.notebook_text import as_markdown

    path, why = _make_file(files, name, ".md")
    if path is None:
        return notices.not_written("notebook", name, why) if why else notices.no_export()
    files.write_text(path, as_markdown(world, state))
    return notices.exported(str(path), len(state.noted))


def show_ticket(files: TourFiles, world: World, state: State, wish: str) -> tuple[Line, ...]:
    """TICKET: show the ticket, or write it to a file of the player's choice."""
    from game.exports.ticket_card import as_svg, as_text, ticket

    shown = ticket(world, state)
    first, _, name = wish.strip().partition(" ")
    if first.casefold() != "save":
        return notices.ticket(as_text(shown).splitlines())
    path, why = _make_file(files, name, ".txt")
    if path is None:
        return (notices.not_written("ticket", name, why) if why else notices.no_file_named("TICKET SAVE"),)
    files.write_text(path, as_svg(shown) if path.suffix.casefold() == ".svg" else as_text(shown))
    return (notices.ticket_saved(str(path)),)


def list_honours(files: TourFiles, world: World, state: State) -> tuple[Line, ...]:
    """HONOURS: those of this tour and of the tours before it."""
    return notices.honours_shown({*files.honours, *reached(world, state)})


def copy_transcript(files: TourFiles, wish: str) -> Line:
    """TRANSCRIPT: write this session to a file of the player's choice, or stop that."""
    name, is_off = _read_switch(wish)
    if is_off:
        was_copied = files.transcript.is_copied
        files.transcript.copy_to(None)
        return notices.transcript_off(was_copied=was_copied)
    path, why = _make_file(files, name, ".txt")
    if path is None:
        return notices.not_written("transcript", name, why) if why else notices.no_file_named("TRANSCRIPT ON")
    files.transcript.copy_to(path)
    return notices.transcript_on(str(path))


def record_lines(files: TourFiles, wish: str) -> Line:
    """RECORD: write the lines typed from now on to a file of the player's choice, or stop that."""
    name, is_off = _read_switch(wish)
    if is_off:
        was_recorded, files.record = files.record is not None, None
        return notices.record_off(was_recorded=was_recorded)
    path, why = _make_file(files, name, ".rec")
    if path is None:
        return notices.not_written("record", name, why) if why else notices.no_file_named("RECORD ON")
    files.record = path
    return notices.record_on(str(path))


def load_lines(files: TourFiles, name: str, *, is_replaying: bool) -> tuple[tuple[str, ...], Line]:
    """REPLAY: the lines in a file, and the words; no lines where they cannot be replayed."""
    # A file that replays itself would never end, and a rehearsal reads no file of the player's.
    if files.is_rehearsal or is_replaying:
        return (), notices.no_replay_here()
    if not name.strip() or "\0" in name:
        return (), notices.no_file_named("REPLAY")
    path = Path(name).expanduser()
    try:
        play = transcripts.load(path)
    except (OSError, ValueError) as bad:
        return (), notices.not_replayed(str(path), getattr(bad, "strerror", None) or str(bad))
    return play.lines, notices.replayed(str(path), len(play.lines))


def begin_practice(
    files: TourFiles, bank: Bank, state: State, wish: str
) -> tuple["QuizSession[PracticePolicy] | None", tuple[Line, ...]]:
    """PRACTICE: a quiz session about the notebook, opened, and its first words; None when it has nothing to ask."""
    from game.app.practice_plan import plan_practice
    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession
    from game.store.decks import path_of

    deck = path_of(files.home, bank.world.tour.id) if files.home else None
    plan = plan_practice(wish, state, deck, files.attempts)
    if plan.facts is not None and not plan.facts:
        return None, (notices.nothing_noted(),)
    practice = QuizSession(PracticePolicy(bank, plan))
    lines = practice.open()
    return None if practice.is_over else practice, lines


def _make_file(files: TourFiles, name: str, suffix: str) -> tuple[Path | None, str]:
    """A new, empty file of the player's choice; one that is there already is never overwritten.

    Returns:
        Its path; or None, and why there is none: nothing when no name was given.
    """
    if not name.strip() or "\0" in name:
        return None, ""
    path = Path(name.strip()).expanduser()
    path = path if path.suffix else path.with_suffix(suffix)
    try:
        # A rehearsal answers as if the file had been written: its words must equal those of the transcript.
        if not files.is_rehearsal:
            path.touch(exist_ok=False)
    except FileExistsError:
        return None, "a file of that name is there already"
    except (OSError, ValueError) as bad:
        return None, getattr(bad, "strerror", None) or str(bad)
    return path, ""


def _read_switch(wish: str) -> tuple[str, bool]:
    """The file that ON names, and whether OFF is wished for."""
    first, _, rest = wish.strip().partition(" ")
    if first.casefold() == "off":
        return "", True
    return (rest if first.casefold() == "on" else wish), False
