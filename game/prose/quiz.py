"""What a quiz session says around its questions: the words that practice and an exam share, and those of practice."""

from collections.abc import Iterable, Iterator, Sequence

from game.core.characters import strip_controls
from game.pack.ledger import Fact
from game.pack.world import Passage, Room, Thing
from game.prose.lines import Line, add_article, capitalise, count_noun, number_room


def render_position(place: int, total: int, *, is_again: bool = False) -> Line:
    """Which question it is.

    Args:
        place: From 1.
        total: How many there are.
        is_again: Whether it is asked once more after it was missed.
    """
    return Line(f"{format_position(place, total)}{', again' if is_again else ''}", "heading")


def format_position(place: int, total: int, *, is_flagged: bool = False) -> str:
    """Which question it is, as a title.

    >>> format_position(2, 10), format_position(2, 10, is_flagged=True)
    ('Question 2 of 10', 'Question 2 of 10, flagged')
    """
    return f"Question {place} of {total}{', flagged' if is_flagged else ''}"


def format_cover(*, is_paused: bool, is_begun: bool) -> str:
    """The title while no question is in sight.

    >>> format_cover(is_paused=True, is_begun=True), format_cover(is_paused=True, is_begun=False)
    ('Paused', 'Ready')
    >>> format_cover(is_paused=False, is_begun=True)
    'Done'
    """
    if not is_paused:
        return "Done"
    return "Paused" if is_begun else "Ready"


def render_practice_tally(right: int) -> str:
    """How practice goes, as short as the top line of a screen wants it."""
    return f"✦ {right} right"


def render_practice_opening(total: int, due: int, day: int) -> Line:
    """What practice begins with.

    Args:
        total: Questions to come.
        due: Facts that are due to be asked again.
        day: Which day of practice in a row this one is.
    """
    text = f"{count_noun(total, 'question')}, and none of them counts."
    if due:
        text += f" {count_noun(due, 'fact')} {'is' if due == 1 else 'are'} due to be asked again."
    # The first day in a row is no row yet.
    if day > 1:
        text += f" Day {day} in a row."
    return Line(f"{text} HELP tells what else can be typed; LEAVE ends it.", "note")


def render_nothing_to_ask(*, is_due: bool) -> Line:
    """Why practice has no questions."""
    if is_due:
        return Line("Nothing is due today. Without DUE, practice asks what you have not been asked yet.", "note")
    return Line("No question fits that choice. Use fewer tags or another level.", "refused")


def render_deck_set_aside(name: str) -> Line:
    """The learner's deck could not be read."""
    return Line(f"Your practice so far could not be read. The file is now called {name}; a new one begins.", "refused")


def render_deck_closed(why: str) -> Line:
    """The learner's deck is there and cannot be read now."""
    return Line(
        f"Your practice so far cannot be read now: {strip_controls(why)}. The file is left as it is. "
        "You can practise, but this session is not added to it.",
        "refused",
    )


def render_not_kept(why: str) -> Line:
    """Something could not be written."""
    return Line(f"This could not be saved: {why}. You can continue; the next answer tries it again.", "refused")


def render_hint(room: Room | None, thing: Thing | None) -> Line:
    """The place where a question's answer can be read."""
    if room is None:
        return Line("Nothing else tells more than the question does.", "note")
    where = f"It is told in {number_room(room)}"
    return Line(f"{where}: look at {add_article(thing)}." if thing else f"{where}, as one enters.", "note")


def render_context(room: Room, thing: Thing | None, passages: Iterable[Passage]) -> Iterator[Line]:
    """The passages of the place where a fact can be read."""
    yield Line(f"{number_room(room)}: {thing.name}" if thing else number_room(room), "title")
    yield from (Line(passage.text, "staged" if passage.staged else "body", is_tight=True) for passage in passages)


def render_practice_score(right: int, done: int) -> Line:
    """How practice goes so far."""
    return Line(f"{right} of {done} right so far.", "note")


def render_practice_summary(
    right: int, total: int, missed: Sequence[Fact], streak: int, tomorrow: int
) -> Iterator[Line]:
    """The end of practice.

    Args:
        right: Questions that were right when they were asked first.
        total: Questions that were answered or skipped when they were asked first.
        missed: The facts that were missed.
        streak: Days of practice in a row.
        tomorrow: How many facts are due by tomorrow.
    """
    yield Line(f"{right} of {count_noun(total, 'question')} right at the first try.", "heading")
    if missed:
        yield Line("Missed; they come back until you know them:", "body")
        yield from (Line(fact.claim, "claim", is_tight=True) for fact in missed)
    # Who leaves before the first answer has missed nothing, but has no reason to be praised either.
    elif total:
        yield Line("None missed.", "right")
    days = f"{count_noun(streak, 'day')} of practice in a row. " if streak else ""
    due = (
        f"{capitalise(count_noun(tomorrow, 'fact'))} {'is' if tomorrow == 1 else 'are'} due by tomorrow."
        if tomorrow
        else ""
    )
    if days or due:
        yield Line(f"{days}{due}".strip(), "note")


def render_no_answer(line: str, how: str) -> Line:
    """A line that is neither an answer nor a command."""
    return Line(f"“{line}” is no answer here, and nothing was counted. {how} HELP lists the commands.", "refused")
