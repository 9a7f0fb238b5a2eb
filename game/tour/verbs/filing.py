"""The report of a journey, drafted and filed at a desk."""

from functools import partial

from msgspec.structs import replace

from game.core.names import singular, words
from game.pack.world import Room
from game.tour.choices import Choices
from game.tour.commands import Bare, Text
from game.tour.dispatch import ENDINGS, MIN_DISPATCH_LINES, Print, choose_better
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
    PageAsked,
    ReportUnfiled,
)
from game.tour.report import choose_headline_lead, count_room, mark_report
from game.tour.scope import Scope
from game.tour.state import FiledReport
from game.tour.turn import Turn
from game.tour.verbs.desk_menu import MAX_OFFERED, offer_notes, open_menu
from game.tour.verbs.desk_reading import read_desk_line
from game.tour.verbs.desk_steps import Draft, find_line, find_way, move_line, take_step
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, TEXT, Verb, split_words

FILLER = frozenset({"as", "to", "the", "line", "it", "fact", "facts"})
"""Words of a form that change nothing."""

MAX_FACT_DIGITS = 6
"""Digits of a number that are read: int() of a thousand digits would take its time."""


def dispatch(turn: Turn, wish: Text) -> Outcome:
    """Show the draft, change it, or file it, as the words after DISPATCH want."""
    desks, has_newsroom = turn.lexicon.world.tour.desks, turn.lexicon.world.newsroom is not None
    if turn.room.id not in desks:
        return report(
            turn, NoDeskHere(desk_room=find_desk(turn), lines=len(turn.state.draft) if has_newsroom else None)
        )
    typed = [word for word in words(wish.text) if word not in FILLER]
    if has_newsroom:
        return _use_desk(turn, typed, wish.text) or report(turn, DispatchFormUnknown())
    return _edit_draft(turn, typed) or _edit_line(turn, typed) or report(turn, DispatchFormUnknown())


def _use_desk(turn: Turn, typed: list[str], text: str) -> Outcome | None:
    """The forms of a newsroom; None for any other."""
    match typed:
        case ["blank" | "nothing"] | ["file" | "send", "blank" | "nothing" | "anyway"]:
            return _file(turn, ())
        case ["file" | "send" | "submit" | "finish", *_]:
            return _file_draft(turn)
        case ["find" | "search" | "list", *rest]:
            return _offer_facts(turn, rest)
    # Whatever comes of the step, the next line is said at the desk.
    open_menu(turn, turn.state)
    return take_step(turn, typed, text)


def change_report(turn: Turn, wish: Text, verb: str) -> Outcome:
    """A step at the desk in a line that begins with its verb: ADD 4, LEAVE OUT 2, HEADLINE, FILL."""
    line = read_desk_line(turn, f"{verb} {wish.text}") or f"dispatch {verb} {wish.text}"
    return dispatch(turn, Text(text=line.removeprefix("dispatch").strip()))


def set_headline(turn: Turn, wish: Text) -> Outcome:
    """The headline in the words that were typed, whatever they would mean elsewhere."""
    return dispatch(turn, Text(text=f"headline {wish.text}"))


def fill_report(turn: Turn, _: Bare) -> Outcome:
    """Let the desk choose lines for the room that is left."""
    return change_report(turn, Text(text=""), "fill")


def file_report(turn: Turn, wish: Text) -> Outcome:
    """Hand the report in; or show its page, where it was handed in as it stands."""
    printed = turn.state.printed
    if printed is not None and printed.lines == turn.state.draft and _make_report(turn, turn.state.draft) == printed:
        return report(turn, PageAsked(wish=""))
    return dispatch(turn, Text(text=f"file {wish.text}"))


def print_report(turn: Turn, wish: Text) -> Outcome:
    """Hand the report in; or, with a line of it, print that line another way."""
    if [word for word in words(wish.text) if word not in _SOON]:
        return change_report(turn, wish, "print")
    return file_report(turn, Text(text=""))


_SOON = frozenset({"already", "it", "now", "please", "today", "yet"})
"""Words after PRINT that change nothing."""


def go_home(turn: Turn, _: Bare) -> Outcome:
    """Leave the column blank; asked once, where a report was begun and not filed."""
    is_unread = turn.state.draft and turn.state.printed is None and turn.room.id in turn.lexicon.world.tour.desks
    if is_unread:
        again = ("go home", "home", "yes", "leave it blank", "fly home")
        turn.dialogue.choices = Choices([(again, "dispatch file blank")], is_menu=True)
        return report(turn, ReportUnfiled(lines=len(turn.state.draft)))
    return dispatch(turn, Text(text="file blank"))


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
        case ["print" | "set", number, way] | [number, way] if find_way(way):
            return _change_line(turn, number, find_way(way))
    return None


def _show_draft(turn: Turn, draft: Draft, *, is_asked: bool = False) -> Outcome:
    after = replace(turn.state, draft=draft)
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
    return Outcome(shown.state, (*events, *shown.events))


def _change_line(turn: Turn, number: str, way: Print | None) -> Outcome:
    """A line printed another way, or left out."""
    place = find_line(turn.state, number)
    if place < 0:
        return report(turn, NoSuchLine(number=number))
    draft = list(turn.state.draft)
    draft[place : place + 1] = [(draft[place][0], way)] if way else []
    return _show_draft(turn, tuple(draft))


