"""About the game itself: help, words, lessons, units, and what the tour is made from."""

from typing import cast, get_args

from msgspec.structs import replace

from game.tour.commands import Bare, Text
from game.tour.events import AboutShown, CreditsShown, HelpShown, TutorialSet, UnitsSet, VerbsShown, VersionShown
from game.tour.scope import Scope
from game.tour.state import LESSON_COUNT, Units
from game.tour.verbs.asking import find_waiting_item, list_unanswered
from game.tour.verbs.outcome import Outcome, find_exits, report
from game.tour.verbs.verb import NOTHING, TEXT, VERB_NAME, Verb, split_words


def show_help(scope: Scope, named: Text) -> Outcome:
    """What works here, or one command when it is named."""
    here = [f"X {thing.name.upper()}" for thing in scope.unseen[:2]]
    here.extend(way.direction.upper() for way in find_exits(scope)[:2])
    # While a question waits, letters mean options: B is no longer BACK, so only what helps to answer is shown.
    if find_waiting_item(scope):
        here = ["B", "?", "SKIP", "HINT"]
    elif list_unanswered(scope):
        here.append("QUESTION")
    return report(scope, HelpShown(verb=named.text, here=tuple(here)))


def list_verbs(scope: Scope, _: Bare) -> Outcome:
    """Every word a line may begin with."""
    return report(scope, VerbsShown())


def show_about(scope: Scope, _: Bare) -> Outcome:
    """What the tour is and what in it is staged."""
    tour = scope.lexicon.world.tour
    return Outcome(scope.state, (AboutShown(title=tour.title, passages=tour.about),), tour.about)


def show_credits(scope: Scope, _: Bare) -> Outcome:
    """What the tour is made from."""
    return report(scope, CreditsShown())


def show_version(scope: Scope, _: Bare) -> Outcome:
    """Which game and which pack this is."""
    return report(scope, VersionShown())


def set_tutorial(scope: Scope, wish: Text) -> Outcome:
    """Switch the lessons on or off."""
    is_on = wish.text.strip().casefold() not in ("off", "stop", "no", "end")
    state = replace(scope.state, lessons=LESSON_COUNT if is_on else 0)
    if is_on:
        state = replace(state, taught=type(state.taught)())
    return Outcome(state, (TutorialSet(is_on=is_on),))


def set_units(scope: Scope, wish: Text) -> Outcome:
    """Choose which conversions of our own stand beside the figures of the sources."""
    typed = wish.text.strip().casefold().removesuffix("s") or "?"
    # Without the plural S on both sides: players type METRICS, SOURCES and IMPERIALS.
    known = {name.removesuffix("s"): name for name in get_args(Units)} | {"off": "source", "none": "source"}
    if typed not in known:
        return report(scope, UnitsSet(units=scope.state.units, is_known=False))
    chosen = cast(Units, known[typed])
    return Outcome(replace(scope.state, units=chosen), (UnitsSet(units=chosen),))


VERBS = (
    Verb(
        id="help",
        words=split_words(
            "help, h, how do i play, how do i play this, how do you play, how to play, how does this work, how does "
            "it work, how does this game work, what can i do, what can i do here, what can i type, what now, what "
            "do i do, what do i do now, what should i do, what should i do now, what next, what to do, what must i "
            "do, what can you do, what is possible, what shall i do, what do i type, how do i use this, "
            "instructions, i am lost, i'm lost, im lost, menu, commands, command list, list commands, manual, what "
            "are the commands, what can i say, what can i ask, what do you want, now what, and now, options menu, "
            "help me, help please, please help, i need help, can you help me, could you help me, how do i start, "
            "how do i begin, what am i supposed to do, what are my options, options please, help menu, what can we "
            "do, what can we do here, what is there to do, what can i do now, how do i continue, what do we do now, "
            "what are the options, how do i control this"
        ),
        takes=VERB_NAME,
        perform=show_help,
        group="game",
    ),
    Verb(
        id="verbs",
        words=split_words("verbs, verb list, all commands, all verbs, list verbs, words, synonyms"),
        takes=NOTHING,
        perform=list_verbs,
        group="game",
    ),
    Verb(
        id="about",
        words=split_words(
            "about, info, what is this, what is this game, what is this place, what's this, whats this, what is "
            "this about, what is the story, what's the story, what is this all about, what is all this, intro, "
            "introduction, what game is this, what kind of game is this, story, the story, what is the story about, "
            "what is this story about, who am i here, why am i here, what is a tour, what am i doing here, what are "
            "we doing here"
        ),
        takes=NOTHING,
        perform=show_about,
        group="game",
    ),
    Verb(
        id="credits",
        words=split_words("credits, authors, licence, license, thanks to, copyright"),
        takes=NOTHING,
        perform=show_credits,
        group="game",
    ),
    Verb(
        id="version",
        words=split_words("version, what version is this, build"),
        takes=NOTHING,
        perform=show_version,
        group="game",
    ),
    Verb(
        id="tutorial",
        words=split_words("tutorial, lessons, lesson, teach me"),
        takes=TEXT,
        perform=set_tutorial,
        group="game",
        forms=("on", "off"),
    ),
    Verb(
        id="units",
        words=split_words("units, unit"),
        takes=TEXT,
        perform=set_units,
        group="game",
        forms=("metric", "imperial", "both", "source"),
    ),
)
