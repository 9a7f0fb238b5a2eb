"""Requests that the tour cannot fulfil, because it knows no files: one function for each, which returns the reply.

They are functions and not methods of the game: none of them takes a turn, and each can be tested alone.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from game.app.named_files import AskFirst
from game.app.tour_files import TourFiles
from game.core.paths import file_stem
from game.pack.world import World
from game.prose import file_notices, honour_lines, save_notices, tour_notices
from game.prose.lines import Line
from game.store import transcripts
from game.store.player_files import NameRefused
from game.tour.honours import find_endings, find_honours
from game.tour.lexicon import Lexicon
from game.tour.state import State

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip

    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession
    from game.exports.front_page.page_model import FrontPage


def save_point(files: TourFiles, world: World, state: State, name: str) -> Line:
    """SAVE: keep this point of the tour under a name."""
    stem = file_stem(name)
    if files.saves is None or not stem:
        return save_notices.render_save_name_missing(files.list_points(world))
    try:
        there = files.saves.write_point(stem, world, state)
    except OSError as bad:
        return save_notices.render_not_saved(bad.strerror or str(bad))
    if there.trouble:
        return save_notices.render_save_in_the_way(stem, there.trouble, there.why)
    return save_notices.render_saved(stem)


def find_point(files: TourFiles, world: World, name: str) -> tuple[State | None, tuple[Line, ...]]:
    """RESTORE: the state saved under a name, and the words; None if there is no such state."""
    stem = file_stem(name)
    if files.saves is None or not stem:
        return None, (save_notices.render_restore_name_missing(files.list_points(world)),)
    found = files.saves.read_point(stem, world)
    if found.trouble:
        return None, (save_notices.render_unusable_save(stem, found.trouble, found.why),)
    if found.state is None:
        return None, (save_notices.render_no_such_save(stem, files.list_points(world)),)
    moved = (tour_notices.render_move(found.moved),) if found.moved else ()
    return found.state, (save_notices.render_restored(stem), *moved)


def export_notebook(files: TourFiles, world: World, state: State, name: str) -> Line:
    """NOTEBOOK EXPORT: write the notebook to a file of the player's choice."""
    from game.exports.notebook_text import render_notebook_markdown

    made = files.named.create(name, ".md", lambda _: render_notebook_markdown(world, state))
    if isinstance(made, Path):
        return file_notices.render_exported(str(made), len(state.noted))
    return _refuse(made, name, "notebook", "NOTEBOOK EXPORT NOTES.MD")


def show_ticket(files: TourFiles, world: World, state: State, wish: str) -> tuple[Line, ...]:
    """TICKET: show the ticket, or write it to a file of the player's choice."""
    from game.exports.ticket_card import make_ticket, render_ticket_svg, render_ticket_text

    # Made before the file: a ticket that cannot be made must leave no empty file behind.
    shown = make_ticket(world, state)
    first, _, name = wish.strip().partition(" ")
    if first.casefold() != "save":
        return file_notices.render_ticket(render_ticket_text(shown).splitlines())
    made = files.named.create(
        name,
        ".txt",
        lambda path: render_ticket_svg(shown) if path.suffix.casefold() == ".svg" else render_ticket_text(shown),
    )
    if isinstance(made, Path):
        return (file_notices.render_ticket_saved(str(made)),)
    return (_refuse(made, name, "ticket", "TICKET SAVE TICKET.TXT"),)


PAGE_ENDINGS = (".txt", ".svg", ".html")
"""The forms in which a page is saved."""

PAGE_FILE = "front-page"
"""What its files are called where the player gives no name."""


def show_page(
    files: TourFiles, world: World, state: State, wish: str, art: "Traversable | None", columns: int = 0
) -> tuple[Line, ...]:
    """PAGE: show the front page, at most so many columns wide, or write it to files of the player's choice."""
    from game.exports.front_page.page_model import make_front_page
    from game.exports.front_page.page_text import PAGE_COLUMNS, render_page_text

    # Made before the files: a page that cannot be made must leave no empty file behind.
    page = make_front_page(world, state, art)
    if page is None:
        return ()
    first, _, name = wish.strip().partition(" ")
    if first.casefold() != "save":
        return file_notices.render_page(render_page_text(page, columns or PAGE_COLUMNS, has_cites=False).splitlines())
    return _save_page(files, page, name.strip() or PAGE_FILE)


