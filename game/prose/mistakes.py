"""What could not be done, told with a way on."""

from typing import assert_never

from game.pack.ledger import Entity
from game.prose.lines import Line, capital, echo, is_plural, join, numbered, the, ways
from game.prose.questions import HOW
from game.tour.events import Ambiguous, NotRun, NotUnderstood, Refused, Unanswered, Unsure
from game.tour.scope import PRONOUNS


def not_understood(event: NotUnderstood) -> tuple[Line, ...]:
    """Which word was not understood, and what there is instead."""
    word = echo(event.word)
    if not event.word:
        return (Line(f"There was no word in that. Try {event.example}.", "refused"),)
    here = _here(event)
    if event.word in PRONOUNS:
        return (Line(f"“{word}” could be anything just now. {here}", "refused"),)
    if event.elsewhere is not None:
        where = (
            f"in {numbered(event.elsewhere)}" if event.is_known else "further forward" if event.is_forward else "back"
        )
        there = (
            f"“{echo(event.phrase or event.word)}” is {where}, on this train; here is something else: {event.example}."
        )
        return (Line(there, "note"),)
    if event.is_noun:
        return (Line(f"You see no “{echo(event.phrase or event.word)}” here. {here}", "refused"),)
    if event.seen:
        seen = f"What one does with the {event.seen} here is look: X {event.seen.upper()}."
        return (Line(f"“{echo(event.typed)}” is more than this train can do. {seen}", "refused"),)
    return (Line(f"“{echo(event.typed)}” means nothing to this train yet. {here} HELP says more.", "refused"),)


def _here(event: NotUnderstood) -> str:
    """What there is to look at, and a command that does it."""
    names = join([the(thing) for thing in event.things], "or")
    return f"You could look at {names}: {event.example}." if names else f"Try {event.example}."


def unanswered(event: Unanswered) -> tuple[Line, ...]:
    """A question nothing noted answers: where an answer is told, or what there is to read and to ask instead."""
    look = join([f"X {thing.name.upper()}" for thing in event.things], "or")
    asked = "".join(f", and {ask_for(entity)} asks" for entity in event.entities)
    if event.room is not None:
        where = event.room.name if event.room.number is None else f"carriage {event.room.number}, {event.room.name}"
        told = f"Your notebook has nothing on that yet. Something of it is told in {where}."
        return (Line(f"{told} There is more here, too: {look}.", "note"),)
    if event.is_here:
        return (Line(f"Your notebook has nothing on that yet; but something here has: {look}.", "note"),)
    if event.is_empty:
        return (Line(f"Ask with a name or a word of it. To see more here: {look}{asked}.", "note"),)
    if event.topic:
        none = f"Nobody and nothing on this tour goes by “{echo(event.topic)}”."
        return (Line(f"{none} What there is here: {look}{asked}.", "refused"),)
    none = "I find no answer to that on this train."
    return (Line(f"{none} What there is here: {look}{asked}.", "note"),)


def ask_for(entity: Entity) -> str:
    """How one asks for someone or something."""
    return f"{'WHO' if entity.kind == 'person' else 'WHAT'} IS {entity.name.upper()}"


def unsure(event: Unsure) -> tuple[Line, ...]:
    """A slip with several ways to mend it."""
    near = ", ".join(f"{place}. {word}" for place, word in enumerate(event.near, start=1))
    return (Line(f"By “{echo(event.word)}”, do you mean {near}?", "refused"),)


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


_COMPASS = {
    **{"n": "north", "s": "south", "d": "down", "ne": "north-east", "nw": "north-west"},
    **{"se": "south-east", "sw": "south-west"},
    **{"north": "north", "south": "south"},
}
_NO_WAY = {
    "in": "You are aboard already.",
    "out": "One gets off at either end of the train, not between; QUIT leaves the game.",
}


def _why(event: Refused) -> str:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one sentence a reason, nothing else
    word = echo(event.word)
    match event.reason:
        case "no exit":
            lies = "; the train lies east and west" if word in _COMPASS else " from here"
            told = _NO_WAY.get(word, f"No way leads {_COMPASS.get(word, word)}{lies}.")
            return f"{told} {ways(event.exits)}"
        case "here already":
            return f"You are in {word} already. LOOK reads it again."
        case "too far":
            step = f" The way there leads through {numbered(event.hint)}." if event.hint else ""
            return f"You have not walked as far as {word} yet.{step} {ways(event.exits)}"
        case "unknown place":
            ways_on = f" {ways(event.exits)}" if event.exits else ""
            return f"No place on this train is called “{word}”; PLACES lists them.{ways_on}"
        case "not portable":
            stays = "stay where they are" if is_plural(word) else "stays where it is"
            return f"The {word} {stays}: this is an exhibition."
        case "carried already":
            return f"You carry the {word} already."
        case "not carried":
            return f"You do not carry the {word}. INVENTORY says what you do."
        case "elsewhere":
            return f"{capital(word)} is another place; GO TO {word.upper()} leads there, once you have walked so far."
        case "not read":
            return f"You have not read the {word} yet: X {word.upper()}, then SOURCE."
        case "only told":
            return f"{capital(word)} is here only in what the articles say."
        case "no such choice":
            return f"There is no {word} to choose. {join(event.options, 'or')}?"
        case "no desk":
            return f"Dispatches are written at a desk{f': {word} has one' if word else ''}."
        case "dispatch form":
            return "DISPATCH FIND WORD, ADD 12, 1 HEDGED, MOVE 2 TO 1, REMOVE 3, FILE; alone it shows the draft."
        case "dispatch full":
            return f"A dispatch has {word} lines at most. REMOVE one first."
        case "dispatch length":
            return f"A dispatch has five to eight lines; yours has {word}. Nothing was filed."
        case "no such fact":
            return f"No fact in your notebook has the number {word}. DISPATCH FIND and a word lists them."
        case "no such line":
            return f"The dispatch has no line {word}."
        case "notebook form":
            return "NOTEBOOK alone shows all; also BY SOURCE, BY STRENGTH, FIND and a word, EXPORT and a file."
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
        case "no response":
            return f"That answers nothing here, and nothing was marked. {HOW[word]}"
        case "needs a noun":
            return f"{capital(word)} what? Add a name, as in {word.upper()} WINDOW."
        case "nothing to correct":
            return "Nothing to correct: the last line was understood."
        case "nothing meant":
            return f"“{capital(word)}” is nowhere yet. PLACES lists where one can go."
        case "nothing here":
            return "Nothing else here can be looked at."
        case "nothing to take":
            return "Nothing here can be carried."
        case "unknown topic":
            near = f" Did you mean {join(event.options, 'or')}?" if event.options else ""
            return f"The articles do not speak of “{word}”.{near} HINT says what is worth asking here."
        case _:
            assert_never(event.reason)
