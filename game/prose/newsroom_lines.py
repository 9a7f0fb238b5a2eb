"""The newsroom as lines: wires, what the editor says to a line, what comes of it, clippings of the rival."""

from game.pack.newsroom import Newsroom
from game.pack.world import World
from game.prose.compare_lines import render_note
from game.prose.front_page_words import render_source
from game.prose.lines import Line, capitalise, describe_fact, number_room, quote_sentence
from game.tour.dispatch import MIN_DISPATCH_LINES, Print
from game.tour.events import (
    ClippingCaught,
    ClippingFound,
    ClippingsListed,
    CorrectionPrinted,
    LineAsked,
    PaperShown,
    WireAnswered,
    WireReturned,
)
from game.tour.wires import MAX_TRUST, WireAnswer

WAYS: dict[Print, str] = {
    "plain": "plainly",
    "attributed": "with the name",
    "hedged": "with a hedge, as “likely”",
    "picture": "as a picture shows it",
}
"""How a line is printed, as an answer to the question how."""

AT_ONCE: dict[WireAnswer, str] = {
    "stands": "Good. It goes in so: {printed}.",
    "no-news": "It is true, and it goes in. But there is little news in it.",
    "needless-hedge": "It goes in. I took out the hedge: the source has none.",
    "no-name": "It goes in. But your note has it from somebody, and the line does not say from whom. The name belonged "
    "there; CORRECT prints it and brings the trust back.",
    "no-hedge": "It goes in. But your note is less sure than this line: it has a “likely” or the like. The hedge "
    "belonged there; CORRECT prints it and brings the trust back.",
    "picture-untold": "It goes in. But you know this from a picture, and the line does not say so. CORRECT prints that "
    "and brings the trust back.",
    "no-picture": "I know of no picture that shows this. It does not go in.",
    "rumour": "It goes in. But your note is a rumour, and a paper says so or leaves it out. CORRECT marks it as one "
    "and brings the trust back.",
    "one-side": "It goes in. Make sure that it is the only account.",
    "silence": "The wire went without a line of yours.",
}
"""What the editor says to a line."""

LATER: dict[WireAnswer, str] = {
    "stands": "Your line was quoted by two papers, with its source.",
    "no-news": "Your line stood on page four. Nobody wrote to us about it.",
    "needless-hedge": "Nobody missed the hedge.",
    "no-name": "A reader asks who says so. CORRECT prints the name.",
    "no-hedge": "The source was not so sure as our line. CORRECT prints the hedge.",
    "picture-untold": "A reader asks how we know. CORRECT prints that a picture shows it.",
    "no-picture": "The page had a gap where your line was to stand.",
    "rumour": "Your line was a rumour. CORRECT prints that it was one.",
    "one-side": "{rival} prints another account. Do you have both? CORRECT prints the other beside it.",
    "silence": "{rival} did not wait. See CLIPPINGS.",
}
"""What is told some rooms later."""

MENDED: dict[WireAnswer, str] = {
    "no-name": "Your line lacked the name of who says so. The correction prints it with the name:",
    "no-hedge": "Your line was surer than its source. The correction prints it with the hedge:",
    "picture-untold": "Your line did not say how we know. The correction prints it as what a picture shows:",
    "rumour": "Your line was a rumour. The correction says that it is one:",
    "one-side": "Your line was one account of two. The correction prints the other",
}
"""What was wrong with a line, and how it is printed now."""

INVENTED = "INVENTED, wrong on purpose"


def render_trust(trust: int) -> str:
    """The trust in the reporter, and what it brings."""
    return f"Trust {trust} of {MAX_TRUST}: your report has room for {MIN_DISPATCH_LINES + trust} lines."


def render_wire() -> tuple[Line, ...]:
    """That a wire has come, and how it is read."""
    return (Line("The telegraph rattles: a wire has come. READ WIRE.", "staged"),)


