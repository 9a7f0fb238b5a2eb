"""What an exam says: its rules at the start, its refusals and warnings on the way, its result sheet at the end.

An exam has its own module because its words carry promises that an educator relies on: nothing here tells whether an
answer is right before all answers are handed in.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from game.core.clock import moment_of
from game.pack.kinds import FULL_MARK_THRESHOLD, Item, Response
from game.pack.ledger import Fact
from game.pack.world import World
from game.prose.lines import Line, count_noun, format_tags, join_words
from game.prose.questions import render_response
from game.store.absences import Absence
from game.store.attempt_events import Begun, Rules
from game.store.attempts import Attempt

QUESTIONS_PER_ROW = 10
"""Questions in one row of the overview."""


def render_no_such_question(total: int) -> Line:
    """The number of a question that the paper does not have."""
    return Line(f"There are questions 1 to {total}.", "refused")


def render_exam_tally(answered: int, flagged: int = 0) -> str:
    """How far an exam is, as short as the top line of a screen wants it.

    >>> render_exam_tally(3), render_exam_tally(3, 2)
    ('3 answered', '3 answered, 2 flagged')
    """
    return f"{answered} answered{f', {flagged} flagged' if flagged else ''}"


def format_span(seconds: float) -> str:
    """A time as a clock shows it.

    >>> format_span(754.2), format_span(3700), format_span(-3)
    ('12:34', '1:01:40', '0:00')
    """
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes = f"{rest // 60:02}" if hours else str(rest // 60)
    return f"{f'{hours}:' if hours else ''}{minutes}:{rest % 60:02}"


def format_minutes(amount: float) -> str:
    """Minutes as a rule gives them.

    >>> format_minutes(30), format_minutes(12.5), format_minutes(1)
    ('30 minutes', '12.5 minutes', '1 minute')
    """
    return f"{amount:g} {'minute' if amount == 1 else 'minutes'}"


def render_rules(begun: Begun, title: str) -> Iterator[Line]:
    """Who takes which paper, for how long, and what is allowed."""
    yield Line(f"{title}: exam", "headline")
    paper = f" Paper {begun.code}." if begun.code else ""
    yield Line(f"Candidate {begun.candidate}.{paper}", "note", is_tight=True)
    yield from render_exam_rules(begun.rules, len(begun.items) or begun.questions)
    yield Line(
        "Each answer is kept at once. An interrupted exam continues at the same place; its clock runs on.",
        is_tight=True,
    )


def render_exam_rules(allowed: Rules, questions: int, *, is_typed: bool = True) -> Iterator[Line]:
    """How many questions, for how long, and what is allowed.

    Args:
        allowed: The rules.
        questions: How many there are.
        is_typed: Whether commands are typed; on a page they are buttons.
    """
    time = "no time limit"
    if allowed.minutes:
        extended = f" (extended from {allowed.minutes:g})" if allowed.factor != 1 else ""
        time = f"{format_minutes(allowed.minutes * allowed.factor)}{extended}"
    end = f" The exam ends at {moment_of(allowed.end).astimezone():%H:%M}." if allowed.end else ""
    yield Line(f"{count_noun(questions, 'question')}, {time}.{end}")
    yield Line("Nothing is marked before you hand in. Until then you can change every answer.", is_tight=True)
    yield Line("There is no hint.", is_tight=True)
    yield Line(_describe_typed_rules(allowed) if is_typed else _describe_page_rules(allowed), is_tight=True)


def _describe_typed_rules(allowed: Rules) -> str:
    notes = "NOTES WORD searches your notebook." if allowed.open_book else "The notebook is closed."
    return f"{notes} {'PAUSE stops the clock.' if allowed.pausable else 'The clock cannot be stopped.'}"


def _describe_page_rules(allowed: Rules) -> str:
    notes = "You can search what you noted on the tour. " if allowed.open_book else ""
    return f"{notes}{'You can stop the clock.' if allowed.pausable else 'The clock runs on while you are away.'}"


def render_start() -> Line:
    """How the candidate starts the exam."""
    return Line("Press Enter to begin; LEAVE ends without beginning.", "note")


def render_elsewhere() -> Line:
    """The same exam is open in another window."""
    return Line("This exam is open in another window. Nothing more is kept here; continue there.", "refused")


def format_percent(share: float) -> str:
    """A share of the marks, to a tenth of a percent where it is not whole.

    >>> format_percent(0.925), format_percent(1.0)
    ('92.5%', '100%')
    """
    return f"{100 * share:.1f}".removesuffix(".0") + "%"


def render_resumed(done: int, total: int, left: float | None) -> Line:
    """An interrupted exam continues.

    Args:
        done: How many questions are answered.
        total: How many there are.
        left: Seconds left; None without a limit.
    """
    time = f", {format_span(left)} left" if left is not None else ""
    return Line(f"Your exam continues: {done} of {count_noun(total, 'question')} answered{time}.", "note")


def render_absence(gap: Absence, *, is_stopped: bool) -> Line:
    """Time during which the exam was not open.

    Args:
        gap: What it was.
        is_stopped: Whether the candidate had stopped the clock, as the rules allow.
    """
    span = format_span(abs(gap.seconds))
    if gap.why == "clock changed":
        return render_gap(gap.seconds, gap.why)
    if gap.why == "away, unknown":
        return Line(
            "The computer was off; its clock cannot say for how long. No time is counted. Your teacher will see it.",
            "note",
        )
    if is_stopped:
        return Line(f"The clock stood for {span}; this is recorded.", "note")
    what = "The exam was closed" if gap.why == "ended" else "The computer was off"
    return Line(f"{what} for {span}. The clock ran on; this is recorded.", "note")


def render_kept(response: Response, item: Item, number: int, world: World) -> Line:
    """A response that is kept and not marked."""
    return Line(f"Noted for question {number}: {render_response(item, response, world)}.", "note")


def render_taken_back() -> Line:
    """A response was taken back."""
    return Line("Taken back; the question counts as not answered.", "note")


def render_flagged(number: int, *, is_on: bool) -> Line:
    """A question was flagged, or its flag taken away."""
    if is_on:
        return Line(
            f"Question {number} is flagged: LIST and HAND IN remind you of it. FLAG takes the flag away.", "note"
        )
    return Line(f"Question {number} is no longer flagged.", "note")


def render_overview(answered: Sequence[bool], flagged: Collection[int], place: int) -> Iterator[Line]:
    """Which questions are answered and which flagged; the one in sight is in brackets.

    Args:
        answered: One value for each question.
        flagged: Indices of the flagged ones.
        place: Index of the question in sight.
    """
    flags = f", {len(flagged)} flagged (?)" if flagged else ""
    yield Line(f"{sum(answered)} of {len(answered)} answered{flags}.", "heading")
    marks = [
        f"{n}{'✓' if is_done else '·'}{'?' if n - 1 in flagged else ''}" for n, is_done in enumerate(answered, start=1)
    ]
    marks[place] = f"[{marks[place]}]"
    width = max(map(len, marks))
    marks = [mark.ljust(width) for mark in marks]
    for first in range(0, len(marks), QUESTIONS_PER_ROW):
        yield Line("  ".join(marks[first : first + QUESTIONS_PER_ROW]).rstrip(), "option", is_tight=True)


def render_time_left(seconds: float | None, elapsed: float) -> Line:
    """The time left, or the time used where there is no limit."""
    if seconds is None:
        return Line(f"No limit; {format_span(elapsed)} used.", "note")
    return Line(f"{format_span(seconds)} left.", "note")


def render_warning(seconds: float) -> Line:
    """The clock warns that the time is nearly up."""
    last = int(seconds)
    left = f"{last // 60} {'minute' if last == 60 else 'minutes'}" if last >= 60 else f"{last} seconds"
    return Line(f"{left} left.", "note")


def render_gap(seconds: float, why: str) -> Line:
    """The exam's clock and a clock of the computer disagree."""
    if why == "clock changed":
        way = "later" if seconds > 0 else "earlier"
        changed = f"The computer’s clock was set {format_span(abs(seconds))} {way}."
        return Line(f"{changed} This is recorded; the exam’s clock is not changed.", "note")
    if why == "away":
        return Line(
            f"The computer slept for {format_span(seconds)}. The exam’s clock ran on. This is recorded.", "note"
        )
    return Line(f"The computer slept, or its clock was set, by {format_span(seconds)}. This is recorded.", "note")


