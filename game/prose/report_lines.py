"""The desk of a newsroom as lines: the report, what can be done by number, and what the paper makes of it."""

from collections.abc import Iterable, Iterator
from typing import Literal

from game.pack.leads import Lead
from game.pack.world import World
from game.prose.compare_lines import render_note
from game.prose.dispatch_lines import REMARKS
from game.prose.lines import Line, capitalise, count_noun, describe_fact, describe_strength, join_words
from game.prose.newsroom_lines import WAYS
from game.tour.dispatch import MIN_DISPATCH_LINES, Ending, JudgedLine, Print
from game.tour.events import DeskChoice, DeskShown, DispatchFiled, HeadlinesOffered, NotesOffered, WayAsked

PRINTED: dict[Print, str] = {
    "plain": "Printed plainly.",
    "attributed": "Printed with the name.",
    "hedged": "Printed with a hedge.",
    "picture": "Printed as a picture.",
}
"""How a line is printed, after its sentence."""

CHOICES: dict[DeskChoice, str] = {
    "add": "Add a line from your notebook.",
    "print": "Print a line another way.",
    "remove": "Leave a line out.",
    "headline": "Choose the headline.",
    "file": "File the report.",
}

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


def render_desk(event: DeskShown, world: World) -> tuple[Line, ...]:
    """The report, line by line, and what can be done by number."""
    head = f"Your report has {count_noun(len(event.lines), 'line')}. The paper has room for {event.room}"
    head = f"{head} and needs at least {MIN_DISPATCH_LINES}."
    lines = [Line(head, "heading")]
    for fact, way in event.lines:
        lines.append(Line(f"■ {describe_fact(fact, world)} {PRINTED[way]}", "option", is_tight=True))
    if event.lines:
        lines.append(Line(describe_headline(event.lead, event.own_headline), "note", is_tight=True))
    return (*lines, *_render_options("What do you want to do? Type a number.", map(CHOICES.__getitem__, event.choices)))


def describe_headline(lead: Lead | None, own: str) -> str:
    """The headline of a report."""
    if own:
        return f"Headline, in your own words: “{own}”"
    if lead:
        return f"Headline: {lead.headline.upper()}"
    return "No headline yet: a closed question gives one, once two of its notes stand in the report."


def _render_options(asked: str, options: Iterable[str]) -> Iterator[Line]:
    yield Line(asked, "question")
    for place, option in enumerate(options, start=1):
        yield Line(f"{place}. {option}", "option", is_tight=True)


NOTE_QUESTIONS: dict[Literal["add", "print", "remove"], str] = {
    "add": "Which note goes into the report? Type its number.",
    "print": "Which line is to be printed another way?",
    "remove": "Which line is to be left out?",
}


def render_offered_notes(event: NotesOffered, world: World) -> tuple[Line, ...]:
    """Notes or lines, by number."""
    if not event.notes:
        return (Line("No other note fits. DISPATCH shows the report.", "refused"),)
    rows = [render_note(note, world) for note in event.notes]
    if event.left:
        rows.append(Line(f"0. More: {count_noun(event.left, 'note')}.", "numbered", is_tight=True))
    return (Line(NOTE_QUESTIONS[event.asks], "question"), *rows)


def render_way_question(event: WayAsked, world: World) -> tuple[Line, ...]:
    """The ways in which a line can be printed."""
    ways = [f"{capitalise(way)}." for way in WAYS.values()]
    return tuple(_render_options(f"{describe_fact(event.fact, world)} How is it printed?", ways))


def render_headlines(event: HeadlinesOffered) -> tuple[Line, ...]:
    """The headlines that can be chosen."""
    typed = f"Or type DISPATCH HEADLINE and your own words, {event.longest} characters at most."
    own = (Line(typed, "note"),) if event.longest else ()
    if not event.leads:
        none = "No closed question has two notes in the report, so none gives it a headline yet."
        return (Line(none, "refused"), *own)
    return (*_render_options("Which headline?", [lead.headline.upper() for lead in event.leads]), *own)


def render_report_verdict(event: DispatchFiled, world: World) -> tuple[Line, ...]:
    """The remarks of the editor, line by line, and where the report is printed."""
    verdict = event.verdict
    lines: list[Line] = []
    if verdict.ending != "blank column":
        lines.append(Line("The editor reads.", "heading"))
        lines += [_render_judged_line(place, each, world) for place, each in enumerate(verdict.lines, start=1)]
        lines.append(Line(_describe_rest(event, world), "note"))
    lines.append(Line(f"{ENDING_NAMES[verdict.ending].upper()}. {ENDING_WORDS[verdict.ending]}", "headline"))
    unseen = join_words([ENDING_NAMES[ending] for ending in event.unseen])
    more = f" You have not seen: {unseen}." if unseen else " You have seen every ending."
    lines.append(
        Line(
            f"PAGE shows your page, and PAGE SAVE keeps it. DISPATCH changes it; RIDE AGAIN begins anew.{more}", "note"
        )
    )
    return tuple(lines)


def _render_judged_line(place: int, judged: JudgedLine, world: World) -> Line:
    is_right = judged.remark.startswith("stands")
    told = f"{place}. {judged.fact.claim} {PRINTED[judged.printed]} {REMARKS[judged.remark]}"
    source = "" if is_right else f" {describe_strength(judged.fact, world)}"
    return Line(told + source, "right" if is_right else "wrong", is_tight=True)


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
        told.append(f"It answers {count_noun(len(verdict.leads), 'question')}.")
    return " ".join(told)
