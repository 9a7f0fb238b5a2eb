"""All files that one game writes: the kept tour, the transcript, a record of lines, honours, answers for results.

They are in one class because a rehearsal (the replay of a transcript) must change none of them. So only one place
checks whether this is a rehearsal.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from game.app.named_files import NamedFiles
from game.core.clock import now
from game.core.disk import Unusable
from game.pack.world import World
from game.prose import file_notices, honour_lines
from game.prose.lines import Line
from game.prose.text import PROMPT, render_text
from game.quiz.bank import Bank
from game.store import honour_file, transcripts
from game.store.honour_file import honour_folder
from game.store.player_files import FilePolicy
from game.store.saves import Saves
from game.store.shared_file import NotKept
from game.store.transcripts import Beginning, TranscriptFile
from game.tour import events as e
from game.tour.events import Event, ResponseMarked
from game.tour.state import State

if TYPE_CHECKING:
    from game.app.judgement_record import KeptJudgement
    from game.store.answer_journal import Journal


Outside = Literal["points", "tours", "windows", "honours", "deck", "files"]
"""Things outside a transcript on which an answer can depend."""


_OUTSIDE: dict[type[Event], Outside] = {
    e.RestoreAsked: "points",
    e.ToursAsked: "tours",
    e.TakeOverAsked: "windows",
    e.HonoursAsked: "honours",
    **dict.fromkeys(
        (e.ExportAsked, e.TranscriptAsked, e.RecordAsked, e.TicketAsked, e.PageAsked, e.ReplayAsked), "files"
    ),
}


class Leaning(NamedTuple):
    """A line whose answer depends on more than the transcript."""

    turn: int
    """Its number among the typed lines, from 1."""
    on: Outside


class TourFiles:
    """The files of one game."""

    def __init__(self, saves: Saves | None, *, is_rehearsal: bool, tour: str) -> None:
        """Name the files; nothing is read or written yet.

        Args:
            saves: The folder of the kept tour; None keeps nothing.
            is_rehearsal: True while a transcript is replayed. Then only the kept tour is written, in a separate folder
            of the replay.
            tour: Id of the pack.
        """
        self.saves = saves
        self._tour = tour
        self.is_rehearsal = is_rehearsal
        self.transcript = TranscriptFile(
            saves.sessions if saves and not is_rehearsal else None, is_rehearsal=is_rehearsal
        )
        self.record: Path | None = None
        """The file for typed lines; None if no record is made."""
        self.turns = 0
        """How many lines were written to the transcript."""
        self.leanings: list[Leaning] = []
        """In a rehearsal, the lines whose answer depends on files that it does not have."""
        self._journal: Journal | None = None
        # Without a player's folder, a plain name has no place.
        policy = FilePolicy(saves.files, saves.is_served) if saves else FilePolicy(Path(), is_served=True)
        self.named = NamedFiles(policy, is_rehearsal=is_rehearsal)

    @property
    def home(self) -> Path | None:
        """The folder for data that stays after a tour; None if nothing is kept."""
        return self.saves.folder if self.saves and not self.is_rehearsal else None

    @property
    def attempts(self) -> Path | None:
        """The folder of answers for results; None if nothing is kept."""
        return self.home / "attempts" if self.home else None

    def note_event(self, event: Event) -> None:
        """In a rehearsal, remember that a line depends on files which only the player had."""
        if self.is_rehearsal and (on := _find_outside(event)):
            self.leanings.append(Leaning(self.turns + 1, on))

    def list_points(self, world: World) -> tuple[str, ...]:
        """The names under which points of a tour are kept."""
        return self.saves.point_names(world) if self.saves else ()

    @property
    def honours(self) -> frozenset[str]:
        """The honours earned in this tour and in those before it."""
        found = self._load_honours()
        return frozenset() if isinstance(found, Unusable) else found

    def begin_transcript(self, world: World, seed: int, beginning: Beginning, lines: tuple[Line, ...]) -> None:
        """Write the header of the transcript and the first words. Earlier text belongs to another tour."""
        head = transcripts.header(world, seed, beginning)
        self.transcript.begin(head + render_text(lines, None))

    def write_told(self, lines: tuple[Line, ...]) -> None:
        """Write the words before the first typed line."""
        self.transcript.add(render_text(lines, None), is_typed=False)

    def write_turn(self, line: str, lines: tuple[Line, ...], remarks: str = "") -> tuple[Line, ...]:
        """Write a typed line and its reply; returns a line for each of the player's files that could not be written.

        Args:
            line: As typed.
            lines: The reply to it.
            remarks: What a replay must know about it, as lines of the transcript.
        """
        was_copied = self.transcript.is_copied
        self.turns += 1
        self.transcript.add(f"{remarks}{PROMPT}{line}\n{render_text(lines, None)}")
        ended = [file_notices.render_ended("transcript")] if was_copied and not self.transcript.is_copied else []
        # The line that ends a record must not be played again, so it is not written.
        is_recorded = self.record is not None and line.split()[:1] != ["record"] and not self.is_rehearsal
        if is_recorded and self.record and not transcripts.append(self.record, f"{line}\n"):
            self.record = None
            ended.append(file_notices.render_ended("record"))
        return tuple(ended)

    def keep_answer(self, bank: Bank, event: ResponseMarked, state: State) -> None:
        """Keep an answer for results."""
        # If it cannot be kept, the tour goes on without a message: the tour reports its own failed save, and one
        # warning is enough.
        with suppress(OSError):
            self._find_journal(bank).responded(event.item, event.response, event.mark, state.visited, now())

    def keep_judgement(self, bank: Bank, judged: "KeptJudgement", state: State) -> None:
        """Keep a judgement of the tour for results, as the answer to a question; only the first one counts."""
        journal = self._find_journal(bank)
        if not journal.has(judged.item.id):
            with suppress(OSError):
                journal.responded(judged.item, (judged.response,), judged.mark, state.visited, now())

    def _find_journal(self, bank: Bank) -> "Journal":
        if self._journal is None:
            self._journal = self.make_journal(bank, "checkpoint")
        return self._journal

    def make_journal(self, bank: Bank, mode: Literal["practice", "checkpoint"]) -> "Journal":
        """A journal of answers that were given in this tour."""
        from game.store.answer_journal import Journal  # needed only for an answer
        from game.store.attempt_folder import find_creator

        keeper = self.saves.keeper if self.saves and not self.is_rehearsal else None
        if keeper is not None:
            return Journal(keeper.create, bank, mode, keeper.find_candidate())
        return Journal(find_creator(self.attempts), bank, mode)

    def keep_honours(self, honours: tuple[str, ...]) -> tuple[Line, ...]:
        """Keep honours permanently; returns one line if something went wrong."""
        if not self.home or not honours:
            return ()
        outcome = honour_file.earn(honour_folder(self.home, self._tour), *honours)
        if isinstance(outcome, NotKept):
            return (honour_lines.render_not_kept(outcome.why),)
        return (honour_lines.render_set_aside(outcome.aside),) if outcome.aside else ()

    @property
    def honours_trouble(self) -> tuple[Line, ...]:
        """One line if the honours of earlier tours cannot be read."""
        found = self._load_honours()
        return (honour_lines.render_unreadable(found.detail or found.why),) if isinstance(found, Unusable) else ()

    def _load_honours(self) -> frozenset[str] | Unusable:
        if not self.saves:
            return frozenset()
        return honour_file.load_honours(honour_folder(self.saves.folder, self._tour))


def _find_outside(event: Event) -> Outside | None:
    if isinstance(event, e.PracticeAsked):
        from game.app.practice_plan import is_by_deck  # not needed for the first prompt

        if is_by_deck(event.wish):
            return "deck"
    return next((on for kind, on in _OUTSIDE.items() if isinstance(event, kind)), None)
