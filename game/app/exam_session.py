"""One candidate sits one paper: answers are kept as they come and marked when all is handed in.

The exam's clock is monotonic; the one on the wall is only compared with it, and where they part the gap is noted. It
knows neither terminal nor screen.
"""

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Literal

from msgspec import Struct

from game.app.quiz_session import ItemStatus, QuizView
from game.core.clock import now
from game.core.names import words
from game.pack.items import Item, Short
from game.pack.ledger import Fact
from game.prose import exam, questions, quiz
from game.prose.lines import Line, echo
from game.quiz import Response, Shown, mark, read
from game.quiz.marking import FULL
from game.quiz.papers import Paper
from game.store.attempt_events import Event, Gap, HandedIn, Left, Paused, Responded, Seen, WentOn
from game.store.attempt_file import OpenElsewhereError
from game.store.attempts import Attempt

COMMANDS = {
    "next": "the next question",
    "back": "the one before",
    "list": "which questions are answered",
    "clear": "take an answer back",
    "time": "how much is left",
    "hand in": "end the exam, after asking",
    "leave": "go without handing in",
    "help": "this list",
}
MORE = {"pause": "stop the clock", "notes": "search your notebook: NOTES WORD"}
"""Only where the rules allow."""

WORDS = {
    **{word: word for word in (*COMMANDS, *MORE)},
    **dict.fromkeys(("n", "", "skip", "continue", "go on"), "next"),
    **dict.fromkeys(("p", "previous", "prev"), "back"),
    **dict.fromkeys(("l", "overview", "questions", "map"), "list"),
    **dict.fromkeys(("take back", "undo", "erase"), "clear"),
    **dict.fromkeys(("clock", "how long"), "time"),
    **dict.fromkeys(("submit", "finish", "done", "handin", "hand it in", "end"), "hand in"),
    **dict.fromkeys(("quit", "q", "exit"), "leave"),
    **dict.fromkeys(("commands", "?"), "help"),
    **dict.fromkeys(("notebook", "journal"), "notes"),
}

WARNINGS = (300.0, 60.0, 10.0)
"""Seconds before the end at which the clock speaks up."""

SLACK = 5.0
"""Seconds that the two clocks may part before it is noted."""