def _move_line(turn: Turn, number: str, to: int) -> Outcome:
    place = find_line(turn.state, number)
    if place < 0:
        return report(turn, NoSuchLine(number=number))
    return _show_draft(turn, move_line(turn.state.draft, place, to))


def _file_draft(turn: Turn) -> Outcome:
    """The editor's marks; the best place reached so far is kept."""
    world, draft = turn.lexicon.world, turn.state.draft
    most = count_room(world, turn.state)
    if not MIN_DISPATCH_LINES <= len(draft) <= most:
        room = most if world.newsroom is not None else 0
        return report(turn, DispatchLengthWrong(lines=len(draft), room=room))
    return _file(turn, draft)


def explain_page(turn: Turn) -> Event | None:
    """What a page still needs and how it is printed, in a newsroom; None elsewhere. Nothing is filed."""
    world, lines = turn.lexicon.world, len(turn.state.draft)
    if world.newsroom is None:
        return None
    if turn.room.id not in world.tour.desks:
        return NoDeskHere(desk_room=find_desk(turn), lines=lines)
    room = count_room(world, turn.state)
    return DispatchLengthWrong(lines=lines, room=room, is_asked=True)


def _file(turn: Turn, draft: Draft) -> Outcome:
    world, state = turn.lexicon.world, turn.state
    verdict = mark_report(world, state, draft)
    # A worse second attempt takes nothing away: the desk is there to try things out.
    best = choose_better(state.filed, verdict.ending)
    seen = state.endings if verdict.ending in state.endings else state.endings.insert(verdict.ending, state.turn)
    printed = _make_report(turn, draft)
    after = replace(state, filed=best, printed=printed, endings=seen)
    unseen = tuple(ending for ending in ENDINGS if ending not in seen)
    filed = DispatchFiled(verdict=verdict, is_newsroom=world.newsroom is not None, unseen=unseen)
    return Outcome(after, (filed,))


def _make_report(turn: Turn, draft: Draft) -> FiledReport:
    """The report as it would be printed now."""
    verdict = mark_report(turn.lexicon.world, turn.state, draft)
    lead = choose_headline_lead(turn.lexicon.world, turn.state, verdict.leads)
    return FiledReport(tuple(draft), verdict.ending, lead.id if lead else "", turn.state.own_headline)


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
            "story, my story, write my page, write the page, write my newspaper page, write my newspaper, write the "
            "newspaper, write my front page, write the front page, write a newspaper, open the desk, editor's desk, "
            "make a newspaper, make the newspaper"
        ),
        takes=TEXT,
        perform=dispatch,
        group="tour",
        forms=("find ", "add ", "move ", "remove ", "fill", "file", "clear"),
    ),
    Verb(
        id="file",
        words=split_words(
            "file, file it, file dispatch, file my dispatch, file the dispatch, file report, file my report, file the "
            "report, file story, file my story, file the story, hand in my report, hand in the "
            "report, submit report, submit my report, publish, publish it, publish my report, publish the report, "
            "publish my article, publish the article"
        ),
        takes=TEXT,
        perform=file_report,
        group="tour",
        needs="newsroom",
    ),
    Verb(
        id="print",
        words=split_words(
            "print, print it, print page, print my page, print the page, print a page, print report, print my report, "
            "print the report, print newspaper, print the newspaper, print my newspaper, print a newspaper, print the "
            "paper, print my paper, print my newspaper page, print story, print my story, finish, finish it, finish "
            "page, finish my page, finish the page, finish my report, finish the newspaper, make my page"
        ),
        takes=TEXT,
        perform=print_report,
        group="tour",
        needs="newsroom",
    ),
    Verb(
        id="add",
        words=split_words("add, add note, add notes, add line, add lines, add a line, add a note"),
        takes=TEXT,
        perform=partial(change_report, verb="add"),
        group="tour",
        needs="newsroom",
    ),
    Verb(
        id="lead-with",
        words=split_words("lead with, lead off with, lead my page with, lead the page with, open my page with"),
        takes=TEXT,
        perform=partial(change_report, verb="lead with"),
        group="tour",
        needs="newsroom",
    ),
    Verb(
        id="leave-out",
        words=split_words("leave out, leave out line, leave out note, remove line, remove note, omit"),
        takes=TEXT,
        perform=partial(change_report, verb="leave out"),
        group="tour",
        needs="newsroom",
    ),
    Verb(
        id="headline",
        words=split_words(
            "headline, headlines, my headline, choose headline, choose a headline, choose my headline, the headline, "
            "my headline is, the headline is, headline is, set headline, set the headline to, set my headline to, "
            "change headline to, change the headline to, change my headline to, make the headline, make my headline, "
            "write headline, write a headline, use the headline, my headline should be, the headline should be, "
            "dispatch headline"
        ),
        takes=TEXT,
        perform=set_headline,
        group="tour",
        takes_own_words=True,
        needs="newsroom",
    ),
    Verb(
        id="fill",
        words=split_words(
            "fill, fill it, fill report, fill my report, fill the report, fill page, fill my page, fill the page"
        ),
        takes=NOTHING,  # FILL KETTLE is said to the kettle
        perform=fill_report,
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