def render_wire_answer(event: WireAnswered, world: World) -> tuple[Line, ...]:
    """What the editor says at once."""
    said = AT_ONCE[event.answer]
    if event.fact is not None:
        source = render_source(event.fact, event.printed, world)
        said = said.format(printed=f"{quote_sentence(event.fact.claim.rstrip('.'))} ({source})")
    if event.trust != event.trust_before:
        said = f"{said} {render_trust(event.trust)}"
    return (Line(said, "right" if event.answer == "stands" else "staged"),)


def render_wire_return(event: WireReturned) -> tuple[Line, ...]:
    """What comes of a line some rooms later."""
    return (Line(f"The editor wires: “{LATER[event.answer].format(rival=event.newsroom.rival)}”", "staged"),)


def render_line_question(event: LineAsked, world: World) -> tuple[Line, ...]:
    """The notes that can be sent, or the ways in which one can be printed."""
    if not event.notes:
        return (Line("Your notebook is empty. Look at something first.", "note"),)
    if not event.ways:
        asked = f"{quote_sentence(event.wire.asks)} Which note? Type its number, or SEND and words of any other."
        return (Line(asked, "question"), *(render_note(note, world) for note in event.notes))
    fact = event.notes[0].fact
    options = [capitalise(WAYS[way]) + "." for way in event.ways]
    rows = (Line(f"{place}. {option}", "option", is_tight=True) for place, option in enumerate(options, start=1))
    return (Line(f"{describe_fact(fact, world)} How is it printed?", "question"), *rows)


def render_correction(event: CorrectionPrinted) -> tuple[Line, ...]:
    """What was wrong with a line, and what is printed now."""
    added = f"beside it: {quote_sentence(event.other.claim)}" if event.other else quote_sentence(event.fact.claim)
    return (Line(f"{MENDED[event.answer]} {added} {render_trust(event.trust)}", "right"),)


def render_paper(event: PaperShown) -> tuple[Line, ...]:
    """What the paper wants of its reporter."""
    room = MIN_DISPATCH_LINES + event.trust
    told = f"Your page: at least {MIN_DISPATCH_LINES} lines, and room for {room}. Trust {event.trust} of {MAX_TRUST}."
    if event.is_waiting:
        told = f"{told} A wire waits for a line: SEND."
    elif event.next_room:
        told = f"{told} Next wire: {number_room(event.next_room)}."
    if event.explained is None:
        return (Line(told, "note", is_tight=True),)
    return (Line(_explain(event.explained), "note"), Line(told, "note", is_tight=True))


def _explain(newsroom: Newsroom) -> str:
    """What wires and trust are."""
    return (
        f"You write for {newsroom.paper}; {newsroom.rival} is its rival. Both are invented. At a halt a wire asks "
        "you for one line: SEND. A line that is news and as sure as its source brings trust; a lost name or "
        "hedge costs it. Trust gives your report more room."
    )


def render_found_clipping(event: ClippingFound) -> tuple[Line, ...]:
    """A clipping of the rival, marked as invented; at the first one, how it is caught."""
    told = f"A clipping of {event.newsroom.rival} ({INVENTED}): {quote_sentence(event.clipping.says)}"
    return (Line(f"{told} READ CLIPPING." if event.is_first else told, "staged"),)


def render_clippings(event: ClippingsListed) -> tuple[Line, ...]:
    """All clippings found, each with what it does wrong once it is caught."""
    rows = (
        Line(
            f"{quote_sentence(clipping.says)} {clipping.slip if is_caught else 'Not caught yet.'}",
            "option",
            is_tight=True,
        )
        for clipping, is_caught in event.clippings
    )
    how = Line("COMPARE CLIPPING WITH and words of a note shows what is wrong.", "note", is_tight=True)
    return (Line(f"Clippings of {event.newsroom.rival} ({INVENTED}):", "heading"), *rows, how)


def render_caught_clipping(event: ClippingCaught) -> tuple[Line, ...]:
    """What a clipping does wrong, and the note that shows it."""
    note = f"Your note says: {quote_sentence(event.fact.claim)}"
    return (
        Line(f"{quote_sentence(event.clipping.says)} {event.clipping.slip} {note}", "right"),
        Line(f"“Right. We shall not print that,” wires the editor. {render_trust(event.trust)}", is_tight=True),
    )
