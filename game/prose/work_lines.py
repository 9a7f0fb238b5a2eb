"""Works as lines: what came of working a thing, how far a sort has come, and what can be done instead."""

from collections.abc import Iterable
from typing import assert_never

from game.pack.world import World
from game.prose.fact_lines import render_known
from game.prose.lines import Line, add_article, capitalise, describe_fact, is_plural, join_words, number_room
from game.prose.room_lines import render_passages
from game.tour.events import (
    CardMoveless,
    CardRead,
    CardUnfit,
    CardUnnamed,
    CardWithoutPlace,
    NotesWeighed,
    NotWorkedSo,
    SortSeen,
    WeighedNote,
    Worked,
    WorkRefusal,
)

MAX_OFFERED_LINES = 4
"""Lines that a refusal offers."""


def render_worked(event: Worked, world: World) -> tuple[Line, ...]:
    """What one reads when a thing is worked, and the facts it shows that are no news."""
    lines = list(render_passages(event.passages))
    if not lines and event.card:
        lines.append(Line(f"{capitalise(event.card)}: {event.place or 'taken down'}."))
    if event.gained is not None:
        lines.append(Line(f"You now carry {add_article(event.gained)}."))
    return (*lines, *render_known(event.facts, world))


def render_sort(event: SortSeen) -> tuple[Line, ...]:
    """Which cards of a sort hang where, which do not, and how to hang one."""
    lines = [Line(f"{capitalise(card)}: {place}.", "option", is_tight=True) for card, place in event.hung]
    # Read, a card is listed in a line of its own.
    lines += [Line(f"{capitalise(card)}: {_quote(words)}", "option", is_tight=True) for card, words in event.reads]
    if event.free:
        read = {card for card, _ in event.reads}
        bare = [card for card in event.free if card not in read]
        still = f"Not placed yet: {_join_all(bare)}. " if bare else ""
        still += f"Places: {_join_all(event.places)}."
        example = f"Type PUT {event.free[0].upper()} ON and the name of a place."
        lines += [Line(still, "option"), Line(example, "note", is_tight=True)]
    return tuple(lines)


def render_card(event: CardRead) -> tuple[Line, ...]:
    """What stands on one card."""
    where = f" It is in its place: {event.place}." if event.place else ""
    return (Line(f"{capitalise(event.card)}: {_quote(event.reads)}{where}"),)


def render_unfit(event: CardUnfit) -> tuple[Line, ...]:
    """That a card does not belong there, and why: what the place stands for, and what stands on the card."""
    lines = [Line(event.misfit, "staged")]
    if event.stands:
        lines.append(Line(f"{capitalise(event.place)}: {event.stands}.", "option", is_tight=True))
    if event.reads:
        lines.append(Line(f"{capitalise(event.card)}: {_quote(event.reads)}", "option", is_tight=True))
    if event.is_hint_due:
        lines.append(Line("HINT tells more, step by step.", "note"))
    return tuple(lines)


def _quote(reads: str) -> str:
    return f"“{reads}”"


def render_weighed(event: NotesWeighed, world: World) -> tuple[Line, ...]:
    """Which of two notes is the surer one, and how sure each is."""
    pans = sorted((event.left, event.right), key=lambda pan: -pan.weight)
    lines = [Line(_describe_pans(*pans), "staged")]
    lines += [Line(f"{pan.number}. {describe_fact(pan.fact, world)}", "claim") for pan in pans]
    return tuple(lines)


def _describe_pans(heavy: WeighedNote, light: WeighedNote) -> str:
    if heavy.number == light.number:
        return "That is one note, and it cannot lie in both pans."
    if heavy.weight == light.weight:
        return f"Notes {heavy.number} and {light.number} hang level: one is as sure as the other."
    return f"Note {heavy.number} goes down: it is the surer one. Note {light.number} goes up."


def _join_all(names: Iterable[str]) -> str:
    return ", ".join(names)


def describe_work_refusal(event: WorkRefusal) -> str:
    """Why a thing is not worked so, and what works."""
    match event:
        case NotWorkedSo():
            return _describe_other_ways(event)
        case CardWithoutPlace():
            return f"Where? {capitalise(event.card)} can go to: {_join_all(event.places)}."
        case CardMoveless(place=""):
            return f"{capitalise(event.card)} is not placed yet."
        case CardMoveless():
            return f"{capitalise(event.card)} is in its place already: {event.place}."
        case CardUnnamed(free=()):
            return f"All of {add_article(event.thing)} are placed."
        case CardUnnamed():
            return f"Name one of them: {_join_all(event.free)}. Places: {_join_all(event.places)}."
        case _ as never:
            assert_never(never)


def _describe_other_ways(event: NotWorkedSo) -> str:
    first = "That could mean several things." if event.is_vague else "That does nothing now."
    if event.is_lacking:
        needs = "need" if is_plural(event.thing.name) else "needs"
        tool = add_article(event.missing) if event.missing is not None else "something that you have not seen yet"
        where = f" You have seen it: {number_room(event.room)}." if event.room is not None else ""
        first = f"{capitalise(add_article(event.thing))} {needs} {tool}.{where}"
    offers = [line.upper() for line in event.offers[:MAX_OFFERED_LINES]]
    return f"{first} This works here: {join_words(offers, 'or')}." if offers else first
