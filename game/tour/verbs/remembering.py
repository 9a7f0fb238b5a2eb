"""Verbs about the conversation itself: taking back, repeating, correcting."""

from msgspec.structs import replace

from game.pack.world import World
from game.tour.commands import Bare, Text
from game.tour.events import (
    DoneAgain,
    Event,
    NothingToCorrect,
    NothingToRedo,
    NothingToRepeat,
    NothingToUndo,
    NounMissing,
    Undone,
)
from game.tour.history import Past
from game.tour.scope import Scope
from game.tour.state import State
from game.tour.turn import Turn
from game.tour.verbs.outcome import Outcome, report
from game.tour.verbs.verb import NOTHING, TEXT, Verb, split_words
from game.tour.verbs.walking import show_room


def undo(turn: Turn, _: Bare) -> Outcome:
    """Go back to the state before the last turn; the room is shown where that means walking back."""
    past = turn.history.take_back(turn.state)
    if past is None:
        return report(turn, NothingToUndo())
    room = turn.lexicon.world.rooms[past.state.room]
    return _go_to(turn, past, Undone(line=past.line, room=room, is_moved=past.is_moved))


def redo(turn: Turn, _: Bare) -> Outcome:
    """Do the turn again that UNDO took back last."""
    ahead = turn.history.do_again(turn.state)
    if ahead is None:
        return report(turn, NothingToRedo())
    room = turn.lexicon.world.rooms[ahead.state.room]
    return _go_to(turn, ahead, DoneAgain(line=ahead.line, room=room, is_moved=ahead.is_moved))


def _go_to(turn: Turn, past: Past, event: Event) -> Outcome:
    """Another state as the present one."""
    # How the player wants figures and lessons shown is no event of the journey, so UNDO leaves it.
    state = replace(past.state, units=turn.state.units, lessons=turn.state.lessons, taught=turn.state.taught)
    state = keep_first_choices(turn.lexicon.world, turn.state, state)
    if turn.state.room == state.room:
        return Outcome(state, (event,))
    shown = show_room(Scope(turn.lexicon, state), is_first=False, is_brief=False)
    return Outcome(shown.state, (event, *shown.events), shown.read)


def keep_first_choices(world: World, now: State, restored: State) -> State:
    """A restored state with what was judged wrong before it: who guesses, and takes it back, has guessed."""
    comparisons = world.comparisons
    wrong = {each: judged for each, judged in now.compared.items() if judged != comparisons[each].judgement}
    overreached = restored.overreached.update(now.overreached)
    return replace(restored, compared=restored.compared.update(wrong), overreached=overreached)


def again(turn: Turn, _: Bare) -> Outcome:
    """Perform the last line once more."""
    line = turn.dialogue.repeatable
    return Outcome(turn.state, next_line=line) if line else report(turn, NothingToRepeat())


def oops(turn: Turn, correction: Text) -> Outcome:
    """Perform the line that was not understood once more, with its unknown word replaced."""
    if not turn.dialogue.is_correctable:
        return report(turn, NothingToCorrect())
    if not correction.text.strip():
        return report(turn, NounMissing(verb="oops"))
    return Outcome(turn.state, next_line=turn.dialogue.correct_unknown(correction.text))


VERBS = (
    Verb(
        id="undo",
        words=split_words("undo, u, take back, undo that, take that back, undo move"),
        takes=NOTHING,
        perform=undo,
        group="game",
        is_about_memory=True,
    ),
    Verb(
        id="redo",
        words=split_words("redo, undo undo, redo that, do over"),
        takes=NOTHING,
        perform=redo,
        group="game",
        is_about_memory=True,
    ),
    Verb(
        id="again",
        words=split_words("again, g, do it again, once more, do that again, one more time, same again"),
        takes=NOTHING,
        perform=again,
        group="game",
        is_about_memory=True,
    ),
    Verb(
        id="oops",
        words=split_words("oops, o, i meant, i mean, correction"),
        takes=TEXT,
        perform=oops,
        group="game",
        is_about_memory=True,
    ),
)
