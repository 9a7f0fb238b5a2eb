"""The report of a journey, drafted and filed at a desk."""

from msgspec.structs import replace

from game.core.names import singular, words
from game.pack.world import Room
from game.tour.commands import Bare, Text
from game.tour.dispatch import ENDINGS, MIN_DISPATCH_LINES, PRINTS, Print, choose_better
from game.tour.events import (
    DispatchFiled,
    DispatchFormUnknown,
    DispatchFull,
    DispatchLengthWrong,
    DispatchShown,
    Event,
    FactsOffered,
    HeadlineTooLong,
    NoDeskHere,
    NoSuchFact,
    NoSuchLine,
    NoSuchNote,
    OwnHeadlinesOff,
)
from game.tour.notes import find_notes
from game.tour.report import choose_headline_lead, count_room, mark_report
from game.tour.scope import Scope
from game.tour.state import FiledReport, State
from game.tour.turn import Turn
from game.tour.verbs.desk_menu import (
    MAX_OFFERED,
    MAX_OWN_HEADLINE,
    ask_way,
    list_candidates,
    offer_headlines,
    offer_lines,
    offer_notes,
    show_desk,
)
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, TEXT, Verb, split_words

Draft = tuple[tuple[str, Print], ...]
"""Ids of facts and how each is printed, in order."""

FILLER = frozenset({"as", "to", "the", "line", "it", "fact", "facts"})
"""Words of a form that change nothing."""

MAX_FACT_DIGITS = 6
MAX_LINE_DIGITS = 2
"""Digits of a number that are read: int() of a thousand digits would take its time, and no draft has a line 100."""


def dispatch(turn: Turn, wish: Text) -> Outcome:
    """Show the draft, change it, or file it, as the words after DISPATCH want."""
    desks = turn.lexicon.world.tour.desks
    if turn.room.id not in desks:
        return report(turn, NoDeskHere(desk_room=find_desk(turn)))
    typed = [word for word in words(wish.text) if word not in FILLER]
    if turn.lexicon.world.newsroom is not None and (done := _use_menu(turn, typed, wish.text)):
        return done
    return _edit_draft(turn, typed) or _edit_line(turn, typed) or report(turn, DispatchFormUnknown())


def file_report(turn: Turn, wish: Text) -> Outcome:
    """Hand the report in."""
    return dispatch(turn, Text(text=f"file {wish.text}"))


def go_home(turn: Turn, _: Bare) -> Outcome:
    """Leave the column blank, where no report was filed."""
    return dispatch(turn, Text(text="file blank"))


def _use_menu(turn: Turn, typed: list[str], text: str) -> Outcome | None:  # noqa: PLR0911 - one case a form
    """The forms that only a newsroom has; None for any other."""
    match typed:
        case ["add" | "take" | "choose"]:
            return report(turn, offer_notes(turn, list_candidates(turn)))
        case ["add", "page", page] if page.isdecimal() and len(page) <= MAX_LINE_DIGITS:
            return report(turn, offer_notes(turn, list_candidates(turn), max(1, int(page))))
        case ["add" | "take" | "choose", *rest] if not all(word.isdecimal() for word in rest):
            return _add_by_words(turn, text.strip().partition(" ")[2])
        case ["print" | "set" | "remove" | "drop" | "omit" as asks] if turn.state.draft:
            return report(turn, offer_lines(turn, "print" if asks in ("print", "set") else "remove"))
        case ["print" | "set", number] if (place := _find_line(turn, number)) >= 0:
            return report(turn, ask_way(turn, turn.state, place))
        case ["headline", *_]:
            return _set_headline(turn, text.strip().partition(" ")[2].strip())
        case ["blank" | "nothing"] | ["file" | "send", "blank" | "nothing" | "anyway"]:
            return _file(turn, ())
    return None


def _set_headline(turn: Turn, wanted: str) -> Outcome:
    """The headline of a closed lead, or one in the player's own words; without either, offer those that there are."""
    if not wanted:
        return report(turn, offer_headlines(turn))
    if wanted in turn.state.closed:
        return _show_draft(turn, turn.state.draft, replace(turn.state, headline=wanted, own_headline=""))
    if not turn.lexicon.newsroom.own_headlines:
        return report(turn, OwnHeadlinesOff())
    if len(wanted) > MAX_OWN_HEADLINE:
        return report(turn, HeadlineTooLong(longest=MAX_OWN_HEADLINE))
    return _show_draft(turn, turn.state.draft, replace(turn.state, own_headline=wanted))