class Clocks(Struct, frozen=True):
    """The two clocks an exam goes by."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], datetime] = now


class ExamSession:
    """An exam as it goes on."""

    def __init__(
        self,
        paper: Paper,
        attempt: Attempt,
        *,
        notebook: tuple[Fact, ...] = (),
        clocks: Clocks | None = None,
    ) -> None:
        """Sit down; nothing is asked before ``open``.

        Args:
            paper: The items.
            attempt: Where all that happens is kept; one with events goes on where it was.
            notebook: The facts a candidate may look at, if the rules open the notebook.
            clocks: The clocks; None for the computer's.
        """
        self.is_over = False
        self.paper = paper
        self.attempt = attempt
        self._notebook = notebook
        self._clocks = clocks or Clocks()
        self._items = paper.items
        self._place = 0
        self._before = attempt.elapsed
        """Seconds gone by when the clock last started."""
        self._started: float | None = None
        """The monotonic clock when it last started; None while it stands."""
        self._last = (0.0, self._clocks.wall())
        """Both clocks as they were last compared."""
        self._warned = 0
        self._is_asked = False
        self._sheet: tuple[Line, ...] = ()

    @property
    def elapsed(self) -> float:
        """Seconds of the exam gone by."""
        return self._before + (self._clocks.monotonic() - self._started if self._started is not None else 0.0)

    @property
    def seconds_left(self) -> float | None:
        """None where there is no limit."""
        limit = self.attempt.begun.rules.seconds
        return limit - self.elapsed if limit else None

    @property
    def item(self) -> Item:
        """The question in sight."""
        return self._items[self._place]

    @property
    def shown(self) -> Shown:
        """The question in sight, its options in this candidate's order."""
        return self.paper.show(self.item, self.attempt.begun.candidate)

    def open(self) -> tuple[Line, ...]:
        """The rules; or, for an exam that was interrupted, where it goes on."""
        begun = self.attempt.begun
        if self.attempt.events:
            return self._resume()
        return (*exam.rules(begun, self.paper.bank.world.tour.title), exam.start())

    def _resume(self) -> tuple[Line, ...]:
        last = self.attempt.events[-1]
        away = (self._clocks.wall() - datetime.fromisoformat(last.at)).total_seconds()
        has_left = isinstance(last, Left)
        if has_left and away > 0 and not self.attempt.begun.rules.pausable:
            self._before += away
        self._start()
        if abs(away) >= 1:
            self._add(
                Gap, seconds=round(away, 1), why="clock set back" if away < 0 else "left" if has_left else "interrupted"
            )
        ids = [item.id for item in self._items]
        self._place = ids.index(self.attempt.last_seen) if self.attempt.last_seen in ids else 0
        answered, limit = len(self.attempt.responses), self.seconds_left
        counts = has_left and not self.attempt.begun.rules.pausable
        told = exam.goes_on(answered, len(self._items), away, limit, counts=counts)
        if self.seconds_left is not None and self.seconds_left <= 0:
            return (told, *self.tick())
        return (told, *self._ask())

    def perform(self, line: str) -> tuple[Line, ...]:
        """What comes of a line: an answer is kept, a command is done."""
        late = -(self.seconds_left or 0.0) if self.seconds_left is not None else 0.0
        ticked = self.tick()
        if self.is_over:
            return (exam.too_late(late), *ticked) if line.strip() else ticked
        return (*ticked, *self._perform(" ".join(line.split())))

    def _perform(self, typed: str) -> tuple[Line, ...]:
        folded = typed.casefold().strip(".!")
        if self._started is None:
            return self._go_on(folded)
        was_asked, self._is_asked = self._is_asked, False
        if was_asked and folded in ("yes", "y", "ok", "sure", "no", "n"):
            return self._ask() if folded.startswith("n") else self._hand_in("candidate")
        command, _, rest = folded.partition(" ")
        command = WORDS.get(folded, "notes" if command == "notes" else "")
        is_free = isinstance(self.item, Short) and (command or _number(folded))
        if not is_free and (response := read(self.shown, typed)) is not None:
            return self._answer(response)
        if not command and (place := _number(folded)):
            return self._go(place - 1)
        if not command:
            return (quiz.unknown(echo(typed), questions.how(self.item)),)
        return self._do(command, rest)

    def _do(self, command: str, rest: str) -> tuple[Line, ...]:
        simple: dict[str, Callable[[], tuple[Line, ...]]] = {
            "next": lambda: self._go((self._place + 1) % len(self._items)),
            "back": lambda: self._go((self._place - 1) % len(self._items)),
            "list": lambda: tuple(exam.overview(self._answered, self._place)),
            "clear": lambda: self._answer(()),
            "time": lambda: (exam.time_left(self.seconds_left, self.elapsed),),
            "help": lambda: tuple(quiz.help_(self._commands.items())),
            "hand in": self._ask_whether_sure,
            "leave": self._leave,
            "pause": self._pause,
            "notes": lambda: self._notes(rest),
        }
        return simple[command]()

    def _go_on(self, folded: str) -> tuple[Line, ...]:
        """Begin, or end a pause, or go without having begun."""
        if WORDS.get(folded) == "leave":
            return self._leave()
        self._start()
        if self.attempt.events:
            self._add(WentOn)
        return self._ask()

    def _start(self) -> None:
        self._started = self._clocks.monotonic()
        self._last = (self._started, self._clocks.wall())

    def _ask(self) -> tuple[Line, ...]:
        """The question in sight."""
        problem = self._add(Seen, item=self.item.id)
        return problem if self.is_over else (*problem, *self._question())

    def _question(self) -> Iterator[Line]:
        yield quiz.number_of(self._place + 1, len(self._items))
        yield from questions.question(self.shown)
        yield Line(questions.how(self.item), "note", is_tight=True)
        if response := self.attempt.responses.get(self.item.id):
            yield exam.kept(response, self.item, self._place + 1, self.paper.bank.world)

    def _answer(self, response: Response) -> tuple[Line, ...]:
        """Keep a response and go to the next open question; an empty one takes back what was answered."""
        problem = self._add(Responded, item=self.item.id, response=response)
        if not response:
            return (*problem, exam.taken_back())
        if self.is_over:
            return problem
        told = exam.kept(response, self.item, self._place + 1, self.paper.bank.world)
        open_ = [place for place, is_done in enumerate(self._answered) if not is_done]
        if not open_:
            return (*problem, told, *self._ask_whether_sure())
        following = next((place for place in open_ if place > self._place), open_[0])
        return (*problem, told, *self._go(following))

    def _go(self, place: int) -> tuple[Line, ...]:
        if not 0 <= place < len(self._items):
            return (Line(f"There are questions 1 to {len(self._items)}.", "refused"),)
        self._place = place
        return self._ask()

    @property
    def _answered(self) -> list[bool]:
        responses = self.attempt.responses
        return [item.id in responses for item in self._items]

    @property
    def _commands(self) -> dict[str, str]:
        rules = self.attempt.begun.rules
        allowed = {"pause": rules.pausable, "notes": rules.open_book}
        return COMMANDS | {word: text for word, text in MORE.items() if allowed[word]}

    def _ask_whether_sure(self) -> tuple[Line, ...]:
        self._is_asked = True
        return (exam.sure([n for n, is_done in enumerate(self._answered, start=1) if not is_done]),)

    def _leave(self) -> tuple[Line, ...]:
        self.is_over = True
        problem = self._add(Left) if self._started is not None else ()
        return (*problem, exam.left(is_pausable=self.attempt.begun.rules.pausable))

    def _pause(self) -> tuple[Line, ...]:
        if not self.attempt.begun.rules.pausable:
            return (exam.not_pausable(),)
        problem = self._add(Paused)
        self._before, self._started = self.elapsed, None
        return (*problem, exam.paused())

    def _notes(self, word: str) -> tuple[Line, ...]:
        if not self.attempt.begun.rules.open_book:
            return (exam.closed_book(),)
        wanted = set(words(word))
        found = [fact for fact in self._notebook if wanted <= set(words(f"{fact.claim} {fact.said_by}"))]
        return tuple(exam.notes(found, word))

    def tick(self) -> tuple[Line, ...]:
        """What the clock has to say: a gap, a warning, the end."""
        if self._started is None or self.is_over:
            return ()
        lines = list(self._compared())
        left = self.seconds_left
        if left is None:
            return tuple(lines)
        if left <= 0:
            return (*lines, *self._hand_in("time"))
        due = sum(left <= warning for warning in WARNINGS if warning < self.attempt.begun.rules.seconds)
        if due > self._warned:
            lines.append(exam.warned([w for w in WARNINGS if w < self.attempt.begun.rules.seconds][due - 1]))
        self._warned = due
        return tuple(lines)

    def _compared(self) -> Iterator[Line]:
        """Whether the clocks have parted since they were last compared: the computer slept, or its clock was set."""
        steady, wall = self._clocks.monotonic(), self._clocks.wall()
        parted = (wall - self._last[1]).total_seconds() - (steady - self._last[0])
        if abs(parted) > SLACK:
            why: Literal["suspended", "clock set back"] = "suspended" if parted > 0 else "clock set back"
            yield from self._add(Gap, seconds=round(parted, 1), why=why)
            yield exam.gap(parted, why)
        self._last = (steady, wall)

    def _add(self, kind: type[Event], **fields: object) -> tuple[Line, ...]:
        """Keep what happened; words where it could not be kept."""
        elapsed = round(max(0.0, self.elapsed), 3)
        event = kind(elapsed=elapsed, at=self._clocks.wall().isoformat(timespec="seconds"), **fields)  # type: ignore[arg-type] # each kind's own
        try:
            self.attempt.append(event)
        except OpenElsewhereError:
            self.is_over = True
            return (exam.elsewhere(),)
        except OSError as bad:
            return (quiz.not_kept(bad.strerror or str(bad)),)
        return ()

    def _hand_in(self, why: Literal["candidate", "time"]) -> tuple[Line, ...]:
        responses, world = self.attempt.responses, self.paper.bank.world
        marks = {item.id: mark(item, responses.get(item.id, ()), world) for item in self._items}
        limit = self.attempt.begun.rules.seconds
        if why == "time":
            self._before, self._started = limit, None
        problem = self._add(HandedIn, why=why, marks={item_id: round(worth, 6) for item_id, worth in marks.items()})
        self.is_over = True
        ended = (exam.time_is_up(),) if why == "time" else ()
        self._sheet = (*ended, *problem, *self._result(marks))
        return self._sheet

    @property
    def is_perfect(self) -> bool:
        """Whether it was handed in with every item right."""
        end = self.attempt.handed_in
        return end is not None and all(worth >= FULL for worth in end.marks.values())

    def _result(self, marks: dict[str, float]) -> Iterator[Line]:
        attempt = self.attempt
        if attempt.begun.rules.hides_marks:
            yield from exam.handed_in(len(attempt.responses), len(self._items))
        else:
            yield from exam.sheet(self._items, attempt, marks, self.paper.bank.world)
            if self.is_perfect:
                yield exam.perfect()
        gaps = [(gap.why, gap.seconds) for gap in attempt.gaps]
        yield from exam.signature(attempt.elapsed, gaps, attempt.seal, str(attempt.path))

    def _standings(self) -> Iterator[ItemStatus]:
        """How each question stands; its mark is told only when all is handed in."""
        end, responses = self.attempt.handed_in, self.attempt.responses
        for item in self._items:
            if end is None or self.attempt.begun.rules.hides_marks or item.id not in responses:
                yield "answered" if item.id in responses else "open"
            else:
                worth = end.marks[item.id]
                yield "right" if worth >= FULL else "part" if worth else "wrong"

    @property
    def view(self) -> QuizView:
        """What a screen shows now."""
        is_running = self._started is not None
        responses = self.attempt.responses
        return QuizView(
            badge="EXAM",
            title=f"Question {self._place + 1} of {len(self._items)}",
            standings=tuple(self._standings()),
            here=self._place,
            shown=self.shown if is_running and not self.is_over else None,
            response=responses.get(self.item.id, ()),
            key=(),
            help=questions.how(self.item),
            feedback=self._sheet,
            keys=tuple(self._commands.items()),
            seconds_left=self.seconds_left,
            seconds=self.attempt.begun.rules.seconds,
            is_paused=not is_running and not self.is_over,
            is_asking=self._is_asked and not self.is_over,
        )


def _number(typed: str) -> int:
    """The number of a question that a line names; 0 for none.

    >>> _number("go to 7"), _number("question 12"), _number("7")
    (7, 12, 0)
    """
    first, _, rest = typed.rpartition(" ")
    return int(rest) if rest.isdecimal() and first in ("go", "go to", "question", "to", "no", "number") else 0
