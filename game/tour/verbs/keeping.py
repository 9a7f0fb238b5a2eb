"""Saving and restoring a tour, going on, starting anew. The app reads and writes files; verbs report the wish."""

from game.tour.commands import Bare, Text
from game.tour.events import Oriented, RestartOffered, RestoreAsked, SaveAsked, TakeOverAsked, ToursAsked
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.outcome import Outcome, find_exits, report
from game.tour.verbs.verb import NOTHING, TEXT, Verb, split_words


def ask_save(scope: Scope, name: Text) -> Outcome:
    """Ask for the state to be kept under a name."""
    return report(scope, SaveAsked(name=name.text))


def ask_restore(scope: Scope, name: Text) -> Outcome:
    """Ask for a kept state."""
    return report(scope, RestoreAsked(name=name.text))


def ask_tours(scope: Scope, wish: Text) -> Outcome:
    """Ask for the list of earlier tours, or for one of them."""
    return report(scope, ToursAsked(wish=wish.text))


def ask_take_over(scope: Scope, _: Bare) -> Outcome:
    """Ask for a tour that another window has."""
    return report(scope, TakeOverAsked())


def continue_tour(scope: Scope, _: Bare) -> Outcome:
    """Say where the player is: the tour goes on by itself."""
    return report(scope, describe_place(scope))


def describe_place(scope: Scope, *, is_second: bool = False) -> Oriented:
    """Where the player is and what works here.

    Args:
        scope: Where the player is.
        is_second: True when the player asks for the second time in a row.
    """
    things = scope.unseen or scope.things
    return Oriented(room=scope.room, exits=find_exits(scope), things=things, is_second=is_second)


def offer_restart(turn: Turn, _: Bare) -> Outcome:
    """Ask whether to begin anew; the next line answers."""
    turn.dialogue.offer_restart()
    return report(turn, RestartOffered(noted=len(turn.state.noted)))


VERBS = (
    Verb(
        id="save",
        words=split_words("save, save as, save game, save the game, save my game"),
        takes=TEXT,
        perform=ask_save,
        group="game",
    ),
    Verb(
        id="restore",
        words=split_words("restore, load, load game, restore game"),
        takes=TEXT,
        perform=ask_restore,
        group="game",
    ),
    Verb(
        id="tours",
        words=split_words("tours, my tours, earlier tours, old tours, list tours, saved tours, kept tours"),
        takes=TEXT,
        perform=ask_tours,
        group="game",
    ),
    Verb(
        id="take over",
        words=split_words("take over, take tour over, take the tour over, take it over"),
        takes=NOTHING,
        perform=ask_take_over,
        group="game",
        is_about_memory=True,
    ),
    Verb(
        id="continue",
        words=split_words(
            "continue, resume, carry on, go ahead, start, begin, start game, start the game, let us begin, let's "
            "go, lets go, start tour, start the tour, begin the tour, ready"
        ),
        takes=NOTHING,
        perform=continue_tour,
        group="game",
        is_about_memory=True,
    ),
    Verb(
        id="restart",
        words=split_words(
            "restart, new, new tour, new game, start over, start again, begin again, start anew, reset, ride again, "
            "travel again"
        ),
        takes=NOTHING,
        perform=offer_restart,
        group="game",
        is_about_memory=True,
    ),
)