def render_receipt(receipt: str, answered: int, total: int) -> Line:
    """What the candidate shows or copies when handing in: it fits this very file."""
    return Line(f"Receipt {receipt} · {answered} of {total}. Write it on the list of receipts.", "heading")


def render_paused() -> Line:
    """The clock is stopped."""
    return Line("Paused: the clock is stopped, and the question is hidden. Press Enter to continue.", "note")


def render_notes(facts: Sequence[Fact], word: str) -> Iterator[Line]:
    """What the notebook has on a word."""
    if not facts:
        yield Line(f"Your notebook has nothing on “{word}”." if word else "Your notebook is empty.", "note")
    yield from (Line(f"{fact.claim} [{format_tags([fact])}]", "claim", is_tight=True) for fact in facts)


def _group_runs(numbers: Sequence[int]) -> list[str]:
    """Numbers in order, three or more in a row as a span.

    >>> _group_runs([1, 2, 4, 5, 6, 9])
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
        # Two in a row stay apart: "1 to 2" is longer than "1, 2" and says no more.
        for text in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run])
    ]


HOW_TO_CONFIRM = "YES hands in, NO goes on."
"""Where lines are typed. On a page there are buttons."""


def render_confirmation(answered: Sequence[bool], flagged: Sequence[int]) -> tuple[Line, ...]:
    """What is asked before handing in: it names the questions that are not answered and those that are flagged.

    Args:
        answered: One value for each question.
        flagged: Numbers of the flagged ones, in order.
    """
    open_ = [number for number, is_done in enumerate(answered, start=1) if not is_done]
    if open_:
        which = "question" if len(open_) == 1 else "questions"
        first, ask = f"Not answered: {which} {join_words(_group_runs(open_))}.", "Hand in anyway?"
    else:
        first, ask = "All questions are answered.", "Hand in?"
    flags = f" {len(flagged)} flagged: {join_words(_group_runs(flagged))}." if flagged else ""
    return (Line(f"{first}{flags}", "note"), Line(f"{ask} {HOW_TO_CONFIRM}", "note", is_tight=True))


def render_leaving(*, is_pausable: bool) -> Line:
    """What is asked before leaving."""
    clock = "The clock stands until you come back." if is_pausable else "The clock runs on."
    return Line(f"Leave without handing in? {clock} What you answered is kept. YES leaves, NO goes on.", "note")


def render_not_yet() -> Line:
    """Enter was pressed where yes or no was wanted."""
    return Line("Nothing has been done yet.", "refused")


def render_time_up() -> Line:
    """The limit is reached."""
    return Line("The time is up. Your answers are handed in.", "heading")


def render_too_late(seconds: float) -> Line:
    """A line that came after the limit."""
    return Line(f"This answer came {format_span(seconds)} after the end of the time and does not count.", "refused")


def render_left(*, is_pausable: bool) -> Line:
    """The candidate left without handing in."""
    clock = "the clock is stopped" if is_pausable else "the clock runs on"
    return Line(f"You left without handing in. The same command continues the exam; {clock}.", "note")


def render_handed_in(answered: int, total: int) -> Iterator[Line]:
    """The end of an exam whose rules hide the marks from the candidate."""
    yield Line("Handed in", "title")
    yield Line(f"{answered} of {count_noun(total, 'question')} answered. Your teacher marks it.")


def render_sheet(items: Sequence[Item], attempt: Attempt, marks: dict[str, float], world: World) -> Iterator[Line]:
    """The score, then the mark of each item."""
    responses, seconds = attempt.responses, attempt.seconds
    yield Line("Result", "title")
    yield render_score(marks)
    for place, item in enumerate(items, start=1):
        mark = marks.get(item.id, 0.0)
        sign = "✓" if mark >= FULL_MARK_THRESHOLD else "✗" if not mark else "~"
        given = render_response(item, responses.get(item.id, ()), world)
        spent = format_span(seconds.get(item.id, 0.0))
        text = f"{place}. {sign} {mark:.2f}  {item.stem} You said {given}. ({spent})"
        yield Line(text, "option", is_tight=True)


def render_score(marks: dict[str, float]) -> Line:
    """The sum of the marks."""
    total = sum(marks.values())
    share = total / len(marks) if marks else 0.0
    return Line(f"{total:.2f} of {len(marks)}: {format_percent(share)}.", "heading")


def render_signature(elapsed: float, gaps: Iterable[tuple[str, float]], seal: str, path: str) -> Iterator[Line]:
    """What an educator needs to check the sheet: the time, the gaps, the seal of the file.

    Args:
        elapsed: Seconds of the exam.
        gaps: Why there was a gap, and its seconds.
        seal: Of the last line on file. A file that was changed has another one.
        path: Where the attempt is kept.
    """
    named = [f"{why} {format_span(abs(seconds))}" for why, seconds in gaps]
    away = f" Gaps: {join_words(named)}." if named else ""
    yield Line(f"Time taken {format_span(elapsed)}.{away} Seal {seal}.", "note")
    yield Line(f"Kept in {path}.", "note", is_tight=True)


def render_perfect() -> Line:
    """Every item is right."""
    return Line("Every question right: a perfect exam.", "right")
