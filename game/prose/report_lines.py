"""The desk of a newsroom as lines: the report, what can be done by number, and what the paper makes of it."""

from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import Literal

from game.pack.leads import Lead
from game.pack.ledger import Strength
from game.pack.world import World
from game.prose.compare_lines import render_note
from game.prose.dispatch_lines import REMARKS
from game.prose.front_page_words import render_source
from game.prose.lead_lines import describe_untold
from game.prose.lines import Line, capitalise, count_noun, describe_fact, describe_strength, join_words, quote_sentence
from game.prose.newsroom_lines import WAYS
from game.tour.dispatch import MIN_DISPATCH_LINES, Ending, JudgedLine, Print, Remark
from game.tour.events import (
    DeskChanged,
    DeskShown,
    DeskStep,
    DispatchFiled,
    HeadlinesOffered,
    Note,
    NotesOffered,
    ReportFilled,
    ReportRead,
    WayAsked,
)

PRINTED: dict[Print, str] = {
    "plain": "Printed plainly.",
    "attributed": "Printed with the name.",
    "hedged": "Printed with a hedge.",
    "picture": "Printed as a picture.",
}
"""How a line is printed, after its sentence."""

ENDING_NAMES: dict[Ending, str] = {
    "blank column": "The blank column",
    "retraction": "Retraction",
    "correction": "Correction box",
    "news in brief": "News in brief",
    "inside page": "Inside page",
    "what nobody knows": "What nobody knows",
    "front page": "Front page",
    "lead story": "Lead story",
}

ENDING_WORDS: dict[Ending, str] = {
    "blank column": "Your column stays white. The ticket is yours all the same, and nobody blames you.",
    "retraction": "The paper takes a rumour back on page two, under your name.",
    "correction": "Too many lines had to be changed. What is left runs as a correction.",
    "news in brief": "It is true, and few will read it: there is little news in these lines.",
    "inside page": "It runs on page six.",
    "what nobody knows": "A page of its own: four things that nobody knows, and each says so.",
    "front page": "It runs on the front page, as you wrote it.",
    "lead story": "It leads the front page: two questions answered, and two accounts side by side.",
}


DESK_HELP = (
    "Type a note’s number to add it: 4, or ADD 4, 7 AND 9. 4 PLAINLY or 4 WITH A HEDGE prints it another way. Also: "
    "LEAVE OUT 4, HEADLINE, SHOW, MORE."
)

SHORT_CUT = "Short of time? FILL adds the best honest lines, and FILE prints your page."


def render_desk(event: DeskShown, world: World) -> tuple[Line, ...]:
    """The report, line by line, the best notes to go on with, and what can be typed."""
    head = f"Your report has {count_report_lines(len(event.lines))}. The paper has room for {event.room}."
    lines = [Line(head, "heading")]
    for note, way in event.lines:
        told = f"{note.number}. {describe_fact(note.fact, world)} {PRINTED[way]}"
        lines.append(Line(told, "numbered", is_tight=True))
    if event.lines:
        lines.append(Line(describe_headline(event.lead, event.own_headline), "note", is_tight=True))
    if event.offered.notes:
        lines += _list_offered(event.offered)
    is_ready = len(event.lines) >= MIN_DISPATCH_LINES
    return (*lines, Line(f"{DESK_HELP} {READY if is_ready else SHORT_CUT}", "note"))


def render_report(event: ReportRead, world: World) -> tuple[Line, ...]:
    """The report read back: each line, and who says so."""
    if not event.lines:
        return (Line("Nothing is written yet, so there is nothing to read back. DISPATCH begins your report.", "note"),)
    told = (f"{note.fact.claim} {capitalise(render_source(note.fact, way, world))}." for note, way in event.lines)
    rows = (Line(f"{place}. {text}", "option", is_tight=True) for place, text in enumerate(told, start=1))
    headline = Line(describe_headline(event.lead, event.own_headline), "note", is_tight=True)
    return (Line("You read your report back:", "heading"), *rows, headline)


READY = "FILE prints your page."


def count_report_lines(lines: int) -> str:
    """How many lines a report has, of those that it needs."""
    return count_noun(lines, "line") if lines >= MIN_DISPATCH_LINES else f"{lines} of {MIN_DISPATCH_LINES} lines"


