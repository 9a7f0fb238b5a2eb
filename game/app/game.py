"""One player's game as both front ends know it: a line in, lines out, everything kept on the way.

It joins the session, its words and the saves. It knows neither terminal nor screen.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.view import View, view
from game.core.paths import file_stem
from game.pack.world import World
from game.prose import notices
from game.prose.event_lines import render_event
from game.prose.lines import Line, plain
from game.prose.text import PROMPT, paragraphs
from game.prose.units import converted
from game.store import honour_file, transcripts
from game.store.saves import RUNNING, Saves, dump
from game.store.transcripts import Beginning, TranscriptFile
from game.tour import events as e
from game.tour.honours import Honour, reached
from game.tour.parser import Completion, completions
from game.tour.session import LONGEST, Session
from game.tour.state import LESSONS, State, begin

if TYPE_CHECKING:
    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession
    from game.store.answer_journal import Journal


class Game:
    """A session with its words and its saves."""

    def __init__(self, world: World, saves: Saves | None = None, seed: int = 0, *, is_rehearsal: bool = False) -> None:
        """Make a game; nothing is read or written before ``open``.

        Args:
            world: The pack to play.
            saves: Where to keep the tour; None keeps nothing.
            seed: Decides the order of options.
            is_rehearsal: True while a transcript is replayed: then no file of the player's choice is read or written,
                and what would write one is answered as if it had.
        """
        self.session = Session(world, seed)
        self.round: QuizSession[PracticePolicy] | None = None
        """The practice that is going on; then every line goes to it."""
        self.is_over = False
        self._journal: Journal | None = None
        self._saves = saves
        self._seed = seed
        self._is_kept = saves is not None
        self._is_rehearsal = is_rehearsal
        self._transcript = TranscriptFile(
            saves.sessions if saves and not is_rehearsal else None, is_rehearsal=is_rehearsal
        )
        self._record: Path | None = None
        self._is_replaying = False
        self.has_arrived = False
        """Whether the last line typed led to the end of the tour for the first time."""

    @property
    def world(self) -> World:
        """The pack that is played."""
        return self.session.world

    @property
    def state(self) -> State:
        """Where the player stands."""
        return self.session.state

    @property
    def _attempts(self) -> Path | None:
        """Where answers are kept for results; None while nothing is kept."""
        return self._saves.folder / "attempts" if self._saves and not self._is_rehearsal else None

    @property
    def view(self) -> View:
        """What a screen shows beside the words."""
        return view(self.session.lexicon, self.state)

    def completions(self, line: str) -> tuple[Completion, ...]:
        """How a line that is being typed may go on, where the player stands now."""
        # A front end keeps this method and not the session's: a tour that is resumed brings a session of its own.
        return completions(line, self.session.scope)

    @property
    def transcript(self) -> str:
        """This session so far, as text."""
        return self._transcript.text

    def open(self, *, fresh: bool = False, lessons: int | None = None) -> tuple[Line, ...]:
        """The first lines: the kept tour where it was, or a new one.

        Args:
            fresh: True to begin anew; the kept tour is then one UNDO away.
            lessons: How many lessons a new tour begins with; None gives them to those who have no tour kept.
        """
        found = self._saves.read(RUNNING, self.world) if self._saves else None
        if found and found.state and not fresh:
            self.session = Session(self.world, self._seed, found.state)
            beginning = Beginning(0, dump(self.world, found.state))
            events = self.session.resume()
            lines = (notices.welcome_back(self.world, self.state), *self._tell(events))
            return self._begun(beginning, lines)
        if lessons is None:
            lessons = LESSONS if found and not found.state and not found.trouble else 0
        lines = self._begun(Beginning(lessons), self._tell(self.session.open(lessons)))
        if found and found.trouble:
            lines = (notices.damaged_save(found.trouble, found.aside), *lines)
        return (*lines, *self._keep())

    def perform(self, line: str) -> tuple[Line, ...]:
        """What the tour says to a typed line; the state is kept and the turn written down before this returns."""
        line = plain(line.rstrip("\r\n"))[:LONGEST]
        self.has_arrived = False
        if self.round is not None:
            return self._practise(self.round, line)
        told: list[Line] = []
        replayed: tuple[str, ...] = ()
        before = self.state
        honoured = reached(self.world, before)
        for event in self.session.perform(line):
            if isinstance(event, e.ReplayAsked):
                replayed, lines = self._lines_of(event.name)
                told.extend(lines)
            else:
                told.extend(self._answer(event))
            if isinstance(event, e.ResponseMarked):
                self._journalise(event)
        if self.state is not before:
            told.extend((*self._keep(), *self._honour(honoured)))
        if self.is_over:
            told.append(notices.goodbye(self.world, self.state, is_kept=self._is_kept))
        lines = self._converted(told)
        if not replayed:
            self._write_down(line, lines)
        return (*lines, *self._replay(replayed))

    def _practise(self, practice: "QuizSession[PracticePolicy]", line: str) -> tuple[Line, ...]:
        """What practice makes of a line; after its last words the tour goes on."""
        lines = practice.perform(line)
        if practice.is_over:
            self.round = None
            lines = (*lines, notices.back_on_the_train(self.state, self.world))
        self._write_down(line, lines)
        return lines

    def _journalise(self, event: e.ResponseMarked) -> None:
        """Keep an answer for results; where it cannot be, the tour goes on, and tells of its own save."""
        from game.core.clock import now
        from game.store.answer_journal import Journal  # only who answers needs it

        if self._journal is None:
            self._journal = Journal(self._attempts, self.session.lexicon.bank, "checkpoint")
        with suppress(OSError):
            self._journal.responded(event.item, event.response, event.mark, self.state.visited, now())

    def _honour(self, before: tuple[Honour, ...]) -> tuple[Line, ...]:
        """The honours that this turn has come to; they are kept for good."""
        fresh = [honour for honour in reached(self.world, self.state) if honour not in before]
        if fresh and self._saves is not None and not self._is_rehearsal:
            honour_file.earn(self._saves.folder, *fresh)
        return tuple(map(notices.honoured, fresh))

    def _begun(self, beginning: Beginning, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        head = transcripts.header(self.world, self._seed, beginning)
        self._transcript.add(head + paragraphs(lines, None), is_typed=False)
        return lines

    def _write_down(self, line: str, lines: tuple[Line, ...]) -> None:
        self._transcript.add(f"{PROMPT}{line}\n{paragraphs(lines, None)}")
        if self._record is not None and line.split()[:1] != ["record"]:
            self._append(self._record, f"{line}\n")

    def _replay(self, lines: tuple[str, ...]) -> Iterable[Line]:
        """Perform the lines of a file, each shown as if it had been typed."""
        self._is_replaying = True
        for line in lines:
            if self.is_over:
                break
            yield Line(line, "echo")
            yield from self.perform(line)
        self._is_replaying = False

    def _lines_of(self, name: str) -> tuple[tuple[str, ...], tuple[Line, ...]]:
        """The lines in a file to replay, or why there are none."""
        if self._is_rehearsal or self._is_replaying:
            return (), (notices.no_replay_here(),)
        if not name.strip() or "\0" in name:
            return (), (notices.no_file_named("REPLAY"),)
        path = Path(name).expanduser()
        try:
            play = transcripts.load(path)
        except (OSError, ValueError) as bad:
            return (), (notices.not_replayed(str(path), getattr(bad, "strerror", None) or str(bad)),)
        return play.lines, (notices.replayed(str(path), len(play.lines)),)

    def _answer(self, event: e.Event) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one case a wish, nothing else
        """The words for an event; what only a front end can do is done first."""
        match event:
            case e.ExportAsked():
                return (self._export(event.name),)
            case e.SaveAsked():
                return (self._save(event.name),)
            case e.RestoreAsked():
                return self._restore(event.name)
            case e.RestartAsked():
                return self._restart()
            case e.TranscriptAsked():
                return (self._copy(event.wish),)
            case e.PracticeAsked():
                return self._begin_practice(event.wish)
            case e.HonoursAsked():
                kept = honour_file.read(self._saves.folder) if self._saves else frozenset()
                return notices.honours_shown({*kept, *reached(self.world, self.state)})
            case e.TicketAsked():
                return self._ticket(event.wish)
            case e.RecordAsked():
                return (self._take_down(event.wish),)
            case e.Arrived():
                self.has_arrived = True
            case e.QuitAsked():
                self.is_over = True
        return render_event(event, self.world)

    def _tell(self, events: tuple[e.Event, ...]) -> tuple[Line, ...]:
        return self._converted(line for event in events for line in render_event(event, self.world))

    def _converted(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        return tuple(converted(line, self.state.units) for line in lines)

    def _keep(self) -> tuple[Line, ...]:
        """Keep the running tour; the first time that fails, say so."""
        if self._saves is None:
            return ()
        try:
            self._saves.write(RUNNING, self.world, self.state)
        except OSError as bad:
            was_kept, self._is_kept = self._is_kept, False
            return (notices.not_saved(bad.strerror or str(bad)),) if was_kept else ()
        self._is_kept = True
        return ()

    def _save(self, name: str) -> Line:
        stem = file_stem(name)
        if self._saves is None or not stem:
            return notices.no_name(self._names())
        try:
            self._saves.write(stem, self.world, self.state)
        except OSError as bad:
            return notices.not_saved(bad.strerror or str(bad))
        return notices.saved(stem)

    def _restore(self, name: str) -> tuple[Line, ...]:
        stem = file_stem(name)
        if self._saves is None or not stem:
            return (notices.no_restore(self._names()),)
        found = self._saves.read(stem, self.world)
        if found.trouble:
            return (notices.bad_save(stem, found.trouble, found.aside),)
        if found.state is None:
            return (notices.no_save(stem, self._names()),)
        return (notices.restored(stem), *self._tell(self.session.jump(found.state, f"restore {stem}")))

    def _export(self, name: str) -> Line:
        """Write the notebook to a file of the player's choice."""
        from game.exports.notebook_text import as_markdown

        path, why = self._new_file(name, ".md")
        if path is None:
            return notices.not_written("notebook", name, why) if why else notices.no_export()
        self._append(path, as_markdown(self.world, self.state))
        return notices.exported(str(path), len(self.state.noted))

    def _begin_practice(self, wish: str) -> tuple[Line, ...]:
        from game.app.practice_plan import plan_practice
        from game.app.practice_policy import PracticePolicy
        from game.app.quiz_session import QuizSession
        from game.store.decks import path_of

        is_kept = self._saves is not None and not self._is_rehearsal
        deck = path_of(self._saves.folder, self.world.tour.id) if self._saves and is_kept else None
        plan = plan_practice(wish, self.state, deck, self._attempts)
        if plan.facts is not None and not plan.facts:
            return (notices.nothing_noted(),)
        practice = QuizSession(PracticePolicy(self.session.lexicon.bank, plan))
        lines = practice.open()
        self.round = None if practice.is_over else practice
        return lines

    def _ticket(self, wish: str) -> tuple[Line, ...]:
        """Show the ticket, or write it to a file of the player's choice."""
        from game.exports.ticket_card import as_svg, as_text, ticket

        shown = ticket(self.world, self.state)
        first, _, name = wish.strip().partition(" ")
        if first.casefold() != "save":
            return notices.ticket(as_text(shown).splitlines())
        path, why = self._new_file(name, ".txt")
        if path is None:
            return (notices.not_written("ticket", name, why) if why else notices.no_file_named("TICKET SAVE"),)
        self._append(path, as_svg(shown) if path.suffix.casefold() == ".svg" else as_text(shown))
        return (notices.ticket_saved(str(path)),)

    def _copy(self, wish: str) -> Line:
        """Write this session to a file of the player's choice, or stop that."""
        name, is_off = _wished(wish)
        if is_off:
            was_copied = self._transcript.is_copied
            self._transcript.copy_to(None)
            return notices.transcript_off(was_copied=was_copied)
        path, why = self._new_file(name, ".txt")
        if path is None:
            return notices.not_written("transcript", name, why) if why else notices.no_file_named("TRANSCRIPT ON")
        self._transcript.copy_to(path)
        return notices.transcript_on(str(path))

    def _take_down(self, wish: str) -> Line:
        """Write the lines typed from now on to a file of the player's choice, or stop that."""
        name, is_off = _wished(wish)
        if is_off:
            was_recorded, self._record = self._record is not None, None
            return notices.record_off(was_recorded=was_recorded)
        path, why = self._new_file(name, ".rec")
        if path is None:
            return notices.not_written("record", name, why) if why else notices.no_file_named("RECORD ON")
        self._record = path
        return notices.record_on(str(path))

    def _new_file(self, name: str, suffix: str) -> tuple[Path | None, str]:
        """A new, empty file of the player's choice; one that is there already is never overwritten.

        Returns:
            Its path; or None, and why there is none: nothing when no name was given.
        """
        if not name.strip() or "\0" in name:
            return None, ""
        path = Path(name.strip()).expanduser()
        path = path if path.suffix else path.with_suffix(suffix)
        try:
            if not self._is_rehearsal:
                path.touch(exist_ok=False)
        except FileExistsError:
            return None, "a file of that name is there already"
        except (OSError, ValueError) as bad:
            return None, getattr(bad, "strerror", None) or str(bad)
        return path, ""

    def _append(self, path: Path, text: str) -> None:
        if not self._is_rehearsal:
            transcripts.append(path, text)

    def _restart(self) -> tuple[Line, ...]:
        events = self.session.jump(begin(self.world, self._seed), "restart")
        return (notices.restarted(), *self._tell(events))

    def _names(self) -> tuple[str, ...]:
        return self._saves.names() if self._saves else ()


def _wished(wish: str) -> tuple[str, bool]:
    """The file that ON names, and whether OFF is wished for."""
    first, _, rest = wish.strip().partition(" ")
    if first.casefold() == "off":
        return "", True
    return (rest if first.casefold() == "on" else wish), False
