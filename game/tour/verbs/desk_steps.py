"""Steps at the desk of a newsroom: each is told in one line, and the report as a whole only to those who ask."""

from msgspec.structs import replace

from game.core.names import ARTICLES, words
from game.tour.dispatch import MIN_DISPATCH_LINES, PRINTS, Print, find_remark
from game.tour.events import (
    DeskChanged,
    DeskStep,
    DispatchFull,
    Event,
    HeadlineTooLong,
    NoSuchFact,
    NoSuchLine,
    NoSuchNote,
    Note,
    OwnHeadlinesOff,
    ReportFilled,
)
from game.tour.filling import choose_notes, choose_way
from game.tour.notes import find_notes
from game.tour.printing import split_way
from game.tour.report import choose_headline_lead, count_room, list_told_leads
from game.tour.said_choices import MAX_NUMBER_DIGITS
from game.tour.state import State
from game.tour.turn import Turn
from game.tour.verbs.desk_menu import (
    MAX_OFFERED,
    MAX_OWN_HEADLINE,
    ask_way,
    list_candidates,
    offer_headlines,
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


def take_step(turn: Turn, typed: list[str], text: str) -> Outcome | None:  # noqa: PLR0911 - one case a form
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
        case ["fill", *_]:
            return _fill(turn)
        case ["clear" | "empty" | "new"]:
            return _end(turn, (), DeskChanged(step="cleared", lines=0))
        case ["headline", *_]:
            return _set_headline(turn, text.strip().partition(" ")[2].strip())
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
    typed = phrase.split()
    if typed and all(word.isdecimal() for word in typed):
        return _add_numbers(turn, typed, way)
    drafted = {chosen for chosen, _ in turn.state.draft}
    fitting = find_notes(turn, phrase) or _find_by_attribute(turn, phrase)
    found = [each for each in fitting if each not in drafted]
    if len(found) == 1:
        return _add_numbers(turn, [str(turn.state.numbers[found[0]])], way)
    if not found:
        return report(turn, NoSuchNote(typed=phrase))
    facts = turn.lexicon.world.facts
    return report(turn, offer_notes(turn, tuple(facts[fact_id] for fact_id in found[:MAX_OFFERED])))


def _find_by_attribute(turn: Turn, phrase: str) -> tuple[str, ...]:
    """Ids of the notes that tell what the pack calls so: THE SPEED, whose notes speak of mph."""
    world = turn.lexicon.world
    typed = [word for word in words(phrase) if word not in ARTICLES]
    named = {each for each in world.tour.attributes if words(each) == tuple(typed)}
    return tuple(each for each in turn.state.numbers if world.facts[each].of.partition(".")[2] in named)


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
            draft, added = _append(turn, draft, fact_id, way)
            events.append(added)
    return _end(turn, draft, *events)


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
    told = list_told_leads(turn.lexicon.world, turn.state, {fact_id for fact_id, _ in draft})
    lead = choose_headline_lead(turn.lexicon.world, turn.state, told)
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


def _set_headline(turn: Turn, wanted: str) -> Outcome:
    """The headline of a closed lead, or one in the player's own words; without either, offer those that there are."""
    state, world = turn.state, turn.lexicon.world
    if not wanted:
        return report(turn, offer_headlines(turn))
    typed = words(wanted)
    lead = next((world.leads[each] for each in state.closed if words(world.leads[each].headline) == typed), None)
    if lead is None and wanted in state.closed:
        lead = world.leads[wanted]
    if lead is not None:
        after = replace(state, headline=lead.id, own_headline="")
        told = DeskChanged(step="headline", lines=len(state.draft), headline=lead.headline.upper())
    elif not turn.lexicon.newsroom.own_headlines:
        return report(turn, OwnHeadlinesOff())
    elif len(wanted) > MAX_OWN_HEADLINE:
        return report(turn, HeadlineTooLong(longest=MAX_OWN_HEADLINE))
    else:
        after = replace(state, own_headline=wanted)
        told = DeskChanged(step="headline", lines=len(state.draft), headline=wanted)
    open_menu(turn, after)
    return Outcome(after, (told,))