def _save_page(files: TourFiles, page: "FrontPage", name: str) -> tuple[Line, ...]:
    """Write the page in the form that a name ends in, or in each form."""
    from game.exports.front_page import render_page

    is_one = name.casefold().endswith(PAGE_ENDINGS)
    # Outside of the player's folder each file needs a question of its own, so one is written there.
    is_elsewhere = not is_one and any(sign in name for sign in "/\\~")
    saved: list[str] = []
    for ending in ("",) if is_one else (".html",) if is_elsewhere else PAGE_ENDINGS:
        made = files.named.create(f"{name}{ending}", ".txt", lambda path: render_page(page, path.suffix.casefold()))
        if not isinstance(made, Path):
            refused = _refuse(made, f"{name}{ending}", "page", "PAGE SAVE FRONT-PAGE.HTML")
            return (*((file_notices.render_page_saved(saved),) if saved else ()), refused)
        saved.append(str(made))
    return (file_notices.render_page_saved(saved),)


def list_honours(files: TourFiles, world: World, state: State) -> tuple[Line, ...]:
    """HONOURS: the honours of this tour and of earlier tours."""
    have = {*files.honours, *find_honours(world, state), *find_endings(world, state)}
    return (*honour_lines.render_honours(have, world), *files.honours_trouble)


def copy_transcript(files: TourFiles, wish: str) -> Line:
    """TRANSCRIPT: write this session to a file of the player's choice, or stop writing."""
    name, is_off = _read_switch(wish)
    if is_off:
        was_copied = files.transcript.is_copied
        files.transcript.copy_to(None)
        return file_notices.render_transcript_off(was_copied=was_copied)
    made = files.named.create(name, ".txt", lambda _: files.transcript.text)
    if isinstance(made, Path):
        files.transcript.copy_to(made)
        return file_notices.render_transcript_on(str(made))
    return _refuse(made, name, "transcript", "TRANSCRIPT ON TOUR.TXT")


def record_lines(files: TourFiles, wish: str) -> Line:
    """RECORD: write the lines typed from now on to a file of the player's choice, or stop writing."""
    name, is_off = _read_switch(wish)
    if is_off:
        was_recorded, files.record = files.record is not None, None
        return file_notices.render_record_off(was_recorded=was_recorded)
    made = files.named.create(name, ".rec", lambda _: transcripts.record_header())
    if isinstance(made, Path):
        files.record = made
        return file_notices.render_record_on(str(made))
    return _refuse(made, name, "record", "RECORD ON TOUR.REC")


def load_lines(files: TourFiles, name: str, *, is_replaying: bool) -> tuple[tuple[str, ...], Line]:
    """REPLAY: the lines in a file, and the words; no lines if they cannot be replayed."""
    # A file that replays itself would never end, and a rehearsal reads no file of the player's.
    if files.is_rehearsal or is_replaying:
        return (), file_notices.render_nested_replay()
    found = files.named.read(name, transcripts.LARGEST)
    if isinstance(found, NameRefused | AskFirst):
        return (), _refuse(found, name, "replay", "REPLAY TOUR.REC")
    path, text = found
    # The game would print any other file line by line, each line as an unknown command; it must not become a way to
    # read files.
    if not transcripts.is_ours(text):
        return (), file_notices.render_not_ours(str(path))
    lines = transcripts.read(text).lines
    return lines, file_notices.render_replay_begins(str(path), len(lines))


def _refuse(why: NameRefused | AskFirst, name: str, what: file_notices.FileUse, example: str) -> Line:
    """The words for a file that was not written or read, or that needs the player's consent first."""
    if isinstance(why, AskFirst):
        return file_notices.render_ask_first(what, str(why.path))
    return file_notices.render_refused_name(what, name, why, example)


def begin_practice(
    files: TourFiles, lexicon: Lexicon, state: State, wish: str
) -> tuple["QuizSession[PracticePolicy] | None", tuple[Line, ...]]:
    """PRACTICE: a quiz session about the notebook, opened, and its first words; None if there is nothing to ask."""
    from game.app.learner_record import LearnerRecord
    from game.app.practice_plan import plan_practice
    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession
    from game.store.decks import path_of

    bank = lexicon.bank
    deck = path_of(files.home, bank.world.tour.id) if files.home else None
    plan = plan_practice(wish, state, deck, files.attempts)
    if plan.facts is not None and not plan.facts:
        return None, (save_notices.render_nothing_to_practise(),)
    practice = QuizSession(PracticePolicy(bank, plan, lexicon=lexicon))
    practice.policy.record = LearnerRecord(bank, plan, files.make_journal(bank, "practice"))
    lines = practice.open()
    return None if practice.is_over else practice, lines


def _read_switch(wish: str) -> tuple[str, bool]:
    """The file that ON names, and whether the line says OFF."""
    first, _, rest = wish.strip().partition(" ")
    if first.casefold() == "off":
        return "", True
    return (rest if first.casefold() == "on" else wish), False
