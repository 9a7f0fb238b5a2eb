"""Steps at the desk of a newsroom: each is told in one line, and the report as a whole only to those who ask."""

from msgspec.structs import replace

from game.tour.dispatch import MIN_DISPATCH_LINES, PRINTS, Print, find_remark
from game.tour.events import (
    DeskChanged,
    DeskStep,
    DispatchFull,
    Event,
    NoSuchFact,
    NoSuchLine,
    NoSuchNote,
    Note,
    ReportFilled,
)
from game.tour.filling import choose_notes, choose_way
from game.tour.notes import find_notes
from game.tour.printing import split_way
from game.tour.report import count_room, find_told_lead
from game.tour.said_choices import MAX_NUMBER_DIGITS
from game.tour.state import State
from game.tour.turn import Turn
from game.tour.verbs.desk_headlines import set_headline
from game.tour.verbs.desk_menu import (
    MAX_OFFERED,
    ask_way,
    list_candidates,
    offer_lines,
    offer_notes,
    open_menu,
    show_desk,
)
from game.tour.verbs.outcome import Outcome, report
from game.tour.wires import find_dispute, list_other_sides

Draft = tuple[tuple[str, Print], ...]
"""Ids of facts and how each is printed, in order."""

MAX_LINE_DIGITS = 2
"""Digits of the place of a line that are read: no report has a line 100."""


def take_step(turn: Turn, typed: list[str], text: str) -> Outcome | None:  # noqa: C901, PLR0911 - one case a form
    """The forms of DISPATCH that change the report; None for any other."""
    state = turn.state
    match typed:
        case []:
            return report(turn, show_desk(turn, state, is_asked=True))
        case ["add" | "take" | "choose"]:
            return report(turn, offer_notes(turn, list_candidates(turn)))
        case ["add", "page", page] if page.isdecimal() and len(page) <= MAX_LINE_DIGITS:
            return report(turn, offer_notes(turn, list_candidates(turn), max(1, int(page))))
        case ["add" | "take" | "choose", *_]:
            return _add(turn, text.strip().partition(" ")[2])
        case ["lead", _, *_]:
            return _lead(turn, text.strip().partition(" ")[2])
        case ["fill", *_]:
            return _fill(turn)
        case ["clear" | "empty" | "new"]:
            return _end(turn, (), DeskChanged(step="cleared", lines=0))
        case ["headline", *_]:
            return set_headline(turn, text.strip().partition(" ")[2].strip())
    return _change(turn, typed)


def _change(turn: Turn, typed: list[str]) -> Outcome | None:
    """The forms about one line of the report; None for any other."""
    match typed:
        case ["print" | "set" | "remove" | "drop" | "omit" as asks] if turn.state.draft:
            return report(turn, offer_lines(turn, "print" if asks in ("print", "set") else "remove"))
        case ["print" | "set", number] if (place := find_line(turn.state, number)) >= 0:
            return report(turn, ask_way(turn, turn.state, place))
        case ["remove" | "drop" | "out" | "omit", number] | [number, "out" | "omit" | "remove"]:
            return _remove(turn, number)
        case ["move" | "put", number, to] if to.isdecimal():
            return _move(turn, number, int(to[:MAX_LINE_DIGITS]))
        case ["print" | "set", number, way] | [number, way] if found := find_way(way):
            return _print(turn, number, found)
    return None


def find_way(word: str) -> Print | None:
    """A way to print, by the beginning of its name."""
    match [way for way in PRINTS if len(word) > 1 and way.startswith(word)]:
        case [way]:
            return way
    return None


def move_line(draft: Draft, place: int, to: int) -> Draft:
    """A report with one of its lines elsewhere: from a place, counted from 0, to a line as a player counts them."""
    lines = list(draft)
    line = lines.pop(place)
    lines.insert(min(max(0, to - 1), len(lines)), line)
    return tuple(lines)


def find_line(state: State, number: str) -> int:
    """The place of a line in the draft, from 0; -1 when there is none of that number."""
    place = int(number) - 1 if number.isdecimal() and len(number) <= MAX_LINE_DIGITS else -1
    return place if 0 <= place < len(state.draft) else -1


def _make_note(turn: Turn, fact_id: str) -> Note:
    return Note(turn.state.numbers[fact_id], turn.lexicon.world.facts[fact_id])


def _end(turn: Turn, draft: Draft, *events: Event) -> Outcome:
    """The report after a step. The desk stays open for the next line."""
    after = replace(turn.state, draft=draft)
    open_menu(turn, after)
    return Outcome(after, events)


def _add(turn: Turn, text: str) -> Outcome:
    """Notes by their numbers or by words, each printed as is said or as surely as its source."""
    phrase, way = split_way(text)
    numbers = _find_numbers(turn, phrase)
    return numbers if isinstance(numbers, Outcome) else _add_numbers(turn, numbers, way)


def _lead(turn: Turn, text: str) -> Outcome:
    """The same, in the order typed and before all other lines."""
    phrase, way = split_way(text)
    numbers = _find_numbers(turn, phrase)
    if isinstance(numbers, Outcome):
        return numbers
    added = _add_numbers(turn, numbers, way)
    places = {turn.state.numbers[fact_id]: line for line in added.state.draft for fact_id in line[:1]}
    first = [
        places[int(each)] for each in dict.fromkeys(numbers) if len(each) < MAX_NUMBER_DIGITS and int(each) in places
    ]
    # To be led with is no fault of a line that is in the report already.
    events = (
        replace(each, step="moved") if isinstance(each, DeskChanged) and each.step == "kept" else each
        for each in added.events
    )
    return _end(turn, (*first, *(line for line in added.state.draft if line not in first)), *events)


