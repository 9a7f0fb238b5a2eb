"""The dispatch as lines: the draft, the facts to choose from, the editor's marks."""

from game.pack.world import World
from game.prose.lines import Line, Role, capitalise, count_noun, format_cite
from game.tour.dispatch import MAX_DISPATCH_LINES, MIN_DISPATCH_LINES, PRINTS, Ending, JudgedLine, Print, Remark
from game.tour.events import DispatchFiled, DispatchShown, FactsOffered

PRINT_WORDS: dict[Print, str] = {
    "plain": "plainly",
    "attributed": "as someone’s word",
    "hedged": "as someone’s word, hedged",
    "picture": "as what a picture shows",
}


REMARKS: dict[Remark, str] = {
    "stands": "Stands.",
    "stands, two sides": "Stands, and the other source stands beside it: so should it be.",
    "needless hedge": "A hedge the source does not have. I have taken it out.",
    "no picture": "No picture shows that. Struck out.",
    "who says so": "Who says so? The source has it from somebody. Struck out.",
    "rumour as fact": "A rumour, printed as a fact. Struck out; and we shall have to take it back.",
    "rumour, no hedge": "A rumour needs more than a name before it. I have added the doubt.",
    "hedge dropped": "The source says likely, or possibly. You have dropped it. Struck out.",
    "picture untold": "A picture is all we have of that. I have said so.",
    "other side missing": "The other source says otherwise. Print both, or whose word it is.",
}


ENDINGS: dict[Ending, str] = {
    "retraction": "RETRACTION. The paper takes a rumour back on page two, under your name.",
    "correction": "CORRECTION. Half of it had to go; the rest runs as a notice of thanks to attentive readers.",
    "inside page": "INSIDE PAGE. It runs on page six, shortened, beside the shipping news.",
    "front page": "FRONT PAGE. It runs below the fold, as you wrote it.",
    "lead story": "LEAD STORY. Not a word to touch: every line as sure as its source, and two sources side by side.",
}


def render_draft(event: DispatchShown) -> tuple[Line, ...]:
    """The draft, line by line, and the commands that change it."""
    if not event.lines:
        return (
            Line("A sheet of paper, and the notebook beside it. Five to eight lines make a dispatch.", "heading"),
            Line(
                "DISPATCH FIND and a word lists facts you have noted, DISPATCH ADD and their numbers puts them in; "
                "then DISPATCH 1 HEDGED says how line 1 is printed: PLAIN, ATTRIBUTED, HEDGED or PICTURE. DISPATCH "
                "FILE hands it to the editor.",
                "note",
                is_tight=True,
            ),
        )
    length = f"{count_noun(len(event.lines), 'line')} of {MIN_DISPATCH_LINES} to {MAX_DISPATCH_LINES}"
    lines = [Line(f"Your dispatch, {length}:", "heading")]
    for place, (fact, printed) in enumerate(event.lines, start=1):
        lines.append(Line(f"{place}. {fact.claim} (printed {PRINT_WORDS[printed]})", "option", is_tight=True))
    ways = ", ".join(way.upper() for way in PRINTS)
    more = f"DISPATCH 1 and {ways}; MOVE 2 TO 1, REMOVE 3, FIND, ADD, FILE. SOURCE and NOTEBOOK tell how sure each is."
    return (*lines, Line(more, "note", is_tight=True))


def render_offered_facts(event: FactsOffered) -> tuple[Line, ...]:
    """Noted facts with their numbers."""
    if not event.facts:
        return (Line("Nothing in your notebook fits that, or it is in the dispatch already.", "refused"),)
    lines = [Line(f"{number}. {fact.claim}", "option", is_tight=True) for number, fact in event.facts]
    return (Line("From your notebook; DISPATCH ADD and a number puts one in:", "heading"), *lines)


def render_verdict(event: DispatchFiled, world: World) -> tuple[Line, ...]:
    """The remarks of the editor, line by line, and how the dispatch is printed."""
    verdict = event.verdict
    lines = [Line("The editor reads it with a pencil behind one ear.", "heading")]
    # The source stands under each line, right or wrong: the remark alone would have to be believed.
    for place, marked in enumerate(verdict.lines, start=1):
        lines += _render_judged_line(place, marked, world)
    lines.append(Line(f"{verdict.points} of {verdict.total} points. {ENDINGS[verdict.ending]}", "question"))
    lines.append(
        Line("It can be changed and filed again; your best place is kept. TICKET prints it.", "note", is_tight=True)
    )
    return tuple(lines)


def _render_judged_line(place: int, marked: JudgedLine, world: World) -> tuple[Line, ...]:
    role: Role = "right" if marked.remark.startswith("stands") else "wrong"
    told = f"{place}. {marked.fact.claim} (printed {PRINT_WORDS[marked.printed]}) {REMARKS[marked.remark]}"
    source = Line(capitalise(format_cite(marked.fact, world)), "source", is_tight=True)
    return (Line(told, role), source)
