"""What an exam says: its rules before, its state on the way, its sheet after."""

from collections.abc import Iterable, Iterator, Sequence

from game.pack.items import Item
from game.pack.ledger import Fact
from game.pack.world import World
from game.prose.lines import Line, count, join, tags
from game.prose.questions import told
from game.quiz import Response
from game.quiz.marking import FULL
from game.store.attempt_events import Begun
from game.store.attempts import Attempt

CELL = 10
"""Questions a row of the overview."""


def span(seconds: float) -> str:
    """A time as a clock shows it.

    >>> span(754.2), span(3700), span(-3)
    ('12:34', '1:01:40', '0:00')
    """
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes = f"{rest // 60:02}" if hours else str(rest // 60)
    return f"{f'{hours}:' if hours else ''}{minutes}:{rest % 60:02}"


def minutes(amount: float) -> str:
    """Minutes as a rule says them.

    >>> minutes(30), minutes(12.5)
    ('30 minutes', '12.5 minutes')
    """
    return f"{amount:g} {'minute' if amount == 1 else 'minutes'}"


def rules(begun: Begun, title: str) -> Iterator[Line]:
    """Who sits what, for how long, and what may be done meanwhile."""
    yield Line(f"{title}: exam", "headline")
    paper = f" Paper {begun.code}." if begun.code else ""
    yield Line(f"Candidate {begun.candidate}.{paper}", "note", is_tight=True)
    allowed, time = begun.rules, "no time limit"
    if allowed.minutes:
        extended = f" (extended from {allowed.minutes:g})" if allowed.factor != 1 else ""
        time = f"{minutes(allowed.minutes * allowed.factor)}{extended}"
    yield Line(f"{count(len(begun.items), 'question')}, {time}.")
    yield Line("Nothing is marked before you hand in, and until then every answer can be changed.", is_tight=True)
    yield Line("There is no hint.", is_tight=True)
    notes = "NOTES WORD searches your notebook." if allowed.open_book else "The notebook is closed."
    pauses = "PAUSE stops the clock." if allowed.pausable else "The clock cannot be stopped."
    yield Line(f"{notes} {pauses}", is_tight=True)
    yield Line("Each answer is kept as you give it; an exam that is interrupted goes on where it was.", is_tight=True)


def start() -> Line:
    """How it begins."""
    return Line("Press Enter to begin; LEAVE goes without beginning.", "note")


def elsewhere() -> Line:
    """The same exam goes on in another window."""
    return Line("This exam goes on in another window. Nothing more is kept here; go on there.", "refused")


def percent(share: float) -> str:
    """A share of the marks, to a tenth of a percent where it is not whole.

    >>> percent(0.925), percent(1.0)
    ('92.5%', '100%')
    """
    return f"{100 * share:.1f}".removesuffix(".0") + "%"


def goes_on(done: int, total: int, gap: float, left: float | None, *, counts: bool) -> Line:
    """An exam that was interrupted."""
    time = f", {span(left)} left" if left is not None else ""
    what = "The clock went on for" if counts else "The clock stood for"
    away = f" {what} {span(gap)} meanwhile; that is noted." if gap >= 1 else ""
    return Line(f"Your exam goes on: {done} of {count(total, 'question')} answered{time}.{away}", "note")


def kept(response: Response, item: Item, number: int, world: World) -> Line:
    """A response, taken down and not marked."""
    return Line(f"Noted for question {number}: {told(item, response, world)}.", "note")


def taken_back() -> Line:
    """A response taken back."""
    return Line("Taken back; the question counts as not answered.", "note")


def overview(standings: Sequence[bool], here: int) -> Iterator[Line]:
    """Which questions are answered."""
    done = sum(standings)
    yield Line(f"{done} of {len(standings)} answered.", "heading")
    marks = [f"{n}{'✓' if is_done else '·'}" for n, is_done in enumerate(standings, start=1)]
    marks[here] = f"[{marks[here]}]"
    for first in range(0, len(marks), CELL):
        yield Line("  ".join(marks[first : first + CELL]), "option", is_tight=True)


def time_left(seconds: float | None, elapsed: float) -> Line:
    """The clock."""
    if seconds is None:
        return Line(f"No limit; {span(elapsed)} gone by.", "note")
    return Line(f"{span(seconds)} left.", "note")


def warned(seconds: float) -> Line:
    """The clock speaks up."""
    last = int(seconds)
    left = f"{last // 60} {'minute' if last == 60 else 'minutes'}" if last >= 60 else f"{last} seconds"
    return Line(f"{left} left.", "note")


def gap(seconds: float, why: str) -> Line:
    """The clocks did not agree."""
    if why == "clock set back":
        return Line(
            f"The computer’s clock was set back by {span(-seconds)}. The exam’s own clock is not; noted.", "note"
        )
    return Line(f"The computer slept for {span(seconds)}. The exam’s clock stood meanwhile; noted.", "note")


def paused() -> Line:
    """The clock stands."""
    return Line("Paused: the clock stands, and the question is covered. Press Enter to go on.", "note")


def not_pausable() -> Line:
    """No pause here."""
    return Line("This exam cannot be paused.", "refused")


def closed_book() -> Line:
    """No notes here."""
    return Line("The notebook is closed during this exam.", "refused")


def notes(facts: Sequence[Fact], word: str) -> Iterator[Line]:
    """What the notebook has on a word."""
    if not facts:
        yield Line(f"Your notebook has nothing on “{word}”." if word else "Your notebook is empty.", "note")
    yield from (Line(f"{fact.claim} [{tags([fact])}]", "claim", is_tight=True) for fact in facts)


def _runs(numbers: Sequence[int]) -> list[str]:
    """Numbers in order, three or more in a row as a span.

    >>> _runs([1, 2, 4, 5, 6, 9])
    ['1', '2', '4 to 6', '9']
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        text
        for run in runs
        for text in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run])
    ]


def sure(open_: Sequence[int]) -> Line:
    """Asked before handing in."""
    if not open_:
        return Line("All questions are answered. Hand in? YES, or go on.", "note")
    numbers = join(_runs(open_))
    which = "question" if len(open_) == 1 else "questions"
    return Line(f"Not answered: {which} {numbers}. Hand in all the same? YES, or go on.", "note")


def time_is_up() -> Line:
    """The limit was reached."""
    return Line("The time is up. What you answered is handed in.", "heading")


def too_late(seconds: float) -> Line:
    """A line that came after the limit."""
    return Line(f"That came {span(seconds)} after the time was up and is not counted.", "refused")


def left(*, is_pausable: bool) -> Line:
    """Left without handing in."""
    clock = "the clock stands" if is_pausable else "the clock goes on"
    return Line(f"Left, not handed in. The same command takes it up again; {clock} meanwhile.", "note")


def handed_in(answered: int, total: int) -> Iterator[Line]:
    """The end, where marks are not told."""
    yield Line("Handed in", "title")
    yield Line(f"{answered} of {count(total, 'question')} answered. The marks are with whoever set the exam.")


def sheet(items: Sequence[Item], attempt: Attempt, marks: dict[str, float], world: World) -> Iterator[Line]:
    """The mark of each item, and the score."""
    responses, seconds = attempt.responses, attempt.seconds
    yield Line("Result", "title")
    yield score(marks)
    for place, item in enumerate(items, start=1):
        mark = marks.get(item.id, 0.0)
        sign = "✓" if mark >= FULL else "✗" if not mark else "~"
        given = told(item, responses.get(item.id, ()), world)
        text = f"{place}. {sign} {mark:.2f}  {item.stem} You said {given}. ({span(seconds.get(item.id, 0.0))})"
        yield Line(text, "option", is_tight=True)


def score(marks: dict[str, float]) -> Line:
    """The sum of the marks."""
    total = sum(marks.values())
    share = total / len(marks) if marks else 0.0
    return Line(f"{total:.2f} of {len(marks)}: {percent(share)}.", "heading")


def signature(elapsed: float, gaps: Iterable[tuple[str, float]], seal: str, path: str) -> Iterator[Line]:
    """What an educator checks the sheet by."""
    told = [f"{why} {span(abs(seconds))}" for why, seconds in gaps]
    away = f" Gaps: {join(told)}." if told else ""
    yield Line(f"Time taken {span(elapsed)}.{away} Seal {seal}.", "note")
    yield Line(f"Kept in {path}.", "note", is_tight=True)


def perfect() -> Line:
    """Every item right."""
    return Line("Every question right: a perfect exam.", "right")