def _edit_draft(turn: Turn, typed: list[str]) -> Outcome | None:
    """The forms about the draft as a whole; None for any other."""
    match typed:
        case []:
            return _show_draft(turn, turn.state.draft, is_asked=True)
        case ["add" | "take" | "choose", *numbers] if numbers:
            return _add_facts(turn, numbers)
        case ["find" | "search" | "list", *rest]:
            return _offer_facts(turn, rest)
        case ["clear" | "empty" | "new"]:
            return _show_draft(turn, ())
        case ["file" | "send" | "submit" | "finish"]:
            return _file_draft(turn)
    return None


def _edit_line(turn: Turn, typed: list[str]) -> Outcome | None:
    """The forms about one line of the draft; None for any other."""
    match typed:
        case ["remove" | "drop" | "out" | "omit", number] | [number, "out" | "omit" | "remove"]:
            return _change_line(turn, number, None)
        case ["move" | "put", number, to] if to.isdecimal():
            return _move_line(turn, number, int(to))
        case ["print" | "set", number, way] | [number, way] if _find_way(way):
            return _change_line(turn, number, _find_way(way))
    return None


def _find_way(word: str) -> Print | None:
    """A way to print, by the beginning of its name."""
    match [way for way in PRINTS if len(word) > 1 and way.startswith(word)]:
        case [way]:
            return way
    return None


def _show_draft(turn: Turn, draft: Draft, state: State | None = None, *, is_asked: bool = False) -> Outcome:
    after = replace(state or turn.state, draft=draft)
    if turn.lexicon.world.newsroom is not None:
        return Outcome(after, (show_desk(turn, after, is_asked=is_asked),))
    facts = turn.lexicon.world.facts
    lines = tuple((facts[fact_id], printed) for fact_id, printed in draft)
    return Outcome(after, (DispatchShown(lines=lines, is_asked=is_asked),))


def _offer_facts(turn: Turn, wanted: list[str]) -> Outcome:
    """The noted facts that hold all these words, each with the number it is added by."""
    # The number of the notebook, so a fact keeps it however the search is narrowed.
    keys = {singular(word) for word in wanted}
    facts = turn.lexicon.world.facts
    numbers = turn.state.numbers
    noted = sorted(numbers, key=numbers.__getitem__)
    chosen = {fact_id for fact_id, _ in turn.state.draft}
    held = [f for f in noted if f not in chosen and keys <= {singular(w) for w in words(facts[f].claim)}]
    if turn.lexicon.world.newsroom is not None:
        return report(turn, offer_notes(turn, tuple(facts[fact_id] for fact_id in held[:MAX_OFFERED])))
    offered = tuple((numbers[fact_id], facts[fact_id]) for fact_id in held)
    return report(turn, FactsOffered(facts=offered))


def _add_facts(turn: Turn, numbers: list[str]) -> Outcome:
    draft = list(turn.state.draft)
    most = count_room(turn.lexicon.world, turn.state)
    noted = {number: fact_id for fact_id, number in turn.state.numbers.items()}
    events: list[Event] = []
    for number in numbers:
        is_read = number.isdecimal() and len(number) <= MAX_FACT_DIGITS
        fact_id = noted.get(int(number), "") if is_read else ""
        if not fact_id:
            events.append(NoSuchFact(number=number))
        elif len(draft) >= most:
            events.append(DispatchFull(limit=most))
            break
        elif fact_id not in {chosen for chosen, _ in draft}:
            draft.append((fact_id, "plain"))
    shown = _show_draft(turn, tuple(draft))
    # One note was chosen: then it is asked how it is to be printed. Several are all printed plainly at first.
    if turn.lexicon.world.newsroom is not None and len(numbers) == 1 and not events and draft:
        return Outcome(shown.state, (ask_way(turn, shown.state, len(draft) - 1),))
    return Outcome(shown.state, (*events, *shown.events))


