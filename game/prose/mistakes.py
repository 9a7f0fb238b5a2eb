"""What could not be done, told with a way on."""

from typing import assert_never

from game.events import Ambiguous, NotRun, NotUnderstood, Refused
from game.prose.lines import Line, capital, echo, join, numbered, ways


def not_understood(event: NotUnderstood) -> tuple[Line, ...]:
    """Which word was not understood, and one thing that works here."""
    if not event.word:
        return (Line(f"There was no word in that. Try {event.example}.", "refused"),)
    if event.near:
        near = join([f"“{word}”" for word in event.near], "or")
        return (Line(f"“{echo(event.word)}” could be {near}. Type the one you mean.", "refused"),)
    if event.is_noun:
        return (Line(f"You see nothing called “{echo(event.word)}” here. Try {event.example}.", "refused"),)
    return (Line(f"“{echo(event.word)}” is not a command this train knows. Try {event.example}, or HELP.", "refused"),)


def ambiguous(event: Ambiguous) -> tuple[Line, ...]:
    """A name that fits several things."""
    names = ", ".join(f"{place}. {noun.name}" for place, noun in enumerate(event.nouns, start=1))
    return (Line(f"Which “{echo(event.word)}” do you mean: {names}?", "refused"),)


def not_run(event: NotRun) -> tuple[Line, ...]:
    """What of a line was not done."""
    return (Line(f"Not done after that: {join([echo(line) for line in event.lines])}.", "note", is_tight=True),)


def refused(event: Refused) -> tuple[Line, ...]:
    """Understood, and not possible: why, and what is."""
    return (Line(_why(event), "refused"),)


def _why(event: Refused) -> str:  # noqa: C901, PLR0911, PLR0912 - one sentence a reason, nothing else
    word = echo(event.word)
    match event.reason:
        case "no exit":
            return f"No way leads {word} from here. {ways(event.exits)}"
        case "here already":
            return f"You are in {word} already. LOOK reads it again."
        case "too far":
            step = f" The way there leads through {numbered(event.hint)}." if event.hint else ""
            return f"You have not walked as far as {word} yet.{step} {ways(event.exits)}"
        case "unknown place":
            return f"No place on this train is called “{word}”. PLACES lists them."
        case "not portable":
            return f"{capital(word)} stays where it is: this is an exhibition."
        case "carried already":
            return f"You carry the {word} already."
        case "not carried":
            return f"You do not carry {word}. INVENTORY says what you do."
        case "nothing to undo":
            return "Nothing to undo: this is where you began."
        case "nothing to repeat":
            return "Nothing to repeat yet."
        case "nothing shown":
            return "Nothing has been read yet. LOOK, then ask for its SOURCE."
        case "no questions":
            return "No questions are asked here."
        case "all answered":
            return "You have answered every question here. The next carriage has its own."
        case "not asking":
            return "No question waits. QUESTION asks one about this place."
        case "not an option":
            return f"That is none of the options: {join(event.options, 'or')}. Nothing was marked."
        case "needs a noun":
            return f"{capital(word)} what? Add the name of something you see."
        case "nothing to take":
            return "Nothing here can be carried."
        case "unknown topic":
            near = f" Did you mean {join(event.options, 'or')}?" if event.options else ""
            return f"Neither article mentions “{word}”.{near}"
        case _:
            assert_never(event.reason)
