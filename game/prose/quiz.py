"""What practice and exams say around their questions."""

from collections.abc import Iterable, Iterator, Sequence

from game.pack.ledger import Fact
from game.pack.world import Passage, Room, Thing
from game.prose.lines import Line, capital, count, join, numbered, the


def number_of(place: int, total: int, *, is_again: bool = False) -> Line:
    """Which question it is."""
    return Line(f"Question {place} of {total}{', again' if is_again else ''}", "heading")


def begun(total: int, due: int, day: int) -> Line:
    """What a round of practice begins with."""
    told = f"{count(total, 'question')}, and none of them counts."
    if due:
        told += f" {count(due, 'fact')} {'is' if due == 1 else 'are'} due to be asked again."
    if day > 1:
        told += f" Day {day} in a row."
    return Line(f"{told} HELP tells what else can be typed; LEAVE ends it.", "note")


def nothing_to_ask(*, is_due: bool) -> Line:
    """Why there is no round."""
    if is_due:
        return Line("Nothing is due today. Without DUE, practice asks what you have not been asked yet.", "note")
    return Line("No question fits that choice. Fewer tags, or another level, let more of them pass.", "refused")


def deck_set_aside(name: str) -> Line:
    """The learner's deck could not be read."""
    return Line(f"Your practice so far could not be read. It is kept aside as {name}; a new one begins.", "refused")


def not_kept(why: str) -> Line:
    """Something could not be written."""
    return Line(f"This could not be kept: {why}. You can go on; it is tried again with the next answer.", "refused")


def hint(room: Room | None, thing: Thing | None) -> Line:
    """Where a question's answer is told."""
    if room is None:
        return Line("Nothing on the train tells more than the question does.", "note")
    where = f"It is told in {numbered(room)}"
    return Line(f"{where}: look at {the(thing)}." if thing else f"{where}, as one enters.", "note")


def in_context(room: Room, thing: Thing | None, passages: Iterable[Passage]) -> Iterator[Line]:
    """What a player reads where a fact is told."""
    yield Line(f"{numbered(room)}: {thing.name}" if thing else numbered(room), "title")
    yield from (Line(passage.text, "staged" if passage.staged else "body", is_tight=True) for passage in passages)


def standing(right: int, done: int) -> Line:
    """How a round stands."""
    return Line(f"{right} of {done} right so far.", "note")


def finished(right: int, total: int, missed: Sequence[Fact], streak: int, tomorrow: int) -> Iterator[Line]:
    """The end of a round of practice."""
    yield Line(f"{right} of {count(total, 'question')} right at the first try.", "heading")
    if missed:
        yield Line("Missed, and coming back until they sit:", "body")
        yield from (Line(fact.claim, "claim", is_tight=True) for fact in missed)
    elif total:
        yield Line("None missed.", "right")
    days = f"{count(streak, 'day')} of practice in a row. " if streak else ""
    due = f"{capital(count(tomorrow, 'fact'))} {'is' if tomorrow == 1 else 'are'} due by tomorrow." if tomorrow else ""
    if days or due:
        yield Line(f"{days}{due}".strip(), "note")


def help_(lines: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """What can be typed in a round."""
    yield Line("What you can type", "heading")
    yield Line("An answer: the line under each question says how.", "option", is_tight=True)
    yield from (Line(f"{line.upper()}: {text}.", "option", is_tight=True) for line, text in lines)


def unknown(line: str, how: str) -> Line:
    """A line that is neither an answer nor a command."""
    return Line(f"“{line}” is no answer here, and nothing was counted. {how} HELP lists the commands.", "refused")


def left_out(what: Sequence[str]) -> Line:
    """Tags or kinds that nothing has."""
    return Line(f"There is no such choice as {join(what, 'or')}.", "refused")
