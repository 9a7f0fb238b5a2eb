"""Hints as lines: a nudge, a pointer, then the answer."""

from typing import assert_never

from game.pack.world import Thing, World
from game.prose.lead_lines import describe_next, name_place
from game.prose.lines import Line, add_article, capitalise, count_noun, format_tag, format_tags, join_words, number_room
from game.prose.own_words import Sentences
from game.tour.events import HintGiven

HINTS = Sentences(
    "hints",
    {
        "answer-here": "The answer can be read in this {place}. It rests on {tags}.",
        "answer-elsewhere": "The answer was told elsewhere. It rests on {tags}.",
        "on": "You have seen what there is here. There is more further on.",
        "done": "You have read and answered everything there is. TIMELINE and DIFFERENCES show what came together.",
    },
)


def render_hint(event: HintGiven, world: World) -> tuple[Line, ...]:
    """A nudge, a pointer, or the answer, and that there is more where there is."""
    more = " (HINT again for more.)" if event.level < 3 and event.goal != "done" else ""
    return (Line(_choose_step(event, world) + more, "note"),)


# The goal decides all three steps at once, so that they cannot contradict each other.
def _choose_step(event: HintGiven, world: World) -> str:
    best = event.things[0] if event.things else None
    return _find_steps(event, best, world)[event.level - 1]


Steps = tuple[str, str, str]
"""A hint in three steps: a nudge, a pointer, the answer."""


def _find_steps(event: HintGiven, best: Thing | None, world: World) -> Steps:  # noqa: C901, PLR0911 - one case a goal
    match event.goal:
        case "answer":
            return _hint_answer(event, best, world)
        case "lead":
            return _hint_lead(event, world)
        case "look":
            return _hint_look(event, best)
        case "work":
            return _hint_work(event)
        case "ask":
            return _hint_question(event)
        case "walk":
            return _hint_walk(event, world)
        case "return":
            return _hint_return(event)
        case "done":
            return _hint_rest(world)
        case _:
            assert_never(event.goal)


def _hint_answer(event: HintGiven, best: Thing | None, world: World) -> Steps:
    where = "answer-here" if best or event.room else "answer-elsewhere"
    look = f"X {best.name.upper()}" if best else "LOOK" if event.room else "NOTEBOOK FIND and a word"
    return (
        HINTS.say(world, where, tags=format_tags(event.facts)),
        f"{look} tells what this is about.",
        " ".join(f"{fact.claim} [{format_tag(fact)}]" for fact in event.facts),
    )


def _hint_lead(event: HintGiven, world: World) -> Steps:
    """For the question that is chased: the place, the thing, the line."""
    progress = event.progress
    slot = progress.next_slot if progress else None
    if progress is None or slot is None:
        return _hint_pair(event)
    place = f"You still need: {slot.name}. {describe_next(progress, world)}"
    typed = f"Type {event.line.upper()}." if event.line else slot.hint
    if event.missing:
        typed = f"You need {add_article(event.missing)} for that."
        typed += f" It is here: {name_place(event.room, world)}." if event.room else ""
    return (place, f"You still need: {slot.name}. {slot.hint}", typed)


def _hint_pair(event: HintGiven) -> Steps:
    """All notes are there: two are to be compared, or the question is to be closed."""
    if event.line == "close":
        ready = "You have all the notes. What may you print?"
        return (ready, "CLOSE offers sentences. Choose the one that your notes bear out.", "Type CLOSE.")
    paired = "You have all the notes. Two of them speak of the same matter."
    return (
        paired,
        "COMPARE alone lists your notes. Which two of your question would you lay side by side?",
        f"Type {event.line.upper()}.",
    )


def _hint_look(event: HintGiven, best: Thing | None) -> Steps:
    left = f", and {count_noun(len(event.facts), 'fact')} in it to be noted" if event.facts else ""
    return (
        f"There is something here that you have not looked at closely yet{left}.",
        f"Not read yet: {join_words([add_article(thing) for thing in event.things])}.",
        f"X {best.name.upper()}." if best else "X ALL.",
    )


def _hint_work(event: HintGiven) -> Steps:
    thing = add_article(event.things[0])
    if event.missing is not None:
        needs = f"It needs {add_article(event.missing)}."
        where = f" It is in {number_room(event.room)}." if event.room else ""
        return (f"{capitalise(thing)} holds more, but something is missing.", needs, f"{needs}{where}")
    return (
        "One thing here can be worked, and has not shown all it holds.",
        f"It is {thing}.",
        f"{event.line.upper()}.",
    )


def _hint_question(event: HintGiven) -> Steps:
    asks = f"QUESTION asks; there is {count_noun(event.left, 'question')} of this place left for you."
    return ("You have read what there is here. Somebody could ask you about it now.", asks, "QUESTION.")


def _hint_walk(event: HintGiven, world: World) -> Steps:
    room, way = (number_room(event.exit.room), event.exit.direction.upper()) if event.exit else ("", "EXITS")
    return (
        HINTS.say(world, "on"),
        f"One door you have not gone through leads to {room}.",
        f"{way}.",
    )


def _hint_return(event: HintGiven) -> Steps:
    name = event.room.name.upper() if event.room else ""
    return (
        "You have left something unread behind you. PROGRESS counts it.",
        f"The first place with something unread: {name}.",
        f"GO TO {name}.",
    )


def _hint_rest(world: World) -> Steps:
    done = HINTS.say(world, "done")
    return (done, done, done)
