"""Questions and marks, told."""

from game.events import Asked, Challenged, Marked
from game.prose.lines import Line, capital, cite, count, numbered, the
from game.world import World

LETTERS = "ABCDEFGH"


def asked(event: Asked) -> tuple[Line, ...]:
    """A question with its lettered options."""
    options = [
        Line(f"{letter}) {text}", "option", is_tight=True) for letter, text in zip(LETTERS, event.options, strict=False)
    ]
    help_ = Line(
        "Answer with a letter. Any other command still works; SKIP puts the question aside.", "note", is_tight=True
    )
    return (Line(event.item.stem, "question"), *options, help_)


def challenged(event: Challenged, world: World) -> tuple[Line, ...]:
    """The guide's question at a door, and that the way is open all the same."""
    guide = next((the(thing) for thing in world.tour.everywhere if thing.person), "the guide")
    raised = f"{capital(guide)} raises a hand at the door. “One question, about what you have seen."
    raised += " The way is open whatever you say.”"
    stem, *options = asked(Asked(item=event.item, options=event.options, left=0))
    return (Line(raised, "note"), stem, *options)


def marked(event: Marked, world: World) -> tuple[Line, ...]:
    """Right or wrong, why, and the source."""
    verdict = (
        Line(f"Right: “{event.key}”.", "right")
        if event.is_right
        else Line(f"Not quite. You said “{event.response}”; it is “{event.key}”.", "wrong")
    )
    cites = dict.fromkeys(cite(fact, world) for fact in event.facts)
    sources = tuple(Line(told, "source", is_tight=True) for told in cites)
    more = f"{capital_count(event.left)} left here: QUESTION." if event.left else "No question is left here."
    if event.told_in is not None and not event.is_right:
        more = f"It can be read again in {numbered(event.told_in)}: GO TO {event.told_in.name.upper()}."
    elif event.told_in is not None:
        more = "The door was open all along; now with a nod."
    return (verdict, Line(event.item.feedback, "body", is_tight=True), *sources, Line(more, "note", is_tight=True))


def capital_count(left: int) -> str:
    """How many questions are left, as a sentence begins."""
    return count(left, "question")


def skipped() -> tuple[Line, ...]:
    """A question put aside."""
    return (Line("Put aside. QUESTION asks it again.", "note"),)