def _list_offered(event: NotesOffered) -> Iterator[Line]:
    """Notes in one row each: those of closed questions first."""
    for place, note in enumerate(event.notes):
        if place == 0 and event.of_leads:
            yield Line("Notes for your headlines:", "heading")
        elif place == event.of_leads:
            yield Line("Other notes, the best news first:" if event.asks == "add" else "", "heading")
        yield Line(shorten_note(note), "numbered", is_tight=True)
    if event.left:
        yield Line(f"MORE shows {count_noun(event.left, 'more note', 'more notes')}.", "note", is_tight=True)


MAX_NOTE_COLUMNS = 78
"""Columns of a note in a list, so that it takes one row of the smallest screen."""


def shorten_note(note: Note) -> str:
    """A note in one row: its number, the beginning of its claim, how sure it is and in which article."""
    fact = note.fact
    articles = "+".join(dict.fromkeys(cite[0] for cite in fact.cites))
    tail = f"({'rumour' if fact.rumour else SHORT_STRENGTHS[fact.strength]}, {articles})"
    head = f"{note.number}. "
    return f"{head}{shorten(fact.claim, MAX_NOTE_COLUMNS - len(head) - len(tail) - 1, placeholder='…')} {tail}"


SHORT_STRENGTHS: dict[Strength, str] = {
    "stated": "stated",
    "reported": "reported",
    "photo": "picture",
    "speculated": "speculated",
}

STEPS: dict[DeskStep, str] = {
    "added": "Added",
    "kept": "It is in the report already",
    "printed": "Changed",
    "removed": "Left out",
    "moved": "Moved",
    "headline": "Headline",
    "cleared": "The report is empty again.",
}

WARNINGS: dict[Remark, str] = {
    "needless hedge": "Take care: its source has no hedge.",
    "no picture": "Take care: no picture shows that.",
    "who says so": "Take care: you leave out who says so.",
    "rumour as fact": "Take care: a rumour is no fact.",
    "rumour, no hedge": "Take care: a rumour needs a hedge.",
    "hedge dropped": "Take care: its source is less sure than that.",
    "picture untold": "Take care: only a picture shows that.",
}
"""What is said at once of a line that does not stand."""


OWN_WORDS = "The editor does not check it. The page says that the words are yours."
"""Of a headline in the player's own words."""


def render_desk_step(event: DeskChanged) -> tuple[Line, ...]:
    """One step at the desk, in one line."""
    if event.step == "cleared":
        return (Line(STEPS["cleared"], "note"),)
    if event.note is None:
        headline = f"{STEPS[event.step]}: {event.headline}"
        return (Line(headline, "note"), *((Line(OWN_WORDS, "note", is_tight=True),) if event.is_own else ()))
    count = f", {count_report_lines(event.lines)}" if event.step in ("added", "removed") else ""
    told = [f"{STEPS[event.step]}{count}: {event.note.number}. {event.note.fact.claim}"]
    if event.printed:
        told.append(PRINTED[event.printed])
    if event.remark in WARNINGS:
        told.append(WARNINGS[event.remark])
    if event.other:
        told.append(f"There is another account: note {event.other.number}.")
    if event.headline:
        told.append(f"Your headline: {event.headline}.")
    if event.is_ready:
        told.append(READY)
    return (
        Line(
            " ".join(told),
            "wrong" if event.remark in WARNINGS else "note",
            is_tight=event.step in ("added", "kept", "moved"),
        ),
    )


def render_filled(event: ReportFilled) -> tuple[Line, ...]:
    """The editor has chosen lines."""
    if not event.lines:
        return (Line("Nothing to add: your report is long enough, or you have no other note.", "note"),)
    return (Line("The editor chooses for you, each as sure as its source:", "heading"),)


def describe_headline(lead: Lead | None, own: str) -> str:
    """The headline of a report."""
    if own:
        return f"Headline, in your own words: {quote_sentence(own)}"
    if lead:
        return f"Headline: {lead.headline.upper()}"
    return "No headline yet: a closed question gives one, once two of its notes stand in the report."


def _render_options(asked: str, options: Iterable[str]) -> Iterator[Line]:
    yield Line(asked, "question")
    for place, option in enumerate(options, start=1):
        yield Line(f"{place}. {option}", "option", is_tight=True)


