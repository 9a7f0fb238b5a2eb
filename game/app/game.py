"""One player's game, the same for every front end: a line in, a reply out. Every turn is kept.

It joins the session, its words and the files, and knows neither terminal nor screen. Other modules do what is not part
of a turn: ``wishes`` handles requests for files, ``boards`` what a player only looks at. So this class contains only
the turn, and a third front end needs nothing else.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from game.app.kept_practice import find_practice, resume_practice
from game.app.named_files import read_agreement
from game.app.reply import Opening, Reply
from game.app.tour_files import TourFiles
from game.app.tour_window import TourWindow
from game.core.characters import strip_controls
from game.core.paths import file_stem
from game.pack.world import World
from game.prose import file_notices, honour_lines, save_notices, tour_notices
from game.prose.event_lines import render_event
from game.prose.lines import Line
from game.prose.units import convert_line
from game.store.saves import Saves
from game.store.turn_records import NO_QUIZ, QuizPart
from game.tour import events as e
from game.tour.honours import find_endings, find_honours
from game.tour.session import MAX_LINE_CHARACTERS
from game.tour.state import State

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip

    from game.app.boards import Boards
    from game.app.practice_policy import PracticePolicy
    from game.app.quiz_session import QuizSession
    from game.app.view import View
    from game.tour.lexicon import Lexicon
    from game.tour.parser import Completion


BOARDS: dict[type[e.Event], Opening] = {
    e.TimelineShown: "timeline",
    e.DifferencesShown: "differences",
    e.JourneysShown: "journeys",
}
"""What is told in lines and drawn on a board."""


class Game:
    """A session with its words and its files."""

    def __init__(
        self,
        world: World,
        saves: Saves | None = None,
        seed: int = 0,
        *,
        art: "Traversable | None" = None,
        is_rehearsal: bool = False,
        lexicon: "Lexicon | None" = None,
    ) -> None:
        """Make a game; nothing is read or written before ``open``.

        Args:
            world: The pack to play.
            saves: Where to keep the tour; None keeps nothing.
            seed: Decides the order of options.
            art: The folder with the scenes and sprites of the pack; None for a pack without pictures.
            is_rehearsal: True while a transcript is replayed. Then no file that a player names is read or written, and
            the game answers as if it had been.
            lexicon: The names of the pack, where they are indexed already: many games of one process share them.
        """
        self.practice: QuizSession[PracticePolicy] | None = None
        """The running practice, which gets every line; None if there is none."""
        self.is_over = False
        self.world = world
        self.art = art
        """The folder with the scenes and sprites of the pack."""
        self._files = TourFiles(saves, is_rehearsal=is_rehearsal, tour=world.tour.id)
        self.leanings = self._files.leanings
        """In a rehearsal, the lines whose answer depends on more than the transcript."""
        self._window = TourWindow(lexicon or world, saves, seed, self._files)
        self.kept = self._window.kept
        """The tour on file: its earlier text, and whether this window may write it."""
        self.columns = 0
        """Columns of a page among the lines; 0 where a screen shows the page."""
        self._is_replaying = False
        self._waiting: e.Event | None = None
        """A request for a file outside the player's folder that waits for the player's answer."""

    @property
    def state(self) -> State:
        """Where the player stands."""
        return self._window.session.state

    @property
    def view(self) -> "View":
        """What a screen shows beside the words."""
        from game.app.view import build_view  # line mode shows none

        return build_view(self._window.session.lexicon, self.state)

    @property
    def boards(self) -> "Boards":
        """What the player can look at now without taking a turn."""
        from game.app.boards import Boards  # line mode has none

        return Boards(self._window.session.scope, self.practice)

    @property
    def transcript(self) -> str:
        """This session so far, as text."""
        return self._files.transcript.text

    def completions(self, line: str) -> "tuple[Completion, ...]":
        """How a typed beginning of a line can be completed.

        A front end must ask here at every key, because the session changes when a kept tour is opened.
        """
        from game.tour.parser import find_completions

        return find_completions(line, self._window.session.scope)

    def open(self, *, fresh: bool = False, lessons: int | None = None, is_attended: bool = True) -> tuple[Line, ...]:
        """The first lines: the kept tour where the player left it, or a new tour.

        Args:
            fresh: True for a new tour. One UNDO then brings the kept tour back.
            lessons: How many lessons a new tour begins with; None gives lessons only to players without a kept tour.
            is_attended: False if no person answers, as in a script. If another window has the tour, nobody can be
            asked, so the lines go to a separate tour.
        """
        lines = self._window.open(fresh=fresh, lessons=lessons, is_attended=is_attended)
        turns = find_practice(self.kept.turns.entries) if self.kept.turns and not fresh else ()
        if turns and not self.kept.is_reading:
            self.practice, told = resume_practice(self._files, self._window.session.lexicon, self.state, turns)
            self._files.write_told(told)
            lines = (*lines, *told)
        return lines

    def close(self) -> None:
        """Give up the claim to the tour, so that the next window can have it."""
        self.kept.close()

    def perform(self, line: str) -> tuple[Line, ...]:
        """The words of the reply, for front ends that cannot open a screen."""
        return self.reply(line).lines

    def reply(self, line: str) -> Reply:
        """The reply to a typed line. The state and the turn are written to disk before this returns."""
        # Cleaned and cut first, because the transcript must hold exactly the line that was performed.
        line = strip_controls(line.rstrip("\r\n"))[:MAX_LINE_CHARACTERS]
        if since := self._window.notice_loss():
            # A running practice ends here, because a window that only reads must not keep answers.
            self.practice = None
            return Reply((tour_notices.render_lost(since),))
        if self.kept.is_reading:
            lines = self._window.look_around(line)
            self.is_over = self._window.has_left
            return Reply(lines)
        if self.practice is not None:
            return Reply(self._practise(self.practice, line))
        return self._perform(line)

    def _perform(self, line: str) -> Reply:
        """What the session says to a line."""
        answered: list[Line] = []
        opens: Opening | None = None
        replayed: tuple[str, ...] = ()
        before = self.state
        if self._waiting is not None and read_agreement(line) is False:
            answered.append(file_notices.render_declined())
        for event in self._find_events(line):
            self._files.note_event(event)
            if isinstance(event, e.ReplayAsked):
                from game.app import wishes

                replayed, notice = wishes.load_lines(self._files, event.name, is_replaying=self._is_replaying)
                answered.append(notice)
            else:
                answered.extend(self._answer(event))
            if self._files.named.asked is not None:
                self._waiting = event
            opens = opens or _find_opening(event, is_quiz=self.practice is not None)
        answered.extend(_render_new_honours(self._files, self.world, before, self.state))
        if self.is_over:
            return Reply(self._window.leave(line, answered, before))
        lines = tuple(convert_line(each, self.state.units) for each in answered)
        # The transcript already holds the lines of the replayed file; with REPLAY in it, they would be played twice.
        if replayed:
            return self._replay(lines, replayed)
        begun = QuizPart("begun", self.practice.policy.item_ids) if opens == "quiz" and self.practice else NO_QUIZ
        return Reply(self._window.keep(line, lines, begun), opens)

    def _find_events(self, line: str) -> tuple[e.Event, ...]:
        """The events of a line. If the game has asked about a file, the line may be the answer."""
        waiting, self._waiting = self._waiting, None
        answer = read_agreement(line) if waiting is not None else None
        if waiting is None or answer is None:
            self._files.named.asked = None
            return self._window.session.perform(line)
        if answer:
            self._files.named.agree()
        return (waiting,) if answer else ()

    def _practise(self, practice: "QuizSession[PracticePolicy]", line: str) -> tuple[Line, ...]:
        """The reply of practice to a line; after its end, the tour goes on."""
        lines = practice.perform(line)
        if practice.is_over:
            self.practice = None
            lines = (*lines, save_notices.render_end_of_practice(self.state, self.world))
        return self._window.keep(line, lines, QuizPart("over" if practice.is_over else "on"))

    def _replay(self, lines: tuple[Line, ...], replayed: tuple[str, ...]) -> Reply:
        """Perform the lines of a file, each shown as if typed. The screen that the last line opens is opened."""
        answered = list(lines)
        opens: Opening | None = None
        self._is_replaying = self._files.named.is_closed = True
        for line in replayed:
            if self.is_over:
                break
            reply = self.reply(line)
            answered += [Line(line, "echo"), *reply.lines]
            opens = reply.opens
        self._is_replaying = self._files.named.is_closed = False
        # If the file began a quiz session and did not end it, the session gets the next line, so a screen must show it.
        return Reply(tuple(answered), "quiz" if self.practice is not None else opens)

    def _keep_judgements(self, event: e.Event) -> None:
        from game.app.judgement_record import list_judgements  # most lines judge nothing

        for judged in list_judgements(event, self.state):
            self._files.keep_judgement(self._window.session.lexicon.bank, judged, self.state)

    def _show_drawn(self, event: e.Event) -> tuple[Line, ...]:
        """What an event brings to see: a page that was filed; on a screen, the drawing of a question just closed."""
        if isinstance(event, e.DispatchFiled):
            return self._show_filed(event)
        if not isinstance(event, e.LeadClosed) or self.columns:
            return ()
        from game.app.lead_drawing import draw_lead

        return draw_lead(event.lead, self.art)

    def _show_filed(self, event: e.DispatchFiled) -> tuple[Line, ...]:
        """The page of a report just filed, for front ends that open no screen for it, and what is left to see."""
        if not event.is_newsroom:
            return ()
        from game.app.wishes import show_page
        from game.prose.report_lines import render_unseen

        page = show_page(self._files, self.world, self.state, "", self.art, self.columns) if self.columns else ()
        return (*page, render_unseen(event))

    def _answer(self, event: e.Event) -> tuple[Line, ...]:  # noqa: C901, PLR0911, PLR0912 - one case a wish
        """The words for an event, after the app has done its part of it."""
        files, world, state = self._files, self.world, self.state
        if not isinstance(event, e.WishEvent):
            if isinstance(event, e.ResponseMarked):
                files.keep_answer(self._window.session.lexicon.bank, event, state)
            elif isinstance(event, e.PairJudged | e.LeadClosed | e.Overreached | e.WireAnswered | e.DispatchFiled):
                self._keep_judgements(event)
            told = render_event(event, world)
            return (*told, *self._show_drawn(event))
        from game.app import wishes  # most lines need no file

        match event:
            case e.ExportAsked():
                return (wishes.export_notebook(files, world, state, event.name),)
            case e.SaveAsked():
                return (wishes.save_point(files, world, state, event.name),)
            case e.RestoreAsked():
                found, lines = wishes.find_point(files, world, event.name)
                jumped = self._window.session.jump(found, f"restore {file_stem(event.name)}") if found else ()
                return (*lines, *self._window.render(jumped))
            case e.RestartAsked() | e.ToursAsked() | e.TakeOverAsked():
                return self._window.answer(event)
            case e.TranscriptAsked():
                return (wishes.copy_transcript(files, event.wish),)
            case e.RecordAsked():
                return (wishes.record_lines(files, event.wish),)
            case e.PracticeAsked():
                lexicon = self._window.session.lexicon
                self.practice, lines = wishes.begin_practice(files, lexicon, state, event.wish)
                return lines
            case e.HonoursAsked():
                return wishes.list_honours(files, world, state)
            case e.TicketAsked():
                return wishes.show_ticket(files, world, state, event.wish)
            case e.PageAsked():
                return wishes.show_page(files, world, state, event.wish, self.art, self.columns)
            case e.ReplayAsked():
                return ()  # the caller performs its lines
            case e.QuitAsked():
                self.is_over = True
                return ()
            case _:
                assert_never(event)


def notice_loss(game: Game) -> tuple[Line, ...]:
    """One line if another window has taken the tour over since the last line. Front ends ask while nothing is typed.

    Without it, a player would learn this only after typing the next line.
    """
    since = game.kept.notice_loss()
    if since is None:
        return ()
    game.practice = None
    return (tour_notices.render_lost(since, has_line=False),)


def _render_new_honours(files: TourFiles, world: World, before: State, state: State) -> Iterator[Line]:
    """The honours that the player has earned in this turn; they are kept permanently."""
    # States are frozen: where nothing happened, it is the same object, and no honour can be new.
    now = find_honours(world, state) if state is not before else ()
    # The earlier state is compared only if there is an honour at all; in most turns there is none.
    known = find_honours(world, before) if now else ()
    fresh = tuple(honour for honour in now if honour not in known)
    yield from (honour_lines.render_honour(honour, world) for honour in fresh)
    endings = find_endings(world, state) if state.endings is not before.endings else ()
    yield from files.keep_honours((*fresh, *endings))


def _find_opening(event: e.Event, *, is_quiz: bool) -> Opening | None:
    """What a screen opens for an event. A request for practice opens nothing if there is nothing to ask."""
    if isinstance(event, e.Arrived):
        return "end"
    if isinstance(event, e.DispatchShown | e.DeskShown) and event.is_asked:
        return "desk"
    if isinstance(event, e.DispatchFiled) and event.is_newsroom:
        return "page"
    if isinstance(event, e.PageAsked) and not event.wish.strip():
        return "page"
    if isinstance(event, e.PracticeAsked) and is_quiz:
        return "quiz"
    return next((board for shown, board in BOARDS.items() if isinstance(event, shown)), None)
