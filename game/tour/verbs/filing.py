"""The dispatch: choosing facts, saying how each is printed, filing it."""

from msgspec.structs import replace

from game.core.names import singular, words
from game.tour.commands import Command
from game.tour.dispatch import FEWEST, MOST, PRINTS, Print, better, mark
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
)
from game.tour.scope import Scope
from game.tour.verbs.outcome import Outcome

Draft = tuple[tuple[str, Print], ...]


def dispatch(  # noqa: C901, PLR0911 - one case a form, nothing else
    scope: Scope, command: Command
) -> Outcome:
    """Show the draft, change it, or file it, as the words after DISPATCH want."""
    desks = scope.lexicon.world.tour.desks
    if scope.room.id not in desks:
        desk_room = scope.lexicon.world.rooms[desks[0]] if desks else None
        return Outcome(scope.state, (NoDeskHere(desk_room=desk_room),))
    wish = [word for word in words(command.text) if word not in ("as", "to", "the", "line", "it", "fact", "facts")]
    match wish:
        case []:
            return _shown(scope, scope.state.draft, is_asked=True)
        case ["add" | "take" | "choose", *numbers] if numbers:
            return _added(scope, numbers)
        case ["find" | "search" | "list", *rest]:
            return _offered(scope, rest)
        case ["remove" | "drop" | "out" | "omit", number] | [number, "out" | "omit" | "remove"]:
            return _changed(scope, number, None)
        case ["move" | "put", number, to] if to.isdecimal():
            return _moved(scope, number, int(to))
        case ["clear" | "empty" | "new"]:
            return _shown(scope, ())
        case ["file" | "send" | "submit" | "finish"]:
            return _filed(scope)
        case ["print" | "set", number, way] | [number, way] if _way(way):
            return _changed(scope, number, _way(way))
    return Outcome(scope.state, (DispatchFormUnknown(),))


def _way(word: str) -> Print | None:
    """A way to print, by the beginning of its name."""
    ways = [way for way in PRINTS if len(word) > 1 and way.startswith(word)]
    return ways[0] if len(ways) == 1 else None


def _shown(scope: Scope, draft: Draft, *, is_asked: bool = False) -> Outcome:
    facts = scope.lexicon.world.facts
    lines = tuple((facts[fact_id], printed) for fact_id, printed in draft)
    return Outcome(replace(scope.state, draft=draft), (DispatchShown(lines=lines, is_asked=is_asked),))


def _offered(scope: Scope, wanted: list[str]) -> Outcome:
    """The noted facts that hold all these words, each with the number it is added by."""
    keys = {singular(word) for word in wanted}
    facts = scope.lexicon.world.facts
    places = scope.lexicon.facts.places
    noted = sorted(scope.state.noted, key=places.__getitem__)
    chosen = {fact_id for fact_id, _ in scope.state.draft}
    held = [f for f in noted if f not in chosen and keys <= {singular(w) for w in words(facts[f].claim)}]
    offered = tuple((places[fact_id] + 1, facts[fact_id]) for fact_id in held)
    return Outcome(scope.state, (FactsOffered(facts=offered),))


def _added(scope: Scope, numbers: list[str]) -> Outcome:
    draft = list(scope.state.draft)
    order = list(scope.lexicon.world.facts)
    events: list[Event] = []
    for number in numbers:
        place = int(number) - 1 if number.isdecimal() and len(number) < 7 else -1
        fact_id = order[place] if 0 <= place < len(order) else ""
        if fact_id not in scope.state.noted:
            events.append(NoSuchFact(number=number))
        elif len(draft) >= MOST:
            events.append(DispatchFull(limit=MOST))
            break
        elif fact_id not in {chosen for chosen, _ in draft}:
            draft.append((fact_id, "plain"))
    shown = _shown(scope, tuple(draft))
    return Outcome(shown.state, (*events, *shown.events))


def _line(scope: Scope, number: str) -> int:
    """The place of a line in the draft, from 0; -1 when there is none of that number."""
    place = int(number) - 1 if number.isdecimal() and len(number) < 3 else -1
    return place if 0 <= place < len(scope.state.draft) else -1


def _changed(scope: Scope, number: str, way: Print | None) -> Outcome:
    """A line printed another way, or left out."""
    place = _line(scope, number)
    if place < 0:
        return Outcome(scope.state, (NoSuchLine(number=number),))
    draft = list(scope.state.draft)
    draft[place : place + 1] = [(draft[place][0], way)] if way else []
    return _shown(scope, tuple(draft))


def _moved(scope: Scope, number: str, to: int) -> Outcome:
    place = _line(scope, number)
    if place < 0:
        return Outcome(scope.state, (NoSuchLine(number=number),))
    draft = list(scope.state.draft)
    line = draft.pop(place)
    draft.insert(min(max(0, to - 1), len(draft)), line)
    return _shown(scope, tuple(draft))


def _filed(scope: Scope) -> Outcome:
    """The editor's marks; the best place reached so far is kept."""
    draft = scope.state.draft
    if not FEWEST <= len(draft) <= MOST:
        return Outcome(scope.state, (DispatchLengthWrong(lines=len(draft)),))
    verdict = mark(scope.lexicon.world, draft)
    best = better(scope.state.filed, verdict.ending)
    return Outcome(replace(scope.state, filed=best), (DispatchFiled(verdict=verdict),))