def _find_numbers(turn: Turn, phrase: str) -> list[str] | Outcome:
    """The numbers that are typed, or that of the one note that words fit; else what is asked or refused."""
    typed = phrase.split()
    if typed and all(word.isdecimal() for word in typed):
        return typed
    fitting = find_notes(turn, phrase)
    drafted = {chosen for chosen, _ in turn.state.draft}
    # Of several notes, one that is in the report already is not meant; alone it is, and is told to be in.
    found = [each for each in fitting if each not in drafted] or list(fitting[:1])
    if len(found) == 1:
        return [str(turn.state.numbers[found[0]])]
    if not found:
        return report(turn, NoSuchNote(typed=phrase, is_at_desk=True))
    facts = turn.lexicon.world.facts
    return report(turn, offer_notes(turn, tuple(facts[fact_id] for fact_id in found[:MAX_OFFERED])))


def _add_numbers(turn: Turn, numbers: list[str], way: Print | None) -> Outcome:
    noted = {number: fact_id for fact_id, number in turn.state.numbers.items()}
    most = count_room(turn.lexicon.world, turn.state)
    draft, events = turn.state.draft, list[Event]()
    for number in numbers:
        fact_id = noted.get(int(number), "") if len(number) <= MAX_NUMBER_DIGITS else ""
        if not fact_id:
            events.append(NoSuchFact(number=number))
        elif fact_id in {chosen for chosen, _ in draft}:
            events.append(DeskChanged(step="kept", lines=len(draft), note=_make_note(turn, fact_id)))
        elif len(draft) >= most:
            events.append(DispatchFull(limit=most))
            break
        else:
            draft, added = _append(turn, draft, fact_id, _choose_careful(turn, fact_id, way, numbers))
            events.append(added)
    return _end(turn, draft, *events)


def _choose_careful(turn: Turn, fact_id: str, way: Print | None, numbers: list[str]) -> Print | None:
    """The way that was typed; but EACH WITH ITS SOURCE, said of several notes, drops the hedge or picture of none."""
    fact = turn.lexicon.world.facts[fact_id]
    is_surer = way == "attributed" and not find_remark(fact, way).startswith("stands")
    return None if is_surer and len(numbers) > 1 else way


def _append(turn: Turn, draft: Draft, fact_id: str, way: Print | None = None) -> tuple[Draft, DeskChanged]:
    """The report with one line more, and what is said of it."""
    world = turn.lexicon.world
    printed = way or choose_way(world, world.facts[fact_id])
    after = (*draft, (fact_id, printed))
    said = _describe(turn, "added", after, len(draft))
    before, now = (_find_headline(turn, each) for each in (draft, after))
    is_ready = len(after) == MIN_DISPATCH_LINES
    return after, replace(said, is_ready=is_ready, headline=now if now != before else None)


def _find_headline(turn: Turn, draft: Draft) -> str | None:
    lead = find_told_lead(turn.lexicon.world, turn.state, draft)
    return lead.headline.upper() if lead and not turn.state.own_headline else None


def _describe(turn: Turn, step: DeskStep, draft: Draft, place: int) -> DeskChanged:
    """One line of the report, what the editor would find in it, and the other account that is not in."""
    fact_id, printed = draft[place]
    dispute = find_dispute(turn.lexicon.world, fact_id)
    others = list_other_sides(dispute, fact_id) if dispute else ()
    is_balanced = any(chosen in others for chosen, _ in draft)
    other = "" if is_balanced else next((each for each in others if each in turn.state.numbers), "")
    return DeskChanged(
        step=step,
        lines=len(draft),
        note=_make_note(turn, fact_id),
        printed=printed,
        remark=find_remark(turn.lexicon.world.facts[fact_id], printed),
        other=_make_note(turn, other) if other else None,
    )


def _fill(turn: Turn) -> Outcome:
    """The best notes, chosen by the editor, up to the length that a report needs."""
    world, draft, events = turn.lexicon.world, turn.state.draft, list[Event]()
    chosen = choose_notes(
        world, list_candidates(turn), [each for each, _ in draft], max(0, MIN_DISPATCH_LINES - len(draft))
    )
    for fact in chosen:
        draft, added = _append(turn, draft, fact.id)
        # The other account comes in the same breath, so nobody need be told that there is one.
        is_coming = added.other is not None and added.other.fact in chosen
        events.append(replace(added, other=None) if is_coming else added)
    return _end(turn, draft, ReportFilled(lines=len(chosen)), *events)


def _remove(turn: Turn, number: str) -> Outcome:
    place = find_line(turn.state, number)
    if place < 0:
        return report(turn, NoSuchLine(number=number))
    draft = turn.state.draft
    left = (*draft[:place], *draft[place + 1 :])
    return _end(turn, left, DeskChanged(step="removed", lines=len(left), note=_make_note(turn, draft[place][0])))


def _move(turn: Turn, number: str, to: int) -> Outcome:
    place = find_line(turn.state, number)
    if place < 0:
        return report(turn, NoSuchLine(number=number))
    draft = turn.state.draft
    moved = DeskChanged(step="moved", lines=len(draft), note=_make_note(turn, draft[place][0]))
    return _end(turn, move_line(draft, place, to), moved)


def _print(turn: Turn, number: str, way: Print) -> Outcome:
    place = find_line(turn.state, number)
    if place < 0:
        return report(turn, NoSuchLine(number=number))
    draft = turn.state.draft
    after = (*draft[:place], (draft[place][0], way), *draft[place + 1 :])
    return _end(turn, after, _describe(turn, "printed", after, place))