NOTE_QUESTIONS: dict[Literal["add", "print", "remove"], str] = {
    "add": "Type a number to add the note, or SHOW for the report.",
    "print": "Which line is to be printed another way?",
    "remove": "Which line is to be left out?",
}


def render_offered_notes(event: NotesOffered, world: World) -> tuple[Line, ...]:
    """Notes or lines, by number."""
    if not event.notes:
        return (Line("No other note fits. SHOW shows the report.", "refused"),)
    if event.asks == "add":
        return (*_list_offered(event), Line(NOTE_QUESTIONS["add"], "note"))
    return (Line(NOTE_QUESTIONS[event.asks], "question"), *(render_note(note, world) for note in event.notes))


def render_way_question(event: WayAsked, world: World) -> tuple[Line, ...]:
    """The ways in which a line can be printed."""
    ways = [f"{capitalise(way)}." for way in WAYS.values()]
    return tuple(_render_options(f"{describe_fact(event.fact, world)} How is it printed?", ways))


def render_headlines(event: HeadlinesOffered) -> tuple[Line, ...]:
    """The headlines that can be chosen, and what the others lack."""
    or_else = "Or type" if event.leads or event.untold else "Type"
    typed = f"{or_else} HEADLINE and your own words, {event.longest} characters at most."
    own = (Line(typed, "note"),) if event.longest else ()
    untold = tuple(Line(describe_untold(each), "note", is_tight=place > 0) for place, each in enumerate(event.untold))
    if event.leads:
        return (*_render_options("Which headline?", [lead.headline.upper() for lead in event.leads]), *untold, *own)
    if event.untold:
        return (*untold, *own)
    return (Line("You have closed no question, so none gives a headline.", "refused"), *own)


def render_report_verdict(event: DispatchFiled, world: World) -> tuple[Line, ...]:
    """The remarks of the editor, line by line, and where the report is printed."""
    verdict = event.verdict
    lines: list[Line] = []
    if verdict.ending != "blank column":
        lines.append(Line(f"The editor reads. {_describe_rest(event, world)}", "heading"))
        # What stands is on the page below; only what the editor had to touch is told here.
        faulty = [(place, each) for place, each in enumerate(verdict.lines, 1) if not each.remark.startswith("stands")]
        lines += [_render_judged_line(place, each, world) for place, each in faulty]
    lines.append(Line(f"{ENDING_NAMES[verdict.ending].upper()}. {ENDING_WORDS[verdict.ending]}", "headline"))
    return tuple(lines)


def render_unseen(event: DispatchFiled) -> Line:
    """What can be done with a printed page, and the endings that are left to see."""
    unseen = join_words([ENDING_NAMES[ending] for ending in event.unseen])
    more = f"You have not seen: {unseen}." if unseen else "You have seen every ending."
    return Line(f"PAGE SAVE keeps it. DISPATCH changes it. RIDE AGAIN begins anew. {more}", "note")


def _render_judged_line(place: int, judged: JudgedLine, world: World) -> Line:
    told = f"{place}. {judged.fact.claim} {PRINTED[judged.printed]} {REMARKS[judged.remark]}"
    return Line(f"{told} {describe_strength(judged.fact, world)}", "wrong", is_tight=True)


def _count_told(told: int, closed: int) -> str:
    """How many of the closed questions a report tells, and when it tells one."""
    if told < closed:
        return f"It tells {told} of your {closed} closed questions: two notes of a question tell it."
    return "It tells your closed question." if closed == 1 else f"It tells your {closed} closed questions."


def _describe_rest(event: DispatchFiled, world: World) -> str:
    """What is said of the report as a whole: its sides, and how much of it is news."""
    verdict = event.verdict
    told = [f"{verdict.stands} of {count_noun(len(verdict.lines), 'line')} stand."]
    for difference in verdict.one_sided:
        told.append(f"On {difference.topic} you print one account, and there is another.")
    sources = {cite[0] for line in verdict.lines for cite in line.fact.cites}
    if len(sources) < len(world.sources):
        told.append("All of it comes from one article.")
    if world.leads and not verdict.leads:
        told.append("No closed question gives it a headline.")
    if verdict.leads:
        told.append(_count_told(len(verdict.leads), verdict.closed))
    return " ".join(told)
