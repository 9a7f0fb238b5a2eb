"""The papers of a journey: the dispatch, drafted and filed at a desk, and the ticket."""

from msgspec.structs import replace

from game.core.names import singular, words
from game.tour.commands import Text
from game.tour.dispatch import MAX_DISPATCH_LINES, MIN_DISPATCH_LINES, PRINTS, Print, choose_better, mark_dispatch
from game.tour.events import (
    DispatchFiled,
    DispatchFormUnknown,
    DispatchFull,
    DispatchLengthWrong,
    DispatchShown,
    Event,
    FactsOffered,
    NoDeskHere,
    NoSuchFact,
    NoSuchLine,
    TicketAsked,
)
from game.tour.scope import Scope
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import TEXT, Verb, split_words

Draft = tuple[tuple[str, Print], ...]
"""Ids of facts and how each is printed, in order."""

FILLER = frozenset({"as", "to", "the", "line", "it", "fact", "facts"})
"""Words of a form that change nothing."""

MAX_FACT_DIGITS = 6
MAX_LINE_DIGITS = 2
"""Digits of a number that are read: int() of a thousand digits would take its time, and no draft has a line 100."""


def dispatch(scope: Scope, wish: Text) -> Outcome:
    """Show the draft, change it, or file it, as the words after DISPATCH want."""
    desks = scope.lexicon.world.tour.desks
    if scope.room.id not in desks:
        desk_room = scope.lexicon.world.rooms[desks[0]] if desks else None
        return report(scope, NoDeskHere(desk_room=desk_room))
    typed = [word for word in words(wish.text) if word not in FILLER]
    return _edit_draft(scope, typed) or _edit_line(scope, typed) or report(scope, DispatchFormUnknown())


def _edit_draft(scope: Scope, typed: list[str]) -> Outcome | None:
    """The forms about the draft as a whole; None for any other."""
    match typed:
        case []:
            return _show_draft(scope, scope.state.draft, is_asked=True)
        case ["add" | "take" | "choose", *numbers] if numbers:
            return _add_facts(scope, numbers)
        case ["find" | "search" | "list", *rest]:
            return _offer_facts(scope, rest)
        case ["clear" | "empty" | "new"]:
            return _show_draft(scope, ())
        case ["file" | "send" | "submit" | "finish"]:
            return _file_draft(scope)
    return None


def _edit_line(scope: Scope, typed: list[str]) -> Outcome | None:
    """The forms about one line of the draft; None for any other."""
    match typed:
        case ["remove" | "drop" | "out" | "omit", number] | [number, "out" | "omit" | "remove"]:
            return _change_line(scope, number, None)
        case ["move" | "put", number, to] if to.isdecimal():
            return _move_line(scope, number, int(to))
        case ["print" | "set", number, way] | [number, way] if _find_way(way):
            return _change_line(scope, number, _find_way(way))
    return None


def _find_way(word: str) -> Print | None:
    """A way to print, by the beginning of its name."""
    match [way for way in PRINTS if len(word) > 1 and way.startswith(word)]:
        case [way]:
            return way
    return None


def _show_draft(scope: Scope, draft: Draft, *, is_asked: bool = False) -> Outcome:
    facts = scope.lexicon.world.facts
    lines = tuple((facts[fact_id], printed) for fact_id, printed in draft)
    return Outcome(replace(scope.state, draft=draft), (DispatchShown(lines=lines, is_asked=is_asked),))


def _offer_facts(scope: Scope, wanted: list[str]) -> Outcome:
    """The noted facts that hold all these words, each with the number it is added by."""
    # Numbers are places in the ledger, so a fact keeps its number however the search is narrowed.
    keys = {singular(word) for word in wanted}
    facts = scope.lexicon.world.facts
    places = scope.lexicon.facts.places
    noted = sorted(scope.state.noted, key=places.__getitem__)
    chosen = {fact_id for fact_id, _ in scope.state.draft}
    held = [f for f in noted if f not in chosen and keys <= {singular(w) for w in words(facts[f].claim)}]
    offered = tuple((places[fact_id] + 1, facts[fact_id]) for fact_id in held)
    return report(scope, FactsOffered(facts=offered))


def _add_facts(scope: Scope, numbers: list[str]) -> Outcome:
    draft = list(scope.state.draft)
    order = list(scope.lexicon.world.facts)
    events: list[Event] = []
    for number in numbers:
        place = int(number) - 1 if number.isdecimal() and len(number) <= MAX_FACT_DIGITS else -1
        fact_id = order[place] if 0 <= place < len(order) else ""
        if fact_id not in scope.state.noted:
            events.append(NoSuchFact(number=number))
        elif len(draft) >= MAX_DISPATCH_LINES:
            events.append(DispatchFull(limit=MAX_DISPATCH_LINES))
            break
        elif fact_id not in {chosen for chosen, _ in draft}:
            draft.append((fact_id, "plain"))
    shown = _show_draft(scope, tuple(draft))
    return Outcome(shown.state, (*events, *shown.events))


def _find_line(scope: Scope, number: str) -> int:
    """The place of a line in the draft, from 0; -1 when there is none of that number."""
    place = int(number) - 1 if number.isdecimal() and len(number) <= MAX_LINE_DIGITS else -1
    return place if 0 <= place < len(scope.state.draft) else -1


def _change_line(scope: Scope, number: str, way: Print | None) -> Outcome:
    """A line printed another way, or left out."""
    place = _find_line(scope, number)
    if place < 0:
        return report(scope, NoSuchLine(number=number))
    draft = list(scope.state.draft)
    draft[place : place + 1] = [(draft[place][0], way)] if way else []
    return _show_draft(scope, tuple(draft))


def _move_line(scope: Scope, number: str, to: int) -> Outcome:
    place = _find_line(scope, number)
    if place < 0:
        return report(scope, NoSuchLine(number=number))
    draft = list(scope.state.draft)
    line = draft.pop(place)
    draft.insert(min(max(0, to - 1), len(draft)), line)
    return _show_draft(scope, tuple(draft))


def _file_draft(scope: Scope) -> Outcome:
    """The editor's marks; the best place reached so far is kept."""
    draft = scope.state.draft
    if not MIN_DISPATCH_LINES <= len(draft) <= MAX_DISPATCH_LINES:
        return report(scope, DispatchLengthWrong(lines=len(draft)))
    verdict = mark_dispatch(scope.lexicon.world, draft)
    # A worse second attempt takes nothing away: the desk is there to try things out.
    best = choose_better(scope.state.filed, verdict.ending)
    return Outcome(replace(scope.state, filed=best), (DispatchFiled(verdict=verdict),))


def ask_ticket(scope: Scope, wish: Text) -> Outcome:
    """Ask for the ticket, to be shown or saved."""
    return report(scope, TicketAsked(wish=wish.text))


VERBS = (
    Verb(
        id="dispatch",
        words=split_words("dispatch, write dispatch, my dispatch, write report, write article, report, file dispatch"),
        takes=TEXT,
        perform=dispatch,
        group="tour",
        forms=("find ", "add ", "move ", "remove ", "file", "clear"),
    ),
    Verb(
        id="ticket",
        words=split_words("ticket, certificate, my ticket, show ticket"),
        takes=TEXT,
        perform=ask_ticket,
        group="tour",
        forms=("save ",),
    ),
)