def _add_by_words(turn: Turn, phrase: str) -> Outcome:
    """The note that holds these words; where several do, they are offered."""
    found = [
        fact_id for fact_id in find_notes(turn, phrase) if fact_id not in {chosen for chosen, _ in turn.state.draft}
    ]
    if len(found) == 1:
        return _add_facts(turn, [str(turn.state.numbers[found[0]])])
    if not found:
        return report(turn, NoSuchNote(typed=phrase))
    facts = turn.lexicon.world.facts
    return report(turn, offer_notes(turn, tuple(facts[fact_id] for fact_id in found[:MAX_OFFERED])))


def _find_line(scope: Scope, number: str) -> int:
    """The place of a line in the draft, from 0; -1 when there is none of that number."""
    place = int(number) - 1 if number.isdecimal() and len(number) <= MAX_LINE_DIGITS else -1
    return place if 0 <= place < len(scope.state.draft) else -1


def _change_line(turn: Turn, number: str, way: Print | None) -> Outcome:
    """A line printed another way, or left out."""
    place = _find_line(turn, number)
    if place < 0:
        return report(turn, NoSuchLine(number=number))
    draft = list(turn.state.draft)
    draft[place : place + 1] = [(draft[place][0], way)] if way else []
    return _show_draft(turn, tuple(draft))


def _move_line(turn: Turn, number: str, to: int) -> Outcome:
    place = _find_line(turn, number)
    if place < 0:
        return report(turn, NoSuchLine(number=number))
    draft = list(turn.state.draft)
    line = draft.pop(place)
    draft.insert(min(max(0, to - 1), len(draft)), line)
    return _show_draft(turn, tuple(draft))


def _file_draft(turn: Turn) -> Outcome:
    """The editor's marks; the best place reached so far is kept."""
    world, draft = turn.lexicon.world, turn.state.draft
    most = count_room(world, turn.state)
    if not MIN_DISPATCH_LINES <= len(draft) <= most:
        room = most if world.newsroom is not None else 0
        return report(turn, DispatchLengthWrong(lines=len(draft), room=room))
    return _file(turn, draft)


def _file(turn: Turn, draft: Draft) -> Outcome:
    world, state = turn.lexicon.world, turn.state
    verdict = mark_report(world, state, draft)
    lead = choose_headline_lead(world, state, verdict.leads)
    # A worse second attempt takes nothing away: the desk is there to try things out.
    best = choose_better(state.filed, verdict.ending)
    seen = state.endings if verdict.ending in state.endings else state.endings.insert(verdict.ending, state.turn)
    printed = FiledReport(tuple(draft), verdict.ending, lead.id if lead else "", state.own_headline)
    after = replace(state, filed=best, printed=printed, endings=seen)
    unseen = tuple(ending for ending in ENDINGS if ending not in seen)
    filed = DispatchFiled(verdict=verdict, is_newsroom=world.newsroom is not None, unseen=unseen)
    return Outcome(after, (filed,))


def find_desk(scope: Scope) -> Room | None:
    """The first room with a desk; None where no room has one."""
    desks = scope.lexicon.world.tour.desks
    return scope.lexicon.world.rooms[desks[0]] if desks else None


VERBS = (
    Verb(
        id="dispatch",
        words=split_words(
            "dispatch, write dispatch, my dispatch, write report, write article, report, write my dispatch, write the "
            "dispatch, write a dispatch, write my report, write the report, write a report, my report, write my "
            "article, write the article, write an article, write story, write my story, write the story, write a "
            "story, my story, open the desk, editor's desk, print newspaper, print the newspaper, print my newspaper, "
            "print a newspaper, make a newspaper, make the newspaper, print the paper, finish the newspaper"
        ),
        takes=TEXT,
        perform=dispatch,
        group="tour",
        forms=("find ", "add ", "move ", "remove ", "file", "clear"),
    ),
    Verb(
        id="file",
        words=split_words(
            "file, file it, file dispatch, file my dispatch, file the dispatch, file report, file my report, file the "
            "report, file story, file my story, file the story, hand in my report, hand in the "
            "report, submit report, submit my report, publish, publish it, publish my report, publish the report, "
            "publish my article, publish the article, print my report, print the report"
        ),
        takes=TEXT,
        perform=file_report,
        group="tour",
        needs="newsroom",
    ),
    Verb(
        id="home",
        words=split_words(
            "go home, home, fly home, leave it blank, leave the column blank, blank column, file nothing, go home "
            "without filing, leave without filing"
        ),
        takes=NOTHING,
        perform=go_home,
        group="tour",
        needs="newsroom",
    ),
)
